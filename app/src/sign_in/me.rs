//! Who is signed in.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    Language, Timestamp, UserId,
    account::{Preferences, Theme},
    companies::CompanyRef,
    roles::{Permission, PermissionLists, Permissions},
    sessions::{Acting, ActingOver},
};

/// The signed-in user, and what they may do here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Me {
    /// Their identifier.
    pub id: UserId,
    /// Their login ID.
    pub login_id: String,
    /// Their e-mail address.
    pub email: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The company they belong to.
    pub company: CompanyRef,
    /// Their permissions on this channel.
    pub permissions: Vec<Permission>,
    /// Their permissions on every channel: what they may give.
    #[schema(value_type = PermissionLists)]
    pub held: Permissions,
    /// The language of their portal and mails; the reader's, when somebody else is logged in as them.
    pub language: Language,
    /// Their IANA time zone; the reader's, when somebody else is logged in as them.
    pub time_zone: String,
    /// How they write moments, such as `DD.MM.YYYY HH:mm`; empty for how their language does. The reader's too.
    pub date_output: String,
    /// How they type moments; empty for `YYYY-MM-DD HH:mm`. The reader's too.
    pub date_input: String,
    /// Light or dark. The reader's too.
    pub theme: Theme,
    /// When they signed in before this time.
    pub previous_sign_in_at: Option<Timestamp>,
    /// When their account ends, if it does.
    pub expires_at: Option<Timestamp>,
    /// When this session ends at the latest; absent when it does not end by time.
    pub session_expires_at: Option<Timestamp>,
    /// Who really acts, if somebody else is logged in as this user.
    pub acting: Option<Acting>,
    /// As whom they acted until now, and why no longer. Until they go back, nothing else is answered, so that nobody does
    /// as themselves what they meant to do as somebody else.
    pub acting_over: Option<ActingOver>,
}

impl Me {
    /// How the portal is to look and to write.
    pub fn preferences(&self) -> Preferences {
        Preferences {
            language: self.language,
            time_zone: self.time_zone.clone(),
            date_output: self.date_output.clone(),
            date_input: self.date_input.clone(),
            theme: self.theme,
        }
    }

    /// Whether the page may show what needs `permission`. The server decides again on every call.
    pub fn may(&self, permission: Permission) -> bool {
        self.permissions.contains(&permission)
    }
}

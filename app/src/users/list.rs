//! The list of users: what is asked and what is shown.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::AccountStatus;
use crate::{CompanyId, Language, PageQuery, RoleId, Timestamp, UserId};

/// How somebody stands with the second factor, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TwoFactorState {
    /// Not asked for.
    Off,
    /// Asked for at the next sign-in, which sets it up.
    ToSetUp,
    /// An authenticator is bound and asked for.
    On,
}

crate::words! {
    struct StateWords {
        off: "off", "オフ", "关闭";
        to_set_up: "to set up", "未設定", "待设置";
        on: "on", "オン", "开启";
    }
}

impl TwoFactorState {
    /// Every state, in the order of the filter.
    pub const ALL: [TwoFactorState; 3] = [
        TwoFactorState::On,
        TwoFactorState::ToSetUp,
        TwoFactorState::Off,
    ];

    /// The state that the two facts make.
    pub const fn of(required: bool, enrolled: bool) -> Self {
        match (required, enrolled) {
            (false, _) => TwoFactorState::Off,
            (true, false) => TwoFactorState::ToSetUp,
            (true, true) => TwoFactorState::On,
        }
    }

    /// The name on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            TwoFactorState::Off => "off",
            TwoFactorState::ToSetUp => "to_set_up",
            TwoFactorState::On => "on",
        }
    }

    /// The state of a name on the wire.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// The state in words.
    pub fn words(self, language: Language) -> &'static str {
        let t = StateWords(language);
        match self {
            TwoFactorState::Off => t.off(),
            TwoFactorState::ToSetUp => t.to_set_up(),
            TwoFactorState::On => t.on(),
        }
    }
}

/// A user as the list shows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UserRow {
    /// Their identifier.
    pub id: UserId,
    /// Their login ID.
    pub login_id: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Where mail goes.
    pub email: String,
    /// The company they belong to.
    pub company_id: CompanyId,
    /// Its name.
    pub company: String,
    /// Whether they can sign in.
    pub status: AccountStatus,
    /// The second factor.
    pub two_factor: TwoFactorState,
    /// When they last signed in.
    pub last_sign_in_at: Option<Timestamp>,
    /// When the account ends, if it does.
    pub expires_at: Option<Timestamp>,
    /// Counts the changes.
    pub version: i64,
}

/// By what the list is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum UserSort {
    /// Login ID.
    #[default]
    LoginId,
    /// Last name, then first name.
    Name,
    /// When they last signed in; never comes first.
    LastSignIn,
    /// When the account ends; never comes last.
    ExpiresAt,
}

impl UserSort {
    /// Every order.
    pub const ALL: [UserSort; 4] = [
        UserSort::LoginId,
        UserSort::Name,
        UserSort::LastSignIn,
        UserSort::ExpiresAt,
    ];

    /// The name on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            UserSort::LoginId => "login_id",
            UserSort::Name => "name",
            UserSort::LastSignIn => "last_sign_in",
            UserSort::ExpiresAt => "expires_at",
        }
    }

    /// The order of a name on the wire.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.code() == code)
    }
}

/// Which users, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UserQuery {
    /// Only this company; the whole scope when absent.
    #[serde(default)]
    pub company: Option<CompanyId>,
    /// With `company`: also its subsidiaries.
    #[serde(default)]
    pub subsidiaries: bool,
    /// Only those whom this user has added, and those whom they have added in turn: all who go along when this
    /// user is deleted. Nobody from the bin.
    #[serde(default)]
    pub parent: Option<UserId>,
    /// Only those whose login ID, names or e-mail contain this; two characters count where a word begins.
    #[serde(default)]
    pub search: String,
    /// Only those of this status; without it, all but the bin.
    #[serde(default)]
    pub status: Option<AccountStatus>,
    /// Only those with this role.
    #[serde(default)]
    pub role: Option<RoleId>,
    /// Only those who stand so with the second factor.
    #[serde(default)]
    pub two_factor: Option<TwoFactorState>,
    /// Only those who expire within so many days.
    #[serde(default)]
    pub expiring_within_days: Option<u32>,
    /// Only those who have not signed in for so many days, or never.
    #[serde(default)]
    pub not_signed_in_for_days: Option<u32>,
    /// The order.
    #[serde(default)]
    pub sort: UserSort,
    /// Whether the order is turned around.
    #[serde(default)]
    pub descending: bool,
    /// Which page.
    #[serde(default, flatten)]
    pub page: PageQuery,
}

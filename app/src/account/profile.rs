//! Edit account: what everybody may say of themselves.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    Refusal,
    users::{PendingEmail, UserChange, UserEdit},
};

/// One's own account, as Edit account shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Profile {
    /// The login ID, also shown as "User name"; never changes.
    pub login_id: String,
    /// Where mail goes.
    pub email: String,
    /// The address that was asked for instead, as long as it is not confirmed.
    pub pending_email: Option<PendingEmail>,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The group one counts oneself to, such as a department; empty for none.
    pub group: String,
    /// What is said about oneself; empty for nothing.
    pub description: String,
    /// Counts the changes; a write names the one it was based on.
    pub version: i64,
}

/// What changes about one's own account; what is absent stays. The e-mail address is changed by a way of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ProfileChange {
    /// First name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// Last name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// The group one counts oneself to; nothing for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// What is said about oneself; nothing for nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

impl ProfileChange {
    /// Understands the change, or tells everything that is wrong: what an administrator may say of somebody, by the same
    /// rules.
    pub fn check(&self) -> Result<UserEdit, Refusal> {
        let change = self.clone();
        UserChange {
            first_name: change.first_name,
            last_name: change.last_name,
            group: change.group,
            description: change.description,
            ..UserChange::default()
        }
        .check()
    }
}

#[cfg(test)]
mod tests {
    use super::ProfileChange;
    use crate::Refusal;

    #[test]
    fn every_wrong_field_is_told_at_once_and_none_may_be_empty_but_group_and_description() {
        let change = |text: &str| ProfileChange {
            first_name: Some(text.into()),
            last_name: Some(text.into()),
            group: Some(text.into()),
            description: Some(text.into()),
        };
        let wrong = |change: ProfileChange| match change.check() {
            Err(Refusal::Malformed(problems)) => {
                problems.into_iter().map(|problem| problem.field).collect()
            }
            _ => Vec::new(),
        };
        assert_eq!(wrong(change("")), ["first_name", "last_name"]);
        let all = ["first_name", "last_name", "group", "description"];
        assert_eq!(wrong(change(&"x".repeat(201))), all);
        assert_eq!(wrong(change("Sales")), [""; 0]);
        assert_eq!(wrong(ProfileChange::default()), [""; 0]);
    }
}

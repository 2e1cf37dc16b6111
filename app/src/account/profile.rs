//! Edit account: what everybody may say of themselves.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    Refusal,
    field::Problems,
    users::{Description, Group, PendingEmail, PersonName},
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

/// A change, understood.
#[derive(Clone, Debug, Default)]
pub struct ProfileEdit {
    /// First name.
    pub first_name: Option<PersonName>,
    /// Last name.
    pub last_name: Option<PersonName>,
    /// The group one counts oneself to.
    pub group: Option<Group>,
    /// What is said about oneself.
    pub description: Option<Description>,
}

impl ProfileChange {
    /// Understands the change, or tells everything that is wrong.
    pub fn check(&self) -> Result<ProfileEdit, Refusal> {
        let mut problems = Problems::default();
        let mut name = |field, text: &Option<String>| {
            let text = text.as_deref()?;
            problems.take(field, PersonName::parse(text))
        };
        let (first_name, last_name) = (
            name("first_name", &self.first_name),
            name("last_name", &self.last_name),
        );
        let group = self.group.as_deref().map(Group::parse);
        let description = self.description.as_deref().map(Description::parse);
        let edit = ProfileEdit {
            first_name,
            last_name,
            group: group.and_then(|group| problems.take("group", group)),
            description: description.and_then(|said| problems.take("description", said)),
        };
        match problems.into_vec() {
            none if none.is_empty() => Ok(edit),
            problems => Err(Refusal::Malformed(problems)),
        }
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

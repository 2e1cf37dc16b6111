//! Users to be and changes to users: as typed, and as understood.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Description, EmailAddress, Group, LoginId, PersonName, TimeZone};
use crate::{
    CompanyId, Language, Refusal, RoleId, Timestamp, field::Problems, policies::TwoFactorSetting,
};

/// A user to be, as it was typed into Add User.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UserDraft {
    /// 2 to 64 of `a–z 0–9 . _ - @ +`; never changes afterwards.
    pub login_id: String,
    /// Where the User Registration Acceptance Email goes.
    pub email: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The group they count themselves to, such as a department.
    #[serde(default)]
    pub group: String,
    /// What is said about them.
    #[serde(default)]
    pub description: String,
    /// The company they belong to.
    pub company: CompanyId,
    /// Further companies in their scope.
    #[serde(default)]
    pub related_companies: Vec<CompanyId>,
    /// Their roles; the company kind's default role when empty.
    #[serde(default)]
    pub roles: Vec<RoleId>,
    /// When the account ends, if it does: from this moment on it cannot be used. Not later than the caller's own ends.
    /// For the end of a day, send the first moment of the next one in the user's time zone.
    #[serde(default)]
    pub expires_at: Option<Timestamp>,
    /// OTP Configured: whether an authenticator is to be set up before the password.
    #[serde(default)]
    pub otp_configured: bool,
    /// The language of their portal and mails.
    #[serde(default)]
    pub language: Language,
    /// Their IANA time zone; UTC when empty.
    #[serde(default)]
    pub time_zone: String,
    /// Whether nobody is to be their parent user; only for operator administrators.
    #[serde(default)]
    pub parent_level: bool,
    /// Issue Credentials: whether the invitation is sent at once.
    #[serde(default = "yes")]
    pub issue_credentials: bool,
}

fn yes() -> bool {
    true
}

/// A user to be, understood.
#[derive(Clone, Debug)]
pub struct NewUser {
    /// What is typed at sign-in.
    pub login_id: LoginId,
    /// Where mail goes.
    pub email: EmailAddress,
    /// First name.
    pub first_name: PersonName,
    /// Last name.
    pub last_name: PersonName,
    /// The group they count themselves to.
    pub group: Group,
    /// What is said about them.
    pub description: Description,
    /// Their IANA time zone.
    pub time_zone: TimeZone,
}

impl UserDraft {
    /// Understands what can be understood without data, or tells everything that is wrong.
    pub fn check(&self) -> Result<NewUser, Refusal> {
        let mut problems = Problems::default();
        let login_id = problems.take("login_id", LoginId::parse(&self.login_id));
        let email = problems.take("email", EmailAddress::parse(&self.email));
        let first_name = problems.take("first_name", PersonName::parse(&self.first_name));
        let last_name = problems.take("last_name", PersonName::parse(&self.last_name));
        let group = problems.take("group", Group::parse(&self.group));
        let description = problems.take("description", Description::parse(&self.description));
        let time_zone = problems.take("time_zone", TimeZone::parse(&self.time_zone));
        let understood = || {
            Some(NewUser {
                login_id: login_id?,
                email: email?,
                first_name: first_name?,
                last_name: last_name?,
                group: group?,
                description: description?,
                time_zone: time_zone?,
            })
        };
        understood().ok_or_else(|| Refusal::Malformed(problems.into_vec()))
    }
}

/// What changes about a user, as typed into Edit User; what is absent stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UserChange {
    /// Where mail goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// First name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// Last name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// The group they count themselves to; nothing for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// What is said about them; nothing for nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Another company to belong to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<CompanyId>,
    /// All further companies in their scope.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub related_companies: Option<Vec<CompanyId>>,
    /// All their roles.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub roles: Option<Vec<RoleId>>,
    /// When the account ends, as in creating one; `null` for never. Not later than the caller's own ends.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub expires_at: Option<Option<Timestamp>>,
    /// The second factor: the box OTP Configured is Yes when ticked and No when not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub two_factor: Option<TwoFactorSetting>,
    /// The language of their portal and mails.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Their IANA time zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
}

/// Tells a field that is `null` (`Some(None)`) from one that is absent (`None`).
fn present<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Option<Timestamp>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

/// The parts of a change that can be understood without data.
#[derive(Clone, Debug, Default)]
pub struct UserEdit {
    /// Where mail goes.
    pub email: Option<EmailAddress>,
    /// First name.
    pub first_name: Option<PersonName>,
    /// Last name.
    pub last_name: Option<PersonName>,
    /// The group they count themselves to.
    pub group: Option<Group>,
    /// What is said about them.
    pub description: Option<Description>,
    /// Their IANA time zone.
    pub time_zone: Option<TimeZone>,
}

impl UserChange {
    /// Understands what can be understood without data, or tells everything that is wrong.
    pub fn check(&self) -> Result<UserEdit, Refusal> {
        let mut problems = Problems::default();
        let edit = UserEdit {
            email: self
                .email
                .as_deref()
                .and_then(|text| problems.take("email", EmailAddress::parse(text))),
            first_name: self
                .first_name
                .as_deref()
                .and_then(|text| problems.take("first_name", PersonName::parse(text))),
            last_name: self
                .last_name
                .as_deref()
                .and_then(|text| problems.take("last_name", PersonName::parse(text))),
            group: self
                .group
                .as_deref()
                .and_then(|text| problems.take("group", Group::parse(text))),
            description: self
                .description
                .as_deref()
                .and_then(|text| problems.take("description", Description::parse(text))),
            time_zone: self
                .time_zone
                .as_deref()
                .and_then(|text| problems.take("time_zone", TimeZone::parse(text))),
        };
        match problems.into_vec() {
            none if none.is_empty() => Ok(edit),
            problems => Err(Refusal::Malformed(problems)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::UserDraft;
    use crate::{CompanyId, Refusal};

    #[test]
    fn every_wrong_field_is_told_at_once() {
        let draft: UserDraft = serde_json::from_value(serde_json::json!({
            "login_id": "", "email": "x", "first_name": "Hana", "last_name": " ", "company": CompanyId(1),
        }))
        .unwrap();
        let Err(Refusal::Malformed(problems)) = draft.check() else {
            panic!("the draft was taken");
        };
        let fields: Vec<_> = problems
            .iter()
            .map(|problem| problem.field.as_str())
            .collect();
        assert_eq!(fields, ["login_id", "email", "last_name"]);
    }
}

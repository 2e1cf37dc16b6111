//! Roles to be and changes to roles: as typed, and as understood.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{PermissionLists, Permissions};
use crate::{
    CompanyId, Refusal, RoleId,
    field::{Problem, Problems},
    text::line_of_text,
};

/// A role's name: one line of 1 to 60 characters, trimmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleName(String);

impl RoleName {
    /// Reads a name.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        line_of_text(text, 1, 60).map(Self)
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a role is for: one line of up to 200 characters, or nothing.
fn description(text: &str) -> Result<String, Problem> {
    line_of_text(text, 0, 200)
}

/// A role to be, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RoleDraft {
    /// Its name, 1 to 60 characters, unique within its company.
    pub name: String,
    /// What it is for, up to 200 characters.
    #[serde(default)]
    pub description: String,
    /// The company it belongs to and in whose subtree it can be used.
    pub company: CompanyId,
    /// What it allows. Only what the caller holds on the same channel can be put in.
    #[serde(default)]
    #[schema(value_type = PermissionLists)]
    pub permissions: Permissions,
}

/// The texts of a role, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleTexts {
    /// Its name.
    pub name: RoleName,
    /// What it is for.
    pub description: String,
}

impl RoleTexts {
    fn read(name: &str, about: &str) -> Result<Self, Refusal> {
        let mut problems = Problems::default();
        let name = problems.take("name", RoleName::parse(name));
        let about = problems.take("description", description(about));
        match (name, about) {
            (Some(name), Some(description)) => Ok(Self { name, description }),
            _ => Err(Refusal::Malformed(problems.into_vec())),
        }
    }
}

impl RoleDraft {
    /// Understands the draft, or tells what is wrong with it.
    pub fn check(&self) -> Result<RoleTexts, Refusal> {
        RoleTexts::read(&self.name, &self.description)
    }
}

/// What changes about a role; what is absent stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RoleChange {
    /// A new name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// All that it allows from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<PermissionLists>)]
    pub permissions: Option<Permissions>,
}

impl RoleChange {
    /// The texts after the change of a role that is called `name` and is for `about`.
    pub fn check(&self, name: &str, about: &str) -> Result<RoleTexts, Refusal> {
        RoleTexts::read(
            self.name.as_deref().unwrap_or(name),
            self.description.as_deref().unwrap_or(about),
        )
    }
}

/// Another default role for a kind of company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DefaultRoleChange {
    /// Which role: one that can be used everywhere.
    pub role: RoleId,
}

#[cfg(test)]
mod tests {
    use super::{RoleChange, RoleDraft};
    use crate::Refusal;

    #[test]
    fn every_wrong_field_is_told_at_once() {
        let draft: RoleDraft = serde_json::from_value(serde_json::json!({
            "name": " ", "description": "x".repeat(201), "company": 1,
        }))
        .unwrap();
        let Err(Refusal::Malformed(problems)) = draft.check() else {
            panic!("the draft was taken");
        };
        let fields: Vec<_> = problems
            .iter()
            .map(|problem| problem.field.as_str())
            .collect();
        assert_eq!(fields, ["name", "description"]);
    }

    #[test]
    fn what_is_absent_stays() {
        let texts = RoleChange::default().check("Clerk", "Front desk").unwrap();
        assert_eq!(texts.name.as_str(), "Clerk");
        assert_eq!(texts.description, "Front desk");
    }
}

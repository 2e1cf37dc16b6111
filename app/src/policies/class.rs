//! Policy classes as they are listed, drafted and changed.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{ClassSettings, InForce, PolicyClassRef};
use crate::{
    CompanyId, PolicyClassId, Refusal,
    companies::CompanyRef,
    field::{Problem, Problems},
    text::line_of_text,
};

/// A policy class's name: one line of 1 to 100 characters, trimmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyClassName(String);

impl PolicyClassName {
    /// Reads a name.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        line_of_text(text, 1, 100).map(Self)
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A policy class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PolicyClass {
    /// Its identifier.
    pub id: PolicyClassId,
    /// Its name.
    pub name: String,
    /// The company it belongs to, in whose subtree it can be used; absent when that company is above the caller's scope.
    pub company: Option<CompanyRef>,
    /// What it says; the rest is inherited.
    pub settings: ClassSettings,
    /// The first of the caller's companies that point to it, by name.
    pub used_by: Vec<CompanyRef>,
    /// How many of the caller's companies point to it.
    pub used_by_count: u64,
    /// Whether the caller may edit and delete it: with the permission, and where it belongs to their scope.
    pub editable: bool,
    /// Counts the changes; a write names the one it was based on.
    pub version: i64,
}

/// Which policy classes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PolicyClassQuery {
    /// Only those that this company can point to.
    #[serde(default)]
    pub company: Option<CompanyId>,
}

/// A policy class to be, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PolicyClassDraft {
    /// Its name, 1 to 100 characters.
    pub name: String,
    /// The company it is to belong to; it can be used there and below.
    pub company: CompanyId,
    /// What it says.
    #[serde(default)]
    pub settings: ClassSettings,
}

/// What changes about a policy class; what is absent stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PolicyClassChange {
    /// A new name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// All that it says from now on: a setting that is absent here is inherited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settings: Option<ClassSettings>,
}

/// Understands name and settings, or tells everything that is wrong with them.
fn check(name: &str, settings: &ClassSettings) -> Result<PolicyClassName, Refusal> {
    let mut problems = Problems::default();
    let name = problems.take("name", PolicyClassName::parse(name));
    settings.check(&mut problems);
    let problems = problems.into_vec();
    match name {
        Some(name) if problems.is_empty() => Ok(name),
        _ => Err(Refusal::Malformed(problems)),
    }
}

impl PolicyClassDraft {
    /// Understands the draft, or tells everything that is wrong with it.
    pub fn check(&self) -> Result<PolicyClassName, Refusal> {
        check(&self.name, &self.settings)
    }
}

impl PolicyClassChange {
    /// The name and the settings of a class that was called `name` and said `settings`, after this change.
    pub fn apply(
        &self,
        name: &str,
        settings: &ClassSettings,
    ) -> Result<(PolicyClassName, ClassSettings), Refusal> {
        let settings = self.settings.as_ref().unwrap_or(settings);
        let name = check(self.name.as_deref().unwrap_or(name), settings)?;
        Ok((name, settings.clone()))
    }
}

/// The policy of a company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CompanyPolicy {
    /// Which company.
    pub company: CompanyRef,
    /// The class that it points to itself; without one it inherits.
    pub class: Option<PolicyClassRef>,
    /// What is in force there, and where each value was decided.
    pub in_force: InForce,
    /// The company's version; a write names the one it was based on.
    pub version: i64,
}

/// To which class a company points from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CompanyPolicyChange {
    /// The class, or null to inherit everything from the company above.
    pub class: Option<PolicyClassId>,
}

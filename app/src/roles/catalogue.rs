//! Roles as their administrators see them: the list, and one role with all that it allows.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{PermissionLists, Permissions, RoleRef, RoleRefusal};
use crate::{
    CompanyId, PageQuery,
    companies::{CompanyKind, CompanyRef},
};

/// Which roles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RoleQuery {
    /// Only those whose name contains this. Roles that came with Doorward are found by their names in any language.
    #[serde(default)]
    pub search: String,
    /// Only those that belong to this company.
    #[serde(default)]
    pub company: Option<CompanyId>,
    /// Which page.
    #[serde(default, flatten)]
    pub page: PageQuery,
}

/// A role as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RoleRow {
    /// Which role.
    #[serde(flatten)]
    pub role: RoleRef,
    /// What it is for.
    pub description: String,
    /// The company it belongs to and in whose subtree it can be used; none for what came with Doorward.
    pub owner: Option<CompanyRef>,
    /// How many users have it, without the bin; counting stops at 10,000.
    pub holders: u64,
    /// Whether `holders` is the exact number, or the limit at which counting stopped.
    pub holders_is_exact: bool,
    /// Whether the caller may give it: they give roles, and hold everything it allows.
    pub grantable: bool,
    /// Why the caller cannot change it, if they cannot.
    pub locked: Option<RoleRefusal>,
    /// Counts the changes.
    pub version: i64,
}

/// One role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RoleDetail {
    /// Which role.
    #[serde(flatten)]
    pub role: RoleRef,
    /// What it is for.
    pub description: String,
    /// The company it belongs to and in whose subtree it can be used; none for what came with Doorward.
    pub owner: Option<CompanyRef>,
    /// What it allows.
    #[schema(value_type = PermissionLists)]
    pub permissions: Permissions,
    /// How many users have it, without the bin.
    pub holders: u64,
    /// How many of them the caller's scope does not reach, so that they are not named anywhere.
    pub holders_elsewhere: u64,
    /// The kinds of company whose new users get it when no role is chosen.
    pub default_for: Vec<CompanyKind>,
    /// Why the caller cannot change it, if they cannot.
    pub locked: Option<RoleRefusal>,
    /// Counts the changes; a write names the one it was based on.
    pub version: i64,
}

/// The role that a new user of a company gets when none is chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DefaultRole {
    /// The kind of company.
    pub kind: CompanyKind,
    /// Its default role.
    pub role: RoleRef,
}

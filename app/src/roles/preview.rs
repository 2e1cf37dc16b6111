//! What a change of a role, or its deletion, would mean for those who have it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{PermissionLists, Permissions, RoleRef};
use crate::users::UserRef;

/// What a change of a role would mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RolePreview {
    /// What the role would allow in addition.
    #[schema(value_type = PermissionLists)]
    pub added: Permissions,
    /// What the role would no longer allow.
    #[schema(value_type = PermissionLists)]
    pub removed: Permissions,
    /// How many users have the role, without the bin.
    pub holders: u64,
    /// How many of them would gain or lose something; the others have it by another role or individually.
    pub affected: u64,
    /// Whether all who have the role were looked at, or only the first 10,000.
    pub is_exact: bool,
    /// The first of those who would gain or lose something, by login ID, within the caller's scope.
    pub named: Vec<HolderEffect>,
}

/// What somebody who has the role would gain and lose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct HolderEffect {
    /// Who.
    pub user: UserRef,
    /// What they could do from then on and cannot now.
    #[schema(value_type = PermissionLists)]
    pub gained: Permissions,
    /// What they can do now and could not any more.
    #[schema(value_type = PermissionLists)]
    pub lost: Permissions,
}

/// What the deletion of a role would mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RoleDeletionPreview {
    /// The role to be deleted.
    pub role: RoleRef,
    /// How many users have it, with those in the bin.
    pub holders: u64,
    /// How many of them have no other role, and get the default role of their company's kind instead.
    pub left_without: u64,
    /// The first of those who have it, by login ID, within the caller's scope.
    pub named: Vec<UserRef>,
    /// Stands for exactly these users; to be sent back with the deletion.
    pub fingerprint: String,
}

/// The deletion of a role that was confirmed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RoleDeletion {
    /// The `fingerprint` of the preview that was shown; not needed where nobody has the role.
    #[serde(default)]
    pub fingerprint: Option<String>,
}

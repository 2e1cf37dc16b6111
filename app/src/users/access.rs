//! What somebody may do, where each permission comes from, and changing it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{UserRef, UserRefusal};
use crate::{
    RoleId,
    companies::CompanyRef,
    roles::{Channel, Permission, PermissionLists, Permissions, RoleRef},
};

/// A role, as the access of one user has to do with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AccessRole {
    /// Which role.
    #[serde(flatten)]
    pub role: RoleRef,
    /// The company it belongs to; none for what came with Doorward.
    pub owner: Option<CompanyRef>,
    /// What it allows.
    #[schema(value_type = PermissionLists)]
    pub permissions: Permissions,
    /// Whether the user has it.
    pub held: bool,
    /// Whether the caller may give it to this user.
    pub grantable: bool,
}

/// What somebody may do, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UserAccess {
    /// Whose.
    pub user: UserRef,
    /// The company they belong to.
    pub company: CompanyRef,
    /// The roles they have, and the others that can be given to users of their company.
    pub roles: Vec<AccessRole>,
    /// What was given to them individually.
    #[schema(value_type = PermissionLists)]
    pub grants: Permissions,
    /// What they may do: the sum of their roles and of what was given individually.
    #[schema(value_type = PermissionLists)]
    pub effective: Permissions,
    /// What the caller may give individually.
    #[schema(value_type = PermissionLists)]
    pub grantable: Permissions,
    /// Whether the caller may change any of it.
    pub may_change: bool,
    /// Why not, where that is for who the user is.
    pub locked: Option<UserRefusal>,
    /// Counts the changes of the user; a write names the one it was based on.
    pub version: i64,
}

impl UserAccess {
    /// What somebody with these roles and individual grants may do.
    pub fn sum(&self, roles: &[RoleId], grants: Permissions) -> Permissions {
        self.roles
            .iter()
            .filter(|role| roles.contains(&role.role.id))
            .fold(grants, |sum, role| sum.union(role.permissions))
    }

    /// The roles that the user has.
    pub fn held(&self) -> Vec<RoleId> {
        self.roles
            .iter()
            .filter(|role| role.held)
            .map(|role| role.role.id)
            .collect()
    }

    /// The roles that the user has and that allow `permission` on `channel`.
    pub fn giving(
        &self,
        permission: Permission,
        channel: Channel,
    ) -> impl Iterator<Item = &AccessRole> {
        self.roles
            .iter()
            .filter(move |role| role.held && role.permissions.allows(permission, channel))
    }
}

/// Other roles and individual grants, saved together; what is absent stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AccessChange {
    /// All their roles; the default role of their company's kind when empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub roles: Option<Vec<RoleId>>,
    /// All that is given to them individually.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<PermissionLists>)]
    pub grants: Option<Permissions>,
}

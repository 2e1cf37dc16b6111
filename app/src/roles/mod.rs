//! Roles and permissions.

pub mod api;
mod permission;
mod role;

use async_trait::async_trait;

pub use permission::{Channel, Permission, Permissions};
pub use role::{BuiltInRole, Role, RoleRef};

use crate::{CompanyId, Refusal};

/// What may be asked about roles.
#[async_trait]
pub trait Roles {
    /// The roles that can be given to users of a company, each with whether the caller may give it.
    async fn roles(&self, company: CompanyId) -> Result<Vec<Role>, Refusal>;
}

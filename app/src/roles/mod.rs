//! Roles and permissions.

mod acting;
pub mod api;
mod catalogue;
mod draft;
mod function_points;
mod permission;
mod permissions;
mod preview;
mod refusal;
mod role;

use async_trait::async_trait;

pub use catalogue::{DefaultRole, RoleDetail, RoleQuery, RoleRow};
pub use draft::{DefaultRoleChange, RoleChange, RoleDraft, RoleName, RoleTexts};
pub use function_points::Module;
pub use permission::{Channel, Permission};
pub use permissions::{PermissionLists, Permissions};
pub use preview::{HolderEffect, RoleDeletion, RoleDeletionPreview, RolePreview};
pub use refusal::RoleRefusal;
pub use role::{BuiltInRole, Role, RoleRef};

use crate::{CompanyId, Page, Refusal, RoleId, companies::CompanyKind};

/// What may be asked about roles.
#[async_trait]
pub trait Roles {
    /// The roles that can be given to users of a company, each with whether the caller may give it.
    async fn roles(&self, company: CompanyId) -> Result<Vec<Role>, Refusal>;
    /// A page of the roles that the caller sees: those of the companies in their scope, those from above that can
    /// be used there, and those that came with Doorward.
    async fn all_roles(&self, query: RoleQuery) -> Result<Page<RoleRow>, Refusal>;
    /// One role.
    async fn role(&self, id: RoleId) -> Result<RoleDetail, Refusal>;
    /// Creates a role.
    async fn create_role(&self, draft: RoleDraft) -> Result<RoleDetail, Refusal>;
    /// What a change would mean for those who have the role; refused like the change itself.
    async fn preview_role_change(
        &self,
        id: RoleId,
        change: RoleChange,
    ) -> Result<RolePreview, Refusal>;
    /// Changes a role, if it is still at `version`.
    async fn change_role(
        &self,
        id: RoleId,
        version: i64,
        change: RoleChange,
    ) -> Result<RoleDetail, Refusal>;
    /// What a deletion would mean for those who have the role.
    async fn preview_role_deletion(&self, id: RoleId) -> Result<RoleDeletionPreview, Refusal>;
    /// Deletes a role that is still at `version`, if those who have it are the ones that were shown.
    async fn delete_role(
        &self,
        id: RoleId,
        version: i64,
        deletion: RoleDeletion,
    ) -> Result<(), Refusal>;
    /// The default role of each kind of company.
    async fn default_roles(&self) -> Result<Vec<DefaultRole>, Refusal>;
    /// Sets the default role of a kind of company. The default role of each kind.
    async fn set_default_role(
        &self,
        kind: CompanyKind,
        role: RoleId,
    ) -> Result<Vec<DefaultRole>, Refusal>;
}

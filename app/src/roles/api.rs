//! The server functions about roles.
#![allow(
    missing_docs,
    reason = "the fields of the generated structs are the arguments of the functions"
)]

use leptos::prelude::*;
use leptos::server_fn::codec::Json;

use super::{
    DefaultRole, Role, RoleChange, RoleDeletion, RoleDeletionPreview, RoleDetail, RoleDraft,
    RolePreview, RoleQuery, RoleRow,
};
use crate::{CompanyId, Page, Refusal, RoleId, companies::CompanyKind};

/// See [`super::Roles::roles`].
#[server(prefix = "/ui", endpoint = "roles/list", input = Json)]
pub async fn list_roles(company: CompanyId) -> Result<Vec<Role>, Refusal> {
    crate::portal()?.roles(company).await
}

/// See [`super::Roles::all_roles`].
#[server(prefix = "/ui", endpoint = "roles/all", input = Json)]
pub async fn list_all_roles(query: RoleQuery) -> Result<Page<RoleRow>, Refusal> {
    crate::portal()?.all_roles(query).await
}

/// See [`super::Roles::role`].
#[server(prefix = "/ui", endpoint = "roles/one", input = Json)]
pub async fn get_role(id: RoleId) -> Result<RoleDetail, Refusal> {
    crate::portal()?.role(id).await
}

/// See [`super::Roles::create_role`].
#[server(prefix = "/ui", endpoint = "roles/create", input = Json)]
pub async fn create_role(draft: RoleDraft) -> Result<RoleDetail, Refusal> {
    crate::portal()?.create_role(draft).await
}

/// See [`super::Roles::preview_role_change`].
#[server(prefix = "/ui", endpoint = "roles/preview-change", input = Json)]
pub async fn preview_role_change(id: RoleId, change: RoleChange) -> Result<RolePreview, Refusal> {
    crate::portal()?.preview_role_change(id, change).await
}

/// See [`super::Roles::change_role`].
#[server(prefix = "/ui", endpoint = "roles/change", input = Json)]
pub async fn change_role(
    id: RoleId,
    version: i64,
    change: RoleChange,
) -> Result<RoleDetail, Refusal> {
    crate::portal()?.change_role(id, version, change).await
}

/// See [`super::Roles::preview_role_deletion`].
#[server(prefix = "/ui", endpoint = "roles/preview-deletion", input = Json)]
pub async fn preview_role_deletion(id: RoleId) -> Result<RoleDeletionPreview, Refusal> {
    crate::portal()?.preview_role_deletion(id).await
}

/// See [`super::Roles::delete_role`].
#[server(prefix = "/ui", endpoint = "roles/delete", input = Json)]
pub async fn delete_role(id: RoleId, version: i64, deletion: RoleDeletion) -> Result<(), Refusal> {
    crate::portal()?.delete_role(id, version, deletion).await
}

/// See [`super::Roles::default_roles`].
#[server(prefix = "/ui", endpoint = "roles/defaults", input = Json)]
pub async fn list_default_roles() -> Result<Vec<DefaultRole>, Refusal> {
    crate::portal()?.default_roles().await
}

/// See [`super::Roles::set_default_role`].
#[server(prefix = "/ui", endpoint = "roles/set-default", input = Json)]
pub async fn set_default_role(
    kind: CompanyKind,
    role: RoleId,
) -> Result<Vec<DefaultRole>, Refusal> {
    crate::portal()?.set_default_role(kind, role).await
}

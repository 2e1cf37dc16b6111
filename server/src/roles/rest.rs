//! Roles over REST.

use app::{
    CompanyId, Page, RoleId,
    companies::CompanyKind,
    roles::{
        DefaultRole, DefaultRoleChange, Role, RoleChange, RoleDeletion, RoleDeletionPreview,
        RoleDetail, RoleDraft, RolePreview, RoleQuery, RoleRow, Roles as _,
    },
};
use axum::{
    Extension, Json,
    http::{StatusCode, Uri},
    middleware,
    response::Response,
};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::{
    router::{OpenApiRouter, UtoipaMethodRouterExt as _},
    routes,
};

use crate::http::{
    answer::{Answer, Created, One, Paged},
    extract::{AtDesk, Body, Id, Query},
    idempotency::{self, IdempotencyKey},
    versions::{IfMatch, IfNoneMatch},
};

/// The routes about roles.
pub fn router() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(list, create).layer(middleware::from_fn(idempotency::once)))
        .routes(routes!(all))
        .routes(routes!(one, change, delete))
        .routes(routes!(preview_change))
        .routes(routes!(preview_deletion))
        .routes(routes!(default_roles))
        .routes(routes!(set_default_role))
}

/// Whose roles.
#[derive(Debug, Deserialize, ToSchema)]
struct CompanyQuery {
    /// The company to whose users the roles can be given.
    company: CompanyId,
}

/// List roles to choose from
///
/// The roles that can be given to users of a company, each with whether you may give it.
#[utoipa::path(
    get, path = "/api/v1/roles", operation_id = "listRoles", tag = "Roles",
    params(Query<CompanyQuery>),
    responses((status = 200, description = "The roles", body = Vec<Role>)),
)]
async fn list(
    Extension(desk): AtDesk,
    Query(query): Query<CompanyQuery>,
) -> Answer<Json<Vec<Role>>> {
    Ok(Json(desk.roles(query.company).await?))
}

/// List all roles
///
/// A page of the roles you can see: those that came with Doorward, those of the companies in your scope, and those of
/// companies above that can be used in it; with how many users have each. Who they are: list users with `role`.
#[utoipa::path(
    get, path = "/api/v1/roles/all", operation_id = "listAllRoles", tag = "Roles",
    params(Query<RoleQuery>),
    responses((status = 200, description = "A page of roles", body = Page<RoleRow>,
        headers(("Link", description = "The pages before and after (RFC 8288)")))),
)]
async fn all(
    Extension(desk): AtDesk,
    uri: Uri,
    Query(query): Query<RoleQuery>,
) -> Answer<Paged<RoleRow>> {
    Ok(Paged::new(&uri, desk.all_roles(query).await?))
}

/// Create a role
///
/// It belongs to a company and can be used in its subtree. You can put in only what you hold yourself on the same
/// channel. To copy a role, create one with the permissions of the other.
#[utoipa::path(
    post, path = "/api/v1/roles", operation_id = "createRole", tag = "Roles",
    params(IdempotencyKey),
    request_body(content = RoleDraft, example = json!({
        "name": "Front desk", "description": "Lets people in again", "company": 3,
        "permissions": { "web": ["users:read", "credentials:reset"], "app": [], "api": [] }
    })),
    responses((status = 201, description = "The role was created", body = RoleDetail,
        headers(("Location", description = "Where the role is"), ("ETag", description = "The version")))),
)]
async fn create(
    Extension(desk): AtDesk,
    Body(draft): Body<RoleDraft>,
) -> Answer<Created<One<RoleDetail>>> {
    let role = desk.create_role(draft).await?;
    Ok(Created(
        format!("/api/v1/roles/{}", role.role.id),
        One(role),
    ))
}

/// Show a role
///
/// One role with what it allows, how many users have it, and why you cannot change it, if you cannot.
#[utoipa::path(
    get, path = "/api/v1/roles/{id}", operation_id = "getRole", tag = "Roles",
    params(("id" = RoleId, Path, description = "The role"), IfNoneMatch),
    responses(
        (status = 200, description = "The role", body = RoleDetail, headers(("ETag", description = "The version"))),
        (status = 304, description = "You have this version already"),
    ),
)]
async fn one(Extension(desk): AtDesk, Id(id): Id<RoleId>, known: IfNoneMatch) -> Answer<Response> {
    Ok(known.answer(desk.role(id).await?))
}

/// Change a role
///
/// What is absent stays as it is. The change counts at once for everybody who has the role, so you must be allowed to
/// act on all of them.
#[utoipa::path(
    patch, path = "/api/v1/roles/{id}", operation_id = "changeRole", tag = "Roles",
    params(("id" = RoleId, Path, description = "The role"), IfMatch),
    request_body(content = RoleChange, example = json!({
        "permissions": { "web": ["users:read"], "app": [], "api": ["users:read"] }
    })),
    responses(
        (status = 200, description = "The role as it is now", body = RoleDetail,
            headers(("ETag", description = "The new version"))),
        (status = 403, description = "`role.from_above`, `role.more_than_yours`, `role.holder_stronger` or `not_allowed`"),
        (status = 409, description = "`role.built_in` or `role.your_own`"),
    ),
)]
async fn change(
    Extension(desk): AtDesk,
    Id(id): Id<RoleId>,
    IfMatch(version): IfMatch,
    Body(change): Body<RoleChange>,
) -> Answer<One<RoleDetail>> {
    Ok(One(desk.change_role(id, version, change).await?))
}

/// Preview a change of a role
///
/// Who would gain and lose what, without changing anything. Who has the same by another role or individually loses
/// and gains nothing. It is refused as the change would be.
#[utoipa::path(
    post, path = "/api/v1/roles/{id}/preview", operation_id = "previewRoleChange", tag = "Roles",
    params(("id" = RoleId, Path, description = "The role")),
    request_body(content = RoleChange, example = json!({
        "permissions": { "web": ["users:read"], "app": [], "api": ["users:read"] }
    })),
    responses(
        (status = 200, description = "What it would mean", body = RolePreview),
        (status = 403, description = "`role.from_above`, `role.more_than_yours`, `role.holder_stronger` or `not_allowed`"),
        (status = 409, description = "`role.built_in` or `role.your_own`"),
    ),
)]
async fn preview_change(
    Extension(desk): AtDesk,
    Id(id): Id<RoleId>,
    Body(change): Body<RoleChange>,
) -> Answer<Json<RolePreview>> {
    Ok(Json(desk.preview_role_change(id, change).await?))
}

/// The fingerprint of the preview, as a query parameter.
#[derive(Debug, Deserialize, ToSchema)]
struct DeletionQuery {
    /// The `fingerprint` of the preview; not needed where nobody has the role.
    #[serde(default)]
    fingerprint: Option<String>,
}

/// Delete a role
///
/// Where somebody has it, ask for the preview first and send its `fingerprint`: if those who have it have changed
/// since, nothing is deleted. Who is left without any role gets the default role of their company's kind.
#[utoipa::path(
    delete, path = "/api/v1/roles/{id}", operation_id = "deleteRole", tag = "Roles",
    params(("id" = RoleId, Path, description = "The role"), Query<DeletionQuery>, IfMatch),
    responses(
        (status = 204, description = "It is gone"),
        (status = 403, description = "`role.from_above`, `role.more_than_yours`, `role.holder_stronger`, `role.default_too_strong` or `not_allowed`"),
        (status = 409, description = "`role.in_use`, `role.holders_changed`, `role.is_default`, `role.built_in` or `role.your_own`"),
    ),
)]
async fn delete(
    Extension(desk): AtDesk,
    Id(id): Id<RoleId>,
    IfMatch(version): IfMatch,
    Query(query): Query<DeletionQuery>,
) -> Answer<StatusCode> {
    let fingerprint = query.fingerprint;
    let deletion = RoleDeletion { fingerprint };
    desk.delete_role(id, version, deletion).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Preview the deletion of a role
///
/// Who has it, who would be left with the default role, and the fingerprint that stands for exactly these users.
#[utoipa::path(
    get, path = "/api/v1/roles/{id}/deletion", operation_id = "previewRoleDeletion", tag = "Roles",
    params(("id" = RoleId, Path, description = "The role")),
    responses(
        (status = 200, description = "What it would mean", body = RoleDeletionPreview),
        (status = 403, description = "`role.from_above`, `role.more_than_yours` or `not_allowed`"),
        (status = 409, description = "`role.built_in` or `role.your_own`"),
    ),
)]
async fn preview_deletion(
    Extension(desk): AtDesk,
    Id(id): Id<RoleId>,
) -> Answer<Json<RoleDeletionPreview>> {
    Ok(Json(desk.preview_role_deletion(id).await?))
}

/// List default roles
///
/// For each kind of company the role that a new user gets when none is chosen.
#[utoipa::path(
    get, path = "/api/v1/default-roles", operation_id = "listDefaultRoles", tag = "Roles",
    responses((status = 200, description = "The default roles", body = Vec<DefaultRole>)),
)]
async fn default_roles(Extension(desk): AtDesk) -> Answer<Json<Vec<DefaultRole>>> {
    Ok(Json(desk.default_roles().await?))
}

/// Set a default role
///
/// Only operator administrators, and only a role that can be used everywhere: one that came with Doorward or belongs
/// to the operator's own company.
#[utoipa::path(
    put, path = "/api/v1/default-roles/{kind}", operation_id = "setDefaultRole", tag = "Roles",
    params(("kind" = CompanyKind, Path, description = "The kind of company")),
    request_body(content = DefaultRoleChange, example = json!({ "role": 5 })),
    responses((status = 200, description = "The default roles as they are now", body = Vec<DefaultRole>)),
)]
async fn set_default_role(
    Extension(desk): AtDesk,
    Id(kind): Id<CompanyKind>,
    Body(change): Body<DefaultRoleChange>,
) -> Answer<Json<Vec<DefaultRole>>> {
    Ok(Json(desk.set_default_role(kind, change.role).await?))
}

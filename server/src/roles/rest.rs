//! Roles over REST.

use app::{
    CompanyId,
    roles::{Role, Roles as _},
};
use axum::{Extension, Json};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::http::{
    answer::Answer,
    extract::{AtDesk, Query},
};

/// The routes about roles.
pub fn router() -> OpenApiRouter {
    OpenApiRouter::new().routes(routes!(list))
}

/// Whose roles.
#[derive(Debug, Deserialize, ToSchema)]
struct RoleQuery {
    /// The company to whose users the roles can be given.
    company: CompanyId,
}

/// List roles
///
/// The roles that can be given to users of a company, each with whether you may give it.
#[utoipa::path(
    get, path = "/api/v1/roles", operation_id = "listRoles", tag = "Roles",
    params(Query<RoleQuery>),
    responses((status = 200, description = "The roles", body = Vec<Role>)),
)]
async fn list(Extension(desk): AtDesk, Query(query): Query<RoleQuery>) -> Answer<Json<Vec<Role>>> {
    Ok(Json(desk.roles(query.company).await?))
}

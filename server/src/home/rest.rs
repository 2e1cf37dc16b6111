//! The home page over REST.

use app::home::{Attention, Dashboard, Home as _};
use axum::{Extension, Json};
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::http::{answer::Answer, extract::AtDesk};

/// The routes of the home page.
pub fn router() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(attention))
        .routes(routes!(dashboard))
}

/// List what wants your attention
///
/// About your own account, the most urgent first: few recovery codes, what ends soon, a sign-in from a new device in the
/// last 7 days, an e-mail address that waits to be confirmed. Empty when there is nothing.
#[utoipa::path(
    get, path = "/api/v1/me/attention", operation_id = "listMyAttention", tag = "Account",
    responses((status = 200, description = "What wants your attention", body = Vec<Attention>)),
)]
async fn attention(Extension(desk): AtDesk) -> Answer<Json<Vec<Attention>>> {
    Ok(Json(desk.attention().await?))
}

/// Show the numbers of your scope
///
/// Users by status and second factor, sign-ins of the last 14 days of your time zone, failed mails. Each number is what the
/// list of the same filter counts, and a part is absent if you lack the permission of its list.
#[utoipa::path(
    get, path = "/api/v1/dashboard", operation_id = "getDashboard", tag = "Dashboard",
    responses(
        (status = 200, description = "The numbers of your scope", body = Dashboard),
        (status = 403, description = "You hold none of `users:read`, `audit:read` and `mail:read`"),
    ),
)]
async fn dashboard(Extension(desk): AtDesk) -> Answer<Json<Dashboard>> {
    Ok(Json(desk.dashboard().await?))
}

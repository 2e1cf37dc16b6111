//! Token expiration and exclusive login of a user, over REST.

use app::{
    UserId,
    users::{TokenExpirationDraft, TokenExpirationImpact, User, Users as _},
};
use axum::{Extension, Json};
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::http::{
    answer::{Answer, One},
    extract::{AtDesk, Body, Id},
    versions::IfMatch,
};

/// The routes of these operations.
pub(super) fn router() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(set_token_expiration))
        .routes(routes!(preview_token_expiration))
}

/// Set token expiration
///
/// How long what a sign-in hands out beyond a browser stays valid (sessions of the app channel), and whether a sign-in ends
/// the user's other sessions of the same channel. `token_validity` is `{"validity":"inherit"}` for what the policy class
/// says, `{"validity":"long_term"}` for no end by time, or an expiration time from 5 minutes to 3650 days. A shorter
/// lifetime counts for sessions that are open, at their next request; exclusive login that comes into force ends all but
/// the newest session of each channel at once.
#[utoipa::path(
    put, path = "/api/v1/users/{id}/token-expiration", operation_id = "setUserTokenExpiration", tag = "Users",
    params(("id" = UserId, Path, description = "The user"), IfMatch),
    request_body(content = TokenExpirationDraft, example = json!({
        "token_validity": { "validity": "expiration_time", "amount": 12, "unit": "hours" }, "exclusive_login": "yes"
    })),
    responses(
        (status = 200, description = "The user as it is now", body = User,
            headers(("ETag", description = "The new version"))),
        (status = 409, description = "`user.oneself` or `user.in_the_bin`"),
    ),
)]
async fn set_token_expiration(
    Extension(desk): AtDesk,
    Id(id): Id<UserId>,
    IfMatch(version): IfMatch,
    Body(draft): Body<TokenExpirationDraft>,
) -> Answer<One<User>> {
    Ok(One(desk.set_token_expiration(id, version, draft).await?))
}

/// Preview token expiration
///
/// How many of the user's sessions it would end to set this. Nothing is changed.
#[utoipa::path(
    post, path = "/api/v1/users/{id}/token-expiration/preview", operation_id = "previewUserTokenExpiration", tag = "Users",
    params(("id" = UserId, Path, description = "The user")),
    request_body(content = TokenExpirationDraft, example = json!({
        "token_validity": { "validity": "long_term" }, "exclusive_login": "yes"
    })),
    responses((status = 200, description = "What it would end", body = TokenExpirationImpact)),
)]
async fn preview_token_expiration(
    Extension(desk): AtDesk,
    Id(id): Id<UserId>,
    Body(draft): Body<TokenExpirationDraft>,
) -> Answer<Json<TokenExpirationImpact>> {
    Ok(Json(desk.preview_token_expiration(id, draft).await?))
}

//! API tokens and API sessions over REST.

use app::{
    UserId,
    tokens::{ApiSessionStart, ApiTokenDraft, IssuedToken, TokenChoice, Tokens as _},
};
use axum::{
    Extension, Json,
    http::{HeaderName, StatusCode, header},
};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{api_session, exchange::Exchanged};
use crate::http::{
    answer::Answer,
    extract::{AtDesk, Body, Id},
};

/// The routes about API tokens.
pub fn router() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(choice))
        .routes(routes!(issue))
        .routes(routes!(open_session))
}

/// See what API token can be issued for a user
///
/// How long it may last, and which permissions it can have: those that both the user and the caller hold for programs.
#[utoipa::path(
    get, path = "/api/v1/users/{id}/api-token-choice", operation_id = "getApiTokenChoice", tag = "Tokens",
    params(("id" = UserId, Path, description = "The user")),
    responses(
        (status = 200, description = "What can be issued", body = TokenChoice),
        (status = 409, description = "`user.oneself`, or `user.in_the_bin`"),
    ),
)]
async fn choice(Extension(desk): AtDesk, Id(id): Id<UserId>) -> Answer<Json<TokenChoice>> {
    Ok(Json(desk.api_token_choice(id).await?))
}

/// Issue an API token for a user
///
/// For an application that acts as this user, perhaps a service account: a user who was added with
/// `"issue_credentials": false` has no password and acts by API tokens alone. The secret is in this answer and is never shown
/// again. Only in a session, and `stepUp` is asked when the last proof is older than ten minutes. One's own API tokens are
/// issued at `/api/v1/me/tokens`.
#[utoipa::path(
    post, path = "/api/v1/users/{id}/api-tokens", operation_id = "issueApiToken", tag = "Tokens",
    params(("id" = UserId, Path, description = "The user")),
    request_body(content = ApiTokenDraft, example = json!({
        "name": "CRM", "permissions": ["users:read"], "trusted_addresses": ["192.168.192.0/24"],
        "expires_at": "2027-04-01T00:00:00Z"
    })),
    responses(
        (status = 201, description = "The token and its secret", body = IssuedToken),
        (status = 403, description = "`proof_needed.code`, `proof_needed.password`, `token.not_by_token`, `user.stronger`, \
            `user.oneself` or `acting.not_while_acting`"),
        (status = 409, description = "`token.too_many`, `user.oneself` or `user.in_the_bin`"),
    ),
)]
async fn issue(
    Extension(desk): AtDesk,
    Id(id): Id<UserId>,
    Body(draft): Body<ApiTokenDraft>,
) -> Answer<(StatusCode, Json<IssuedToken>)> {
    let issued = desk.issue_api_token(id, draft).await?;
    Ok((StatusCode::CREATED, Json(issued)))
}

/// Open an API session
///
/// With a login ID and an API token. The answer's access token is sent as `Authorization: Bearer …` with other operations, on
/// the channel API, for some minutes; then another session is opened the same way. Nothing has to be closed. Deleting the
/// token, disabling its owner and the like end the session at once.
#[utoipa::path(
    post, path = "/api/v1/session", operation_id = "openApiSession", tag = "Signing in",
    security(()),
    request_body(content = ApiSessionStart, example = json!({ "login_id": "crm.sync", "token": "dwa_…" })),
    responses(
        (status = 200, description = "The access token", body = Exchanged),
        (status = 401, description = "`token.api_session_refused`: unknown login ID, wrong token, a token that was deleted or \
            has ended, a wrong address, an account that is disabled or has expired"),
    ),
)]
async fn open_session(
    Extension(desk): AtDesk,
    Body(start): Body<ApiSessionStart>,
) -> Answer<([(HeaderName, &'static str); 1], Json<Exchanged>)> {
    let opened = api_session::open(&desk.deps, &desk.caller, &start).await?;
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(opened)))
}

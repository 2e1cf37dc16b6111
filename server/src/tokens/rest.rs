//! Tokens over REST: one's own, and those of users in one's scope.

use app::{
    TokenId, UserId,
    tokens::{IssuedToken, Token, TokenChoice, TokenDraft, Tokens as _},
};
use axum::{Extension, Json, http::StatusCode};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::http::{
    answer::Answer,
    extract::{AtDesk, Body, Id},
};

/// The routes about tokens.
pub fn router() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(choice))
        .routes(routes!(issue))
        .routes(routes!(replace_secret))
        .routes(routes!(list, delete_all))
        .routes(routes!(delete))
}

/// See what can be issued
///
/// How long a token of the caller's own may last, and which permissions it can have: those that they hold for programs.
#[utoipa::path(
    get, path = "/api/v1/me/token-choice", operation_id = "getTokenChoice", tag = "Tokens",
    responses((status = 200, description = "What can be issued", body = TokenChoice)),
)]
async fn choice(Extension(desk): AtDesk) -> Answer<Json<TokenChoice>> {
    Ok(Json(desk.token_choice().await?))
}

/// Issue a token
///
/// A token of the caller's own. A refresh token is exchanged for access tokens at `/oauth/token`. Its secret is in this answer
/// and is never shown again. Without `permissions` it may do whatever its owner may as a program; without `expires_at` it does
/// not end by time, where the policy allows that. Only in a session, and `stepUp` is asked when the last proof is older than
/// ten minutes: no token makes another.
#[utoipa::path(
    post, path = "/api/v1/me/tokens", operation_id = "issueToken", tag = "Tokens",
    request_body(content = TokenDraft, example = json!({
        "name": "Nightly report", "permissions": ["users:read"], "expires_at": "2027-04-01T00:00:00Z"
    })),
    responses(
        (status = 201, description = "The token and its secret", body = IssuedToken),
        (status = 403, description = "`proof_needed.code`, `proof_needed.password`, `token.not_by_token` or \
            `acting.not_while_acting`"),
        (status = 409, description = "`token.too_many`"),
    ),
)]
async fn issue(
    Extension(desk): AtDesk,
    Body(draft): Body<TokenDraft>,
) -> Answer<(StatusCode, Json<IssuedToken>)> {
    Ok((StatusCode::CREATED, Json(desk.issue_token(draft).await?)))
}

/// Replace a token's secret
///
/// The token stays what it is and gets a new secret, which is in this answer and never shown again. The earlier one stays good
/// for a day, so that a program can be given the new one without a break; of a token that rotates it is void at once.
#[utoipa::path(
    post, path = "/api/v1/me/tokens/{token}/secret", operation_id = "replaceTokenSecret", tag = "Tokens",
    params(("token" = TokenId, Path, description = "The token")),
    responses((status = 200, description = "The token and its new secret", body = IssuedToken)),
)]
async fn replace_secret(
    Extension(desk): AtDesk,
    Id(token): Id<TokenId>,
) -> Answer<Json<IssuedToken>> {
    Ok(Json(desk.replace_token_secret(token).await?))
}

/// List a user's tokens
///
/// The newest first; never their secrets. Everyone may see their own.
#[utoipa::path(
    get, path = "/api/v1/users/{id}/tokens", operation_id = "listTokens", tag = "Tokens",
    params(("id" = UserId, Path, description = "The user")),
    responses((status = 200, description = "The tokens", body = Vec<Token>)),
)]
async fn list(Extension(desk): AtDesk, Id(id): Id<UserId>) -> Answer<Json<Vec<Token>>> {
    Ok(Json(desk.tokens(id).await?))
}

/// How many tokens were deleted.
#[derive(Debug, Serialize, ToSchema)]
struct DeletedTokens {
    /// How many.
    deleted: u64,
}

/// Delete a user's tokens
///
/// All of them. Whatever acted by them is refused from now on, access tokens too. Everyone may delete their own.
#[utoipa::path(
    delete, path = "/api/v1/users/{id}/tokens", operation_id = "deleteTokens", tag = "Tokens",
    params(("id" = UserId, Path, description = "The user")),
    responses((status = 200, description = "They are deleted", body = DeletedTokens)),
)]
async fn delete_all(Extension(desk): AtDesk, Id(id): Id<UserId>) -> Answer<Json<DeletedTokens>> {
    let deleted = desk.delete_tokens(id).await?;
    Ok(Json(DeletedTokens { deleted }))
}

/// Delete one token
///
/// Whatever acted by it is refused from now on, access tokens too. Everyone may delete their own.
#[utoipa::path(
    delete, path = "/api/v1/users/{id}/tokens/{token}", operation_id = "deleteToken", tag = "Tokens",
    params(
        ("id" = UserId, Path, description = "The user"),
        ("token" = TokenId, Path, description = "The token"),
    ),
    responses((status = 204, description = "It is deleted")),
)]
async fn delete(
    Extension(desk): AtDesk,
    Id((user, token)): Id<(UserId, TokenId)>,
) -> Answer<StatusCode> {
    desk.delete_token(user, token).await?;
    Ok(StatusCode::NO_CONTENT)
}

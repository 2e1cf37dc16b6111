//! What administrators do to a user beyond editing, over REST.

use app::{
    UserId,
    users::{GeneratedPassword, User, Users as _},
};
use axum::{Extension, Json};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::http::{
    answer::{Answer, One},
    extract::{AtDesk, Body, Id},
};

/// The routes of these operations.
pub(super) fn router() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(set_disabled))
        .routes(routes!(set_two_factor))
        .routes(routes!(reset_two_factor))
        .routes(routes!(generate_password))
        .routes(routes!(unlock))
}

/// Whether a user is stopped.
#[derive(Debug, Deserialize, ToSchema)]
struct DisabledSetting {
    /// Whether they are stopped from signing in.
    disabled: bool,
}

/// Disable or enable a user
///
/// A disabled user cannot sign in; their sessions end at once.
#[utoipa::path(
    put, path = "/api/v1/users/{id}/disabled", operation_id = "setUserDisabled", tag = "Users",
    params(("id" = UserId, Path, description = "The user")),
    request_body(content = DisabledSetting, example = json!({"disabled": true})),
    responses(
        (status = 200, description = "The user as it is now", body = User,
            headers(("ETag", description = "The new version"))),
        (status = 409, description = "`user.oneself`, `user.last_operator_administrator` or `user.in_the_bin`"),
    ),
)]
async fn set_disabled(
    Extension(desk): AtDesk,
    Id(id): Id<UserId>,
    Body(setting): Body<DisabledSetting>,
) -> Answer<One<User>> {
    Ok(One(desk.set_disabled(id, setting.disabled).await?))
}

/// Whether the second factor is asked for.
#[derive(Debug, Deserialize, ToSchema)]
struct SecondFactorSetting {
    /// Enable TFA (`true`) or Disable TFA (`false`).
    enabled: bool,
}

/// Enable or disable TFA
///
/// Enabled, the next sign-in asks for a one-time code and sets up an authenticator where there is none.
#[utoipa::path(
    put, path = "/api/v1/users/{id}/two-factor", operation_id = "setUserTwoFactor", tag = "Users",
    params(("id" = UserId, Path, description = "The user")),
    request_body(content = SecondFactorSetting, example = json!({"enabled": true})),
    responses(
        (status = 200, description = "The user as it is now", body = User,
            headers(("ETag", description = "The new version"))),
        (status = 409, description = "`user.oneself` or `user.in_the_bin`"),
    ),
)]
async fn set_two_factor(
    Extension(desk): AtDesk,
    Id(id): Id<UserId>,
    Body(setting): Body<SecondFactorSetting>,
) -> Answer<One<User>> {
    Ok(One(desk.set_two_factor(id, setting.enabled).await?))
}

/// Reset TFA
///
/// The authenticator and the recovery codes are dead, sessions end, and the next sign-in sets up anew.
#[utoipa::path(
    post, path = "/api/v1/users/{id}/two-factor/reset", operation_id = "resetUserTwoFactor", tag = "Users",
    params(("id" = UserId, Path, description = "The user")),
    responses(
        (status = 200, description = "The user as it is now", body = User,
            headers(("ETag", description = "The new version"))),
        (status = 409, description = "`user.oneself` or `user.in_the_bin`"),
    ),
)]
async fn reset_two_factor(Extension(desk): AtDesk, Id(id): Id<UserId>) -> Answer<One<User>> {
    Ok(One(desk.reset_two_factor(id).await?))
}

/// Generate a password
///
/// Sets a new password, which only this answer tells; it is stored as a hash and must be changed at the next sign-in.
/// Sessions, login flows, password link and invitation of the user end, and the user is told by mail that an
/// administrator has set a password. A second factor is still asked. The answer is not kept for an `Idempotency-Key`:
/// sent again, it makes another password.
#[utoipa::path(
    post, path = "/api/v1/users/{id}/password", operation_id = "generateUserPassword", tag = "Users",
    params(("id" = UserId, Path, description = "The user")),
    responses(
        (status = 200, description = "The password, told this once", body = GeneratedPassword),
        (status = 409, description = "`user.oneself`, `user.cannot_sign_in` or `user.in_the_bin`"),
    ),
)]
async fn generate_password(
    Extension(desk): AtDesk,
    Id(id): Id<UserId>,
) -> Answer<Json<GeneratedPassword>> {
    Ok(Json(desk.generate_password(id).await?))
}

/// Lift a lockout
///
/// Forgets the failed sign-ins that slow this account down.
#[utoipa::path(
    post, path = "/api/v1/users/{id}/unlock", operation_id = "unlockUser", tag = "Users",
    params(("id" = UserId, Path, description = "The user")),
    responses(
        (status = 200, description = "The user as it is now", body = User,
            headers(("ETag", description = "The version"))),
        (status = 409, description = "`user.in_the_bin`"),
    ),
)]
async fn unlock(Extension(desk): AtDesk, Id(id): Id<UserId>) -> Answer<One<User>> {
    Ok(One(desk.unlock(id).await?))
}

//! What administrators do to a user beyond editing, over REST.

use app::{
    UserId,
    users::{AccessChange, User, UserAccess, Users as _},
};
use axum::Extension;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::http::{
    answer::{Answer, One},
    extract::{AtDesk, Body, Id},
    versions::IfMatch,
};

/// The routes of these operations.
pub(super) fn router() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(access, change_access))
        .routes(routes!(set_disabled))
        .routes(routes!(set_two_factor))
        .routes(routes!(reset_two_factor))
        .routes(routes!(unlock))
}

/// Show a user's permissions
///
/// What a user may do on each channel, and where it comes from: their roles, with what each allows, and what was given
/// to them individually. `effective` is the sum.
#[utoipa::path(
    get, path = "/api/v1/users/{id}/permissions", operation_id = "getUserPermissions", tag = "Users",
    params(("id" = UserId, Path, description = "The user")),
    responses((status = 200, description = "What they may do", body = UserAccess,
        headers(("ETag", description = "The version of the user")))),
)]
async fn access(Extension(desk): AtDesk, Id(id): Id<UserId>) -> Answer<One<UserAccess>> {
    Ok(One(desk.access(id).await?))
}

/// Change a user's permissions
///
/// Gives other roles, other individual permissions, or both at once; what is absent stays. You can add only what you
/// hold yourself on the same channel.
#[utoipa::path(
    put, path = "/api/v1/users/{id}/permissions", operation_id = "changeUserPermissions", tag = "Users",
    params(("id" = UserId, Path, description = "The user"), IfMatch),
    request_body(content = AccessChange, example = json!({
        "roles": [3], "grants": { "web": ["audit:read"], "app": [], "api": [] }
    })),
    responses(
        (status = 200, description = "What they may do now", body = UserAccess,
            headers(("ETag", description = "The new version of the user"))),
        (status = 409, description = "`user.oneself`, `user.last_operator_administrator` or `user.in_the_bin`"),
    ),
)]
async fn change_access(
    Extension(desk): AtDesk,
    Id(id): Id<UserId>,
    IfMatch(version): IfMatch,
    Body(change): Body<AccessChange>,
) -> Answer<One<UserAccess>> {
    Ok(One(desk.change_access(id, version, change).await?))
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

//! What administrators do to a user beyond editing, over REST.

use app::{
    UserId,
    users::{
        AccessChange, AddressTrial, AddressVerdict, AddressesDraft, GeneratedPassword, User,
        UserAccess, Users as _, VerificationSettings,
    },
};
use axum::{Extension, Json};
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
        .routes(routes!(set_verification))
        .routes(routes!(generate_password))
        .routes(routes!(unlock))
        .routes(routes!(set_trusted_addresses))
        .routes(routes!(try_trusted_addresses))
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

/// Set verification methods
///
/// Multi-factor Authentication of a user: by what a sign-in in a browser or by a program (`web_login`), a sign-in in an app
/// (`app_login`) and the unlocking of an app (`app_unlock`) are verified beside password and authenticator: `inherit` for
/// what the policy class says, `none`, or `email` for a code sent by e-mail. It holds from the next step of a sign-in on.
#[utoipa::path(
    put, path = "/api/v1/users/{id}/verification-methods", operation_id = "setUserVerificationMethods", tag = "Users",
    params(("id" = UserId, Path, description = "The user"), IfMatch),
    request_body(content = VerificationSettings, example = json!({
        "web_login": "email", "app_login": "inherit", "app_unlock": "none"
    })),
    responses(
        (status = 200, description = "The user as it is now", body = User,
            headers(("ETag", description = "The new version"))),
        (status = 409, description = "`user.oneself` or `user.in_the_bin`"),
    ),
)]
async fn set_verification(
    Extension(desk): AtDesk,
    Id(id): Id<UserId>,
    IfMatch(version): IfMatch,
    Body(settings): Body<VerificationSettings>,
) -> Answer<One<User>> {
    Ok(One(desk.set_verification(id, version, settings).await?))
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

/// Set trusted addresses
///
/// From where the user may sign in and go on working, whatever their policy class says; with an empty list the policy class
/// decides. It counts at once, for sessions that are open too.
#[utoipa::path(
    put, path = "/api/v1/users/{id}/trusted-addresses", operation_id = "setUserTrustedAddresses", tag = "Users",
    params(("id" = UserId, Path, description = "The user"), IfMatch),
    request_body(content = AddressesDraft, example = json!({
        "addresses": ["10.10.10.1", "192.168.192.0/255.255.255.0", "2001:db8::/32"]
    })),
    responses(
        (status = 200, description = "The user as it is now", body = User,
            headers(("ETag", description = "The new version"))),
        (status = 409, description = "`user.oneself`, `user.locks_oneself_out` or `user.in_the_bin`"),
    ),
)]
async fn set_trusted_addresses(
    Extension(desk): AtDesk,
    Id(id): Id<UserId>,
    IfMatch(version): IfMatch,
    Body(draft): Body<AddressesDraft>,
) -> Answer<One<User>> {
    Ok(One(desk.set_trusted_addresses(id, version, draft).await?))
}

/// Try trusted addresses
///
/// Would somebody at `address` get in, with the list given or with the one in force, and who signed in during the last 30
/// days from elsewhere? Nothing is changed.
#[utoipa::path(
    post, path = "/api/v1/users/{id}/trusted-addresses/trial", operation_id = "tryUserTrustedAddresses", tag = "Users",
    params(("id" = UserId, Path, description = "The user")),
    request_body(content = AddressTrial, example = json!({
        "addresses": ["192.168.192.0/24"], "address": "203.0.113.9"
    })),
    responses((status = 200, description = "What it would mean", body = AddressVerdict)),
)]
async fn try_trusted_addresses(
    Extension(desk): AtDesk,
    Id(id): Id<UserId>,
    Body(trial): Body<AddressTrial>,
) -> Answer<Json<AddressVerdict>> {
    Ok(Json(desk.try_trusted_addresses(id, trial).await?))
}

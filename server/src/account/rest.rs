//! One's own account over REST.

use app::{
    Page, PageQuery,
    account::{
        AccountSecurity, ActivityEvent, AuthenticatorCode, ClosingPreview, OwnAccount as _,
        PasswordChange, PresentPassword, RecoveryCodes,
    },
    sign_in::Enrolment,
};
use axum::{
    Extension, Json,
    http::{StatusCode, Uri},
};
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::http::{
    answer::{Answer, Paged},
    extract::{AtDesk, Body, Query},
};

/// The routes about one's own account.
pub fn router() -> OpenApiRouter {
    OpenApiRouter::new()
        .merge(super::rest_profile::router())
        .routes(routes!(security))
        .routes(routes!(change_password))
        .routes(routes!(
            begin_authenticator,
            confirm_authenticator,
            remove_authenticator
        ))
        .routes(routes!(renew_recovery_codes))
        .routes(routes!(preview_closing))
        .routes(routes!(close))
        .routes(routes!(activity))
}

/// Show by what you sign in
///
/// Your password and your second factor; no secret is told.
#[utoipa::path(
    get, path = "/api/v1/me/security", operation_id = "getMySecurity", tag = "Account",
    responses((status = 200, description = "By what you sign in", body = AccountSecurity)),
)]
async fn security(Extension(desk): AtDesk) -> Answer<Json<AccountSecurity>> {
    Ok(Json(desk.account_security().await?))
}

/// Change your password
///
/// The present one is asked; wrong ones are slowed down like those of a sign-in. Where an authenticator is bound, `stepUp`
/// by a code is asked too. Your other sessions end, links to set a password are void, and you are told by mail.
#[utoipa::path(
    put, path = "/api/v1/me/password", operation_id = "changeMyPassword", tag = "Account",
    request_body(content = PasswordChange, example = json!({
        "current_password": "walnut ferry october", "password": "gravel lantern sparrow"
    })),
    responses(
        (status = 204, description = "It is changed"),
        (status = 403, description = "`proof_needed.code` or `acting.not_while_acting`"),
        (status = 409, description = "`account.no_password`"),
        (status = 422, description = "The present password is wrong, or the new one will not do"),
    ),
)]
async fn change_password(
    Extension(desk): AtDesk,
    Body(change): Body<PasswordChange>,
) -> Answer<StatusCode> {
    desk.change_password(change).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Begin to set up your authenticator
///
/// The password is asked; where an authenticator is bound, `stepUp` by a code is asked too. It works until the new one is
/// confirmed, within half an hour and in the same session.
#[utoipa::path(
    post, path = "/api/v1/me/authenticator", operation_id = "beginMyAuthenticator", tag = "Account",
    request_body(content = PresentPassword, example = json!({ "password": "walnut ferry october" })),
    responses(
        (status = 200, description = "What the authenticator app needs", body = Enrolment),
        (status = 403, description = "`proof_needed.code` or `acting.not_while_acting`"),
        (status = 409, description = "`account.no_password`"),
        (status = 422, description = "The password is wrong"),
    ),
)]
async fn begin_authenticator(
    Extension(desk): AtDesk,
    Body(draft): Body<PresentPassword>,
) -> Answer<Json<Enrolment>> {
    Ok(Json(desk.begin_authenticator(draft).await?))
}

/// Confirm your new authenticator
///
/// By the first code that it shows. The answer tells ten recovery codes, this once; older ones are void. In another's
/// place, your other sessions end. You are told by mail.
#[utoipa::path(
    put, path = "/api/v1/me/authenticator", operation_id = "confirmMyAuthenticator", tag = "Account",
    request_body(content = AuthenticatorCode, example = json!({ "code": "123456" })),
    responses(
        (status = 200, description = "It is bound", body = RecoveryCodes),
        (status = 403, description = "`acting.not_while_acting`"),
        (status = 410, description = "`account.set_up_over`"),
        (status = 422, description = "The code is wrong"),
    ),
)]
async fn confirm_authenticator(
    Extension(desk): AtDesk,
    Body(draft): Body<AuthenticatorCode>,
) -> Answer<Json<RecoveryCodes>> {
    Ok(Json(desk.confirm_authenticator(draft).await?))
}

/// Remove your authenticator
///
/// And its recovery codes, if neither the policy nor an administrator asks for one. Your other sessions end, and you are
/// told by mail.
#[utoipa::path(
    delete, path = "/api/v1/me/authenticator", operation_id = "removeMyAuthenticator", tag = "Account",
    responses(
        (status = 204, description = "It is removed"),
        (status = 403, description = "`proof_needed.code` or `acting.not_while_acting`"),
        (status = 409, description = "`account.no_authenticator`, `account.required_by_policy` or `account.required_for_you`"),
    ),
)]
async fn remove_authenticator(Extension(desk): AtDesk) -> Answer<StatusCode> {
    desk.remove_authenticator().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Make new recovery codes
///
/// Ten, told this once; the old ones are void. You are told by mail.
#[utoipa::path(
    post, path = "/api/v1/me/recovery-codes", operation_id = "renewMyRecoveryCodes", tag = "Account",
    responses(
        (status = 200, description = "The codes from now on", body = RecoveryCodes),
        (status = 403, description = "`proof_needed.code` or `acting.not_while_acting`"),
        (status = 409, description = "`account.no_authenticator`"),
    ),
)]
async fn renew_recovery_codes(Extension(desk): AtDesk) -> Answer<Json<RecoveryCodes>> {
    Ok(Json(desk.renew_recovery_codes().await?))
}

/// Show what closing your account would take along
///
/// And why it stays, if your company's policy does not let users close their accounts, or you have sub-users.
#[utoipa::path(
    get, path = "/api/v1/me/closing", operation_id = "getMyClosing", tag = "Account",
    responses((status = 200, description = "What would go", body = ClosingPreview)),
)]
async fn preview_closing(Extension(desk): AtDesk) -> Answer<Json<ClosingPreview>> {
    Ok(Json(desk.preview_closing().await?))
}

/// Close your account
///
/// It goes to the bin, from where an administrator can restore it for as long as the policy says. Your sessions end, your
/// tokens are deleted, and you are told by mail. Asks for a `stepUp`.
#[utoipa::path(
    delete, path = "/api/v1/me", operation_id = "closeMyAccount", tag = "Account",
    responses(
        (status = 204, description = "It is closed"),
        (status = 403, description = "`proof_needed.code`, `proof_needed.password` or `acting.not_while_acting`"),
        (status = 409, description = "`account.closing_not_allowed`, `account.has_sub_users` or `user.last_operator_administrator`"),
    ),
)]
async fn close(Extension(desk): AtDesk) -> Answer<StatusCode> {
    desk.close_account().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// List your recent activity
///
/// What you did and what was done to your account, newest first, also by whoever was logged in as you.
#[utoipa::path(
    get, path = "/api/v1/me/activity", operation_id = "listMyActivity", tag = "Account",
    params(Query<PageQuery>),
    responses((status = 200, description = "A page of events", body = Page<ActivityEvent>,
        headers(("Link", description = "The pages before and after (RFC 8288)")))),
)]
async fn activity(
    Extension(desk): AtDesk,
    uri: Uri,
    Query(page): Query<PageQuery>,
) -> Answer<Paged<ActivityEvent>> {
    Ok(Paged::new(&uri, desk.activity(page).await?))
}

//! Logging in as somebody else, and back, over REST.

use app::{
    UserId,
    sessions::{LogInAsDraft, Sessions as _},
    sign_in::Me,
};
use axum::{Extension, Json};
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::http::{
    answer::Answer,
    extract::{AtDesk, Body, Id},
};

/// The routes of these operations.
pub(super) fn router() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(log_in_as))
        .routes(routes!(go_back))
}

/// Log in as a user
///
/// For 30 minutes, or until your session ends, the session that asks acts as the user: with what both of you may do, as
/// far as the user reaches. You prove that it is you by a one-time code of your own authenticator, or by your password
/// if you have none. The user must be weaker than you; they are told by mail who, when and why. Passwords, second factors,
/// e-mail addresses, tokens, rights, policy classes, trusted addresses and the user's own account cannot be changed
/// meanwhile (`acting.not_while_acting`). Every audit event names both of you.
///
/// At each request it is asked anew whether all of this still holds. When it no longer does, everything but `getMe`,
/// which tells why, is refused with `acting.over` until you go back: so nothing meant for the user's account is done as
/// yourself.
#[utoipa::path(
    post, path = "/api/v1/users/{id}/log-in-as", operation_id = "logInAs", tag = "Sessions",
    params(("id" = UserId, Path, description = "The user")),
    request_body(content = LogInAsDraft, example = json!({
        "reason": "Ticket 4711: the list of invoices is empty", "code": "123456"
    })),
    responses(
        (status = 200, description = "Who you are now", body = Me),
        (status = 403, description = "`user.stronger`, `acting.not_weaker`, `acting.forbidden` or `acting.not_while_acting`"),
        (status = 409, description = "`user.oneself`, `user.in_the_bin`, `user.cannot_sign_in` or `acting.already_acting`"),
    ),
)]
async fn log_in_as(
    Extension(desk): AtDesk,
    Id(id): Id<UserId>,
    Body(draft): Body<LogInAsDraft>,
) -> Answer<Json<Me>> {
    Ok(Json(desk.log_in_as(id, draft).await?))
}

/// Go back to yourself
///
/// Ends logging in as a user. When it ended by itself, this says that you have heard, and you go on as yourself. Nothing
/// happens when you act as nobody else. To end the session as a whole, sign out.
#[utoipa::path(
    delete, path = "/api/v1/me/acting", operation_id = "goBack", tag = "Sessions",
    responses((status = 200, description = "Who you are now", body = Me)),
)]
async fn go_back(Extension(desk): AtDesk) -> Answer<Json<Me>> {
    Ok(Json(desk.go_back().await?))
}

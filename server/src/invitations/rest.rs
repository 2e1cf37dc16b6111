//! Invitations and links over REST.

use app::{
    UserId,
    invitations::{InvitationView, Invitations as _, LinkView},
};
use axum::{Extension, Json, http::StatusCode, middleware};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::{
    router::{OpenApiRouter, UtoipaMethodRouterExt as _},
    routes,
};

use crate::http::{
    answer::{Answer, Created},
    extract::{AtDesk, Body, Id},
    idempotency::{self, IdempotencyKey},
};

/// The routes about invitations and links.
pub fn router() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(list, issue).layer(middleware::from_fn(idempotency::once)))
        .routes(routes!(look))
        .routes(routes!(ask))
}

/// List a user's invitations
///
/// Newest first, and how far each has come.
#[utoipa::path(
    get, path = "/api/v1/users/{id}/invitations", operation_id = "listInvitations", tag = "Invitations",
    params(("id" = UserId, Path, description = "The user")),
    responses((status = 200, description = "The invitations", body = Vec<InvitationView>)),
)]
async fn list(Extension(desk): AtDesk, Id(id): Id<UserId>) -> Answer<Json<Vec<InvitationView>>> {
    Ok(Json(desk.invitations(id).await?))
}

/// Issue credentials
///
/// Sends the User Registration Acceptance Email with a new link. The older link is void.
#[utoipa::path(
    post, path = "/api/v1/users/{id}/invitations", operation_id = "issueCredentials", tag = "Invitations",
    params(("id" = UserId, Path, description = "The user"), IdempotencyKey),
    responses(
        (status = 201, description = "The invitation, its mail queued", body = InvitationView),
        (status = 409, description = "`user.cannot_sign_in` or `user.in_the_bin`; `under_way`: the same request is still being carried out"),
    ),
)]
async fn issue(
    Extension(desk): AtDesk,
    Id(id): Id<UserId>,
) -> Answer<Created<Json<InvitationView>>> {
    let invitation = desk.issue_credentials(id).await?;
    Ok(Created(
        format!("/api/v1/users/{id}/invitations"),
        Json(invitation),
    ))
}

/// The secret of a link.
#[derive(Deserialize, ToSchema)]
struct LinkSecret {
    /// What stands in the link after its last slash.
    token: String,
}

/// Look at a link
///
/// What the link of an invitation or password mail is for. Spends nothing. To use the link, open a
/// login flow with it: `POST /api/v1/login` with `{"by": "link", "token": "…"}`.
#[utoipa::path(
    post, path = "/api/v1/links/look", operation_id = "lookAtLink", tag = "Invitations",
    request_body(content = LinkSecret, example = json!({"token": "Hs9…"})),
    responses(
        (status = 200, description = "What it is for", body = LinkView),
        (status = 404, description = "`invitation.unknown`: the link is not one of ours"),
        (status = 410, description = "`invitation.expired`, `invitation.used` or `invitation.voided`"),
    ),
    security(()),
)]
async fn look(Extension(desk): AtDesk, Body(link): Body<LinkSecret>) -> Answer<Json<LinkView>> {
    Ok(Json(desk.look_at_link(link.token).await?))
}

/// Ask for a new link
///
/// With an expired or used link: those who can issue a new one are told by mail.
#[utoipa::path(
    post, path = "/api/v1/links/ask", operation_id = "askForNewLink", tag = "Invitations",
    request_body(content = LinkSecret, example = json!({"token": "Hs9…"})),
    responses(
        (status = 204, description = "They are told"),
        (status = 404, description = "`invitation.unknown`: the link is not one of ours"),
    ),
    security(()),
)]
async fn ask(Extension(desk): AtDesk, Body(link): Body<LinkSecret>) -> Answer<StatusCode> {
    desk.ask_for_new_link(link.token).await?;
    Ok(StatusCode::NO_CONTENT)
}

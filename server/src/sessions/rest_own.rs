//! One's own sessions over REST, and proving that it is oneself who asks.

use app::{
    SessionId,
    sessions::{ProofDraft, Session, Sessions as _},
};
use axum::{Extension, Json, http::StatusCode};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::rest::EndedSessions;
use crate::http::{
    answer::Answer,
    extract::{AtDesk, Body, Id},
};

/// The routes of these operations.
pub(super) fn router() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(step_up))
        .routes(routes!(list, end_others))
        .routes(routes!(end))
}

/// Prove that it is you
///
/// What changes by what you sign in asks that this was proved in the session during the last ten minutes, and is refused
/// with `proof_needed.code` or `proof_needed.password` otherwise. A sign-in proves it too. Send a one-time code if an
/// authenticator is bound, else your password; a recovery code does not count.
#[utoipa::path(
    post, path = "/api/v1/me/proof", operation_id = "stepUp", tag = "Sessions",
    request_body(content = ProofDraft, example = json!({ "code": "123456" })),
    responses(
        (status = 204, description = "It is you, for the next ten minutes"),
        (status = 403, description = "`acting.not_while_acting`"),
        (status = 422, description = "The code or the password is wrong"),
    ),
)]
async fn step_up(Extension(desk): AtDesk, Body(draft): Body<ProofDraft>) -> Answer<StatusCode> {
    desk.step_up(draft).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// List your sessions
///
/// Where you are signed in, newest use first; `current` marks the session that asks.
#[utoipa::path(
    get, path = "/api/v1/me/sessions", operation_id = "listMySessions", tag = "Sessions",
    responses((status = 200, description = "The live sessions", body = Vec<Session>)),
)]
async fn list(Extension(desk): AtDesk) -> Answer<Json<Vec<Session>>> {
    let me = desk.actor().await?.user;
    Ok(Json(desk.sessions(me).await?))
}

/// End your other sessions
///
/// All of them but the one that asks.
#[utoipa::path(
    delete, path = "/api/v1/me/sessions", operation_id = "endMySessions", tag = "Sessions",
    responses((status = 200, description = "They have ended", body = EndedSessions)),
)]
async fn end_others(Extension(desk): AtDesk) -> Answer<Json<EndedSessions>> {
    let me = desk.actor().await?.user;
    let ended = desk.end_sessions(me).await?;
    Ok(Json(EndedSessions { ended }))
}

/// End one of your sessions
///
/// Another one, as on a lost device; or the one that asks, which is to sign out.
#[utoipa::path(
    delete, path = "/api/v1/me/sessions/{session}", operation_id = "endMySession", tag = "Sessions",
    params(("session" = SessionId, Path, description = "The session")),
    responses((status = 204, description = "It has ended")),
)]
async fn end(Extension(desk): AtDesk, Id(session): Id<SessionId>) -> Answer<StatusCode> {
    let me = desk.actor().await?.user;
    desk.end_session(me, session).await?;
    Ok(StatusCode::NO_CONTENT)
}

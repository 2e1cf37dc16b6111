//! Sessions over REST.

use app::{
    SessionId, UserId,
    sessions::{Session, Sessions as _},
};
use axum::{Extension, Json, http::StatusCode};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{rest_acting, rest_own};
use crate::http::{
    answer::Answer,
    extract::{AtDesk, Id},
};

/// The routes about sessions.
pub fn router() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(still_signed_in))
        .routes(routes!(list, end_all))
        .routes(routes!(end))
        .merge(rest_own::router())
        .merge(rest_acting::router())
}

/// Ask whether the session lasts
///
/// The cheapest question there is, to be asked every few seconds. It is no use of the session: its idle limit goes on. When
/// the session has ended, the refusal says why.
#[utoipa::path(
    get, path = "/api/v1/session", operation_id = "checkThisSession", tag = "Sessions",
    responses(
        (status = 204, description = "It lasts"),
        (status = 401, description = "`not_signed_in`, or `session_ended.` and why"),
    ),
)]
async fn still_signed_in(Extension(desk): AtDesk) -> Answer<StatusCode> {
    desk.still_signed_in().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// List a user's sessions
///
/// Where they are signed in, newest use first. Everyone may see their own.
#[utoipa::path(
    get, path = "/api/v1/users/{id}/sessions", operation_id = "listSessions", tag = "Sessions",
    params(("id" = UserId, Path, description = "The user")),
    responses((status = 200, description = "The live sessions", body = Vec<Session>)),
)]
async fn list(Extension(desk): AtDesk, Id(id): Id<UserId>) -> Answer<Json<Vec<Session>>> {
    Ok(Json(desk.sessions(id).await?))
}

/// How many sessions were ended.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct EndedSessions {
    /// How many.
    pub(super) ended: u64,
}

/// End a user's sessions
///
/// All of them but the one that asks.
#[utoipa::path(
    delete, path = "/api/v1/users/{id}/sessions", operation_id = "endSessions", tag = "Sessions",
    params(("id" = UserId, Path, description = "The user")),
    responses((status = 200, description = "They have ended", body = EndedSessions)),
)]
async fn end_all(Extension(desk): AtDesk, Id(id): Id<UserId>) -> Answer<Json<EndedSessions>> {
    let ended = desk.end_sessions(id).await?;
    Ok(Json(EndedSessions { ended }))
}

/// End one session
///
/// One session of a user. Everyone may end their own.
#[utoipa::path(
    delete, path = "/api/v1/users/{id}/sessions/{session}", operation_id = "endSession", tag = "Sessions",
    params(
        ("id" = UserId, Path, description = "The user"),
        ("session" = SessionId, Path, description = "The session"),
    ),
    responses((status = 204, description = "It has ended")),
)]
async fn end(
    Extension(desk): AtDesk,
    Id((user, session)): Id<(UserId, SessionId)>,
) -> Answer<StatusCode> {
    desk.end_session(user, session).await?;
    Ok(StatusCode::NO_CONTENT)
}

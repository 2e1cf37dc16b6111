//! The server functions about sessions.
#![allow(
    missing_docs,
    reason = "the fields of the generated structs are the arguments of the functions"
)]

use leptos::prelude::*;
use leptos::server_fn::codec::Json;

use super::Session;
use crate::{Refusal, SessionId, UserId};

/// See [`super::Sessions::still_signed_in`].
#[server(prefix = "/ui", endpoint = "sessions/check", input = Json)]
pub async fn still_signed_in() -> Result<(), Refusal> {
    crate::portal()?.still_signed_in().await
}

/// See [`super::Sessions::sessions`].
#[server(prefix = "/ui", endpoint = "sessions/list", input = Json)]
pub async fn list_sessions(user: UserId) -> Result<Vec<Session>, Refusal> {
    crate::portal()?.sessions(user).await
}

/// See [`super::Sessions::end_session`].
#[server(prefix = "/ui", endpoint = "sessions/end", input = Json)]
pub async fn end_session(user: UserId, session: SessionId) -> Result<(), Refusal> {
    crate::portal()?.end_session(user, session).await
}

/// See [`super::Sessions::end_sessions`].
#[server(prefix = "/ui", endpoint = "sessions/end-all", input = Json)]
pub async fn end_sessions(user: UserId) -> Result<u64, Refusal> {
    crate::portal()?.end_sessions(user).await
}

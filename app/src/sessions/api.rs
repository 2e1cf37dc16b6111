//! The server functions about sessions.
#![allow(
    missing_docs,
    reason = "the fields of the generated structs are the arguments of the functions"
)]

use leptos::prelude::*;
use leptos::server_fn::codec::Json;

use super::{LogInAsDraft, ProofDraft, Session};
use crate::{Refusal, SessionId, UserId, sign_in::Me};

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

/// See [`super::Sessions::step_up`].
#[server(prefix = "/ui", endpoint = "sessions/step-up", input = Json)]
pub async fn step_up(draft: ProofDraft) -> Result<(), Refusal> {
    crate::portal()?.step_up(draft).await
}

/// See [`super::Sessions::log_in_as`].
#[server(prefix = "/ui", endpoint = "sessions/log-in-as", input = Json)]
pub async fn log_in_as(user: UserId, draft: LogInAsDraft) -> Result<Me, Refusal> {
    crate::portal()?.log_in_as(user, draft).await
}

/// See [`super::Sessions::go_back`].
#[server(prefix = "/ui", endpoint = "sessions/go-back", input = Json)]
pub async fn go_back() -> Result<Me, Refusal> {
    crate::portal()?.go_back().await
}

//! Sessions: signed-in browsers and apps.

mod acting;
pub mod api;
mod device;
mod ending;
mod proof;
mod refusal;

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use acting::{Acting, ActingOver, LogInAsDraft, Reason, WhyOver};
pub use device::{device, known_device};
pub use ending::{Ending, NewerSignIn, TakenOver, device_in_words};
pub use proof::{ProofDraft, ProofKind, StepUp};
pub use refusal::ActingRefusal;

use crate::{Refusal, SessionId, Timestamp, UserId, roles::Channel, sign_in::Me};

/// A signed-in browser or app.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Session {
    /// Its identifier; not the secret that opens it.
    pub id: SessionId,
    /// Where it works from.
    pub channel: Channel,
    /// The address it was last used from.
    pub address: String,
    /// What the browser or app says it is.
    pub user_agent: String,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was last used, to the minute.
    pub last_seen_at: Timestamp,
    /// When it ends at the latest; absent when it does not end by time.
    pub expires_at: Option<Timestamp>,
    /// Whether it is the one that asks.
    pub current: bool,
}

/// What may be asked about sessions.
#[async_trait]
pub trait Sessions {
    /// Whether the session that asks still lasts; if not, the refusal says why. The question is no use of the session.
    async fn still_signed_in(&self) -> Result<(), Refusal>;
    /// The live sessions of a user, newest use first. Everyone may see their own.
    async fn sessions(&self, user: UserId) -> Result<Vec<Session>, Refusal>;
    /// Ends one session of a user. Everyone may end their own.
    async fn end_session(&self, user: UserId, session: SessionId) -> Result<(), Refusal>;
    /// Ends all sessions of a user but the one that asks.
    async fn end_sessions(&self, user: UserId) -> Result<u64, Refusal>;
    /// Proves that it is still the session's user who asks, for whatever asks that it was proved lately.
    async fn step_up(&self, draft: ProofDraft) -> Result<(), Refusal>;
    /// Log in as this user: the caller's own session acts as them, for a while. Who they are now.
    async fn log_in_as(&self, user: UserId, draft: LogInAsDraft) -> Result<Me, Refusal>;
    /// Goes back to oneself. Who they are now; nothing changes for whoever acts as nobody else.
    async fn go_back(&self) -> Result<Me, Refusal>;
}

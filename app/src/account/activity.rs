//! Recent activity: what somebody did, and what was done to their account, as they see it themselves.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    AuditEventId, Timestamp,
    audit::{AuditAction, AuditOrigin},
    users::UserRef,
};

/// One thing that the caller did, or that was done to their account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ActivityEvent {
    /// Its identifier.
    pub id: AuditEventId,
    /// When it happened.
    pub at: Timestamp,
    /// What happened.
    pub action: AuditAction,
    /// Whether it was done, or refused.
    pub succeeded: bool,
    /// Who did it; nobody for what happened before anybody was known, and for what no user did.
    pub actor: Option<UserRef>,
    /// Who really did it, if they were logged in as the actor.
    pub behind: Option<UserRef>,
    /// Whose doing it was, where no user did it.
    pub origin: AuditOrigin,
    /// To whom it was done.
    pub subject: Option<UserRef>,
    /// From which address, of what the caller did themselves and of what nobody known did.
    pub address: Option<String>,
}

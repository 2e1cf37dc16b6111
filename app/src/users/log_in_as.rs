//! Whether somebody may log in as a user, and what it takes.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Whether the caller may log in as a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LogInAsOffer {
    /// They may not: for want of the permission, or not as this user.
    No,
    /// They could, but the policy of the user's company forbids it.
    Forbidden,
    /// With a one-time code of their own authenticator.
    WithCode,
    /// With their own password: they have no authenticator.
    WithPassword,
}

//! Closing one's own account.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::AccountRefusal;

/// What closing one's own account would take along.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ClosingPreview {
    /// Why it cannot be closed, if so.
    #[serde(default)]
    pub stays: Option<AccountRefusal>,
    /// How many sessions end.
    pub sessions: u64,
    /// How many tokens are deleted.
    pub tokens: u64,
    /// How many days an administrator can bring the account back.
    pub bin_retention_days: u32,
}

//! By what somebody signs in, as they see it themselves.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::AccountRefusal;
use crate::Timestamp;

/// By what the caller signs in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AccountSecurity {
    /// Their password; absent for who signs in without one of this portal.
    pub password: Option<OwnPassword>,
    /// Their second factor.
    pub second_factor: SecondFactor,
}

/// Somebody's own password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OwnPassword {
    /// When it was set.
    pub set_at: Timestamp,
    /// The fewest characters of the next one.
    pub min_length: usize,
}

/// Somebody's own second factor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SecondFactor {
    /// Whether it is asked of them when they sign in.
    pub required: bool,
    /// Since when an authenticator is bound, if one is.
    pub authenticator_bound_at: Option<Timestamp>,
    /// Why the authenticator cannot be removed, if so.
    pub stays: Option<AccountRefusal>,
    /// Their unused recovery codes.
    pub recovery_codes_left: u32,
}

//! Setting up one's own authenticator, and its recovery codes.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::password::check_present;
use crate::{Refusal, credentials::Password};

/// The password with which the set-up of an authenticator begins.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PresentPassword {
    /// The caller's password.
    #[schema(value_type = String)]
    pub password: Password,
}

impl PresentPassword {
    /// Refuses what cannot be anybody's password.
    pub fn check(&self) -> Result<(), Refusal> {
        check_present(&self.password).map_err(|problem| Refusal::field("password", problem))
    }
}

/// The code with which it ends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AuthenticatorCode {
    /// The one-time code that the new authenticator shows.
    pub code: String,
}

/// Recovery codes, told this once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RecoveryCodes {
    /// Ten codes, grouped. Each lets its user in once, in place of the authenticator.
    pub codes: Vec<String>,
}

impl std::fmt::Debug for RecoveryCodes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryCodes(…)")
    }
}

//! A password that an administrator had made for a user.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::credentials::Password;

/// A password made for a user: told this once, to be changed at the next sign-in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct GeneratedPassword {
    /// The password.
    #[schema(value_type = String, example = "k7mq-3xwd-hn5c-9trz-pa4v-e8gy")]
    pub password: Password,
}

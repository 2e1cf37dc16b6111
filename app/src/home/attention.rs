//! What wants attention about one's own account.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Timestamp;

/// Something about the caller's own account that they may want to see to. The variants stand in the order of urgency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Attention {
    /// Somebody signed in from a device that was new then, and it is not the one that asks.
    NewDevice {
        /// When.
        at: Timestamp,
        /// Browser and system, such as "Firefox · Windows", as far as they are known.
        device: Option<String>,
        /// From which address.
        address: String,
    },
    /// The account ends soon; an administrator can extend it.
    AccountEnds {
        /// When.
        at: Timestamp,
    },
    /// The password must be changed at the first sign-in from a moment on, which may have passed during this session.
    PasswordEnds {
        /// From when on.
        at: Timestamp,
        /// Whether that is now already.
        over: bool,
    },
    /// Few recovery codes are left.
    RecoveryCodesLow {
        /// How many.
        left: u32,
    },
    /// Tokens of one's own end soon.
    TokensEnd {
        /// How many.
        tokens: u64,
        /// The name of the one that ends first.
        first: String,
        /// When that one ends.
        at: Timestamp,
    },
    /// Another e-mail address waits to be confirmed.
    EmailPending {
        /// The address to be.
        email: String,
        /// Until when the link that was mailed there can be used.
        expires_at: Timestamp,
        /// Whether that is over.
        expired: bool,
    },
}

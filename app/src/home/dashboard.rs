//! The numbers of an administrator's scope.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Timestamp;

/// How many days of sign-ins are told, today included.
pub const SIGN_IN_DAYS: u32 = 14;
/// Within how many days an account ends that is counted as ending soon.
pub const EXPIRING_DAYS: u32 = 30;

/// The numbers of the caller's scope. A part is absent for whoever may not see the list that it counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Dashboard {
    /// The users, as `listUsers` would list them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub users: Option<UserCounts>,
    /// The sign-ins of the last 14 days in the caller's time zone, the earliest first, as `listAuditEvents` would list them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign_ins: Option<Vec<SignInDay>>,
    /// The mails, as `listMails` would list them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mails: Option<MailCounts>,
}

/// Users, without the bin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UserCounts {
    /// By status.
    pub status: StatusCounts,
    /// By how they stand with the second factor.
    pub two_factor: TwoFactorCounts,
    /// Those whose account ends within 30 days.
    pub expiring: u64,
}

/// Users by status; everyone has one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StatusCounts {
    /// Can sign in.
    pub active: u64,
    /// Have not set a password yet.
    pub invited: u64,
    /// Stopped by an administrator.
    pub disabled: u64,
    /// The expiration date has passed.
    pub expired: u64,
}

/// Users by how they stand with the second factor; everyone stands somehow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TwoFactorCounts {
    /// It is asked of them, and an authenticator is bound.
    pub on: u64,
    /// It is asked of them, and no authenticator is bound yet.
    pub to_set_up: u64,
    /// It is not asked of them.
    pub off: u64,
}

/// The sign-ins of one day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SignInDay {
    /// The day, such as `2026-11-22`.
    pub day: String,
    /// The moment at which it begins.
    pub begins_at: Timestamp,
    /// How many sign-ins succeeded.
    pub signed_in: u64,
    /// How many failed.
    pub failed: u64,
}

/// Mails by what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MailCounts {
    /// Given up, because the mail server refused them or could not be reached.
    pub failed: u64,
}

//! How long a session lasts, by the policy in force in its user's company.

use app::{Timestamp, policies::InForce};

use super::entity;

/// Seconds in a minute.
const MINUTE: i64 = 60;

/// How long a session may last without use, and in all.
///
/// They are looked up whenever a session is used. Limits that became tighter hold at once; limits that were loosened
/// let a session go unused for longer, but none lasts beyond the end it was opened with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Limits {
    idle: i64,
    absolute: i64,
}

/// How long a session has been lasting, in milliseconds since the epoch.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    /// When it was opened.
    pub created_at: i64,
    /// When it was used last.
    pub last_seen_at: i64,
    /// The end it was opened with.
    pub expires_at: i64,
}

impl Span {
    pub(super) fn of(row: &entity::Model) -> Self {
        Self {
            created_at: row.created_at,
            last_seen_at: row.last_seen_at,
            expires_at: row.expires_at,
        }
    }
}

impl Limits {
    /// The limits that `policy` sets.
    pub fn of(policy: &InForce) -> Self {
        Self {
            idle: i64::from(policy.session_idle_minutes.value) * MINUTE,
            absolute: i64::from(policy.session_absolute_minutes.value) * MINUTE,
        }
    }

    /// When a session opened at `start` ends, however much it is used.
    pub fn last_end(self, start: Timestamp) -> Timestamp {
        start.plus_seconds(self.absolute)
    }

    /// When a session ends, however much it is used from now on.
    pub fn end(self, span: &Span) -> Timestamp {
        let opened = Timestamp::from_millis(span.created_at);
        self.last_end(opened)
            .min(Timestamp::from_millis(span.expires_at))
    }

    /// Whether a session still lasts.
    pub fn allow(self, span: &Span, now: Timestamp) -> bool {
        let unused_since = Timestamp::from_millis(span.last_seen_at);
        now < self.end(span) && now < unused_since.plus_seconds(self.idle)
    }

    /// Sessions last used, or opened, by these moments have ended.
    pub fn ended_before(self, now: Timestamp) -> (i64, i64) {
        (
            now.plus_seconds(-self.idle).millis(),
            now.plus_seconds(-self.absolute).millis(),
        )
    }
}

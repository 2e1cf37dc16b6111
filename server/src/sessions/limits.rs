//! How long a session lasts: by the policy in force in its user's company, and by what is set for the user.

use app::{
    Timestamp,
    policies::{InForce, OwnSetting},
    roles::Channel,
    sessions::Ending,
    users::TokenValidity,
};

use super::entity;
use crate::users::store::NEVER;

/// Seconds in a minute.
const MINUTE: i64 = 60;

/// How long a session may last without use, and in all, in seconds; absent where time ends none.
///
/// They are looked up whenever a session is used. Limits that became tighter hold at once; limits that were loosened
/// let a session go unused for longer, but none lasts beyond the end it was opened with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Limits {
    idle: Option<i64>,
    absolute: Option<i64>,
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
    /// When a session opened at `start` ends, however much it is used.
    pub fn last_end(self, start: Timestamp) -> Timestamp {
        match self.absolute {
            Some(seconds) => start.plus_seconds(seconds),
            None => Timestamp::from_millis(NEVER),
        }
    }

    /// When a session ends, however much it is used from now on.
    pub fn end(self, span: &Span) -> Timestamp {
        let opened = Timestamp::from_millis(span.created_at);
        self.last_end(opened)
            .min(Timestamp::from_millis(span.expires_at))
    }

    /// By which of them a session has ended, if by any.
    pub fn ending(self, span: &Span, now: Timestamp) -> Option<Ending> {
        if now >= self.end(span) {
            return Some(Ending::TimeUp);
        }
        let unused_since = Timestamp::from_millis(span.last_seen_at);
        self.idle
            .filter(|&idle| now >= unused_since.plus_seconds(idle))
            .map(|_| Ending::Idle)
    }

    /// Sessions last used, or opened, by these moments have ended.
    pub fn ended_before(self, now: Timestamp) -> (i64, i64) {
        let before = |limit: Option<i64>| match limit {
            Some(seconds) => now.plus_seconds(-seconds).millis(),
            None => i64::MIN,
        };
        (before(self.idle), before(self.absolute))
    }
}

/// What holds for all sessions of one user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Terms {
    /// Of browsers and programs.
    pub browser: Limits,
    /// Of apps.
    pub app: Limits,
    /// Whether only the newest session of a channel lasts.
    pub exclusive: bool,
}

impl Terms {
    /// The terms of a user with these settings of their own, where `policy` is in force.
    pub fn of(policy: &InForce, tokens: TokenValidity, exclusive: OwnSetting) -> Self {
        Self {
            browser: Limits {
                idle: Some(i64::from(policy.session_idle_minutes.value) * MINUTE),
                absolute: Some(i64::from(policy.session_absolute_minutes.value) * MINUTE),
            },
            // Whoever carries it in their pocket stays signed in, used or not.
            app: Limits {
                idle: None,
                absolute: tokens
                    .minutes(policy.token_lifetime_days.value)
                    .map(|minutes| minutes * MINUTE),
            },
            exclusive: exclusive.or(policy.exclusive_login.value),
        }
    }

    /// The limits of a channel.
    pub fn on(&self, channel: Channel) -> Limits {
        match channel {
            Channel::Web | Channel::Api => self.browser,
            Channel::App => self.app,
        }
    }
}

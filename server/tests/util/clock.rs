//! A clock that tests move.

use std::sync::atomic::{AtomicI64, Ordering};

use app::Timestamp;
use server::deps::Clock;

/// 2027-01-15T09:00:00Z, a moment far from every boundary.
const START: i64 = 1_800_003_600_000;

/// A clock that stands still until it is moved.
pub struct ManualClock(AtomicI64);

impl Default for ManualClock {
    fn default() -> Self {
        Self(AtomicI64::new(START))
    }
}

impl ManualClock {
    /// Moves the clock forward.
    pub fn advance(&self, seconds: i64) {
        self.advance_millis(seconds * 1000);
    }

    /// Moves the clock forward by less than a second.
    pub fn advance_millis(&self, millis: i64) {
        self.0.fetch_add(millis, Ordering::SeqCst);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.0.load(Ordering::SeqCst))
    }
}

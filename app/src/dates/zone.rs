//! Moments and what the clocks of a time zone show: in both directions, with the hours that are skipped or come twice.

use crate::Timestamp;

const DAY: i64 = 86_400;

/// A time zone, by how far its clocks are ahead of UTC.
pub trait Zone {
    /// By how many seconds they are ahead at a moment.
    fn ahead(&self, at: Timestamp) -> i64;
}

/// The zone whose clocks show UTC.
#[derive(Clone, Copy, Debug, Default)]
pub struct Utc;

impl Zone for Utc {
    fn ahead(&self, _: Timestamp) -> i64 {
        0
    }
}

/// When the clocks of a zone show something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// At one moment.
    Once(Timestamp),
    /// Twice, because they are turned back; this is the first time.
    Twice(Timestamp),
    /// Never, because they are turned forward at this moment, from the one reading to the other.
    Never {
        /// That moment.
        at: Timestamp,
        /// What they show a minute before, as seconds on the wall.
        before: i64,
        /// What they show at once after.
        after: i64,
    },
}

/// What the clocks of `zone` show at a moment, as seconds on the wall.
pub(super) fn wall(at: Timestamp, zone: &dyn Zone) -> i64 {
    at.seconds() + zone.ahead(at)
}

/// When the clocks of `zone` show so many seconds on the wall. No zone changes its clocks twice within two days.
pub(super) fn shown(wall: i64, zone: &dyn Zone) -> Shown {
    let at = |seconds: i64| Timestamp::from_millis(seconds.saturating_mul(1000));
    let earlier = zone.ahead(at(wall - DAY));
    let later = zone.ahead(at(wall + DAY));
    let is_shown = |ahead: i64| zone.ahead(at(wall - ahead)) == ahead;
    match (is_shown(earlier), is_shown(later)) {
        (true, true) if earlier != later => Shown::Twice(at(wall - earlier.max(later))),
        (true, _) => Shown::Once(at(wall - earlier)),
        (false, true) => Shown::Once(at(wall - later)),
        (false, false) => {
            let turned = turned(wall - later, wall - earlier, later, zone);
            Shown::Never {
                at: at(turned),
                before: turned + earlier - 60,
                after: turned + later,
            }
        }
    }
}

/// The moments at which the last `count` days begin on the clocks of `zone`, the earliest first and the day of `now` last.
pub fn last_days(now: Timestamp, count: u32, zone: &dyn Zone) -> Vec<Timestamp> {
    let today = wall(now, zone).div_euclid(DAY);
    (0..i64::from(count))
        .rev()
        .map(|ago| match shown((today - ago) * DAY, zone) {
            // Where the clocks are turned forward at midnight, the day begins at that moment.
            Shown::Once(at) | Shown::Twice(at) | Shown::Never { at, .. } => at,
        })
        .collect()
}

/// The first second after `before`, and not after `after`, at which the clocks are `ahead`.
fn turned(mut before: i64, mut after: i64, ahead: i64, zone: &dyn Zone) -> i64 {
    while after - before > 1 {
        let middle = before + (after - before) / 2;
        match zone.ahead(Timestamp::from_millis(middle * 1000)) == ahead {
            true => after = middle,
            false => before = middle,
        }
    }
    after
}

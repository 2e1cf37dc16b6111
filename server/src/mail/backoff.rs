//! When a mail is tried again, and when it is given up.

use app::Timestamp;

/// Seconds to wait after the first, second, … try. After the last the mail is given up, about two days in.
const WAITS: [i64; 14] = [
    10, 60, 300, 900, 3_600, 7_200, 14_400, 21_600, 21_600, 21_600, 21_600, 21_600, 21_600, 21_600,
];
/// Tries that a refusal meant for good is given, in case it was not.
const TRIES_AFTER_REFUSAL: i64 = 3;

/// How a try failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Perhaps it works later: no connection, time-out, "try again", a wrong password of ours.
    Passing,
    /// The mail server refuses for good.
    Refused,
    /// There is no such mailbox, or the mail itself cannot be made: no further try will change that.
    Hopeless,
}

impl Fault {
    /// What an SMTP reply of this code means (RFC 5321 §4.2.3, RFC 4954 §6).
    pub(super) fn of_reply(code: u16) -> Self {
        match code {
            550 | 551 | 553 => Fault::Hopeless,
            // About signing in at the mail server: the operator can set that right.
            530 | 534 | 535 | 538 => Fault::Passing,
            500..=599 => Fault::Refused,
            _ => Fault::Passing,
        }
    }
}

/// When to try again after the try number `attempts` failed at `now`; never, if `None`.
pub(super) fn next_try(fault: Fault, attempts: i64, now: Timestamp) -> Option<Timestamp> {
    let given_up = match fault {
        Fault::Hopeless => true,
        Fault::Refused => attempts >= TRIES_AFTER_REFUSAL,
        Fault::Passing => false,
    };
    let tries_done = usize::try_from(attempts.max(1)).unwrap_or(usize::MAX);
    let wait = WAITS.get(tries_done - 1)?;
    (!given_up).then(|| now.plus_seconds(*wait))
}

#[cfg(test)]
mod tests {
    use app::Timestamp;

    use super::{Fault, WAITS, next_try};

    const NOW: Timestamp = Timestamp::from_millis(0);

    #[test]
    fn what_may_pass_is_tried_for_about_two_days() {
        assert_eq!(next_try(Fault::Passing, 1, NOW), Some(NOW.plus_seconds(10)));
        assert_eq!(next_try(Fault::Passing, 15, NOW), None);
        let hours = WAITS.iter().sum::<i64>() / 3_600;
        assert!((40..=50).contains(&hours), "{hours}");
    }

    #[test]
    fn a_missing_mailbox_ends_it_at_once_and_another_refusal_soon() {
        assert_eq!(next_try(Fault::of_reply(550), 1, NOW), None);
        assert!(next_try(Fault::of_reply(554), 2, NOW).is_some());
        assert_eq!(next_try(Fault::of_reply(554), 3, NOW), None);
    }

    #[test]
    fn our_own_wrong_password_is_not_held_against_the_mail() {
        assert!(next_try(Fault::of_reply(535), 9, NOW).is_some());
        assert!(next_try(Fault::of_reply(451), 9, NOW).is_some());
    }
}

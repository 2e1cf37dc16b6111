//! When an account ends, in words and in the user's time zone.

use app::Timestamp;

use crate::i18n::ExpiryWords;
use crate::ui::{DateStyle, day, format_moment};

/// The moment as the end of a day where it is one: "31 Mar 2027 at 24:00 (Asia/Tokyo)".
pub(super) fn end_in_words(t: ExpiryWords, at: Timestamp, zone: &str) -> String {
    let shown = |at: Timestamp, style| {
        format_moment(&at.to_string(), style, t.0, Some(zone)).unwrap_or_else(|| at.to_string())
    };
    if day::start_of_day(&day::day_of(at, zone), zone) == Some(at) {
        t.end_of_day(&shown(day::just_before(at), DateStyle::Date), zone)
    } else {
        t.at_moment(&shown(at, DateStyle::DateTime), zone)
    }
}

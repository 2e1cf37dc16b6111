//! Telling a moment by a pattern.

use std::fmt::Write as _;

use super::{
    civil::Civil,
    pattern::{Part, Pattern},
    zone::{Zone, wall},
};
use crate::{Language, Timestamp};

/// The short names of the months in English.
pub(super) const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// Day and time of a moment in `zone`.
pub fn write(at: Timestamp, pattern: &Pattern, language: Language, zone: &dyn Zone) -> String {
    let civil = Civil::of_seconds(wall(at, zone));
    let mut text = told(pattern.date(), civil, language);
    text.push_str(pattern.between());
    text.push_str(&told(pattern.time(), civil, language));
    text
}

/// The day of a moment in `zone`.
pub fn write_day(at: Timestamp, pattern: &Pattern, language: Language, zone: &dyn Zone) -> String {
    told(pattern.date(), Civil::of_seconds(wall(at, zone)), language)
}

/// The time of a moment in `zone`.
pub fn write_time(at: Timestamp, pattern: &Pattern, language: Language, zone: &dyn Zone) -> String {
    told(pattern.time(), Civil::of_seconds(wall(at, zone)), language)
}

pub(super) fn told(parts: &[Part], civil: Civil, language: Language) -> String {
    let mut text = String::new();
    for part in parts {
        let (number, width) = match part {
            Part::Year => (civil.year, 4),
            Part::Month { padded } => (civil.month.into(), width(*padded)),
            Part::Day { padded } => (civil.day.into(), width(*padded)),
            Part::Hour { padded } => (civil.hour.into(), width(*padded)),
            Part::HalfHour { padded } => (i32::from((civil.hour + 11) % 12 + 1), width(*padded)),
            Part::Minute => (civil.minute.into(), 2),
            Part::Second => (civil.second.into(), 2),
            Part::MonthName => {
                text.push_str(&month(civil.month, language));
                continue;
            }
            Part::Half => {
                text.push_str(half(civil.hour >= 12, language));
                continue;
            }
            Part::Between(between) => {
                text.push_str(between);
                continue;
            }
        };
        // A text takes whatever is written to it.
        let _ = write!(text, "{number:0width$}");
    }
    text
}

const fn width(padded: bool) -> usize {
    match padded {
        true => 2,
        false => 1,
    }
}

/// The short name of a month.
pub(super) fn month(number: u8, language: Language) -> String {
    match language {
        Language::English => MONTHS
            .get(usize::from(number) - 1)
            .map_or_else(String::new, |name| (*name).to_owned()),
        Language::Japanese | Language::Chinese => format!("{number}月"),
    }
}

/// Before or after noon.
pub(super) const fn half(after_noon: bool, language: Language) -> &'static str {
    match (language, after_noon) {
        (Language::English, false) => "AM",
        (Language::English, true) => "PM",
        (Language::Japanese, false) => "午前",
        (Language::Japanese, true) => "午後",
        (Language::Chinese, false) => "上午",
        (Language::Chinese, true) => "下午",
    }
}

//! Understanding a moment that was typed by a pattern.

use super::{
    civil::Civil,
    pattern::{Part, Pattern},
    write::{MONTHS, half, month, told},
    zone::{Shown, Zone, shown},
};
use crate::{Language, Timestamp, field::Problem};

/// A moment as it was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Read {
    /// The moment.
    pub at: Timestamp,
    /// Whether the clocks show it a second time, an hour or so later: this is the first.
    pub first_of_two: bool,
}

/// Understands a day and a time of the clocks of `zone`. What is typed may lack leading zeros, and be written in full-width
/// signs.
pub fn read(
    text: &str,
    pattern: &Pattern,
    language: Language,
    zone: &dyn Zone,
) -> Result<Read, Problem> {
    let mut parts = pattern.date().to_vec();
    parts.push(Part::Between(pattern.between().to_owned()));
    parts.extend_from_slice(pattern.time());
    let civil = civil_of(text, &parts, language)?;
    let tell = |wall: i64| told(&parts, Civil::of_seconds(wall), language);
    let wall = civil.seconds().ok_or(Problem::NoSuchDate)?;
    match shown(wall, zone) {
        Shown::Once(at) => Ok(Read {
            at,
            first_of_two: false,
        }),
        Shown::Twice(at) => Ok(Read {
            at,
            first_of_two: true,
        }),
        Shown::Never { before, after, .. } => Err(Problem::SkippedTime {
            before: tell(before),
            after: tell(after),
        }),
    }
}

/// Understands a day: year, month and day of the month. A day can also be written as `2026-11-22`, whatever the pattern.
pub fn read_day(text: &str, pattern: &Pattern, language: Language) -> Result<Civil, Problem> {
    let iso = Pattern::iso();
    let civil = civil_of(text, pattern.date(), language)
        .or_else(|wrong| civil_of(text, iso.date(), language).map_err(|_| wrong))?;
    civil.seconds().map(|_| civil).ok_or(Problem::NoSuchDate)
}

/// What stands in `text`, where `parts` say what to expect.
fn civil_of(text: &str, parts: &[Part], language: Language) -> Result<Civil, Problem> {
    let folded: String = text.trim().chars().map(narrow).collect();
    if folded.is_empty() {
        return Err(Problem::Missing);
    }
    understood(&folded, parts).ok_or_else(|| Problem::WrittenOtherwise {
        example: told(parts, EXAMPLE, language),
    })
}

/// The moment by which the expected form is told: no two of its numbers can be taken for each other.
const EXAMPLE: Civil = Civil {
    year: 2026,
    month: 11,
    day: 22,
    hour: 18,
    minute: 30,
    second: 0,
};

/// Full-width signs, as a Japanese keyboard writes them, mean what the narrow ones do.
fn narrow(sign: char) -> char {
    match sign {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign),
        '\u{3000}' | '\u{a0}' | '\u{202f}' => ' ',
        other => other,
    }
}

fn understood(text: &str, parts: &[Part]) -> Option<Civil> {
    let mut rest = text;
    let mut found = Civil {
        hour: 0,
        minute: 0,
        second: 0,
        ..EXAMPLE
    };
    let mut after_noon = None;
    for (index, part) in parts.iter().enumerate() {
        // A number may lack its leading zero where something ends it.
        let exact = parts
            .get(index + 1)
            .is_some_and(|next| !matches!(next, Part::Between(_) | Part::Half));
        let least = if exact { 2 } else { 1 };
        match part {
            Part::Year => found.year = number(&mut rest, 4, 4)?.into(),
            Part::Month { .. } => found.month = small(&mut rest, least)?,
            Part::MonthName => found.month = named(&mut rest)?,
            Part::Day { .. } => found.day = small(&mut rest, least)?,
            Part::Hour { .. } => found.hour = small(&mut rest, least)?,
            Part::HalfHour { .. } => {
                found.hour = small(&mut rest, least).filter(|hour| (1..=12).contains(hour))? % 12;
            }
            Part::Minute => found.minute = small(&mut rest, 2)?,
            Part::Second => found.second = small(&mut rest, 2)?,
            Part::Half => after_noon = Some(which_half(&mut rest)?),
            Part::Between(between) => skip(&mut rest, between)?,
        }
    }
    if after_noon == Some(true) {
        found.hour += 12;
    }
    rest.is_empty().then_some(found)
}

fn small(rest: &mut &str, least: usize) -> Option<u8> {
    u8::try_from(number(rest, least, 2)?).ok()
}

/// A number of so many digits.
fn number(rest: &mut &str, least: usize, most: usize) -> Option<u16> {
    let digits = rest
        .bytes()
        .take(most)
        .take_while(u8::is_ascii_digit)
        .count();
    let (number, after) = rest.split_at_checked(digits)?;
    *rest = after;
    (digits >= least).then(|| number.parse().ok()).flatten()
}

/// A month by its name in any language: the English ones may be written out.
fn named(rest: &mut &str) -> Option<u8> {
    for (index, name) in (1_u8..).zip(MONTHS) {
        if rest
            .get(..name.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(name))
        {
            *rest = rest.trim_start_matches(|c: char| c.is_ascii_alphabetic());
            return Some(index);
        }
    }
    (1..=12).rev().find(|&index| {
        let name = month(index, Language::Japanese);
        let left = rest.strip_prefix(&name);
        left.inspect(|left| *rest = left).is_some()
    })
}

fn which_half(rest: &mut &str) -> Option<bool> {
    for language in Language::ALL {
        for after_noon in [false, true] {
            let name = half(after_noon, language);
            let start = rest.get(..name.len()).unwrap_or_default();
            if start.eq_ignore_ascii_case(name) {
                *rest = &rest[name.len()..];
                return Some(after_noon);
            }
        }
    }
    None
}

/// What stands between numbers; of white space any amount will do.
fn skip(rest: &mut &str, between: &str) -> Option<()> {
    for sign in between.chars().map(narrow) {
        match sign.is_whitespace() {
            true => *rest = rest.trim_start(),
            false => *rest = rest.strip_prefix(sign)?,
        }
    }
    Some(())
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;

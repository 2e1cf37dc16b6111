//! The order in which year, month, day and time are written.

use crate::{Language, field::Problem};

/// The most characters of a pattern.
pub const MAX_PATTERN: usize = 40;

/// The pattern by which everybody's dates can be read.
const ISO: &str = "YYYY-MM-DD HH:mm";

/// One part of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Four digits.
    Year,
    /// The month as a number, with a leading zero if so.
    Month { padded: bool },
    /// The month by its short name.
    MonthName,
    /// The day of the month.
    Day { padded: bool },
    /// The hour, from 0 to 23.
    Hour { padded: bool },
    /// The hour, from 1 to 12.
    HalfHour { padded: bool },
    /// The minute, two digits.
    Minute,
    /// The second, two digits.
    Second,
    /// Before or after noon.
    Half,
    /// What stands between.
    Between(String),
}

/// Every sign with its part, the longer ones first.
const SIGNS: [(&str, Part); 14] = [
    ("YYYY", Part::Year),
    ("MMM", Part::MonthName),
    ("MM", Part::Month { padded: true }),
    ("M", Part::Month { padded: false }),
    ("DD", Part::Day { padded: true }),
    ("D", Part::Day { padded: false }),
    ("HH", Part::Hour { padded: true }),
    ("H", Part::Hour { padded: false }),
    ("hh", Part::HalfHour { padded: true }),
    ("h", Part::HalfHour { padded: false }),
    ("mm", Part::Minute),
    ("ss", Part::Second),
    ("A", Part::Half),
    ("a", Part::Half),
];

/// What is wrong with a pattern.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(tag = "flaw", rename_all = "snake_case")]
pub enum PatternProblem {
    /// A letter or digit that means nothing.
    Unknown {
        /// Which.
        sign: String,
    },
    /// Something without which no moment can be read.
    Lacks {
        /// The sign that is missing.
        sign: String,
    },
    /// Something that stands there twice.
    Twice {
        /// The second one.
        sign: String,
    },
    /// A number whose end cannot be seen, because another follows at once.
    RunsInto {
        /// The first of the two.
        sign: String,
    },
    /// Part of the date stands behind the time.
    DateAfterTime,
}

/// The order in which year, month, day and time are written, date first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    text: String,
    date: Vec<Part>,
    between: String,
    time: Vec<Part>,
}

impl Pattern {
    /// Reads a pattern such as `DD.MM.YYYY HH:mm`. What stands in `[…]` is written as it is.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let text = crate::text::line_of_text(text, 1, MAX_PATTERN)?;
        Self::understand(&text).map_err(Problem::NotAPattern)
    }

    fn understand(text: &str) -> Result<Self, PatternProblem> {
        let parts = parts(text)?;
        check(&parts)?;
        let is_date = |part: &(String, Part)| {
            matches!(
                part.1,
                Part::Year | Part::Month { .. } | Part::MonthName | Part::Day { .. }
            )
        };
        let is_between = |part: &(String, Part)| matches!(part.1, Part::Between(_));
        let first_time = parts
            .iter()
            .position(|part| !is_date(part) && !is_between(part));
        let last_date = parts.iter().rposition(is_date);
        let (Some(first_time), Some(last_date)) = (first_time, last_date) else {
            return Err(PatternProblem::DateAfterTime);
        };
        if last_date > first_time {
            return Err(PatternProblem::DateAfterTime);
        }
        let mut parts: Vec<Part> = parts.into_iter().map(|(_, part)| part).collect();
        let time = parts.split_off(first_time);
        let gap: String = parts
            .split_off(last_date + 1)
            .into_iter()
            .filter_map(|part| match part {
                Part::Between(text) => Some(text),
                _ => None,
            })
            .collect();
        // What is joined to the day belongs to it, as in 30日.
        let end = gap
            .find(|c: char| c.is_whitespace() || c.is_ascii_punctuation() || c == 'T')
            .unwrap_or(gap.len());
        let (joined, between) = gap.split_at(end);
        if !joined.is_empty() {
            parts.push(Part::Between(joined.to_owned()));
        }
        Ok(Self {
            text: text.to_owned(),
            date: parts,
            between: between.to_owned(),
            time,
        })
    }

    /// How a language writes moments by itself.
    pub fn of_language(language: Language) -> Self {
        let text = match language {
            Language::English => "D MMM YYYY, HH:mm",
            Language::Japanese | Language::Chinese => "YYYY年M月D日 HH:mm",
        };
        Self::known(text)
    }

    /// The pattern by which typed dates are read until another is chosen.
    pub fn iso() -> Self {
        Self::known(ISO)
    }

    /// The pattern that is kept as `text`, or how the language writes moments if none is.
    pub fn or_of_language(text: &str, language: Language) -> Self {
        Self::parse(text).unwrap_or_else(|_| Self::of_language(language))
    }

    /// The pattern that is kept as `text`, or `YYYY-MM-DD HH:mm` if none is.
    pub fn or_iso(text: &str) -> Self {
        Self::parse(text).unwrap_or_else(|_| Self::iso())
    }

    /// One of the house, which a test has read.
    fn known(text: &str) -> Self {
        Self::understand(text).unwrap_or(Self {
            text: text.to_owned(),
            date: Vec::new(),
            between: String::new(),
            time: Vec::new(),
        })
    }

    /// The pattern as it was written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    pub(super) fn date(&self) -> &[Part] {
        &self.date
    }

    pub(super) fn time(&self) -> &[Part] {
        &self.time
    }

    pub(super) fn between(&self) -> &str {
        &self.between
    }
}

/// The parts of a pattern, each with its sign.
fn parts(text: &str) -> Result<Vec<(String, Part)>, PatternProblem> {
    let mut parts: Vec<(String, Part)> = Vec::new();
    let between = |parts: &mut Vec<(String, Part)>, text: &str| match parts.last_mut() {
        Some((_, Part::Between(before))) => before.push_str(text),
        _ => parts.push((String::new(), Part::Between(text.to_owned()))),
    };
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if let Some((quoted, after)) = rest
            .strip_prefix('[')
            .and_then(|inner| inner.split_once(']'))
        {
            if quoted.contains(|c: char| c.is_ascii_digit()) {
                return Err(unknown(quoted));
            }
            between(&mut parts, quoted);
            rest = after;
        } else if let Some((sign, part)) = SIGNS.iter().find(|(sign, _)| rest.starts_with(sign)) {
            parts.push(((*sign).to_owned(), part.clone()));
            rest = &rest[sign.len()..];
        } else if first.is_ascii_alphanumeric() {
            return Err(unknown(&first.to_string()));
        } else {
            let (one, after) = rest.split_at(first.len_utf8());
            between(&mut parts, one);
            rest = after;
        }
    }
    Ok(parts)
}

fn unknown(sign: &str) -> PatternProblem {
    PatternProblem::Unknown {
        sign: sign.to_owned(),
    }
}

fn check(parts: &[(String, Part)]) -> Result<(), PatternProblem> {
    let lacks = |sign: &str| PatternProblem::Lacks {
        sign: sign.to_owned(),
    };
    let kinds: [(&str, &[&str], bool); 7] = [
        ("YYYY", &["YYYY"], true),
        ("MM", &["MMM", "MM", "M"], true),
        ("DD", &["DD", "D"], true),
        ("HH", &["HH", "H", "hh", "h"], true),
        ("mm", &["mm"], true),
        ("ss", &["ss"], false),
        ("A", &["A", "a"], false),
    ];
    for (name, signs, needed) in kinds {
        let mut found = parts
            .iter()
            .filter(|(sign, _)| signs.contains(&sign.as_str()));
        if found.next().is_none() && needed {
            return Err(lacks(name));
        }
        if let Some((sign, _)) = found.next() {
            return Err(PatternProblem::Twice { sign: sign.clone() });
        }
    }
    let has = |wanted: fn(&Part) -> bool| parts.iter().any(|(_, part)| wanted(part));
    let of_twelve = has(|part| matches!(part, Part::HalfHour { .. }));
    match (of_twelve, has(|part| *part == Part::Half)) {
        (true, false) => return Err(lacks("A")),
        (false, true) => return Err(lacks("hh")),
        _ => {}
    }
    for pair in parts.windows(2) {
        let open = matches!(
            pair[0].1,
            Part::Month { padded: false }
                | Part::MonthName
                | Part::Day { padded: false }
                | Part::Hour { padded: false }
                | Part::HalfHour { padded: false }
        );
        let goes_on = !matches!(pair[1].1, Part::Between(_) | Part::Half);
        if open && goes_on || pair[1].1 == Part::MonthName && goes_on && !is_between(&pair[0].1) {
            return Err(PatternProblem::RunsInto {
                sign: pair[0].0.clone(),
            });
        }
    }
    Ok(())
}

fn is_between(part: &Part) -> bool {
    matches!(part, Part::Between(_))
}

crate::words! {
    struct PatternWords {
        unknown(sign: &str): "“{sign}” means nothing here. Use YYYY, MM, DD, HH and mm, and put words in [brackets].", "「{sign}」は使えません。YYYY、MM、DD、HH、mm を使い、文字は [角かっこ] で囲んでください。", "“{sign}”在此处没有意义。请使用 YYYY、MM、DD、HH 和 mm，并将文字放在 [方括号] 中。";
        lacks(sign: &str): "{sign} is missing. Write something like DD.MM.YYYY HH:mm.", "{sign} がありません。DD.MM.YYYY HH:mm のように指定してください。", "缺少 {sign}。请写成类似 DD.MM.YYYY HH:mm 的形式。";
        twice(sign: &str): "{sign} stands for something that is there already.", "{sign} が重複しています。", "{sign} 所表示的内容已经存在。";
        runs_into(sign: &str): "Put something between {sign} and what follows, or nobody can tell where the number ends.", "{sign} の後ろに区切りを入れてください。数字の区切りが判別できません。", "请在 {sign} 与其后的内容之间加上分隔，否则无法判断数字在哪里结束。";
        date_after_time: "Put the date before the time.", "日付を時刻より前に置いてください。", "请将日期放在时间之前。";
    }
}

impl PatternProblem {
    /// What is wrong, in words for a person.
    pub fn words(&self, language: Language) -> String {
        let t = PatternWords(language);
        match self {
            PatternProblem::Unknown { sign } => t.unknown(sign),
            PatternProblem::Lacks { sign } => t.lacks(sign),
            PatternProblem::Twice { sign } => t.twice(sign),
            PatternProblem::RunsInto { sign } => t.runs_into(sign),
            PatternProblem::DateAfterTime => t.date_after_time().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Pattern, PatternProblem};
    use crate::{Language, dates::PRESETS, field::Problem};

    #[test]
    fn what_the_house_offers_can_be_read() {
        for text in PRESETS {
            assert_eq!(Pattern::parse(text).unwrap().as_str(), text);
        }
        for pattern in Language::ALL.map(Pattern::of_language) {
            assert!(!pattern.date().is_empty() && !pattern.time().is_empty());
        }
        assert!(!Pattern::iso().time().is_empty());
    }

    #[test]
    fn what_cannot_be_read_back_is_no_pattern() {
        let flaw = |text: &str| match Pattern::parse(text) {
            Err(Problem::NotAPattern(flaw)) => flaw,
            other => panic!("{text}: {other:?}"),
        };
        let lacks = |sign: &str| PatternProblem::Lacks { sign: sign.into() };
        assert_eq!(flaw("MM-DD HH:mm"), lacks("YYYY"));
        assert_eq!(flaw("YYYY-MM-DD HH"), lacks("mm"));
        assert_eq!(flaw("YYYY-MM-DD hh:mm"), lacks("A"));
        assert_eq!(flaw("YYYY-MM-DD HH:mm A"), lacks("hh"));
        assert_eq!(flaw("HH:mm DD.MM.YYYY"), PatternProblem::DateAfterTime);
        assert!(matches!(
            flaw("YYYY-MM-DD at HH:mm"),
            PatternProblem::Twice { .. }
                | PatternProblem::Unknown { .. }
                | PatternProblem::Lacks { .. }
        ));
        assert!(matches!(
            flaw("YYYY-MDD HH:mm"),
            PatternProblem::RunsInto { .. }
        ));
        assert!(matches!(
            flaw("YYYY-MM-DD MM HH:mm"),
            PatternProblem::Twice { .. }
        ));
        assert_eq!(Pattern::parse(""), Err(Problem::Missing));
        assert!(Pattern::parse("YYYY-MM-DD [at] HH:mm").is_ok());
        assert!(Pattern::parse("YYYYMMDD HHmm").is_ok());
    }
}

//! What is written can be read again, and the hours that clocks skip or show twice.

use proptest::prelude::*;

use super::super::{PRESETS, Pattern, Zone, last_days, read, read_day, write};
use crate::{Language, Timestamp, field::Problem};

const ZONES: [&str; 10] = [
    "UTC",
    "Asia/Tokyo",
    "Asia/Shanghai",
    "Asia/Kathmandu",
    "Europe/Berlin",
    "Europe/London",
    "America/New_York",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Pacific/Apia",
];

struct Real(jiff::tz::TimeZone);

impl Real {
    fn named(name: &str) -> Self {
        Self(jiff::tz::TimeZone::get(name).unwrap())
    }
}

impl Zone for Real {
    fn ahead(&self, at: Timestamp) -> i64 {
        let at = jiff::Timestamp::from_millisecond(at.millis()).unwrap();
        self.0.to_offset(at).seconds().into()
    }
}

fn patterns() -> Vec<Pattern> {
    let offered = PRESETS.map(|text| Pattern::parse(text).unwrap());
    let spoken = Language::ALL.map(Pattern::of_language);
    let free = [
        "YYYYMMDD HHmm",
        "D.M.YYYY [um] H:mm",
        "YYYY-MM-DD[T]HH:mm:ss",
    ];
    let free = free.map(|text| Pattern::parse(text).unwrap());
    offered.into_iter().chain(spoken).chain(free).collect()
}

proptest! {
    #[test]
    fn every_pattern_reads_what_it_has_written(minutes in 11_000_000_i64..68_000_000) {
        // From 1990 to 2099.
        let at = Timestamp::from_millis(minutes * 60_000);
        for zone in ZONES.map(Real::named) {
            for pattern in patterns() {
                for language in Language::ALL {
                    let text = write(at, &pattern, language, &zone);
                    let understood = read(&text, &pattern, language, &zone);
                    let understood = understood.unwrap_or_else(|wrong| panic!("{text}: {wrong:?}"));
                    // Of a time that is shown twice, the first is meant.
                    prop_assert!(
                        understood.at == at || understood.first_of_two && understood.at < at,
                        "{} by {}: {:?}", text, pattern.as_str(), understood
                    );
                    prop_assert_eq!(write(understood.at, &pattern, language, &zone), text);
                }
            }
        }
    }
}

fn moment(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

fn in_berlin(text: &str) -> Result<(Timestamp, bool), Problem> {
    let pattern = Pattern::parse("DD.MM.YYYY HH:mm").unwrap();
    read(
        text,
        &pattern,
        Language::English,
        &Real::named("Europe/Berlin"),
    )
    .map(|read| (read.at, read.first_of_two))
}

#[test]
fn a_skipped_time_is_refused_with_the_nearest_that_exist() {
    assert_eq!(
        in_berlin("28.03.2027 02:30"),
        Err(Problem::SkippedTime {
            before: "28.03.2027 01:59".into(),
            after: "28.03.2027 03:00".into()
        })
    );
    assert_eq!(
        in_berlin("28.03.2027 01:59"),
        Ok((moment("2027-03-28T00:59:00Z"), false))
    );
    assert_eq!(
        in_berlin("28.03.2027 03:00"),
        Ok((moment("2027-03-28T01:00:00Z"), false))
    );
}

#[test]
fn of_a_time_that_comes_twice_the_first_is_meant() {
    assert_eq!(
        in_berlin("31.10.2027 02:30"),
        Ok((moment("2027-10-31T00:30:00Z"), true))
    );
    assert_eq!(
        in_berlin("31.10.2027 03:00"),
        Ok((moment("2027-10-31T02:00:00Z"), false))
    );
    assert_eq!(
        in_berlin("31.10.2027 01:59"),
        Ok((moment("2027-10-30T23:59:00Z"), false))
    );
}

#[test]
fn a_whole_day_can_be_skipped() {
    let pattern = Pattern::iso();
    let apia = Real::named("Pacific/Apia");
    assert_eq!(
        read("2011-12-30 12:00", &pattern, Language::English, &apia),
        Err(Problem::SkippedTime {
            before: "2011-12-29 23:59".into(),
            after: "2011-12-31 00:00".into()
        })
    );
}

#[test]
fn what_is_written_otherwise_is_told_the_form() {
    for (pattern, language, example) in [
        ("YYYY/MM/DD HH:mm", Language::English, "2026/11/22 18:30"),
        (
            "MM/DD/YYYY hh:mm A",
            Language::English,
            "11/22/2026 06:30 PM",
        ),
        ("D MMM YYYY HH:mm", Language::Japanese, "22 11月 2026 18:30"),
    ] {
        let pattern = Pattern::parse(pattern).unwrap();
        for text in [
            "tomorrow",
            "2026-11-22T18:30",
            "22.11.26",
            "2026/11/22 18:30 and more",
        ] {
            let told = read(text, &pattern, language, &super::super::Utc);
            let example = example.to_owned();
            assert_eq!(told, Err(Problem::WrittenOtherwise { example }), "{text}");
        }
    }
    for text in [
        "29.02.2027 10:00",
        "31.04.2027 10:00",
        "01.13.2027 10:00",
        "01.01.2027 24:00",
    ] {
        assert_eq!(in_berlin(text), Err(Problem::NoSuchDate), "{text}");
    }
    assert_eq!(in_berlin(" "), Err(Problem::Missing));
}

#[test]
fn leading_zeros_and_wide_signs_do_not_matter() {
    let exactly = in_berlin("02.01.2027 08:05").unwrap();
    for text in [
        "2.1.2027 8:05",
        "０２．０１．２０２７　０８：０５",
        "  02.01.2027   08:05 ",
    ] {
        assert_eq!(in_berlin(text), Ok(exactly), "{text}");
    }
    let american = Pattern::parse("MM/DD/YYYY hh:mm A").unwrap();
    for (text, hour) in [
        ("1/2/2027 12:05 am", 0),
        ("1/2/2027 12:05 PM", 12),
        ("1/2/2027 1:05 午後", 13),
        ("1/2/2027 1:05 下午", 13),
    ] {
        let read = read(text, &american, Language::English, &super::super::Utc).unwrap();
        assert_eq!(read.at.seconds() / 3600 % 24, hour, "{text}");
    }
}

#[test]
fn a_day_is_read_by_its_part_of_the_pattern_and_always_as_iso() {
    let pattern = Pattern::parse("DD.MM.YYYY HH:mm").unwrap();
    let day = |text: &str| {
        read_day(text, &pattern, Language::English).map(|day| (day.year, day.month, day.day))
    };
    assert_eq!(day("3.4.2027"), Ok((2027, 4, 3)));
    assert_eq!(day("2027-04-03"), Ok((2027, 4, 3)));
    assert_eq!(day("30.02.2027"), Err(Problem::NoSuchDate));
    let example = "22.11.2026".to_owned();
    assert_eq!(day("4/3/27"), Err(Problem::WrittenOtherwise { example }));
}

#[test]
fn a_language_writes_as_its_readers_expect() {
    let at = moment("2027-03-31T23:05:00Z");
    let tokyo = Real::named("Asia/Tokyo");
    for (language, told) in [
        (Language::English, "1 Apr 2027, 08:05"),
        (Language::Japanese, "2027年4月1日 08:05"),
        (Language::Chinese, "2027年4月1日 08:05"),
    ] {
        assert_eq!(
            write(at, &Pattern::of_language(language), language, &tokyo),
            told
        );
    }
}

#[test]
fn days_begin_when_the_clocks_of_the_zone_say() {
    let begin = |now: &str, zone: &str, count: u32| -> Vec<String> {
        let now = Timestamp::parse(now).unwrap();
        let days = last_days(now, count, &Real::named(zone));
        days.iter().map(ToString::to_string).collect()
    };
    assert_eq!(
        begin("2027-01-15T20:00:00Z", "Asia/Tokyo", 2),
        ["2027-01-14T15:00:00Z", "2027-01-15T15:00:00Z"]
    );
    // The day on which the clocks of Berlin are turned forward is an hour shorter.
    assert_eq!(
        begin("2027-03-29T10:00:00Z", "Europe/Berlin", 3),
        [
            "2027-03-26T23:00:00Z",
            "2027-03-27T23:00:00Z",
            "2027-03-28T22:00:00Z"
        ]
    );
    // In Havana they are turned forward at midnight: that day begins at one o’clock.
    assert_eq!(
        begin("2027-03-14T12:00:00Z", "America/Havana", 1),
        ["2027-03-14T05:00:00Z"]
    );
}

proptest! {
    #[test]
    fn days_follow_each_other_and_the_last_one_is_today(minutes in 11_000_000_i64..68_000_000) {
        let now = Timestamp::from_millis(minutes * 60_000);
        for zone in ZONES.map(Real::named) {
            let days = last_days(now, 14, &zone);
            prop_assert_eq!(days.len(), 14);
            prop_assert!(days.is_sorted());
            prop_assert!(days[13] <= now && now.seconds() - days[13].seconds() < 26 * 3600);
        }
    }
}

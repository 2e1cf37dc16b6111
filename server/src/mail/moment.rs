//! Dates in mails: in the recipient's time zone, and it is said in which.

use app::{Language, Timestamp};
use jiff::tz::TimeZone;

/// The moment as somebody in `zone` writes it; in UTC if the zone is unknown.
pub(super) fn moment(at: Timestamp, zone: &str, language: Language) -> String {
    let (zone, zone_name) = match TimeZone::get(zone) {
        Ok(known) => (known, zone),
        Err(_) => (TimeZone::UTC, "UTC"),
    };
    let Ok(instant) = jiff::Timestamp::from_millisecond(at.millis()) else {
        return at.to_string();
    };
    let local = instant.to_zoned(zone);
    let format = match language {
        Language::English => "%-d %B %Y, %H:%M",
        Language::Japanese | Language::Chinese => "%Y年%-m月%-d日 %H:%M",
    };
    format!("{} ({zone_name})", local.strftime(format))
}

/// The end of something that lasts whole days, as somebody in `zone` writes it: at midnight, as the end of the day
/// before.
pub(super) fn end(at: Timestamp, zone: &str, language: Language) -> String {
    let known = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let local = jiff::Timestamp::from_millisecond(at.millis()).map(|at| at.to_zoned(known));
    let midnight = jiff::civil::Time::midnight();
    match local {
        Ok(local) if local.time() == midnight => {
            // The last second of the day before is told as its 24th hour.
            let text = moment(at.plus_seconds(-1), zone, language);
            text.replacen("23:59", "24:00", 1)
        }
        _ => moment(at, zone, language),
    }
}

#[cfg(test)]
mod tests {
    use app::{Language, Timestamp};

    use super::{end, moment};

    #[test]
    fn a_moment_is_told_in_the_readers_zone_and_language() {
        let at = Timestamp::parse("2027-03-31T23:05:00Z").unwrap();
        for (zone, language, told) in [
            (
                "Asia/Tokyo",
                Language::English,
                "1 April 2027, 08:05 (Asia/Tokyo)",
            ),
            (
                "Asia/Tokyo",
                Language::Japanese,
                "2027年4月1日 08:05 (Asia/Tokyo)",
            ),
            (
                "Europe/Berlin",
                Language::English,
                "1 April 2027, 01:05 (Europe/Berlin)",
            ),
            (
                "Asia/Shanghai",
                Language::Chinese,
                "2027年4月1日 07:05 (Asia/Shanghai)",
            ),
            ("UTC", Language::English, "31 March 2027, 23:05 (UTC)"),
            (
                "Mars/Olympus",
                Language::English,
                "31 March 2027, 23:05 (UTC)",
            ),
        ] {
            assert_eq!(moment(at, zone, language), told);
        }
    }

    #[test]
    fn what_ends_with_a_day_ends_at_its_24th_hour() {
        let at = Timestamp::parse("2027-04-01T00:00:00+09:00").unwrap();
        for (zone, language, told) in [
            (
                "Asia/Tokyo",
                Language::English,
                "31 March 2027, 24:00 (Asia/Tokyo)",
            ),
            (
                "Asia/Tokyo",
                Language::Japanese,
                "2027年3月31日 24:00 (Asia/Tokyo)",
            ),
            ("UTC", Language::English, "31 March 2027, 15:00 (UTC)"),
        ] {
            assert_eq!(end(at, zone, language), told);
        }
    }
}

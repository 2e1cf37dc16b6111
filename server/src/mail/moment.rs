//! Dates in mails: as the recipient writes them, in their time zone, and it is said in which.

use app::{
    Language, Timestamp,
    dates::{Pattern, Zone, write},
};

use crate::zone::NamedZone;

/// How one recipient tells moments.
pub(super) struct Clock {
    zone: NamedZone,
    pattern: Pattern,
    language: Language,
}

impl Clock {
    /// Of somebody in `zone` who writes moments by `pattern`, or as their language does. In UTC if the zone is unknown.
    pub fn new(zone: &str, pattern: &str, language: Language) -> Self {
        Self {
            zone: NamedZone::or_utc(zone),
            pattern: Pattern::or_of_language(pattern, language),
            language,
        }
    }

    /// The moment, and in which zone.
    pub fn moment(&self, at: Timestamp) -> String {
        let told = write(at, &self.pattern, self.language, &self.zone);
        format!("{told} ({})", self.zone.name())
    }

    /// The end of something that lasts whole days: at midnight, as the end of the day before.
    pub fn end(&self, at: Timestamp) -> String {
        let wall = at.seconds() + self.zone.ahead(at);
        // The last minute of the day before is told as its 24th hour, where hours are counted through.
        let last = self.moment(at.plus_seconds(-1));
        match wall.rem_euclid(86_400) == 0 && last.contains("23:59") {
            true => last.replacen("23:59", "24:00", 1),
            false => self.moment(at),
        }
    }
}

#[cfg(test)]
mod tests {
    use app::{Language, Timestamp};

    use super::Clock;

    const EN: Language = Language::English;
    const JA: Language = Language::Japanese;

    #[test]
    fn a_moment_is_told_in_the_readers_zone_language_and_format() {
        let at = Timestamp::parse("2027-03-31T23:05:00Z").unwrap();
        for (zone, pattern, language, told) in [
            ("Asia/Tokyo", "", EN, "1 Apr 2027, 08:05 (Asia/Tokyo)"),
            ("Asia/Tokyo", "", JA, "2027年4月1日 08:05 (Asia/Tokyo)"),
            ("Europe/Berlin", "", EN, "1 Apr 2027, 01:05 (Europe/Berlin)"),
            (
                "Europe/Berlin",
                "DD.MM.YYYY HH:mm",
                JA,
                "01.04.2027 01:05 (Europe/Berlin)",
            ),
            (
                "Asia/Shanghai",
                "",
                Language::Chinese,
                "2027年4月1日 07:05 (Asia/Shanghai)",
            ),
            ("UTC", "MM/DD/YYYY hh:mm A", EN, "03/31/2027 11:05 PM (UTC)"),
            ("Mars/Olympus", "", EN, "31 Mar 2027, 23:05 (UTC)"),
        ] {
            assert_eq!(Clock::new(zone, pattern, language).moment(at), told);
        }
    }

    #[test]
    fn what_ends_with_a_day_ends_at_its_24th_hour() {
        let at = Timestamp::parse("2027-04-01T00:00:00+09:00").unwrap();
        for (zone, pattern, language, told) in [
            ("Asia/Tokyo", "", EN, "31 Mar 2027, 24:00 (Asia/Tokyo)"),
            ("Asia/Tokyo", "", JA, "2027年3月31日 24:00 (Asia/Tokyo)"),
            (
                "Asia/Tokyo",
                "MM/DD/YYYY hh:mm A",
                EN,
                "04/01/2027 12:00 AM (Asia/Tokyo)",
            ),
            ("UTC", "", EN, "31 Mar 2027, 15:00 (UTC)"),
        ] {
            assert_eq!(Clock::new(zone, pattern, language).end(at), told);
        }
    }
}

//! What a calendar and a clock on the wall show.

use time::{Date, Month, OffsetDateTime, PrimitiveDateTime, Time};

/// What a calendar and a clock on the wall show, in the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Civil {
    /// The year, from 1 to 9999.
    pub year: i32,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
    /// The hour, from 0 to 23.
    pub hour: u8,
    /// The minute.
    pub minute: u8,
    /// The second.
    pub second: u8,
}

impl Civil {
    /// What they show so many seconds after 1970-01-01 00:00 on the same wall. What is beyond the years that can be
    /// written is told as the last of them.
    pub fn of_seconds(seconds: i64) -> Self {
        const FIRST: i64 = -62_135_596_800;
        const LAST: i64 = 253_402_300_799;
        let at = OffsetDateTime::from_unix_timestamp(seconds.clamp(FIRST, LAST))
            .unwrap_or(OffsetDateTime::UNIX_EPOCH);
        Self {
            year: at.year(),
            month: at.month().into(),
            day: at.day(),
            hour: at.hour(),
            minute: at.minute(),
            second: at.second(),
        }
    }

    /// How many seconds that is after 1970-01-01 00:00 on the same wall; nothing if no calendar has such a day, or no clock
    /// such a time.
    pub fn seconds(self) -> Option<i64> {
        let month = Month::try_from(self.month).ok()?;
        let day = Date::from_calendar_date(self.year, month, self.day).ok()?;
        let time = Time::from_hms(self.hour, self.minute, self.second).ok()?;
        let at = PrimitiveDateTime::new(day, time).assume_utc();
        (1..=9999).contains(&self.year).then(|| at.unix_timestamp())
    }
}

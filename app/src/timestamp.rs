//! A moment in time, to the millisecond.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};
use utoipa::{PartialSchema, ToSchema, openapi};

/// A moment: milliseconds since 1970-01-01T00:00:00Z. On the wire an RFC 3339 string in UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

impl Timestamp {
    /// The moment `millis` milliseconds after the Unix epoch.
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since the Unix epoch.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// Whole seconds since the Unix epoch, rounded down.
    pub const fn seconds(self) -> i64 {
        self.0.div_euclid(1000)
    }

    /// The moment `seconds` later (earlier when negative).
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1000)))
    }

    /// The moment in a sentence, in UTC: `2027-03-31 15:00 UTC`.
    pub fn to_minute(self) -> String {
        let text = self.to_string();
        match (text.get(..10), text.get(11..16)) {
            (Some(day), Some(time)) => format!("{day} {time} UTC"),
            _ => text,
        }
    }

    /// Reads an RFC 3339 date and time such as `2027-03-31T23:59:59+09:00`.
    pub fn parse(text: &str) -> Option<Self> {
        let moment = OffsetDateTime::parse(text, &Rfc3339).ok()?;
        i64::try_from(moment.unix_timestamp_nanos() / 1_000_000)
            .ok()
            .map(Self)
    }
}

impl std::fmt::Display for Timestamp {
    /// RFC 3339 in UTC; a moment beyond year 9999 is shown as the last one before it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        const LAST_MILLIS: i64 = 253_402_300_799_999;
        let nanos = i128::from(self.0.clamp(0, LAST_MILLIS)) * 1_000_000;
        let text = OffsetDateTime::from_unix_timestamp_nanos(nanos)
            .ok()
            .and_then(|moment| moment.format(&Rfc3339).ok())
            .ok_or(std::fmt::Error)?;
        f.write_str(&text)
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| {
            D::Error::custom(format!(
                "`{text}` is not an RFC 3339 date and time such as 2027-03-31T23:59:59Z"
            ))
        })
    }
}

impl PartialSchema for Timestamp {
    fn schema() -> openapi::RefOr<openapi::Schema> {
        openapi::ObjectBuilder::new()
            .schema_type(openapi::schema::Type::String)
            .format(Some(openapi::SchemaFormat::KnownFormat(
                openapi::KnownFormat::DateTime,
            )))
            .description(Some("A moment, RFC 3339."))
            .into()
    }
}

impl ToSchema for Timestamp {}

#[cfg(test)]
mod tests {
    use super::Timestamp;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read_back(millis in 0_i64..253_402_300_799_999) {
            let moment = Timestamp::from_millis(millis);
            prop_assert_eq!(Timestamp::parse(&moment.to_string()), Some(moment));
        }
    }

    #[test]
    fn an_offset_is_taken_into_account() {
        assert_eq!(
            Timestamp::parse("1970-01-01T09:00:00+09:00"),
            Some(Timestamp::from_millis(0))
        );
        assert_eq!(Timestamp::parse("yesterday"), None);
    }

    #[test]
    fn in_a_sentence_it_ends_with_the_minute() {
        let moment = Timestamp::parse("2027-04-01T00:00:00+09:00").unwrap();
        assert_eq!(moment.to_minute(), "2027-03-31 15:00 UTC");
    }
}

//! The time zones of the world, by their IANA names.

use app::{Timestamp, dates::Zone};
use jiff::tz::TimeZone;

/// A time zone of the IANA data.
#[derive(Clone, Debug)]
pub struct NamedZone {
    rules: TimeZone,
    name: String,
}

impl NamedZone {
    /// The zone of a name, if there is one.
    pub fn find(name: &str) -> Option<Self> {
        let rules = TimeZone::get(name).ok()?;
        Some(Self {
            rules,
            name: name.to_owned(),
        })
    }

    /// The zone of a name, or UTC.
    pub fn or_utc(name: &str) -> Self {
        Self::find(name).unwrap_or_else(|| Self {
            rules: TimeZone::UTC,
            name: "UTC".to_owned(),
        })
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Zone for NamedZone {
    fn ahead(&self, at: Timestamp) -> i64 {
        jiff::Timestamp::from_millisecond(at.millis())
            .map_or(0, |at| self.rules.to_offset(at).seconds().into())
    }
}

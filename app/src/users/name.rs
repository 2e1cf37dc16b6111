//! People's names, what is said about them, and time zones.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{field::Problem, text::line_of_text};

/// A first or last name: one line of 1 to 100 characters, trimmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct PersonName(String);

impl PersonName {
    /// Reads a name.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        line_of_text(text, 1, 100).map(Self)
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A group that somebody counts themselves to, such as a department: one line of at most 100 characters, perhaps none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct Group(String);

impl Group {
    /// Reads a group.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        line_of_text(text, 0, 100).map(Self)
    }

    /// The group.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What is said about a user: one line of at most 200 characters, perhaps none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct Description(String);

impl Description {
    /// Reads a description.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        line_of_text(text, 0, 200).map(Self)
    }

    /// The description.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An IANA time zone by name, such as `Asia/Tokyo`. Only the form is checked; the reader's browser knows the rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct TimeZone(String);

impl TimeZone {
    /// Reads a time zone name; nothing means UTC.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        let allowed = |c: char| c.is_ascii_alphanumeric() || "/_+-".contains(c);
        let sound = text.len() <= 64
            && text.chars().all(allowed)
            && text.split('/').all(|part| !part.is_empty());
        match text {
            "" => Ok(Self("UTC".into())),
            _ if sound => Ok(Self(text.to_owned())),
            _ => Err(Problem::NotATimeZone),
        }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::TimeZone;

    #[test]
    fn a_time_zone_has_the_form_of_one() {
        for good in [
            "",
            "UTC",
            "Asia/Tokyo",
            "America/Argentina/Buenos_Aires",
            "Etc/GMT+9",
        ] {
            assert!(TimeZone::parse(good).is_ok(), "{good}");
        }
        for bad in ["/", "Asia//Tokyo", "東京", "a b"] {
            assert!(TimeZone::parse(bad).is_err(), "{bad}");
        }
    }
}

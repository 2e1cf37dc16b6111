//! How somebody wants the portal to look and to write.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    Language, Refusal,
    dates::Pattern,
    field::{Problem, Problems},
    users::TimeZone,
};

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every theme, in the order in which they are offered.
    pub const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    /// The name under which it is stored and sent.
    pub const fn code(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The theme of a name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.code() == code)
    }
}

/// How somebody wants the portal to look and to write, and its mails.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Preferences {
    /// The language of portal and mails.
    pub language: Language,
    /// The IANA time zone in which moments are told and typed.
    pub time_zone: String,
    /// How moments are written, such as `DD.MM.YYYY HH:mm`; empty for how the language writes them.
    pub date_output: String,
    /// How moments are typed; empty for `YYYY-MM-DD HH:mm`.
    pub date_input: String,
    /// Light or dark.
    pub theme: Theme,
}

/// What changes about it; what is absent stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PreferencesChange {
    /// The language of portal and mails.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The IANA time zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    /// How moments are written; empty for how the language writes them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_output: Option<String>,
    /// How moments are typed; empty for `YYYY-MM-DD HH:mm`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_input: Option<String>,
    /// Light or dark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<Theme>,
}

impl Preferences {
    /// The pattern by which moments are told.
    pub fn output(&self) -> Pattern {
        Pattern::or_of_language(&self.date_output, self.language)
    }

    /// The pattern by which typed moments are read.
    pub fn input(&self) -> Pattern {
        Pattern::or_iso(&self.date_input)
    }

    /// With what a change says, or everything that is wrong with it.
    pub fn with(mut self, change: &PreferencesChange) -> Result<Self, Refusal> {
        let mut problems = Problems::default();
        if let Some(zone) = &change.time_zone {
            let zone = problems.take("time_zone", TimeZone::parse(zone));
            self.time_zone = zone.map_or_else(String::new, |zone| zone.as_str().to_owned());
        }
        for (field, wanted, kept) in [
            ("date_output", &change.date_output, &mut self.date_output),
            ("date_input", &change.date_input, &mut self.date_input),
        ] {
            if let Some(wanted) = wanted
                && let Some(wanted) = problems.take(field, pattern_or_none(wanted))
            {
                *kept = wanted;
            }
        }
        // Nothing chosen and the usual one are the same.
        if self.date_input == Pattern::iso().as_str() {
            self.date_input.clear();
        }
        self.language = change.language.unwrap_or(self.language);
        self.theme = change.theme.unwrap_or(self.theme);
        match problems.into_vec() {
            none if none.is_empty() => Ok(self),
            problems => Err(Refusal::Malformed(problems)),
        }
    }
}

fn pattern_or_none(text: &str) -> Result<String, Problem> {
    match text.trim() {
        "" => Ok(String::new()),
        text => Pattern::parse(text).map(|pattern| pattern.as_str().to_owned()),
    }
}

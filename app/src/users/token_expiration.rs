//! How long what a sign-in hands out beyond a browser stays valid, and exclusive login.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    Language, Refusal,
    field::{Problem, Problems},
    policies::{OwnSetting, SettingValue, Shape, Sourced, Unit},
};

/// Minutes in a day.
const DAY: i64 = 24 * 60;

/// In what a lifetime is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LifetimeUnit {
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Days.
    Days,
}

impl LifetimeUnit {
    /// Every unit, the shortest first.
    pub const ALL: [LifetimeUnit; 3] = [
        LifetimeUnit::Minutes,
        LifetimeUnit::Hours,
        LifetimeUnit::Days,
    ];

    /// The name on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            LifetimeUnit::Minutes => "minutes",
            LifetimeUnit::Hours => "hours",
            LifetimeUnit::Days => "days",
        }
    }

    /// The unit of a name on the wire.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.code() == code)
    }

    /// The least and the most of it: five minutes, and 3650 days.
    pub const fn bounds(self) -> (u32, u32) {
        match self {
            LifetimeUnit::Minutes => (5, 3650 * 24 * 60),
            LifetimeUnit::Hours => (1, 3650 * 24),
            LifetimeUnit::Days => (1, 3650),
        }
    }

    const fn in_minutes(self) -> i64 {
        match self {
            LifetimeUnit::Minutes => 1,
            LifetimeUnit::Hours => 60,
            LifetimeUnit::Days => DAY,
        }
    }

    const fn unit(self) -> Unit {
        match self {
            LifetimeUnit::Minutes => Unit::Minutes,
            LifetimeUnit::Hours => Unit::Hours,
            LifetimeUnit::Days => Unit::Days,
        }
    }

    /// Its name in words.
    pub fn words(self, language: Language) -> &'static str {
        self.unit().words(language)
    }
}

/// For how long tokens are valid: "12 hours".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
pub struct TokenLifetime {
    /// How many.
    pub amount: u32,
    /// Of what. Together from 5 minutes to 3650 days.
    pub unit: LifetimeUnit,
}

impl TokenLifetime {
    /// So many minutes, in the greatest unit that measures them exactly.
    pub fn of_minutes(minutes: i64) -> Self {
        let unit = LifetimeUnit::ALL
            .into_iter()
            .rev()
            .find(|unit| minutes % unit.in_minutes() == 0)
            .unwrap_or(LifetimeUnit::Minutes);
        Self {
            amount: u32::try_from(minutes / unit.in_minutes()).unwrap_or(u32::MAX),
            unit,
        }
    }

    /// In minutes.
    pub fn minutes(self) -> i64 {
        i64::from(self.amount).saturating_mul(self.unit.in_minutes())
    }

    /// Refuses what is beyond the bounds.
    pub fn check(self) -> Result<(), Problem> {
        let (min, max) = self.unit.bounds();
        match (min..=max).contains(&self.amount) {
            true => Ok(()),
            false => Err(Problem::OutOfRange { min, max }),
        }
    }

    /// In words: "12 hours".
    pub fn words(self, language: Language) -> String {
        let (min, max) = self.unit.bounds();
        let unit = self.unit.unit();
        SettingValue::Number(self.amount).words(Shape::Number { min, max, unit }, language)
    }
}

/// How long a user's tokens and sessions of the app channel are valid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(tag = "validity", rename_all = "snake_case")]
pub enum TokenValidity {
    /// As defined by the policy class.
    #[default]
    Inherit,
    /// They do not end by time.
    LongTerm,
    /// For so long.
    ExpirationTime(TokenLifetime),
}

impl TokenValidity {
    /// The same in the greatest unit that measures it exactly, as it is stored and told.
    pub fn plain(self) -> Self {
        match self {
            TokenValidity::ExpirationTime(lifetime) => {
                TokenValidity::ExpirationTime(TokenLifetime::of_minutes(lifetime.minutes()))
            }
            inherit_or_long_term => inherit_or_long_term,
        }
    }

    /// What holds, where the policy says `days`: so many minutes, or none for long-term.
    pub fn minutes(self, days: u32) -> Option<i64> {
        match (self, days) {
            (TokenValidity::LongTerm, _) | (TokenValidity::Inherit, 0) => None,
            (TokenValidity::Inherit, days) => Some(i64::from(days) * DAY),
            (TokenValidity::ExpirationTime(lifetime), _) => Some(lifetime.minutes()),
        }
    }
}

crate::words! {
    struct ValidityWords {
        long_term: "Long-term", "長期", "长期";
    }
}

impl std::fmt::Display for TokenValidity {
    /// As audit events tell it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            TokenValidity::Inherit => f.write_str("inherit"),
            TokenValidity::LongTerm => f.write_str("long_term"),
            TokenValidity::ExpirationTime(lifetime) => {
                f.write_str(&lifetime.words(Language::English))
            }
        }
    }
}

/// How long a user's tokens are valid, exclusive login, and what the policy of their company says about both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TokenExpiration {
    /// What is set for the user.
    pub token_validity: TokenValidity,
    /// How many days the policy says, 0 for long-term.
    pub policy_token_lifetime_days: Sourced<u32>,
    /// What is set for the user.
    pub exclusive_login: OwnSetting,
    /// What the policy says.
    pub policy_exclusive_login: Sourced<bool>,
    /// Whether it is in force for them: by their own setting, or by the policy.
    pub exclusive: bool,
}

impl TokenExpiration {
    /// For how long their tokens are valid, in words: "30 days".
    pub fn lifetime_words(&self, language: Language) -> String {
        match self
            .token_validity
            .minutes(self.policy_token_lifetime_days.value)
        {
            Some(minutes) => TokenLifetime::of_minutes(minutes).words(language),
            None => ValidityWords(language).long_term().to_owned(),
        }
    }

    /// What the policy says about it, in words.
    pub fn policy_words(&self, language: Language) -> String {
        let inherits = Self {
            token_validity: TokenValidity::Inherit,
            ..self.clone()
        };
        inherits.lifetime_words(language)
    }
}

/// What is to be set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TokenExpirationDraft {
    /// How long tokens and sessions of the app channel are valid.
    pub token_validity: TokenValidity,
    /// Whether a sign-in ends the user's other sessions of the same channel.
    pub exclusive_login: OwnSetting,
}

impl TokenExpirationDraft {
    /// Refuses what is beyond the bounds, as `token_validity.amount`.
    pub fn check(&self) -> Result<(), Refusal> {
        let mut problems = Problems::default();
        if let TokenValidity::ExpirationTime(lifetime) = self.token_validity {
            problems.take("token_validity.amount", lifetime.check());
        }
        match problems.into_vec() {
            none if none.is_empty() => Ok(()),
            problems => Err(Refusal::Malformed(problems)),
        }
    }
}

/// What a change of it would end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TokenExpirationImpact {
    /// How many of the user's sessions.
    pub sessions_ending: u64,
}

#[cfg(test)]
mod tests {
    use super::{LifetimeUnit, TokenExpirationDraft, TokenLifetime, TokenValidity};
    use crate::{Language, Refusal, field::Problem, policies::OwnSetting};

    fn lifetime(amount: u32, unit: LifetimeUnit) -> TokenLifetime {
        TokenLifetime { amount, unit }
    }

    #[test]
    fn a_lifetime_is_told_in_the_greatest_unit_that_measures_it() {
        for (minutes, words) in [
            (5, "5 minutes"),
            (90, "90 minutes"),
            (120, "2 hours"),
            (30 * 24 * 60, "30 days"),
        ] {
            let told = TokenLifetime::of_minutes(minutes);
            assert_eq!(told.words(Language::English), words);
            assert_eq!(told.minutes(), minutes);
        }
    }

    #[test]
    fn bounds_are_told_in_the_unit_that_was_chosen() {
        for (amount, unit, right) in [
            (4, LifetimeUnit::Minutes, false),
            (5, LifetimeUnit::Minutes, true),
            (0, LifetimeUnit::Hours, false),
            (3650, LifetimeUnit::Days, true),
            (3651, LifetimeUnit::Days, false),
            (u32::MAX, LifetimeUnit::Days, false),
        ] {
            let draft = TokenExpirationDraft {
                token_validity: TokenValidity::ExpirationTime(lifetime(amount, unit)),
                exclusive_login: OwnSetting::Inherit,
            };
            let (min, max) = unit.bounds();
            let wrong = Refusal::field("token_validity.amount", Problem::OutOfRange { min, max });
            assert_eq!(draft.check(), if right { Ok(()) } else { Err(wrong) });
        }
    }

    #[test]
    fn ones_own_setting_goes_before_the_policys() {
        let hour = TokenValidity::ExpirationTime(lifetime(1, LifetimeUnit::Hours));
        assert_eq!(hour.minutes(30), Some(60));
        assert_eq!(TokenValidity::LongTerm.minutes(30), None);
        assert_eq!(TokenValidity::Inherit.minutes(0), None);
        assert_eq!(TokenValidity::Inherit.minutes(2), Some(2 * 24 * 60));
    }
}

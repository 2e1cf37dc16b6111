//! Login IDs: what is typed at sign-in.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::field::Problem;

/// A login ID: 2 to 64 of `a–z 0–9 . _ - @ +`, beginning with a letter or digit. Capitals are folded.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "String", into = "String")]
pub struct LoginId(String);

impl LoginId {
    /// Reads a login ID as it was typed.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let text = text.trim().to_ascii_lowercase();
        let allowed = |c: char| c.is_ascii_alphanumeric() || "._-@+".contains(c);
        match text.chars().count() {
            0 => Err(Problem::Missing),
            1 => Err(Problem::TooShort { min: 2 }),
            65.. => Err(Problem::TooLong { max: 64 }),
            _ if !text.chars().all(allowed)
                || !text.starts_with(|c: char| c.is_ascii_alphanumeric()) =>
            {
                Err(Problem::LoginIdCharacters)
            }
            _ => Ok(Self(text)),
        }
    }

    /// The login ID, folded.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for LoginId {
    type Error = String;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).map_err(|problem| problem.words(crate::Language::English))
    }
}

impl From<LoginId> for String {
    fn from(id: LoginId) -> Self {
        id.0
    }
}

impl std::fmt::Display for LoginId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::LoginId;
    use crate::field::Problem;
    use proptest::prelude::*;

    #[test]
    fn capitals_and_spaces_around_are_folded() {
        assert_eq!(
            LoginId::parse(" Hana.Sato ").map(String::from),
            Ok("hana.sato".into())
        );
    }

    #[test]
    fn what_could_be_mistaken_is_refused() {
        for text in ["hana sato", "-hana", "はな", "hana\u{200b}", "a/b"] {
            assert_eq!(
                LoginId::parse(text),
                Err(Problem::LoginIdCharacters),
                "{text}"
            );
        }
    }

    proptest! {
        #[test]
        fn what_was_read_reads_the_same_again(text in "\\PC{0,70}") {
            if let Ok(id) = LoginId::parse(&text) {
                prop_assert_eq!(LoginId::parse(id.as_str()), Ok(id));
            }
        }
    }
}

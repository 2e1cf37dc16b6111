//! Passwords as they are typed.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::field::Problem;

/// The fewest characters of a password beside a second factor (NIST SP 800-63B-4 §3.1.1.2).
const MIN_PASSWORD: usize = 8;
/// The fewest characters of a password that stands alone.
const MIN_PASSWORD_ALONE: usize = 15;
/// The most characters of a password.
pub const MAX_PASSWORD: usize = 256;

/// A password as it was typed. Not shown by `Debug`, never stored.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct Password(String);

impl Password {
    /// Takes what was typed as it is; spaces count.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// What was typed.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Whether its length is right for a new password of at least `min` characters.
    pub fn check_length(&self, min: usize) -> Result<(), Problem> {
        match self.0.chars().count() {
            0 => Err(Problem::Missing),
            length if length < min => Err(Problem::TooShort { min }),
            length if length > MAX_PASSWORD => Err(Problem::TooLong { max: MAX_PASSWORD }),
            _ => Ok(()),
        }
    }
}

/// The fewest characters of a password that any policy may ask for, beside a second factor or alone.
pub const fn shortest(with_second_factor: bool) -> usize {
    if with_second_factor {
        MIN_PASSWORD
    } else {
        MIN_PASSWORD_ALONE
    }
}

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::{Password, shortest};
    use crate::field::Problem;

    #[test]
    fn a_password_alone_must_be_longer() {
        let password = Password::new("correct hor");
        assert_eq!(password.check_length(shortest(true)), Ok(()));
        assert_eq!(
            password.check_length(shortest(false)),
            Err(Problem::TooShort { min: 15 })
        );
    }

    #[test]
    fn characters_are_counted_not_bytes() {
        assert_eq!(Password::new("パスワードです。").check_length(8), Ok(()));
    }
}

//! One-time codes and recovery codes as people type them.

use crate::field::Problem;

/// With so many unused recovery codes or fewer, it is time for new ones.
pub const FEW_RECOVERY_CODES: u32 = 3;

/// The digit that a character stands for, also a full-width one (`０`–`９`), as Japanese keyboards type it.
fn folded(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

fn meaningful(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .map(folded)
        .filter(|c| !c.is_whitespace() && *c != '-' && *c != '\u{2010}' && *c != 'ー')
}

/// A one-time code of six digits (RFC 6238). Not shown by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct OneTimeCode(String);

impl OneTimeCode {
    /// Reads a code as it was typed: "123 456", full-width digits and pasted spaces are fine.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let digits: String = meaningful(text).collect();
        match digits.len() {
            0 => Err(Problem::Missing),
            6 if digits.bytes().all(|b| b.is_ascii_digit()) => Ok(Self(digits)),
            _ => Err(Problem::NotACode),
        }
    }

    /// The six digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for OneTimeCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OneTimeCode(…)")
    }
}

/// A code of six digits that is sent by e-mail. Not shown by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct EmailCode(String);

impl EmailCode {
    /// The code that a number below 1,000,000 stands for.
    pub fn from_number(number: u32) -> Self {
        Self(format!("{:06}", number % 1_000_000))
    }

    /// Reads a code as it was typed, the same way as a one-time code.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        match OneTimeCode::parse(text) {
            Ok(OneTimeCode(digits)) => Ok(Self(digits)),
            Err(Problem::NotACode) => Err(Problem::NotAnEmailCode),
            Err(other) => Err(other),
        }
    }

    /// The six digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The code as it is written in the mail: `123 456`.
    pub fn grouped(&self) -> String {
        let (front, back) = self.0.split_at(3);
        format!("{front} {back}")
    }
}

impl std::fmt::Debug for EmailCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("EmailCode(…)")
    }
}

/// The letters and digits of recovery codes: 32 that cannot be mistaken for each other.
pub const RECOVERY_ALPHABET: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";

/// A recovery code: twelve characters (60 bits), written `abcd-efgh-jkmn`. Not shown by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(String);

impl RecoveryCode {
    /// The code that twelve numbers below 32 stand for.
    pub fn from_numbers(numbers: [u8; 12]) -> Self {
        Self(
            numbers
                .iter()
                .map(|n| char::from(RECOVERY_ALPHABET[usize::from(n % 32)]))
                .collect(),
        )
    }

    /// Reads a code as it was typed, with or without hyphens, in capitals or not.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let code: String = meaningful(text).map(|c| c.to_ascii_lowercase()).collect();
        match code.len() {
            0 => Err(Problem::Missing),
            12 if code.bytes().all(|b| RECOVERY_ALPHABET.contains(&b)) => Ok(Self(code)),
            _ => Err(Problem::NotARecoveryCode),
        }
    }

    /// The twelve characters without hyphens.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The code as it is shown, in groups of four.
    pub fn grouped(&self) -> String {
        format!("{}-{}-{}", &self.0[..4], &self.0[4..8], &self.0[8..])
    }
}

impl std::fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryCode(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::{EmailCode, OneTimeCode, RecoveryCode};
    use crate::field::Problem;
    use proptest::prelude::*;

    #[test]
    fn a_code_is_read_however_it_was_typed() {
        for text in [
            "123456",
            "123 456",
            " 123-456 ",
            "１２３４５６",
            "１２３　４５６",
        ] {
            assert_eq!(
                OneTimeCode::parse(text).unwrap().as_str(),
                "123456",
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_not_six_digits_is_no_code() {
        for text in ["12345", "1234567", "12345a", "١٢٣٤٥٦"] {
            assert_eq!(
                OneTimeCode::parse(text).unwrap_err(),
                Problem::NotACode,
                "{text}"
            );
        }
        assert_eq!(OneTimeCode::parse("  ").unwrap_err(), Problem::Missing);
    }

    #[test]
    fn a_mailed_code_keeps_its_zeros_and_is_read_as_it_was_written() {
        let code = EmailCode::from_number(4_207);
        assert_eq!(code.grouped(), "004 207");
        assert_eq!(EmailCode::parse(&code.grouped()).unwrap(), code);
        assert_eq!(
            EmailCode::parse("4207").unwrap_err(),
            Problem::NotAnEmailCode
        );
        assert!(!format!("{code:?}").contains("4207"));
    }

    proptest! {
        #[test]
        fn a_recovery_code_is_read_as_it_was_shown(numbers in proptest::array::uniform12(0_u8..32)) {
            let code = RecoveryCode::from_numbers(numbers);
            prop_assert_eq!(RecoveryCode::parse(&code.grouped().to_uppercase()).unwrap(), code);
        }

        #[test]
        fn no_input_makes_the_readers_panic(text in "\\PC{0,40}") {
            let _ = OneTimeCode::parse(&text);
            let _ = RecoveryCode::parse(&text);
        }
    }
}

//! One line of text, trimmed and bounded.

use crate::field::Problem;

/// `text` without surrounding white space, if it is one line of `min` to `max` characters.
pub fn line_of_text(text: &str, min: usize, max: usize) -> Result<String, Problem> {
    let text = text.trim();
    if text.chars().any(char::is_control) {
        return Err(Problem::ControlCharacter);
    }
    match text.chars().count() {
        0 if min > 0 => Err(Problem::Missing),
        length if length < min => Err(Problem::TooShort { min }),
        length if length > max => Err(Problem::TooLong { max }),
        _ => Ok(text.to_owned()),
    }
}

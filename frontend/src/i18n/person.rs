//! How people are named in each language.

use app::Language;

/// First and last name in the order of the language.
pub fn full_name(language: Language, first: &str, last: &str) -> String {
    app::users::full_name(first, last, language)
}

//! Which texts a search finds: those that hold all its words, in any order.

use crate::ui::browser;

/// What is looked for.
pub(super) struct Sought(Vec<String>);

impl Sought {
    /// Reads what was typed.
    pub fn new(typed: &str) -> Self {
        Self::read(&browser::taken_apart(typed))
    }

    /// Whether a text holds it.
    pub fn finds(&self, text: &str) -> bool {
        self.is_in(&browser::taken_apart(text))
    }

    fn read(typed: &str) -> Self {
        let words = comparable(typed);
        Self(words.split_whitespace().map(str::to_owned).collect())
    }

    fn is_in(&self, text: &str) -> bool {
        let text = comparable(text);
        self.0.iter().all(|word| match is_short(word) {
            true => beginnings(&text).any(|rest| rest.starts_with(word)),
            false => text.contains(word),
        })
    }
}

/// Whether a word of so few letters is in too many others to tell anything, unless it is where they begin. One character
/// of Chinese or Japanese, which takes three bytes, tells enough.
fn is_short(word: &str) -> bool {
    word.len() < 3
}

/// The text from the beginning of each of its words on.
fn beginnings(text: &str) -> impl Iterator<Item = &str> {
    let mut before = ' ';
    text.char_indices().filter_map(move |(at, letter)| {
        let begins = !before.is_alphanumeric();
        before = letter;
        begins.then(|| &text[at..])
    })
}

/// A text that was taken apart, without its accents, in small letters, and with katakana for hiragana, which is what
/// stands in the line before an input method has converted it.
fn comparable(text: &str) -> String {
    let plain = |letter: &char| !('\u{300}'..='\u{36F}').contains(letter);
    text.chars()
        .filter(plain)
        .flat_map(char::to_lowercase)
        .map(katakana)
        .collect()
}

fn katakana(letter: char) -> char {
    match letter {
        'ぁ'..='ゖ' => char::from_u32(u32::from(letter) + 0x60).unwrap_or(letter),
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::Sought;

    fn finds(typed: &str, text: &str) -> bool {
        Sought::read(typed).is_in(text)
    }

    #[test]
    fn words_are_found_in_any_order_and_in_part() {
        for typed in [
            "",
            "manage users",
            "users manage",
            "  USER  mana ",
            "age",
            "us m",
        ] {
            assert!(finds(typed, "Manage Users"), "{typed}");
        }
        assert!(!finds("manage companies", "Manage Users"));
        assert!(!finds("manageusers", "Manage Users"));
    }

    #[test]
    fn one_or_two_letters_count_where_a_word_begins() {
        assert!(finds("u", "Manage Users"));
        assert!(finds("sa", "h.sato@example.com"));
        assert!(!finds("ge", "Manage Users"));
        assert!(!finds("s", "Manage Users"));
        assert!(finds("社", "会社"));
    }

    #[test]
    fn accents_do_not_matter_on_either_side() {
        assert!(finds("Jose\u{301}", "Jose Garcia"));
        assert!(finds("garcia", "Jose\u{301} Garci\u{301}a"));
    }

    #[test]
    fn what_is_not_converted_yet_finds_katakana() {
        assert!(finds(
            "ゆーさ\u{3099}ー",
            "ユーサ\u{3099}ー管理 Manage Users"
        ));
        assert!(finds("管理 users", "ユーサ\u{3099}ー管理 Manage Users"));
        assert!(!finds("会社", "ユーサ\u{3099}ー管理 Manage Users"));
    }
}

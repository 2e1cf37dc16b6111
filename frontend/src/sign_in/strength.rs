//! A hint at how strong a password is, while it is typed. What is allowed, the server decides.

use crate::i18n::SignInWords;

/// How a password looks to somebody who would guess it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Strength {
    /// Nothing was typed.
    Nothing,
    /// So many characters are missing.
    Short(usize),
    /// Repeats itself, runs along the keyboard or the alphabet, or says one's own name.
    Weak,
    /// As long as it must be.
    Fair,
    /// A good deal longer, or of many different characters.
    Good,
    /// Long.
    Strong,
}

impl Strength {
    /// The strength of `text`, which needs `min` characters, for somebody with these `own` names.
    pub(super) fn of(text: &str, min: usize, own: &[String]) -> Self {
        let length = text.chars().count();
        if length == 0 {
            return Strength::Nothing;
        }
        if length < min {
            return Strength::Short(min - length);
        }
        let folded = text.to_lowercase();
        let own_length: usize = own
            .iter()
            .filter(|name| name.chars().count() >= 3 && folded.contains(&name.to_lowercase()))
            .map(|name| name.chars().count())
            .sum();
        // Each step from a character to a neighbour or to itself tells a guesser nothing new.
        let telling = telling_characters(&folded).saturating_sub(own_length);
        match telling {
            0..8 => Strength::Weak,
            8..12 => Strength::Fair,
            12..18 => Strength::Good,
            _ => Strength::Strong,
        }
    }

    /// The bars of the meter, 0 to 4.
    pub(super) const fn score(self) -> u8 {
        match self {
            Strength::Nothing => 0,
            Strength::Short(_) | Strength::Weak => 1,
            Strength::Fair => 2,
            Strength::Good => 3,
            Strength::Strong => 4,
        }
    }
}

/// The words under the meter.
pub(super) fn strength_words(strength: Strength, t: SignInWords) -> String {
    match strength {
        Strength::Nothing => String::new(),
        Strength::Short(more) => t.strength_short(more as u64),
        Strength::Weak => t.strength_weak().to_owned(),
        Strength::Fair => t.strength_fair().to_owned(),
        Strength::Good => t.strength_good().to_owned(),
        Strength::Strong => t.strength_strong().to_owned(),
    }
}

/// How many characters are neither the one before, nor its neighbour in alphabet or on the keyboard,
/// nor part of a group of four that stood before.
fn telling_characters(text: &str) -> usize {
    let characters: Vec<char> = text.chars().collect();
    let mut count = 0;
    for (at, &this) in characters.iter().enumerate() {
        let neighbour = at
            .checked_sub(1)
            .is_some_and(|before| are_neighbours(characters[before], this));
        let seen_before = at >= 4 && {
            let group = &characters[at - 3..=at];
            characters[..at].windows(4).any(|earlier| earlier == group)
        };
        if !neighbour && !seen_before {
            count += 1;
        }
    }
    count
}

fn are_neighbours(one: char, other: char) -> bool {
    const ROWS: [&str; 4] = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
    let beside = |a: usize, b: usize| a.abs_diff(b) <= 1;
    u32::from(one).abs_diff(u32::from(other)) <= 1
        || ROWS
            .iter()
            .any(|row| match (row.find(one), row.find(other)) {
                (Some(a), Some(b)) => beside(a, b),
                _ => false,
            })
}

#[cfg(test)]
mod tests {
    use super::Strength;

    #[test]
    fn what_is_missing_is_counted_in_characters() {
        assert_eq!(Strength::of("", 8, &[]), Strength::Nothing);
        assert_eq!(Strength::of("パス", 8, &[]), Strength::Short(6));
    }

    #[test]
    fn length_alone_does_not_make_a_password_strong() {
        for weak in [
            "aaaaaaaaaaaaaaaaaaaa",
            "abcdefghijklmnopqrst",
            "qwertyuiopasdfghjkl",
            "123456781234567812345678",
        ] {
            assert_eq!(Strength::of(weak, 8, &[]), Strength::Weak, "{weak}");
        }
    }

    #[test]
    fn a_phrase_is_stronger_than_a_word() {
        let word = Strength::of("h7!kq2zp", 8, &[]);
        let phrase = Strength::of("walnut harbour stapler cloud", 8, &[]);
        assert!(word.score() < phrase.score());
        assert_eq!(phrase, Strength::Strong);
    }

    #[test]
    fn ones_own_name_adds_nothing() {
        assert_eq!(
            Strength::of("hana.sato2027!", 8, &["hana.sato".to_owned()]),
            Strength::Weak
        );
    }
}

//! Which keys there are, and what was pressed so far of those that follow one another.

/// How long after its first key the second of two still counts, in milliseconds.
const PATIENCE: f64 = 1500.0;

/// What keys can do on every page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    /// Opens the command palette.
    Palette,
    /// Lists the shortcuts.
    List,
    /// Moves the focus to the search field of the list on this page.
    Search,
    /// Goes to Home.
    Home,
    /// Goes to Manage Users.
    Users,
    /// Goes to Companies.
    Companies,
    /// Goes to Audit.
    Audit,
}

impl Shortcut {
    /// Every shortcut, in the order of the list.
    pub const ALL: [Shortcut; 7] = [
        Shortcut::Palette,
        Shortcut::List,
        Shortcut::Search,
        Shortcut::Home,
        Shortcut::Users,
        Shortcut::Companies,
        Shortcut::Audit,
    ];

    /// Its keys, one after the other; none for the palette, which is opened with Ctrl or ⌘ held.
    pub const fn keys(self) -> &'static [&'static str] {
        match self {
            Shortcut::Palette => &[],
            Shortcut::List => &["?"],
            Shortcut::Search => &["/"],
            Shortcut::Home => &["g", "h"],
            Shortcut::Users => &["g", "u"],
            Shortcut::Companies => &["g", "c"],
            Shortcut::Audit => &["g", "a"],
        }
    }

    /// The page to which it leads, if it leads to one.
    pub const fn page(self) -> Option<&'static str> {
        match self {
            Shortcut::Palette | Shortcut::List | Shortcut::Search => None,
            Shortcut::Home => Some("/"),
            Shortcut::Users => Some("/admin/users"),
            Shortcut::Companies => Some("/admin/companies"),
            Shortcut::Audit => Some("/admin/audit"),
        }
    }
}

/// The key that may be the first of two, and when it was pressed.
#[derive(Debug, Default)]
pub(super) struct Begun(Option<(String, f64)>);

impl Begun {
    /// Takes a key that was pressed at `now`, in milliseconds; answers the shortcut that it completes.
    pub fn press(&mut self, key: &str, now: f64) -> Option<Shortcut> {
        let first = self.0.take().filter(|(_, at)| now - at <= PATIENCE);
        let of = |keys: &[&str]| Shortcut::ALL.into_iter().find(|it| it.keys() == keys);
        if let Some(found) = first.and_then(|(first, _)| of(&[&first, key])) {
            return Some(found);
        }
        let begins = |it: &Shortcut| matches!(it.keys(), [first, _] if *first == key);
        if Shortcut::ALL.iter().any(begins) {
            self.0 = Some((key.to_owned(), now));
        }
        of(&[key])
    }
}

#[cfg(test)]
mod tests {
    use super::{Begun, Shortcut};

    /// What these keys do, pressed at these moments.
    fn pressed(keys: &[(&str, f64)]) -> Vec<Shortcut> {
        let mut begun = Begun::default();
        keys.iter()
            .filter_map(|(key, at)| begun.press(key, *at))
            .collect()
    }

    #[test]
    fn every_shortcut_is_reached_by_its_keys_and_by_none_of_another() {
        for shortcut in Shortcut::ALL {
            let keys: Vec<_> = shortcut.keys().iter().map(|key| (*key, 0.0)).collect();
            let wanted: Vec<_> = (!keys.is_empty()).then_some(shortcut).into_iter().collect();
            assert_eq!(pressed(&keys), wanted);
        }
    }

    #[test]
    fn the_second_key_comes_soon_and_right_after_the_first() {
        assert_eq!(pressed(&[("g", 0.0), ("u", 1400.0)]), [Shortcut::Users]);
        assert_eq!(pressed(&[("g", 0.0), ("u", 1600.0)]), []);
        assert_eq!(pressed(&[("g", 0.0), ("x", 1.0), ("u", 2.0)]), []);
        assert_eq!(pressed(&[("u", 0.0), ("g", 1.0)]), []);
    }

    #[test]
    fn a_key_that_continues_nothing_stands_for_itself() {
        assert_eq!(pressed(&[("g", 0.0), ("?", 1.0)]), [Shortcut::List]);
        let twice = pressed(&[("g", 0.0), ("g", 1.0), ("h", 2.0)]);
        assert_eq!(twice, [Shortcut::Home]);
    }
}

//! How what is offered is ordered: what was opened last, then kind by kind.

use super::{
    entry::{Does, Entry, Kind},
    found::Found,
    matching::Sought,
};
use crate::i18n::PaletteWords;

/// Entries under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    pub heading: &'static str,
    pub entries: Vec<Entry>,
}

/// All that is offered while nothing is typed. What was opened last stands on top, and not a second time below.
pub(super) fn all(commands: Vec<Entry>, recent: &[String], t: PaletteWords) -> Vec<Group> {
    let place = |entry: &Entry| match &entry.does {
        Does::Open(href) => recent.iter().position(|own| own == href),
        Does::Act(_) => None,
    };
    let (mut latest, others): (Vec<Entry>, Vec<Entry>) = commands
        .into_iter()
        .partition(|entry| place(entry).is_some());
    latest.sort_by_key(place);
    let (pages, actions) = apart(others);
    filled([
        (t.recent(), latest),
        (t.pages(), pages),
        (t.actions(), actions),
    ])
}

/// What fits what is typed, with the users and companies that were found.
pub(super) fn matching(
    commands: Vec<Entry>,
    typed: &str,
    found: Found,
    t: PaletteWords,
) -> Vec<Group> {
    let sought = Sought::new(typed);
    let fitting = commands
        .into_iter()
        .filter(|entry| sought.finds(&entry.text()))
        .collect();
    let (pages, actions) = apart(fitting);
    filled([
        (t.pages(), pages),
        (t.users(), found.entries(Kind::User)),
        (t.companies(), found.entries(Kind::Company)),
        (t.actions(), actions),
    ])
}

fn apart(commands: Vec<Entry>) -> (Vec<Entry>, Vec<Entry>) {
    commands
        .into_iter()
        .partition(|entry| entry.kind == Kind::Page)
}

fn filled<const N: usize>(groups: [(&'static str, Vec<Entry>); N]) -> Vec<Group> {
    groups
        .into_iter()
        .filter(|(_, entries)| !entries.is_empty())
        .map(|(heading, entries)| Group { heading, entries })
        .collect()
}

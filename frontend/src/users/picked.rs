//! Which users are selected: some of them, or all that match.

use app::{
    Page, UserId,
    jobs::Selection,
    users::{UserQuery, UserRow},
};
use leptos::prelude::*;

/// The selection of the users list. It stays while one walks from page to page, and goes with another filter.
#[derive(Clone, Copy)]
pub(super) struct Picked {
    users: RwSignal<Vec<UserId>>,
    all: RwSignal<bool>,
    last: StoredValue<Option<UserId>>,
}

impl Picked {
    /// Nobody is selected.
    pub fn new() -> Self {
        Self {
            users: RwSignal::new(Vec::new()),
            all: RwSignal::new(false),
            last: StoredValue::new(None),
        }
    }

    /// Nobody is selected any more.
    pub fn clear(self) {
        self.users.set(Vec::new());
        self.all.set(false);
        self.last.set_value(None);
    }

    /// Everyone whom the list finds, on whatever page.
    pub fn pick_all(self) {
        self.all.set(true);
    }

    /// Whether everyone whom the list finds is selected.
    pub fn is_all(self) -> bool {
        self.all.get()
    }

    /// How many were selected one by one.
    pub fn count(self) -> u64 {
        self.users.with(Vec::len) as u64
    }

    /// Whether this user is.
    pub fn has(self, id: UserId) -> bool {
        self.is_all() || self.users.with(|users| users.contains(&id))
    }

    /// Selects a user of a page or not; with `range` also everyone between them and the one before.
    pub fn pick(self, page: &[UserRow], id: UserId, on: bool, range: bool) {
        let place = |id: UserId| page.iter().position(|row| row.id == id);
        let last = self.last.get_value().and_then(place);
        let meant: Vec<UserId> = match (place(id), last.filter(|_| range)) {
            (Some(to), Some(from)) => page[from.min(to)..=from.max(to)]
                .iter()
                .map(|row| row.id)
                .collect(),
            _ => vec![id],
        };
        self.put(page, &meant, on);
        self.last.set_value(Some(id));
    }

    /// Selects everyone of a page, or nobody of it.
    pub fn pick_page(self, page: &[UserRow], on: bool) {
        let ids: Vec<UserId> = page.iter().map(|row| row.id).collect();
        self.put(page, &ids, on);
    }

    fn put(self, page: &[UserRow], meant: &[UserId], on: bool) {
        // Of "all that match" one is taken away: what one sees stays.
        if self.all.get_untracked() && !on {
            self.all.set(false);
            self.users.set(page.iter().map(|row| row.id).collect());
        }
        self.users.update(|users| {
            users.retain(|id| !meant.contains(id));
            if on {
                users.extend(meant);
            }
        });
    }

    /// Whether every row of a page is selected.
    pub fn has_page(self, page: Option<&Page<UserRow>>) -> bool {
        page.is_some_and(|page| {
            !page.items.is_empty() && page.items.iter().all(|row| self.has(row.id))
        })
    }

    /// Who is meant, for the server.
    pub fn selection(self, filter: UserQuery) -> Selection {
        match self.all.get_untracked() {
            true => Selection::Matching(Box::new(filter)),
            false => Selection::Users(self.users.get_untracked()),
        }
    }
}

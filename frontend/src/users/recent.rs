//! The list as it was last seen: the way back from a user leads to the same page and filters.

use std::cell::RefCell;

thread_local! {
    static RECENT: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Keeps the query of the list.
pub(super) fn remember(query: &str) {
    RECENT.with(|recent| query.clone_into(&mut recent.borrow_mut()));
}

/// The address of the list as it was last seen.
pub(super) fn list_address() -> String {
    RECENT.with(|recent| format!("/admin/users{}", recent.borrow()))
}

//! What was opened last by the palette: kept in this browser, for each user apart. Only pages and actions are, so that
//! nobody's name stays behind on a shared computer.

use app::UserId;

use crate::ui::browser;

/// So many are kept.
const KEPT: usize = 5;

/// The addresses opened last by this user, the newest first.
pub(super) fn recall(user: UserId) -> Vec<String> {
    let kept = browser::recall(&stored_as(user)).unwrap_or_default();
    kept.lines().map(str::to_owned).collect()
}

/// Keeps an address as the newest.
pub(super) fn remember(user: UserId, href: &str) {
    let kept = with_newest(recall(user), href);
    browser::remember(&stored_as(user), &kept.join("\n"));
}

fn stored_as(user: UserId) -> String {
    format!("doorward.recent.{user}")
}

fn with_newest(mut kept: Vec<String>, href: &str) -> Vec<String> {
    kept.retain(|other| other != href);
    kept.insert(0, href.to_owned());
    kept.truncate(KEPT);
    kept
}

#[cfg(test)]
mod tests {
    use super::with_newest;

    #[test]
    fn the_newest_comes_first_once_and_the_oldest_goes() {
        let mut kept = Vec::new();
        for href in ["/a", "/b", "/c", "/b", "/d", "/e", "/f"] {
            kept = with_newest(kept, href);
        }
        assert_eq!(kept, ["/f", "/e", "/d", "/b", "/c"]);
    }
}

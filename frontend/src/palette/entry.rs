//! What the palette offers: a place that can be opened, or something that can be done.

use app::{Language, account::Theme};

use crate::ui::IconName;

/// What is done on the spot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Shows the portal in another light.
    Theme(Theme),
    /// Speaks another language.
    Speak(Language),
    /// Lists the keyboard shortcuts.
    ListShortcuts,
    /// Ends being logged in as somebody else.
    GoBack,
    /// Signs out.
    SignOut,
}

/// What choosing an entry does. No two entries do the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Does {
    /// Opens the place at this address.
    Open(String),
    /// Does this.
    Act(Act),
}

/// Of which kind an entry is: they are grouped by it, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Page,
    User,
    Company,
    Action,
}

/// One thing that is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub kind: Kind,
    pub icon: IconName,
    /// What it is called.
    pub label: String,
    /// What stands beside that, such as where it belongs.
    pub detail: String,
    /// By what it is found besides.
    pub also: String,
    pub does: Does,
}

impl Entry {
    /// A place that can be opened.
    pub fn place(kind: Kind, icon: IconName, label: &str, detail: &str, href: String) -> Self {
        Self {
            kind,
            icon,
            label: label.to_owned(),
            detail: detail.to_owned(),
            also: String::new(),
            does: Does::Open(href),
        }
    }

    /// Something that is done on the spot.
    pub fn act(icon: IconName, label: &str, detail: &str, act: Act) -> Self {
        Self {
            does: Does::Act(act),
            ..Self::place(Kind::Action, icon, label, detail, String::new())
        }
    }

    /// All by which it is found.
    pub fn text(&self) -> String {
        format!("{} {} {}", self.label, self.detail, self.also)
    }
}

//! What can be done from every page: by the palette, by keys.

use app::Language;
use leptos::prelude::*;

use super::acting::go_back;
use crate::i18n::{choose_language, use_language};
use crate::palette::{Act, CommandPalette};
use crate::session::use_session;
use crate::shell::NavSection;
use crate::shortcuts::{Shortcut, ShortcutDialog, SingleKeys, listen};
use crate::ui::{browser, use_toaster};

/// The search field of the list on a page.
const LIST_SEARCH: &str = "main [role=search] input[type=search]";

/// The palette, the keys, and the dialog that lists them.
#[component]
pub(super) fn Commands(
    /// Whether the palette is open.
    finding: RwSignal<bool>,
    /// Whether the keys are listed.
    listing: RwSignal<bool>,
    /// What the navigation shows, in a language.
    places: Callback<Language, Vec<NavSection>>,
    /// Signs out.
    #[prop(into)]
    on_sign_out: Callback<()>,
) -> impl IntoView {
    let (session, toaster, language) = (use_session(), use_toaster(), use_language());
    let act = move |act: Act| match act {
        Act::Theme(theme) => session.choose_theme(theme),
        Act::Speak(chosen) => choose_language(language, chosen),
        Act::ListShortcuts => listing.set(true),
        Act::GoBack => go_back(session, toaster),
        Act::SignOut => on_sign_out.run(()),
    };
    // What leads to a page is heard only for whom the navigation leads there too.
    let useful = Memo::new(move |_| {
        let shown = places.run(Language::default());
        let is_shown = |page| {
            let mut places = shown.iter().flat_map(NavSection::places);
            places.any(|place| place.href == page)
        };
        let is_useful = |one: &Shortcut| one.page().is_none_or(is_shown);
        Shortcut::ALL
            .into_iter()
            .filter(is_useful)
            .collect::<Vec<_>>()
    });
    let single = SingleKeys::recall();
    listen(single, move |shortcut| {
        if !useful.with_untracked(|useful| useful.contains(&shortcut)) {
            return false;
        }
        match shortcut {
            Shortcut::Palette => finding.set(true),
            Shortcut::List => listing.set(true),
            Shortcut::Search => return browser::focus_line(LIST_SEARCH),
            Shortcut::Home | Shortcut::Users | Shortcut::Companies | Shortcut::Audit => {
                if let Some(page) = shortcut.page() {
                    browser::follow(page, false);
                }
            }
        }
        true
    });
    view! {
        <CommandPalette open=finding places on_act=act/>
        <ShortcutDialog open=listing single shortcuts=useful/>
    }
}

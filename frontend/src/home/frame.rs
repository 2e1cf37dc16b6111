//! The frame of every signed-in page: the shell with what this user may open, their own menu, the palette and the keys.

use app::{
    Language,
    account::{ACCOUNT, PREFERENCES},
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::components::Outlet;

use super::{
    acting::{ActingBanner, ActingOverCard, go_back, notice_changes},
    places,
};
use crate::i18n::{
    AccountWords, ActingWords, HomeWords, IssuedTokenWords, PreferenceWords, ShortcutWords,
    choose_language, full_name, use_language, words,
};
use crate::palette::{Act, CommandPalette, PaletteButton};
use crate::session::{SignedInOnly, use_session};
use crate::shell::{NavSection, Shell};
use crate::shortcuts::{Shortcut, ShortcutDialog, SingleKeys, listen};
use crate::step_up::{StepUpDialog, provide_step_up};
use crate::tokens::TOKENS;
use crate::ui::{IconName, MenuItem, MenuLink, MenuSeparator, Tone, browser, use_toaster};

/// The search field of the list on a page.
const LIST_SEARCH: &str = "main [role=search] input[type=search]";

/// The view of the parent route of all signed-in pages; the page itself stands in its outlet.
#[component]
pub fn Frame() -> impl IntoView {
    view! {
        <SignedInOnly>
            <Whoever/>
        </SignedInOnly>
    }
}

/// Who was logged in as somebody else until now hears why no longer, before anything is theirs again.
#[component]
fn Whoever() -> impl IntoView {
    let session = use_session();
    notice_changes();
    let over = Memo::new(move |_| session.me().and_then(|me| me.acting_over));
    view! {
        <Show when=move || over.get().is_none() fallback=move || over.get().map(|over| view! { <ActingOverCard over/> })>
            <Signed/>
        </Show>
    }
}

#[component]
fn Signed() -> impl IntoView {
    let (t, a, language) = (words(HomeWords), words(ActingWords), use_language());
    let (o, p, i, k) = (
        words(AccountWords),
        words(PreferenceWords),
        words(IssuedTokenWords),
        words(ShortcutWords),
    );
    provide_step_up();
    let session = use_session();
    let toaster = use_toaster();
    if let Some(note) = browser::take_note() {
        toaster.say(Tone::Attention, note);
    }
    let places = move |language: Language| {
        session
            .me()
            .map(|me| places::navigation(&me, HomeWords(language)))
            .unwrap_or_default()
    };
    let navigation = Memo::new(move |_| places(language.get()));
    let user_name = move || {
        session
            .me()
            .map(|me| full_name(language.get(), &me.first_name, &me.last_name))
            .unwrap_or_default()
    };
    let leave = move || {
        spawn_local(async move {
            match session.sign_out().await {
                Ok(()) => toaster.say(Tone::Good, untrack(|| t().signed_out())),
                Err(refusal) => toaster.say(Tone::Danger, refusal.words(language.get_untracked())),
            }
        });
    };
    let (finding, listing) = (RwSignal::new(false), RwSignal::new(false));
    let act = move |act: Act| match act {
        Act::Theme(theme) => session.choose_theme(theme),
        Act::Speak(chosen) => choose_language(language, chosen),
        Act::ListShortcuts => listing.set(true),
        Act::GoBack => go_back(session, toaster),
        Act::SignOut => leave(),
    };
    let single = SingleKeys::recall();
    listen(single, move |shortcut| {
        let leads_there = |page| navigation.with_untracked(|all| leads_to(all, page));
        match shortcut {
            Shortcut::Palette => finding.set(true),
            Shortcut::List => listing.set(true),
            Shortcut::Search => return browser::focus_line(LIST_SEARCH),
            Shortcut::Home | Shortcut::Users | Shortcut::Companies | Shortcut::Audit => {
                let Some(page) = shortcut.page().filter(|page| leads_there(page)) else {
                    return false;
                };
                browser::follow(page, false);
            }
        }
        true
    });
    let shortcuts = move || {
        let is_useful = |one: &Shortcut| {
            one.page()
                .is_none_or(|page| navigation.with(|all| leads_to(all, page)))
        };
        Shortcut::ALL
            .into_iter()
            .filter(is_useful)
            .collect::<Vec<_>>()
    };
    let user_menu = move || {
        view! {
            // The menu stays in reach however far the page is scrolled.
            <Show when=move || session.is_acting()>
                <MenuItem on_select=move || go_back(session, toaster) icon=IconName::Undo>{move || a().go_back()}</MenuItem>
            </Show>
            <MenuLink href=ACCOUNT icon=IconName::User>{move || o().title()}</MenuLink>
            <MenuLink href=TOKENS icon=IconName::Key>{move || i().title()}</MenuLink>
            <MenuLink href=PREFERENCES icon=IconName::Screen>{move || p().title()}</MenuLink>
            <MenuItem on_select=move || listing.set(true) icon=IconName::Keyboard>{move || k().title()}</MenuItem>
            <MenuSeparator/>
            <MenuItem on_select=leave icon=IconName::SignOut>{move || t().sign_out()}</MenuItem>
        }
    };
    view! {
        <Shell
            navigation user_name=Signal::derive(user_name) user_menu
            search=move || view! { <PaletteButton open=finding/> }
            above=|| view! { <ActingBanner/> }
        >
            <Outlet/>
        </Shell>
        <StepUpDialog/>
        <CommandPalette open=finding places=Callback::new(places) on_act=act/>
        <ShortcutDialog open=listing single shortcuts=Signal::derive(shortcuts)/>
    }
}

/// Whether one of these places is this page.
fn leads_to(navigation: &[NavSection], page: &str) -> bool {
    navigation
        .iter()
        .flat_map(NavSection::places)
        .any(|place| place.href == page)
}

//! The frame of every signed-in page: the shell with what this user may open, and their own menu.

use app::{
    Language,
    account::{ACCOUNT, PREFERENCES},
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::components::Outlet;

use super::{
    acting::{ActingBanner, ActingOverCard, go_back, notice_changes},
    commands::Commands,
    places,
};
use crate::i18n::{
    AccountWords, ActingWords, HomeWords, IssuedTokenWords, PreferenceWords, ShortcutWords,
    full_name, use_language, words,
};
use crate::palette::PaletteButton;
use crate::session::{SignedInOnly, use_session};
use crate::shell::Shell;
use crate::step_up::{StepUpDialog, provide_step_up};
use crate::tokens::TOKENS;
use crate::ui::{IconName, MenuItem, MenuLink, MenuSeparator, Tone, browser, use_toaster};

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
    let navigation = move || places(language.get());
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
            navigation=Signal::derive(navigation) user_name=Signal::derive(user_name) user_menu
            search=move || view! { <PaletteButton open=finding/> }
            above=|| view! { <ActingBanner/> }
        >
            <Outlet/>
        </Shell>
        <StepUpDialog/>
        <Commands finding listing places=Callback::new(places) on_sign_out=leave/>
    }
}

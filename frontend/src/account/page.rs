//! The page Account management: what one says of oneself, by what one signs in, where one is signed in, and what happened.

use app::account::{AccountRefusal, api::preview_closing};
use leptos::prelude::*;

use super::{
    activity_section::ActivitySection, closing_section::ClosingSection,
    profile_section::ProfileSection, security_section::SecuritySection,
    sessions_section::SessionsSection,
};
use crate::i18n::{AccountWords, IssuedTokenWords, ProfileWords, words};
use crate::session::use_session;
use crate::shell::PageTitle;
use crate::tokens::TOKENS;
use crate::ui::{Alert, IconName, LinkButton, Loaded, Section, SectionIndex, Tone};

/// The page Account management.
#[component]
pub fn AccountPage() -> impl IntoView {
    let (t, p, i) = (
        words(AccountWords),
        words(ProfileWords),
        words(IssuedTokenWords),
    );
    let session = use_session();
    // Counts what may have ended sessions or left events.
    let round = RwSignal::new(0_u32);
    // Where the policy lets nobody close their account, nothing is said about it.
    let closing = Loaded::new(
        move || Some(round.get()),
        move |_| session.ask(preview_closing()),
    );
    let closing = Memo::new(move |_| {
        let preview = closing.get();
        preview.filter(|preview| preview.stays != Some(AccountRefusal::ClosingNotAllowed))
    });
    let sections = move || {
        let always = [
            ("profile", p().title()),
            ("security", t().security()),
            ("sessions", t().sessions()),
            ("tokens", i().tokens()),
            ("activity", t().activity()),
        ];
        let closing = closing.with(Option::is_some);
        let closing = closing.then(|| ("closing", t().closing()));
        let titled = always.into_iter().chain(closing);
        titled
            .map(|(id, title)| (id.to_owned(), title.to_owned()))
            .collect::<Vec<_>>()
    };
    let login_id = move || session.me().map(|me| me.login_id).unwrap_or_default();
    view! {
        <PageTitle title=move || t().title()>
            <p class="home-company"><span class="mono">{login_id}</span></p>
        </PageTitle>
        <Show when=move || session.is_acting()>
            <div class="user-standing"><Alert tone=Tone::Info>{move || t().acting()}</Alert></div>
        </Show>
        <div class="split user-split">
            <div class="split-side"><SectionIndex sections=Signal::derive(sections)/></div>
            <div class="user-sections">
                <ProfileSection round/>
                <SecuritySection round/>
                <SessionsSection round/>
                <Section id="tokens" title=move || i().tokens()>
                    <p class="section-lead">{move || i().about()}</p>
                    <LinkButton href=TOKENS icon=IconName::Key>{move || i().to_tokens()}</LinkButton>
                </Section>
                <ActivitySection round/>
                {move || closing.get().map(|preview| view! { <ClosingSection preview/> })}
            </div>
        </div>
    }
}

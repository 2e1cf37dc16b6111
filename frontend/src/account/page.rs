//! The page Account management: what one says of oneself, by what one signs in, where one is signed in, and what happened.

use leptos::prelude::*;

use super::{
    activity_section::ActivitySection, profile_section::ProfileSection,
    security_section::SecuritySection, sessions_section::SessionsSection,
};
use crate::i18n::{AccountWords, ProfileWords, words};
use crate::session::use_session;
use crate::shell::PageTitle;
use crate::ui::{Alert, SectionIndex, Tone};

/// The page Account management.
#[component]
pub fn AccountPage() -> impl IntoView {
    let (t, p) = (words(AccountWords), words(ProfileWords));
    let session = use_session();
    // Counts what may have ended sessions or left events.
    let round = RwSignal::new(0_u32);
    let sections = move || {
        [
            ("profile", p().title()),
            ("security", t().security()),
            ("sessions", t().sessions()),
            ("activity", t().activity()),
        ]
        .map(|(id, title)| (id.to_owned(), title.to_owned()))
        .to_vec()
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
                <ActivitySection round/>
            </div>
        </div>
    }
}

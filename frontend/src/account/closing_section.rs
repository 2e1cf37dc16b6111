//! Closing one's own account: what goes along is said, and `yes` is typed first.

use app::account::{ClosingPreview, api::close_account};
use leptos::prelude::*;

use crate::i18n::{AccountWords, use_language, words};
use crate::session::use_session;
use crate::step_up::use_step_up;
use crate::ui::{Attempt, Button, ConfirmDialog, IconName, Section};

/// What is typed before the account is closed.
const YES: &str = "yes";

/// The section Close account, where the policy allows it.
#[component]
pub(super) fn ClosingSection(
    /// What would go.
    preview: ClosingPreview,
) -> impl IntoView {
    let (t, language) = (words(AccountWords), use_language());
    let session = use_session();
    let open = RwSignal::new(false);
    let days = preview.bin_retention_days;
    let way = match preview.stays {
        Some(stays) => {
            view! { <p class="nothing">{move || stays.words(language.get())}</p> }.into_any()
        }
        None => view! {
            <div hidden=move || session.is_acting()>
                <Button icon=IconName::Trash on_click=move || open.set(true)>{move || t().close_account()}</Button>
            </div>
        }
        .into_any(),
    };
    view! {
        <Section id="closing" title=move || t().closing()>
            <p class="section-lead">{move || t().closing_about(days.into())}</p>
            {way}
            <CloseDialog open preview/>
        </Section>
    }
}

/// Asks before the account is closed.
#[component]
fn CloseDialog(open: RwSignal<bool>, preview: ClosingPreview) -> impl IntoView {
    let t = words(AccountWords);
    let (session, step_up) = (use_session(), use_step_up());
    let attempt = Attempt::default();
    let close =
        move || step_up.attempt(attempt, session, close_account, move |()| session.closed());
    let ClosingPreview {
        sessions, tokens, ..
    } = preview;
    view! {
        <ConfirmDialog
            open
            title=move || t().close_title()
            confirm=move || t().close_it()
            on_confirm=close
            busy=attempt.busy()
            type_first=YES
            error=attempt.error()
        >
            <ul class="goes">
                <li>{move || t().close_sessions(sessions)}</li>
                {(tokens > 0).then(|| view! { <li>{move || t().close_tokens(tokens)}</li> })}
                <li>{move || t().close_mail()}</li>
            </ul>
        </ConfirmDialog>
    }
}

//! Devices and sessions: where one is signed in, and how to end it.

use app::sessions::{
    Session,
    api::{end_session, end_sessions, list_sessions},
};
use leptos::{prelude::*, task::spawn_local};

use crate::i18n::{AccountWords, UserWords, use_language, words};
use crate::session::use_session;
use crate::ui::{
    Attempt, Button, ConfirmDialog, LoadFailed, Loaded, Section, Skeleton, Tone, browser,
    use_toaster,
};
use crate::users::SessionTable;

/// The section Devices and sessions.
#[component]
pub(super) fn SessionsSection(
    /// Counts what may have ended sessions.
    round: RwSignal<u32>,
) -> impl IntoView {
    let (t, u, language) = (words(AccountWords), words(UserWords), use_language());
    let (session, toaster) = (use_session(), use_toaster());
    let me = Memo::new(move |_| session.me().map(|me| me.id));
    let sessions = Loaded::new(
        move || {
            round.track();
            me.get()
        },
        move |me| session.ask(list_sessions(me)),
    );
    let (asking, attempt) = (RwSignal::new(false), Attempt::default());
    let may_end = Signal::derive(move || !session.is_acting());
    let others = move || {
        sessions.with(|sessions| {
            sessions.is_some_and(|sessions| sessions.iter().any(|session| !session.current))
        })
    };
    let end_others = move || {
        let Some(me) = me.get_untracked() else {
            return;
        };
        attempt.make(session.ask(end_sessions(me)), move |count| {
            asking.try_set(false);
            toaster.say(Tone::Good, u().sessions_ended(count));
            round.try_update(|round| *round += 1);
        });
    };
    let end_one = Callback::new(move |one: Session| {
        let Some(me) = me.get_untracked() else {
            return;
        };
        spawn_local(async move {
            match session.ask(end_session(me, one.id)).await {
                Ok(()) => {
                    toaster.say(Tone::Good, u().session_ended());
                    // The button that was pressed goes with its row.
                    browser::focus("sessions-title");
                }
                Err(refusal) => toaster.say(Tone::Danger, refusal.words(language.get_untracked())),
            }
            // Whoever ended it, the list is not as it was.
            round.try_update(|round| *round += 1);
        });
    });
    let actions = move || {
        view! {
            <Show when=move || others() && may_end.get()>
                <Button on_click=move || asking.set(true)>{move || t().end_others()}</Button>
            </Show>
        }
    };
    view! {
        <Section id="sessions" title=move || t().sessions() actions>
            <Show when=move || may_end.get()><p class="section-lead">{move || t().sessions_about()}</p></Show>
            <LoadFailed refusal=sessions.refusal() on_retry=move || sessions.again()/>
            <Show when=move || !sessions.is_here() && sessions.busy().get()><Skeleton lines=2/></Show>
            <Show when=move || sessions.is_here()><SessionTable sessions may_end on_end=end_one/></Show>
        </Section>
        <ConfirmDialog
            open=asking
            title=move || t().end_others_title()
            confirm=move || t().end_others()
            on_confirm=end_others
            busy=attempt.busy()
            error=attempt.error()
        >
            <p>{move || t().end_others_text()}</p>
        </ConfirmDialog>
    }
}

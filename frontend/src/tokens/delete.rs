//! Deleting tokens, one or all of a user: what stops is said, and `yes` is typed first.

use app::{
    Refusal, UserId,
    tokens::{
        Token,
        api::{delete_token, delete_tokens},
    },
};
use leptos::{prelude::*, task::spawn_local};

use crate::i18n::{IssuedTokenWords, use_language, words};
use crate::session::use_session;
use crate::step_up::use_step_up;
use crate::ui::{ConfirmDialog, Tone, browser, use_toaster};

/// What is typed before a token goes.
const YES: &str = "yes";

/// What is to be deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Doomed {
    /// One token.
    One(Token),
    /// All of them, so many.
    All(u64),
}

/// Asks before they go.
#[component]
pub(super) fn DeleteTokens(
    /// Whose they are.
    #[prop(into)]
    user: Signal<Option<UserId>>,
    /// What is to be deleted; it is open while there is something.
    doomed: RwSignal<Option<Doomed>>,
    /// The heading that the keys go on from: the pressed button is gone with its row.
    heading: &'static str,
    /// Told when they are gone.
    #[prop(into)]
    on_deleted: Callback<()>,
) -> impl IntoView {
    let (t, language) = (words(IssuedTokenWords), use_language());
    let (session, step_up, toaster) = (use_session(), use_step_up(), use_toaster());
    let (open, busy) = (RwSignal::new(false), RwSignal::new(false));
    let error = RwSignal::new(None::<Refusal>);
    Effect::new(move || {
        if doomed.with(Option::is_some) {
            error.set(None);
            open.set(true);
        }
    });
    Effect::new(move || {
        if !open.get() {
            doomed.set(None);
        }
    });
    let delete = move || {
        let (Some(user), Some(going)) = (user.get_untracked(), doomed.get_untracked()) else {
            return;
        };
        busy.set(true);
        error.set(None);
        spawn_local(async move {
            let answer = match &going {
                Doomed::One(token) => {
                    let id = token.id;
                    let answer = step_up.ask(session, move || delete_token(user, id)).await;
                    answer.map(|answer| answer.map(|()| t().deleted(&token.name)))
                }
                Doomed::All(_) => {
                    let answer = step_up.ask(session, move || delete_tokens(user)).await;
                    answer.map(|answer| answer.map(|count| t().deleted_all(count)))
                }
            };
            match answer {
                Some(Ok(told)) => {
                    toaster.say(Tone::Good, told);
                    open.try_set(false);
                    on_deleted.run(());
                    request_animation_frame(move || browser::focus_if_lost(heading));
                }
                Some(Err(refusal)) => {
                    error.try_set(Some(refusal));
                }
                None => {}
            }
            busy.try_set(false);
        });
    };
    let title = move || match doomed.get() {
        Some(Doomed::One(token)) => t().delete_title(&token.name),
        Some(Doomed::All(count)) => t().delete_all_title(count),
        None => String::new(),
    };
    let confirm = move || match doomed.get() {
        Some(Doomed::All(count)) => t().delete_all_yes(count),
        _ => t().delete_yes().to_owned(),
    };
    view! {
        <ConfirmDialog
            open
            title=Signal::derive(title)
            confirm=Signal::derive(confirm)
            on_confirm=delete
            busy
            type_first=YES
            error=Signal::derive(move || error.get().map(|refusal| refusal.words(language.get())))
        >
            <ul class="goes">
                <li>{move || t().delete_stops()}</li>
                <li>{move || t().delete_for_good()}</li>
            </ul>
        </ConfirmDialog>
    }
}

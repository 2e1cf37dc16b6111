//! Deleting tokens, one or all of a user: what stops is said, and `yes` is typed first.

use app::{
    UserId,
    tokens::{
        Token,
        api::{delete_token, delete_tokens},
    },
};
use leptos::prelude::*;

use crate::i18n::{IssuedTokenWords, words};
use crate::session::use_session;
use crate::step_up::use_step_up;
use crate::ui::{Attempt, ConfirmDialog, Tone, browser, open_about, use_toaster};

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
    let t = words(IssuedTokenWords);
    let (session, step_up, toaster) = (use_session(), use_step_up(), use_toaster());
    let attempt = Attempt::default();
    let open = open_about(doomed, move |_| attempt.clear());
    let delete = move || {
        let (Some(user), Some(going)) = (user.get_untracked(), doomed.get_untracked()) else {
            return;
        };
        let call = move || {
            let going = going.clone();
            async move {
                match going {
                    Doomed::One(token) => delete_token(user, token.id)
                        .await
                        .map(|()| t().deleted(&token.name)),
                    Doomed::All(_) => delete_tokens(user)
                        .await
                        .map(|count| t().deleted_all(count)),
                }
            }
        };
        step_up.attempt(attempt, session, call, move |told| {
            toaster.say(Tone::Good, told);
            open.try_set(false);
            on_deleted.run(());
            request_animation_frame(move || browser::focus_if_lost(heading));
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
            busy=attempt.busy()
            type_first=YES
            error=attempt.error()
        >
            <ul class="goes">
                <li>{move || t().delete_stops()}</li>
                <li>{move || t().delete_for_good()}</li>
            </ul>
        </ConfirmDialog>
    }
}

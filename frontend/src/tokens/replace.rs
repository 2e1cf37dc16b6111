//! Replacing the secret of a token: what happens to the present one is said before.

use app::tokens::{IssuedToken, Token, api::replace_token_secret};
use leptos::prelude::*;

use crate::i18n::{IssuedTokenWords, words};
use crate::session::use_session;
use crate::step_up::use_step_up;
use crate::ui::{Attempt, ButtonKind, ConfirmDialog, open_about};

/// Asks before the secret is replaced.
#[component]
pub(super) fn ReplaceSecret(
    /// The token; it is open while there is one.
    token: RwSignal<Option<Token>>,
    /// Told of the token and its new secret.
    #[prop(into)]
    on_replaced: Callback<IssuedToken>,
) -> impl IntoView {
    let t = words(IssuedTokenWords);
    let (session, step_up) = (use_session(), use_step_up());
    let attempt = Attempt::default();
    let open = open_about(token, move |_| attempt.clear());
    let replace = move || {
        let Some(id) = token.with_untracked(|token| token.as_ref().map(|token| token.id)) else {
            return;
        };
        let call = move || replace_token_secret(id);
        step_up.attempt(attempt, session, call, move |issued| {
            open.try_set(false);
            on_replaced.run(issued);
        });
    };
    let title = move || {
        let name = token.with(|token| token.as_ref().map(|token| token.name.clone()));
        t().replace_title(&name.unwrap_or_default())
    };
    let rotates = move || token.with(|token| token.as_ref().is_some_and(|token| token.rotates));
    view! {
        <ConfirmDialog
            open
            title=Signal::derive(title)
            confirm=move || t().replace()
            on_confirm=replace
            kind=ButtonKind::Act
            busy=attempt.busy()
            error=attempt.error()
        >
            <ul class="goes">
                <li>{move || t().replace_stays()}</li>
                <li>{move || if rotates() { t().replace_at_once() } else { t().replace_overlap() }}</li>
            </ul>
        </ConfirmDialog>
    }
}

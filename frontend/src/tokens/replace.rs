//! Replacing the secret of a token: what happens to the present one is said before.

use app::{
    Refusal,
    tokens::{IssuedToken, Token, api::replace_token_secret},
};
use leptos::{prelude::*, task::spawn_local};

use crate::i18n::{IssuedTokenWords, use_language, words};
use crate::session::use_session;
use crate::step_up::use_step_up;
use crate::ui::{ButtonKind, ConfirmDialog};

/// Asks before the secret is replaced.
#[component]
pub(super) fn ReplaceSecret(
    /// The token; it is open while there is one.
    token: RwSignal<Option<Token>>,
    /// Told of the token and its new secret.
    #[prop(into)]
    on_replaced: Callback<IssuedToken>,
) -> impl IntoView {
    let (t, language) = (words(IssuedTokenWords), use_language());
    let (session, step_up) = (use_session(), use_step_up());
    let (open, busy) = (RwSignal::new(false), RwSignal::new(false));
    let error = RwSignal::new(None::<Refusal>);
    Effect::new(move || {
        if token.with(Option::is_some) {
            error.set(None);
            open.set(true);
        }
    });
    Effect::new(move || {
        if !open.get() {
            token.set(None);
        }
    });
    let replace = move || {
        let Some(id) = token.with_untracked(|token| token.as_ref().map(|token| token.id)) else {
            return;
        };
        busy.set(true);
        error.set(None);
        spawn_local(async move {
            match step_up.ask(session, move || replace_token_secret(id)).await {
                Some(Ok(issued)) => {
                    open.try_set(false);
                    on_replaced.run(issued);
                }
                Some(Err(refusal)) => {
                    error.try_set(Some(refusal));
                }
                None => {}
            }
            busy.try_set(false);
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
            busy
            error=Signal::derive(move || error.get().map(|refusal| refusal.words(language.get())))
        >
            <ul class="goes">
                <li>{move || t().replace_stays()}</li>
                <li>{move || if rotates() { t().replace_at_once() } else { t().replace_overlap() }}</li>
            </ul>
        </ConfirmDialog>
    }
}

//! Generate password: what ends is said first, and the new password is shown once.

use app::{
    Refusal,
    users::{User, api::generate_password},
};
use leptos::{prelude::*, task::spawn_local};

use crate::i18n::{PasswordWords, use_language, words};
use crate::session::use_session;
use crate::ui::{
    Button, ButtonKind, ConfirmDialog, Dialog, DialogFoot, Loaded, SecretBox, Unsaved, use_toaster,
};

/// The question, and after it the password.
#[component]
pub(super) fn GeneratePassword(
    /// Whether it is asked.
    asked: RwSignal<bool>,
    user: Loaded<User>,
    /// Told that the user has changed.
    on_done: Callback<()>,
) -> impl IntoView {
    let (t, language) = (words(PasswordWords), use_language());
    let session = use_session();
    let toaster = use_toaster();
    let busy = RwSignal::new(false);
    let error = RwSignal::new(None::<Refusal>);
    let password = RwSignal::new(None::<String>);
    let (shown, kept, asking) = (
        RwSignal::new(false),
        RwSignal::new(false),
        RwSignal::new(false),
    );
    let login_id = move || {
        user.with(|user| user.map(|user| user.login_id.clone()))
            .unwrap_or_default()
    };
    Effect::new(move || {
        if asked.get() {
            error.set(None);
        }
    });
    let generate = move || {
        let Some(id) = user.get_untracked().map(|user| user.id) else {
            return;
        };
        busy.set(true);
        error.set(None);
        spawn_local(async move {
            match session.ask(generate_password(id)).await {
                Ok(made) => {
                    kept.set(false);
                    password.set(Some(made.password.reveal().to_owned()));
                    asked.set(false);
                    shown.set(true);
                    toaster.announce(t().generated(&untrack(login_id)));
                }
                Err(refusal) => error.set(Some(refusal)),
            }
            busy.try_set(false);
        });
    };
    let consequences = move || {
        [
            t().old_dead(),
            t().links_dead(),
            t().must_change(),
            t().told(),
        ]
        .map(|sentence| view! { <li>{sentence}</li> })
        .collect_view()
    };
    let done = move || match kept.get_untracked() {
        true => shown.set(false),
        false => asking.set(true),
    };
    let forget = move || {
        password.try_set(None);
        on_done.run(());
    };
    view! {
        <ConfirmDialog
            open=asked
            title=Signal::derive(move || t().title(&login_id()))
            confirm=Signal::derive(move || t().generate().to_owned())
            on_confirm=generate
            busy
            error=Signal::derive(move || error.get().map(|refusal| refusal.words(language.get())))
        >
            <ul class="goes">{consequences}</ul>
        </ConfirmDialog>
        <Dialog
            open=shown
            title=move || t().made(&login_id())
            dirty=Signal::derive(move || !kept.get())
            unsaved=Unsaved::Secret
            asking
            on_close=forget
        >
            <div class="dialog-body">
                <SecretBox
                    label=move || t().password()
                    secret=Signal::derive(move || password.get().unwrap_or_default())
                    filename=format!("doorward-password-{}.txt", untrack(login_id))
                    kept
                    veiled=true
                />
                <p class="goes-note">{move || t().hand_over()}</p>
            </div>
            <DialogFoot>
                <Button kind=ButtonKind::Act on_click=done>{move || t().done()}</Button>
            </DialogFoot>
        </Dialog>
    }
}

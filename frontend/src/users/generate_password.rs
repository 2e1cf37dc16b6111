//! Generate password: what ends is said first, and the new password is shown once.

use app::users::{User, api::generate_password};
use leptos::prelude::*;

use crate::i18n::{PasswordWords, words};
use crate::session::use_session;
use crate::ui::{
    Attempt, Button, ButtonKind, ConfirmDialog, Dialog, DialogFoot, Loaded, SecretBox, Unsaved,
    use_toaster,
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
    let t = words(PasswordWords);
    let session = use_session();
    let toaster = use_toaster();
    let attempt = Attempt::default();
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
            attempt.clear();
        }
    });
    let generate = move || {
        let Some(id) = user.get_untracked().map(|user| user.id) else {
            return;
        };
        attempt.make(session.ask(generate_password(id)), move |made| {
            kept.set(false);
            password.set(Some(made.password.reveal().to_owned()));
            asked.set(false);
            shown.set(true);
            toaster.announce(t().generated(&untrack(login_id)));
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
            busy=attempt.busy()
            error=attempt.error()
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

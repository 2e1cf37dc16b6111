//! Asking for another e-mail address.

use app::account::{EmailDraft, Profile, api::ask_for_email};
use leptos::prelude::*;

use crate::i18n::{CommonWords, ProfileWords, words};
use crate::session::use_session;
use crate::step_up::use_step_up;
use crate::ui::{
    Attempt, Button, ButtonKind, Dialog, DialogFoot, Form, RefusedSummary, TextField, Tone,
    use_toaster,
};

/// The dialog.
#[component]
pub(super) fn EmailDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The present address.
    present: String,
    /// Told of the account, with the address that waits to be confirmed.
    #[prop(into)]
    on_asked: Callback<Profile>,
) -> impl IntoView {
    let t = words(ProfileWords);
    let dirty = RwSignal::new(false);
    let present = StoredValue::new(present);
    view! {
        <Dialog open title=move || t().email_title() dirty>
            <EmailForm open present=present.get_value() dirty on_asked/>
        </Dialog>
    }
}

#[component]
fn EmailForm(
    open: RwSignal<bool>,
    present: String,
    dirty: RwSignal<bool>,
    on_asked: Callback<Profile>,
) -> impl IntoView {
    let (t, c) = (words(ProfileWords), words(CommonWords));
    let (session, step_up, toaster) = (use_session(), use_step_up(), use_toaster());
    let email = RwSignal::new(String::new());
    let attempt = Attempt::default();
    let refused = attempt.refused();
    Effect::new(move || dirty.set(email.with(|email| !email.is_empty())));
    on_cleanup(move || {
        dirty.try_set(false);
    });
    let submit = move || {
        refused.clear();
        let draft = EmailDraft {
            email: email.get_untracked(),
        };
        let wanted = match draft.check() {
            Ok(wanted) => String::from(wanted),
            Err(refusal) => return refused.set(refusal),
        };
        let call = move || ask_for_email(draft.clone());
        step_up.attempt(attempt, session, call, move |profile| {
            toaster.say(Tone::Good, t().link_sent(&wanted));
            dirty.try_set(false);
            open.try_set(false);
            on_asked.run(profile);
        });
    };
    let labels = move || vec![("email", t().new_email().to_owned())];
    view! {
        <Form on_submit=submit busy=attempt.busy()>
            <div class="dialog-body">
                <RefusedSummary refused fields=Signal::derive(labels)/>
                <p>{move || t().present_email()}": "<b class="account-address">{present}</b></p>
                <TextField
                    label=move || t().new_email() value=email name="email" kind="email" required=true autofocus=true
                    autocomplete="email" hint=move || t().new_email_hint() error=refused.field("email")
                />
                <p class="goes-note">{move || t().present_is_told()}</p>
            </div>
            <DialogFoot>
                <Button on_click=move || open.set(false)>{move || c().cancel()}</Button>
                <Button kind=ButtonKind::Act submit=true busy=attempt.busy()>{move || t().send_link()}</Button>
            </DialogFoot>
        </Form>
    }
}

//! Changing one's own password: the present one, and the next with how strong it is.

use app::{
    account::{PasswordChange, api::change_password},
    credentials::Password,
};
use leptos::prelude::*;

use crate::i18n::{AccountWords, CommonWords, SignInWords, words};
use crate::session::use_session;
use crate::sign_in::PasswordStrength;
use crate::step_up::use_step_up;
use crate::ui::{
    Attempt, Button, ButtonKind, Dialog, DialogFoot, Form, PasswordField, RefusedSummary, Tone,
    use_toaster,
};

/// The dialog.
#[component]
pub(super) fn PasswordDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The fewest characters of the next password.
    min_length: usize,
    /// Counts what may have changed.
    round: RwSignal<u32>,
) -> impl IntoView {
    let t = words(AccountWords);
    let dirty = RwSignal::new(false);
    view! {
        <Dialog open title=move || t().password_title() dirty>
            <PasswordForm open min_length round dirty/>
        </Dialog>
    }
}

#[component]
fn PasswordForm(
    open: RwSignal<bool>,
    min_length: usize,
    round: RwSignal<u32>,
    dirty: RwSignal<bool>,
) -> impl IntoView {
    let (t, s, c) = (words(AccountWords), words(SignInWords), words(CommonWords));
    let (session, step_up, toaster) = (use_session(), use_step_up(), use_toaster());
    let (current, new) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let attempt = Attempt::default();
    let refused = attempt.refused();
    Effect::new(move || dirty.set(new.with(|new| !new.is_empty())));
    on_cleanup(move || {
        dirty.try_set(false);
    });
    let submit = move || {
        refused.clear();
        let change = PasswordChange {
            current_password: Password::new(current.get_untracked()),
            password: Password::new(new.get_untracked()),
        };
        if let Err(refusal) = change.check(min_length) {
            return refused.set(refusal);
        }
        let call = move || change_password(change.clone());
        step_up.attempt(attempt, session, call, move |()| {
            toaster.say(Tone::Good, t().password_changed());
            dirty.try_set(false);
            open.try_set(false);
            round.try_update(|round| *round += 1);
        });
    };
    let me = session.me_untracked();
    let login_id = me.as_ref().map(|me| me.login_id.clone());
    let own: Vec<String> = me
        .map(|me| vec![me.login_id, me.first_name, me.last_name])
        .unwrap_or_default();
    let labels = move || {
        [
            ("current_password", t().current_password()),
            ("password", s().new_password()),
        ]
        .map(|(field, label)| (field, label.to_owned()))
        .to_vec()
    };
    view! {
        <Form on_submit=submit busy=attempt.busy()>
            <div class="dialog-body">
                <RefusedSummary refused fields=Signal::derive(labels)/>
                // Tells a password manager whose password it is about to keep.
                <input
                    class="visually-hidden" type="text" name="username" autocomplete="username"
                    value=login_id readonly=true tabindex="-1" aria-hidden="true"
                />
                <PasswordField
                    label=move || t().current_password() value=current name="current_password"
                    required=true autofocus=true error=refused.field("current_password")
                />
                <PasswordField
                    label=move || s().new_password() value=new name="password" autocomplete="new-password"
                    hint=move || s().new_password_hint(min_length) required=true error=refused.field("password")
                >
                    <PasswordStrength typed=new min_length own=Signal::stored(own)/>
                </PasswordField>
                <p class="goes-note">{move || t().password_ends()}</p>
            </div>
            <DialogFoot>
                <Button on_click=move || open.set(false)>{move || c().cancel()}</Button>
                <Button kind=ButtonKind::Act submit=true busy=attempt.busy()>{move || t().change_password()}</Button>
            </DialogFoot>
        </Form>
    }
}

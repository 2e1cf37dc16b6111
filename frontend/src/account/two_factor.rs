//! One's own second factor: since when it is set up, and what can be done with it.

use app::{
    account::{
        SecondFactor,
        api::{remove_authenticator, renew_recovery_codes},
    },
    credentials::FEW_RECOVERY_CODES,
};
use leptos::prelude::*;

use super::authenticator_dialog::{AuthenticatorDialog, Stage};
use crate::i18n::{AccountWords, use_language, words};
use crate::session::use_session;
use crate::step_up::use_step_up;
use crate::ui::{
    Attempt, Button, ButtonKind, ConfirmDialog, DateTime, IconName, Pill, Tone, use_address,
    use_toaster,
};

/// The row Two-factor authentication.
#[component]
pub(super) fn TwoFactor(second_factor: SecondFactor, round: RwSignal<u32>) -> impl IntoView {
    let (t, language) = (words(AccountWords), use_language());
    let session = use_session();
    let SecondFactor {
        required,
        authenticator_bound_at: bound_at,
        stays,
        recovery_codes_left: left,
    } = second_factor;
    let (open, stage) = (RwSignal::new(false), RwSignal::new(Stage::default()));
    use_address().opens(
        "set_up",
        "authenticator",
        move || open.get(),
        move || open.set(!session.is_acting()),
    );
    let (removing, renewing) = (RwSignal::new(false), RwSignal::new(false));
    let removable = bound_at.is_some() && stays.is_none();
    let state = match bound_at {
        Some(at) => view! {
            <p>{move || t().authenticator_since()}" "<DateTime at=at.to_string()/></p>
            <p>
                {move || t().codes_left(left)}
                {(left <= FEW_RECOVERY_CODES).then(|| view! { " "<Pill tone=Tone::Attention>{move || t().codes_low()}</Pill> })}
            </p>
            {stays.map(|stays| view! { <p class="nothing">{move || stays.words(language.get())}</p> })}
        }
        .into_any(),
        None => view! {
            <p class="nothing">{move || if required { t().asked_next_time() } else { t().not_set_up() }}</p>
        }
        .into_any(),
    };
    let verbs = match bound_at {
        Some(_) => view! {
            <Button icon=IconName::Phone on_click=move || open.set(true)>{move || t().replace()}</Button>
            <Button icon=IconName::Refresh on_click=move || renewing.set(true)>{move || t().renew()}</Button>
            {removable.then(|| view! {
                <Button icon=IconName::ShieldOff on_click=move || removing.set(true)>{move || t().remove()}</Button>
            })}
        }
        .into_any(),
        None => view! {
            <Button icon=IconName::Phone on_click=move || open.set(true)>{move || t().set_up()}</Button>
        }
        .into_any(),
    };
    let verbs = StoredValue::new_local(Some(verbs));
    view! {
        <div class="account-factor">
            {state}
            <div class="account-actions" hidden=move || session.is_acting()>{verbs.try_update_value(Option::take)}</div>
        </div>
        <AuthenticatorDialog open stage replaces=bound_at.is_some() round/>
        <RemoveDialog open=removing round/>
        <RenewDialog open=renewing shown=open stage/>
    }
}

/// Asks before the authenticator is removed.
#[component]
fn RemoveDialog(open: RwSignal<bool>, round: RwSignal<u32>) -> impl IntoView {
    let t = words(AccountWords);
    let (session, step_up, toaster) = (use_session(), use_step_up(), use_toaster());
    let attempt = Attempt::default();
    let remove = move || {
        step_up.attempt(attempt, session, remove_authenticator, move |()| {
            toaster.say(Tone::Good, t().removed());
            open.try_set(false);
            round.try_update(|round| *round += 1);
        });
    };
    view! {
        <ConfirmDialog
            open
            title=move || t().remove_title()
            confirm=move || t().remove_it()
            on_confirm=remove
            busy=attempt.busy()
            error=attempt.error()
        >
            <ul class="goes">
                <li>{move || t().remove_password_alone()}</li>
                <li>{move || t().remove_codes()}</li>
                <li>{move || t().ends_others()}</li>
            </ul>
        </ConfirmDialog>
    }
}

/// Asks before the recovery codes are made anew, and shows the new ones.
#[component]
fn RenewDialog(
    open: RwSignal<bool>,
    /// Opens the dialog that shows the codes.
    shown: RwSignal<bool>,
    stage: RwSignal<Stage>,
) -> impl IntoView {
    let t = words(AccountWords);
    let (session, step_up) = (use_session(), use_step_up());
    let attempt = Attempt::default();
    let renew = move || {
        step_up.attempt(attempt, session, renew_recovery_codes, move |codes| {
            open.try_set(false);
            stage.try_set(Stage::Keep(codes));
            shown.try_set(true);
        });
    };
    view! {
        <ConfirmDialog
            open
            title=move || t().renew_title()
            confirm=move || t().renew_them()
            on_confirm=renew
            kind=ButtonKind::Act
            busy=attempt.busy()
            error=attempt.error()
        >
            <p>{move || t().renew_text()}</p>
        </ConfirmDialog>
    }
}

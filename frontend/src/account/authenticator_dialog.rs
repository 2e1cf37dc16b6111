//! Setting up one's own authenticator: the password, then the QR code and the first code, then recovery codes to keep.

use app::{
    account::{
        AuthenticatorCode, PresentPassword, RecoveryCodes,
        api::{begin_authenticator, confirm_authenticator},
    },
    credentials::{OneTimeCode, Password},
    sign_in::Enrolment,
};
use leptos::prelude::*;

use crate::i18n::{AccountWords, CommonWords, SignInWords, words};
use crate::session::use_session;
use crate::sign_in::{EnrolmentGuide, RecoveryCodeList};
use crate::step_up::use_step_up;
use crate::ui::{
    Alert, Attempt, Button, ButtonKind, CodeField, Dialog, DialogFoot, Form, PasswordField,
    RefusedSummary, Tone, Unsaved,
};

/// Where the set-up stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Stage {
    /// The password is asked.
    #[default]
    Password,
    /// The QR code is shown and the first code asked.
    Scan(Enrolment),
    /// The recovery codes are shown, this once.
    Keep(RecoveryCodes),
}

/// The dialog. It also shows recovery codes that were made anew, opened at that stage.
#[component]
pub(super) fn AuthenticatorDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Where it stands.
    stage: RwSignal<Stage>,
    /// Whether another authenticator is bound.
    replaces: bool,
    /// Counts what may have changed.
    round: RwSignal<u32>,
) -> impl IntoView {
    let (t, s) = (words(AccountWords), words(SignInWords));
    let asking = RwSignal::new(false);
    let secret = Memo::new(move |_| stage.with(|stage| matches!(stage, Stage::Keep(_))));
    let title = move || match (secret.get(), replaces) {
        (true, _) => s().keep_title(),
        (false, true) => t().replace_title(),
        (false, false) => t().set_up_title(),
    };
    let closed = move || {
        let changed = secret.try_get_untracked().unwrap_or_default();
        stage.try_set(Stage::default());
        if changed {
            round.try_update(|round| *round += 1);
        }
    };
    view! {
        <Dialog
            open
            title=Signal::derive(move || title().to_owned())
            dirty=Signal::derive(move || secret.get())
            unsaved=Unsaved::Secret
            asking
            on_close=closed
        >
            {move || match stage.get() {
                Stage::Password => view! { <AskPassword open stage replaces/> }.into_any(),
                Stage::Scan(enrolment) => view! { <Scan open stage enrolment/> }.into_any(),
                Stage::Keep(codes) => view! { <Keep open codes/> }.into_any(),
            }}
        </Dialog>
    }
}

#[component]
fn AskPassword(open: RwSignal<bool>, stage: RwSignal<Stage>, replaces: bool) -> impl IntoView {
    let (t, c) = (words(AccountWords), words(CommonWords));
    let (session, step_up) = (use_session(), use_step_up());
    let password = RwSignal::new(String::new());
    let attempt = Attempt::default();
    let refused = attempt.refused();
    let submit = move || {
        refused.clear();
        let draft = PresentPassword {
            password: Password::new(password.get_untracked()),
        };
        if let Err(refusal) = draft.check() {
            return refused.set(refusal);
        }
        let call = move || begin_authenticator(draft.clone());
        step_up.attempt(attempt, session, call, move |enrolment| {
            stage.try_set(Stage::Scan(enrolment));
        });
    };
    let labels = move || vec![("password", t().password().to_owned())];
    view! {
        <Form on_submit=submit busy=attempt.busy()>
            <div class="dialog-body">
                <RefusedSummary refused fields=Signal::derive(labels)/>
                <p>{move || if replaces { t().replace_about() } else { t().set_up_about() }}</p>
                <PasswordField
                    label=move || t().password() value=password name="password" required=true autofocus=true
                    hint=move || t().set_up_password_hint() error=refused.field("password")
                />
            </div>
            <DialogFoot>
                <Button on_click=move || open.set(false)>{move || c().cancel()}</Button>
                <Button kind=ButtonKind::Act submit=true busy=attempt.busy()>{move || t().go_on()}</Button>
            </DialogFoot>
        </Form>
    }
}

#[component]
fn Scan(open: RwSignal<bool>, stage: RwSignal<Stage>, enrolment: Enrolment) -> impl IntoView {
    let (s, c) = (words(SignInWords), words(CommonWords));
    let session = use_session();
    let login_id = session.me_untracked().map(|me| me.login_id);
    let code = RwSignal::new(String::new());
    let attempt = Attempt::default();
    let refused = attempt.refused();
    let submit = move || {
        refused.clear();
        let typed = code.get_untracked();
        if let Err(problem) = OneTimeCode::parse(&typed) {
            return refused.set(app::Refusal::field("code", problem));
        }
        let draft = AuthenticatorCode { code: typed };
        attempt.make(session.ask(confirm_authenticator(draft)), move |codes| {
            stage.try_set(Stage::Keep(codes));
        });
    };
    let labels = move || vec![("code", s().code().to_owned())];
    view! {
        <Form on_submit=submit busy=attempt.busy()>
            <div class="dialog-body">
                <RefusedSummary refused fields=Signal::derive(labels)/>
                <EnrolmentGuide enrolment login_id=login_id.unwrap_or_default()/>
                <CodeField label=move || s().code() value=code name="code" error=refused.field("code") autofocus=true/>
            </div>
            <DialogFoot>
                <Button on_click=move || open.set(false)>{move || c().cancel()}</Button>
                <Button kind=ButtonKind::Act submit=true busy=attempt.busy()>{move || c().submit()}</Button>
            </DialogFoot>
        </Form>
    }
}

#[component]
fn Keep(open: RwSignal<bool>, codes: RecoveryCodes) -> impl IntoView {
    let s = words(SignInWords);
    let login_id = use_session().me_untracked().map(|me| me.login_id);
    view! {
        <div class="dialog-body">
            <Alert tone=Tone::Attention><p>{move || s().keep_why()}</p></Alert>
            <RecoveryCodeList codes=codes.codes login_id=login_id.unwrap_or_default()/>
        </div>
        <DialogFoot>
            <Button kind=ButtonKind::Act autofocus=true on_click=move || open.set(false)>{move || s().kept()}</Button>
        </DialogFoot>
    }
}

//! The step that asks for a one-time code, or a recovery code in its place.

use app::{
    Refusal,
    credentials::{OneTimeCode, RecoveryCode},
    sign_in::Proof,
};
use leptos::prelude::*;

use super::flow_steps::{StepCard, Walk};
use super::refused::{Refused, RefusedAlert};
use crate::i18n::{CommonWords, SignInWords, words};
use crate::ui::{Button, ButtonKind, CodeField, Form, FormActions, TextField};

/// Asks for a code; which of the two kinds, the user chooses.
#[component]
pub(super) fn SecondFactorStep(walk: Walk) -> impl IntoView {
    let by_recovery = RwSignal::new(false);
    move || {
        if by_recovery.get() {
            view! { <RecoveryForm walk by_recovery/> }.into_any()
        } else {
            view! { <CodeForm walk by_recovery/> }.into_any()
        }
    }
}

#[component]
fn CodeForm(walk: Walk, by_recovery: RwSignal<bool>) -> impl IntoView {
    let (t, c) = (words(SignInWords), words(CommonWords));
    let code = RwSignal::new(String::new());
    let refused = Refused::new(&["code"]);
    let submit = move || match OneTimeCode::parse(&code.get_untracked()) {
        Ok(code) => walk.prove(
            Proof::Code {
                code: code.as_str().to_owned(),
            },
            refused,
        ),
        Err(problem) => refused.tell(Refusal::field("code", problem)),
    };
    let other = move || {
        view! {
            <Button kind=ButtonKind::Quiet on_click=move || by_recovery.set(true)>{move || t().use_recovery()}</Button>
        }
    };
    view! {
        <StepCard walk title=move || t().factor_title() other>
            <RefusedAlert refused/>
            <Form on_submit=submit busy=walk.busy()>
                <CodeField
                    label=move || t().code()
                    value=code
                    name="code"
                    hint=move || t().factor_hint()
                    error=refused.beside("code")
                    autofocus=true
                />
                <FormActions>
                    <Button kind=ButtonKind::Act submit=true busy=walk.busy()>{move || c().submit()}</Button>
                </FormActions>
            </Form>
        </StepCard>
    }
}

#[component]
fn RecoveryForm(walk: Walk, by_recovery: RwSignal<bool>) -> impl IntoView {
    let (t, c) = (words(SignInWords), words(CommonWords));
    let code = RwSignal::new(String::new());
    let refused = Refused::new(&["code"]);
    let submit = move || match RecoveryCode::parse(&code.get_untracked()) {
        Ok(code) => walk.prove(
            Proof::RecoveryCode {
                code: code.grouped(),
            },
            refused,
        ),
        Err(problem) => refused.tell(Refusal::field("code", problem)),
    };
    let other = move || {
        view! {
            <Button kind=ButtonKind::Quiet on_click=move || by_recovery.set(false)>{move || t().use_authenticator()}</Button>
        }
    };
    view! {
        <StepCard walk title=move || t().recovery_title() other>
            <RefusedAlert refused/>
            <Form on_submit=submit busy=walk.busy()>
                <TextField
                    label=move || t().recovery_code()
                    value=code
                    name="code"
                    hint=move || t().recovery_hint()
                    error=refused.beside("code")
                    autocomplete="off"
                    required=true
                    mono=true
                    autofocus=true
                />
                <FormActions>
                    <Button kind=ButtonKind::Act submit=true busy=walk.busy()>{move || c().submit()}</Button>
                </FormActions>
            </Form>
        </StepCard>
    }
}

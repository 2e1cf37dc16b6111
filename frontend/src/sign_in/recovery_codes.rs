//! The step that shows the recovery codes, this once.

use app::sign_in::Proof;
use leptos::prelude::*;

use super::flow_steps::{StepCard, Walk};
use super::refused::{Refused, RefusedAlert};
use crate::i18n::{CommonWords, SignInWords, words};
use crate::ui::{
    Alert, Button, ButtonKind, CopyButton, Form, FormActions, IconName, Tone, browser, use_toaster,
};

/// Shows the codes with ways to keep them, and goes on when the user says that they are kept.
#[component]
pub(super) fn RecoveryCodesStep(walk: Walk, codes: Vec<String>) -> impl IntoView {
    let t = words(SignInWords);
    let refused = Refused::new(&[]);
    view! {
        <StepCard walk title=move || t().keep_title()>
            <Alert tone=Tone::Attention><p>{move || t().keep_why()}</p></Alert>
            <RefusedAlert refused/>
            <RecoveryCodeList codes login_id=walk.login_id()/>
            <Form on_submit=move || walk.prove(Proof::KeptRecoveryCodes, refused) busy=walk.busy()>
                <FormActions>
                    <Button kind=ButtonKind::Act submit=true busy=walk.busy()>{move || t().kept()}</Button>
                </FormActions>
            </Form>
        </StepCard>
    }
}

/// Recovery codes, and the ways to keep them.
#[component]
pub fn RecoveryCodeList(
    /// The codes, grouped.
    codes: Vec<String>,
    /// Whose they are.
    login_id: String,
) -> impl IntoView {
    let (t, c) = (words(SignInWords), words(CommonWords));
    let toaster = use_toaster();
    let login_id = StoredValue::new(login_id);
    let lines = codes.join("\n");
    let file = lines.clone();
    let download = move || {
        let text = format!("{}\n\n{file}\n", t().keep_for(&login_id.get_value()));
        if browser::download(
            &format!("doorward-recovery-codes-{}.txt", login_id.get_value()),
            &text,
        )
        .is_err()
        {
            toaster.say(Tone::Danger, c().copy_failed());
        }
    };
    let print = move || {
        if window().print().is_err() {
            toaster.say(Tone::Danger, c().copy_failed());
        }
    };
    view! {
        <section class="recovery" aria-label=move || t().keep_list()>
            <p class="recovery-for">{move || t().keep_for(&login_id.get_value())}</p>
            <ol class="recovery-codes mono">
                {codes.into_iter().map(|code| view! { <li>{code}</li> }).collect_view()}
            </ol>
        </section>
        <div class="recovery-ways">
            <CopyButton text=lines/>
            <Button icon=IconName::Download on_click=download>{move || c().download()}</Button>
            <Button icon=IconName::Print on_click=print>{move || c().print()}</Button>
        </div>
    }
}

//! The step that asks for the code sent by e-mail.

use std::time::Duration;

use app::{Refusal, credentials::EmailCode, sign_in::Proof};
use leptos::prelude::*;

use super::flow_steps::{StepCard, Walk};
use super::refused::{Refused, RefusedAlert};
use crate::i18n::{CommonWords, SignInWords, words};
use crate::ui::{Alert, Button, ButtonKind, CodeField, Form, FormActions, Tone};

/// How it stands with the code.
#[derive(Clone, Debug)]
pub(super) struct Mailed {
    /// Where mail goes, masked.
    pub(super) to: String,
    /// Whether there is a code to be entered.
    pub(super) sent: bool,
    /// Whether it is another one than was asked for before.
    pub(super) again: bool,
    /// In how many seconds another can be sent; none when no more are.
    pub(super) new_code_in: Option<u32>,
}

/// Asks for the code, and sends another on request.
#[component]
pub(super) fn EmailCodeStep(walk: Walk, mailed: Mailed) -> impl IntoView {
    let (t, c) = (words(SignInWords), words(CommonWords));
    let code = RwSignal::new(String::new());
    let refused = Refused::new(&["code"]);
    let Mailed {
        to,
        sent,
        again,
        new_code_in,
    } = mailed;
    let pausing = RwSignal::new(new_code_in.is_some_and(|seconds| seconds > 0));
    if let Some(seconds) = new_code_in.filter(|&seconds| seconds > 0) {
        let pause = Duration::from_secs(seconds.into());
        let over = move || {
            pausing.try_set(false);
        };
        let timer = set_timeout_with_handle(over, pause).ok();
        on_cleanup(move || {
            if let Some(timer) = timer {
                timer.clear();
            }
        });
    }
    let send = move || walk.prove(Proof::NewEmailCode, refused);
    let submit = move || match EmailCode::parse(&code.get_untracked()) {
        _ if !sent => send(),
        Ok(code) => walk.prove(
            Proof::EmailCode {
                code: code.as_str().to_owned(),
            },
            refused,
        ),
        Err(problem) => refused.tell(Refusal::field("code", problem)),
    };
    let other = move || {
        (sent && new_code_in.is_some()).then(|| {
            view! {
                <Button kind=ButtonKind::Quiet disabled=pausing busy=walk.busy() on_click=send>
                    {move || t().new_email_code()}
                </Button>
            }
        })
    };
    let said = to.clone();
    let help = move || match () {
        () if !sent => t().email_code_none(&said),
        () => t().email_code_sent(&said),
    };
    let pause = move || match new_code_in {
        None => t().email_code_no_more().to_owned(),
        Some(seconds) if sent && pausing.get() => t().email_code_pause(seconds.into()),
        Some(_) => t().email_code_junk().to_owned(),
    };
    view! {
        <StepCard walk title=move || t().email_code_title() other>
            {again.then(|| view! {
                <Alert tone=Tone::Good live=true><p>{move || t().email_code_again()}</p></Alert>
            })}
            <RefusedAlert refused/>
            <Form on_submit=submit busy=walk.busy()>
                <p>{help}</p>
                {sent.then(|| view! {
                    <CodeField
                        label=move || t().email_code() value=code name="code" hint=move || t().email_code_hint()
                        error=refused.beside("code") autofocus=true
                    />
                })}
                <FormActions>
                    {if sent {
                        view! {
                            <Button kind=ButtonKind::Act submit=true busy=walk.busy()>{move || c().submit()}</Button>
                        }.into_any()
                    } else if new_code_in.is_some() {
                        view! {
                            <Button kind=ButtonKind::Act submit=true busy=walk.busy() disabled=pausing>
                                {move || t().new_email_code()}
                            </Button>
                        }.into_any()
                    } else {
                        ().into_any()
                    }}
                </FormActions>
                <p class="flow-soft">{pause}</p>
            </Form>
        </StepCard>
    }
}

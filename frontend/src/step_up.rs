//! The step-up: where the server wants a proof first, it is asked for in one dialog, and what was asked goes on.
//!
//! ```ignore
//! let step_up = use_step_up();
//! // `None`: the reader would rather not, and everything is as it was.
//! let Some(answer) = step_up.ask(session, move || change_password(change.clone())).await else { return };
//! ```

use std::future::Future;

use app::{
    Refusal,
    credentials::Password,
    sessions::{ProofDraft, ProofKind, api},
};
use js_sys::{Function, Promise};
use leptos::{prelude::*, reactive::owner::LocalStorage};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::i18n::{AccountWords, CommonWords, words};
use crate::session::{Session, use_session};
use crate::ui::{
    Attempt, Button, ButtonKind, CodeField, Dialog, DialogFoot, DialogSize, Form, PasswordField,
    RefusedSummary,
};

/// The one place that asks for a proof.
#[derive(Clone, Copy, Debug)]
pub struct StepUp {
    open: RwSignal<bool>,
    kind: RwSignal<ProofKind>,
    proved: RwSignal<bool>,
    settle: StoredValue<Option<Function>, LocalStorage>,
}

/// Makes the step-up known to all pages within. Its dialog is [`StepUpDialog`].
pub fn provide_step_up() {
    provide_context(StepUp {
        open: RwSignal::new(false),
        kind: RwSignal::new(ProofKind::Password),
        proved: RwSignal::new(false),
        settle: StoredValue::new_local(None),
    });
}

/// The step-up of the pages around.
pub fn use_step_up() -> StepUp {
    expect_context()
}

impl StepUp {
    /// Waits for a call to the server. Where it wants a proof first, the reader is asked for one, and then it is called
    /// again. `None` when they would rather not.
    pub async fn ask<T, F>(
        self,
        session: Session,
        call: impl Fn() -> F,
    ) -> Option<Result<T, Refusal>>
    where
        F: Future<Output = Result<T, Refusal>>,
    {
        loop {
            match session.ask(call()).await {
                Err(Refusal::ProofNeeded(kind)) if self.prove(kind).await => {}
                Err(Refusal::ProofNeeded(_)) => return None,
                answer => return Some(answer),
            }
        }
    }

    /// [`StepUp::ask`] behind one press. Who would rather not finds everything as it was.
    pub fn attempt<T, F>(
        self,
        attempt: Attempt,
        session: Session,
        call: impl Fn() -> F + 'static,
        done: impl FnOnce(T) + 'static,
    ) where
        T: 'static,
        F: Future<Output = Result<T, Refusal>> + 'static,
    {
        attempt.make(
            async move { self.ask(session, call).await.transpose() },
            move |answer| {
                if let Some(answer) = answer {
                    done(answer);
                }
            },
        );
    }

    /// Asks the reader for a proof. Whether they gave it.
    async fn prove(self, kind: ProofKind) -> bool {
        let answered = Promise::new(&mut |resolve, _| self.settle.set_value(Some(resolve)));
        self.kind.set(kind);
        self.proved.set(false);
        self.open.set(true);
        JsFuture::from(answered)
            .await
            .is_ok_and(|proved| proved.is_truthy())
    }

    /// Lets whoever waits go on.
    fn closed(self) {
        let waiting = self.settle.try_update_value(Option::take).flatten();
        if let Some(waiting) = waiting {
            let proved = self.proved.try_get_untracked().unwrap_or_default();
            // Resolving a promise fails for nobody.
            let _ = waiting.call1(&JsValue::NULL, &JsValue::from_bool(proved));
        }
    }
}

/// The dialog that asks for a proof, whatever it is for.
#[component]
pub fn StepUpDialog() -> impl IntoView {
    let t = words(AccountWords);
    let step_up = use_step_up();
    view! {
        <Dialog
            open=step_up.open
            title=move || t().confirm_title()
            size=DialogSize::Small
            on_close=move || step_up.closed()
        >
            <ProofForm step_up/>
        </Dialog>
    }
}

#[component]
fn ProofForm(step_up: StepUp) -> impl IntoView {
    let (t, c) = (words(AccountWords), words(CommonWords));
    let session = use_session();
    let kind = step_up.kind.get_untracked();
    let (code, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let attempt = Attempt::default();
    let refused = attempt.refused();
    let submit = move || {
        refused.clear();
        let draft = ProofDraft {
            code: code.get_untracked(),
            password: Password::new(password.get_untracked()),
        };
        if let Err(refusal) = draft.clone().check(kind) {
            return refused.set(of_proof(refusal));
        }
        attempt.settle(session.ask(api::step_up(draft)), move |answer| {
            match answer {
                Ok(()) => {
                    step_up.proved.set(true);
                    step_up.open.set(false);
                }
                Err(refusal) => {
                    // A code works once, and a wrong one is of no use either.
                    code.try_set(String::new());
                    return Err(of_proof(refusal));
                }
            }
            Ok(())
        });
    };
    let labels = move || {
        [
            ("proof_code", t().code()),
            ("proof_password", t().password()),
        ]
        .map(|(field, label)| (field, label.to_owned()))
        .to_vec()
    };
    let field = match kind {
        ProofKind::Code => view! {
            <CodeField
                label=move || t().code() value=code name="proof_code" autofocus=true
                hint=move || t().confirm_code_hint() error=refused.field("proof_code")
            />
        }
        .into_any(),
        ProofKind::Password => view! {
            <PasswordField
                label=move || t().password() value=password name="proof_password" required=true autofocus=true
                hint=move || t().confirm_password_hint() error=refused.field("proof_password")
            />
        }
        .into_any(),
    };
    view! {
        <Form on_submit=submit busy=attempt.busy()>
            <div class="dialog-body">
                <RefusedSummary refused fields=Signal::derive(labels)/>
                <p>{move || t().confirm_why()}</p>
                {field}
            </div>
            <DialogFoot>
                <Button on_click=move || step_up.open.set(false)>{move || c().cancel()}</Button>
                <Button kind=ButtonKind::Act submit=true busy=attempt.busy()>{move || t().confirm()}</Button>
            </DialogFoot>
        </Form>
    }
}

/// The same refusal about this dialog's own fields: the form below it may have some of the same name.
fn of_proof(refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::Malformed(mut problems) => {
            for problem in &mut problems {
                problem.field.insert_str(0, "proof_");
            }
            Refusal::Malformed(problems)
        }
        other => other,
    }
}

//! The first form: login ID and password.

use app::{
    Refusal,
    credentials::Password,
    door,
    field::{Problem, Problems},
    sign_in::{FlowView, SignInStart, api},
};
use leptos::{prelude::*, task::spawn_local};

use super::refused::{Refused, RefusedAlert};
use crate::i18n::{SignInWords, words};
use crate::ui::{Button, ButtonKind, Form, FormActions, PasswordField, TextField};

/// Asks for login ID and password, and opens a login flow with them.
#[component]
pub(super) fn PasswordForm(
    /// What is typed as login ID; it outlives the form.
    login_id: RwSignal<String>,
    /// The flow that was opened.
    on_flow: Callback<FlowView>,
    /// Told when the server refused: why one is at the form at all is old news then.
    #[prop(into)]
    on_refused: Callback<()>,
) -> impl IntoView {
    let t = words(SignInWords);
    let password = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let refused = Refused::new(&["login_id", "password"]);
    let submit = move || {
        refused.clear();
        let start = match filled(&login_id.get_untracked(), &password.get_untracked()) {
            Ok(start) => start,
            Err(refusal) => return refused.tell(refusal),
        };
        busy.set(true);
        spawn_local(async move {
            let answer = api::begin_sign_in(start).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(flow) => on_flow.run(flow),
                Err(refusal) => {
                    password.set(String::new());
                    on_refused.run(());
                    refused.tell(refusal);
                }
            }
        });
    };
    view! {
        <RefusedAlert refused/>
        <Form on_submit=submit busy>
            <TextField
                label=move || t().login_id()
                value=login_id
                name="login_id"
                autocomplete="username"
                error=refused.beside("login_id")
                required=true
                mono=true
                autofocus=true
            />
            <PasswordField
                label=move || t().password()
                value=password
                name="password"
                error=refused.beside("password")
                required=true
            />
            <FormActions>
                <Button kind=ButtonKind::Act submit=true busy>{move || t().sign_in()}</Button>
                <a class="forgotten" href=door::FORGOTTEN_PASSWORD>{move || t().forgotten()}</a>
            </FormActions>
        </Form>
    }
}

/// What begins the flow. Only emptiness is told here: what else is wrong, the server tells nobody.
fn filled(login_id: &str, password: &str) -> Result<SignInStart, Refusal> {
    let mut problems = Problems::default();
    if login_id.trim().is_empty() {
        problems.add("login_id", Problem::Missing);
    }
    if password.is_empty() {
        problems.add("password", Problem::Missing);
    }
    let problems = problems.into_vec();
    if problems.is_empty() {
        Ok(SignInStart::Password {
            login_id: login_id.trim().to_owned(),
            password: Password::new(password),
            channel: None,
        })
    } else {
        Err(Refusal::Malformed(problems))
    }
}

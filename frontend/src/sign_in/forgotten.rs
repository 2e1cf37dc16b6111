//! The forgotten password: asks for the login ID, and answers everybody the same.

use app::{Refusal, door::SIGN_IN, field::Problem, sign_in::api};
use leptos::{prelude::*, task::spawn_local};

use super::refused::{Refused, RefusedAlert};
use crate::i18n::{SignInWords, words};
use crate::shell::AuthCard;
use crate::ui::{Button, ButtonKind, Form, FormActions, LinkButton, TextField};

/// Where one asks for a link to set a new password.
#[component]
pub fn ForgottenPasswordPage() -> impl IntoView {
    let asked = RwSignal::new(None::<String>);
    move || match asked.get() {
        None => view! { <AskCard asked/> }.into_any(),
        Some(login_id) => view! { <SentCard login_id/> }.into_any(),
    }
}

#[component]
fn AskCard(asked: RwSignal<Option<String>>) -> impl IntoView {
    let t = words(SignInWords);
    let login_id = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let refused = Refused::new(&["login_id"]);
    let submit = move || {
        refused.clear();
        let typed = login_id.get_untracked().trim().to_owned();
        if typed.is_empty() {
            return refused.tell(Refusal::field("login_id", Problem::Missing));
        }
        busy.set(true);
        spawn_local(async move {
            let answer = api::forgotten_password(typed.clone()).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(()) => asked.set(Some(typed)),
                Err(refusal) => refused.tell(refusal),
            }
        });
    };
    view! {
        <AuthCard title=move || t().forgotten_title()>
            <p class="flow-lead">{move || t().forgotten_help()}</p>
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
                <FormActions>
                    <Button kind=ButtonKind::Act submit=true busy>{move || t().send_link()}</Button>
                    <a class="forgotten" href=SIGN_IN>{move || t().back_to_sign_in()}</a>
                </FormActions>
            </Form>
        </AuthCard>
    }
}

#[component]
fn SentCard(login_id: String) -> impl IntoView {
    let t = words(SignInWords);
    view! {
        <AuthCard title=move || t().forgotten_sent_title()>
            <p role="status">{move || t().forgotten_sent(&login_id)}</p>
            <p class="flow-soft">{move || t().forgotten_none()}</p>
            <LinkButton href=SIGN_IN>{move || t().back_to_sign_in()}</LinkButton>
        </AuthCard>
    }
}

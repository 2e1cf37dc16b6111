//! Log in as this user: what it means is said first, and the administrator proves that it is they.

use app::{
    credentials::Password,
    sessions::{LogInAsDraft, api::log_in_as},
    users::{LogInAsOffer, User},
};
use leptos::{prelude::*, task::spawn_local};

use crate::i18n::{ActingWords, CommonWords, full_name, use_language, words};
use crate::session::use_session;
use crate::ui::{
    Button, ButtonKind, CodeField, Dialog, DialogFoot, Form, IconName, Loaded, PasswordField,
    Refused, RefusedSummary, TextField, browser,
};

/// Whether the server would let the reader log in as this user.
pub(super) fn is_offered(user: &User) -> bool {
    matches!(
        user.log_in_as,
        LogInAsOffer::WithCode | LogInAsOffer::WithPassword
    )
}

/// The dialog.
#[component]
pub(super) fn LogInAs(
    /// Whether it is open.
    asked: RwSignal<bool>,
    user: Loaded<User>,
) -> impl IntoView {
    let t = words(ActingWords);
    let title = move || {
        let login_id = user.with(|user| user.map(|user| user.login_id.clone()));
        t().title(&login_id.unwrap_or_default())
    };
    view! {
        <Dialog open=asked title=Signal::derive(title)>
            {move || user.get_untracked().map(|user| view! { <LogInAsForm user asked/> })}
        </Dialog>
    }
}

#[component]
fn LogInAsForm(user: User, asked: RwSignal<bool>) -> impl IntoView {
    let (t, c, language) = (words(ActingWords), words(CommonWords), use_language());
    let session = use_session();
    let with_code = user.log_in_as == LogInAsOffer::WithCode;
    let (reason, code, password) = (
        RwSignal::new(String::new()),
        RwSignal::new(String::new()),
        RwSignal::new(String::new()),
    );
    let refused = Refused::default();
    let busy = RwSignal::new(false);
    let id = user.id;
    let submit = move || {
        refused.clear();
        let draft = LogInAsDraft {
            reason: reason.get_untracked(),
            code: code.get_untracked(),
            password: Password::new(password.get_untracked()),
        };
        if let Err(refusal) = draft.clone().check(with_code) {
            return refused.set(refusal);
        }
        busy.set(true);
        spawn_local(async move {
            match session.ask(log_in_as(id, draft)).await {
                // What was loaded as oneself must not stay on the screen.
                Ok(_) => browser::open("/"),
                Err(refusal) => {
                    // A code works once, and a wrong one is of no use either.
                    code.try_set(String::new());
                    refused.set(refusal);
                    busy.try_set(false);
                }
            }
        });
    };
    let name = move || full_name(language.get(), &user.first_name, &user.last_name);
    let consequences = move || {
        [
            t().lasts(&name()),
            t().stays().to_owned(),
            t().told(&name()),
        ]
        .map(|sentence| view! { <li>{sentence}</li> })
        .collect_view()
    };
    let labels = move || {
        [
            ("reason", t().reason()),
            ("code", t().code()),
            ("password", t().password()),
        ]
        .map(|(field, label)| (field, label.to_owned()))
        .to_vec()
    };
    view! {
        <Form on_submit=submit busy>
            <div class="dialog-body">
                <RefusedSummary refused fields=Signal::derive(labels)/>
                <ul class="goes">{consequences}</ul>
                <TextField
                    label=move || t().reason() value=reason name="reason" required=true autofocus=true autocomplete="off"
                    hint=move || t().reason_hint() error=refused.field("reason")
                />
                {match with_code {
                    true => view! {
                        <CodeField label=move || t().code() value=code name="code" hint=move || t().code_hint() error=refused.field("code")/>
                    }
                    .into_any(),
                    false => view! {
                        <PasswordField
                            label=move || t().password() value=password name="password" required=true
                            hint=move || t().password_hint() error=refused.field("password")
                        />
                    }
                    .into_any(),
                }}
            </div>
            <DialogFoot>
                <Button on_click=move || asked.set(false)>{move || c().cancel()}</Button>
                <Button kind=ButtonKind::Act icon=IconName::Mask submit=true busy>{move || t().log_in()}</Button>
            </DialogFoot>
        </Form>
    }
}

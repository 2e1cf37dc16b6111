//! The set-up page: the first operator administrator, by the link printed on the console.

use app::{
    Language, Refusal,
    credentials::{Password, shortest},
    door::SIGN_IN,
    sign_in::{FlowPurpose, FlowView, SetUpDraft, SignInRefusal, api},
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate},
};

use super::flow_steps::FlowSteps;
use super::new_password::PasswordStrength;
use super::refused::{Refused, RefusedAlert};
use crate::i18n::{SignInWords, use_language, words};
use crate::shell::AuthCard;
use crate::ui::{
    Alert, Button, ButtonKind, Choice, Form, FormActions, LinkButton, PasswordField, SelectField,
    Skeleton, TextField, Tone, browser, day,
};

const FIELDS: &[&str] = &[
    "company",
    "first_name",
    "last_name",
    "email",
    "login_id",
    "password",
    "language",
    "time_zone",
];

/// What the form calls the field of this name.
fn label(t: SignInWords, field: &str) -> &'static str {
    match field {
        "company" => t.set_up_company(),
        "login_id" => t.login_id(),
        "email" => t.email(),
        "first_name" => t.first_name(),
        "last_name" => t.last_name(),
        "password" => t.password(),
        "language" => t.language(),
        _ => t.time_zone(),
    }
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
enum Stand {
    Looking,
    Form,
    Flow(FlowView),
    /// The flow ended before one was in; the administrator exists all the same.
    Ended(Refusal),
    Over(Refusal),
}

/// Where the first operator administrator is set up. The link's secret stays behind the `#`.
#[component]
pub fn SetUpPage() -> impl IntoView {
    let navigate = use_navigate();
    let stand = RwSignal::new(Stand::Looking);
    let secret = use_location().hash;
    let token = Signal::derive(move || secret.with(|hash| hash.trim_start_matches('#').to_owned()));
    let flow = LocalResource::new(api::get_flow);
    let needed = LocalResource::new(api::set_up_needed);
    Effect::new(move || {
        if let (Some(flow), Some(needed), Stand::Looking) =
            (flow.get(), needed.get(), stand.get_untracked())
        {
            stand.set(match (flow, needed) {
                (Ok(flow), _) if flow.purpose == FlowPurpose::SetUp => Stand::Flow(flow),
                (_, Ok(true)) => Stand::Form,
                (_, Ok(false)) => Stand::Over(Refusal::SignIn(SignInRefusal::SetUpOver)),
                (_, Err(refusal)) => Stand::Over(refusal),
            });
        }
    });
    // The administrator exists by now: whoever begins again signs in.
    let sign_in = Callback::new(move |()| {
        let options = NavigateOptions {
            replace: true,
            ..Default::default()
        };
        navigate(SIGN_IN, options);
    });
    let on_flow = Callback::new(move |flow| stand.set(Stand::Flow(flow)));
    move || match stand.get() {
        Stand::Looking => view! { <Looking/> }.into_any(),
        Stand::Form => view! { <SetUpForm token on_flow/> }.into_any(),
        Stand::Flow(flow) => view! {
            <FlowSteps
                flow
                on_over=move |over| stand.set(Stand::Ended(over))
                on_start_over=sign_in
                on_signed_in=|| browser::open("/")
            />
        }
        .into_any(),
        Stand::Ended(refusal) => view! { <Over refusal ended=true/> }.into_any(),
        Stand::Over(refusal) => view! { <Over refusal/> }.into_any(),
    }
}

#[component]
fn Looking() -> impl IntoView {
    let t = words(SignInWords);
    view! { <AuthCard title=move || t().set_up_title()><Skeleton lines=8/></AuthCard> }
}

#[component]
fn Over(
    refusal: Refusal,
    /// Whether the administrator was created, and only the way in broke off.
    #[prop(optional)]
    ended: bool,
) -> impl IntoView {
    let (t, language) = (words(SignInWords), use_language());
    view! {
        <AuthCard title=move || t().set_up_title()>
            <Alert tone=Tone::Attention><p>{move || refusal.words(language.get())}</p></Alert>
            {ended.then(|| view! { <p>{move || t().set_up_ended()}</p> })}
            <LinkButton href=SIGN_IN>{move || t().back_to_sign_in()}</LinkButton>
        </AuthCard>
    }
}

#[component]
fn SetUpForm(token: Signal<String>, on_flow: Callback<FlowView>) -> impl IntoView {
    let (t, spoken) = (words(SignInWords), use_language());
    let text = || RwSignal::new(String::new());
    let (company, login_id, email) = (text(), text(), text());
    let (first_name, last_name, password) = (text(), text(), text());
    let language = RwSignal::new(spoken.get_untracked().tag().to_owned());
    let own_zone = day::browser_zone().unwrap_or_else(|| "UTC".to_owned());
    let mut zones = day::time_zones();
    // A browser may be in a zone that it does not list.
    zones.push(own_zone.clone());
    zones.sort_unstable();
    zones.dedup();
    let zone_choices: Vec<Choice> = zones
        .into_iter()
        .map(|zone| Choice::new(zone.clone(), zone))
        .collect();
    let time_zone = RwSignal::new(own_zone);
    let language_choices: Vec<Choice> = Language::ALL
        .map(|language| Choice::new(language.tag(), language.name()))
        .into();
    let busy = RwSignal::new(false);
    let refused = Refused::new(FIELDS);
    let submit = move || {
        refused.clear();
        let draft = SetUpDraft {
            token: token.get_untracked(),
            company: company.get_untracked(),
            login_id: login_id.get_untracked(),
            email: email.get_untracked(),
            first_name: first_name.get_untracked(),
            last_name: last_name.get_untracked(),
            password: Password::new(password.get_untracked()),
            language: Language::from_tag(&language.get_untracked()).unwrap_or_default(),
            time_zone: time_zone.get_untracked(),
        };
        if let Err(refusal) = draft.check() {
            return refused.tell(refusal);
        }
        busy.set(true);
        spawn_local(async move {
            let answer = api::set_up(draft).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(flow) => on_flow.run(flow),
                Err(refusal) => refused.tell(refusal),
            }
        });
    };
    let own_names = Signal::derive(move || {
        vec![
            login_id.get(),
            first_name.get(),
            last_name.get(),
            company.get(),
        ]
    });
    let min_length = shortest(false);
    view! {
        <AuthCard title=move || t().set_up_title() wide=true>
            <p class="flow-lead">{move || t().set_up_help()}</p>
            <RefusedAlert refused label_of=label/>
            <Form on_submit=submit busy>
                <TextField
                    label=move || t().set_up_company()
                    value=company
                    name="company"
                    autocomplete="organization"
                    error=refused.beside("company")
                    required=true
                    autofocus=true
                />
                <Names refused first_name last_name/>
                <TextField
                    label=move || t().email()
                    value=email
                    name="email"
                    kind="email"
                    autocomplete="email"
                    error=refused.beside("email")
                    required=true
                />
                <TextField
                    label=move || t().login_id()
                    value=login_id
                    name="login_id"
                    autocomplete="username"
                    hint=move || t().set_up_login_hint()
                    error=refused.beside("login_id")
                    required=true
                    mono=true
                />
                <PasswordField
                    label=move || t().password()
                    value=password
                    name="password"
                    autocomplete="new-password"
                    hint=move || t().new_password_hint(min_length)
                    error=refused.beside("password")
                    required=true
                >
                    <PasswordStrength typed=password min_length own=own_names/>
                </PasswordField>
                <div class="pair">
                    <SelectField
                        label=move || t().language()
                        value=language
                        choices=language_choices
                        name="language"
                        error=refused.beside("language")
                    />
                    <SelectField
                        label=move || t().time_zone()
                        value=time_zone
                        choices=zone_choices
                        name="time_zone"
                        error=refused.beside("time_zone")
                    />
                </div>
                <FormActions>
                    <Button kind=ButtonKind::Act submit=true busy>{move || t().set_up_submit()}</Button>
                </FormActions>
            </Form>
        </AuthCard>
    }
}

/// First and last name, in the order in which the language says them.
#[component]
fn Names(
    refused: Refused,
    first_name: RwSignal<String>,
    last_name: RwSignal<String>,
) -> impl IntoView {
    let (t, language) = (words(SignInWords), use_language());
    let first = move || {
        view! {
            <TextField
                label=move || t().first_name()
                value=first_name
                name="first_name"
                autocomplete="given-name"
                error=refused.beside("first_name")
                required=true
            />
        }
    };
    let last = move || {
        view! {
            <TextField
                label=move || t().last_name()
                value=last_name
                name="last_name"
                autocomplete="family-name"
                error=refused.beside("last_name")
                required=true
            />
        }
    };
    view! {
        <div class="pair">
            {move || {
                if language.get().last_name_first() {
                    (last().into_any(), first().into_any())
                } else {
                    (first().into_any(), last().into_any())
                }
            }}
        </div>
    }
}

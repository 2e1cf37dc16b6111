//! Explain sign-in: each step of a sign-in on a channel and from an address, and the rule behind it.

use app::{
    UserId,
    roles::Channel,
    sign_in::{ExplainedStep, SignInExplanation, SignInQuestion, Verdict, api::explain_sign_in},
    users::User,
};
use leptos::prelude::*;

use crate::i18n::{ExplainWords, use_language, words};
use crate::roles::channel_words;
use crate::session::use_session;
use crate::ui::{
    Alert, Button, ButtonKind, Choice, DateTime, Dialog, DialogSize, Form, Loaded, Pill, Refused,
    RefusedSummary, SelectField, Skeleton, TextField, Tone,
};

/// The dialog.
#[component]
pub(super) fn ExplainDialog(user: User, open: RwSignal<bool>) -> impl IntoView {
    let t = words(ExplainWords);
    let (id, login_id) = (user.id, user.login_id);
    view! {
        <Dialog open title=Signal::derive(move || t().title_of(&login_id)) size=DialogSize::Large>
            <Explain id/>
        </Dialog>
    }
}

#[component]
fn Explain(id: UserId) -> impl IntoView {
    let t = words(ExplainWords);
    let session = use_session();
    let refused = Refused::default();
    let channel = RwSignal::new(Channel::Web.code().to_owned());
    let address = RwSignal::new(String::new());
    let typed = move || {
        let address = address.get_untracked().trim().to_owned();
        let channel = channel.with_untracked(|code| Channel::from_code(code));
        SignInQuestion {
            channel,
            address: (!address.is_empty()).then_some(address),
        }
    };
    let question = RwSignal::new(typed());
    let explained = Loaded::new(
        move || Some(question.get()),
        move |question| session.ask(explain_sign_in(id, question)),
    );
    // The first answer tells from where they came last, and by that what is asked first.
    let prefilled = StoredValue::new(false);
    Effect::new(move || {
        let last = explained.with(|found| found.map(|found| found.last_address.clone()));
        if let (Some(last), false) = (last, prefilled.get_value()) {
            prefilled.set_value(true);
            if let Some(last) = last
                && address.with_untracked(String::is_empty)
            {
                address.set(last);
                question.set(typed());
            }
        }
    });
    Effect::new(move || match explained.refusal().get() {
        Some(refusal) => refused.set(refusal),
        None => refused.clear(),
    });
    let submit = move || {
        refused.clear();
        let typed = typed();
        match typed.check() {
            Ok(_) if question.with_untracked(|asked| *asked == typed) => explained.again(),
            Ok(_) => question.set(typed),
            Err(refusal) => refused.set(refusal),
        }
    };
    let channels = move || {
        Channel::ALL
            .map(|channel| Choice::new(channel.code(), channel_words(channel)))
            .to_vec()
    };
    let hint = move || {
        let last = explained.with(|found| found.and_then(|found| found.last_address.clone()));
        match last.is_some_and(|last| address.with(|address| *address == last)) {
            true => t().last_address().to_owned(),
            false => t().address_hint().to_owned(),
        }
    };
    view! {
        <div class="dialog-body">
            <RefusedSummary refused fields=Signal::derive(Vec::new)/>
            <Form on_submit=submit busy=explained.busy()>
                <div class="explain-line">
                    <SelectField label=move || t().channel() value=channel choices=Signal::derive(channels) name="channel"/>
                    <TextField
                        label=move || t().address() value=address name="address" mono=true autocomplete="off"
                        hint=Signal::derive(hint) error=refused.field("address")
                    />
                    <Button kind=ButtonKind::Act submit=true busy=explained.busy()>{move || t().explain()}</Button>
                </div>
            </Form>
            {move || match explained.get() {
                Some(found) => view! { <Steps found/> }.into_any(),
                None => view! { <Skeleton lines=8/> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn Steps(found: SignInExplanation) -> impl IntoView {
    let (t, language) = (words(ExplainWords), use_language());
    let ends_at = found.refused().map(|step| step.part);
    let depends = found
        .steps
        .iter()
        .any(|step| step.verdict == Verdict::Depends);
    let tone = match (ends_at, depends) {
        (Some(_), _) => Tone::Danger,
        (None, true) => Tone::Attention,
        (None, false) => Tone::Good,
    };
    let said = move || match (ends_at, depends) {
        (Some(part), _) => t().ends_at(part.words(language.get())),
        (None, true) => t().depends().to_owned(),
        (None, false) => t().gets_in().to_owned(),
    };
    view! {
        <Alert tone live=true><p>{said}</p></Alert>
        <ol class="explained" aria-label=move || t().steps()>
            {found.steps.into_iter().map(|step| view! { <StepLine step/> }).collect_view()}
        </ol>
    }
}

const fn tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Passed => Tone::Good,
        Verdict::Asked => Tone::Info,
        Verdict::NotAsked | Verdict::NotReached => Tone::Neutral,
        Verdict::Depends => Tone::Attention,
        Verdict::Refused => Tone::Danger,
    }
}

#[component]
fn StepLine(step: ExplainedStep) -> impl IntoView {
    let (t, language) = (words(ExplainWords), use_language());
    let ExplainedStep {
        part,
        verdict,
        why,
        rule,
        wait_until,
    } = step;
    let at = why.at();
    view! {
        <li class="explained-step" class:explained-off=verdict == Verdict::NotReached>
            <div class="explained-head">
                <strong>{move || part.words(language.get())}</strong>
                <Pill tone=tone(verdict)>{move || verdict.words(language.get())}</Pill>
            </div>
            <p>
                {move || why.words(language.get())}
                {at.map(|at| view! { " "<DateTime at=at.to_string()/> })}
            </p>
            {wait_until.map(|until| view! {
                <p>{move || t().waits()}" "<DateTime at=until.to_string()/></p>
            })}
            {rule.map(|rule| view! { <p class="policy-origin">{move || rule.words(language.get())}</p> })}
        </li>
    }
}

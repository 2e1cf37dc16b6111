//! Create company: under which, of which kind, of which name.

use app::{
    Refusal,
    companies::{CompanyDraft, CompanyKind, CompanyRef, api::create_company},
    field::Problem,
};
use leptos::prelude::*;

use super::CompanyField;
use crate::i18n::{CommonWords, CompanyWords, use_language, words};
use crate::session::use_session;
use crate::ui::{
    Attempt, Button, ButtonKind, Choice, Dialog, DialogFoot, DialogSize, Form, RefusedSummary,
    SelectField, TextField, Tone, use_toaster,
};

/// The dialog Create company.
#[component]
pub(super) fn CreateCompany(
    /// The company above at first; it is open while there is one.
    under: RwSignal<Option<CompanyRef>>,
    /// Told after it was created.
    on_done: Callback<()>,
) -> impl IntoView {
    let t = words(CompanyWords);
    let (open, dirty) = (RwSignal::new(false), RwSignal::new(false));
    Effect::new(move || open.set(under.with(Option::is_some)));
    view! {
        <Dialog
            open title=move || t().create() size=DialogSize::Medium dirty
            on_close=move || {
                under.try_set(None);
            }
        >
            {move || under.get_untracked().map(|under| view! { <CreateForm under open dirty on_done/> })}
        </Dialog>
    }
}

#[component]
fn CreateForm(
    under: CompanyRef,
    open: RwSignal<bool>,
    dirty: RwSignal<bool>,
    on_done: Callback<()>,
) -> impl IntoView {
    let (t, c, language) = (words(CompanyWords), words(CommonWords), use_language());
    let session = use_session();
    let toaster = use_toaster();
    let name = RwSignal::new(String::new());
    let parent = RwSignal::new(Some(under));
    let kind = RwSignal::new(CompanyKind::Customer.code().to_owned());
    let attempt = Attempt::default();
    let refused = attempt.refused();
    Effect::new(move || dirty.set(name.with(|name| !name.is_empty())));
    on_cleanup(move || {
        dirty.try_set(false);
    });
    let kinds = Memo::new(move |_| {
        let above = parent.get();
        let may = CompanyKind::ALL.into_iter().filter(|kind| {
            let may_hold = |above: &CompanyRef| above.kind.may_contain(*kind);
            above.as_ref().is_some_and(may_hold)
        });
        may.map(|kind| Choice::new(kind.code(), kind.words(language.get())))
            .collect::<Vec<_>>()
    });
    // Under another company another kind may be all that is allowed.
    Effect::new(move || {
        let allowed = kinds.get();
        if let Some(last) = allowed.last()
            && !allowed
                .iter()
                .any(|choice| choice.value == kind.get_untracked())
        {
            kind.set(last.value.clone());
        }
    });
    let submit = move || {
        refused.clear();
        let Some(above) = parent.get_untracked() else {
            return refused.set(Refusal::field("parent", Problem::Missing));
        };
        let draft = CompanyDraft {
            name: name.get_untracked(),
            kind: CompanyKind::from_code(&kind.get_untracked()).unwrap_or(CompanyKind::Customer),
            parent: above.id,
        };
        if let Err(refusal) = draft.check() {
            return refused.set(refusal);
        }
        attempt.make(session.ask(create_company(draft)), move |company| {
            toaster.say(Tone::Good, t().created(&company.name));
            open.try_set(false);
            on_done.run(());
        });
    };
    let fields = move || {
        [
            ("name", t().name()),
            ("parent", t().under()),
            ("kind", t().kind()),
        ]
        .map(|(name, label)| (name, label.to_owned()))
        .to_vec()
    };
    view! {
        <Form on_submit=submit busy=attempt.busy()>
            <div class="dialog-body">
                <RefusedSummary refused fields=Signal::derive(fields)/>
                <TextField
                    label=move || t().name() value=name name="name" required=true autofocus=true autocomplete="off"
                    error=refused.field("name")
                />
                <CompanyField label=move || t().under() value=parent name="parent" required=true error=refused.field("parent")/>
                <SelectField label=move || t().kind() value=kind choices=kinds name="kind" required=true error=refused.field("kind")/>
            </div>
            <DialogFoot>
                <Button on_click=move || open.set(false)>{move || c().cancel()}</Button>
                <Button kind=ButtonKind::Act submit=true busy=attempt.busy()>{move || t().create()}</Button>
            </DialogFoot>
        </Form>
    }
}

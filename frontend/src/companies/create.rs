//! Create company: under which, of which kind, of which name.

use app::{
    CompanyId,
    companies::{CompanyDraft, CompanyKind, CompanyNode, CompanyTree, api::create_company},
};
use leptos::{prelude::*, task::spawn_local};

use super::company_choices;
use crate::i18n::{CommonWords, CompanyWords, use_language, words};
use crate::session::use_session;
use crate::ui::{
    Button, ButtonKind, Choice, Dialog, DialogFoot, DialogSize, Form, Loaded, Refused,
    RefusedSummary, SelectField, TextField, Tone, use_toaster,
};

/// The dialog Create company.
#[component]
pub(super) fn CreateCompany(
    /// The company above at first; it is open while there is one.
    under: RwSignal<Option<CompanyNode>>,
    /// The companies to choose from.
    all: Loaded<CompanyTree>,
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
            {move || under.get_untracked().map(|under| view! { <CreateForm under open dirty all on_done/> })}
        </Dialog>
    }
}

#[component]
fn CreateForm(
    under: CompanyNode,
    open: RwSignal<bool>,
    dirty: RwSignal<bool>,
    all: Loaded<CompanyTree>,
    on_done: Callback<()>,
) -> impl IntoView {
    let (t, c, language) = (words(CompanyWords), words(CommonWords), use_language());
    let session = use_session();
    let toaster = use_toaster();
    let name = RwSignal::new(String::new());
    let parent = RwSignal::new(under.id.to_string());
    let kind = RwSignal::new(CompanyKind::Customer.code().to_owned());
    let refused = Refused::default();
    let busy = RwSignal::new(false);
    Effect::new(move || dirty.set(name.with(|name| !name.is_empty())));
    on_cleanup(move || {
        dirty.try_set(false);
    });
    let parents = Memo::new(move |_| {
        all.with(|tree| {
            tree.map(|tree| company_choices(&tree.companies))
                .unwrap_or_default()
        })
    });
    let parent_kind = move || {
        let id = parent.get();
        all.with(|tree| {
            let found = tree.and_then(|tree| {
                tree.companies
                    .iter()
                    .find(|company| company.id.to_string() == id)
            });
            found.map_or(under.kind, |company| company.kind)
        })
    };
    let kinds = Memo::new(move |_| {
        let may = CompanyKind::ALL
            .into_iter()
            .filter(|kind| parent_kind().may_contain(*kind));
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
        let draft = CompanyDraft {
            name: name.get_untracked(),
            kind: CompanyKind::from_code(&kind.get_untracked()).unwrap_or(CompanyKind::Customer),
            parent: CompanyId(parent.get_untracked().parse().unwrap_or(under.id.0)),
        };
        if let Err(refusal) = draft.check() {
            return refused.set(refusal);
        }
        busy.set(true);
        spawn_local(async move {
            match session.ask(create_company(draft)).await {
                Ok(company) => {
                    toaster.say(Tone::Good, t().created(&company.name));
                    open.set(false);
                    on_done.run(());
                }
                Err(refusal) => refused.set(refusal),
            }
            busy.try_set(false);
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
        <Form on_submit=submit busy>
            <div class="dialog-body">
                <RefusedSummary refused fields=Signal::derive(fields)/>
                <TextField
                    label=move || t().name() value=name name="name" required=true autofocus=true autocomplete="off"
                    error=refused.field("name")
                />
                <SelectField label=move || t().under() value=parent choices=parents name="parent" required=true error=refused.field("parent")/>
                <SelectField label=move || t().kind() value=kind choices=kinds name="kind" required=true error=refused.field("kind")/>
            </div>
            <DialogFoot>
                <Button on_click=move || open.set(false)>{move || c().cancel()}</Button>
                <Button kind=ButtonKind::Act submit=true busy>{move || t().create()}</Button>
            </DialogFoot>
        </Form>
    }
}

//! Move a company, with all that stands below it, under another.

use app::{
    CompanyId,
    companies::{CompanyChange, CompanyNode, CompanyTree, api::change_company},
};
use leptos::{prelude::*, task::spawn_local};

use super::{company_choices, load::told, path_to};
use crate::i18n::{CommonWords, CompanyWords, words};
use crate::session::use_session;
use crate::ui::{
    Button, ButtonKind, Dialog, DialogFoot, DialogSize, Form, Loaded, Refused, RefusedSummary,
    SelectField, Tone, use_toaster,
};

/// The dialog Move.
#[component]
pub(super) fn MoveCompany(
    /// Which company; it is open while there is one.
    which: RwSignal<Option<CompanyNode>>,
    /// The companies to choose from.
    all: Loaded<CompanyTree>,
    /// Told after it was moved, or somebody else was quicker.
    on_done: Callback<()>,
) -> impl IntoView {
    let t = words(CompanyWords);
    let (open, dirty) = (RwSignal::new(false), RwSignal::new(false));
    Effect::new(move || open.set(which.with(Option::is_some)));
    let title = move || {
        which.with(|which| {
            which
                .as_ref()
                .map(|company| t().move_of(&company.name))
                .unwrap_or_default()
        })
    };
    view! {
        <Dialog
            open title=Signal::derive(title) size=DialogSize::Small dirty
            on_close=move || {
                which.try_set(None);
            }
        >
            {move || which.get_untracked().map(|company| view! { <MoveForm company open dirty all on_done/> })}
        </Dialog>
    }
}

#[component]
fn MoveForm(
    company: CompanyNode,
    open: RwSignal<bool>,
    dirty: RwSignal<bool>,
    all: Loaded<CompanyTree>,
    on_done: Callback<()>,
) -> impl IntoView {
    let (t, c) = (words(CompanyWords), words(CommonWords));
    let session = use_session();
    let toaster = use_toaster();
    let at_first = company.parent.map(|id| id.to_string()).unwrap_or_default();
    let parent = RwSignal::new(at_first.clone());
    let refused = Refused::default();
    let busy = RwSignal::new(false);
    Effect::new(move || dirty.set(parent.with(|parent| *parent != at_first)));
    on_cleanup(move || {
        dirty.try_set(false);
    });
    let (id, version, kind) = (company.id, company.version, company.kind);
    // Only where this kind may stand, and never inside itself.
    let places = Memo::new(move |_| {
        all.with(|tree| {
            let companies = tree
                .map(|tree| tree.companies.as_slice())
                .unwrap_or_default();
            let allowed = |value: &str| {
                companies
                    .iter()
                    .find(|place| place.id.to_string() == value)
                    .is_some_and(|place| {
                        place.kind.may_contain(kind)
                            && place.id != id
                            && !path_to(companies, place.id)
                                .iter()
                                .any(|above| above.id == id)
                    })
            };
            let mut choices = company_choices(companies);
            choices.retain(|choice| allowed(&choice.value));
            choices
        })
    });
    let submit = move || {
        refused.clear();
        let Ok(under) = parent.get_untracked().parse().map(CompanyId) else {
            return;
        };
        if Some(under) == company.parent {
            return open.set(false);
        }
        busy.set(true);
        spawn_local(async move {
            let change = CompanyChange {
                name: None,
                parent: Some(under),
            };
            match session.ask(change_company(id, version, change)).await {
                Ok(company) => {
                    let above = company
                        .path
                        .last()
                        .map(|above| above.name.clone())
                        .unwrap_or_default();
                    toaster.say(Tone::Good, t().moved(&company.name, &above));
                    open.set(false);
                    on_done.run(());
                }
                Err(refusal) if told(&refusal, toaster, t()) => {
                    open.set(false);
                    on_done.run(());
                }
                Err(refusal) => refused.set(refusal),
            }
            busy.try_set(false);
        });
    };
    view! {
        <Form on_submit=submit busy>
            <div class="dialog-body">
                <RefusedSummary refused fields=Signal::derive(move || vec![("parent", t().under().to_owned())])/>
                <SelectField
                    label=move || t().under() value=parent choices=places name="parent" required=true
                    hint=move || t().move_hint() error=refused.field("parent")
                />
            </div>
            <DialogFoot>
                <Button on_click=move || open.set(false)>{move || c().cancel()}</Button>
                <Button kind=ButtonKind::Act submit=true busy>{move || t().move_()}</Button>
            </DialogFoot>
        </Form>
    }
}

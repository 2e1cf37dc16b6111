//! Move a company, with all that stands below it, under another.

use app::companies::{CompanyChange, CompanyNode, CompanyRef, api::change_company};
use leptos::prelude::*;

use super::{CompanyField, load::told};
use crate::i18n::{CommonWords, CompanyWords, words};
use crate::session::use_session;
use crate::ui::{
    Attempt, Button, ButtonKind, Dialog, DialogFoot, DialogSize, Form, RefusedSummary, Tone,
    use_toaster,
};

/// What is to be moved.
#[derive(Clone)]
pub(super) struct Moved {
    /// The company.
    pub company: CompanyNode,
    /// Where it stands now.
    pub above: Option<CompanyRef>,
}

/// The dialog Move.
#[component]
pub(super) fn MoveCompany(
    /// Which company; it is open while there is one.
    which: RwSignal<Option<Moved>>,
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
                .map(|moved| t().move_of(&moved.company.name))
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
            {move || which.get_untracked().map(|moved| view! { <MoveForm moved open dirty on_done/> })}
        </Dialog>
    }
}

#[component]
fn MoveForm(
    moved: Moved,
    open: RwSignal<bool>,
    dirty: RwSignal<bool>,
    on_done: Callback<()>,
) -> impl IntoView {
    let (t, c) = (words(CompanyWords), words(CommonWords));
    let session = use_session();
    let toaster = use_toaster();
    let Moved { company, above } = moved;
    let (id, version, at_first) = (company.id, company.version, company.parent);
    let parent = RwSignal::new(above);
    let chosen = move || parent.with(|parent| parent.as_ref().map(|parent| parent.id));
    let attempt = Attempt::default();
    let refused = attempt.refused();
    Effect::new(move || dirty.set(chosen() != at_first));
    on_cleanup(move || {
        dirty.try_set(false);
    });
    let submit = move || {
        refused.clear();
        let under = untrack(chosen);
        if under == at_first {
            return open.set(false);
        }
        let change = CompanyChange {
            name: None,
            parent: under,
        };
        let call = session.ask(change_company(id, version, change));
        attempt.settle(call, move |answer| {
            match answer {
                Ok(company) => {
                    let above = company.path.last().map(|above| above.name.as_str());
                    let words = t().moved(&company.name, above.unwrap_or_default());
                    toaster.say(Tone::Good, words);
                }
                Err(refusal) if told(&refusal, toaster, t()) => {}
                Err(refusal) => return Err(refusal),
            }
            open.try_set(false);
            on_done.run(());
            Ok(())
        });
    };
    view! {
        <Form on_submit=submit busy=attempt.busy()>
            <div class="dialog-body">
                <RefusedSummary refused fields=Signal::derive(move || vec![("parent", t().under().to_owned())])/>
                <CompanyField
                    label=move || t().under() value=parent name="parent" required=true place_for=id
                    hint=move || t().move_hint() error=refused.field("parent")
                />
            </div>
            <DialogFoot>
                <Button on_click=move || open.set(false)>{move || c().cancel()}</Button>
                <Button kind=ButtonKind::Act submit=true busy=attempt.busy()>{move || t().move_()}</Button>
            </DialogFoot>
        </Form>
    }
}

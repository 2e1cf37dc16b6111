//! Rename a company.

use app::companies::{CompanyChange, CompanyName, CompanyNode, api::change_company};
use leptos::prelude::*;

use super::load::told;
use crate::i18n::{CommonWords, CompanyWords, words};
use crate::session::use_session;
use crate::ui::{
    Attempt, Button, ButtonKind, Dialog, DialogFoot, DialogSize, Form, RefusedSummary, TextField,
    Tone, use_toaster,
};

/// The dialog Rename.
#[component]
pub(super) fn RenameCompany(
    /// Which company; it is open while there is one.
    which: RwSignal<Option<CompanyNode>>,
    /// Told after it has another name, or somebody else was quicker.
    on_done: Callback<()>,
) -> impl IntoView {
    let t = words(CompanyWords);
    let (open, dirty) = (RwSignal::new(false), RwSignal::new(false));
    Effect::new(move || open.set(which.with(Option::is_some)));
    let title = move || {
        which.with(|which| {
            which
                .as_ref()
                .map(|company| t().rename_of(&company.name))
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
            {move || which.get_untracked().map(|company| view! { <RenameForm company open dirty on_done/> })}
        </Dialog>
    }
}

#[component]
fn RenameForm(
    company: CompanyNode,
    open: RwSignal<bool>,
    dirty: RwSignal<bool>,
    on_done: Callback<()>,
) -> impl IntoView {
    let (t, c) = (words(CompanyWords), words(CommonWords));
    let session = use_session();
    let toaster = use_toaster();
    let name = RwSignal::new(company.name.clone());
    let attempt = Attempt::default();
    let refused = attempt.refused();
    let at_first = company.name.clone();
    Effect::new(move || dirty.set(name.with(|name| *name != at_first)));
    on_cleanup(move || {
        dirty.try_set(false);
    });
    let (id, version) = (company.id, company.version);
    let submit = move || {
        refused.clear();
        let typed = name.get_untracked();
        if let Err(problem) = CompanyName::parse(&typed) {
            return refused.set(app::Refusal::field("name", problem));
        }
        let change = CompanyChange {
            name: Some(typed),
            parent: None,
        };
        let call = session.ask(change_company(id, version, change));
        attempt.settle(call, move |answer| {
            match answer {
                Ok(company) => toaster.say(Tone::Good, t().renamed(&company.name)),
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
                <RefusedSummary refused fields=Signal::derive(move || vec![("name", t().name().to_owned())])/>
                <TextField
                    label=move || t().name() value=name name="name" required=true autofocus=true autocomplete="off"
                    error=refused.field("name")
                />
            </div>
            <DialogFoot>
                <Button on_click=move || open.set(false)>{move || c().cancel()}</Button>
                <Button kind=ButtonKind::Act submit=true busy=attempt.busy()>{move || t().rename()}</Button>
            </DialogFoot>
        </Form>
    }
}

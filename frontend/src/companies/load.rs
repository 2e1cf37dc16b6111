//! Asking for the companies of one's scope, and what all their dialogs do when somebody was quicker.

use app::{
    CompanyId, Refusal,
    companies::{
        CompanyQuery, CompanyTree,
        api::{get_company, get_company_tree},
    },
};
use leptos::prelude::*;

use crate::i18n::CompanyWords;
use crate::session::use_session;
use crate::ui::{Loaded, Toaster, Tone};

/// The companies of the caller's scope whose name contains `search`, and what stands above them.
pub fn load_companies(search: Signal<String>) -> Loaded<CompanyTree> {
    let session = use_session();
    Loaded::new(
        move || {
            Some(CompanyQuery {
                search: search.get(),
            })
        },
        move |query| session.ask(get_company_tree(query)),
    )
}

/// The name of the company chosen. One that the tree was too large to hold is asked for by itself.
pub fn load_name(
    companies: Loaded<CompanyTree>,
    chosen: Memo<Option<CompanyId>>,
) -> Signal<Option<String>> {
    let session = use_session();
    let in_tree = move |id: CompanyId| {
        companies.with(|tree| {
            let found = tree?.companies.iter().find(|company| company.id == id)?;
            Some(found.name.clone())
        })
    };
    let alone = Loaded::new(
        move || {
            chosen
                .get()
                .filter(|id| companies.is_here() && in_tree(*id).is_none())
        },
        move |id| session.ask(get_company(id)),
    );
    Signal::derive(move || {
        let id = chosen.get()?;
        in_tree(id).or_else(|| {
            alone.with(|company| Some(company.filter(|company| company.id == id)?.name.clone()))
        })
    })
}

/// Tells that somebody else has changed the company meanwhile, if that was the refusal.
pub(super) fn told(refusal: &Refusal, toaster: Toaster, t: CompanyWords) -> bool {
    let stale = *refusal == Refusal::Stale;
    if stale {
        toaster.say(Tone::Attention, t.stale());
    }
    stale
}

//! Asking for the companies of one's scope, and what all their dialogs do when somebody was quicker.

use app::{
    CompanyId, Refusal,
    companies::{
        Company, CompanyQuery, CompanyRef, CompanyTree,
        api::{get_company, get_company_tree},
    },
};
use leptos::prelude::*;

use crate::i18n::CompanyWords;
use crate::session::use_session;
use crate::ui::{Loaded, Toaster, Tone};

/// The companies of the caller's scope, as many as a tree holds.
pub fn load_companies() -> Loaded<CompanyTree> {
    load_found(|| Some(CompanyQuery::default()))
}

/// The companies that are asked for; nothing while there is no question.
pub fn load_found(question: impl Fn() -> Option<CompanyQuery> + 'static) -> Loaded<CompanyTree> {
    let session = use_session();
    Loaded::new(question, move |query| session.ask(get_company_tree(query)))
}

/// The company chosen, asked for by itself.
pub fn load_company(chosen: Memo<Option<CompanyId>>) -> Signal<Option<CompanyRef>> {
    let session = use_session();
    let company = Loaded::new(move || chosen.get(), move |id| session.ask(get_company(id)));
    Signal::derive(move || {
        let id = chosen.get()?;
        company.with(|company| {
            company
                .filter(|company| company.id == id)
                .map(Company::to_ref)
        })
    })
}

/// The company chosen. One that the tree was too large to hold is asked for by itself.
pub fn load_company_beside(
    companies: Loaded<CompanyTree>,
    chosen: Memo<Option<CompanyId>>,
) -> Signal<Option<CompanyRef>> {
    let in_tree = move |id: CompanyId| {
        companies.with(|tree| {
            let found = tree?.companies.iter().find(|company| company.id == id)?;
            Some(found.to_ref())
        })
    };
    let beyond = Memo::new(move |_| {
        chosen
            .get()
            .filter(|id| companies.is_here() && in_tree(*id).is_none())
    });
    let alone = load_company(beyond);
    Signal::derive(move || in_tree(chosen.get()?).or_else(|| alone.get()))
}

/// Tells that somebody else has changed the company meanwhile, if that was the refusal.
pub(super) fn told(refusal: &Refusal, toaster: Toaster, t: CompanyWords) -> bool {
    let stale = *refusal == Refusal::Stale;
    if stale {
        toaster.say(Tone::Attention, t.stale());
    }
    stale
}

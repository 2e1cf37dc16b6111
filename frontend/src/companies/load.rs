//! Asking for the companies of one's scope, and what all their dialogs do when somebody was quicker.

use app::{
    Refusal,
    companies::{CompanyQuery, CompanyTree, api::get_company_tree},
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

/// Tells that somebody else has changed the company meanwhile, if that was the refusal.
pub(super) fn told(refusal: &Refusal, toaster: Toaster, t: CompanyWords) -> bool {
    let stale = *refusal == Refusal::Stale;
    if stale {
        toaster.say(Tone::Attention, t.stale());
    }
    stale
}

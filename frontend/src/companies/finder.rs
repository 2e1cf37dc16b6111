//! The choice of a company of very many: found by typing its name.

use app::{
    CompanyId,
    companies::{CompanyQuery, CompanyTree},
};
use leptos::prelude::*;

use super::{in_order, load_found, path_to};
use crate::i18n::{CompanyWords, use_language, words};
use crate::ui::{Combobox, Suggestion};

/// More than these nobody reads through: typing finds the others.
const SHOWN: usize = 100;

/// A company or all of them, as a combobox. Nothing is asked for before it is opened.
#[component]
pub fn CompanyFinder(
    /// The company chosen.
    chosen: Signal<Option<CompanyId>>,
    /// Its name.
    name: Signal<Option<String>>,
    /// Chooses a company, or all of them.
    on_choose: Callback<Option<CompanyId>>,
) -> impl IntoView {
    let (t, language) = (words(CompanyWords), use_language());
    let search = RwSignal::new(None::<String>);
    let found = load_found(move || {
        search.get().map(|search| CompanyQuery {
            search,
            limit: Some(SHOWN as u32),
        })
    });
    let look_for = move |text: String| {
        // What an older search has found is not everything.
        if text.is_empty() {
            found.forget();
        }
        search.set(Some(text));
    };
    let suggestions = Memo::new(move |_| {
        let searching = search.with(|search| search.as_ref().is_some_and(|text| !text.is_empty()));
        let all = (!searching).then(|| Suggestion {
            label: t().all().to_owned(),
            ..Suggestion::default()
        });
        let companies = found.with(|tree| tree.map(suggest).unwrap_or_default());
        all.into_iter().chain(companies).collect::<Vec<_>>()
    });
    let cut = move || {
        found.with(|tree| tree.is_some_and(|tree| tree.more || tree.companies.len() > SHOWN))
    };
    let note = move || match found.refusal().get() {
        Some(refusal) => refusal.words(language.get()),
        None if suggestions.with(Vec::is_empty) && !found.busy().get() => {
            t().nothing_matches().to_owned()
        }
        None if cut() => t().more().to_owned(),
        None => String::new(),
    };
    let count = move || match suggestions.with(Vec::len) as u64 {
        0 => String::new(),
        count => t().found(count),
    };
    let shown = move || match chosen.get() {
        None => t().all().to_owned(),
        Some(_) => name.get().unwrap_or_default(),
    };
    view! {
        <Combobox
            label=move || t().company()
            chosen=Signal::derive(move || chosen.get().map(|id| id.to_string()).unwrap_or_default())
            shown=Signal::derive(shown)
            suggestions
            busy=found.busy()
            count=Signal::derive(count)
            note=Signal::derive(note)
            on_search=look_for
            on_choose=move |id: String| on_choose.run(id.parse().ok().map(CompanyId))
        />
    }
}

/// The companies as they stand in the tree, each with what is above it.
fn suggest(tree: &CompanyTree) -> Vec<Suggestion> {
    let above = |id| {
        let names = path_to(&tree.companies, id)
            .into_iter()
            .map(|company| company.name.as_str());
        names.collect::<Vec<_>>().join(" / ")
    };
    in_order(&tree.companies)
        .into_iter()
        .take(SHOWN)
        .map(|(level, company)| Suggestion {
            value: company.id.to_string(),
            label: company.name.clone(),
            within: above(company.id),
            level,
        })
        .collect()
}

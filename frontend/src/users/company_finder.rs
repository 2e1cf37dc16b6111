//! The choice of a company where there is no room for the tree: found by typing its name.

use app::{CompanyId, companies::CompanyTree};
use leptos::prelude::*;

use super::company_pane::load_found;
use crate::companies::{in_order, path_to};
use crate::i18n::{UserWords, use_language, words};
use crate::ui::{Combobox, Loaded, Suggestion};

/// More than these nobody reads through on a small screen: typing finds the others.
const SHOWN: usize = 100;

/// The company whose users are listed, as a combobox.
#[component]
pub(super) fn CompanyFinder(
    /// All companies, as far as they were sent.
    companies: Loaded<CompanyTree>,
    /// The company chosen.
    chosen: Signal<Option<CompanyId>>,
    /// Its name.
    name: Signal<Option<String>>,
    /// Chooses a company, or all of them.
    on_choose: Callback<Option<CompanyId>>,
) -> impl IntoView {
    let (t, language) = (words(UserWords), use_language());
    let search = RwSignal::new(String::new());
    let found = load_found(search);
    let searching = Memo::new(move |_| !search.with(String::is_empty));
    let answer = move || if searching.get() { found } else { companies };
    let suggestions = Memo::new(move |_| {
        let all = (!searching.get()).then(|| Suggestion {
            label: t().all_companies().to_owned(),
            ..Suggestion::default()
        });
        let companies = answer().with(|tree| tree.map(suggest).unwrap_or_default());
        all.into_iter().chain(companies).collect::<Vec<_>>()
    });
    let busy = Signal::derive(move || answer().busy().get());
    let cut = move || {
        answer().with(|tree| tree.is_some_and(|tree| tree.more || tree.companies.len() > SHOWN))
    };
    let note = move || match answer().refusal().get() {
        Some(refusal) => refusal.words(language.get()),
        None if suggestions.with(Vec::is_empty) && !busy.get() => t().no_company_found().to_owned(),
        None if cut() => t().more_companies().to_owned(),
        None => String::new(),
    };
    let count = move || match suggestions.with(Vec::len) as u64 {
        0 => String::new(),
        count => t().companies_found(count),
    };
    let shown = move || match chosen.get() {
        None => t().all_companies().to_owned(),
        Some(_) => name.get().unwrap_or_default(),
    };
    view! {
        <div class="company-finder">
            <Combobox
                label=move || t().company()
                chosen=Signal::derive(move || chosen.get().map(|id| id.to_string()).unwrap_or_default())
                shown=Signal::derive(shown)
                suggestions
                busy
                count=Signal::derive(count)
                note=Signal::derive(note)
                on_search=move |text| search.set(text)
                on_choose=move |id: String| on_choose.run(id.parse().ok().map(CompanyId))
            />
        </div>
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

//! The choice of a company of very many, or of all of them: found by typing its name.

use app::CompanyId;
use leptos::prelude::*;

use super::found::Found;
use crate::i18n::{CompanyWords, words};
use crate::ui::{Combobox, Suggestion};

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
    let t = words(CompanyWords);
    let found = Found::new(None);
    let suggestions = Memo::new(move |_| {
        let all = (!found.is_searching()).then(|| Suggestion {
            label: t().all().to_owned(),
            is_sought: true,
            ..Suggestion::default()
        });
        all.into_iter()
            .chain(found.suggestions())
            .collect::<Vec<_>>()
    });
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
            count=Found::count(suggestions.into())
            note=found.note(suggestions.into())
            on_search=move |text| found.look_for(text)
            on_choose=move |id: String| on_choose.run(id.parse().ok().map(CompanyId))
        />
    }
}

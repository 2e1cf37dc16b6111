//! The left side of Manage Users: the company tree with its search.

use std::collections::HashSet;

use app::{
    CompanyId,
    companies::{CompanyNode, CompanyQuery, CompanyRef, CompanyTree},
};
use leptos::prelude::*;

use crate::companies::{load_found, nest, path_to};
use crate::i18n::{CompanyWords, UserWords, words};
use crate::ui::{Icon, IconName, LoadFailed, Loaded, SearchField, Skeleton, Tree};

/// With no more companies than this the whole tree is open at first.
const FEW: usize = 25;

/// The tree of companies, of which one can be chosen.
#[component]
pub(super) fn CompanyPane(
    /// All companies, as far as they were sent.
    companies: Loaded<CompanyTree>,
    /// The company chosen.
    chosen: Signal<Option<CompanyId>>,
    /// Chooses a company, or all of them.
    on_choose: Callback<Option<CompanyId>>,
    /// Adds a user to a company; absent where that is not allowed.
    on_add: Signal<Option<Callback<CompanyRef>>>,
) -> impl IntoView {
    let (t, c) = (words(UserWords), words(CompanyWords));
    let search = RwSignal::new(String::new());
    let found = load_found(move || {
        let search = Some(search.get()).filter(|search| !search.is_empty());
        search.map(|search| CompanyQuery {
            search,
            ..CompanyQuery::default()
        })
    });
    let searching = Memo::new(move |_| !search.with(String::is_empty));
    let shown = move || if searching.get() { found } else { companies };
    let expanded = RwSignal::new(HashSet::new());
    // What is open at first, and what a search opens; afterwards the reader opens and closes.
    Effect::new(move || {
        shown().with(|tree| {
            let Some(CompanyTree { companies, .. }) = tree else {
                return;
            };
            let open = if searching.get() || companies.len() <= FEW {
                companies.iter().map(|company| company.id).collect()
            } else {
                let mut open: Vec<CompanyId> = companies
                    .iter()
                    .filter(|company| company.parent.is_none())
                    .map(|company| company.id)
                    .collect();
                let chosen = chosen.get_untracked();
                open.extend(
                    chosen
                        .iter()
                        .flat_map(|id| path_to(companies, *id))
                        .map(|company| company.id),
                );
                open
            };
            expanded.update(|expanded| expanded.extend(open.iter().map(CompanyId::to_string)));
        });
    });
    let nodes = Memo::new(move |_| {
        shown().with(|tree| tree.map(|tree| nest(&tree.companies)).unwrap_or_default())
    });
    let nothing_found = move || searching.get() && found.is_here() && nodes.with(Vec::is_empty);
    let more = move || shown().with(|tree| tree.is_some_and(|tree| tree.more));
    let company = move |id: &str| {
        let is_it = |company: &&CompanyNode| company.id.to_string() == id;
        untrack(shown).with(|tree| Some(tree?.companies.iter().find(is_it)?.to_ref()))
    };
    let choose = move |id: String| on_choose.run(id.parse().ok().map(CompanyId));
    let tree = move || {
        let selected = Signal::derive(move || chosen.get().map(|id| id.to_string()));
        let name = move |label: String| t().add_user_to(&label);
        match on_add.get() {
            Some(on_add) => view! {
                <Tree
                    label=move || c().companies() nodes expanded selected on_select=choose
                    action_name=Callback::new(name)
                    on_action=move |id: String| if let Some(company) = untrack(|| company(&id)) { on_add.run(company) }
                />
            }
            .into_any(),
            None => view! { <Tree label=move || c().companies() nodes expanded selected on_select=choose/> }.into_any(),
        }
    };
    view! {
        <section class="company-pane" aria-label=move || c().companies()>
            <SearchField
                label=move || c().search()
                value=search
                on_search=move |text| search.set(text)
            />
            <button
                type="button"
                class="company-all"
                aria-pressed=move || if chosen.get().is_none() { "true" } else { "false" }
                on:click=move |_| on_choose.run(None)
            >
                <Icon name=IconName::Company/>
                <span>{move || c().all()}</span>
            </button>
            <Show when=more><p class="pane-note">{move || c().more()}</p></Show>
            <LoadFailed refusal=Signal::derive(move || shown().refusal().get()) on_retry=move || shown().again()/>
            <Show when=move || !shown().is_here() && shown().busy().get()><Skeleton lines=8/></Show>
            <Show when=nothing_found><p class="pane-note">{move || c().nothing_matches()}</p></Show>
            <div class="company-tree">{tree}</div>
        </section>
    }
}

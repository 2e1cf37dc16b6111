//! The left side of Manage Users: the company tree with its search; a select where it is narrow.

use std::collections::HashSet;

use app::{
    CompanyId,
    companies::{CompanyQuery, CompanyTree, api::get_company_tree},
};
use leptos::prelude::*;

use crate::companies::{company_choices, nest, path_to};
use crate::i18n::{UserWords, words};
use crate::session::use_session;
use crate::ui::{Choice, Icon, IconName, LoadFailed, Loaded, SearchField, Skeleton, Tree};

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
    on_add: Signal<Option<Callback<CompanyId>>>,
) -> impl IntoView {
    let t = words(UserWords);
    let search = RwSignal::new(String::new());
    let found = load_found(search);
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
    let choose = move |id: String| on_choose.run(id.parse().ok().map(CompanyId));
    let tree = move || {
        let selected = Signal::derive(move || chosen.get().map(|id| id.to_string()));
        let name = move |label: String| t().add_user_to(&label);
        match on_add.get() {
            Some(on_add) => view! {
                <Tree
                    label=move || t().companies() nodes expanded selected on_select=choose
                    action_name=Callback::new(name)
                    on_action=move |id: String| if let Ok(id) = id.parse() { on_add.run(CompanyId(id)) }
                />
            }
            .into_any(),
            None => view! { <Tree label=move || t().companies() nodes expanded selected on_select=choose/> }.into_any(),
        }
    };
    view! {
        <section class="company-pane" aria-label=move || t().companies()>
            <SearchField
                label=move || t().find_company()
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
                <span>{move || t().all_companies()}</span>
            </button>
            <LoadFailed refusal=Signal::derive(move || shown().refusal().get()) on_retry=move || shown().again()/>
            <Show when=move || !shown().is_here() && shown().busy().get()><Skeleton lines=8/></Show>
            <Show when=nothing_found><p class="pane-note">{move || t().no_company_found()}</p></Show>
            <div class="company-tree">{tree}</div>
            <Show when=more><p class="pane-note">{move || t().more_companies()}</p></Show>
        </section>
        <CompanySelect companies chosen on_choose/>
    }
}

/// What the tree's search finds; nothing is asked while nothing is searched for.
fn load_found(search: RwSignal<String>) -> Loaded<CompanyTree> {
    let session = use_session();
    Loaded::new(
        move || {
            Some(search.get())
                .filter(|search| !search.is_empty())
                .map(|search| CompanyQuery { search })
        },
        move |query| session.ask(get_company_tree(query)),
    )
}

/// The same choice as a native select, seen instead of the tree where it is narrow.
#[component]
fn CompanySelect(
    companies: Loaded<CompanyTree>,
    chosen: Signal<Option<CompanyId>>,
    on_choose: Callback<Option<CompanyId>>,
) -> impl IntoView {
    let t = words(UserWords);
    let choices = Memo::new(move |_| {
        let mut choices = vec![Choice::new("", t().all_companies())];
        companies.with(|tree| {
            choices.extend(
                tree.map(|tree| company_choices(&tree.companies))
                    .unwrap_or_default(),
            )
        });
        choices
    });
    let value = Signal::derive(move || chosen.get().map(|id| id.to_string()).unwrap_or_default());
    view! {
        <div class="company-select select">
            <select
                class="input"
                aria-label=move || t().company()
                on:change:target=move |event| on_choose.run(event.target().value().parse().ok().map(CompanyId))
            >
                {move || choices.get().into_iter().map(|choice| {
                    let own = choice.value.clone();
                    view! {
                        <option value=choice.value prop:selected=move || value.get() == own>{choice.label}</option>
                    }
                }).collect_view()}
            </select>
            <Icon name=IconName::Down/>
        </div>
    }
}

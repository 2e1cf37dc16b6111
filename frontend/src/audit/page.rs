//! The Audit page: what happened, newest first, narrowed by the filters in the address.

use app::{
    audit::{AuditAction, api::list_audit_events},
    users::api::get_user,
};
use leptos::prelude::*;

use super::{table::AuditTable, view::AuditView};
use crate::i18n::{AuditWords, CommonWords, use_language, words};
use crate::session::use_session;
use crate::shell::PageTitle;
use crate::ui::{
    Button, ButtonKind, Choice, EmptyState, FilterBar, FilterChip, FilterSelect, IconName, Listing,
    Loaded, NothingMatches, Paging, SearchField, reader_zone, use_address,
};

/// The page Audit.
#[component]
pub fn AuditPage() -> impl IntoView {
    let t = words(AuditWords);
    let session = use_session();
    let address = use_address();
    let view = Memo::new(move |_| address.query.with(|query| AuditView::read(query)));
    let on_go = Callback::new(move |next: AuditView| address.go(next.write()));
    let zone = StoredValue::new(reader_zone());
    let events = Loaded::new(
        move || Some(view.with(|view| zone.with_value(|zone| view.question(zone)))),
        move |query| session.ask(list_audit_events(query)),
    );
    let clear = move || {
        on_go.run(AuditView {
            paging: view.get_untracked().paging.at_the_top(),
            ..AuditView::default()
        })
    };
    let empty = move || {
        if view.with(AuditView::is_filtered) {
            view! { <NothingMatches title=move || t().nothing_matches() on_clear=clear/> }
                .into_any()
        } else {
            view! { <EmptyState title=move || t().none_yet() icon=IconName::Audit/> }.into_any()
        }
    };
    view! {
        <PageTitle title=move || t().audit()/>
        <AuditFilters view on_go on_clear=clear/>
        <Listing
            page=events
            paging=Signal::derive(move || view.with(|view| view.paging.clone()))
            on_go=move |paging: Paging| on_go.run(AuditView { paging, ..view.get_untracked() })
            empty
        >
            <AuditTable events/>
        </Listing>
    }
}

#[component]
fn AuditFilters(
    view: Memo<AuditView>,
    on_go: Callback<AuditView>,
    #[prop(into)] on_clear: Callback<()>,
) -> impl IntoView {
    let (t, c, language) = (words(AuditWords), words(CommonWords), use_language());
    let change = move |change: &dyn Fn(&mut AuditView)| {
        let mut next = view.get_untracked();
        next.paging = next.paging.at_the_top();
        change(&mut next);
        on_go.run(next);
    };
    let actions = move || {
        let choice =
            |action: &AuditAction| Choice::new(action.code(), action.words(language.get()));
        AuditAction::ALL.iter().map(choice).collect::<Vec<_>>()
    };
    let results = move || {
        vec![
            Choice::new("done", t().done()),
            Choice::new("refused", t().refused()),
        ]
    };
    let result = move || match view.with(|view| view.succeeded) {
        None => "",
        Some(true) => "done",
        Some(false) => "refused",
    };
    view! {
        <FilterBar>
            <SearchField
                label=move || t().login_id()
                value=Signal::derive(move || view.with(|view| view.login_id.clone()))
                on_search=move |text: String| change(&|view| view.login_id.clone_from(&text))
            />
            <FilterSelect
                label=move || t().action()
                value=move || view.with(|view| view.action.map(AuditAction::code).unwrap_or_default().to_owned())
                choices=Signal::derive(actions)
                on_change=move |code: String| change(&|view| view.action = AuditAction::from_code(&code))
            />
            <FilterSelect
                label=move || t().result()
                value=Signal::derive(move || result().to_owned())
                choices=Signal::derive(results)
                on_change=move |code: String| change(&|view| view.succeeded = match code.as_str() {
                    "done" => Some(true),
                    "refused" => Some(false),
                    _ => None,
                })
            />
            <div class="day-filters">
                <DayFilter
                    label=move || t().from()
                    value=Signal::derive(move || view.with(|view| view.from.clone()))
                    on_change=move |day: String| change(&|view| view.from.clone_from(&day))
                />
                <DayFilter
                    label=move || t().until()
                    value=Signal::derive(move || view.with(|view| view.until.clone()))
                    on_change=move |day: String| change(&|view| view.until.clone_from(&day))
                />
            </div>
        </FilterBar>
        <Show when=move || view.with(AuditView::is_filtered)>
            <div class="filter-chips">
                <UserChip view on_remove=move || change(&|view| view.user = None)/>
                <Button kind=ButtonKind::Quiet icon=IconName::Close on_click=on_clear>{move || c().clear_filters()}</Button>
            </div>
        </Show>
    }
}

/// The user that a link from User Detail chose, by login ID.
#[component]
fn UserChip(view: Memo<AuditView>, #[prop(into)] on_remove: Callback<()>) -> impl IntoView {
    let session = use_session();
    let chosen = Memo::new(move |_| view.with(|view| view.user));
    let user = Loaded::new(move || chosen.get(), move |id| session.ask(get_user(id)));
    let label = move || {
        let id = chosen.get();
        user.with(|user| {
            user.filter(|user| Some(user.id) == id)
                .map(|user| user.login_id.clone())
        })
        .unwrap_or_else(|| id.map(|id| format!("#{id}")).unwrap_or_default())
    };
    move || {
        chosen
            .get()
            .map(|_| view! { <FilterChip label=Signal::derive(label) on_remove/> })
    }
}

/// A day, small enough to stand in the row above the list.
#[component]
fn DayFilter(
    #[prop(into)] label: Signal<String>,
    value: Signal<String>,
    #[prop(into)] on_change: Callback<String>,
) -> impl IntoView {
    view! {
        <label class="day-filter">
            <span>{move || label.get()}</span>
            <input
                class="input"
                type="date"
                prop:value=move || value.get()
                on:change:target=move |event| on_change.run(event.target().value())
            />
        </label>
    }
}

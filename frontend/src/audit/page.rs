//! The Audit page: what happened, newest first, narrowed by the filters in the address.

use app::audit::{ExportFormat, api::list_audit_events};
use leptos::prelude::*;

use super::{filters::AuditFilters, table::AuditTable, view::AuditView};
use crate::i18n::{AuditWords, words};
use crate::session::use_session;
use crate::shell::PageTitle;
use crate::ui::{
    EmptyState, Icon, IconName, Listing, Loaded, Menu, MenuDownload, NothingMatches, Paging,
    reader_zone, use_address,
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
    let export = move |format| {
        Signal::derive(move || view.with(|view| zone.with_value(|zone| view.export(format, zone))))
    };
    let (csv, json) = (export(ExportFormat::Csv), export(ExportFormat::Json));
    let actions = move || {
        view! {
            <Menu trigger=move || view! { <Icon name=IconName::Download/><span>{move || t().export()}</span> }>
                <MenuDownload href=csv>{move || t().as_csv()}</MenuDownload>
                <MenuDownload href=json>{move || t().as_json()}</MenuDownload>
            </Menu>
        }
    };
    view! {
        <PageTitle title=move || t().audit() actions/>
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

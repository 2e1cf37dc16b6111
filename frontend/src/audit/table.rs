//! The list of audit events, each with what it changed, to be opened.

use app::{
    Page,
    audit::{AuditEvent, AuditOrigin},
    users::UserRef,
};
use leptos::prelude::*;

use super::more::EventMore;
use crate::i18n::{AuditWords, CommonWords, use_language, words};
use crate::ui::{
    Button, ButtonKind, Cell, Column, DateTime, IconName, Loaded, Pill, Row, SkeletonRows, Table,
    Tone, browser,
};

/// How many columns the table has.
const COLUMNS: usize = 7;

/// The table of events.
#[component]
pub(super) fn AuditTable(events: Loaded<Page<AuditEvent>>) -> impl IntoView {
    let t = words(AuditWords);
    let columns = move || {
        vec![
            Column::new("when", t().when()),
            Column::new("who", t().who()),
            Column::new("what", t().what()),
            Column::new("whom", t().whom()),
            Column::new("result", t().result()),
            Column::new("address", t().address()),
            Column::new("details", t().details()).silent(),
        ]
    };
    let rows = move || events.with(|page| page.map(|page| page.items.clone()).unwrap_or_default());
    view! {
        <div class="audit-table">
            <Table caption=move || t().audit() columns=Signal::derive(columns) busy=events.busy()>
                <Show when=move || !events.is_here()>
                    <SkeletonRows rows=20 columns=COLUMNS/>
                </Show>
                <For each=rows key=|event| event.id let:event><EventLine event/></For>
            </Table>
        </div>
    }
}

#[component]
fn Person(who: Option<UserRef>, #[prop(optional, into)] nobody: Signal<String>) -> impl IntoView {
    match who {
        Some(who) => {
            view! { <a href=format!("/admin/users/{}", who.id) title=who.name>{who.login_id}</a> }
                .into_any()
        }
        None => view! { <span class="nothing">{move || nobody.get()}</span> }.into_any(),
    }
}

/// From where it was done; what no request did came from nowhere.
#[component]
pub fn Address(origin: AuditOrigin, address: String) -> impl IntoView {
    match origin {
        AuditOrigin::Request => view! { <span class="mono">{address}</span> }.into_any(),
        AuditOrigin::CommandLine | AuditOrigin::Doorward => "–".into_any(),
    }
}

#[component]
fn EventLine(event: AuditEvent) -> impl IntoView {
    let (t, c, language) = (words(AuditWords), words(CommonWords), use_language());
    let open = RwSignal::new(false);
    let (action, succeeded, origin) = (event.action, event.succeeded, event.origin);
    let below = StoredValue::new(browser::unique_id("event"));
    let behind = event.behind.clone().map(|behind| behind.login_id);
    let (at, address, actor, subject) = (
        event.at.to_string(),
        event.address.clone(),
        event.actor.clone(),
        event.subject.clone(),
    );
    let company = event
        .company
        .clone()
        .filter(|_| subject.is_none())
        .map(|company| company.name);
    let event = StoredValue::new(event);
    view! {
        <Row>
            <Cell label=move || t().when()><DateTime at/></Cell>
            <Cell label=move || t().who()>
                <Person who=actor nobody=move || t().without_actor(origin)/>
                {behind.map(|by| view! { <span class="audit-behind">{move || c().comma()}{move || t().by(&by)}</span> })}
            </Cell>
            <Cell head=true label=move || t().what()>{move || action.words(language.get())}</Cell>
            <Cell label=move || t().whom()>
                {match company {
                    Some(company) => company.into_any(),
                    None => view! { <Person who=subject nobody="–"/> }.into_any(),
                }}
            </Cell>
            <Cell label=move || t().result()>
                <span class="mark-bare">
                    <Pill tone=if succeeded { Tone::Good } else { Tone::Danger }>
                        {move || if succeeded { t().done() } else { t().refused() }}
                    </Pill>
                </span>
            </Cell>
            <Cell label=move || t().address()><Address origin address/></Cell>
            <Cell>
                <Button
                    kind=ButtonKind::Quiet icon=IconName::Down icon_only=true
                    name=move || t().details_of(action.words(language.get()))
                    on_click=move || open.update(|open| *open = !*open)
                    attr:aria-expanded=move || if open.get() { "true" } else { "false" }
                    attr:aria-controls=below.get_value()
                />
            </Cell>
        </Row>
        <tr class="audit-more" role="row" id=below.get_value() hidden=move || !open.get()>
            <td role="cell" colspan=COLUMNS.to_string()>
                {move || open.get().then(|| view! { <EventMore event=event.get_value()/> })}
            </td>
        </tr>
    }
}

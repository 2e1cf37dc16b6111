//! User Detail, Activity: what the user did and what was done to them lately.

use app::{
    PageQuery, UserId,
    audit::{AuditEvent, AuditFilter, AuditQuery, api::list_audit_events},
};
use leptos::prelude::*;

use crate::audit::Address;
use crate::i18n::{AuditWords, CommonWords, UserWords, use_language, words};
use crate::session::use_session;
use crate::ui::{
    Cell, Column, DateTime, LinkButton, LoadFailed, Loaded, Pill, Row, Section, Skeleton, Table,
    Tone,
};

/// So many events are shown here; the rest is in Audit.
const LATEST: u32 = 10;

/// The section Activity.
#[component]
pub(super) fn ActivitySection(
    id: UserId,
    /// Counts what may have left events.
    round: RwSignal<u32>,
) -> impl IntoView {
    let t = words(UserWords);
    let session = use_session();
    let events = Loaded::new(
        move || {
            round.track();
            let page = PageQuery {
                limit: Some(LATEST),
                ..PageQuery::default()
            };
            let filter = AuditFilter {
                user: Some(id),
                ..AuditFilter::default()
            };
            Some(AuditQuery { filter, page })
        },
        move |query| session.ask(list_audit_events(query)),
    );
    let some = move || events.with(|page| page.is_some_and(|page| !page.items.is_empty()));
    let none = move || events.with(|page| page.is_some_and(|page| page.items.is_empty()));
    let link = move || {
        view! {
            <LinkButton href=format!("/admin/audit?user={id}")>{move || t().all_in_audit()}</LinkButton>
        }
    };
    let rows = move || {
        let items = events.with(|page| page.map(|page| page.items.clone()).unwrap_or_default());
        items
            .into_iter()
            .map(|event| view! { <EventRow event/> })
            .collect_view()
    };
    let a = words(AuditWords);
    let columns = move || {
        vec![
            Column::new("when", a().when()),
            Column::new("what", a().what()),
            Column::new("who", a().who()),
            Column::new("address", a().address()),
        ]
    };
    view! {
        <Section id="activity" title=move || t().activity() actions=link>
            <LoadFailed refusal=events.refusal() on_retry=move || events.again()/>
            <Show when=move || !events.is_here() && events.busy().get()><Skeleton lines=4/></Show>
            <Show when=none><p class="nothing">{move || t().no_activity()}</p></Show>
            <Show when=some>
                <Table caption=move || t().activity() columns=Signal::derive(columns) compact=true busy=events.busy()>{rows}</Table>
            </Show>
        </Section>
    }
}

#[component]
fn EventRow(event: AuditEvent) -> impl IntoView {
    let (a, c, language) = (words(AuditWords), words(CommonWords), use_language());
    let refused = !event.succeeded;
    let behind = event.behind.map(|behind| behind.login_id);
    view! {
        <Row>
            <Cell label=move || a().when()><DateTime at=event.at.to_string()/></Cell>
            <Cell label=move || a().what()>
                {move || event.action.words(language.get())}
                {refused.then(|| view! { " "<Pill tone=Tone::Danger>{move || a().refused()}</Pill> })}
            </Cell>
            <Cell label=move || a().who()>
                {move || event.actor.as_ref().map_or_else(|| a().without_actor(event.origin).to_owned(), |actor| actor.login_id.clone())}
                {behind.map(|by| view! { {move || c().comma()}{move || a().by(&by)} })}
            </Cell>
            <Cell label=move || a().address()><Address origin=event.origin address=event.address/></Cell>
        </Row>
    }
}

//! Recent activity: what one did, and what was done to one's account.

use app::account::{ActivityEvent, api::list_activity};
use leptos::prelude::*;

use crate::i18n::{AccountWords, AuditWords, CommonWords, use_language, words};
use crate::session::use_session;
use crate::ui::{
    Cell, Column, DateTime, EmptyState, IconName, Listing, Loaded, Paging, Pill, Row, Section,
    SkeletonRows, Table, Tone, address::format_query, use_address,
};

const COLUMNS: usize = 4;

/// The section Recent activity; its page is kept in the address.
#[component]
pub(super) fn ActivitySection(
    /// Counts what may have left events.
    round: RwSignal<u32>,
) -> impl IntoView {
    let (t, a) = (words(AccountWords), words(AuditWords));
    let session = use_session();
    let address = use_address();
    let paging = Memo::new(move |_| address.query.with(|query| Paging::read(query)));
    let events = Loaded::new(
        move || {
            round.track();
            Some(paging.with(Paging::question))
        },
        move |page| session.ask(list_activity(page)),
    );
    let go = move |next: Paging| address.go(format_query(&next.write()));
    let columns = move || {
        vec![
            Column::new("when", a().when()),
            Column::new("what", a().what()),
            Column::new("who", a().who()),
            Column::new("address", a().address()),
        ]
    };
    let rows = move || events.with(|page| page.map(|page| page.items.clone()).unwrap_or_default());
    view! {
        <Section id="activity" title=move || t().activity()>
            <p class="section-lead">{move || t().activity_about()}</p>
            <Listing
                page=events
                paging
                on_go=go
                empty=move || view! { <EmptyState title=move || a().none_yet() icon=IconName::Activity/> }
            >
                <Table caption=move || t().activity() columns=Signal::derive(columns) compact=true busy=events.busy()>
                    <Show when=move || !events.is_here()><SkeletonRows rows=10 columns=COLUMNS/></Show>
                    <For each=rows key=|event| event.id let:event><EventRow event/></For>
                </Table>
            </Listing>
        </Section>
    }
}

#[component]
fn EventRow(event: ActivityEvent) -> impl IntoView {
    let (t, a, language) = (words(AccountWords), words(AuditWords), use_language());
    let c = words(CommonWords);
    let me = use_session().me_untracked().map(|me| me.id);
    let (action, origin, refused) = (event.action, event.origin, !event.succeeded);
    let behind = event.behind.map(|behind| behind.login_id);
    let subject = event
        .subject
        .filter(|subject| Some(subject.id) != me)
        .map(|subject| subject.login_id);
    let who = move || match &event.actor {
        Some(actor) if Some(actor.id) == me => t().you().to_owned(),
        Some(actor) => actor.login_id.clone(),
        None => a().without_actor(origin).to_owned(),
    };
    view! {
        <Row>
            <Cell label=move || a().when()><DateTime at=event.at.to_string()/></Cell>
            <Cell head=true label=move || a().what()>
                {move || action.words(language.get())}
                {subject.map(|login_id| view! { {move || c().colon()}<span class="mono">{login_id}</span> })}
                {refused.then(|| view! { " "<Pill tone=Tone::Danger>{move || a().refused()}</Pill> })}
            </Cell>
            <Cell label=move || a().who()>
                {who}
                {behind.map(|by| view! { <span class="audit-behind">{move || c().comma()}{move || a().by(&by)}</span> })}
            </Cell>
            <Cell label=move || a().address()><span class="mono">{event.address.unwrap_or_else(|| "–".to_owned())}</span></Cell>
        </Row>
    }
}

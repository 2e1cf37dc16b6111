//! The page Jobs: one's own, newest first.

use app::{
    Page, grouped,
    jobs::{Job, api::list_jobs},
};
use leptos::prelude::*;

use super::about::{progress_in_words, state_tone, work_in_words};
use crate::i18n::{JobWords, use_language, words};
use crate::session::use_session;
use crate::shell::PageTitle;
use crate::ui::{
    Button, Cell, Column, DateTime, EmptyState, IconName, LinkButton, Listing, Loaded, Paging,
    Pill, Row, SkeletonRows, Table, address::format_query, use_address,
};

/// The page Jobs.
#[component]
pub fn JobsPage() -> impl IntoView {
    let t = words(JobWords);
    let session = use_session();
    let address = use_address();
    let paging = Memo::new(move |_| address.query.with(|query| Paging::read(query)));
    let jobs = Loaded::new(
        move || Some(paging.with(Paging::question)),
        move |page| session.ask(list_jobs(page)),
    );
    let columns = move || {
        vec![
            Column::new("what", t().what()),
            Column::new("state", t().state()),
            Column::new("users", t().users()).numeric(),
            Column::new("asked", t().asked()),
            Column::new("ended", t().ended()),
        ]
    };
    let rows = move || {
        jobs.with(|page: Option<&Page<Job>>| {
            page.map(|page| page.items.clone()).unwrap_or_default()
        })
    };
    let empty = move || {
        view! {
            <EmptyState title=move || t().none_yet() icon=IconName::Activity>
                <LinkButton href="/admin/users" icon=IconName::Users>{move || t().back_to_users()}</LinkButton>
            </EmptyState>
        }
    };
    let actions = move || {
        view! { <Button icon=IconName::Refresh busy=jobs.busy() on_click=move || jobs.again()>{move || t().refresh()}</Button> }
    };
    view! {
        <p class="back"><a href="/admin/users">"‹ "{move || t().back_to_users()}</a></p>
        <PageTitle title=move || t().jobs() actions>
            <p class="page-note">{move || t().kept()}</p>
        </PageTitle>
        <Listing page=jobs paging on_go=move |paging: Paging| address.go(format_query(&paging.write())) empty>
            <Table caption=move || t().jobs() columns=Signal::derive(columns) busy=jobs.busy()>
                <Show when=move || !jobs.is_here()>
                    <SkeletonRows rows=8 columns=5/>
                </Show>
                <For each=rows key=|job| (job.id, job.state, job.counts) let:job><JobLine job/></For>
            </Table>
        </Listing>
    }
}

#[component]
fn JobLine(job: Job) -> impl IntoView {
    let (t, language) = (words(JobWords), use_language());
    let (id, state, rows) = (job.id, job.state, job.counts.rows);
    let (created_at, ended_at) = (job.created_at, job.ended_at);
    let kept = StoredValue::new(job);
    let progress = move || {
        let working = state.is_working();
        working.then(|| {
            let text = kept.with_value(|job| progress_in_words(t(), job));
            view! { <p class="job-progress-note">{text}</p> }
        })
    };
    view! {
        <Row>
            <Cell head=true label=move || t().what()>
                <a class="row-link" href=format!("/admin/jobs/{id}")>{move || kept.with_value(|job| work_in_words(t(), job))}</a>
            </Cell>
            <Cell label=move || t().state()>
                <Pill tone=state_tone(state)>{move || state.words(language.get())}</Pill>
                {progress}
            </Cell>
            <Cell numeric=true label=move || t().users()>{grouped(rows)}</Cell>
            <Cell label=move || t().asked()><DateTime at=created_at.to_string()/></Cell>
            <Cell label=move || t().ended()>
                {match ended_at {
                    Some(at) => view! { <DateTime at=at.to_string()/> }.into_any(),
                    None => view! { <span class="nothing">"–"</span> }.into_any(),
                }}
            </Cell>
        </Row>
    }
}

//! The rows of a job: each user, what became of them or would, and why not.

use app::{
    Page,
    jobs::{ImportedRow, Job, JobRow, JobState, JobWork, RowOutcome, api::list_job_rows},
    users::UserRef,
};
use leptos::prelude::*;

use super::{
    about::{outcome_in_words, outcome_tone},
    changes::Changes,
    downloads::{Downloads, RefusedHint},
    view::RowsView,
};
use crate::i18n::{JobWords, words};
use crate::session::use_session;
use crate::ui::{
    Breakable, Cell, Choice, Column, FilterBar, FilterSelect, Listing, Loaded, NothingMatches,
    Paging, Pill, Row, SkeletonRows, Table, use_address,
};

/// The list of rows with its filter.
#[component]
pub(super) fn JobRows(job: Loaded<Job>) -> impl IntoView {
    let t = words(JobWords);
    let session = use_session();
    let address = use_address();
    let view = Memo::new(move |_| address.query.with(|query| RowsView::read(query)));
    let on_go = Callback::new(move |next: RowsView| address.go(next.write()));
    let state =
        Memo::new(move |_| job.with(|job| job.map_or(JobState::Previewing, |job| job.state)));
    // Asked anew whenever the job has come further.
    let question = Memo::new(move |_| {
        job.with(|job| job.map(|job| (job.id, job.state, job.counts)))
            .map(|(id, ..)| id)
    });
    let counts = Memo::new(move |_| job.with(|job| job.map(|job| (job.state, job.counts))));
    let rows = Loaded::new(
        move || {
            let id = question.get()?;
            counts.track();
            Some((id, view.with(RowsView::question)))
        },
        move |(id, query)| session.ask(list_job_rows(id, query)),
    );
    let outcomes = move || {
        let state = state.get();
        RowOutcome::ALL
            .into_iter()
            .filter(|outcome| {
                counts
                    .get()
                    .is_some_and(|(_, counts)| counts.of(*outcome) > 0)
            })
            .map(|outcome| Choice::new(outcome.code(), outcome_in_words(t(), outcome, state)))
            .collect::<Vec<_>>()
    };
    let top = move || view.with_untracked(|view| view.paging.at_the_top());
    let clear = move || {
        on_go.run(RowsView {
            outcome: None,
            paging: top(),
        })
    };
    let empty = move || {
        view! { <NothingMatches title=move || t().nothing_matches() on_clear=clear/> }.into_any()
    };
    let imports = Memo::new(move |_| {
        job.with(|job| job.is_some_and(|job| matches!(job.work, JobWork::Import(_))))
    });
    let columns = move || match imports.get() {
        true => vec![
            Column::new("line", t().line()).numeric(),
            Column::new("login_id", t().login_id()),
            Column::new("outcome", t().outcome()),
            Column::new("changes", t().changes()),
        ],
        false => vec![
            Column::new("user", t().user()),
            Column::new("name", t().name()),
            Column::new("outcome", t().outcome()),
            Column::new("why", t().why()),
        ],
    };
    let title = move || match state.get() {
        JobState::Receiving | JobState::Previewing | JobState::Ready => t().preview(),
        JobState::Running | JobState::Done | JobState::Cancelled | JobState::Failed => {
            t().results()
        }
    };
    let items = move || {
        rows.with(|page: Option<&Page<JobRow>>| {
            page.map(|page| page.items.clone()).unwrap_or_default()
        })
    };
    view! {
        <section aria-labelledby="results-heading">
            <div class="job-results-head">
                <h2 class="section-title" id="results-heading">{title}</h2>
                <FilterBar>
                    <FilterSelect
                        label=move || t().all_outcomes()
                        value=move || view.with(|view| view.outcome.map(RowOutcome::code).unwrap_or_default().to_owned())
                        choices=Signal::derive(outcomes)
                        on_change=move |code: String| on_go.run(RowsView {
                            outcome: RowOutcome::from_code(&code),
                            paging: top(),
                        })
                    />
                </FilterBar>
                <Downloads job/>
            </div>
            <RefusedHint job/>
            <Listing
                page=rows
                paging=Signal::derive(move || view.with(|view| view.paging.clone()))
                on_go=move |paging: Paging| on_go.run(RowsView { paging, ..view.get_untracked() })
                empty
            >
                <Table caption=title columns=Signal::derive(columns)>
                    <Show when=move || !rows.is_here()>
                        <SkeletonRows rows=10 columns=4/>
                    </Show>
                    <For each=items key=|row| (row.position, row.outcome) let:row>
                        {match row.imported.clone() {
                            Some(imported) => view! { <ImportedLine row imported state/> }.into_any(),
                            None => view! { <RowLine row state/> }.into_any(),
                        }}
                    </For>
                </Table>
            </Listing>
        </section>
    }
}

/// A row about a user who is there.
#[component]
fn RowLine(row: JobRow, state: Memo<JobState>) -> impl IntoView {
    let t = words(JobWords);
    let name = row.user.as_ref().map(|user| user.name.clone());
    let along = row
        .along_with
        .map(|_| view! { <span class="job-along">{move || t().along_with()}</span> });
    let who = match (row.user, row.user_id) {
        (Some(user), _) => view! { <UserLink user/> }.into_any(),
        // Outside the reader's scope, or not there at all: the two look alike.
        (None, Some(id)) => {
            view! { <span class="nothing">{move || t().hidden_user(&id.to_string())}</span> }
                .into_any()
        }
        (None, None) => ().into_any(),
    };
    view! {
        <Row>
            <Cell head=true label=move || t().user()>{who}{along}</Cell>
            <Cell label=move || t().name()>{name}</Cell>
            <OutcomeCell outcome=row.outcome state/>
            <Cell label=move || t().why()>
                {match row.why {
                    Some(why) => why.into_any(),
                    None => view! { <span class="nothing">"–"</span> }.into_any(),
                }}
            </Cell>
        </Row>
    }
}

/// A row of a file.
#[component]
fn ImportedLine(row: JobRow, imported: ImportedRow, state: Memo<JobState>) -> impl IntoView {
    let t = words(JobWords);
    let who = match row.user {
        Some(user) => view! { <UserLink user/> }.into_any(),
        None => view! { <Breakable text=imported.login_id/> }.into_any(),
    };
    let what = match row.why {
        Some(why) => Some(view! { <p class="change-refused">{why}</p> }.into_any()),
        None if imported.differences.is_empty() => None,
        None => Some(view! { <Changes differences=imported.differences/> }.into_any()),
    };
    view! {
        <Row>
            <Cell numeric=true label=move || t().line()>{imported.line.to_string()}</Cell>
            <Cell head=true label=move || t().login_id()>{who}</Cell>
            <OutcomeCell outcome=row.outcome state/>
            <Cell>{what}</Cell>
        </Row>
    }
}

#[component]
fn UserLink(user: UserRef) -> impl IntoView {
    view! { <a class="row-link" href=format!("/admin/users/{}", user.id)><Breakable text=user.login_id/></a> }
}

#[component]
fn OutcomeCell(outcome: RowOutcome, state: Memo<JobState>) -> impl IntoView {
    let t = words(JobWords);
    view! {
        <Cell label=move || t().outcome()>
            <Pill tone=outcome_tone(outcome)>{move || outcome_in_words(t(), outcome, state.get())}</Pill>
        </Cell>
    }
}

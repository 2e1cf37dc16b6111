//! The page of one job: what would happen, how far it has come, what became of each user.

use std::time::Duration;

use app::{
    JobId,
    jobs::{
        Job, JobState, JobWork,
        api::{cancel_job, get_job},
    },
};
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};
use leptos_router::hooks::use_params_map;

use super::{
    about::{progress_in_words, state_tone, work_in_words},
    rows::JobRows,
    start::StartJob,
    tally::Tally,
};
use crate::i18n::{JobWords, use_language, words};
use crate::session::use_session;
use crate::shell::PageTitle;
use crate::ui::{
    Attempt, Button, ConfirmDialog, DateTime, LoadFailed, Loaded, Pill, ProgressBar, Skeleton,
    Tone, use_toaster,
};

/// How often one looks how far it has come.
const LOOK_AGAIN: Duration = Duration::from_millis(1000);

/// The page of one job.
#[component]
pub fn JobPage() -> impl IntoView {
    let t = words(JobWords);
    let session = use_session();
    let params = use_params_map();
    let id = Memo::new(move |_| {
        params.with(|params| {
            params
                .get_str("id")
                .and_then(|id| id.parse().ok().map(JobId))
        })
    });
    let job = Loaded::new(move || id.get(), move |id| session.ask(get_job(id)));
    look_again_while_it_works(job);
    let title = move || {
        job.with(|job| job.map_or_else(|| t().jobs().to_owned(), |job| work_in_words(t(), job)))
    };
    // How many rows there are is not known before the file has been read.
    let is_receiving =
        Memo::new(move |_| job.with(|job| job.is_some_and(|job| job.state == JobState::Receiving)));
    let actions = move || view! { <Acts job/> };
    view! {
        <p class="back"><a href="/admin/jobs">"‹ "{move || t().back_to_jobs()}</a></p>
        <PageTitle title=Signal::derive(title) actions>
            {move || job.get().map(|job| view! { <Facts job/> })}
        </PageTitle>
        <LoadFailed refusal=job.refusal() on_retry=move || job.again()/>
        <Show when=move || job.is_here() fallback=move || job.busy().get().then(|| view! { <Skeleton lines=8/> })>
            <HowFar job/>
            <Show when=move || !is_receiving.get()>
                <Tally job/>
                <JobRows job/>
            </Show>
        </Show>
    }
}

/// Asks again and again until the server has nothing more to do at it.
fn look_again_while_it_works(job: Loaded<Job>) {
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    Effect::new(move || {
        stop();
        if job.with(|job| job.is_some_and(|job| job.state.is_working())) {
            timer.set_value(set_timeout_with_handle(move || job.again(), LOOK_AGAIN).ok());
        }
    });
    on_cleanup(stop);
}

/// Number, state, and when it was asked for, started and ended.
#[component]
fn Facts(job: Job) -> impl IntoView {
    let (t, language) = (words(JobWords), use_language());
    let (id, state) = (job.id.to_string(), job.state);
    let moments = [
        (
            JobWords::asked as fn(JobWords) -> &'static str,
            Some(job.created_at),
        ),
        (JobWords::started, job.started_at),
        (JobWords::ended, job.ended_at),
    ];
    let moments = moments.into_iter().filter_map(|(label, at)| {
        let at = at?;
        Some(view! { <span>{move || label(t())}" "<DateTime at=at.to_string()/></span> })
    });
    view! {
        <div class="job-facts">
            <Pill tone=state_tone(state)>{move || state.words(language.get())}</Pill>
            <span>{move || t().job(&id)}</span>
            {moments.collect_view()}
        </div>
    }
}

/// Start and Cancel, as far as there is something to start or to cancel.
#[component]
fn Acts(job: Loaded<Job>) -> impl IntoView {
    let state = Memo::new(move |_| job.with(|job| job.map(|job| job.state)));
    let to_do = Memo::new(move |_| job.with(|job| job.map_or(0, |job| job.counts.to_do())));
    let can_start = move || state.get() == Some(JobState::Ready) && to_do.get() > 0;
    let can_cancel = move || state.get().is_some_and(|state| !state.is_over());
    view! {
        <Show when=can_cancel><CancelJob job/></Show>
        <Show when=can_start><StartJob job/></Show>
    }
}

#[component]
fn CancelJob(job: Loaded<Job>) -> impl IntoView {
    let t = words(JobWords);
    let session = use_session();
    let toaster = use_toaster();
    let (open, attempt) = (RwSignal::new(false), Attempt::default());
    let cancel = move || {
        let Some(id) = job.get_untracked().map(|job| job.id) else {
            return;
        };
        attempt.make(session.ask(cancel_job(id)), move |now| {
            open.try_set(false);
            toaster.say(Tone::Good, t().was_cancelled());
            job.put(now);
        });
    };
    // Of what is not running nothing is lost that a question would save.
    let ask = move || {
        attempt.clear();
        let running = job
            .get_untracked()
            .is_some_and(|job| job.state == JobState::Running);
        match running {
            true => open.set(true),
            false => cancel(),
        }
    };
    let left = move || job.with(|job| job.map_or(0, |job| job.counts.to_do()));
    view! {
        <Button busy=attempt.busy() on_click=ask>{move || t().cancel_job()}</Button>
        <ConfirmDialog
            open
            title=move || t().cancel_title()
            confirm=move || t().cancel_job()
            on_confirm=cancel
            busy=attempt.busy()
            error=attempt.error()
        >
            <p>{move || t().cancel_text(left())}</p>
        </ConfirmDialog>
    }
}

/// The progress bar while the server works, and what there is to know before the start.
#[component]
fn HowFar(job: Loaded<Job>) -> impl IntoView {
    let t = words(JobWords);
    let state = Memo::new(move |_| job.with(|job| job.map(|job| job.state)));
    let with = move |say: fn(JobWords, &Job) -> String| {
        job.with(|job| job.map(|job| say(t(), job)).unwrap_or_default())
    };
    let done = move || job.with(|job| job.map_or(0, |job| job.counts.done(job.state)));
    let total = move || job.with(|job| job.map_or(0, |job| job.counts.rows));
    let lead = move || with(before_the_start);
    view! {
        {move || match state.get() {
            Some(JobState::Previewing | JobState::Running) => view! {
                <div class="job-progress">
                    <ProgressBar
                        text=Signal::derive(move || with(progress_in_words))
                        done=Signal::derive(done)
                        total=Signal::derive(total)
                    />
                    <p class="job-progress-note">{move || t().goes_on()}</p>
                </div>
            }
            .into_any(),
            Some(JobState::Receiving) => view! { <p class="job-lead" role="status">{move || t().receiving(&with(progress_in_words))}</p> }.into_any(),
            Some(JobState::Ready) => view! { <p class="job-lead" role="status">{lead}</p> }.into_any(),
            _ => ().into_any(),
        }}
    }
}

/// What there is to know of a preview.
fn before_the_start(t: JobWords, job: &Job) -> String {
    let text = match job.work {
        _ if job.counts.to_do() > 0 => t.preview_text(),
        JobWork::Action(_) => t.nothing_would_change(),
        JobWork::Import(_) => t.nothing_to_import(),
    };
    text.to_owned()
}

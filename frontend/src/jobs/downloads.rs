//! The results of a job as a file: all of them, or what was refused, to be corrected.

use app::jobs::{Job, JobState, JobWork, RowOutcome};
use leptos::prelude::*;

use crate::i18n::{JobWords, words};
use crate::ui::{DownloadLink, Loaded, address::format_query};

/// Links to the results, as soon as every row has one.
#[component]
pub(super) fn Downloads(job: Loaded<Job>) -> impl IntoView {
    let t = words(JobWords);
    let facts = Memo::new(move |_| {
        job.with(|job| {
            let imports = |job: &Job| matches!(job.work, JobWork::Import(_));
            let job = job.filter(|job| job.counts.rows > 0 && has_results(job.state))?;
            Some((job.id, imports(job) && job.counts.refused > 0))
        })
    });
    let results = move |outcome: Option<RowOutcome>| {
        let id = facts
            .get()
            .map(|(id, _)| id.to_string())
            .unwrap_or_default();
        let outcome = outcome.map(|outcome| ("outcome", outcome.code().to_owned()));
        let query = format_query(&outcome.into_iter().collect::<Vec<_>>());
        format!("/api/v1/jobs/{id}/results{query}")
    };
    let has_refused = move || facts.get().is_some_and(|(_, refused)| refused);
    view! {
        <Show when=move || facts.get().is_some()>
            <div class="job-downloads">
                <Show when=has_refused>
                    <DownloadLink href=Signal::derive(move || results(Some(RowOutcome::Refused)))>
                        {move || t().download_refused()}
                    </DownloadLink>
                </Show>
                <DownloadLink href=Signal::derive(move || results(None))>{move || t().download_results()}</DownloadLink>
            </div>
        </Show>
    }
}

/// Says what the refused rows of an import are good for.
#[component]
pub(super) fn RefusedHint(job: Loaded<Job>) -> impl IntoView {
    let t = words(JobWords);
    let refused = Memo::new(move |_| {
        job.with(|job| {
            job.filter(|job| has_results(job.state) && matches!(job.work, JobWork::Import(_)))
                .map_or(0, |job| job.counts.refused)
        })
    });
    view! {
        <Show when=move || refused.get() != 0>
            <p class="job-refused-hint">{move || t().correct_refused(refused.get())}</p>
        </Show>
    }
}

/// Whether every row has been looked at.
fn has_results(state: JobState) -> bool {
    !matches!(state, JobState::Receiving | JobState::Previewing)
}

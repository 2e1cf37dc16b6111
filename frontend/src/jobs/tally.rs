//! How many rows of a job have which outcome.

use app::{
    grouped,
    jobs::{Job, JobState, JobWork, RowOutcome},
};
use leptos::prelude::*;

use super::about::{outcome_in_words, outcome_tone};
use crate::i18n::{JobWords, words};
use crate::ui::Loaded;

/// A tile for each outcome.
#[component]
pub(super) fn Tally(job: Loaded<Job>) -> impl IntoView {
    let t = words(JobWords);
    let facts = Memo::new(move |_| {
        job.with(|job| {
            let adds = |job: &Job| matches!(job.work, JobWork::Import(_));
            job.map(|job| (job.state, job.counts, adds(job)))
        })
    });
    let tile = move |state: JobState, outcome: RowOutcome, count: u64| {
        view! {
            <li class="job-count" data-tone=outcome_tone(outcome).slug()>
                <span class="job-count-number">{grouped(count)}</span>
                <span class="job-count-word">{move || outcome_in_words(t(), outcome, state)}</span>
            </li>
        }
    };
    let tiles = move || {
        let (state, counts, adds) = facts.get()?;
        let shown = RowOutcome::ALL
            .into_iter()
            .map(|outcome| (outcome, counts.of(outcome)))
            .filter(|(outcome, count)| *count > 0 || is_expected(state, *outcome, adds));
        Some(
            shown
                .map(|(outcome, count)| tile(state, outcome, count))
                .collect_view(),
        )
    };
    view! { <ul class="job-counts">{tiles}</ul> }
}

/// Whether an outcome is told of even when there is none: so the tiles do not jump.
fn is_expected(state: JobState, outcome: RowOutcome, adds: bool) -> bool {
    let planned = matches!(state, JobState::Previewing | JobState::Ready);
    let carried_out = matches!(state, JobState::Running | JobState::Done);
    match outcome {
        RowOutcome::Waiting => state == JobState::Previewing,
        RowOutcome::WouldCreate => planned && adds,
        RowOutcome::WouldChange => planned,
        RowOutcome::Created => carried_out && adds,
        RowOutcome::Changed => carried_out,
        RowOutcome::NothingToDo | RowOutcome::Refused => true,
    }
}

#[cfg(test)]
mod tests {
    use app::jobs::{JobState, RowOutcome};

    use super::is_expected;

    #[test]
    fn only_an_import_tells_how_many_users_it_adds() {
        for (state, outcome) in [
            (JobState::Ready, RowOutcome::WouldCreate),
            (JobState::Done, RowOutcome::Created),
        ] {
            assert!(is_expected(state, outcome, true));
            assert!(!is_expected(state, outcome, false));
        }
        assert!(!is_expected(JobState::Done, RowOutcome::WouldCreate, true));
    }
}

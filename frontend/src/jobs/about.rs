//! What a job is about and how far it has come, in words.

use app::{
    grouped,
    jobs::{Job, JobAction, JobState, JobWork, RowOutcome},
    roles::BuiltInRole,
};

use crate::i18n::JobWords;
use crate::ui::{DateStyle, Tone, format_moment};

/// What a job is for, with the role, company or date it is about.
pub(super) fn work_in_words(t: JobWords, job: &Job) -> String {
    let work = job.work.words(t.0);
    let target = job.target.clone().unwrap_or_default();
    match &job.work {
        JobWork::Action(JobAction::AddRole { .. } | JobAction::RemoveRole { .. }) => {
            let role = BuiltInRole::from_code(&target)
                .map_or(target.clone(), |role| role.words(t.0).to_owned());
            t.with_role(work, &role)
        }
        JobWork::Action(JobAction::Move { .. }) => t.with_role(work, &target),
        JobWork::Action(JobAction::SetExpiry { expires_at }) => {
            let end = expires_at
                .and_then(|at| format_moment(&at.to_string(), DateStyle::DateTime, t.0, None));
            t.until(work, end.as_deref().unwrap_or(t.never_ends()))
        }
        JobWork::Action(_) | JobWork::Import(_) => work.to_owned(),
    }
}

/// "1,240 of 12,345 · about 2 minutes left"; how many there will be is not known before the file has been read.
pub(super) fn progress_in_words(t: JobWords, job: &Job) -> String {
    if job.state == JobState::Receiving {
        return t.rows_so_far(job.counts.rows);
    }
    let done = t.progress(
        &grouped(job.counts.done(job.state)),
        &grouped(job.counts.rows),
    );
    match job.seconds_left {
        None => done,
        Some(seconds @ 0..90) => format!("{done} · {}", t.seconds_left(seconds.max(1))),
        Some(seconds) => format!("{done} · {}", t.minutes_left(seconds.div_ceil(60))),
    }
}

/// How a state looks.
pub(super) fn state_tone(state: JobState) -> Tone {
    match state {
        JobState::Receiving | JobState::Previewing | JobState::Running => Tone::Info,
        JobState::Ready => Tone::Attention,
        JobState::Done => Tone::Good,
        JobState::Cancelled => Tone::Neutral,
        JobState::Failed => Tone::Danger,
    }
}

/// How an outcome looks.
pub(super) fn outcome_tone(outcome: RowOutcome) -> Tone {
    match outcome {
        RowOutcome::Waiting | RowOutcome::NothingToDo => Tone::Neutral,
        RowOutcome::WouldCreate | RowOutcome::WouldChange => Tone::Info,
        RowOutcome::Created | RowOutcome::Changed => Tone::Good,
        RowOutcome::Refused => Tone::Attention,
    }
}

/// An outcome in words; what would be done is still to be done while a job runs, and was not done once it is over.
pub(super) fn outcome_in_words(t: JobWords, outcome: RowOutcome, state: JobState) -> &'static str {
    match outcome {
        RowOutcome::WouldCreate if state.is_over() => t.not_added(),
        RowOutcome::WouldChange | RowOutcome::Waiting if state.is_over() => t.not_done(),
        RowOutcome::WouldCreate if state == JobState::Running => t.still_to_add(),
        RowOutcome::WouldChange if state == JobState::Running => t.still_to_do(),
        outcome => outcome.words(t.0),
    }
}

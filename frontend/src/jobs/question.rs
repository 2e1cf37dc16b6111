//! What is asked before a job starts, and what its button says.

use app::{
    grouped,
    jobs::{ImportOptions, Job, JobAction, JobWork},
};

use super::about::work_in_words;
use crate::i18n::JobWords;
use crate::ui::ButtonKind;

/// Whether it is asked about at all: it takes something away from somebody, or does different things to many.
pub(super) fn is_asked(work: &JobWork) -> bool {
    !matches!(
        work,
        JobWork::Action(JobAction::EnableTwoFactor | JobAction::Enable | JobAction::AddRole { .. })
    )
}

/// How loudly the button of the question speaks.
pub(super) fn kind(work: &JobWork) -> ButtonKind {
    match work {
        JobWork::Import(_)
        | JobWork::Action(
            JobAction::IssueCredentials | JobAction::SetExpiry { .. } | JobAction::Move { .. },
        ) => ButtonKind::Act,
        JobWork::Action(_) => ButtonKind::Danger,
    }
}

/// What the button says.
pub(super) fn says(t: JobWords, job: &Job) -> String {
    let (create, change) = (job.counts.would_create, job.counts.would_change);
    match job.work {
        JobWork::Action(JobAction::Delete) => t.start_delete(change),
        JobWork::Action(JobAction::IssueCredentials) => t.start_issue(change),
        JobWork::Import(_) if change == 0 => t.start_add(create),
        JobWork::Import(_) if create > 0 => t.start_add_and_change(create, &grouped(change)),
        JobWork::Action(_) | JobWork::Import(_) => t.start(change),
    }
}

/// The question.
pub(super) fn title(t: JobWords, job: &Job) -> String {
    let (create, change) = (job.counts.would_create, job.counts.would_change);
    match job.work {
        JobWork::Action(JobAction::Delete) => t.delete_title(change),
        JobWork::Action(_) => t.start_title(change, &work_in_words(t, job)),
        JobWork::Import(_) if change == 0 => t.add_title(create),
        JobWork::Import(_) if create == 0 => t.change_title(change),
        JobWork::Import(_) => t.add_and_change_title(create, &grouped(change)),
    }
}

/// What happens next, sentence by sentence.
pub(super) fn consequences(t: JobWords, job: &Job) -> Vec<String> {
    match &job.work {
        JobWork::Action(action) => of_action(t, action, job),
        JobWork::Import(options) => of_import(t, *options, job),
    }
}

fn of_action(t: JobWords, action: &JobAction, job: &Job) -> Vec<String> {
    let what = match action {
        JobAction::Delete => vec![t.delete_text(), t.sessions_text()],
        JobAction::Disable => vec![t.sessions_text()],
        JobAction::DisableTwoFactor => vec![t.factor_off_text()],
        JobAction::ResetTwoFactor => vec![t.reset_text(), t.sessions_text()],
        JobAction::IssueCredentials => vec![t.issue_text()],
        JobAction::RemoveRole { .. } => vec![t.role_gone_text()],
        JobAction::Move { .. } => vec![t.move_text()],
        JobAction::SetExpiry { .. } => vec![t.expiry_text()],
        JobAction::EnableTwoFactor | JobAction::Enable | JobAction::AddRole { .. } => Vec::new(),
    };
    let others = job.counts.nothing_to_do + job.counts.refused;
    let others = (others > 0).then(|| t.others_stay(others));
    what.into_iter().map(str::to_owned).chain(others).collect()
}

fn of_import(t: JobWords, options: ImportOptions, job: &Job) -> Vec<String> {
    let counts = &job.counts;
    let invited = (counts.would_create > 0).then(|| match options.issue_credentials {
        true => t.import_invites(counts.would_create),
        false => t.import_invites_nobody().to_owned(),
    });
    let refused = (counts.refused > 0).then(|| t.refused_left_out(counts.refused));
    let same = (counts.nothing_to_do > 0).then(|| t.same_already(counts.nothing_to_do));
    [invited, refused, same].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use app::{
        JobId, Language, Timestamp,
        jobs::{ImportOptions, Job, JobCounts, JobState, JobWork},
    };

    use super::{says, title};
    use crate::i18n::JobWords;

    #[test]
    fn an_import_says_how_many_are_added_and_how_many_change() {
        let told = |would_create, would_change| {
            let job = Job {
                id: JobId(1),
                work: JobWork::Import(ImportOptions::default()),
                target: None,
                state: JobState::Ready,
                counts: JobCounts {
                    would_create,
                    would_change,
                    ..JobCounts::default()
                },
                created_at: Timestamp::from_millis(0),
                started_at: None,
                ended_at: None,
                seconds_left: None,
            };
            let t = JobWords(Language::English);
            (says(t, &job), title(t, &job))
        };
        assert_eq!(
            told(12, 30),
            (
                "Start: add 12 users and change 30".to_owned(),
                "Add 12 users and change 30?".to_owned()
            )
        );
        assert_eq!(told(1, 0).1, "Add 1 user?");
        assert_eq!(told(0, 1).0, "Start: change 1 user");
    }
}

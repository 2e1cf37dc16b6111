//! Start: asked before something is taken away, and with a word to type before anybody is deleted.

use app::{
    Refusal,
    jobs::{Job, JobAction, api::start_job},
};
use leptos::{prelude::*, task::spawn_local};

use crate::i18n::{JobWords, use_language, words};
use crate::session::use_session;
use crate::ui::{Button, ButtonKind, ConfirmDialog, IconName, Loaded, Tone, use_toaster};

/// What is to be typed before users are deleted.
const DELETE: &str = "delete";

/// The button, and its question.
#[component]
pub(super) fn StartJob(job: Loaded<Job>) -> impl IntoView {
    let (t, language) = (words(JobWords), use_language());
    let session = use_session();
    let toaster = use_toaster();
    let (open, busy) = (RwSignal::new(false), RwSignal::new(false));
    let error = RwSignal::new(None::<Refusal>);
    let start = move || {
        let Some(id) = job.get_untracked().map(|job| job.id) else {
            return;
        };
        error.set(None);
        busy.set(true);
        spawn_local(async move {
            match session.ask(start_job(id)).await {
                Ok(now) => {
                    open.try_set(false);
                    toaster.announce(t().was_started());
                    job.put(now);
                }
                Err(refusal) => {
                    if open.try_get_untracked() != Some(true) {
                        toaster.say(Tone::Danger, refusal.words(language.get_untracked()));
                    }
                    error.try_set(Some(refusal));
                }
            }
            busy.try_set(false);
        });
    };
    let action = move || job.get_untracked().map(|job| job.action);
    let takes = move || action().is_some_and(|action| takes_away(&action));
    let deletes = action() == Some(JobAction::Delete);
    let ask = move || match takes() {
        true => {
            error.set(None);
            open.set(true);
        }
        false => start(),
    };
    let with = move |say: fn(JobWords, &Job) -> String| {
        job.with(|job| job.map(|job| say(t(), job)).unwrap_or_default())
    };
    let sentences = move || {
        let sentences = job.with(|job| job.map(|job| consequences(t(), job)).unwrap_or_default());
        let line = |sentence: String| view! { <li>{sentence}</li> };
        sentences.into_iter().map(line).collect_view()
    };
    let kind = match action() {
        Some(
            JobAction::IssueCredentials | JobAction::SetExpiry { .. } | JobAction::Move { .. },
        ) => ButtonKind::Act,
        _ => ButtonKind::Danger,
    };
    view! {
        <Button kind=ButtonKind::Act icon=IconName::Check busy on_click=ask>{move || with(says)}</Button>
        <ConfirmDialog
            open
            kind
            title=Signal::derive(move || with(title))
            confirm=Signal::derive(move || with(says))
            on_confirm=start
            busy
            type_first=deletes.then_some(DELETE)
            error=Signal::derive(move || error.get().map(|refusal| refusal.words(language.get())))
        >
            <ul class="goes">{sentences}</ul>
            <p class="goes-note">{move || t().changed_since()}</p>
        </ConfirmDialog>
    }
}

/// Whether it takes something away from somebody, and so is asked before it is done.
fn takes_away(action: &JobAction) -> bool {
    !matches!(
        action,
        JobAction::EnableTwoFactor | JobAction::Enable | JobAction::AddRole { .. }
    )
}

/// What the button says.
fn says(t: JobWords, job: &Job) -> String {
    let count = job.counts.would_change;
    match job.action {
        JobAction::Delete => t.start_delete(count),
        JobAction::IssueCredentials => t.start_issue(count),
        _ => t.start(count),
    }
}

fn title(t: JobWords, job: &Job) -> String {
    let count = job.counts.would_change;
    match job.action {
        JobAction::Delete => t.delete_title(count),
        _ => t.start_title(count, &super::about::action_in_words(t, job)),
    }
}

/// What happens next, sentence by sentence.
fn consequences(t: JobWords, job: &Job) -> Vec<String> {
    let what = match job.action {
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

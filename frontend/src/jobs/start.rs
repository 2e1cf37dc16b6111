//! Start: asked before something is taken away, and with a word to type before anybody is deleted.

use app::jobs::{Job, JobAction, JobWork, api::start_job};
use leptos::prelude::*;

use super::question::{consequences, is_asked, kind, says, title};
use crate::i18n::{JobWords, use_language, words};
use crate::session::use_session;
use crate::ui::{Attempt, Button, ButtonKind, ConfirmDialog, IconName, Loaded, Tone, use_toaster};

/// What is to be typed before users are deleted.
const DELETE: &str = "delete";

/// The button, and its question.
#[component]
pub(super) fn StartJob(job: Loaded<Job>) -> impl IntoView {
    let (t, language) = (words(JobWords), use_language());
    let session = use_session();
    let toaster = use_toaster();
    let (open, attempt) = (RwSignal::new(false), Attempt::default());
    let start = move || {
        let Some(id) = job.get_untracked().map(|job| job.id) else {
            return;
        };
        attempt.settle(session.ask(start_job(id)), move |answer| {
            let is_open = open.try_get_untracked() == Some(true);
            match answer {
                Ok(now) => {
                    open.try_set(false);
                    toaster.announce(t().was_started());
                    job.put(now);
                    Ok(())
                }
                Err(refusal) if is_open => Err(refusal),
                Err(refusal) => {
                    toaster.say(Tone::Danger, refusal.words(language.get_untracked()));
                    Ok(())
                }
            }
        });
    };
    let work = job.get_untracked().map(|job| job.work);
    let asked = work.as_ref().is_some_and(is_asked);
    let deletes = work == Some(JobWork::Action(JobAction::Delete));
    let kind = work.as_ref().map_or(ButtonKind::Danger, kind);
    let ask = move || match asked {
        true => {
            attempt.clear();
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
    view! {
        <Button kind=ButtonKind::Act icon=IconName::Check busy=attempt.busy() on_click=ask>{move || with(says)}</Button>
        <ConfirmDialog
            open
            kind
            title=Signal::derive(move || with(title))
            confirm=Signal::derive(move || with(says))
            on_confirm=start
            busy=attempt.busy()
            type_first=deletes.then_some(DELETE)
            error=attempt.error()
        >
            <ul class="goes">{sentences}</ul>
            <p class="goes-note">{move || t().changed_since()}</p>
        </ConfirmDialog>
    }
}

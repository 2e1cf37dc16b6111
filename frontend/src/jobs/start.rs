//! Start: asked before something is taken away, and with a word to type before anybody is deleted.

use app::{
    Refusal,
    jobs::{Job, JobAction, JobWork, api::start_job},
};
use leptos::{prelude::*, task::spawn_local};

use super::question::{consequences, is_asked, kind, says, title};
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
    let work = job.get_untracked().map(|job| job.work);
    let asked = work.as_ref().is_some_and(is_asked);
    let deletes = work == Some(JobWork::Action(JobAction::Delete));
    let kind = work.as_ref().map_or(ButtonKind::Danger, kind);
    let ask = move || match asked {
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

//! What was asked of the server: not there yet, there, or refused; asked anew when the question changes.

use std::future::Future;

use app::Refusal;
use leptos::{prelude::*, task::spawn_local};

use super::{Alert, Button, IconName, Tone};
use crate::i18n::{CommonWords, use_language, words};

/// An answer of the server, and how it stands with it. The last answer stays while the next is under way.
pub struct Loaded<T: Send + Sync + 'static> {
    value: RwSignal<Option<T>>,
    refusal: RwSignal<Option<Refusal>>,
    busy: RwSignal<bool>,
    round: RwSignal<u32>,
}

impl<T: Send + Sync + 'static> Clone for Loaded<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Loaded<T> {}

impl<T: Clone + Send + Sync + 'static> Loaded<T> {
    /// Asks `ask` what `question` says, at once and whenever that changes. Late answers to older
    /// questions are dropped; no question, no asking.
    pub fn new<Q, F>(
        question: impl Fn() -> Option<Q> + 'static,
        ask: impl Fn(Q) -> F + 'static,
    ) -> Self
    where
        F: Future<Output = Result<T, Refusal>> + 'static,
    {
        let loaded = Self {
            value: RwSignal::new(None),
            refusal: RwSignal::new(None),
            busy: RwSignal::new(true),
            round: RwSignal::new(0),
        };
        let latest = StoredValue::new(0_u32);
        Effect::new(move || {
            loaded.round.track();
            let number = latest.get_value() + 1;
            latest.set_value(number);
            let Some(question) = question() else {
                loaded.busy.set(false);
                return;
            };
            loaded.busy.set(true);
            let answer = ask(question);
            spawn_local(async move {
                let answer = answer.await;
                if latest.try_get_value() == Some(number) {
                    loaded.take(answer);
                }
            });
        });
        loaded
    }

    fn take(&self, answer: Result<T, Refusal>) {
        match answer {
            Ok(value) => {
                self.refusal.try_set(None);
                self.value.try_set(Some(value));
            }
            Err(refusal) => {
                self.refusal.try_set(Some(refusal));
            }
        }
        self.busy.try_set(false);
    }

    /// Asks the same question again.
    pub fn again(&self) {
        self.round.update(|round| *round += 1);
    }

    /// Puts a newer answer in its place, such as the one that a change gave.
    pub fn put(&self, value: T) {
        self.value.set(Some(value));
    }

    /// Forgets the answer, where the next question is about something else.
    pub fn forget(&self) {
        self.value.set(None);
        self.refusal.set(None);
    }

    /// The answer, if it has come.
    pub fn get(&self) -> Option<T> {
        self.value.get()
    }

    /// The answer, without following its changes.
    pub fn get_untracked(&self) -> Option<T> {
        self.value.get_untracked()
    }

    /// Something about the answer, or about there being none.
    pub fn with<U>(&self, look: impl FnOnce(Option<&T>) -> U) -> U {
        self.value.with(|value| look(value.as_ref()))
    }

    /// Whether the answer has come.
    pub fn is_here(&self) -> bool {
        self.value.with(Option::is_some)
    }

    /// Whether an answer is under way.
    pub fn busy(&self) -> Signal<bool> {
        self.busy.into()
    }

    /// Whether the last answer was a refusal: what is shown may then belong to an older question.
    pub fn is_refused(&self) -> bool {
        self.refusal.with(Option::is_some)
    }

    /// Why the last answer was a refusal, if it was.
    pub fn refusal(&self) -> Signal<Option<Refusal>> {
        self.refusal.into()
    }
}

/// Says why something could not be loaded, and offers to try again.
#[component]
pub fn LoadFailed(
    /// Why; nothing is shown without it.
    #[prop(into)]
    refusal: Signal<Option<Refusal>>,
    /// Tries again.
    #[prop(into)]
    on_retry: Callback<()>,
) -> impl IntoView {
    let t = words(CommonWords);
    let language = use_language();
    move || {
        refusal.get().map(|refusal| {
            // What is not there will not be there at the next try either.
            let retry = (refusal != Refusal::NotFound).then(|| {
                view! { <Button icon=IconName::Refresh on_click=on_retry>{move || t().retry()}</Button> }
            });
            view! {
                <div class="load-failed">
                    <Alert tone=Tone::Danger live=true>
                        <p>{move || refusal.words(language.get())}</p>
                        {retry}
                    </Alert>
                </div>
            }
        })
    }
}

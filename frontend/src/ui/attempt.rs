//! What a press has the server do: under way, refused or done.
//!
//! ```ignore
//! let attempt = Attempt::default();
//! attempt.make(session.ask(delete_role(id)), move |()| open.set(false));
//! view! { <ConfirmDialog open on_confirm busy=attempt.busy() error=attempt.error() …/> }
//! view! { <Form on_submit busy=attempt.busy()><RefusedSummary refused=attempt.refused() …/></Form> }
//! ```

use std::future::Future;

use app::Refusal;
use leptos::{prelude::*, task::spawn_local};

use super::Refused;
use crate::i18n::use_language;

/// One thing that can be tried again and again, by one button or dialog.
#[derive(Clone, Copy, Debug)]
pub struct Attempt {
    busy: RwSignal<bool>,
    refused: Refused,
}

impl Default for Attempt {
    fn default() -> Self {
        Self {
            busy: RwSignal::new(false),
            refused: Refused::default(),
        }
    }
}

impl Attempt {
    /// It is under way.
    pub fn busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// Why the last try was refused, for the fields of a form.
    pub fn refused(self) -> Refused {
        self.refused
    }

    /// The same as one sentence in the reader's language.
    pub fn error(self) -> Signal<Option<String>> {
        let language = use_language();
        Signal::derive(move || {
            let refusal = self.refused.refusal()?;
            Some(refusal.words(language.get()))
        })
    }

    /// Forgets the refusal: the question is asked anew.
    pub fn clear(self) {
        self.refused.clear();
    }

    /// Tries it, and goes on with `done` if it was done.
    pub fn make<T: 'static>(
        self,
        call: impl Future<Output = Result<T, Refusal>> + 'static,
        done: impl FnOnce(T) + 'static,
    ) {
        self.settle(call, move |answer| answer.map(done));
    }

    /// Tries it. What `settle` does not deal with and gives back is what the reader is told.
    pub fn settle<T: 'static>(
        self,
        call: impl Future<Output = Result<T, Refusal>> + 'static,
        settle: impl FnOnce(Result<T, Refusal>) -> Result<(), Refusal> + 'static,
    ) {
        self.clear();
        self.busy.set(true);
        spawn_local(async move {
            if let Err(refusal) = settle(call.await) {
                self.refused.set(refusal);
            }
            self.busy.try_set(false);
        });
    }
}

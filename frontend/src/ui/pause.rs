//! Waiting until somebody pauses in typing, before anything is asked for what they have typed.

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

const PAUSE: Duration = Duration::from_millis(300);

/// Runs something when the typing pauses, never amid a composed word.
#[derive(Clone, Copy)]
pub struct Pause {
    timer: StoredValue<Option<TimeoutHandle>>,
    composing: StoredValue<bool>,
    run: Callback<()>,
}

impl Pause {
    /// What is to be run. Nothing is, once the component is gone.
    pub fn new(run: impl Fn() + Send + Sync + 'static) -> Self {
        let pause = Self {
            timer: StoredValue::new(None),
            composing: StoredValue::new(false),
            run: Callback::new(move |()| run()),
        };
        on_cleanup(move || pause.stop());
        pause
    }

    /// Something was typed.
    pub fn soon(self) {
        self.stop();
        if !self.composing.get_value() {
            let run = move || self.run.run(());
            self.timer
                .set_value(set_timeout_with_handle(run, PAUSE).ok());
        }
    }

    /// An input method begins or ends to compose a word.
    pub fn compose(self, composing: bool) {
        self.composing.set_value(composing);
        if !composing {
            self.soon();
        }
    }

    /// Not any more.
    pub fn stop(self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }
}

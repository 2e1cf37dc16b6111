//! Short messages after an action: seen in a corner and spoken politely.

use std::time::Duration;

use leptos::prelude::*;

use super::{Icon, IconName, Tone};
use crate::i18n::{CommonWords, words};

#[derive(Clone, Debug, PartialEq, Eq)]
struct Toast {
    number: u64,
    tone: Tone,
    text: String,
}

/// Speaks to the reader; get it by [`use_toaster`].
#[derive(Clone, Copy, Debug)]
pub struct Toaster {
    toasts: RwSignal<Vec<Toast>>,
    spoken: RwSignal<String>,
    next: StoredValue<u64>,
}

impl Toaster {
    /// Makes the toaster of the app and provides it to everything below.
    pub fn provide() -> Toaster {
        let toaster = Toaster {
            toasts: RwSignal::new(Vec::new()),
            spoken: RwSignal::new(String::new()),
            next: StoredValue::new(0),
        };
        provide_context(toaster);
        toaster
    }

    /// Shows and speaks a message. Good news leaves by itself; trouble stays until it is dismissed.
    pub fn say(&self, tone: Tone, text: impl Into<String>) {
        let text = text.into();
        let number = self.next.get_value();
        self.next.set_value(number + 1);
        self.announce(text.clone());
        self.toasts.update(|toasts| {
            toasts.push(Toast { number, tone, text });
            if toasts.len() > 4 {
                toasts.remove(0);
            }
        });
        if !matches!(tone, Tone::Danger | Tone::Attention) {
            let toaster = *self;
            set_timeout(move || toaster.dismiss(number), Duration::from_secs(6));
        }
    }

    /// Speaks a message without showing it.
    pub fn announce(&self, text: impl Into<String>) {
        // The same text twice would not be spoken twice; a trailing no-break space makes it another.
        let mut text = text.into();
        if self.spoken.with_untracked(|spoken| *spoken == text) {
            text.push('\u{a0}');
        }
        self.spoken.set(text);
    }

    fn dismiss(&self, number: u64) {
        self.toasts
            .update(|toasts| toasts.retain(|toast| toast.number != number));
    }
}

/// The toaster of the app.
pub fn use_toaster() -> Toaster {
    use_context().unwrap_or_else(Toaster::provide)
}

/// Where messages appear and are spoken; once in the app, always in the page.
#[component]
pub fn ToastRegion() -> impl IntoView {
    let t = words(CommonWords);
    let toaster = use_toaster();
    view! {
        <div class="visually-hidden" role="status" aria-live="polite">{move || toaster.spoken.get()}</div>
        <div
            class="toasts"
            role=move || (!toaster.toasts.with(Vec::is_empty)).then_some("region")
            aria-label=move || (!toaster.toasts.with(Vec::is_empty)).then(|| t().messages())
        >
            <For each=move || toaster.toasts.get() key=|toast| toast.number let:toast>
                <div class="toast" data-tone=toast.tone.slug()>
                    <Icon name=match toast.tone {
                        Tone::Good => IconName::Good,
                        Tone::Attention => IconName::Attention,
                        Tone::Danger => IconName::Danger,
                        Tone::Neutral | Tone::Info => IconName::Info,
                    }/>
                    <span class="toast-text">{toast.text.clone()}</span>
                    <button
                        type="button"
                        class="input-button"
                        aria-label=move || t().dismiss()
                        on:click=move |_| toaster.dismiss(toast.number)
                    >
                        <Icon name=IconName::Close/>
                    </button>
                </div>
            </For>
        </div>
    }
}

//! Copying, and secrets that are shown once.

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};

use super::{Alert, Button, ButtonKind, IconName, Tone, browser, use_toaster};
use crate::i18n::{CommonWords, words};

/// What stands in a secret's place while it is hidden; tells nothing of its length.
const VEIL: &str = "••••••••••••";

/// Copies a text and says so.
#[component]
pub fn CopyButton(
    /// What is copied.
    #[prop(into)]
    text: Signal<String>,
    /// The button's name where it shows only its icon: "Copy the login ID".
    #[prop(optional, into)]
    name: Signal<String>,
    /// Shows only its icon; give a `name`.
    #[prop(optional)]
    icon_only: bool,
    /// Told after it was copied.
    #[prop(optional, into)]
    on_copied: Option<Callback<()>>,
) -> impl IntoView {
    let t = words(CommonWords);
    let toaster = use_toaster();
    let copied = RwSignal::new(false);
    let copy = move || {
        let t = t();
        spawn_local(async move {
            if browser::copy(text.get_untracked()).await {
                copied.set(true);
                toaster.announce(t.copied());
                if let Some(on_copied) = on_copied {
                    on_copied.run(());
                }
                set_timeout(
                    move || {
                        let _ = copied.try_set(false);
                    },
                    Duration::from_secs(2),
                );
            } else {
                toaster.say(Tone::Danger, t.copy_failed());
            }
        });
    };
    let label = move || {
        if copied.get() {
            t().copied()
        } else {
            t().copy()
        }
    };
    move || {
        let icon = if copied.get() {
            IconName::Check
        } else {
            IconName::Copy
        };
        if icon_only {
            view! { <Button kind=ButtonKind::Quiet icon icon_only name on_click=copy/> }.into_any()
        } else {
            view! { <Button icon name on_click=copy>{label}</Button> }.into_any()
        }
    }
}

/// A secret that is shown this once, to be copied or downloaded.
#[component]
pub fn SecretBox(
    /// The secret.
    #[prop(into)]
    secret: Signal<String>,
    /// What it is: "Refresh token".
    #[prop(into)]
    label: Signal<String>,
    /// The name of the downloaded file.
    #[prop(into)]
    filename: String,
    /// Becomes true when it was copied or downloaded: closing before that should ask.
    #[prop(optional)]
    kept: RwSignal<bool>,
    /// Hides it until the reader asks to see it: somebody may be looking over their shoulder.
    #[prop(optional)]
    veiled: bool,
) -> impl IntoView {
    let t = words(CommonWords);
    let toaster = use_toaster();
    let shown = RwSignal::new(!veiled);
    let text = move || match shown.get() {
        true => secret.get(),
        false => VEIL.to_owned(),
    };
    let show_icon = move || {
        let (icon, label) = match shown.get() {
            true => (IconName::EyeOff, t().hide_secret()),
            false => (IconName::Eye, t().show_secret()),
        };
        view! { <Button icon on_click=move || shown.update(|shown| *shown = !*shown)>{label}</Button> }
    };
    let download = move || match browser::download(&filename, &secret.get_untracked()) {
        Ok(()) => kept.set(true),
        Err(_) => toaster.say(Tone::Danger, t().copy_failed()),
    };
    view! {
        <div class="secret" role="group" aria-label=move || label.get()>
            <Alert tone=Tone::Attention>{move || t().secret_once()}</Alert>
            <p class="secret-label">{move || label.get()}</p>
            <pre class="secret-text mono" tabindex="0">{text}</pre>
            <div class="secret-actions">
                {veiled.then_some(show_icon)}
                <CopyButton text=secret on_copied=move || kept.set(true)/>
                <Button icon=IconName::Download on_click=download>{move || t().download()}</Button>
            </div>
        </div>
    }
}

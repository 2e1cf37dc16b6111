//! A message that stays where it concerns something.

use leptos::prelude::*;

use super::{Icon, IconName, Tone};

/// A message box. With `live` it is spoken when it appears.
#[component]
pub fn Alert(
    /// What it means to the reader.
    #[prop(default = Tone::Info)]
    tone: Tone,
    /// The short of it.
    #[prop(optional, into)]
    title: Signal<String>,
    /// Spoken when it appears: set it on messages that come while the page is open.
    #[prop(optional)]
    live: bool,
    /// The text, and perhaps a button.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let icon = match tone {
        Tone::Neutral | Tone::Info => IconName::Info,
        Tone::Good => IconName::Good,
        Tone::Attention => IconName::Attention,
        Tone::Danger => IconName::Danger,
    };
    let role = match (live, tone) {
        (false, _) => None,
        (true, Tone::Danger) => Some("alert"),
        (true, _) => Some("status"),
    };
    view! {
        <div class="alert" data-tone=tone.slug() role=role>
            <Icon name=icon/>
            <div class="alert-body">
                {move || {
                    let title = title.get();
                    (!title.is_empty()).then(|| view! { <p class="alert-title">{title}</p> })
                }}
                {children.map(|children| children())}
            </div>
        </div>
    }
}

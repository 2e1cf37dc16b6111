//! The button in the middle of the top bar: it looks like a search field and opens the palette.

use leptos::prelude::*;

use crate::i18n::{PaletteWords, words};
use crate::shortcuts::palette_keys;
use crate::ui::{Icon, IconName, browser};

/// Opens the palette.
#[component]
pub fn PaletteButton(
    /// Whether the palette is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let t = words(PaletteWords);
    let keys = if browser::is_apple() {
        "Meta+K"
    } else {
        "Control+K"
    };
    view! {
        <button
            type="button"
            class="palette-button"
            aria-haspopup="dialog"
            aria-keyshortcuts=keys
            aria-label=move || t().open()
            title=move || t().open()
            on:click=move |_| open.set(true)
        >
            <Icon name=IconName::Search/>
            <span class="palette-button-text" aria-hidden="true">{move || t().open()}</span>
            <kbd aria-hidden="true">{palette_keys().join(" ")}</kbd>
        </button>
    }
}

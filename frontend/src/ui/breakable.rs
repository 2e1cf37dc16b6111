//! Login IDs and addresses that break after their dots and dashes instead of anywhere.

use leptos::prelude::*;

/// A text without spaces, to be broken where a person would break it.
#[component]
pub fn Breakable(
    /// The text.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let part = |part: &str| view! { {part.to_owned()}<wbr/> };
    text.split_inclusive(['.', '_', '-', '@', '+'])
        .map(part)
        .collect_view()
}

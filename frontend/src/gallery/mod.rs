//! The gallery: every component in its states, for whoever builds pages. Debug builds only.

use leptos::prelude::*;

/// All components.
#[component]
pub fn Gallery() -> impl IntoView {
    view! { <p>"soon"</p> }
}

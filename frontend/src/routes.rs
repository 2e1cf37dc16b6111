//! The whole app and its addresses: which page stands at which path.

use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::components::{Route, Router, Routes};
use leptos_router::path;

use crate::gallery::Gallery;
use crate::i18n::{ShellWords, provide_language, words};
use crate::shell::{AuthCard, NotFound};
use crate::ui::{ToastRegion, Toaster};

/// Everything.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_language();
    Toaster::provide();
    view! {
        <Title formatter=|title: String| if title.is_empty() { "Doorward".into() } else { format!("{title} · Doorward") }/>
        <Router>
            <Routes fallback=NotFound>
                <Route path=path!("/") view=Welcome/>
                <Route path=path!("/dev/components/*page") view=DevOnly/>
            </Routes>
        </Router>
        <ToastRegion/>
    }
}

/// What stands at the door until the rooms are wired.
#[component]
fn Welcome() -> impl IntoView {
    let t = words(ShellWords);
    view! {
        <AuthCard title=move || t().welcome_title()>
            <p>{move || t().welcome_text()}</p>
        </AuthCard>
    }
}

/// The gallery of components, in debug builds only.
#[component]
fn DevOnly() -> impl IntoView {
    if cfg!(debug_assertions) {
        view! { <Gallery/> }.into_any()
    } else {
        view! { <NotFound/> }.into_any()
    }
}

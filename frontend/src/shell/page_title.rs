//! The page's heading: it names the window, and after a navigation the focus starts at it.

use std::sync::atomic::{AtomicBool, Ordering};

use leptos::{html, prelude::*};

use crate::i18n::{ShellWords, words};

/// A page's `<h1>`, with what can be done on the page at its right.
#[component]
pub fn PageTitle(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// What stands before the heading, such as a person's initials.
    #[prop(optional, into)]
    lead: Option<ViewFn>,
    /// The page's buttons.
    #[prop(optional, into)]
    actions: Option<ViewFn>,
    /// What stands under the heading, such as a path.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let heading = focus_after_navigation();
    name_window(title);
    view! {
        <header class="page-head">
            {lead.map(|lead| view! { <div class="page-lead">{lead.run()}</div> })}
            <div class="page-head-text">
                <h1 class="page-title" tabindex="-1" node_ref=heading>{move || title.get()}</h1>
                {children.map(|children| children())}
            </div>
            {actions.map(|actions| view! { <div class="page-actions">{actions.run()}</div> })}
        </header>
    }
}

/// Names the window after the page, for as long as the page is shown.
pub(super) fn name_window(title: Signal<String>) {
    let t = words(ShellWords);
    Effect::new(move || document().set_title(&format!("{} · {}", title.get(), t().product())));
}

/// The place of a heading that takes the focus when it appears, except on the first page of a visit:
/// there the reader starts at the top, as everywhere.
pub(super) fn focus_after_navigation() -> NodeRef<html::H1> {
    static VISITED: AtomicBool = AtomicBool::new(false);
    let heading = NodeRef::<html::H1>::new();
    let navigated = VISITED.swap(true, Ordering::Relaxed);
    Effect::new(move || {
        if let (true, Some(heading)) = (navigated, heading.get()) {
            let _ = heading.focus();
        }
    });
    heading
}

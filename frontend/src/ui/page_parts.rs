//! The parts of a detail page: where it stands, its sections, its label and value rows.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::browser;
use crate::i18n::{CommonWords, words};

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crumb {
    /// What it is called.
    pub label: String,
    /// Where it leads; the last one leads nowhere.
    pub href: Option<String>,
}

/// The way from the top to here, as of a company within its parents.
#[component]
pub fn Breadcrumb(
    /// The steps, topmost first.
    #[prop(into)]
    crumbs: Signal<Vec<Crumb>>,
    /// What the path is of, for screen readers.
    #[prop(optional, into)]
    name: Signal<String>,
) -> impl IntoView {
    let t = words(CommonWords);
    let name = move || {
        Some(name.get())
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| t().path().to_owned())
    };
    let step = |crumb: Crumb| match crumb.href {
        Some(href) => view! { <li><a href=href>{crumb.label}</a></li> }.into_any(),
        None => view! { <li><span>{crumb.label}</span></li> }.into_any(),
    };
    view! {
        <nav class="crumbs" aria-label=name>
            <ol>{move || crumbs.get().into_iter().map(step).collect_view()}</ol>
        </nav>
    }
}

/// Rows of label and value.
#[component]
pub fn DescriptionList(
    /// [`DescriptionRow`]s.
    children: Children,
) -> impl IntoView {
    view! { <dl class="description">{children()}</dl> }
}

/// One label and its value.
#[component]
pub fn DescriptionRow(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// The value.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="description-row">
            <dt>{move || label.get()}</dt>
            <dd>{children()}</dd>
        </div>
    }
}

/// A section of a page: a card with a heading, to which a [`SectionIndex`] can lead.
#[component]
pub fn Section(
    /// Its id within the page.
    #[prop(into)]
    id: String,
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// What can be done with it, at the right of the heading.
    #[prop(optional, into)]
    actions: Option<ViewFn>,
    /// Its content.
    children: Children,
) -> impl IntoView {
    let heading = format!("{id}-title");
    let labelled = heading.clone();
    view! {
        <section class="section card" id=id aria-labelledby=labelled>
            <header class="section-head">
                <h2 class="section-title" id=heading tabindex="-1">{move || title.get()}</h2>
                {actions.map(|actions| view! { <div class="section-actions">{actions.run()}</div> })}
            </header>
            {children()}
        </section>
    }
}

/// The short index of a long page. It also leads to the section that the address names behind `#`.
#[component]
pub fn SectionIndex(
    /// The sections: id and heading.
    #[prop(into)]
    sections: Signal<Vec<(String, String)>>,
) -> impl IntoView {
    let t = words(CommonWords);
    let hash = use_location().hash;
    Effect::new(move || {
        let id = hash.get().trim_start_matches('#').to_owned();
        if sections.with_untracked(|all| all.iter().any(|(own, _)| *own == id)) {
            // The page's own heading takes the focus first.
            request_animation_frame(move || go_to(&id));
        }
    });
    let entry = |(id, label): (String, String)| {
        let target = id.clone();
        view! {
            <li>
                <a
                    href=format!("#{id}")
                    on:click=move |event| {
                        event.prevent_default();
                        go_to(&target);
                    }
                >
                    {label}
                </a>
            </li>
        }
    };
    view! {
        <nav class="section-index" aria-label=move || t().on_this_page()>
            <ul>{move || sections.get().into_iter().map(entry).collect_view()}</ul>
        </nav>
    }
}

/// Scrolls to a section, and moves the focus to its heading.
fn go_to(id: &str) {
    if let Some(section) = browser::element(id) {
        section.scroll_into_view();
    }
    browser::focus(&format!("{id}-title"));
}

//! What stands where data is not there yet, or never: skeletons, empty states, progress.

use leptos::prelude::*;

use super::{Icon, IconName};
use crate::i18n::{CommonWords, words};

/// Lines of the final height where text will stand.
#[component]
pub fn Skeleton(
    /// How many lines.
    #[prop(default = 3)]
    lines: usize,
) -> impl IntoView {
    let t = words(CommonWords);
    view! {
        <div class="skeleton" role="status">
            <span class="visually-hidden">{move || t().loading()}</span>
            {(0..lines).map(|_| view! { <span class="skeleton-line" aria-hidden="true"></span> }).collect_view()}
        </div>
    }
}

/// Rows of the final height where a table's rows will stand.
#[component]
pub fn SkeletonRows(
    /// How many rows.
    #[prop(default = 8)]
    rows: usize,
    /// How many columns.
    columns: usize,
) -> impl IntoView {
    let row = move |_| {
        view! {
            <tr class="skeleton-row" aria-hidden="true">
                {(0..columns).map(|_| view! { <td><span class="skeleton-line"></span></td> }).collect_view()}
            </tr>
        }
    };
    (0..rows).map(row).collect_view()
}

/// One sentence where a list has nothing to show, and the one action that helps.
#[component]
pub fn EmptyState(
    /// The sentence.
    #[prop(into)]
    title: Signal<String>,
    /// An icon above it.
    #[prop(default = IconName::Search)]
    icon: IconName,
    /// The action that helps.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <span class="empty-icon"><Icon name=icon/></span>
            <p class="empty-title">{move || title.get()}</p>
            {children.map(|children| view! { <div class="empty-action">{children()}</div> })}
        </div>
    }
}

/// How far long work has come, in a bar and in numbers.
#[component]
pub fn ProgressBar(
    /// What is done: "1,240 of 12,345".
    #[prop(into)]
    text: Signal<String>,
    /// How much is done.
    #[prop(into)]
    done: Signal<u64>,
    /// How much there is.
    #[prop(into)]
    total: Signal<u64>,
) -> impl IntoView {
    view! {
        <div class="progress">
            <progress
                max=move || total.get().max(1).to_string()
                prop:value=move || done.get() as f64
                aria-label=move || text.get()
            ></progress>
            <span class="progress-text">{move || text.get()}</span>
        </div>
    }
}

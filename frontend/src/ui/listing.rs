//! What stands around the table of every paged list: why it could not be loaded, what is said where there are no
//! rows, and its pages.

use app::Page;
use leptos::prelude::*;

use super::{Button, EmptyState, LoadFailed, Loaded, Pages, Paging};
use crate::i18n::{CommonWords, words};

/// A paged list: the table inside, and what belongs around it.
#[component]
pub fn Listing<T: Clone + Send + Sync + 'static>(
    /// The page that is shown.
    page: Loaded<Page<T>>,
    /// Which page the address asks for.
    #[prop(into)]
    paging: Signal<Paging>,
    /// Goes to another page, or to pages of another size.
    #[prop(into)]
    on_go: Callback<Paging>,
    /// What stands where there are no rows.
    #[prop(into)]
    empty: ViewFn,
    /// The table.
    children: ChildrenFn,
) -> impl IntoView {
    let nothing = move || page.with(|page| page.is_some_and(|page| page.items.is_empty()));
    let (empty, children) = (StoredValue::new(empty), StoredValue::new(children));
    view! {
        <LoadFailed refusal=page.refusal() on_retry=move || page.again()/>
        <Show when=move || !page.is_refused()>
            <Show when=move || !nothing() fallback=move || empty.with_value(ViewFn::run)>
                {children.with_value(|children| children())}
                <Pages page paging on_go/>
            </Show>
        </Show>
    }
}

/// What stands in a list of which the filters leave nothing.
#[component]
pub fn NothingMatches(
    /// The sentence.
    #[prop(into)]
    title: Signal<String>,
    /// Lifts the filters.
    #[prop(into)]
    on_clear: Callback<()>,
) -> impl IntoView {
    let t = words(CommonWords);
    view! {
        <EmptyState title>
            <Button on_click=on_clear>{move || t().clear_filters()}</Button>
        </EmptyState>
    }
}

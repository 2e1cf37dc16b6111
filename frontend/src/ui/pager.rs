//! The pager under a list: where one is, the page before, the page after, how many rows.

use leptos::prelude::*;

use super::{Button, Choice, Icon, IconName, select_field::Options};
use crate::i18n::{CommonWords, words};

/// Pages of a list that is walked forwards and backwards.
#[component]
pub fn Pager(
    /// Where one is: "1–50 of 12,345".
    #[prop(into)]
    range: Signal<String>,
    /// Whether there is a page before.
    #[prop(into)]
    has_previous: Signal<bool>,
    /// Whether there is a page after.
    #[prop(into)]
    has_next: Signal<bool>,
    /// Goes to the page before.
    #[prop(into)]
    on_previous: Callback<()>,
    /// Goes to the page after.
    #[prop(into)]
    on_next: Callback<()>,
    /// How many rows a page has.
    #[prop(optional, into)]
    size: Signal<u32>,
    /// Wants pages of another size.
    #[prop(optional, into)]
    on_size: Option<Callback<u32>>,
) -> impl IntoView {
    let t = words(CommonWords);
    let sizes = Signal::derive(move || {
        [25, 50, 100, 200]
            .map(|count: u32| Choice::new(count.to_string(), t().per_page(count)))
            .to_vec()
    });
    view! {
        <nav class="pager" aria-label=move || t().page_controls()>
            <span class="pager-range" role="status">{move || range.get()}</span>
            <div class="pager-buttons">
                <Button
                    icon=IconName::Left icon_only=true name=move || t().previous_page()
                    disabled=move || !has_previous.get() on_click=on_previous
                />
                <Button
                    icon=IconName::Right icon_only=true name=move || t().next_page()
                    disabled=move || !has_next.get() on_click=on_next
                />
            </div>
            {on_size.map(|on_size| view! {
                <div class="select pager-size">
                    <select
                        class="input"
                        aria-label=move || t().rows_per_page()
                        on:change:target=move |event| {
                            if let Ok(size) = event.target().value().parse() {
                                on_size.run(size);
                            }
                        }
                    >
                        <Options value=Signal::derive(move || size.get().to_string()) choices=sizes/>
                    </select>
                    <Icon name=IconName::Down/>
                </div>
            })}
        </nav>
    }
}

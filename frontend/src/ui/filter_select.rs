//! A filter of one choice, small enough to stand in the row above a list.

use leptos::prelude::*;

use super::{Choice, Icon, IconName, select_field::Options};

/// A native select whose first entry, named as the filter, stands for "no filter".
#[component]
pub fn FilterSelect(
    /// What is filtered: "Status".
    #[prop(into)]
    label: Signal<String>,
    /// The value chosen, empty for none.
    #[prop(into)]
    value: Signal<String>,
    /// What can be chosen.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// Wants another.
    #[prop(into)]
    on_change: Callback<String>,
) -> impl IntoView {
    let choices = Signal::derive(move || {
        let mut all = vec![Choice::new("", label.get())];
        all.extend(choices.get());
        all
    });
    view! {
        <div class="select filter-select" class:filter-select-on=move || !value.with(String::is_empty)>
            <select
                class="input"
                aria-label=move || label.get()
                on:change:target=move |event| on_change.run(event.target().value())
            >
                <Options value choices/>
            </select>
            <Icon name=IconName::Down/>
        </div>
    }
}

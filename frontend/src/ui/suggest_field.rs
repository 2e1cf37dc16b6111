//! A line of text with suggestions, for what has too many values for a select: time zones, actions.

use leptos::prelude::*;

use super::{FieldFrame, FieldIds};

/// A line of text; the browser suggests what begins or contains what is typed.
#[component]
pub fn SuggestField(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// What is typed.
    value: RwSignal<String>,
    /// What is suggested.
    #[prop(into)]
    suggestions: Signal<Vec<String>>,
    /// The form's name for it, and its id.
    #[prop(into)]
    name: String,
    /// One sentence that helps.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// What stands for an empty field.
    #[prop(optional, into)]
    placeholder: Signal<String>,
) -> impl IntoView {
    let ids = FieldIds::new(name.clone(), hint, error);
    let list = format!("{}-list", ids.control());
    view! {
        <FieldFrame ids label>
            <input
                class="input"
                id=ids.control()
                name=name
                list=list.clone()
                autocomplete="off"
                spellcheck="false"
                placeholder=move || placeholder.get()
                aria-describedby=move || ids.described_by()
                aria-invalid=move || ids.invalid()
                bind:value=value
            />
            <datalist id=list>
                {move || suggestions.get().into_iter().map(|text| view! { <option value=text></option> }).collect_view()}
            </datalist>
        </FieldFrame>
    }
}

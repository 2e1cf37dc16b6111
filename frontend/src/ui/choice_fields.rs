//! Fields that are ticked: one box, or one of a group.

use leptos::prelude::*;

use super::{Choice, FieldError, FieldHint, FieldIds, browser::unique_id};

/// One box to tick, its label beside it.
#[component]
pub fn CheckboxField(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is ticked.
    checked: RwSignal<bool>,
    /// The form's name for it, and its id.
    #[prop(into)]
    name: String,
    /// One sentence that helps.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Not to be used now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let ids = FieldIds::new(name.clone(), hint, error);
    let id = ids.control();
    view! {
        <div class="field field-tick">
            <label class="tick">
                <input
                    type="checkbox"
                    id=id.clone()
                    name=name
                    disabled=move || disabled.get()
                    aria-describedby=move || ids.described_by()
                    aria-invalid=move || ids.invalid()
                    bind:checked=checked
                />
                <span>{move || label.get()}</span>
            </label>
            <FieldHint id=format!("{id}-hint") text=hint/>
            <FieldError id=format!("{id}-error") text=error/>
        </div>
    }
}

/// A few choices of which one holds, all of them seen.
#[component]
pub fn RadioGroup(
    /// What is chosen here.
    #[prop(into)]
    label: Signal<String>,
    /// The value chosen.
    value: RwSignal<String>,
    /// What can be chosen.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The form's name for it, and its id.
    #[prop(into)]
    name: String,
    /// One sentence that helps.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let ids = FieldIds::new(name.clone(), hint, error);
    let id = ids.control();
    // Two groups on a page may carry the same name; the browser must not make them one.
    let group = StoredValue::new(unique_id(&name));
    let radios = move || {
        choices
            .get()
            .into_iter()
            .map(|choice| {
                let (own, chosen) = (choice.value.clone(), choice.value.clone());
                view! {
                    <label class="tick">
                        <input
                            type="radio"
                            name=group.get_value()
                            value=choice.value
                            prop:checked=move || value.get() == own
                            on:change=move |_| value.set(chosen.clone())
                        />
                        <span>{choice.label}</span>
                    </label>
                }
            })
            .collect_view()
    };
    view! {
        <fieldset
            class="field field-group"
            id=id.clone()
            tabindex="-1"
            aria-describedby=move || ids.described_by()
        >
            <legend class="field-label">{move || label.get()}</legend>
            <FieldHint id=format!("{id}-hint") text=hint/>
            <div class="ticks">{radios}</div>
            <FieldError id=format!("{id}-error") text=error/>
        </fieldset>
    }
}

//! The field that chooses one of a few: the browser's own select.

use leptos::prelude::*;

use super::{FieldFrame, FieldIds, Icon, IconName};

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is stored and sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// Whether it is only shown, and cannot be chosen.
    pub off: bool,
}

impl Choice {
    /// A choice of this value, read as this label.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            off: false,
        }
    }

    /// The same, shown but not to be chosen; the label says why.
    pub fn off(self) -> Self {
        Self { off: true, ..self }
    }
}

/// A select with its label.
#[component]
pub fn SelectField(
    /// The label.
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
    /// Must be chosen.
    #[prop(optional)]
    required: bool,
    /// Not to be used now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let ids = FieldIds::new(name.clone(), hint, error);
    view! {
        <FieldFrame ids label required>
            <div class="select">
                <select
                    class="input"
                    id=ids.control()
                    name=name
                    required=required
                    disabled=move || disabled.get()
                    aria-describedby=move || ids.described_by()
                    aria-invalid=move || ids.invalid()
                    on:change:target=move |event| value.set(event.target().value())
                >
                    <Options value=value choices/>
                </select>
                <Icon name=IconName::Down/>
            </div>
        </FieldFrame>
    }
}

/// The options of a native select, the chosen one marked.
#[component]
pub(super) fn Options(
    /// The value chosen.
    #[prop(into)]
    value: Signal<String>,
    /// What can be chosen.
    choices: Signal<Vec<Choice>>,
) -> impl IntoView {
    move || {
        choices
            .get()
            .into_iter()
            .map(|choice| {
                let own = choice.value.clone();
                view! {
                    <option value=choice.value disabled=choice.off prop:selected=move || value.get() == own>
                        {choice.label}
                    </option>
                }
            })
            .collect_view()
    }
}

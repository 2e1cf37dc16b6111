//! The field for a day or a moment: the browser's own, its value as text.

use leptos::prelude::*;

use super::{FieldFrame, FieldIds};

/// How fine a date is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateFieldKind {
    /// A day: `2026-11-30`.
    #[default]
    Date,
    /// A moment of the reader's clock: `2026-11-30T17:30`.
    DateTime,
    /// A time of day: `17:30`.
    Time,
}

/// A date with its label. The value is the text of HTML's date inputs, empty for none.
#[component]
pub fn DateField(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// The date's text.
    value: RwSignal<String>,
    /// The form's name for it, and its id.
    #[prop(into)]
    name: String,
    /// How fine it is.
    #[prop(optional)]
    kind: DateFieldKind,
    /// The earliest allowed, as text.
    #[prop(optional, into)]
    min: Signal<String>,
    /// The latest allowed, as text.
    #[prop(optional, into)]
    max: Signal<String>,
    /// One sentence that helps.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Must be filled.
    #[prop(optional)]
    required: bool,
) -> impl IntoView {
    let ids = FieldIds::new(name.clone(), hint, error);
    let filled = |text: String| Some(text).filter(|text| !text.is_empty());
    view! {
        <FieldFrame ids label required>
            <input
                class="input input-date"
                id=ids.control()
                name=name
                type=match kind {
                    DateFieldKind::Date => "date",
                    DateFieldKind::DateTime => "datetime-local",
                    DateFieldKind::Time => "time",
                }
                required=required
                min=move || filled(min.get())
                max=move || filled(max.get())
                aria-describedby=move || ids.described_by()
                aria-invalid=move || ids.invalid()
                bind:value=value
            />
        </FieldFrame>
    }
}

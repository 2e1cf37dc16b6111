//! The field for a day: typed as the reader does, or chosen from the browser's calendar.

use leptos::prelude::*;

use super::{DayLine, FieldFrame, FieldIds};

/// A day with its label. The value is `2026-11-30`, empty for none; what cannot be understood stands in it as it was typed.
#[component]
pub fn DateField(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// The day.
    value: RwSignal<String>,
    /// The form's name for it, and its id.
    #[prop(into)]
    name: String,
    /// The earliest that the calendar offers.
    #[prop(optional, into)]
    min: Signal<String>,
    /// The latest that the calendar offers.
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
    let wrong = RwSignal::new(None);
    let error = Signal::derive(move || wrong.get().or_else(|| error.get()));
    let ids = FieldIds::new(name, hint, error);
    view! {
        <FieldFrame ids label required>
            <DayLine ids value wrong min max required/>
        </FieldFrame>
    }
}

//! The frame of every field: label, hint, the control, and what is wrong with it.

use leptos::prelude::*;

use super::{Icon, IconName};
use crate::i18n::{CommonWords, words};

/// The ids by which a control and its explanations know each other.
#[derive(Clone, Copy, Debug)]
pub struct FieldIds {
    id: StoredValue<String>,
    hint: Signal<String>,
    error: Signal<Option<String>>,
}

impl FieldIds {
    /// The ids of the control `id`, whose hint and error come and go.
    pub fn new(id: String, hint: Signal<String>, error: Signal<Option<String>>) -> Self {
        Self {
            id: StoredValue::new(id),
            hint,
            error,
        }
    }

    /// The control's own id: an error summary links to it.
    pub fn control(&self) -> String {
        self.id.get_value()
    }

    /// The value of `aria-describedby`.
    pub fn described_by(&self) -> Option<String> {
        let id = self.id.get_value();
        let hint = (!self.hint.get().is_empty()).then(|| format!("{id}-hint"));
        let error = self.error.get().map(|_| format!("{id}-error"));
        match (hint, error) {
            (None, None) => None,
            (hint, error) => Some(
                [error, hint]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(" "),
            ),
        }
    }

    /// The value of `aria-invalid`.
    pub fn invalid(&self) -> Option<&'static str> {
        self.error.get().map(|_| "true")
    }
}

/// Label above, the control, what is wrong, the hint: so controls side by side stay level.
///
/// For controls of one's own; the fields here use it.
#[component]
pub fn FieldFrame(
    /// The ids that tie the parts together.
    ids: FieldIds,
    /// The label.
    label: Signal<String>,
    /// Whether the field must be filled.
    #[prop(optional)]
    required: bool,
    /// The control.
    children: Children,
) -> impl IntoView {
    let t = words(CommonWords);
    let id = ids.control();
    view! {
        <div class="field" data-invalid=move || ids.invalid()>
            <label class="field-label" for=id.clone()>
                {move || label.get()}
                {required.then(|| view! {
                    <span class="field-required" aria-hidden="true" title=move || t().required()>"*"</span>
                })}
            </label>
            {children()}
            <FieldError id=format!("{id}-error") text=ids.error/>
            <FieldHint id=format!("{id}-hint") text=ids.hint/>
        </div>
    }
}

/// One sentence that helps to fill a field.
#[component]
pub fn FieldHint(
    /// Its id, for `aria-describedby`.
    id: String,
    /// The sentence; nothing is shown while it is empty.
    text: Signal<String>,
) -> impl IntoView {
    move || {
        let text = text.get();
        (!text.is_empty()).then(|| view! { <p class="field-hint" id=id.clone()>{text}</p> })
    }
}

/// What is wrong with a field and what would be right.
#[component]
pub fn FieldError(
    /// Its id, for `aria-describedby`.
    id: String,
    /// The message, while something is wrong.
    text: Signal<Option<String>>,
) -> impl IntoView {
    move || {
        text.get().map(|text| {
            view! {
                <p class="field-error" id=id.clone()>
                    <Icon name=IconName::Danger/>
                    <span>{text}</span>
                </p>
            }
        })
    }
}

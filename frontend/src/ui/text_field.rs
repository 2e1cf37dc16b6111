//! Fields for a line or several lines of text.

use leptos::prelude::*;

use super::{FieldFrame, FieldIds, browser};

/// A line of text with its label.
#[component]
pub fn TextField(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// What is typed.
    value: RwSignal<String>,
    /// The form's name for it, and its id unless `id` says otherwise.
    #[prop(into)]
    name: String,
    /// Its id, where the same name stands twice on a page.
    #[prop(optional, into)]
    id: Option<String>,
    /// The HTML input type: `text`, `email`, `url`, `tel`.
    #[prop(default = "text")]
    kind: &'static str,
    /// One sentence that helps.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// What a password manager or browser may fill in.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// Which keyboard a phone shows.
    #[prop(optional)]
    inputmode: Option<&'static str>,
    /// Must be filled.
    #[prop(optional)]
    required: bool,
    /// Fixed-width letters, for identifiers, keys and addresses; not spell-checked.
    #[prop(optional)]
    mono: bool,
    /// Shown but not to be changed.
    #[prop(optional, into)]
    readonly: Signal<bool>,
    /// Takes the focus when the dialog or page around it opens.
    #[prop(optional)]
    autofocus: bool,
) -> impl IntoView {
    let ids = FieldIds::new(id.unwrap_or_else(|| name.clone()), hint, error);
    if autofocus {
        browser::focus_when_mounted(ids.control());
    }
    view! {
        <FieldFrame ids label required>
            <input
                class="input"
                class:mono=mono
                id=ids.control()
                name=name
                type=kind
                autocomplete=autocomplete
                inputmode=inputmode
                required=required
                readonly=move || readonly.get()
                autofocus=autofocus
                spellcheck=if mono { "false" } else { "true" }
                autocapitalize=(mono || kind == "email").then_some("none")
                aria-describedby=move || ids.described_by()
                aria-invalid=move || ids.invalid()
                bind:value=value
            />
        </FieldFrame>
    }
}

/// Several lines of text with their label.
#[component]
pub fn TextAreaField(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// What is typed.
    value: RwSignal<String>,
    /// The form's name for it, and its id.
    #[prop(into)]
    name: String,
    /// How many lines are seen at once.
    #[prop(default = 4)]
    rows: u32,
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
    view! {
        <FieldFrame ids label required>
            <textarea
                class="input"
                id=ids.control()
                name=name
                rows=rows
                required=required
                aria-describedby=move || ids.described_by()
                aria-invalid=move || ids.invalid()
                prop:value=move || value.get()
                on:input:target=move |event| value.set(event.target().value())
            ></textarea>
        </FieldFrame>
    }
}

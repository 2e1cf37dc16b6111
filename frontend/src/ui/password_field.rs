//! The field for a password: hidden until the reader asks to see it.

use leptos::prelude::*;

use super::{FieldFrame, FieldIds, Icon, IconName, browser};
use crate::i18n::{CommonWords, words};

/// A password with its label and a button that shows it.
#[component]
pub fn PasswordField(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// What is typed.
    value: RwSignal<String>,
    /// The form's name for it, and its id.
    #[prop(into)]
    name: String,
    /// `current-password` where one signs in, `new-password` where one chooses.
    #[prop(default = "current-password")]
    autocomplete: &'static str,
    /// One sentence that helps.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Must be filled.
    #[prop(optional)]
    required: bool,
    /// Takes the focus when the dialog or page around it opens.
    #[prop(optional)]
    autofocus: bool,
    /// What stands under it, such as a [`StrengthMeter`].
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let t = words(CommonWords);
    let shown = RwSignal::new(false);
    let ids = FieldIds::new(name.clone(), hint, error);
    if autofocus {
        browser::focus_when_mounted(ids.control());
    }
    view! {
        <FieldFrame ids label required>
            <div class="input-with-button">
                <input
                    class="input"
                    id=ids.control()
                    name=name
                    type=move || if shown.get() { "text" } else { "password" }
                    autocomplete=autocomplete
                    required=required
                    autofocus=autofocus
                    spellcheck="false"
                    autocapitalize="none"
                    aria-describedby=move || ids.described_by()
                    aria-invalid=move || ids.invalid()
                    bind:value=value
                />
                <button
                    type="button"
                    class="input-button"
                    aria-pressed=move || if shown.get() { "true" } else { "false" }
                    aria-label=move || t().show_password()
                    title=move || if shown.get() { t().hide_password() } else { t().show_password() }
                    aria-controls=ids.control()
                    on:click=move |_| shown.update(|shown| *shown = !*shown)
                >
                    {move || {
                        let name = if shown.get() { IconName::EyeOff } else { IconName::Eye };
                        view! { <Icon name/> }
                    }}
                </button>
            </div>
            {children.map(|children| children())}
        </FieldFrame>
    }
}

/// How strong a password is, from 0 to 4, with the words for it; spoken politely while typing.
#[component]
pub fn StrengthMeter(
    /// 0 (nothing typed) to 4 (strong).
    #[prop(into)]
    score: Signal<u8>,
    /// The words: "Too short", "Strong".
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let t = words(CommonWords);
    view! {
        <div class="strength" data-score=move || score.get().min(4).to_string()>
            <span class="strength-bar" aria-hidden="true"><i></i><i></i><i></i><i></i></span>
            <span class="strength-text" role="status">
                <span class="visually-hidden">{move || t().strength()}{move || t().colon()}</span>
                {move || text.get()}
            </span>
        </div>
    }
}

//! The field for a one-time or verification code: one plain text input that takes a code as people have it.

use leptos::prelude::*;

use super::{FieldFrame, FieldIds, browser};

/// A code of digits. `value` holds it cleaned ("１２３ ４５６" is "123456"); it never submits by itself.
#[component]
pub fn CodeField(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// The code, cleaned.
    value: RwSignal<String>,
    /// The form's name for it, and its id.
    #[prop(into)]
    name: String,
    /// One sentence that helps.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Takes the focus when it appears.
    #[prop(optional)]
    autofocus: bool,
) -> impl IntoView {
    let ids = FieldIds::new(name.clone(), hint, error);
    let typed = RwSignal::new(value.get_untracked());
    // What is typed stays as it was typed; only a value set from outside (a cleared field) replaces it.
    Effect::new(move || {
        let value = value.get();
        if clean_code(&typed.get_untracked()) != value {
            typed.set(value);
        }
    });
    if autofocus {
        browser::focus_when_mounted(ids.control());
    }
    view! {
        <FieldFrame ids label required=true>
            <input
                class="input code-input mono"
                id=ids.control()
                name=name
                type="text"
                inputmode="numeric"
                autocomplete="one-time-code"
                autocapitalize="none"
                spellcheck="false"
                required=true
                autofocus=autofocus
                aria-describedby=move || ids.described_by()
                aria-invalid=move || ids.invalid()
                prop:value=move || typed.get()
                on:input:target=move |event| {
                    let text = event.target().value();
                    value.set(clean_code(&text));
                    typed.set(text);
                }
            />
        </FieldFrame>
    }
}

/// A code without what copying and input methods add to it: spaces, hyphens, full-width forms.
pub fn clean_code(text: &str) -> String {
    text.chars()
        .filter(|c| {
            !c.is_whitespace()
                && !matches!(
                    c,
                    '-' | '‐' | '‑' | '–' | '－' | '\u{200b}'..='\u{200f}' | '\u{feff}'
                )
        })
        .map(|c| match c {
            // The full-width forms stand in ASCII's order, 0xFEE0 above it.
            '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            _ => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::clean_code;

    #[test]
    fn a_code_is_taken_as_people_have_it() {
        assert_eq!(clean_code(" 123 456\n"), "123456");
        assert_eq!(clean_code("１２３　４５６"), "123456");
        assert_eq!(clean_code("123-456"), "123456");
        assert_eq!(clean_code("12a456"), "12a456");
    }
}

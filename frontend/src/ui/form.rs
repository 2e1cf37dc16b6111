//! The form: submitted on purpose only, and it can keep its reader from losing what was typed.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::browser;

/// A form. It is submitted by its submit button or by Enter, never by the Enter that ends a composed
/// word, and never twice while `busy`.
#[component]
pub fn Form(
    /// What submitting does.
    #[prop(into)]
    on_submit: Callback<()>,
    /// Work is under way.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Its name for screen readers, where no heading says it.
    #[prop(optional, into)]
    name: Signal<String>,
    /// Fields and buttons.
    children: Children,
) -> impl IntoView {
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() {
            on_submit.run(());
        }
    };
    let key = |event: web_sys::KeyboardEvent| {
        let in_text = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok())
            .is_some();
        if in_text && event.key() == "Enter" && browser::is_composing(&event) {
            event.prevent_default();
        }
    };
    view! {
        <form
            class="form"
            method="post"
            novalidate=true
            aria-label=move || Some(name.get()).filter(|name| !name.is_empty())
            aria-busy=move || busy.get().then_some("true")
            on:submit=submit
            on:keydown=key
        >
            {children()}
        </form>
    }
}

/// The row of buttons under a form: what acts first, then the way out.
#[component]
pub fn FormActions(
    /// The buttons.
    children: Children,
) -> impl IntoView {
    view! { <div class="form-actions">{children()}</div> }
}

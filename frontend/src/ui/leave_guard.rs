//! The guard of a page with unsaved changes: it asks before a link or the browser leads away.

use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use wasm_bindgen::JsCast;

use super::{ConfirmDialog, browser};
use crate::i18n::{CommonWords, words};

/// While `dirty`, asks before the page is left by a link, by reloading or by closing the window. The question is about
/// changes that are not saved, unless another is given.
#[component]
pub fn LeaveGuard(
    /// Something on the page is not saved yet.
    #[prop(into)]
    dirty: Signal<bool>,
    /// Another question.
    #[prop(optional, into)]
    title: Option<Signal<String>>,
    /// What is lost.
    #[prop(optional, into)]
    text: Option<Signal<String>>,
    /// What the button says that leaves.
    #[prop(optional, into)]
    leave: Option<Signal<String>>,
) -> impl IntoView {
    let t = words(CommonWords);
    let title = title.unwrap_or_else(|| Signal::derive(move || t().unsaved_title().to_owned()));
    let text = text.unwrap_or_else(|| Signal::derive(move || t().unsaved_text().to_owned()));
    let leave = leave.unwrap_or_else(|| Signal::derive(move || t().discard().to_owned()));
    let open = RwSignal::new(false);
    let wanted = RwSignal::new(String::new());
    let unload = window_event_listener(leptos::ev::beforeunload, move |event| {
        if dirty.try_get_untracked().unwrap_or_default() {
            event.prevent_default();
        }
    });
    browser::on_click_first(move |event| {
        let plain = event.button() == 0
            && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        if !plain || !dirty.try_get_untracked().unwrap_or_default() {
            return;
        }
        if let Some(href) = event.target().and_then(link_of) {
            event.prevent_default();
            event.stop_propagation();
            wanted.set(href);
            open.set(true);
        }
    });
    on_cleanup(move || unload.remove());
    let navigate = use_navigate();
    view! {
        <ConfirmDialog
            open
            title
            confirm=leave
            on_confirm=move || {
                open.set(false);
                navigate(&wanted.get_untracked(), NavigateOptions::default());
            }
        >
            <p>{move || text.get()}</p>
        </ConfirmDialog>
    }
}

/// The address within this site to which the clicked link leads, unless it stays on the page.
fn link_of(target: web_sys::EventTarget) -> Option<String> {
    let link = target
        .dyn_into::<web_sys::Element>()
        .ok()?
        .closest("a[href]")
        .ok()??;
    let href = link.get_attribute("href")?;
    let inside = href.starts_with('/') && !href.starts_with("//");
    (inside && link.get_attribute("target").is_none() && !link.has_attribute("download"))
        .then_some(href)
}

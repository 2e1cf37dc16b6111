//! The few things asked of the browser directly; each answers calmly when the browser will not.

use std::sync::atomic::{AtomicU32, Ordering};

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;

/// Under what a message for the next page is kept.
const NOTE: &str = "doorward.note";

/// An id that no other element of this page has.
pub fn unique_id(prefix: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    format!("{prefix}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// The element with this id, as an `HtmlElement`.
pub fn element(id: &str) -> Option<web_sys::HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus to the element with this id.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// Moves the focus to the element with this id, if whoever had it is gone from the page.
pub fn focus_if_lost(id: &str) {
    let active = document().active_element();
    if active.is_none_or(|active| active.tag_name() == "BODY") {
        focus(id);
    }
}

/// Moves the focus to the element with this id as soon as it is in the page.
pub fn focus_when_mounted(id: String) {
    Effect::new(move || focus(&id));
}

/// Scrolls no further than it takes to see the element with this id.
pub fn scroll_near(id: &str) {
    if let Some(element) = element(id) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Scrolls to what the address names behind `#`: to be called again when what came above has moved it away.
pub fn show_named() {
    let named = window().location().hash().unwrap_or_default();
    if let Some(element) = named.strip_prefix('#').and_then(element) {
        element.scroll_into_view();
    }
}

/// Sets an attribute of `<html>`.
pub fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(name, value);
    }
}

/// Removes an attribute of `<html>`.
pub fn remove_root_attribute(name: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.remove_attribute(name);
    }
}

/// Keeps a choice for the next visit; private windows may forget it.
pub fn remember(key: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(key, value);
    }
}

/// Drops a remembered choice.
pub fn forget(key: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.remove_item(key);
    }
}

/// A choice remembered by [`remember`].
pub fn recall(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(key).ok()?
}

/// Leaves a message for the next page that loads in this tab.
pub fn leave_note(text: &str) {
    if let Ok(Some(storage)) = window().session_storage() {
        let _ = storage.set_item(NOTE, text);
    }
}

/// The message that the page before has left, once.
pub fn take_note() -> Option<String> {
    let storage = window().session_storage().ok()??;
    let note = storage.get_item(NOTE).ok()??;
    let _ = storage.remove_item(NOTE);
    Some(note)
}

/// The languages the browser asks for, most wanted first.
pub fn languages() -> Vec<String> {
    window()
        .navigator()
        .languages()
        .iter()
        .filter_map(|tag| tag.as_string())
        .collect()
}

/// Puts a text on the clipboard; `false` if the browser refuses.
pub async fn copy(text: String) -> bool {
    // Without a secure context there is no clipboard at all, and the getter answers undefined.
    let clipboard = window().navigator().clipboard();
    if AsRef::<JsValue>::as_ref(&clipboard).is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(&text)).await.is_ok()
}

/// Hands the reader a text file.
pub fn download(filename: &str, text: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let kind = web_sys::BlobPropertyBag::new();
    kind.set_type("text/plain;charset=utf-8");
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &kind)?;
    let address = web_sys::Url::create_object_url_with_blob(&blob)?;
    let link: web_sys::HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(filename);
    link.click();
    web_sys::Url::revoke_object_url(&address)
}

/// Whether this key press belongs to an input method that is still composing a word.
pub fn is_composing(event: &web_sys::KeyboardEvent) -> bool {
    // Safari ends the composition before the key press; there the key code tells.
    event.is_composing() || event.key_code() == 229
}

/// Whether the event's target is the element with this id.
pub fn has_id(target: &web_sys::EventTarget, id: &str) -> bool {
    target
        .dyn_ref::<web_sys::Element>()
        .is_some_and(|element| element.id() == id)
}

/// Whether the reader sits before a Mac, an iPhone or an iPad, where ⌘ is what Ctrl is elsewhere.
pub fn is_apple() -> bool {
    let platform = window().navigator().platform().unwrap_or_default();
    platform.starts_with("Mac") || platform.starts_with("iP")
}

/// Whether a key press goes to something in which one types or chooses by letters.
pub fn is_typing(event: &web_sys::KeyboardEvent) -> bool {
    const FIELDS: &str = "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, \
                          [contenteditable]";
    event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|element| element.matches(FIELDS).unwrap_or_default())
}

/// Whether there is something that this selector finds.
pub fn has(selector: &str) -> bool {
    matches!(document().query_selector(selector), Ok(Some(_)))
}

/// Moves the focus to the line that this selector finds first, with all that stands in it selected; `false` if there is
/// none.
pub fn focus_line(selector: &str) -> bool {
    let Ok(Some(line)) = document().query_selector(selector) else {
        return false;
    };
    if let Ok(line) = line.dyn_into::<web_sys::HtmlInputElement>() {
        let _ = line.focus();
        line.select();
    }
    true
}

/// A text with each character taken apart: accents stand by themselves, wide and narrow forms are alike (NFKD).
pub fn taken_apart(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFKD").into()
}

/// Follows a link to another page, as if it were pressed: whoever guards unsaved changes asks first.
pub fn follow(href: &str, new_tab: bool) {
    let Ok(link) = document().create_element("a") else {
        return;
    };
    let link: web_sys::HtmlAnchorElement = link.unchecked_into();
    link.set_href(href);
    if new_tab {
        link.set_target("_blank");
        link.set_rel("noopener");
    }
    if let Some(body) = document().body() {
        let _ = body.append_child(&link);
        link.click();
        link.remove();
    }
}

/// Opens another page of this site in the place of this one, and loads it anew.
pub fn open(path: &str) {
    let _ = window().location().replace(path);
}

/// Loads this page anew.
pub fn reload() {
    let _ = window().location().reload();
}

/// Once somebody types, loads into the browser's cache what the page names with `rel="portal"`: the files that
/// are wanted next.
pub fn load_ahead_when_typing() {
    let heard = window_event_listener(leptos::ev::input, |_| {
        while let Ok(Some(link)) = document().query_selector("link[rel=portal]") {
            if link.set_attribute("rel", "prefetch").is_err() {
                break;
            }
        }
    });
    on_cleanup(move || heard.remove());
}

/// Removes what `index.html` shows until the app is there.
pub fn remove_loading_mark() {
    if let Some(mark) = element("loading") {
        mark.remove();
    }
}

/// The id of a `<dialog>` that is shown modally once it is in the page, and closed before it leaves, so
/// that the browser gives the focus back to where it was.
pub fn modal_while_mounted() -> String {
    let id = unique_id("dialog");
    let (shown, closed) = (id.clone(), id.clone());
    let find = |id: &str| element(id)?.dyn_into::<web_sys::HtmlDialogElement>().ok();
    Effect::new(move || {
        if let Some(dialog) = find(&shown)
            && !dialog.open()
        {
            let _ = dialog.show_modal();
        }
    });
    on_cleanup(move || {
        if let Some(dialog) = find(&closed) {
            dialog.close();
        }
    });
    id
}

/// Hears of each click before anything else does, the router's handling of links included, until the
/// component is gone.
pub fn on_click_first(run: impl Fn(web_sys::MouseEvent) + 'static) {
    let run = Closure::<dyn Fn(web_sys::MouseEvent)>::new(run);
    let heard = run.as_ref().unchecked_ref();
    let _ = window().add_event_listener_with_callback_and_bool("click", heard, true);
    let run = StoredValue::new_local(run);
    on_cleanup(move || {
        run.try_with_value(|run| {
            let heard = run.as_ref().unchecked_ref();
            window().remove_event_listener_with_callback_and_bool("click", heard, true)
        });
    });
}

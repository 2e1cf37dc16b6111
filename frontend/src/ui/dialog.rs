//! The dialog: native, modal, named by its heading; it gives the focus back and guards what was typed.

use leptos::{ev, prelude::*};

use super::{Button, ButtonKind, IconName, browser};
use crate::i18n::{CommonWords, words};

/// How wide a dialog is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DialogSize {
    /// A question.
    Small,
    /// A form of one column.
    #[default]
    Medium,
    /// A form of two columns, a list, a comparison.
    Large,
}

/// A modal dialog, in the page only while `open`, so each opening starts afresh.
///
/// Esc and the close button set `open` to false; while `dirty` they ask first. The element marked
/// `autofocus` inside takes the focus, and whoever had it before gets it back.
#[component]
pub fn Dialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// How wide it is.
    #[prop(optional)]
    size: DialogSize,
    /// Something inside is not saved yet.
    #[prop(optional, into)]
    dirty: Signal<bool>,
    /// Told after it has closed.
    #[prop(optional, into)]
    on_close: Option<Callback<()>>,
    /// What it contains.
    children: ChildrenFn,
) -> impl IntoView {
    view! {
        <Show when=move || open.get()>
            <OpenDialog open title size dirty on_close children=children.clone()/>
        </Show>
    }
}

/// The foot of a dialog: its buttons at the right, in the order given.
#[component]
pub fn DialogFoot(
    /// The buttons.
    children: Children,
) -> impl IntoView {
    view! { <footer class="dialog-foot">{children()}</footer> }
}

#[component]
fn OpenDialog(
    open: RwSignal<bool>,
    title: Signal<String>,
    size: DialogSize,
    dirty: Signal<bool>,
    on_close: Option<Callback<()>>,
    children: ChildrenFn,
) -> impl IntoView {
    let t = words(CommonWords);
    let asking = RwSignal::new(false);
    let id = browser::modal_while_mounted();
    let heading = format!("{id}-title");
    let labelled = heading.clone();
    on_cleanup(move || {
        if let Some(on_close) = on_close {
            on_close.run(());
        }
    });
    let ask_to_close = move || {
        if dirty.get_untracked() {
            asking.set(true);
        } else {
            open.set(false);
        }
    };
    view! {
        <dialog
            class="dialog"
            data-size=match size {
                DialogSize::Small => "small",
                DialogSize::Medium => "medium",
                DialogSize::Large => "large",
            }
            id=id
            aria-labelledby=labelled
            on:cancel=move |event: ev::Event| {
                // A file chooser inside also says "cancel", and it bubbles.
                if event.target() == event.current_target() {
                    event.prevent_default();
                    ask_to_close();
                }
            }
            on:close=move |event| {
                if event.target() == event.current_target() {
                    open.set(false);
                }
            }
        >
            <header class="dialog-head">
                <h2 class="dialog-title" id=heading>{move || title.get()}</h2>
                <Button
                    kind=ButtonKind::Quiet
                    icon=IconName::Close
                    icon_only=true
                    name=move || t().close()
                    on_click=ask_to_close
                />
            </header>
            {children()}
            <Show when=move || asking.get()>
                <Discard asking on_discard=move || open.set(false)/>
            </Show>
        </dialog>
    }
}

/// The question before typed things are lost.
#[component]
fn Discard(asking: RwSignal<bool>, #[prop(into)] on_discard: Callback<()>) -> impl IntoView {
    let t = words(CommonWords);
    let id = browser::modal_while_mounted();
    let heading = format!("{id}-title");
    let labelled = heading.clone();
    view! {
        <dialog
            class="dialog"
            data-size="small"
            id=id
            aria-labelledby=labelled
            on:close=move |event| {
                event.stop_propagation();
                asking.set(false);
            }
        >
            <header class="dialog-head"><h2 class="dialog-title" id=heading>{move || t().unsaved_title()}</h2></header>
            <div class="dialog-body"><p>{move || t().unsaved_text()}</p></div>
            <footer class="dialog-foot">
                <Button autofocus=true on_click=move || asking.set(false)>{move || t().keep_editing()}</Button>
                <Button kind=ButtonKind::Danger on_click=on_discard>{move || t().discard()}</Button>
            </footer>
        </dialog>
    }
}

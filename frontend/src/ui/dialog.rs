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

/// What would be lost by closing a dialog that is dirty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unsaved {
    /// Changes that were not saved.
    #[default]
    Changes,
    /// A secret that is not shown again.
    Secret,
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
    /// What would be lost by closing it then.
    #[prop(optional)]
    unsaved: Unsaved,
    /// True while it asks whether to close; a button inside may ask too.
    #[prop(optional)]
    asking: RwSignal<bool>,
    /// Told after it has closed.
    #[prop(optional, into)]
    on_close: Option<Callback<()>>,
    /// What it contains.
    children: ChildrenFn,
) -> impl IntoView {
    view! {
        <Show when=move || open.get()>
            <OpenDialog open title size dirty unsaved asking on_close children=children.clone()/>
        </Show>
    }
}

/// Whether a dialog about something is open: while there is something. `begin` is told of it first; when the dialog is
/// closed, by Esc too, there is nothing any more.
pub fn open_about<T: Send + Sync + 'static>(
    what: RwSignal<Option<T>>,
    begin: impl Fn(&T) + 'static,
) -> RwSignal<bool> {
    let open = RwSignal::new(false);
    Effect::new(move || {
        let is_something = what.with(|what| what.as_ref().map(&begin)).is_some();
        if is_something {
            open.set(true);
        }
    });
    Effect::new(move || {
        if !open.get() {
            what.set(None);
        }
    });
    open
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
    unsaved: Unsaved,
    asking: RwSignal<bool>,
    on_close: Option<Callback<()>>,
    children: ChildrenFn,
) -> impl IntoView {
    let t = words(CommonWords);
    let id = browser::modal_while_mounted();
    let heading = format!("{id}-title");
    let labelled = heading.clone();
    on_cleanup(move || {
        asking.try_set(false);
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
                <Discard asking unsaved on_discard=move || open.set(false)/>
            </Show>
        </dialog>
    }
}

/// The question before typed things are lost.
#[component]
fn Discard(
    asking: RwSignal<bool>,
    unsaved: Unsaved,
    #[prop(into)] on_discard: Callback<()>,
) -> impl IntoView {
    let t = words(CommonWords);
    let says = move || {
        let t = t();
        match unsaved {
            Unsaved::Changes => [
                t.unsaved_title(),
                t.unsaved_text(),
                t.keep_editing(),
                t.discard(),
            ],
            Unsaved::Secret => [
                t.secret_title(),
                t.secret_text(),
                t.secret_back(),
                t.close(),
            ],
        }
    };
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
            <header class="dialog-head"><h2 class="dialog-title" id=heading>{move || says()[0]}</h2></header>
            <div class="dialog-body"><p>{move || says()[1]}</p></div>
            <footer class="dialog-foot">
                <Button autofocus=true on_click=move || asking.set(false)>{move || says()[2]}</Button>
                <Button kind=ButtonKind::Danger on_click=on_discard>{move || says()[3]}</Button>
            </footer>
        </dialog>
    }
}

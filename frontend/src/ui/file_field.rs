//! The file field: a file is dropped anywhere on the page, or chosen in the browser's own way.

use leptos::prelude::*;
use web_sys::{File, FileList};

use super::{FieldFrame, FieldIds, Icon, IconName};

/// A field for one file. The browser's own control lies over all of it, so click, keys and screen readers find what
/// they know.
#[component]
pub fn FileField(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// The file that is chosen.
    file: RwSignal<Option<File>, LocalStorage>,
    /// The form's name for it, and its id.
    #[prop(into)]
    name: String,
    /// What files can be chosen, as the browser's dialog takes it: ".csv,text/csv".
    accept: &'static str,
    /// What to do, said while no file is chosen.
    #[prop(into)]
    invitation: Signal<String>,
    /// The words of the button: to choose a file, or another one.
    #[prop(into)]
    verb: Signal<String>,
    /// How large a file of so many bytes is, in words.
    #[prop(into)]
    size: Callback<u64, String>,
    /// One sentence that helps.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Not to be used now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let ids = FieldIds::new(name.clone(), hint, error);
    let id = ids.control();
    let chosen_id = format!("{id}-chosen");
    let control = NodeRef::<leptos::html::Input>::new();
    let take = move |files: Option<FileList>| {
        if let Some(chosen) = files.and_then(|files| files.get(0)) {
            file.set(Some(chosen));
        }
    };
    let over = drop_anywhere(disabled, move |files| {
        if let Some(control) = control.get_untracked() {
            control.set_files(Some(&files));
        }
        take(Some(files));
    });
    let described_by = {
        let chosen_id = chosen_id.clone();
        move || {
            let others = ids.described_by();
            let all = [Some(chosen_id.clone()), others];
            all.into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
    };
    let shown = move || {
        let facts = file.with(|file| file.as_ref().map(|file| (file.name(), file.size())));
        match facts {
            Some((name, bytes)) => view! {
                <span class="drop-icon"><Icon name=IconName::File/></span>
                <span class="drop-name">{name}</span>
                <span class="drop-note">{move || size.run(bytes as u64)}</span>
            }
            .into_any(),
            None => view! {
                <span class="drop-icon"><Icon name=IconName::Upload/></span>
                <span class="drop-note">{move || invitation.get()}</span>
            }
            .into_any(),
        }
    };
    view! {
        <FieldFrame ids label required=true>
            <div class="drop" class:drop-over=move || over.get() class:drop-off=move || disabled.get()>
                <div class="drop-shown" id=chosen_id role="status">{shown}</div>
                <span class="button drop-button" aria-hidden="true">{move || verb.get()}</span>
                <input
                    type="file"
                    class="drop-control"
                    id=id
                    name=name
                    accept=accept
                    required=true
                    disabled=move || disabled.get()
                    aria-describedby=described_by
                    aria-invalid=move || ids.invalid()
                    node_ref=control
                    // Else a file that is chosen again, because it was corrected meanwhile, would be no change.
                    on:click:target=|event| event.target().set_value("")
                    on:change:target=move |event| take(event.target().files())
                />
            </div>
        </FieldFrame>
    }
}

/// Takes files that are dropped on the page, wherever that is: beside the field the browser would open them in the
/// place of the page. Tells whether some are being dragged over it.
fn drop_anywhere(disabled: Signal<bool>, take: impl Fn(FileList) + 'static) -> ReadSignal<bool> {
    let (over, set_over) = signal(false);
    let dragged = window_event_listener(leptos::ev::dragover, move |event| {
        if has_files(&event) {
            event.prevent_default();
            set_over.set(!disabled.get_untracked());
        }
    });
    let left = window_event_listener(leptos::ev::dragleave, move |event| {
        if event.related_target().is_none() {
            set_over.set(false);
        }
    });
    let dropped = window_event_listener(leptos::ev::drop, move |event| {
        if !has_files(&event) {
            return;
        }
        event.prevent_default();
        set_over.set(false);
        let files = event.data_transfer().and_then(|dropped| dropped.files());
        if let Some(files) = files.filter(|_| !disabled.get_untracked()) {
            take(files);
        }
    });
    on_cleanup(move || {
        dragged.remove();
        left.remove();
        dropped.remove();
    });
    over
}

fn has_files(event: &web_sys::DragEvent) -> bool {
    event
        .data_transfer()
        .is_some_and(|dragged| dragged.types().includes(&"Files".into(), 0))
}

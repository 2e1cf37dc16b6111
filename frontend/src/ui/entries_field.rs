//! A field of several entries: each has a line of its own, can be taken away, and tells what is wrong with it.

use leptos::prelude::*;

use super::{Button, ButtonKind, FieldError, FieldHint, IconName, Refused, browser};

/// What is typed, entry by entry.
#[derive(Clone, Copy, Debug)]
pub struct Entries(RwSignal<Vec<Entry>>);

/// One line, known by a key of its own, because its place changes when another goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Entry {
    key: usize,
    text: RwSignal<String>,
}

impl Entries {
    /// These entries to begin with; where there are none, one empty line.
    pub fn of(texts: &[String]) -> Self {
        let entries = Self(RwSignal::new(Vec::new()));
        for text in texts {
            entries.add(text.clone());
        }
        if texts.is_empty() {
            entries.add(String::new());
        }
        entries
    }

    /// One more entry at the end.
    pub fn add(self, text: String) {
        self.0.update(|entries| {
            let key = entries.iter().map(|entry| entry.key + 1).max();
            entries.push(Entry {
                key: key.unwrap_or_default(),
                text: RwSignal::new(text),
            });
        });
    }

    /// Forgets empty lines and answers what stands in the others, in their order: a refusal counts them the same way.
    pub fn settle(self) -> Vec<String> {
        let is_empty = |entry: &Entry| entry.text.with_untracked(|text| text.trim().is_empty());
        if self
            .0
            .with_untracked(|entries| entries.iter().any(is_empty))
        {
            self.0
                .update(|entries| entries.retain(|entry| !is_empty(entry)));
        }
        untrack(|| self.texts())
    }

    /// What stands in the lines that are not empty.
    pub fn texts(self) -> Vec<String> {
        let texts = |entries: &Vec<Entry>| entries.iter().map(|entry| entry.text.get()).collect();
        let mut texts: Vec<String> = self.0.with(texts);
        texts.retain(|text| !text.trim().is_empty());
        texts
    }

    fn remove(self, key: usize) {
        self.0
            .update(|entries| entries.retain(|entry| entry.key != key));
    }
}

/// Several entries with one label, and a button that adds a line.
#[component]
pub fn EntriesField(
    /// The label of all of them.
    #[prop(into)]
    label: Signal<String>,
    /// What is typed.
    entries: Entries,
    /// The name on the wire; the first entry's id is `name[0]`.
    name: &'static str,
    /// What an entry is called, with its number: "Address 1".
    #[prop(into)]
    entry_label: Callback<usize, String>,
    /// What the button that takes one away is called, with its number.
    #[prop(into)]
    remove_label: Callback<usize, String>,
    /// What the button that adds one says.
    #[prop(into)]
    add_label: Signal<String>,
    /// One sentence that helps.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What was refused, entry by entry.
    refused: Refused,
) -> impl IntoView {
    let hint_id = format!("{name}-hint");
    let described = hint_id.clone();
    let add_id = format!("{name}-add");
    let back_to = add_id.clone();
    let add = move || {
        entries.add(String::new());
        let last = entries.0.with_untracked(Vec::len) - 1;
        request_animation_frame(move || browser::focus(&entry_id(name, last)));
    };
    let line = move |index: ReadSignal<usize>, entry: Entry| {
        let back_to = back_to.clone();
        let remove = move || {
            // The refusal counts lines that are no longer where they were.
            refused.clear();
            entries.remove(entry.key);
            browser::focus(&back_to);
        };
        let error_id = format!("{name}-{}-error", entry.key);
        let described = error_id.clone();
        let error = Signal::derive(move || refused.field(entry_id(name, index.get())).get());
        view! {
            <li class="entry" data-invalid=move || error.get().map(|_| "true")>
                <div class="entry-line">
                    <input
                        class="input mono"
                        id=move || entry_id(name, index.get())
                        name=name
                        autocomplete="off"
                        autocapitalize="none"
                        spellcheck="false"
                        aria-label=move || entry_label.run(index.get() + 1)
                        aria-describedby=move || error.get().map(|_| described.clone())
                        aria-invalid=move || error.get().map(|_| "true")
                        bind:value=entry.text
                    />
                    <Button
                        kind=ButtonKind::Quiet icon=IconName::Close icon_only=true
                        name=Signal::derive(move || remove_label.run(index.get() + 1)) on_click=remove
                    />
                </div>
                <FieldError id=error_id text=error/>
            </li>
        }
    };
    view! {
        <fieldset class="entries" aria-describedby=move || (!hint.get().is_empty()).then(|| described.clone())>
            <legend class="field-label">{move || label.get()}</legend>
            <FieldHint id=hint_id text=hint/>
            <ul class="entry-list">
                <ForEnumerate each=move || entries.0.get() key=|entry| entry.key children=line/>
            </ul>
            <button type="button" class="button" id=add_id on:click=move |_| add()>
                <super::Icon name=IconName::Plus/>
                <span class="button-text">{move || add_label.get()}</span>
            </button>
        </fieldset>
    }
}

fn entry_id(name: &str, index: usize) -> String {
    format!("{name}[{index}]")
}

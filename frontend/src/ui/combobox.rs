//! The combobox: a line of text that finds one of very many; what is found stands below, arrows choose.

use leptos::{ev, prelude::*};

use super::{FieldIds, Icon, IconName, browser, pause::Pause};
use crate::i18n::{CommonWords, words};

/// One thing that was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestion {
    /// What is chosen by it.
    pub value: String,
    /// What is read.
    pub label: String,
    /// What stands above it, heard before the label.
    pub within: String,
    /// How far it is indented.
    pub level: usize,
    /// Whether it is what was looked for, and not there only because that stands below it.
    pub is_sought: bool,
}

/// A field that finds and chooses one of many. The focus stays in the line; Esc and leaving it change nothing.
#[component]
pub fn Combobox(
    /// Its name: "Company".
    #[prop(into)]
    label: Signal<String>,
    /// The value chosen.
    #[prop(into)]
    chosen: Signal<String>,
    /// What is chosen, in words; it stands in the line while nobody types.
    #[prop(into)]
    shown: Signal<String>,
    /// What was found.
    #[prop(into)]
    suggestions: Signal<Vec<Suggestion>>,
    /// Whether an answer is under way.
    #[prop(into)]
    busy: Signal<bool>,
    /// How many were found, in words, for whoever does not see them.
    #[prop(into)]
    count: Signal<String>,
    /// A sentence below what was found: that there is more, or why there is nothing.
    #[prop(into)]
    note: Signal<String>,
    /// Looks for something; everything at first.
    #[prop(into)]
    on_search: Callback<String>,
    /// Chooses.
    #[prop(into)]
    on_choose: Callback<String>,
    /// In a form: the ids of the frame around it, whose label then names it.
    #[prop(optional)]
    field: Option<FieldIds>,
    /// In a form: something must be chosen.
    #[prop(optional)]
    required: bool,
    /// What stands in the line while nothing is chosen.
    #[prop(optional, into)]
    placeholder: Signal<String>,
) -> impl IntoView {
    let t = words(CommonWords);
    let id = field.map_or_else(|| browser::unique_id("combobox"), |ids| ids.control());
    let id = StoredValue::new(id);
    let list = move || format!("{}-list", id.get_value());
    let option = move |index: usize| format!("{}-{index}", id.get_value());
    let typed = RwSignal::new(None::<String>);
    let (open, active) = (RwSignal::new(false), RwSignal::new(None::<usize>));
    let ask = move || on_search.run(typed.get_untracked().unwrap_or_default().trim().to_owned());
    let looks = move || {
        typed.with_untracked(|typed| typed.as_ref().is_some_and(|text| !text.trim().is_empty()))
    };
    // The arrows begin at what was looked for, or at what is chosen.
    let begin = move || {
        let at = suggestions.with_untracked(|all| match looks() {
            true => all.iter().position(|found| found.is_sought),
            false => chosen.with_untracked(|chosen| all.iter().position(|it| it.value == *chosen)),
        });
        active.set(at);
        if let Some(at) = at {
            request_animation_frame(move || browser::scroll_near(&option(at)));
        }
    };
    let settle = move || {
        // It may be gone a frame later.
        let is_open = open.try_get_untracked().unwrap_or_default();
        if is_open && !busy.get_untracked() && active.get_untracked().is_none() {
            begin();
        }
    };
    let pause = Pause::new(move || {
        ask();
        // An answer that is the same as the last moves nothing by itself; a frame later it is known whether one is awaited.
        request_animation_frame(settle);
    });
    let show = move || {
        if !open.get_untracked() {
            open.set(true);
            begin();
            ask();
        }
    };
    let close = move || {
        pause.stop();
        open.set(false);
        active.set(None);
        typed.set(None);
    };
    let choose = move |value: String| {
        close();
        on_choose.run(value);
    };
    // When something else was found, the old place in the list means nothing; when the same, it stays.
    Effect::new(move |before: Option<Vec<Suggestion>>| {
        let now = suggestions.get();
        if before.as_ref() != Some(&now) {
            active.set(None);
        }
        busy.track();
        settle();
        now
    });
    let walk = move |down: bool| {
        let count = suggestions.with_untracked(Vec::len);
        if count > 0 {
            let next = match (active.get_untracked(), down) {
                (None, true) => 0,
                (None, false) => count - 1,
                (Some(at), true) => (at + 1) % count,
                (Some(at), false) => (at + count - 1) % count,
            };
            active.set(Some(next));
            browser::scroll_near(&option(next));
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if browser::is_composing(&event) {
            return;
        }
        let is_open = open.get_untracked();
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" if !is_open => show(),
            "ArrowDown" => walk(true),
            "ArrowUp" => walk(false),
            "Enter" if is_open => {
                let found = active.get_untracked().and_then(|at| {
                    suggestions.with_untracked(|all| all.get(at).map(|found| found.value.clone()))
                });
                if let Some(value) = found {
                    choose(value);
                }
            }
            "Escape" if is_open => {
                close();
                event.stop_propagation();
            }
            _ => return,
        }
        event.prevent_default();
    };
    let any = move || open.get() && !suggestions.with(Vec::is_empty);
    let waiting = move || busy.get() && !any() && note.with(String::is_empty);
    let line = move |(index, found): (usize, Suggestion)| {
        let (value, is_chosen) = (found.value.clone(), chosen.get() == found.value);
        view! {
            <li
                class="combobox-option"
                class:combobox-chosen=is_chosen
                class:combobox-above=!found.is_sought
                role="option"
                id=option(index)
                style:--level=found.level.to_string()
                aria-selected=move || if active.get() == Some(index) { "true" } else { "false" }
                on:click=move |_| choose(value.clone())
            >
                {(!found.within.is_empty()).then(|| view! { <span class="visually-hidden">{found.within}" / "</span> })}
                {found.label}
            </li>
        }
    };
    let said = move || match (open.get(), busy.get()) {
        (false, _) => String::new(),
        (true, true) => t().loading().to_owned(),
        (true, false) => format!("{} {}", count.get(), note.get()),
    };
    view! {
        <div class="combobox">
            <input
                class="input"
                id=id.get_value()
                name=field.map(|ids| ids.control())
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                placeholder=move || placeholder.get()
                aria-label=move || field.is_none().then(|| label.get())
                aria-required=required.then_some("true")
                aria-describedby=move || field.and_then(|ids| ids.described_by())
                aria-invalid=move || field.and_then(|ids| ids.invalid())
                aria-autocomplete="list"
                aria-expanded=move || if any() { "true" } else { "false" }
                aria-controls=move || any().then(list)
                aria-activedescendant=move || active.get().filter(|_| any()).map(option)
                prop:value=move || typed.get().unwrap_or_else(|| shown.get())
                on:focus:target=move |event| event.target().select()
                on:click=move |_| show()
                on:input:target=move |event| {
                    typed.set(Some(event.target().value()));
                    open.set(true);
                    // What is marked answers an older text: Enter must not choose it.
                    active.set(None);
                    pause.soon();
                }
                on:compositionstart=move |_| pause.compose(true)
                on:compositionend=move |_| pause.compose(false)
                on:keydown=on_key
                on:blur=move |_| close()
            />
            <Icon name=IconName::Down/>
            <Show when=move || open.get()>
                // A press in here must not take the focus from the line.
                <div
                    class="combobox-panel"
                    class:combobox-waiting=waiting
                    on:mousedown=|event| event.prevent_default()
                >
                    <Show when=any>
                        <ul class="combobox-list" role="listbox" id=list() aria-label=move || label.get()>
                            {move || suggestions.get().into_iter().enumerate().map(line).collect_view()}
                        </ul>
                    </Show>
                    {move || {
                        let note = if waiting() { t().loading().to_owned() } else { note.get() };
                        (!note.is_empty()).then(|| view! { <p class="combobox-note">{note}</p> })
                    }}
                </div>
            </Show>
            <span class="visually-hidden" role="status">{said}</span>
        </div>
    }
}

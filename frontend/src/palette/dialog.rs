//! The palette itself: a modal dialog with one line, and below it what can be opened and done, group by group.

use leptos::{ev, prelude::*};

use super::{
    commands::{Places, commands},
    entry::{Act, Does, Entry, Kind},
    found::Found,
    groups::{self, Group},
    recent,
};
use crate::i18n::{CommonWords, PaletteWords, use_language, words};
use crate::session::use_session;
use crate::shortcuts::{is_palette_key, palette_keys};
use crate::ui::{Button, ButtonKind, Icon, IconName, LoadFailed, browser};

/// The longest text that is looked for, in characters.
const LONGEST: u32 = 100;

/// The palette, in the page only while `open`.
#[component]
pub fn CommandPalette(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// What the navigation shows, in a language.
    places: Places,
    /// Does what is done on the spot.
    #[prop(into)]
    on_act: Callback<Act>,
) -> impl IntoView {
    view! {
        <Show when=move || open.get()>
            <Palette open places on_act/>
        </Show>
    }
}

#[component]
fn Palette(open: RwSignal<bool>, places: Places, on_act: Callback<Act>) -> impl IntoView {
    let (t, c, language) = (words(PaletteWords), words(CommonWords), use_language());
    let session = use_session();
    let user = session.me_untracked().map(|me| me.id);
    let recent = StoredValue::new(user.map(recent::recall).unwrap_or_default());
    let typed = RwSignal::new(String::new());
    let found = Found::new(typed, language);
    let commands = Memo::new(move |_| commands(session, language.get(), places));
    let shown = Memo::new(move |_| {
        let typed = typed.get();
        match typed.trim() {
            "" => recent.with_value(|recent| groups::all(commands.get(), recent, t())),
            typed => groups::matching(commands.get(), typed, found, t()),
        }
    });
    let count = move || shown.with(|groups| groups.iter().map(|group| group.entries.len()).sum());
    // An entry stays marked while others come and go around it. Of what was typed anew, the first is.
    let marked = RwSignal::new(None::<Does>);
    let at = Memo::new(move |_| {
        let marked = marked.get();
        shown.with(|groups| entries(groups).position(|entry| Some(&entry.does) == marked.as_ref()))
    });
    let mark = move |index: usize| {
        let entry = shown.with_untracked(|groups| entries(groups).nth(index).cloned());
        marked.set(entry.map(|entry| entry.does));
    };
    Effect::new(move || {
        shown.track();
        if at.get().is_none() {
            mark(0);
        }
    });

    let id = StoredValue::new(browser::modal_while_mounted());
    let list = move || format!("{}-list", id.get_value());
    let option = move |index: usize| format!("{}-{index}", id.get_value());
    let walk = move |index: usize| {
        mark(index);
        browser::scroll_near(&option(index));
    };
    let choose = move |entry: Entry, new_tab: bool| {
        open.set(false);
        if let (Kind::Page | Kind::Action, Does::Open(href), Some(user)) =
            (entry.kind, &entry.does, user)
        {
            recent::remember(user, href);
        }
        // The focus goes back to where it was before it goes on.
        request_animation_frame(move || match entry.does {
            Does::Open(href) => browser::follow(&href, new_tab),
            Does::Act(act) => on_act.run(act),
        });
    };
    let choose_marked = move |new_tab: bool| {
        let entry = at.get_untracked();
        let entry =
            entry.and_then(|at| shown.with_untracked(|groups| entries(groups).nth(at).cloned()));
        match entry {
            Some(entry) => choose(entry, new_tab),
            None => found.ask_now(),
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if browser::is_composing(&event) {
            return;
        }
        let (count, now): (usize, _) = (untrack(count), at.get_untracked());
        match event.key().as_str() {
            "ArrowDown" if count > 0 => walk(now.map_or(0, |now| (now + 1) % count)),
            "ArrowUp" if count > 0 => walk(now.map_or(count - 1, |now| (now + count - 1) % count)),
            "Home" if count > 0 => walk(0),
            "End" if count > 0 => walk(count - 1),
            "Enter" => choose_marked(event.ctrl_key() || event.meta_key()),
            _ if is_palette_key(&event) => {
                if !event.repeat() {
                    open.set(false);
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    let any = move || shown.with(|groups| !groups.is_empty());
    let searching = Memo::new(move |_| found.is_searching());
    let nothing = move || {
        let is_silent = any() || searching.get() || found.refusal().is_some();
        (!is_silent).then(|| t().nothing(typed.get().trim()))
    };
    let said = move || match searching.get() {
        true => t().searching().to_owned(),
        false => nothing().unwrap_or_else(|| t().results(count() as u64)),
    };
    let clicked = id.get_value();
    view! {
        <dialog
            class="palette"
            id=id.get_value()
            aria-label=move || t().open()
            on:close=move |_| open.set(false)
            on:click=move |event| {
                // A click beside the palette falls on the dialog's own box.
                if event.target().is_some_and(|target| browser::has_id(&target, &clicked)) {
                    open.set(false);
                }
            }
        >
            <div class="palette-line">
                <Icon name=IconName::Search/>
                <input
                    class="palette-input"
                    type="text"
                    role="combobox"
                    autofocus=true
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    enterkeyhint="go"
                    maxlength=LONGEST
                    aria-label=move || t().open()
                    placeholder=move || t().open()
                    aria-autocomplete="list"
                    aria-expanded=move || if any() { "true" } else { "false" }
                    aria-controls=move || any().then(list)
                    aria-activedescendant=move || at.get().map(option)
                    on:input:target=move |event| {
                        marked.set(None);
                        typed.set(event.target().value());
                        found.pause().soon();
                    }
                    on:compositionstart=move |_| found.pause().compose(true)
                    on:compositionend=move |_| found.pause().compose(false)
                    on:keydown=on_key
                />
                <Show when=move || searching.get()>
                    <span class="palette-searching" aria-hidden="true">{move || t().searching()}</span>
                </Show>
                <Button
                    kind=ButtonKind::Quiet icon=IconName::Close icon_only=true name=move || c().close()
                    on_click=move || open.set(false)
                />
            </div>
            <div class="palette-found">
                <LoadFailed
                    refusal=Signal::derive(move || found.refusal())
                    on_retry=move || found.again()
                />
                <Show when=any>
                    // A press in here must not take the focus from the line.
                    <div
                        class="palette-list" role="listbox" id=list() aria-label=move || t().open()
                        on:mousedown=|event| event.prevent_default()
                    >
                        <Groups
                            shown at option=Callback::new(option)
                            on_point=mark on_choose=move |(entry, new_tab)| choose(entry, new_tab)
                        />
                    </div>
                </Show>
                {move || nothing().map(|nothing| view! { <p class="palette-nothing">{nothing}</p> })}
            </div>
            <Hints/>
            <span class="visually-hidden" role="status">{said}</span>
        </dialog>
    }
}

fn entries(groups: &[Group]) -> impl Iterator<Item = &Entry> {
    groups.iter().flat_map(|group| &group.entries)
}

/// The groups of the list, each named by its heading.
#[component]
fn Groups(
    shown: Memo<Vec<Group>>,
    /// Which entry is marked, counted through all groups.
    at: Memo<Option<usize>>,
    /// The id of an entry.
    option: Callback<usize, String>,
    #[prop(into)] on_point: Callback<usize>,
    #[prop(into)] on_choose: Callback<(Entry, bool)>,
) -> impl IntoView {
    let line = move |(index, entry): (usize, Entry)| {
        let shown = entry.clone();
        let entry = StoredValue::new(entry);
        let choose = move |new_tab: bool| on_choose.run((entry.get_value(), new_tab));
        view! {
            <div
                class="palette-option"
                role="option"
                id=option.run(index)
                aria-selected=move || if at.get() == Some(index) { "true" } else { "false" }
                // What comes to lie under a pointer that rests is not pointed at.
                on:mousemove=move |_| {
                    if at.get_untracked() != Some(index) {
                        on_point.run(index);
                    }
                }
                on:click=move |event| choose(event.ctrl_key() || event.meta_key())
                on:auxclick=move |event: ev::MouseEvent| {
                    if event.button() == 1 {
                        choose(true);
                    }
                }
            >
                <Icon name=shown.icon/>
                <span class="palette-label">{shown.label}</span>
                {(!shown.detail.is_empty()).then(|| view! { " "<span class="palette-detail">{shown.detail}</span> })}
            </div>
        }
    };
    move || {
        let mut next = 0;
        shown
            .get()
            .into_iter()
            .map(|Group { heading, entries }| {
                let first = next;
                next += entries.len();
                let name = format!("{}-group", option.run(first));
                let named = name.clone();
                view! {
                    <div role="group" aria-labelledby=named>
                        <div class="palette-heading" role="presentation" id=name>{heading}</div>
                        {(first..).zip(entries).map(line).collect_view()}
                    </div>
                }
            })
            .collect_view()
    }
}

/// The keys that work in here, for whoever has some.
#[component]
fn Hints() -> impl IntoView {
    let t = words(PaletteWords);
    let [command, _] = palette_keys();
    view! {
        <p class="palette-keys" aria-hidden="true">
            <span><kbd>"↑"</kbd><kbd>"↓"</kbd>{move || t().key_choose()}</span>
            <span><kbd>"Enter"</kbd>{move || t().key_open()}</span>
            <span><kbd>{command}</kbd><kbd>"Enter"</kbd>{move || t().key_new_tab()}</span>
            <span><kbd>"Esc"</kbd>{move || t().key_close()}</span>
        </p>
    }
}

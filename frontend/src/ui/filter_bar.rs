//! The pieces above a list: search, menus of filters, and what is filtered at the moment.

use leptos::{ev, prelude::*};

use super::{Button, ButtonKind, Choice, Icon, IconName, Popover, browser, pause::Pause};
use crate::i18n::{CommonWords, words};

/// The row above a list.
#[component]
pub fn FilterBar(
    /// Search field, menus, chips.
    children: Children,
) -> impl IntoView {
    view! { <div class="filter-bar" role="search">{children()}</div> }
}

/// A search field. It asks a moment after the typing stops, or at once on Enter, never amid a composed word.
#[component]
pub fn SearchField(
    /// What is searched: "Name, login ID or e-mail".
    #[prop(into)]
    label: Signal<String>,
    /// What is searched for at the moment (from the URL).
    #[prop(into)]
    value: Signal<String>,
    /// Asks for something else.
    #[prop(into)]
    on_search: Callback<String>,
) -> impl IntoView {
    let t = words(CommonWords);
    let id = browser::unique_id("search");
    let cleared = id.clone();
    let typed = RwSignal::new(value.get_untracked());
    let ask = move || {
        let text = typed.get_untracked();
        if text.trim() != value.get_untracked() {
            on_search.run(text.trim().to_owned());
        }
    };
    let pause = Pause::new(ask);
    let ask_now = move || {
        pause.stop();
        ask();
    };
    // Back, Forward and "clear filters" change it from outside.
    Effect::new(move || {
        let value = value.get();
        if typed.get_untracked().trim() != value {
            typed.set(value);
        }
    });
    view! {
        <div class="search-field">
            <Icon name=IconName::Search/>
            <label class="visually-hidden" for=id.clone()>{move || label.get()}</label>
            <input
                class="input"
                id=id
                type="search"
                enterkeyhint="search"
                autocomplete="off"
                spellcheck="false"
                placeholder=move || label.get()
                prop:value=move || typed.get()
                on:input:target=move |event| {
                    typed.set(event.target().value());
                    pause.soon();
                }
                on:compositionstart=move |_| pause.compose(true)
                on:compositionend=move |_| pause.compose(false)
                on:keydown=move |event: ev::KeyboardEvent| {
                    if event.key() == "Enter" && !browser::is_composing(&event) {
                        event.prevent_default();
                        ask_now();
                    }
                }
            />
            <Show when=move || !typed.with(String::is_empty)>
                <button
                    type="button"
                    class="input-button"
                    aria-label=move || t().clear_search()
                    title=move || t().clear_search()
                    on:click={
                        let cleared = cleared.clone();
                        move |_| {
                            typed.set(String::new());
                            ask_now();
                            browser::focus(&cleared);
                        }
                    }
                >
                    <Icon name=IconName::Close/>
                </button>
            </Show>
        </div>
    }
}

/// A button that opens a list of boxes to tick; its label counts what is ticked.
#[component]
pub fn CheckMenu(
    /// What is filtered: "Status".
    #[prop(into)]
    label: Signal<String>,
    /// What can be ticked.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// What is ticked.
    #[prop(into)]
    chosen: Signal<Vec<String>>,
    /// Wants another set ticked.
    #[prop(into)]
    on_change: Callback<Vec<String>>,
    /// An icon before the label.
    #[prop(optional, into)]
    icon: Option<IconName>,
) -> impl IntoView {
    let t = words(CommonWords);
    let boxes = move || {
        choices
            .get()
            .into_iter()
            .map(|choice| {
                let (own, toggled) = (choice.value.clone(), choice.value);
                view! {
                    <label class="tick menu-tick">
                        <input
                            type="checkbox"
                            prop:checked=move || chosen.with(|chosen| chosen.contains(&own))
                            on:change=move |_| {
                                let mut next = chosen.get_untracked();
                                match next.iter().position(|value| *value == toggled) {
                                    Some(at) => drop(next.remove(at)),
                                    None => next.push(toggled.clone()),
                                }
                                on_change.run(next);
                            }
                        />
                        <span>{choice.label}</span>
                    </label>
                }
            })
            .collect_view()
    };
    let count = move || chosen.with(Vec::len) as u64;
    let trigger = move || {
        view! {
            {icon.map(|icon| view! { <Icon name=icon/> })}
            <span>{move || label.get()}</span>
            <Show when=move || count() != 0>
                <span class="count-badge" aria-hidden="true">{count}</span>
                <span class="visually-hidden">{move || t().selected_of(count())}</span>
            </Show>
        }
    };
    view! {
        <Popover trigger>
            <div class="check-menu">
                {boxes}
                <Show when=move || count() != 0>
                    <div class="check-menu-foot">
                        <Button kind=ButtonKind::Quiet on_click=move || on_change.run(Vec::new())>
                            {move || t().clear()}
                        </Button>
                    </div>
                </Show>
            </div>
        </Popover>
    }
}

/// One filter that holds at the moment, with a button that lifts it.
#[component]
pub fn FilterChip(
    /// The filter in words: "expiring in 30 days".
    #[prop(into)]
    label: Signal<String>,
    /// Lifts it.
    #[prop(into)]
    on_remove: Callback<()>,
) -> impl IntoView {
    let t = words(CommonWords);
    view! {
        <button
            type="button"
            class="chip"
            aria-label=move || t().remove_filter(&label.get())
            on:click=move |_| on_remove.run(())
        >
            <span>{move || label.get()}</span>
            <Icon name=IconName::Close/>
        </button>
    }
}

//! The menu: a button that opens a list of things to do; arrow keys, Home, End and first letters move in it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{Icon, IconName, Popover, browser, popover};

#[derive(Clone)]
struct MenuId(String);

/// A menu of [`MenuItem`]s and [`MenuLink`]s.
#[component]
pub fn Menu(
    /// What the button shows.
    #[prop(into)]
    trigger: ViewFn,
    /// The button's name, where what it shows does not say it.
    #[prop(optional, into)]
    name: Signal<String>,
    /// The button's class names.
    #[prop(default = "button")]
    class: &'static str,
    /// Shows the small arrow.
    #[prop(default = true)]
    arrow: bool,
    /// The items.
    children: Children,
) -> impl IntoView {
    let id = browser::unique_id("menu");
    provide_context(MenuId(id.clone()));
    let (opened, keyed) = (id.clone(), StoredValue::new(id.clone()));
    view! {
        <Popover
            trigger
            name
            class
            arrow
            role="menu"
            id=id
            on_toggle=move |open| {
                if open {
                    move_focus(&opened, |_, _| Some(0));
                }
            }
        >
            <div class="menu" role="presentation" on:keydown=move |event| on_key(&keyed.get_value(), &event)>
                {children()}
            </div>
        </Popover>
    }
}

/// One thing to do.
#[component]
pub fn MenuItem(
    /// What it does; the menu closes first.
    #[prop(into)]
    on_select: Callback<()>,
    /// An icon before the words.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// It destroys something.
    #[prop(optional)]
    danger: bool,
    /// The words.
    children: Children,
) -> impl IntoView {
    let menu = use_context::<MenuId>();
    view! {
        <button
            type="button"
            role="menuitem"
            class="menu-item"
            class:menu-item-danger=danger
            tabindex="-1"
            on:click=move |_| {
                if let Some(MenuId(id)) = &menu {
                    popover::hide(id);
                }
                on_select.run(());
            }
        >
            {icon.map(|icon| view! { <Icon name=icon/> })}
            <span>{children()}</span>
        </button>
    }
}

/// One place to go.
#[component]
pub fn MenuLink(
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// An icon before the words.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// The words.
    children: Children,
) -> impl IntoView {
    let menu = use_context::<MenuId>();
    view! {
        <a
            role="menuitem"
            class="menu-item"
            tabindex="-1"
            href=href
            on:click=move |_| {
                if let Some(MenuId(id)) = &menu {
                    popover::hide(id);
                }
            }
        >
            {icon.map(|icon| view! { <Icon name=icon/> })}
            <span>{children()}</span>
        </a>
    }
}

/// One file to download.
#[component]
pub fn MenuDownload(
    /// Where it is.
    #[prop(into)]
    href: Signal<String>,
    /// The words.
    children: Children,
) -> impl IntoView {
    let menu = use_context::<MenuId>();
    view! {
        <a
            role="menuitem"
            class="menu-item"
            tabindex="-1"
            href=move || href.get()
            download=""
            on:click=move |_| {
                if let Some(MenuId(id)) = &menu {
                    popover::hide(id);
                }
            }
        >
            <Icon name=IconName::Download/>
            <span>{children()}</span>
        </a>
    }
}

/// A line between groups of items.
#[component]
pub fn MenuSeparator() -> impl IntoView {
    view! { <div class="menu-separator" role="separator"></div> }
}

fn on_key(menu: &str, event: &web_sys::KeyboardEvent) {
    let key = event.key();
    match key.as_str() {
        "ArrowDown" => move_focus(menu, |at, items| {
            Some(at.map_or(0, |at| (at + 1) % items.len()))
        }),
        "ArrowUp" => move_focus(menu, |at, items| {
            Some(at.filter(|at| *at > 0).map_or(items.len() - 1, |at| at - 1))
        }),
        "Home" => move_focus(menu, |_, _| Some(0)),
        "End" => move_focus(menu, |_, items| Some(items.len() - 1)),
        "Tab" => return popover::hide(menu),
        letter
            if letter.chars().count() == 1
                && letter != " "
                && !event.ctrl_key()
                && !event.meta_key() =>
        {
            let letter = letter.to_lowercase();
            move_focus(menu, |at, items| {
                let from = at.map_or(0, |at| at + 1);
                (0..items.len())
                    .map(|step| (from + step) % items.len())
                    .find(|index| {
                        items[*index]
                            .text_content()
                            .is_some_and(|text| text.trim().to_lowercase().starts_with(&letter))
                    })
            });
        }
        _ => return,
    }
    event.prevent_default();
}

/// Focuses the item whose index `choose` answers, given the index of the focused one.
fn move_focus(
    menu: &str,
    choose: impl Fn(Option<usize>, &[web_sys::HtmlElement]) -> Option<usize>,
) {
    let Some(panel) = browser::element(menu) else {
        return;
    };
    let Ok(found) = panel.query_selector_all("[role=menuitem]") else {
        return;
    };
    let items: Vec<web_sys::HtmlElement> = (0..found.length())
        .filter_map(|index| found.item(index)?.dyn_into().ok())
        .collect();
    if items.is_empty() {
        return;
    }
    let active = document().active_element();
    let at = items
        .iter()
        .position(|item| active.as_ref() == Some(item.as_ref()));
    if let Some(item) = choose(at, &items).and_then(|index| items.get(index)) {
        let _ = item.focus();
    }
}

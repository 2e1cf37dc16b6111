//! The left side: where one may go. A drawer where the window is narrow.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_location;

use crate::i18n::{CommonWords, ShellWords, words};
use crate::ui::{Button, ButtonKind, Icon, IconName, LanguageSwitch, Mark, browser};

/// One place to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavItem {
    /// What it is called.
    pub label: String,
    /// Where it leads; what only holds others together leads nowhere.
    pub href: Option<String>,
    /// Its icon; the items below another have none.
    pub icon: Option<IconName>,
    /// The places below it.
    pub children: Vec<NavItem>,
}

/// Places that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavSection {
    /// What they are called together; the first section needs no name.
    pub heading: Option<String>,
    /// The places.
    pub items: Vec<NavItem>,
}

/// A place of the navigation that leads somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NavPlace<'a> {
    /// The place.
    pub item: &'a NavItem,
    /// Where it leads.
    pub href: &'a str,
    /// What it stands below; empty for what stands by itself.
    pub within: &'a str,
}

impl NavSection {
    /// Its places that lead somewhere, in their order.
    pub fn places(&self) -> impl Iterator<Item = NavPlace<'_>> {
        self.items.iter().flat_map(|item| {
            let below = item.children.iter().map(|below| (below, &*item.label));
            std::iter::once((item, ""))
                .chain(below)
                .filter_map(|(item, within)| {
                    let href = item.href.as_deref()?;
                    Some(NavPlace { item, href, within })
                })
        })
    }
}

/// The navigation; in a narrow window a modal drawer that `drawer` opens.
#[component]
pub(super) fn Navigation(
    sections: Signal<Vec<NavSection>>,
    drawer: RwSignal<bool>,
) -> impl IntoView {
    let t = words(ShellWords);
    let path = use_location().pathname;
    // Arriving somewhere closes the drawer.
    Effect::new(move |_| {
        path.track();
        drawer.set(false);
    });
    view! {
        <nav class="nav" aria-label=move || t().navigation()>
            {move || sections.get().into_iter().map(section).collect_view()}
        </nav>
        <Show when=move || drawer.get()>
            <Drawer sections drawer/>
        </Show>
    }
}

#[component]
fn Drawer(sections: Signal<Vec<NavSection>>, drawer: RwSignal<bool>) -> impl IntoView {
    let (t, c) = (words(ShellWords), words(CommonWords));
    let id = browser::modal_while_mounted();
    let clicked = id.clone();
    view! {
        <dialog
            class="drawer"
            id=id
            aria-label=move || t().navigation()
            on:close=move |_| drawer.set(false)
            on:click=move |event| {
                // A click beside the drawer falls on the dialog's own box.
                if event.target().is_some_and(|target| browser::has_id(&target, &clicked)) {
                    drawer.set(false);
                }
            }
        >
            <div class="drawer-panel">
                <div class="drawer-head">
                    <span class="brand"><Mark/><span>{move || t().product()}</span></span>
                    <Button
                        kind=ButtonKind::Quiet
                        icon=IconName::Close
                        icon_only=true
                        name=move || c().close()
                        on_click=move || drawer.set(false)
                    />
                </div>
                <nav class="nav-list" aria-label=move || t().navigation()>
                    {move || sections.get().into_iter().map(section).collect_view()}
                </nav>
                <div class="drawer-foot"><LanguageSwitch/></div>
            </div>
        </dialog>
    }
}

fn section(section: NavSection) -> impl IntoView {
    let heading = browser::unique_id("nav");
    let labelled = section.heading.is_some().then(|| heading.clone());
    view! {
        <div class="nav-section" role="group" aria-labelledby=labelled>
            {section.heading.map(|text| view! { <p class="nav-heading" id=heading>{text}</p> })}
            <ul>{section.items.into_iter().map(item).collect_view()}</ul>
        </div>
    }
}

fn item(item: NavItem) -> AnyView {
    let face = view! {
        {item.icon.map(|icon| view! { <Icon name=icon/> })}
        <span>{item.label}</span>
    };
    let face = match item.href {
        Some(href) => {
            let exact = href == "/";
            view! { <A href exact attr:class="nav-link">{face}</A> }.into_any()
        }
        None => view! { <span class="nav-link nav-group">{face}</span> }.into_any(),
    };
    view! {
        <li>
            {face}
            {(!item.children.is_empty()).then(|| view! {
                <ul class="nav-below">{item.children.into_iter().map(self::item).collect_view()}</ul>
            })}
        </li>
    }
    .into_any()
}

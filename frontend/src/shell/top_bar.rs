//! The bar at the top: the mark, a search, the language, one's own menu.

use leptos::prelude::*;

use crate::i18n::{ShellWords, words};
use crate::ui::{Button, ButtonKind, IconName, InitialsBadge, LanguageSwitch, Mark, Menu};

/// The bar at the top of a signed-in page.
#[component]
pub(super) fn TopBar(
    drawer: RwSignal<bool>,
    user_name: Signal<String>,
    user_menu: ViewFn,
    search: Option<ViewFn>,
) -> impl IntoView {
    let t = words(ShellWords);
    let badge = move || view! { <InitialsBadge name=user_name/> };
    view! {
        <header class="top-bar">
            <div class="top-menu">
                <Button
                    kind=ButtonKind::Quiet
                    icon=IconName::Menu
                    icon_only=true
                    name=move || t().open_navigation()
                    on_click=move || drawer.set(true)
                />
            </div>
            <a class="brand" href="/">
                <Mark/>
                <span>{move || t().product()}</span>
            </a>
            <div class="top-search">{search.map(|search| search.run())}</div>
            <div class="top-language"><LanguageSwitch/></div>
            <Menu trigger=badge name=move || t().your_account(&user_name.get()) class="button button-quiet top-user">
                <p class="menu-head" role="presentation">{move || user_name.get()}</p>
                {user_menu.run()}
            </Menu>
        </header>
    }
}

//! The frame around every page: top bar, navigation, main landmark; and the quiet card of the sign-in pages.
//!
//! | component | properties (`?` optional) |
//! | --- | --- |
//! | [`Shell`] | `navigation user_name user_menu search? above?`, children: the page |
//! | [`ActingBar`] | `says reason on_return`: above everything while one is logged in as another user |
//! | [`PageTitle`] | `title lead? actions?`, children?: the page's `<h1>` and the window's title; takes the focus after navigation |
//! | [`AuthCard`] | `title step?`, children: one step of getting in |
//! | [`NotFound`] | |

mod acting_bar;
mod auth_card;
mod navigation;
mod not_found;
mod page_title;
mod top_bar;

pub use acting_bar::ActingBar;
pub use auth_card::AuthCard;
pub use navigation::{NavItem, NavPlace, NavSection};
pub use not_found::NotFound;
pub use page_title::PageTitle;

use leptos::prelude::*;

use crate::i18n::{ShellWords, words};
use crate::ui::browser;
use navigation::Navigation;
use top_bar::TopBar;

const MAIN: &str = "main";

/// The frame of a signed-in page.
#[component]
pub fn Shell(
    /// What one may use, by section.
    #[prop(into)]
    navigation: Signal<Vec<NavSection>>,
    /// Whose account it is.
    #[prop(into)]
    user_name: Signal<String>,
    /// The items of the menu behind the user icon: `MenuLink`s and `MenuItem`s.
    #[prop(into)]
    user_menu: ViewFn,
    /// What stands in the middle of the top bar.
    #[prop(optional, into)]
    search: Option<ViewFn>,
    /// What must be known on every page: it stands above all else.
    #[prop(optional, into)]
    above: Option<ViewFn>,
    /// The page.
    children: Children,
) -> impl IntoView {
    let drawer = RwSignal::new(false);
    view! {
        <SkipLink/>
        {above.map(|above| above.run())}
        <TopBar drawer user_name user_menu search/>
        <div class="shell">
            <Navigation sections=navigation drawer/>
            <main class="main" id=MAIN tabindex="-1">{children()}</main>
        </div>
    }
}

/// The first stop of the Tab key.
#[component]
fn SkipLink() -> impl IntoView {
    let t = words(ShellWords);
    view! {
        <a
            class="skip"
            href=format!("#{MAIN}")
            on:click=|event| {
                event.prevent_default();
                browser::focus(MAIN);
            }
        >
            {move || t().skip()}
        </a>
    }
}

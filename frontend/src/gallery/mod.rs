//! The gallery: every component in its states, for whoever builds pages. Debug builds only.

mod auth;
mod charts;
mod detail;
mod fields;
mod list;
mod messages;
mod overlays;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::i18n::ShellWords;
use crate::palette::PaletteButton;
use crate::shell::{ActingBar, NavItem, NavSection, NotFound, PageTitle, Shell};
use crate::ui::{
    IconName, LanguageSwitch, MenuItem, MenuLink, MenuSeparator, ThemeSwitch, Tone, use_toaster,
};

/// All components, on a few pages as they stand in the product.
#[component]
pub fn Gallery() -> impl IntoView {
    let params = use_params_map();
    let page = Memo::new(move |_| params.with(|params| params.get("page").unwrap_or_default()));
    move || match page.get().as_str() {
        "" => framed("Fields", || view! { <fields::Fields/> }.into_any()),
        "messages" => framed("Messages", || view! { <messages::Messages/> }.into_any()),
        "charts" => framed("Charts", || view! { <charts::Charts/> }.into_any()),
        "overlays" => framed("Dialogs and menus", || {
            view! { <overlays::Overlays/> }.into_any()
        }),
        "list" => framed("Users of Acme Reseller", || {
            view! { <list::List/> }.into_any()
        }),
        "detail" => framed("Hana Sato", || view! { <detail::Detail/> }.into_any()),
        "sign-in" => view! { <auth::SignIn/> }.into_any(),
        "enrol" => view! { <auth::Enrol/> }.into_any(),
        _ => view! { <NotFound/> }.into_any(),
    }
}

fn framed(title: &'static str, page: fn() -> AnyView) -> AnyView {
    let toaster = use_toaster();
    let acting = RwSignal::new(false);
    let user_menu = move || {
        view! {
            <MenuLink href="/dev/components" icon=IconName::User>"Account management"</MenuLink>
            <MenuLink href="/dev/components/list" icon=IconName::Key>"Issue token"</MenuLink>
            <MenuLink href="/dev/components/detail" icon=IconName::Sliders>"Preferences"</MenuLink>
            <MenuItem icon=IconName::Mask on_select=move || acting.set(true)>"Act as Ken Tanaka"</MenuItem>
            <MenuSeparator/>
            <MenuItem icon=IconName::SignOut danger=true on_select=move || toaster.say(Tone::Info, "Signed out")>
                "Sign out"
            </MenuItem>
        }
    };
    let finding = RwSignal::new(false);
    let search = move || view! { <PaletteButton open=finding/> };
    view! {
        <Shell
            navigation=navigation()
            user_name="Hana Sato"
            user_menu
            search
            above=move || acting.get().then(|| view! {
                <ActingBar
                    says="You, Hana Sato, are signed in as Ken Tanaka (k.tanaka) until 14:32."
                    reason="Reason: Ticket 4711"
                    on_return=move || acting.set(false)
                />
            })
        >
            {if title == "Fields" {
                view! { <PageTitle title actions=|| view! { <ThemeSwitch/> <LanguageSwitch/> }/> }.into_any()
            } else {
                ().into_any()
            }}
            {page()}
        </Shell>
    }
    .into_any()
}

fn navigation() -> Signal<Vec<NavSection>> {
    let t = crate::i18n::words(ShellWords);
    let item = |label: &str, page: &str, icon| NavItem {
        label: label.into(),
        href: Some(format!("/dev/components{page}")),
        icon,
        children: Vec::new(),
    };
    Signal::derive(move || {
        let mut access = item("Access control", "/access", Some(IconName::Shield));
        access.children = vec![
            item("Roles", "/roles", None),
            item("Policy classes", "/policies", None),
        ];
        vec![
            NavSection {
                heading: None,
                items: vec![NavItem {
                    label: t().home().into(),
                    href: Some("/".into()),
                    icon: Some(IconName::Home),
                    children: Vec::new(),
                }],
            },
            NavSection {
                heading: Some("Gallery".into()),
                items: vec![
                    item("Messages", "/messages", Some(IconName::Info)),
                    item("Dialogs and menus", "/overlays", Some(IconName::Apps)),
                    item("Charts", "/charts", Some(IconName::Activity)),
                    item("Sign-in", "/sign-in", Some(IconName::Lock)),
                    item("Enrolment", "/enrol", Some(IconName::Qr)),
                ],
            },
            NavSection {
                heading: Some("Admin".into()),
                items: vec![
                    item("Manage Users", "/list", Some(IconName::Users)),
                    item("User Detail", "/detail", Some(IconName::User)),
                    item("Companies", "/companies", Some(IconName::Company)),
                    access,
                    item("Audit", "/audit", Some(IconName::Audit)),
                ],
            },
        ]
    })
}

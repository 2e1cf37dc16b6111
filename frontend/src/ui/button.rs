//! The button: says a verb, may be busy, and keeps the focus while it is.

use leptos::prelude::*;

use super::{Icon, IconName};

/// How loudly a button speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing to do here: filled, door green.
    Act,
    /// Anything else: outlined.
    #[default]
    Plain,
    /// In dense places: no outline until it is pointed at.
    Quiet,
    /// The last step before something is destroyed.
    Danger,
}

impl ButtonKind {
    /// The class names of this kind.
    pub const fn class(self) -> &'static str {
        match self {
            ButtonKind::Act => "button button-act",
            ButtonKind::Plain => "button",
            ButtonKind::Quiet => "button button-quiet",
            ButtonKind::Danger => "button button-danger",
        }
    }
}

/// A button. While `busy` or `disabled` it stays reachable and does nothing.
#[component]
pub fn Button(
    /// How loudly it speaks.
    #[prop(optional)]
    kind: ButtonKind,
    /// An icon before the word.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// The name for screen readers, where the words alone do not say it ("Edit hana.sato").
    #[prop(optional, into)]
    name: Signal<String>,
    /// Shows only the icon; give a `name`.
    #[prop(optional)]
    icon_only: bool,
    /// Submits the form it stands in.
    #[prop(optional)]
    submit: bool,
    /// Work is under way.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Not to be used now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Takes the focus when the dialog around it opens.
    #[prop(optional)]
    autofocus: bool,
    /// What it does.
    #[prop(optional, into)]
    on_click: Option<Callback<()>>,
    /// The verb.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let off = move || busy.get() || disabled.get();
    let click = move |event: web_sys::MouseEvent| {
        if off() {
            event.prevent_default();
        } else if let Some(on_click) = on_click {
            on_click.run(());
        }
    };
    view! {
        <button
            type=if submit { "submit" } else { "button" }
            class=kind.class()
            class:button-icon=icon_only
            aria-label=move || Some(name.get()).filter(|name| !name.is_empty())
            title=move || Some(name.get()).filter(|name| icon_only && !name.is_empty())
            aria-disabled=move || off().then_some("true")
            aria-busy=move || busy.get().then_some("true")
            autofocus=autofocus
            on:click=click
        >
            {icon.map(|icon| view! { <Icon name=icon/> })}
            {children.map(|children| view! { <span class="button-text">{children()}</span> })}
        </button>
    }
}

/// A link that looks like a button: it leads somewhere instead of doing something.
#[component]
pub fn LinkButton(
    /// Where it leads.
    #[prop(into)]
    href: Signal<String>,
    /// How loudly it speaks.
    #[prop(optional)]
    kind: ButtonKind,
    /// An icon before the word.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! {
        <a class=kind.class() href=move || href.get()>
            {icon.map(|icon| view! { <Icon name=icon/> })}
            <span class="button-text">{children()}</span>
        </a>
    }
}

/// A link that looks like a button and hands the reader a file.
#[component]
pub fn DownloadLink(
    /// Where the file is.
    #[prop(into)]
    href: Signal<String>,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! {
        <a class="button" href=move || href.get() download="">
            <Icon name=IconName::Download/>
            <span class="button-text">{children()}</span>
        </a>
    }
}

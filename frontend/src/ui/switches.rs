//! The switches of the whole page: its language, its light.

use app::Language;
use leptos::prelude::*;

use super::{Choice, Icon, IconName, browser, select_field::Options};
use crate::i18n::{CommonWords, choose_language, use_language, words};

/// Chooses the language of the page.
#[component]
pub fn LanguageSwitch() -> impl IntoView {
    let t = words(CommonWords);
    let language = use_language();
    let choices = Signal::stored(
        Language::ALL
            .map(|one| Choice::new(one.tag(), one.name()))
            .to_vec(),
    );
    view! {
        <div class="switch select">
            <Icon name=IconName::Globe/>
            <select
                class="input"
                aria-label=move || t().language()
                on:change:target=move |event| {
                    if let Some(chosen) = Language::from_tag(&event.target().value()) {
                        choose_language(language, chosen);
                    }
                }
            >
                <Options value=Signal::derive(move || language.get().tag().to_owned()) choices/>
            </select>
            <Icon name=IconName::Down/>
        </div>
    }
}

/// Light, dark, or whatever the system says; `public/theme.js` applies it before the first paint.
#[component]
pub fn ThemeSwitch() -> impl IntoView {
    let t = words(CommonWords);
    let theme = RwSignal::new(stored_theme());
    let choices = Signal::derive(move || {
        let t = t();
        vec![
            Choice::new("system", t.theme_system()),
            Choice::new("light", t.theme_light()),
            Choice::new("dark", t.theme_dark()),
        ]
    });
    view! {
        <div class="switch select">
            <Icon name=IconName::Screen/>
            <select
                class="input"
                aria-label=move || t().theme()
                on:change:target=move |event| {
                    let chosen = event.target().value();
                    apply_theme(&chosen);
                    theme.set(chosen);
                }
            >
                <Options value=theme choices/>
            </select>
            <Icon name=IconName::Down/>
        </div>
    }
}

const THEME_STORED_AS: &str = "doorward.theme";

/// The theme chosen in this browser: `light`, `dark` or `system`.
pub fn stored_theme() -> String {
    browser::recall(THEME_STORED_AS).unwrap_or_else(|| "system".to_owned())
}

/// Applies and remembers a theme: `light`, `dark`, anything else for the system's.
pub fn apply_theme(theme: &str) {
    if matches!(theme, "light" | "dark") {
        browser::set_root_attribute("data-theme", theme);
        browser::remember(THEME_STORED_AS, theme);
    } else {
        browser::remove_root_attribute("data-theme");
        browser::forget(THEME_STORED_AS);
    }
}

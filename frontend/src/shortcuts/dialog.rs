//! The dialog that lists the shortcuts, and in which those of single keys can be switched off.

use leptos::prelude::*;

use super::{Shortcut, SingleKeys, palette_keys};
use crate::i18n::{HomeWords, ShortcutWords, words};
use crate::ui::{CheckboxField, Dialog};

/// The dialog Keyboard shortcuts.
#[component]
pub fn ShortcutDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Whether those of single keys are heard.
    single: SingleKeys,
    /// Those that do something for whoever is signed in.
    #[prop(into)]
    shortcuts: Signal<Vec<Shortcut>>,
) -> impl IntoView {
    let (t, h) = (words(ShortcutWords), words(HomeWords));
    let is_on = single.are_on();
    let line = move |shortcut: Shortcut| {
        let is_off = move || shortcut != Shortcut::Palette && !is_on.get();
        view! {
            <tr class:shortcut-off=is_off>
                <td>{keys(shortcut)}</td>
                <th scope="row">{move || does(shortcut, t(), h())}</th>
            </tr>
        }
    };
    view! {
        <Dialog open title=move || t().title()>
            <div class="dialog-body">
                <table class="shortcuts">
                    <caption class="visually-hidden">{move || t().title()}</caption>
                    <thead class="visually-hidden">
                        <tr><th scope="col">{move || t().keys()}</th><th scope="col">{move || t().does()}</th></tr>
                    </thead>
                    <tbody>{move || shortcuts.get().into_iter().map(line).collect_view()}</tbody>
                </table>
                <CheckboxField
                    label=move || t().single() checked=is_on name="single_keys"
                    hint=move || t().single_hint(&palette_keys().join(" "))
                />
            </div>
        </Dialog>
    }
}

/// The keys as they stand on a keyboard.
fn keys(shortcut: Shortcut) -> AnyView {
    let t = words(ShortcutWords);
    match shortcut.keys() {
        [] => palette_keys()
            .map(|key| view! { <kbd>{key}</kbd>" " })
            .collect_view()
            .into_any(),
        keys => keys
            .iter()
            .enumerate()
            .map(|(at, key)| {
                let then = (at > 0).then(
                    || view! { " "<span class="shortcut-then">{move || t().then()}</span>" " },
                );
                view! { {then}<kbd>{*key}</kbd> }
            })
            .collect_view()
            .into_any(),
    }
}

fn does(shortcut: Shortcut, t: ShortcutWords, h: HomeWords) -> String {
    match shortcut {
        Shortcut::Palette => t.palette().to_owned(),
        Shortcut::List => t.list().to_owned(),
        Shortcut::Search => t.search().to_owned(),
        Shortcut::Home => t.go_to(h.home()),
        Shortcut::Users => t.go_to(h.users()),
        Shortcut::Companies => t.go_to(h.companies()),
        Shortcut::Audit => t.go_to(h.audit()),
    }
}

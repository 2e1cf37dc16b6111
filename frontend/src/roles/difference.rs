//! What is added and taken away, counted and listed.

use app::roles::{Channel, Permission, Permissions};
use leptos::prelude::*;

use super::matrix::channel_words;
use crate::i18n::{RoleWords, use_language, words};

/// "+3 −1", and under it the list; where nothing differs, the sentence that says so.
#[component]
pub fn Difference(
    /// What is held now.
    before: Permissions,
    /// What would be held.
    #[prop(into)]
    after: Signal<Permissions>,
    /// What is said where nothing differs.
    #[prop(into)]
    none: Signal<String>,
) -> impl IntoView {
    let t = words(RoleWords);
    let differs = Memo::new(move |_| after.get() != before);
    let total = move || {
        let after = after.get();
        let plus = after.minus(before).count().to_string();
        t().in_total(&plus, &before.minus(after).count().to_string())
    };
    view! {
        <div class="difference">
            <p class="difference-total" role="status">
                {move || if differs.get() { view! { <strong>{total()}</strong> }.into_any() } else { none.get().into_any() }}
            </p>
            <Show when=move || differs.get()>
                <details class="difference-more">
                    <summary>{move || t().show_changes()}</summary>
                    {move || view! { <ChangeList gained=after.get().minus(before) lost=before.minus(after.get())/> }}
                </details>
            </Show>
        </div>
    }
}

/// What is gained and lost, permission by permission.
#[component]
pub fn ChangeList(
    /// What comes.
    gained: Permissions,
    /// What goes.
    lost: Permissions,
) -> impl IntoView {
    let (t, language) = (words(RoleWords), use_language());
    let lines = move |set: Permissions, sign: &'static str, word: fn(RoleWords) -> &'static str| {
        each(set)
            .into_iter()
            .map(|(permission, channels)| {
                view! {
                    <li>
                        <span class="difference-sign" data-sign=sign aria-hidden="true">{sign}</span>
                        <span class="visually-hidden">{word(t())}" "</span>
                        {permission.words(language.get())}
                        <span class="difference-on">{channels}</span>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <ul class="difference-list">
            {move || lines(gained, "+", RoleWords::gains)}
            {move || lines(lost, "−", RoleWords::loses)}
        </ul>
    }
}

/// Each permission of a set with its channels.
fn each(set: Permissions) -> Vec<(Permission, String)> {
    let channels = |permission: Permission| {
        Channel::ALL
            .into_iter()
            .filter(|&channel| set.allows(permission, channel))
            .map(channel_words)
            .collect::<Vec<_>>()
            .join(" · ")
    };
    Permission::ALL
        .iter()
        .map(|&permission| (permission, channels(permission)))
        .filter(|(_, channels)| !channels.is_empty())
        .collect()
}

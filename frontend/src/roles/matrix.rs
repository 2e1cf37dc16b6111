//! The permission matrix: modules and their function points, and a cell for each channel.

use std::sync::Arc;

use app::roles::{Channel, Module, Permission, Permissions};
use leptos::prelude::*;

use crate::i18n::{RoleWords, use_language, words};
use crate::ui::{Icon, IconName};

/// Draws the cell of a permission on a channel.
pub type DrawCell = Arc<dyn Fn(Permission, Channel) -> AnyView + Send + Sync>;

/// The channel as the head of its column reads.
pub fn channel_words(channel: Channel) -> &'static str {
    match channel {
        Channel::Web => "WEB",
        Channel::App => "APP",
        Channel::Api => "API",
    }
}

/// The matrix; what stands in its cells is the caller's.
#[component]
pub fn Matrix(
    /// What it shows, for screen readers.
    #[prop(into)]
    caption: Signal<String>,
    /// Draws each cell.
    cell: DrawCell,
) -> impl IntoView {
    let (t, language) = (words(RoleWords), use_language());
    let row = move |permission: Permission| {
        let cell = Arc::clone(&cell);
        view! {
            <tr>
                <th scope="row">
                    <span class="matrix-name">{move || permission.words(language.get())}</span>
                    <span class="matrix-about">{move || permission.about(language.get())}</span>
                </th>
                {Channel::ALL.map(|channel| view! { <td>{cell(permission, channel)}</td> }).collect_view()}
            </tr>
        }
    };
    let modules = move |module: Module| {
        view! {
            <tbody>
                <tr class="matrix-module">
                    <th scope="rowgroup" colspan="4">{move || module.words(language.get())}</th>
                </tr>
                {module.permissions().map(row.clone()).collect_view()}
            </tbody>
        }
    };
    view! {
        <table class="matrix">
            <caption class="visually-hidden">{move || caption.get()}</caption>
            <thead>
                <tr>
                    <th scope="col">{move || t().function_point()}</th>
                    {Channel::ALL.map(|channel| view! { <th scope="col">{channel_words(channel)}</th> }).collect_view()}
                </tr>
            </thead>
            {Module::ALL.map(modules).collect_view()}
        </table>
    }
}

/// Cells that say what a set holds.
pub fn shown(held: Permissions) -> DrawCell {
    let t = words(RoleWords);
    Arc::new(move |permission, channel| mark(held.allows(permission, channel), t))
}

/// A tick, or a dash.
pub(super) fn mark<T: Fn() -> RoleWords + Copy + Send + Sync + 'static>(
    held: bool,
    t: T,
) -> AnyView {
    if held {
        view! {
            <span class="matrix-yes"><Icon name=IconName::Check/></span>
            <span class="visually-hidden">{move || t().held()}</span>
        }
        .into_any()
    } else {
        view! {
            <span class="matrix-no" aria-hidden="true">"–"</span>
            <span class="visually-hidden">{move || t().not_held()}</span>
        }
        .into_any()
    }
}

/// Cells to tick. What is not in `mine` can be unticked, but not ticked.
pub fn ticked(
    chosen: RwSignal<Permissions>,
    mine: Permissions,
    by_role: Signal<Permissions>,
) -> DrawCell {
    let (t, language) = (words(RoleWords), use_language());
    Arc::new(move |permission, channel| {
        let held = move || chosen.with(|chosen| chosen.allows(permission, channel));
        let given = move || by_role.with(|given| given.allows(permission, channel));
        let barred = !mine.allows(permission, channel);
        let label = move || {
            let (name, channel) = (permission.words(language.get()), channel_words(channel));
            match (barred, given()) {
                (true, _) => t().cell_barred(name, channel),
                (false, true) => t().cell_by_role(name, channel),
                (false, false) => t().cell(name, channel),
            }
        };
        view! {
            <label class="tick matrix-tick" class:matrix-given=given class:matrix-barred=barred title=label>
                <input
                    type="checkbox"
                    aria-label=label
                    prop:checked=held
                    disabled=move || barred && !held()
                    on:change:target=move |event| {
                        let ticked = event.target().checked();
                        chosen.update(|chosen| match ticked {
                            true => chosen.grant(permission, channel),
                            false => chosen.revoke(permission, channel),
                        });
                    }
                />
                <Show when=given><Icon name=IconName::Role/></Show>
            </label>
        }
        .into_any()
    })
}

//! The heading of the users list: whose users, whether with subsidiaries, and the choice of columns.

use leptos::prelude::*;

use super::{columns::UserColumn, view::UserView};
use crate::i18n::{UserWords, words};
use crate::ui::{CheckMenu, Choice, IconName};

/// Whose users these are, whether with subsidiaries, and which columns are seen.
#[component]
pub(super) fn Heading(
    /// The name of the company chosen.
    name: Signal<Option<String>>,
    view: Memo<UserView>,
    on_go: Callback<UserView>,
    /// Puts another view in this one's place.
    on_replace: Callback<UserView>,
) -> impl IntoView {
    let t = words(UserWords);
    let company = Memo::new(move |_| view.with(|view| view.company));
    let title = move || match company.get() {
        None => t().users_of_all().to_owned(),
        Some(_) => t().users_of(&name.get().unwrap_or_else(|| "…".to_owned())),
    };
    view! {
        <div class="users-head">
            <h2 class="users-heading" id="users-heading">{title}</h2>
            <Show when=move || company.get().is_some()>
                <label class="tick">
                    <input
                        type="checkbox"
                        prop:checked=move || view.with(|view| view.subsidiaries)
                        on:change:target=move |event| on_go.run(UserView {
                            subsidiaries: event.target().checked(),
                            ..view.get_untracked().at_the_top()
                        })
                    />
                    <span>{move || t().with_subsidiaries()}</span>
                </label>
            </Show>
            <ColumnMenu view on_replace/>
        </div>
    }
}

/// Which columns are seen.
#[component]
fn ColumnMenu(view: Memo<UserView>, on_replace: Callback<UserView>) -> impl IntoView {
    let t = words(UserWords);
    let columns = move || {
        UserColumn::ALL
            .map(|column| Choice::new(column.code(), column.label(t())))
            .to_vec()
    };
    let chosen = move || {
        view.with(|view| {
            view.columns
                .iter()
                .map(|column| column.code().to_owned())
                .collect::<Vec<_>>()
        })
    };
    let choose = move |codes: Vec<String>| {
        // It changes nothing about which page it is.
        on_replace.run(UserView {
            columns: UserColumn::read(&codes.join(",")),
            ..view.get_untracked()
        });
    };
    view! {
        <div class="filter-end">
            <CheckMenu
                label=move || t().columns()
                choices=Signal::derive(columns)
                chosen=Signal::derive(chosen)
                on_change=choose
                icon=IconName::Columns
            />
        </div>
    }
}

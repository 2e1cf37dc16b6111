//! The heading of the users list: whose users, whether with subsidiaries, and the choice of columns.

use app::{
    CompanyId,
    companies::{CompanyTree, api::get_company},
};
use leptos::prelude::*;

use super::{columns::UserColumn, view::UserView};
use crate::i18n::{UserWords, words};
use crate::session::use_session;
use crate::ui::{CheckMenu, Choice, IconName, Loaded};

/// Whose users these are, whether with subsidiaries, and which columns are seen.
#[component]
pub(super) fn Heading(
    companies: Loaded<CompanyTree>,
    view: Memo<UserView>,
    on_go: Callback<UserView>,
    /// Puts another view in this one's place.
    on_replace: Callback<UserView>,
) -> impl IntoView {
    let t = words(UserWords);
    let session = use_session();
    let company = Memo::new(move |_| view.with(|view| view.company));
    let in_tree = move |id: CompanyId| {
        companies.with(|tree| {
            let found =
                tree.and_then(|tree| tree.companies.iter().find(|company| company.id == id));
            found.map(|company| company.name.clone())
        })
    };
    // One that the tree was too large to hold is asked for by itself.
    let alone = Loaded::new(
        move || {
            company
                .get()
                .filter(|id| companies.is_here() && in_tree(*id).is_none())
        },
        move |id| session.ask(get_company(id)),
    );
    let title = move || match company.get() {
        None => t().users_of_all().to_owned(),
        Some(id) => {
            let name = in_tree(id).or_else(|| {
                alone.with(|company| {
                    company
                        .filter(|company| company.id == id)
                        .map(|company| company.name.clone())
                })
            });
            t().users_of(&name.unwrap_or_else(|| "…".to_owned()))
        }
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

//! The users list itself: rows, what stands where there are none, and the pages.

use app::{
    Page, UserId,
    users::{AccountStatus, UserRow},
};
use leptos::prelude::*;

use super::{
    columns::{UserColumn, heads},
    marks::{Expiry, LastSignIn, StatusPill, TwoFactorPill},
    picked::Picked,
    row_actions::{RowAct, RowButtons},
    view::UserView,
};
use crate::i18n::{CommonWords, UserWords, full_name, use_language, words};
use crate::ui::{
    Breakable, Cell, Column, Listing, Loaded, Paging, Row, SelectCell, SkeletonRows, Sort, Table,
};

/// The id of the link that names a user's row.
pub(super) fn row_link(id: UserId) -> String {
    format!("user-{id}")
}

/// The table of users and its pages.
#[component]
pub(super) fn UserTable(
    /// What is shown.
    view: Memo<UserView>,
    /// The page of users.
    users: Loaded<Page<UserRow>>,
    /// Which of them are selected; without it, nobody can be.
    picked: Option<Picked>,
    /// Goes to another view.
    on_go: Callback<UserView>,
    /// Does something with a row's user.
    on_act: Callback<(RowAct, UserRow)>,
    /// What stands where there is no row.
    #[prop(into)]
    empty: ViewFn,
) -> impl IntoView {
    let (t, c) = (words(UserWords), words(CommonWords));
    let columns = Memo::new(move |_| view.with(|view| view.columns.clone()));
    let sort = move || {
        view.with(|view| {
            Some(Sort {
                key: view.sort.code().to_owned(),
                descending: view.descending,
            })
        })
    };
    let on_sort = move |sort: Sort| {
        let Some(by) = app::users::UserSort::from_code(&sort.key) else {
            return;
        };
        on_go.run(UserView {
            sort: by,
            descending: sort.descending,
            ..view.get_untracked().at_the_top()
        });
    };
    let rows = move || users.with(|page| page.map(|page| page.items.clone()).unwrap_or_default());
    let waiting = move || !users.is_here();
    let columns_seen = move || {
        let select = picked.map(|_| Column::new("select", c().select_all()).silent());
        let heads = columns.with(|columns| heads(columns, t(), c().actions()));
        select.into_iter().chain(heads).collect::<Vec<_>>()
    };
    let on_select_all = move |on| {
        if let Some(picked) = picked {
            picked.pick_page(&untrack(rows), on);
        }
    };
    let on_pick = Callback::new(move |(id, on, range)| {
        if let Some(picked) = picked {
            picked.pick(&untrack(rows), id, on, range);
        }
    });
    let all_selected =
        move || users.with(|page| picked.is_some_and(|picked| picked.has_page(page)));
    view! {
        <Listing
            page=users
            paging=Signal::derive(move || view.with(|view| view.paging.clone()))
            on_go=move |paging: Paging| on_go.run(UserView { paging, ..view.get_untracked() })
            empty
        >
            <Table
                caption=move || t().manage_users()
                columns=Signal::derive(columns_seen)
                sort=Signal::derive(sort)
                on_sort
                busy=users.busy()
                all_selected=Signal::derive(all_selected)
                on_select_all
            >
                <Show when=waiting>
                    {move || view! { <SkeletonRows rows=view.with(|view| view.paging.size.min(50) as usize) columns=columns_seen().len()/> }}
                </Show>
                <For each=rows key=|row| (row.id, row.version, row.status, row.two_factor, row.last_sign_in_at) let:row>
                    <UserLine row columns picked on_pick on_act/>
                </For>
            </Table>
        </Listing>
    }
}

#[component]
fn UserLine(
    row: UserRow,
    columns: Memo<Vec<UserColumn>>,
    picked: Option<Picked>,
    on_pick: Callback<(UserId, bool, bool)>,
    on_act: Callback<(RowAct, UserRow)>,
) -> impl IntoView {
    let (t, c) = (words(UserWords), words(CommonWords));
    let (id, deleted) = (row.id, row.status == AccountStatus::Deleted);
    let (login_id, shown) = (row.login_id.clone(), row.login_id.clone());
    let kept = StoredValue::new(row);
    let cells = move || {
        columns
            .get()
            .into_iter()
            .map(|column| view! { <UserCell row=kept.get_value() column/> })
            .collect_view()
    };
    let selected = Signal::derive(move || picked.is_some_and(|picked| picked.has(id)));
    let named = login_id.clone();
    let select = picked.map(|_| {
        view! {
            <SelectCell
                label=move || c().select_row(&named)
                checked=selected
                on_change=move |(on, range)| on_pick.run((id, on, range))
            />
        }
    });
    view! {
        <Row selected>
            {select}
            <Cell head=true label=move || t().user_name()>
                <a class="row-link" id=row_link(id) href=format!("/admin/users/{id}")><Breakable text=shown/></a>
            </Cell>
            {cells}
            <RowButtons
                id
                login_id
                deleted
                on_act=move |act| on_act.run((act, kept.get_value()))
            />
        </Row>
    }
}

#[component]
fn UserCell(row: UserRow, column: UserColumn) -> impl IntoView {
    let (t, language) = (words(UserWords), use_language());
    let value = match column {
        UserColumn::Name => {
            view! { <span class="keep-together">{move || full_name(language.get(), &row.first_name, &row.last_name)}</span> }
                .into_any()
        }
        UserColumn::Email => view! { <Breakable text=row.email/> }.into_any(),
        UserColumn::Company => row.company.into_any(),
        UserColumn::Status => {
            // What is as usual stays quiet, so that the exceptions are seen.
            let usual = row.status == AccountStatus::Active;
            view! { <span class:mark-bare=usual><StatusPill status=row.status/></span> }.into_any()
        }
        UserColumn::TwoFactor => view! { <span class="mark-bare"><TwoFactorPill state=row.two_factor/></span> }.into_any(),
        UserColumn::LastSignIn => view! { <LastSignIn at=row.last_sign_in_at/> }.into_any(),
        UserColumn::Expires => view! { <Expiry at=row.expires_at/> }.into_any(),
    };
    view! { <Cell label=move || column.label(t())>{value}</Cell> }
}

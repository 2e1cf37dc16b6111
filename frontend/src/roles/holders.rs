//! Who has a role: those of one's scope by name, page by page, and of the others the number.

use app::{
    roles::{Permission, RoleDetail},
    users::{UserQuery, UserRow, api::list_users},
};
use leptos::prelude::*;

use crate::i18n::{RoleWords, full_name, use_language, words};
use crate::session::use_session;
use crate::ui::{
    Cell, Column, EmptyState, IconName, Listing, Loaded, Paging, Row, Section, SkeletonRows, Table,
    address::format_query, use_address,
};

/// The section Who has it.
#[component]
pub(super) fn Holders(role: RoleDetail) -> impl IntoView {
    let t = words(RoleWords);
    let session = use_session();
    let (all, elsewhere) = (role.holders, role.holders_elsewhere);
    let id = role.role.id;
    let named = move || session.may(Permission::UsersRead);
    view! {
        <Section id="holders" title=move || t().who_has_it()>
            <Show when=named fallback=move || view! { <p>{move || t().not_named(all)}</p> }>
                <HolderList id/>
                {(elsewhere > 0).then(|| view! { <p class="holders-more">{move || t().elsewhere(elsewhere)}</p> })}
            </Show>
        </Section>
    }
}

#[component]
fn HolderList(id: app::RoleId) -> impl IntoView {
    let t = words(RoleWords);
    let session = use_session();
    let address = use_address();
    let paging = Memo::new(move |_| address.query.with(|query| Paging::read(query)));
    let users = Loaded::new(
        move || {
            Some(UserQuery {
                role: Some(id),
                page: paging.get().question(),
                ..UserQuery::default()
            })
        },
        move |query| session.ask(list_users(query)),
    );
    let columns = move || {
        vec![
            Column::new("login_id", t().user_name()),
            Column::new("name", t().full_name()),
            Column::new("company", t().company()),
        ]
    };
    let rows = move || users.with(|page| page.map(|page| page.items.clone()).unwrap_or_default());
    let empty =
        move || view! { <EmptyState title=move || t().nobody_has_it() icon=IconName::Users/> };
    view! {
        <Listing page=users paging on_go=move |paging: Paging| address.go(format_query(&paging.write())) empty>
            <Table caption=move || t().who_has_it() columns=Signal::derive(columns) busy=users.busy()>
                <Show when=move || !users.is_here()><SkeletonRows rows=3 columns=3/></Show>
                <For each=rows key=|user| (user.id, user.version) let:user><HolderLine user/></For>
            </Table>
        </Listing>
    }
}

#[component]
fn HolderLine(user: UserRow) -> impl IntoView {
    let (t, language) = (words(RoleWords), use_language());
    let (first, last) = (user.first_name, user.last_name);
    view! {
        <Row>
            <Cell head=true label=move || t().user_name()>
                <a href=format!("/admin/users/{}", user.id) class="mono">{user.login_id}</a>
            </Cell>
            <Cell label=move || t().full_name()>{move || full_name(language.get(), &first, &last)}</Cell>
            <Cell label=move || t().company()>{user.company}</Cell>
        </Row>
    }
}

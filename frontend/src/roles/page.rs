//! The Roles page: every role one sees, whose it is, how many have it, and what can be done with it.

use app::{
    Page, RoleId, grouped,
    roles::{Permission, RoleQuery, RoleRow, api::list_all_roles},
};
use leptos::prelude::*;

use super::{
    defaults::DefaultRoles,
    delete::DeleteRole,
    form::{RoleForm, Source},
};
use crate::i18n::{CommonWords, RoleWords, use_language, words};
use crate::session::use_session;
use crate::shell::PageTitle;
use crate::ui::{
    Button, ButtonKind, Cell, Column, EmptyState, FilterBar, IconName, Listing, Loaded,
    NothingMatches, Paging, Row, RowActions, SearchField, SkeletonRows, Table,
    address::{format_query, value_of},
    use_address,
};

/// What is asked about roles at the moment.
#[derive(Clone, Copy)]
struct Asked {
    form: RwSignal<Option<Source>>,
    delete: RwSignal<Option<RoleId>>,
}

/// The page Roles.
#[component]
pub fn RolesPage() -> impl IntoView {
    let t = words(RoleWords);
    let session = use_session();
    let address = use_address();
    let search = Memo::new(move |_| {
        address
            .query
            .with(|query| value_of(query, "q").unwrap_or_default().to_owned())
    });
    let paging = Memo::new(move |_| address.query.with(|query| Paging::read(query)));
    let go = move |search: String, paging: Paging| {
        let mut pairs = Vec::new();
        if !search.is_empty() {
            pairs.push(("q", search));
        }
        pairs.extend(paging.write());
        address.go(format_query(&pairs));
    };
    let roles = Loaded::new(
        move || {
            Some(RoleQuery {
                search: search.get(),
                company: None,
                page: paging.get().question(),
            })
        },
        move |query| session.ask(list_all_roles(query)),
    );
    let asked = Asked {
        form: RwSignal::new(None),
        delete: RwSignal::new(None),
    };
    address.opens(
        "create",
        "role",
        move || asked.form.with(Option::is_some),
        move || {
            if session.may(Permission::RolesCreate) {
                asked.form.set(Some(Source::New));
            }
        },
    );
    let actions = move || {
        view! {
            <Show when=move || session.may(Permission::RolesCreate)>
                <Button kind=ButtonKind::Act icon=IconName::Plus on_click=move || asked.form.set(Some(Source::New))>
                    {move || t().create()}
                </Button>
            </Show>
        }
    };
    let empty = move || {
        if search.with(String::is_empty) {
            view! { <EmptyState title=move || t().none_yet() icon=IconName::Role/> }.into_any()
        } else {
            let clear = move || go(String::new(), paging.get_untracked().at_the_top());
            view! { <NothingMatches title=move || t().nothing_matches() on_clear=clear/> }
                .into_any()
        }
    };
    view! {
        <PageTitle title=move || t().roles() actions/>
        <FilterBar>
            <SearchField
                label=move || t().search() value=search
                on_search=move |text: String| go(text, paging.get_untracked().at_the_top())
            />
        </FilterBar>
        <Listing page=roles paging on_go=move |paging: Paging| go(search.get_untracked(), paging) empty>
            <RoleTable roles asked/>
        </Listing>
        <DefaultRoles/>
        <RoleForm source=asked.form on_saved=move |_| roles.again()/>
        <DeleteRole which=asked.delete on_done=move || roles.again()/>
    }
}

#[component]
fn RoleTable(roles: Loaded<Page<RoleRow>>, asked: Asked) -> impl IntoView {
    let (t, c) = (words(RoleWords), words(CommonWords));
    let columns = move || {
        vec![
            Column::new("name", t().name()),
            Column::new("owner", t().belongs_to()),
            Column::new("users", t().users()).numeric(),
            Column::new("actions", c().actions()).silent(),
        ]
    };
    let rows = move || roles.with(|page| page.map(|page| page.items.clone()).unwrap_or_default());
    view! {
        <Table caption=move || t().roles() columns=Signal::derive(columns) busy=roles.busy()>
            <Show when=move || !roles.is_here()><SkeletonRows columns=4/></Show>
            <For
                each=rows
                key=|row| (row.role.id, row.version, row.holders)
                let:row
            >
                <RoleLine row asked/>
            </For>
        </Table>
    }
}

#[component]
fn RoleLine(row: RoleRow, asked: Asked) -> impl IntoView {
    let (t, language) = (words(RoleWords), use_language());
    let session = use_session();
    let id = row.role.id;
    let role = StoredValue::new(row.role);
    let name = move || role.with_value(|role| role.words(language.get()));
    let owner = row.owner.map(|owner| owner.name);
    let (holders, exact) = (row.holders, row.holders_is_exact);
    let count = move || match exact {
        true => grouped(holders),
        false => t().over(&grouped(holders)),
    };
    // The name and description of one's own role may be changed too, on its page.
    let free = row.locked.is_none();
    let button =
        move |permission, icon, say: fn(RoleWords, &str) -> String, press: Callback<()>| {
            view! {
                <Show when=move || session.may(permission)>
                    <Button
                        kind=ButtonKind::Quiet icon icon_only=true
                        name=move || say(t(), &name())
                        on_click=move || press.run(())
                    />
                </Show>
            }
        };
    let copy = Callback::new(move |()| asked.form.set(Some(Source::CopyOf(id))));
    let edit = Callback::new(move |()| asked.form.set(Some(Source::Role(id))));
    let delete = Callback::new(move |()| asked.delete.set(Some(id)));
    view! {
        <Row id=format!("role-{id}")>
            <Cell head=true label=move || t().name()>
                <a href=format!("/admin/roles/{id}")>{name}</a>
                {(!row.description.is_empty()).then(|| view! { <span class="role-about">{row.description}</span> })}
            </Cell>
            <Cell label=move || t().belongs_to()>
                {move || owner.clone().unwrap_or_else(|| t().doorward().to_owned())}
            </Cell>
            <Cell numeric=true label=move || t().users()>
                <Show when=move || session.may(Permission::UsersRead) fallback=count>
                    <a href=format!("/admin/users?role={id}") aria-label=move || t().users_with(holders, &name())>{count}</a>
                </Show>
            </Cell>
            <RowActions>
                {button(Permission::RolesCreate, IconName::Copy, RoleWords::copy_of, copy)}
                {free.then(|| button(Permission::RolesUpdate, IconName::Edit, RoleWords::edit_of, edit))}
                {free.then(|| button(Permission::RolesDelete, IconName::Trash, RoleWords::delete_of, delete))}
            </RowActions>
        </Row>
    }
}

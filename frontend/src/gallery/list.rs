//! A list as in Manage Users: tree, filters, table, selection, pager.

use std::collections::HashSet;

use leptos::prelude::*;

use crate::shell::PageTitle;
use crate::ui::{
    Button, ButtonKind, Cell, CheckMenu, Choice, Column, DateStyle, DateTime, FilterBar,
    FilterChip, IconName, Pager, Pill, Row, RowActions, SearchField, SelectCell, SelectionBar,
    SkeletonRows, Sort, Table, Tone, Tree, TreeNode, use_toaster,
};

const USERS: [(&str, &str, &str, Tone, &str, &str); 6] = [
    (
        "hana.sato",
        "Hana Sato",
        "Beta",
        Tone::Good,
        "on",
        "2026-11-21T19:00:00Z",
    ),
    (
        "k.tanaka",
        "Ken Tanaka",
        "Beta",
        Tone::Attention,
        "to set up",
        "2026-10-02T09:00:00Z",
    ),
    (
        "maria.lopez",
        "Maria López",
        "Gamma",
        Tone::Good,
        "on",
        "2026-11-20T11:00:00Z",
    ),
    (
        "y.nakamura",
        "Yuki Nakamura",
        "Delta",
        Tone::Neutral,
        "off",
        "2025-12-24T08:00:00Z",
    ),
    (
        "a-very-long-login-id.with.many.parts",
        "Alexandria Featherstonehaugh-Cholmondeley",
        "Acme Reseller",
        Tone::Good,
        "on",
        "2026-11-21T21:00:00Z",
    ),
    (
        "o.schmidt",
        "Otto Schmidt",
        "Gamma",
        Tone::Danger,
        "locked",
        "2026-11-01T08:00:00Z",
    ),
];

#[component]
pub(super) fn List() -> impl IntoView {
    let chosen = RwSignal::new(vec!["active".to_owned()]);
    let search = RwSignal::new(String::new());
    let add = || view! { <Button kind=ButtonKind::Act icon=IconName::UserPlus>"Add User"</Button> };
    let statuses = vec![
        Choice::new("active", "Active"),
        Choice::new("invited", "Invited"),
        Choice::new("off", "Disabled"),
    ];
    view! {
        <div class="split">
            <aside class="split-side"><Companies/></aside>
            <div>
                <PageTitle title="Users of Acme Reseller" actions=add/>
                <FilterBar>
                    <SearchField label="Name, login ID or e-mail" value=search on_search=move |text| search.set(text)/>
                    <CheckMenu label="Status" choices=statuses.clone() chosen on_change=move |next| chosen.set(next)/>
                    <CheckMenu label="Role" choices=statuses.clone() chosen=Vec::new() on_change=|_| ()/>
                    <CheckMenu label="Columns" icon=IconName::Columns choices=statuses chosen=Vec::new() on_change=|_| ()/>
                    <FilterChip label="expiring in 30 days" on_remove=|| ()/>
                    <FilterChip label="with subsidiaries" on_remove=|| ()/>
                </FilterBar>
                <Users/>
            </div>
        </div>
    }
}

#[component]
fn Companies() -> impl IntoView {
    let toaster = use_toaster();
    let selected = RwSignal::new(Some("acme".to_owned()));
    let expanded = RwSignal::new(HashSet::from(["operator".to_owned(), "acme".to_owned()]));
    let node = |id: &str, label: &str, count, children| TreeNode {
        id: id.into(),
        label: label.into(),
        count: Some(count),
        children,
        more_below: id == "beta",
    };
    let nodes = vec![node(
        "operator",
        "Operator",
        12,
        vec![
            node(
                "acme",
                "Acme Reseller",
                340,
                vec![
                    node("beta", "Beta", 25, vec![]),
                    node("gamma", "Gamma with a long name that is cut", 9, vec![]),
                ],
            ),
            node(
                "delta",
                "Delta",
                77,
                vec![node("epsilon", "Epsilon", 3, vec![])],
            ),
        ],
    )];
    view! {
        <Tree
            label="Companies"
            nodes
            expanded
            selected
            on_select=move |id| selected.set(Some(id))
            action_name=|label: String| format!("Add a user to {label}")
            on_action=move |id: String| toaster.say(Tone::Info, format!("Add a user to {id}"))
        />
    }
}

#[component]
fn Users() -> impl IntoView {
    let sort = RwSignal::new(Some(Sort {
        key: "login".into(),
        descending: false,
    }));
    let picked = RwSignal::new(HashSet::<&'static str>::new());
    let count = move || picked.with(HashSet::len);
    let columns = vec![
        Column::new("select", "Select").silent(),
        Column::new("login", "User name").sortable(),
        Column::new("name", "Name").sortable(),
        Column::new("company", "Company"),
        Column::new("factor", "Two-factor"),
        Column::new("seen", "Last sign-in").sortable(),
        Column::new("sessions", "Sessions").numeric(),
        Column::new("actions", "Actions").silent(),
    ];
    let row = move |(login, name, company, tone, factor, seen)| {
        let checked = Signal::derive(move || picked.with(|picked| picked.contains(login)));
        view! {
            <Row selected=checked>
                <SelectCell
                    label=format!("Select {login}")
                    checked
                    on_change=move |(on, _)| picked.update(|picked| {
                        if on { picked.insert(login) } else { picked.remove(login) };
                    })
                />
                <Cell head=true><a href="/dev/components/detail">{login}</a></Cell>
                <Cell label="Name">{name}</Cell>
                <Cell label="Company">{company}</Cell>
                <Cell label="Two-factor"><Pill tone=tone>{factor}</Pill></Cell>
                <Cell label="Last sign-in"><DateTime at=seen style=DateStyle::Relative/></Cell>
                <Cell label="Sessions" numeric=true>"2"</Cell>
                <RowActions>
                    <Button kind=ButtonKind::Quiet icon=IconName::Edit icon_only=true name=format!("Edit {login}")/>
                    <Button kind=ButtonKind::Quiet icon=IconName::Key icon_only=true name=format!("Token expiration of {login}")/>
                    <Button kind=ButtonKind::Quiet icon=IconName::Trash icon_only=true name=format!("Delete {login}")/>
                </RowActions>
            </Row>
        }
    };
    view! {
        <SelectionBar text=move || if count() == 0 { String::new() } else { format!("{} selected", count()) }>
            <Button>"Select all 12,345 that match"</Button>
            <Button icon=IconName::Shield>"Enable TFA"</Button>
            <Button icon=IconName::Trash>"Delete"</Button>
        </SelectionBar>
        <Table caption="Users" columns sort on_sort=move |next| sort.set(Some(next))>
            {USERS.map(row).collect_view()}
            <SkeletonRows rows=2 columns=8/>
        </Table>
        <Pager
            range="1–50 of 12,345" has_previous=false has_next=true on_previous=|| () on_next=|| ()
            size=50 on_size=|_| ()
        />
    }
}

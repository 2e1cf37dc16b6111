//! The Companies page: the companies of one's scope as an indented table, and what can be done with each.

use app::{
    companies::{CompanyNode, CompanyQuery, CompanyRef, CompanyTree},
    grouped,
    roles::Permission,
};
use leptos::prelude::*;

use super::{
    create::CreateCompany,
    delete::DeleteCompany,
    in_order, load_found,
    move_to::{MoveCompany, Moved},
    path_to,
    policy::PolicyOfCompany,
    rename::RenameCompany,
};
use crate::i18n::{CommonWords, CompanyWords, use_language, words};
use crate::session::use_session;
use crate::shell::PageTitle;
use crate::ui::{
    Alert, Button, ButtonKind, Cell, Column, EmptyState, FilterBar, IconName, LoadFailed, Loaded,
    Row, RowActions, SearchField, SkeletonRows, Table, Tone,
    address::{format_query, value_of},
    use_address,
};

/// More rows than these nobody reads through, and a browser takes seconds to draw: a search finds the others.
const SHOWN: u32 = 1_000;

/// What is asked about a company at the moment.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    /// Under which a company is to be created.
    pub create: RwSignal<Option<CompanyRef>>,
    /// Which is to be renamed.
    pub rename: RwSignal<Option<CompanyNode>>,
    /// Which is to be moved.
    pub move_: RwSignal<Option<Moved>>,
    /// Whose policy is looked at.
    pub policy: RwSignal<Option<CompanyNode>>,
    /// Which is to be deleted.
    pub delete: RwSignal<Option<CompanyNode>>,
}

/// A row of the table.
#[derive(Clone)]
struct Line {
    company: CompanyNode,
    /// The company above, if there is one.
    above: Option<CompanyRef>,
    /// The names of all above.
    path: String,
    depth: usize,
}

/// The page Companies.
#[component]
pub fn CompaniesPage() -> impl IntoView {
    let (t, c) = (words(CompanyWords), words(CommonWords));
    let session = use_session();
    let address = use_address();
    let search = Memo::new(move |_| {
        address
            .query
            .with(|query| value_of(query, "q").unwrap_or_default().to_owned())
    });
    let on_search = move |text: String| {
        address.replace(if text.is_empty() {
            String::new()
        } else {
            format_query(&[("q", text)])
        });
    };
    let shown = load_found(move || {
        Some(CompanyQuery {
            search: search.get(),
            limit: Some(SHOWN),
            place_for: None,
        })
    });
    let asked = Asked {
        create: RwSignal::new(None),
        rename: RwSignal::new(None),
        move_: RwSignal::new(None),
        policy: RwSignal::new(None),
        delete: RwSignal::new(None),
    };
    let reload = Callback::new(move |()| shown.again());
    let own = move || session.me().map(|me| me.company);
    address.opens(
        "create",
        "company",
        move || asked.create.with(Option::is_some),
        move || {
            if session.may(Permission::CompaniesCreate) {
                asked.create.set(own());
            }
        },
    );
    let actions = move || {
        view! {
            <Show when=move || session.may(Permission::CompaniesCreate)>
                <Button kind=ButtonKind::Act icon=IconName::Plus on_click=move || asked.create.set(own())>
                    {move || t().create()}
                </Button>
            </Show>
        }
    };
    let nothing = move || shown.with(|tree| tree.is_some_and(|tree| tree.companies.is_empty()));
    let more = move || shown.with(|tree| tree.is_some_and(|tree| tree.more));
    let empty = move || {
        if search.with(String::is_empty) {
            view! { <EmptyState title=move || t().none_yet() icon=IconName::Company/> }.into_any()
        } else {
            view! {
                <EmptyState title=move || t().nothing_matches()>
                    <Button on_click=move || address.go(String::new())>{move || c().clear_search()}</Button>
                </EmptyState>
            }
            .into_any()
        }
    };
    view! {
        <PageTitle title=move || t().companies() actions/>
        <FilterBar><SearchField label=move || t().search() value=search on_search/></FilterBar>
        <LoadFailed refusal=shown.refusal() on_retry=move || shown.again()/>
        <Show when=move || !shown.is_refused()>
            <Show when=more><div class="more-companies"><Alert tone=Tone::Info>{move || t().more()}</Alert></div></Show>
            <Show when=move || !nothing() fallback=empty>
                <CompanyTable shown asked/>
            </Show>
        </Show>
        <CreateCompany under=asked.create on_done=reload/>
        <RenameCompany which=asked.rename on_done=reload/>
        <MoveCompany which=asked.move_ on_done=reload/>
        <PolicyOfCompany which=asked.policy on_done=reload/>
        <DeleteCompany which=asked.delete on_done=reload/>
    }
}

#[component]
fn CompanyTable(shown: Loaded<CompanyTree>, asked: Asked) -> impl IntoView {
    let (t, c) = (words(CompanyWords), words(CommonWords));
    let columns = move || {
        vec![
            Column::new("name", t().name()),
            Column::new("kind", t().kind()),
            Column::new("users", t().users()).numeric(),
            Column::new("actions", c().actions()).silent(),
        ]
    };
    let rows = move || {
        shown.with(|tree| {
            let companies = tree
                .map(|tree| tree.companies.as_slice())
                .unwrap_or_default();
            in_order(companies)
                .into_iter()
                .map(|(depth, company)| {
                    let path = path_to(companies, company.id);
                    let names: Vec<_> = path.iter().map(|above| above.name.as_str()).collect();
                    Line {
                        path: names.join(" / "),
                        above: path.last().map(|above| above.to_ref()),
                        company: company.clone(),
                        depth,
                    }
                })
                .collect::<Vec<_>>()
        })
    };
    view! {
        <Table caption=move || t().companies() columns=Signal::derive(columns) busy=shown.busy()>
            <Show when=move || !shown.is_here()><SkeletonRows columns=4/></Show>
            <For
                each=rows
                key=|line| (line.depth, line.path.clone(), line.company.id, line.company.version, line.company.users)
                let:line
            >
                <CompanyLine line asked/>
            </For>
        </Table>
    }
}

#[component]
fn CompanyLine(line: Line, asked: Asked) -> impl IntoView {
    let (t, language) = (words(CompanyWords), use_language());
    let session = use_session();
    let Line {
        company,
        above,
        path,
        depth,
    } = line;
    let CompanyNode {
        id,
        name,
        kind,
        users,
        parent,
        ..
    } = company.clone();
    let company = StoredValue::new(company);
    let above = StoredValue::new(above);
    let button = move |permission: Permission,
                       icon: IconName,
                       say: fn(CompanyWords, &str) -> String,
                       press: Callback<CompanyNode>| {
        view! {
            <Show when=move || session.may(permission)>
                <Button
                    kind=ButtonKind::Quiet icon icon_only=true
                    name=move || company.with_value(|company| say(t(), &company.name))
                    on_click=move || press.run(company.get_value())
                />
            </Show>
        }
    };
    let ask = |which: RwSignal<Option<CompanyNode>>| {
        Callback::new(move |company| which.set(Some(company)))
    };
    let create =
        Callback::new(move |company: CompanyNode| asked.create.set(Some(company.to_ref())));
    let move_ = Callback::new(move |company| {
        let above = above.get_value();
        asked.move_.set(Some(Moved { company, above }));
    });
    // What stands at the top of one's scope is not one's own to move or delete.
    let inner = parent.is_some();
    let label = name.clone();
    view! {
        <Row id=format!("company-{id}")>
            <Cell head=true label=move || t().name()>
                <span class="indented" style:--level=depth.to_string()>
                    {(!path.is_empty()).then(|| view! { <span class="visually-hidden">{path}" / "</span> })}
                    {name}
                </span>
            </Cell>
            <Cell label=move || t().kind()>{move || kind.words(language.get())}</Cell>
            <Cell numeric=true label=move || t().users()>
                <a
                    href=format!("/admin/users?company={id}")
                    aria-label=move || t().users_of(users, &label)
                >{grouped(users)}</a>
            </Cell>
            <RowActions>
                {button(Permission::CompaniesCreate, IconName::Plus, CompanyWords::create_under, create)}
                {button(Permission::PoliciesRead, IconName::Policy, CompanyWords::policy_of, ask(asked.policy))}
                {button(Permission::CompaniesUpdate, IconName::Edit, CompanyWords::rename_of, ask(asked.rename))}
                {inner.then(|| button(Permission::CompaniesUpdate, IconName::Move, CompanyWords::move_of, move_))}
                {inner.then(|| button(Permission::CompaniesDelete, IconName::Trash, CompanyWords::delete_of, ask(asked.delete)))}
            </RowActions>
        </Row>
    }
}

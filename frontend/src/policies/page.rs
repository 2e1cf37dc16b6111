//! The Policy classes page: which there are, whose they are, who uses them and what they say.

use app::{
    companies::CompanyRef,
    policies::{PolicyClass, PolicyClassQuery, api::get_policy_classes},
    roles::Permission,
};
use leptos::prelude::*;

use super::{
    delete::DeletePolicyClass,
    edit::{EditPolicyClass, Editing},
};
use crate::i18n::{CommonWords, PolicyWords, use_language, words};
use crate::session::use_session;
use crate::shell::PageTitle;
use crate::ui::{
    Button, ButtonKind, Cell, Column, EmptyState, IconName, LoadFailed, Loaded, Row, RowActions,
    SkeletonRows, Table, use_address,
};

/// The page Policy classes.
#[component]
pub fn PolicyClassesPage() -> impl IntoView {
    let (t, c) = (words(PolicyWords), words(CommonWords));
    let session = use_session();
    let classes = Loaded::new(
        || Some(PolicyClassQuery::default()),
        move |query| session.ask(get_policy_classes(query)),
    );
    let editing = RwSignal::new(None::<Editing>);
    let deleting = RwSignal::new(None::<PolicyClass>);
    let reload = Callback::new(move |()| classes.again());
    let may_create = move || session.may(Permission::PoliciesCreate);
    use_address().opens(
        "create",
        "class",
        move || editing.with(Option::is_some),
        move || {
            if may_create() {
                editing.set(Some(Editing::New));
            }
        },
    );
    let create = move || {
        view! {
            <Button kind=ButtonKind::Act icon=IconName::Plus on_click=move || editing.set(Some(Editing::New))>
                {move || t().create()}
            </Button>
        }
    };
    let actions = move || view! { <Show when=may_create>{create()}</Show> };
    let nothing = move || classes.with(|classes| classes.is_some_and(Vec::is_empty));
    let columns = move || {
        vec![
            Column::new("name", t().name()),
            Column::new("company", t().belongs_to()),
            Column::new("used_by", t().used_by()),
            Column::new("says", t().says()),
            Column::new("actions", c().actions()).silent(),
        ]
    };
    let empty = move || {
        view! { <EmptyState title=move || t().none_yet() icon=IconName::Policy/> }
    };
    view! {
        <PageTitle title=move || t().title() actions/>
        <p class="policy-about">{move || t().about()}</p>
        <LoadFailed refusal=classes.refusal() on_retry=move || classes.again()/>
        <Show when=move || !classes.is_refused()>
            <Show when=move || !nothing() fallback=empty>
                <Table caption=move || t().title() columns=Signal::derive(columns) busy=classes.busy()>
                    <Show when=move || !classes.is_here()><SkeletonRows columns=5/></Show>
                    <For
                        each=move || classes.get().unwrap_or_default()
                        key=|class| (class.id, class.version, class.used_by_count, names_of(&class.used_by, ","))
                        let(class)
                    >
                        <ClassLine class editing deleting/>
                    </For>
                </Table>
            </Show>
        </Show>
        <EditPolicyClass what=editing on_done=reload/>
        <DeletePolicyClass which=deleting on_done=reload/>
    }
}

/// The names of companies in a row.
fn names_of(companies: &[CompanyRef], between: &str) -> String {
    let names: Vec<&str> = companies.iter().map(|company| &*company.name).collect();
    names.join(between)
}

#[component]
fn ClassLine(
    class: PolicyClass,
    editing: RwSignal<Option<Editing>>,
    deleting: RwSignal<Option<PolicyClass>>,
) -> impl IntoView {
    let (t, c, language) = (words(PolicyWords), words(CommonWords), use_language());
    let session = use_session();
    let PolicyClass {
        id,
        name,
        company,
        used_by,
        used_by_count,
        settings,
        editable,
        ..
    } = class.clone();
    let own = company.is_some();
    let class = StoredValue::new(class);
    let said = StoredValue::new(settings.said().collect::<Vec<_>>());
    let says = move || {
        let language = language.get();
        let said: Vec<String> = said.with_value(|said| {
            said.iter()
                .map(|(setting, value)| {
                    [
                        setting.words(language),
                        c().colon(),
                        &setting.say(value, language),
                    ]
                    .concat()
                })
                .collect()
        });
        match said.is_empty() {
            true => view! { <span class="nothing">{t().says_nothing()}</span> }.into_any(),
            false => said
                .into_iter()
                .map(|line| view! { <span class="policy-said">{line}</span> })
                .collect_view()
                .into_any(),
        }
    };
    let names = move || names_of(&used_by, c().between_names());
    let users = match used_by_count {
        0 => view! { <span class="nothing">{move || t().nobody()}</span> }.into_any(),
        1..=3 => names.into_any(),
        count => view! { <span title=names>{move || t().used_by_count(count)}</span> }.into_any(),
    };
    let owner = match company {
        Some(company) => company.name.into_any(),
        None => view! { <span class="nothing">{move || t().from_above()}</span> }.into_any(),
    };
    let open = move || editing.set(Some(Editing::Class(Box::new(class.get_value()))));
    let label = move || {
        class.with_value(|class| match editable {
            true => t().edit_of(&class.name),
            false => t().view_of(&class.name),
        })
    };
    view! {
        <Row id=format!("policy-class-{id}")>
            <Cell head=true label=move || t().name()>{name}</Cell>
            <Cell label=move || t().belongs_to()>{owner}</Cell>
            <Cell label=move || t().used_by()>{users}</Cell>
            <Cell label=move || t().says()><div class="policy-says">{says}</div></Cell>
            <RowActions>
                <Button
                    kind=ButtonKind::Quiet icon=if editable { IconName::Edit } else { IconName::Eye } icon_only=true
                    name=Signal::derive(label) on_click=open
                />
                <Show when=move || own && session.may(Permission::PoliciesDelete)>
                    <Button
                        kind=ButtonKind::Quiet icon=IconName::Trash icon_only=true
                        name=move || class.with_value(|class| t().delete_of(&class.name))
                        on_click=move || deleting.set(Some(class.get_value()))
                    />
                </Show>
            </RowActions>
        </Row>
    }
}

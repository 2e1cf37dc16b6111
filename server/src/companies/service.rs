//! The rules on companies.

use std::{
    cmp::Reverse,
    collections::{HashMap, HashSet},
};

use app::{
    CompanyId, Refusal,
    audit::AuditAction,
    companies::{
        Company, CompanyChange, CompanyDraft, CompanyName, CompanyNode, CompanyQuery,
        CompanyRefusal, CompanyTree,
    },
    field::Problem,
    policies::PolicyRefusal,
    roles::Permission,
};
use sea_orm::ConnectionTrait;

use super::{store, tree};
use crate::{
    actor::{Actor, Scope},
    audit,
    deps::Deps,
    desk::Caller,
    error::Result,
    policies, roles, users,
};

/// The most companies a tree shows at once; beyond, one searches.
const TREE_LIMIT: usize = 5_000;

/// The companies of the actor's scope.
pub async fn tree(deps: &Deps, actor: &Actor, query: CompanyQuery) -> Result<CompanyTree> {
    let scope = actor.may(Permission::CompaniesRead)?;
    let limit = query
        .limit
        .map_or(TREE_LIMIT, |limit| (limit as usize).clamp(1, TREE_LIMIT));
    let db = deps.db.read();
    let placed = match query.place_for {
        Some(id) => Some(store::find_for(db, scope, "place_for", id).await?),
        None => None,
    };
    let (companies, more) = tree::tree(db, scope, &query.search, placed.as_ref(), limit).await?;
    let visible: HashSet<CompanyId> = companies.iter().map(|company| company.id).collect();
    let companies = siblings_by_name(companies)
        .into_iter()
        .map(|company| CompanyNode {
            id: company.id,
            parent: company.parent.filter(|parent| visible.contains(parent)),
            name: company.name,
            kind: company.kind,
            users: u64::try_from(company.users).unwrap_or_default(),
            version: company.version,
        })
        .collect();
    Ok(CompanyTree { companies, more })
}

/// The same companies, parents before children, and siblings by name.
fn siblings_by_name(companies: Vec<store::Company>) -> Vec<store::Company> {
    let known: HashSet<CompanyId> = companies.iter().map(|company| company.id).collect();
    let mut below: HashMap<Option<CompanyId>, Vec<store::Company>> = HashMap::new();
    for company in companies {
        let parent = company.parent.filter(|parent| known.contains(parent));
        below.entry(parent).or_default().push(company);
    }
    for siblings in below.values_mut() {
        // The last is taken first below.
        siblings.sort_by_cached_key(|company| Reverse(company.name.to_lowercase()));
    }
    let mut ordered = Vec::with_capacity(known.len());
    let mut waiting = below.remove(&None).unwrap_or_default();
    while let Some(company) = waiting.pop() {
        waiting.extend(below.remove(&Some(company.id)).unwrap_or_default());
        ordered.push(company);
    }
    ordered
}

/// One company.
pub async fn get(deps: &Deps, actor: &Actor, id: CompanyId) -> Result<Company> {
    let scope = actor.may(Permission::CompaniesRead)?;
    let company = store::find(deps.db.read(), scope, id).await?;
    view(deps.db.read(), scope, company).await
}

async fn view(
    db: &impl ConnectionTrait,
    scope: &Scope,
    company: store::Company,
) -> Result<Company> {
    Ok(Company {
        path: store::ancestors(db, scope, &company.path).await?,
        subsidiaries: store::subsidiaries(db, company.id).await?,
        id: company.id,
        name: company.name,
        kind: company.kind,
        users: u64::try_from(company.users).unwrap_or_default(),
        created_at: company.created_at,
        version: company.version,
    })
}

/// Creates a company under another.
pub async fn create(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    draft: CompanyDraft,
) -> Result<Company> {
    let scope = actor.may(Permission::CompaniesCreate)?;
    let new = draft.check()?;
    let tx = deps.db.begin().await?;
    store::lock_shape(&tx).await?;
    let parent = store::find_for(&*tx, scope, "parent", new.parent).await?;
    if !parent.kind.may_contain(new.kind) {
        return Err(Refusal::field("kind", Problem::KindNotAllowedHere).into());
    }
    if store::name_is_taken(&tx, parent.id, &new.name, None).await? {
        return Err(Refusal::field("name", Problem::NameTaken).into());
    }
    let company = store::insert(&tx, Some(&parent), new.kind, &new.name, deps.now()).await?;
    let event = audit::Entry::by(actor, caller, AuditAction::CompanyCreated)
        .in_company(company.id)
        .with("name", &company.name)
        .with("kind", company.kind.code())
        .with("parent", &parent.name);
    audit::record(&tx, deps, event).await?;
    let company = view(&*tx, scope, company).await?;
    tx.commit().await?;
    Ok(company)
}

/// Renames or moves a company, if it is still at `version`.
pub async fn change(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    id: CompanyId,
    version: i64,
    change: CompanyChange,
) -> Result<Company> {
    let scope = actor.may(Permission::CompaniesUpdate)?;
    let tx = deps.db.begin().await?;
    if change.parent.is_some() {
        // Before the companies, in the same order as everybody else: whether the actor is still let in is asked last.
        roles::store::lock_operator_administrators(&tx).await?;
    }
    store::lock_shape(&tx).await?;
    let company = store::find(&*tx, scope, id).await?;
    if company.version != version {
        return Err(Refusal::Stale.into());
    }
    let name = match &change.name {
        Some(name) => {
            CompanyName::parse(name).map_err(|problem| Refusal::field("name", problem))?
        }
        None => {
            CompanyName::parse(&company.name).map_err(|problem| Refusal::field("name", problem))?
        }
    };
    let mut event = audit::Entry::by(actor, caller, AuditAction::CompanyChanged)
        .in_company(id)
        .changed("name", &company.name, name.as_str());
    let target = change
        .parent
        .filter(|&parent| Some(parent) != company.parent);
    let target = match target {
        Some(parent) => Some(may_move(&tx, actor, scope, &company, parent).await?),
        None => None,
    };
    let parent = target.as_ref().map(|parent| parent.id).or(company.parent);
    if let Some(parent) = parent
        && store::name_is_taken(&tx, parent, &name, Some(id)).await?
    {
        return Err(Refusal::field("name", Problem::NameTaken).into());
    }
    if !store::update(&tx, id, version, name.as_str(), parent).await? {
        return Err(Refusal::Stale.into());
    }
    if let Some(parent) = target {
        store::move_under(&tx, &company, &parent).await?;
        users::rules::still_let_in(&tx, actor, caller).await?;
        let above = store::refs(&*tx, company.parent.map(|id| id.0)).await?;
        let above = above.first().map_or("", |company| company.name.as_str());
        // Two companies of one name in different places are still two.
        event = match above == parent.name {
            true => event.with("parent", format!("{} ({})", parent.name, parent.id)),
            false => event.changed("parent", above, &parent.name),
        };
    }
    if event.has_details() {
        audit::record(&tx, deps, event).await?;
    }
    let company = store::find(&*tx, scope, id).await?;
    let company = view(&*tx, scope, company).await?;
    tx.commit().await?;
    Ok(company)
}

async fn may_move(
    tx: &crate::db::Tx,
    actor: &Actor,
    scope: &Scope,
    company: &store::Company,
    parent: CompanyId,
) -> Result<store::Company> {
    may_leave_its_place(actor, scope, company)?;
    let parent = store::find_for(&**tx, scope, "parent", parent).await?;
    if company.path.contains(&parent.path) {
        return Err(Refusal::field("parent", Problem::WouldBeACycle).into());
    }
    if !parent.kind.may_contain(company.kind) {
        return Err(Refusal::field("parent", Problem::KindNotAllowedHere).into());
    }
    // To drop the classes silently could ask less of users than somebody decided.
    let classes = policies::unusable_after_move(&**tx, &company.path, &parent.path).await?;
    if !classes.is_empty() {
        return Err(PolicyRefusal::NotUsableThere { classes }.into());
    }
    Ok(parent)
}

/// Refuses to take a company from where it stands, unless the actor reaches the company above. The company above.
fn may_leave_its_place(
    actor: &Actor,
    scope: &Scope,
    company: &store::Company,
) -> Result<CompanyId, CompanyRefusal> {
    let above = company.parent.ok_or(CompanyRefusal::Root)?;
    if company.id == actor.company {
        return Err(CompanyRefusal::OwnCompany);
    }
    if scope.roots().contains(&company.path) {
        return Err(CompanyRefusal::TopOfScope);
    }
    Ok(above)
}

/// Deletes an empty company, if it is still at `version`.
pub async fn delete(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    id: CompanyId,
    version: i64,
) -> Result<()> {
    let scope = actor.may(Permission::CompaniesDelete)?;
    let tx = deps.db.begin().await?;
    store::lock_shape(&tx).await?;
    store::close(&tx, id).await?;
    let company = store::find(&*tx, scope, id).await?;
    let parent = may_leave_its_place(actor, scope, &company)?;
    let above = store::refs(&*tx, [parent.0]).await?;
    if company.version != version {
        return Err(Refusal::Stale.into());
    }
    let users = users::store::count_in_company(&tx, id).await?;
    let subsidiaries = store::subsidiaries(&*tx, id).await?;
    if users > 0 || subsidiaries > 0 {
        return Err(CompanyRefusal::NotEmpty {
            users,
            subsidiaries,
        }
        .into());
    }
    let roles_held = roles::catalogue::delete_of_company(&tx, id).await?;
    if roles_held > 0 {
        return Err(CompanyRefusal::RolesHeld { users: roles_held }.into());
    }
    // The event belongs to the company above: the deleted one can be in nobody's scope any more.
    let event = audit::Entry::by(actor, caller, AuditAction::CompanyDeleted)
        .in_company(parent)
        .with("name", &company.name)
        .with("kind", company.kind.code())
        .with("parent", above.first().map_or("", |company| &company.name));
    audit::record(&tx, deps, event).await?;
    store::delete(&tx, id).await?;
    tx.commit().await
}

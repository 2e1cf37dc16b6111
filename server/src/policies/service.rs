//! The rules on policy classes: who may see, write and choose them.

use app::{
    CompanyId, PolicyClassId, Refusal,
    audit::AuditAction,
    field::Problem,
    policies::{
        ClassSettings, CompanyPolicy, CompanyPolicyChange, PolicyClass, PolicyClassChange,
        PolicyClassDraft, PolicyClassQuery, PolicyRefusal, Setting,
    },
    roles::Permission,
};
use sea_orm::ConnectionTrait;

use super::{
    classes::{self, Class},
    preview::class_impact,
    store,
};
use crate::{
    actor::{Actor, CompanyPath, Scope},
    audit, companies,
    db::Tx,
    deps::Deps,
    desk::Caller,
    error::Result,
    roles, users,
};

/// Companies that a class names as pointing to it.
const NAMED: usize = 10;

/// The classes of the actor's scope and those from above that can be used in it.
pub async fn list(deps: &Deps, actor: &Actor, query: PolicyClassQuery) -> Result<Vec<PolicyClass>> {
    let scope = actor.may(Permission::PoliciesRead)?;
    let db = deps.db.read();
    let mut seen = classes::seen_from(db, scope).await?;
    if let Some(company) = query.company {
        let company = companies::store::find_for(db, scope, "company", company).await?;
        seen.retain(|class| class.path.contains(&company.path));
    }
    views(db, actor, seen).await
}

/// One class.
pub async fn get(deps: &Deps, actor: &Actor, id: PolicyClassId) -> Result<PolicyClass> {
    let scope = actor.may(Permission::PoliciesRead)?;
    let class = find(deps.db.read(), scope, id).await?;
    view(deps.db.read(), actor, class).await
}

/// The class, if `scope` may see it.
async fn find(db: &impl ConnectionTrait, scope: &Scope, id: PolicyClassId) -> Result<Class> {
    let class = classes::by_id(db, id)
        .await?
        .filter(|class| class.is_seen_from(scope));
    Ok(class.ok_or(Refusal::NotFound)?)
}

/// The class, if it belongs to a company of `scope`: one from above is seen, but not changed.
pub(super) async fn find_own(
    db: &impl ConnectionTrait,
    scope: &Scope,
    id: PolicyClassId,
) -> Result<Class> {
    let class = find(db, scope, id).await?;
    match scope.contains(&class.path) {
        true => Ok(class),
        false => Err(PolicyRefusal::FromAbove.into()),
    }
}

async fn view(db: &impl ConnectionTrait, actor: &Actor, class: Class) -> Result<PolicyClass> {
    let viewed = views(db, actor, vec![class]).await?.pop();
    Ok(viewed.ok_or(Refusal::NotFound)?)
}

async fn views(
    db: &impl ConnectionTrait,
    actor: &Actor,
    classes: Vec<Class>,
) -> Result<Vec<PolicyClass>> {
    let pairs = classes::pointing(db).await?;
    let companies = companies::store::all_of(db, pairs.iter().map(|(_, company)| *company)).await?;
    let mut views = Vec::with_capacity(classes.len());
    for class in classes {
        let mut users: Vec<_> = companies
            .iter()
            .filter(|company| pairs.contains(&(class.id, company.id.0)))
            .filter(|company| actor.scope.contains(&company.path))
            .map(|company| company.clone().into_ref())
            .collect();
        users.sort_by_cached_key(|company| company.name.to_lowercase());
        let own = actor.scope.contains(&class.path);
        views.push(PolicyClass {
            used_by_count: users.len() as u64,
            used_by: users.into_iter().take(NAMED).collect(),
            editable: own && actor.holds(Permission::PoliciesUpdate),
            company: own.then_some(class.owner),
            id: class.id,
            name: class.name,
            settings: class.settings,
            version: class.version,
        });
    }
    Ok(views)
}

/// Creates a class.
pub async fn create(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    draft: PolicyClassDraft,
) -> Result<PolicyClass> {
    let scope = actor.may(Permission::PoliciesCreate)?;
    let name = draft.check()?;
    let tx = deps.db.begin().await?;
    companies::store::keep(&tx, draft.company).await?;
    let company = companies::store::find_for(&*tx, scope, "company", draft.company).await?;
    let id = classes::insert(&tx, company.id, &name, &draft.settings, deps.now())
        .await?
        .ok_or_else(name_taken)?;
    let event = audit::Entry::by(actor, caller, AuditAction::PolicyClassCreated)
        .in_company(company.id)
        .with("name", name.as_str());
    let event = said(event, &ClassSettings::default(), &draft.settings);
    audit::record(&tx, deps, event).await?;
    let class = find_own(&*tx, scope, id).await?;
    let class = view(&*tx, actor, class).await?;
    tx.commit().await?;
    Ok(class)
}

/// Renames a class or makes it say something else, if it is still at `version`.
pub async fn change(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    id: PolicyClassId,
    version: i64,
    change: PolicyClassChange,
) -> Result<PolicyClass> {
    let scope = actor.may(Permission::PoliciesUpdate)?;
    let tx = deps.db.begin().await?;
    in_turn(&tx).await?;
    let class = find_own(&*tx, scope, id).await?;
    if class.version != version {
        return Err(Refusal::Stale.into());
    }
    let (name, settings) = change.apply(&class.name, &class.settings)?;
    if class.settings != settings {
        may_hold_to(actor, &pointing(&*tx, id).await?)?;
    }
    let event = audit::Entry::by(actor, caller, AuditAction::PolicyClassChanged)
        .in_company(class.owner.id)
        .with("class", &class.name)
        .changed("name", &class.name, name.as_str());
    let event = said(event, &class.settings, &settings);
    if class.name != name.as_str() || class.settings != settings {
        let updated = classes::update(&tx, &class, &name, &settings).await?;
        if !updated.ok_or_else(name_taken)? {
            return Err(Refusal::Stale.into());
        }
        users::rules::still_let_in(&tx, actor, caller).await?;
        audit::record(&tx, deps, event).await?;
    }
    let class = find_own(&*tx, scope, id).await?;
    let class = view(&*tx, actor, class).await?;
    tx.commit().await?;
    Ok(class)
}

/// Deletes a class, if it is still at `version`; one that companies point to only if `fingerprint` is of the preview
/// of this moment. These companies inherit from then on.
pub async fn delete(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    id: PolicyClassId,
    version: i64,
    fingerprint: Option<String>,
) -> Result<()> {
    let scope = actor.may(Permission::PoliciesDelete)?;
    let tx = deps.db.begin().await?;
    in_turn(&tx).await?;
    let class = find_own(&*tx, scope, id).await?;
    if class.version != version {
        return Err(Refusal::Stale.into());
    }
    let impact = class_impact(&*tx, deps, actor, id, None).await?;
    if impact.used_by > 0 && fingerprint.as_ref() != Some(&impact.fingerprint) {
        return Err(PolicyRefusal::InUse {
            companies: impact.used_by,
        }
        .into());
    }
    if !classes::delete(&tx, &class).await? {
        return Err(Refusal::Stale.into());
    }
    users::rules::still_let_in(&tx, actor, caller).await?;
    let event = audit::Entry::by(actor, caller, AuditAction::PolicyClassDeleted)
        .in_company(class.owner.id)
        .with("name", &class.name)
        .with("companies", impact.used_by);
    let event = said(event, &class.settings, &ClassSettings::default());
    audit::record(&tx, deps, event).await?;
    tx.commit().await
}

/// Lets changes of classes happen one after the other: what they change reaches many companies. The role of operator
/// administrators comes first, because whether the actor is still let in is asked last.
async fn in_turn(tx: &Tx) -> Result<()> {
    roles::store::lock_operator_administrators(tx).await?;
    classes::lock(tx).await
}

/// The places of the companies that point to a class.
pub(super) async fn pointing(
    db: &impl ConnectionTrait,
    id: PolicyClassId,
) -> Result<Vec<CompanyPath>> {
    let companies = classes::pointing(db)
        .await?
        .into_iter()
        .filter(|(class, _)| *class == id)
        .map(|(_, company)| company);
    let companies = companies::store::all_of(db, companies).await?;
    Ok(companies.into_iter().map(|company| company.path).collect())
}

/// What the operator's own company is held to concerns those who run the installation, so it is theirs to decide: who
/// has fewer rights must not weaken what is required of them.
pub(super) fn may_hold_to(actor: &Actor, companies: &[CompanyPath]) -> Result<()> {
    if companies.iter().any(|path| path.companies().len() == 1) {
        actor.may(Permission::OperatorManage)?;
    }
    Ok(())
}

/// The class, if the company at `path` can point to it: it belongs to that company or to one above.
pub(super) async fn usable(
    db: &impl ConnectionTrait,
    scope: &Scope,
    path: &CompanyPath,
    id: PolicyClassId,
) -> Result<Class> {
    let class = classes::by_id(db, id).await?;
    class
        .filter(|class| class.is_seen_from(scope) && class.path.contains(path))
        .ok_or_else(|| Refusal::field("class", Problem::NotFound).into())
}

/// What is in force in a company, and the class that it points to.
pub async fn of_company(deps: &Deps, actor: &Actor, id: CompanyId) -> Result<CompanyPolicy> {
    let scope = actor.may(Permission::PoliciesRead)?;
    policy_of(deps.db.read(), scope, id).await
}

async fn policy_of(
    db: &impl ConnectionTrait,
    scope: &Scope,
    id: CompanyId,
) -> Result<CompanyPolicy> {
    let company = companies::store::find(db, scope, id).await?;
    let pointed = store::Pointed::above(db, [&company.path]).await?;
    Ok(CompanyPolicy {
        class: pointed.of(id).cloned(),
        in_force: store::seen(pointed.at(&company.path), scope, &company.path),
        version: company.version,
        company: company.into_ref(),
    })
}

/// Makes a company point to a class or to none, if it is still at `version`.
pub async fn assign(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    id: CompanyId,
    version: i64,
    change: CompanyPolicyChange,
) -> Result<CompanyPolicy> {
    let scope = actor.may(Permission::PoliciesAssign)?;
    let tx = deps.db.begin().await?;
    in_turn(&tx).await?;
    let company = companies::store::find(&*tx, scope, id).await?;
    may_hold_to(actor, std::slice::from_ref(&company.path))?;
    if company.version != version {
        return Err(Refusal::Stale.into());
    }
    let class = match change.class {
        Some(class) => Some(usable(&*tx, scope, &company.path, class).await?),
        None => None,
    };
    let before = store::Pointed::above(&*tx, [&company.path]).await?;
    let (was, will) = (
        before.of(id).map(|class| class.id),
        class.as_ref().map(|class| class.id),
    );
    if was != will {
        classes::point(&tx, id, will).await?;
        if !companies::store::count_change(&tx, id, version).await? {
            return Err(Refusal::Stale.into());
        }
        users::rules::still_let_in(&tx, actor, caller).await?;
        let after = store::in_force(&*tx, &company.path).await?;
        let name = |name: Option<&str>| name.unwrap_or("inherit").to_owned();
        let mut event = audit::Entry::by(actor, caller, AuditAction::PolicyClassAssigned)
            .in_company(id)
            .changed(
                "class",
                name(before.of(id).map(|class| class.name.as_str())),
                name(class.as_ref().map(|class| class.name.as_str())),
            );
        let before = before.at(&company.path);
        for &setting in Setting::ALL {
            let (was, will) = (before.get(setting).value, after.get(setting).value);
            event = event.changed(setting.code(), was, will);
        }
        audit::record(&tx, deps, event).await?;
    }
    let policy = policy_of(&*tx, scope, id).await?;
    tx.commit().await?;
    Ok(policy)
}

/// Notes what a class says before and after.
fn said(mut event: audit::Entry, before: &ClassSettings, after: &ClassSettings) -> audit::Entry {
    for &setting in Setting::ALL {
        let say = |says: &ClassSettings| {
            says.get(setting)
                .map_or_else(|| "inherit".to_owned(), |value| value.to_string())
        };
        event = event.changed(setting.code(), say(before), say(after));
    }
    event
}

fn name_taken() -> Refusal {
    Refusal::field("name", Problem::ClassNameTaken)
}

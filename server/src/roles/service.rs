//! Which roles can be given, and the rules on giving them.

use app::{
    CompanyId, Refusal, RoleId,
    audit::AuditAction,
    companies::CompanyKind,
    field::Problem,
    roles::{DefaultRole, Permission, Role},
};
use sea_orm::ConnectionTrait;

pub use super::editing::{change, create, delete, preview_change, preview_deletion};
pub use super::rules::{difference, fits, held};
pub use super::view::{all, one};
use super::{catalogue, defaults, rules};
use crate::{
    actor::{Actor, CompanyPath},
    audit, companies,
    deps::Deps,
    desk::Caller,
    error::{Error, Result},
};

/// The roles that can be given to users of a company, each with whether the actor may give it.
pub async fn list(deps: &Deps, actor: &Actor, company: CompanyId) -> Result<Vec<Role>> {
    let scope = actor.may(Permission::RolesRead)?;
    let company = companies::store::find(deps.db.read(), scope, company).await?;
    let choices = choices(deps.db.read(), actor, &company.path, company.kind).await?;
    Ok(choices
        .into_iter()
        .map(|(record, grantable)| Role {
            grantable,
            role: record.role,
        })
        .collect())
}

/// The roles that can be given to users of the company at `path`, each with whether the actor may give it.
pub async fn choices(
    db: &impl ConnectionTrait,
    actor: &Actor,
    path: &CompanyPath,
    kind: CompanyKind,
) -> Result<Vec<(catalogue::RoleRecord, bool)>> {
    let may_assign = actor.holds(Permission::RolesAssign);
    let usable = catalogue::usable(db, path).await?;
    Ok(usable
        .into_iter()
        .filter(|record| kind == CompanyKind::Operator || !rules::is_operator_administrator(record))
        .map(|record| {
            let grantable = may_assign
                && rules::fits(record.permissions, kind)
                && actor.permissions.covers(record.permissions);
            (record, grantable)
        })
        .collect())
}

/// The roles to be given to a user of the company at `path`: all usable there and held by the actor, or the
/// default role when none is chosen, which must not hold more either.
pub async fn check_grant(
    db: &impl ConnectionTrait,
    actor: &Actor,
    path: &CompanyPath,
    kind: CompanyKind,
    wanted: &[RoleId],
) -> Result<Vec<RoleId>> {
    let default = defaults::of(db, kind).await?;
    let (wanted, problem) = match wanted {
        [] => (vec![default], Problem::DefaultRoleNotGrantable),
        some => (some.to_vec(), Problem::RoleNotGrantable),
    };
    if wanted != [default] {
        actor.may(Permission::RolesAssign)?;
    }
    catalogue::keep(db, &wanted).await?;
    let usable = catalogue::usable(db, path).await?;
    let grantable = |wanted: &RoleId| {
        usable.iter().any(|record| {
            record.role.id == *wanted
                && rules::fits(record.permissions, kind)
                && actor.permissions.covers(record.permissions)
        })
    };
    if wanted.iter().all(grantable) {
        let mut roles = wanted;
        roles.sort_unstable();
        roles.dedup();
        Ok(roles)
    } else {
        Err(Refusal::field("roles", problem).into())
    }
}

/// The default role of each kind of company.
pub async fn default_roles(deps: &Deps, actor: &Actor) -> Result<Vec<DefaultRole>> {
    actor.may(Permission::RolesRead)?;
    defaults_of_all(deps.db.read()).await
}

async fn defaults_of_all(db: &impl ConnectionTrait) -> Result<Vec<DefaultRole>> {
    let mut all = Vec::with_capacity(CompanyKind::ALL.len());
    for kind in CompanyKind::ALL {
        let id = defaults::of(db, kind).await?;
        if let Some(record) = catalogue::all_of(db, &[id]).await?.pop() {
            let role = record.role;
            all.push(DefaultRole { kind, role });
        }
    }
    Ok(all)
}

/// Sets the default role of a kind of company: one that can be used everywhere and holds no more than the actor.
pub async fn set_default_role(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    kind: CompanyKind,
    role: RoleId,
) -> Result<Vec<DefaultRole>> {
    let scope = actor.may(Permission::OperatorManage)?;
    let tx = deps.db.begin().await?;
    catalogue::keep(&*tx, &[role]).await?;
    let record = match catalogue::find(&*tx, scope, role).await {
        Err(Error::Refused(Refusal::NotFound)) => {
            return Err(Refusal::field("role", Problem::NotFound).into());
        }
        found => found?,
    };
    let everywhere = record
        .owner()
        .is_none_or(|owner| owner.kind == CompanyKind::Operator);
    if !everywhere || !rules::fits(record.permissions, kind) {
        return Err(Refusal::field("role", Problem::RoleNotEverywhere).into());
    }
    rules::held(actor, "role", record.permissions)?;
    let before = defaults::of(&*tx, kind).await?;
    if before != role {
        let named = catalogue::all_of(&*tx, &[before]).await?.pop();
        let event = audit::Entry::by(actor, caller, AuditAction::DefaultRoleSet)
            .with("kind", kind.code())
            .changed(
                "role",
                named.map(|record| record.role.name).unwrap_or_default(),
                &record.role.name,
            );
        defaults::set(&tx, kind, role).await?;
        audit::record(&tx, deps, event).await?;
    }
    let all = defaults_of_all(&*tx).await?;
    tx.commit().await?;
    Ok(all)
}

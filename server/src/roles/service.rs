//! Which roles can be given, and the rules on giving them.

use app::{
    CompanyId, Refusal, RoleId,
    companies::CompanyKind,
    field::Problem,
    roles::{BuiltInRole, Permission, Role, RoleRef},
};
use sea_orm::ConnectionTrait;

use super::store;
use crate::{
    actor::{Actor, CompanyPath},
    companies,
    deps::Deps,
    error::Result,
};

/// The roles that can be given to users of a company, each with whether the actor may give it.
pub async fn list(deps: &Deps, actor: &Actor, company: CompanyId) -> Result<Vec<Role>> {
    let scope = actor.may(Permission::RolesRead)?;
    let company = companies::store::find(deps.db.read(), scope, company).await?;
    let may_assign = actor.holds(Permission::RolesAssign);
    let usable = store::usable(deps.db.read(), &company.path).await?;
    Ok(usable
        .into_iter()
        .filter(|(role, _)| belongs(role, company.kind))
        .map(|(role, permissions)| Role {
            grantable: may_assign && actor.permissions.covers(permissions),
            role,
        })
        .collect())
}

/// The roles to be given to a user of the company at `path`: all usable there and held by the actor, or the
/// default role when none is chosen.
pub async fn check_grant(
    db: &impl ConnectionTrait,
    actor: &Actor,
    path: &CompanyPath,
    kind: CompanyKind,
    wanted: &[RoleId],
) -> Result<Vec<RoleId>> {
    let default = store::built_in(db, BuiltInRole::User).await?;
    if wanted.is_empty() || wanted == [default] {
        return Ok(vec![default]);
    }
    actor.may(Permission::RolesAssign)?;
    let usable = store::usable(db, path).await?;
    let grantable = |wanted: &RoleId| {
        usable.iter().any(|(role, permissions)| {
            role.id == *wanted && belongs(role, kind) && actor.permissions.covers(*permissions)
        })
    };
    if wanted.iter().all(grantable) {
        let mut roles = wanted.to_vec();
        roles.sort_unstable();
        roles.dedup();
        Ok(roles)
    } else {
        Err(Refusal::field("roles", Problem::RoleNotGrantable).into())
    }
}

/// The role of operator administrators belongs to the operator's own company alone.
fn belongs(role: &RoleRef, kind: CompanyKind) -> bool {
    !role.built_in
        || role.name != BuiltInRole::OperatorAdministrator.code()
        || kind == CompanyKind::Operator
}

//! A role as its administrators see it.

use app::{
    Page, RoleId,
    roles::{Permission, RoleDetail, RoleQuery, RoleRow},
};
use sea_orm::ConnectionTrait;

use super::{
    catalogue::{self, RoleRecord},
    defaults, holders, listing, rules, store,
};
use crate::{actor::Actor, deps::Deps, error::Result};

/// A page of the roles that the actor sees.
pub async fn all(deps: &Deps, actor: &Actor, query: RoleQuery) -> Result<Page<RoleRow>> {
    let scope = actor.may(Permission::RolesRead)?;
    let db = deps.db.read();
    let own = own(db, actor).await?;
    let may_assign = actor.holds(Permission::RolesAssign);
    let page = listing::page(db, scope, &query).await?;
    Ok(page.map(|listed| RoleRow {
        grantable: may_assign && actor.permissions.covers(listed.record.permissions),
        locked: rules::locked(actor, &own, &listed.record),
        owner: listed.record.owner(),
        role: listed.record.role,
        description: listed.record.description,
        holders: listed.holders.rows,
        holders_is_exact: listed.holders.exact,
        version: listed.record.version,
    }))
}

/// The roles of the actor.
pub(super) async fn own(db: &impl ConnectionTrait, actor: &Actor) -> Result<Vec<RoleId>> {
    let rights = store::rights(db, actor.user).await?;
    Ok(rights.roles.iter().map(|role| role.id).collect())
}

/// One role.
pub async fn one(deps: &Deps, actor: &Actor, id: RoleId) -> Result<RoleDetail> {
    let scope = actor.may(Permission::RolesRead)?;
    let db = deps.db.read();
    let record = catalogue::find(db, scope, id).await?;
    detail(db, actor, record).await
}

/// Everything about a role that the actor may know.
pub(super) async fn detail(
    db: &impl ConnectionTrait,
    actor: &Actor,
    record: RoleRecord,
) -> Result<RoleDetail> {
    let (holders, holders_elsewhere) = holders::count(db, &actor.scope, record.role.id).await?;
    Ok(RoleDetail {
        locked: rules::locked(actor, &own(db, actor).await?, &record),
        default_for: defaults::kinds_of(db, record.role.id).await?,
        owner: record.owner(),
        role: record.role,
        description: record.description,
        permissions: record.permissions,
        holders,
        holders_elsewhere,
        version: record.version,
    })
}

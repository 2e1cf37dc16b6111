//! What a user may do, where it comes from, and giving them other roles and individual grants.

use app::{
    Refusal, RoleId, UserId,
    audit::AuditAction,
    field::Problem,
    roles::{Permission, Permissions},
    users::{AccessChange, AccessRole, UserAccess, UserRefusal},
};
use sea_orm::ConnectionTrait;

use super::{account::Account, rules, service::editable, store};
use crate::{
    actor::{Actor, Scope},
    audit, companies,
    db::Tx,
    deps::Deps,
    desk::Caller,
    error::Result,
    roles::{self, store::Rights},
};

/// What a user may do, and where each permission comes from.
pub async fn get(deps: &Deps, actor: &Actor, id: UserId) -> Result<UserAccess> {
    let scope = actor.may(Permission::UsersRead)?;
    actor.may(Permission::RolesRead)?;
    let db = deps.db.read();
    let account = store::find(db, scope, id).await?;
    view(db, actor, scope, account).await
}

async fn view(
    db: &impl ConnectionTrait,
    actor: &Actor,
    scope: &Scope,
    account: Account,
) -> Result<UserAccess> {
    let company = companies::store::find(db, scope, account.company).await?;
    let rights = roles::store::rights(db, account.id).await?;
    let held: Vec<RoleId> = rights.roles.iter().map(|role| role.id).collect();
    let mut choices = roles::service::choices(db, actor, &company.path, company.kind).await?;
    // A company that moved may have left behind the one whose role its users have.
    let known: Vec<RoleId> = choices.iter().map(|(record, _)| record.role.id).collect();
    let left: Vec<RoleId> = held
        .iter()
        .copied()
        .filter(|id| !known.contains(id))
        .collect();
    let left = roles::catalogue::all_of(db, &left).await?;
    choices.extend(left.into_iter().map(|record| (record, false)));
    let locked = locked(db, actor, &account).await?;
    let may_change = locked.is_none() && actor.holds(Permission::RolesAssign);
    let mut grantable = Permissions::NONE;
    if may_change {
        let fits = |one: &(Permission, _)| {
            let alone = Permissions::on_every_channel(&[one.0]);
            roles::service::fits(alone, company.kind)
        };
        for (permission, channel) in actor.permissions.each().filter(fits) {
            grantable.grant(permission, channel);
        }
    }
    Ok(UserAccess {
        user: account.to_ref(),
        company: companies::store::refs(db, [company.id.0])
            .await?
            .pop()
            .ok_or(Refusal::NotFound)?,
        roles: choices
            .into_iter()
            .map(|(record, grantable)| AccessRole {
                held: held.contains(&record.role.id),
                owner: record.owner(),
                role: record.role,
                permissions: record.permissions,
                grantable: grantable && may_change,
            })
            .collect(),
        grants: rights.grants,
        effective: rights.permissions,
        grantable,
        may_change,
        locked,
        version: account.version,
    })
}

/// Why the actor cannot change what the user may do, whatever they may do to others.
async fn locked(
    db: &impl ConnectionTrait,
    actor: &Actor,
    account: &Account,
) -> Result<Option<UserRefusal>> {
    Ok(match () {
        () if account.id == actor.user => Some(UserRefusal::Oneself),
        () if account.deleted_at.is_some() => Some(UserRefusal::InTheBin),
        () if rules::is_stronger(db, actor, account).await? => Some(UserRefusal::Stronger),
        () => None,
    })
}

/// Gives a user, who is still at `version`, other roles and individual grants: both or nothing.
pub async fn change(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    id: UserId,
    version: i64,
    change: AccessChange,
) -> Result<UserAccess> {
    let scope = actor.may(Permission::RolesAssign)?;
    actor.may(Permission::UsersRead)?;
    let tx = deps.db.begin().await?;
    change_in(&tx, deps, actor, caller, id, version, change).await?;
    let account = store::find(&*tx, scope, id).await?;
    let access = view(&*tx, actor, scope, account).await?;
    tx.commit().await?;
    Ok(access)
}

/// Gives other roles and individual grants in a transaction under way. Whether they were others.
pub async fn change_in(
    tx: &Tx,
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    id: UserId,
    version: i64,
    change: AccessChange,
) -> Result<bool> {
    let scope = actor.may(Permission::RolesAssign)?;
    store::lock(tx, id).await?;
    let account = editable(tx, actor, scope, id).await?;
    rules::not_oneself(actor, id)?;
    rules::same_version(version, account.version)?;
    let company = companies::store::find(&**tx, scope, account.company).await?;
    let held = roles::store::rights(&**tx, id).await?;
    let mut event = audit::Entry::by(actor, caller, AuditAction::AccessChanged).on(
        id,
        &account.login_id,
        account.company,
    );
    if let Some(wanted) = &change.roles {
        let given = give_roles(tx, deps, actor, &account, &company, &held, wanted).await?;
        event = event.changed("roles", given.before, given.after);
    }
    if let Some(grants) = change.grants.filter(|&grants| grants != held.grants) {
        roles::service::held(actor, "grants", grants.minus(held.grants))?;
        if !roles::service::fits(grants, company.kind) {
            return Err(Refusal::field("grants", Problem::OperatorOnly).into());
        }
        roles::store::give(tx, id, grants).await?;
        event = event.changed("grants", held.grants, grants).with(
            "difference",
            roles::service::difference(held.grants, grants),
        );
    }
    let has_changed = event.has_details();
    if has_changed {
        if !store::update(tx, &account).await? {
            return Err(Refusal::Stale.into());
        }
        // What others gave before, such as a related company, may weigh more with the new rights.
        rules::not_stronger(&**tx, actor, &account).await?;
        audit::record(tx, deps, event).await?;
    }
    Ok(has_changed)
}

/// The roles that somebody had and has, as the audit trail tells them.
pub(super) struct Given {
    pub before: String,
    pub after: String,
}

/// Gives the roles of a change to somebody who has the rights `held`, if they are others.
pub(super) async fn give_roles(
    tx: &Tx,
    deps: &Deps,
    actor: &Actor,
    account: &Account,
    company: &companies::store::Company,
    held: &Rights,
    wanted: &[RoleId],
) -> Result<Given> {
    let before: Vec<_> = held.roles.iter().map(|role| role.id).collect();
    let granted =
        roles::service::check_grant(&**tx, actor, &company.path, company.kind, wanted).await?;
    let given = Given {
        before: roles::store::names(&**tx, &before).await?,
        after: roles::store::names(&**tx, &granted).await?,
    };
    if granted == before {
        return Ok(given);
    }
    actor.may(Permission::RolesAssign)?;
    rules::not_oneself(actor, account.id)?;
    if !rules::makes_operator_administrator(tx, &granted).await? {
        rules::an_operator_administrator_stays(tx, deps, &[account.id]).await?;
    }
    roles::store::assign(tx, account.id, &granted).await?;
    Ok(given)
}

//! The rules that hold for every action on a user.

use app::{
    Refusal, Timestamp, UserId,
    field::Problem,
    policies::InForce,
    roles::BuiltInRole,
    sessions::ActingRefusal,
    users::{AccountStatus, UserRefusal},
};
use sea_orm::ConnectionTrait;

use super::{
    account::Account,
    store::{self, NEVER},
};
use crate::{
    actor::{Actor, CompanyPath, Scope},
    db::Tx,
    deps::Deps,
    desk::Caller,
    error::Result,
    policies,
    roles::{self, store::Rights},
};

/// Refuses when `account` has a right, or a company in its scope, that the actor lacks.
pub async fn not_stronger(
    db: &impl ConnectionTrait,
    actor: &Actor,
    account: &Account,
) -> Result<()> {
    if is_stronger(db, actor, account).await? {
        Err(UserRefusal::Stronger.into())
    } else {
        Ok(())
    }
}

/// Whether `account` has a right, or a company in its scope, that the actor lacks.
pub async fn is_stronger(
    db: &impl ConnectionTrait,
    actor: &Actor,
    account: &Account,
) -> Result<bool> {
    if account.id == actor.user {
        return Ok(false);
    }
    let rights = roles::store::rights(db, account.id).await?;
    Ok(reaches_beyond(actor, &account.path, &rights))
}

/// Whether somebody at `path` with these rights has one, or a company in their scope, that the actor lacks.
pub fn reaches_beyond(actor: &Actor, path: &CompanyPath, rights: &Rights) -> bool {
    // Somebody without any right reaches nothing with their scope.
    let reaches_further = rights.permissions != app::roles::Permissions::NONE
        && !actor.scope.covers(&reach(path, rights));
    reaches_further || !actor.permissions.covers(rights.permissions)
}

/// Refuses to log in as the user of `account`, who has these rights, where `policy` is in force: as oneself, as somebody who
/// is not weaker, as somebody who cannot sign in, or against the policy.
pub fn may_be_acted_as(
    actor: &Actor,
    account: &Account,
    rights: &Rights,
    policy: &InForce,
    now: Timestamp,
) -> Result<(), Refusal> {
    if account.id == actor.user {
        return Err(Refusal::User(UserRefusal::Oneself));
    }
    let scope = reach(&account.path, rights);
    if !actor.scope.covers(&scope) || !actor.permissions.covers(rights.permissions) {
        return Err(Refusal::User(UserRefusal::Stronger));
    }
    if scope.covers(&actor.scope) && rights.permissions.covers(actor.permissions) {
        return Err(Refusal::Acting(ActingRefusal::NotWeaker));
    }
    match account.status(now) {
        AccountStatus::Active | AccountStatus::Invited => {}
        AccountStatus::Deleted => return Err(Refusal::User(UserRefusal::InTheBin)),
        AccountStatus::Disabled | AccountStatus::Expired => {
            return Err(Refusal::User(UserRefusal::CannotSignIn));
        }
    }
    match policy.log_in_as_allowed.value {
        true => Ok(()),
        false => Err(Refusal::Acting(ActingRefusal::Forbidden)),
    }
}

/// How far somebody at `path` with these rights reaches.
pub fn reach(path: &CompanyPath, rights: &Rights) -> Scope {
    let mut reach = rights.related.clone();
    reach.push(path.clone());
    Scope::of(reach)
}

/// Refuses to let an account end in the past, or later than the actor's own: nobody gives more time than they have.
pub async fn may_end_at(
    db: &impl ConnectionTrait,
    deps: &Deps,
    actor: &Actor,
    expires_at: Option<Timestamp>,
) -> Result<()> {
    if expires_at.is_some_and(|end| end <= deps.now()) {
        return Err(Refusal::field("expires_at", Problem::InThePast).into());
    }
    let mut own = store::all_of(db, &[actor.user, actor.really()]).await?;
    match own.drain(..).filter_map(|own| own.expires_at).min() {
        Some(latest) if expires_at.is_none_or(|end| end > latest) => {
            Err(Refusal::field("expires_at", Problem::BeyondOnesOwn { latest }).into())
        }
        _ => Ok(()),
    }
}

/// Refuses when the actor, from where they are now, is kept out by the trusted addresses as they are in this
/// transaction. To be asked after whatever changes them.
///
/// Two administrators who keep each other out at the same moment take turns here, and the second finds that they are out
/// already: so one who can get in always stays.
pub async fn still_let_in(tx: &Tx, actor: &Actor, caller: &Caller) -> Result<()> {
    roles::store::lock_operator_administrators(tx).await?;
    let oneself = store::by_id(&**tx, actor.user)
        .await?
        .ok_or(Refusal::NotSignedIn)?;
    let policy = policies::store::in_force(&**tx, &oneself.path).await?;
    match oneself.addresses_in_force(&policy)?.let_in(caller.address) {
        true => Ok(()),
        false => Err(UserRefusal::LocksOneselfOut.into()),
    }
}

/// Refuses what nobody does to their own account.
pub fn not_oneself(actor: &Actor, user: UserId) -> Result<()> {
    if actor.user == user {
        Err(UserRefusal::Oneself.into())
    } else {
        Ok(())
    }
}

/// Refuses to act on somebody in the bin.
pub fn not_in_the_bin(account: &Account) -> Result<()> {
    if account.deleted_at.is_some() {
        Err(UserRefusal::InTheBin.into())
    } else {
        Ok(())
    }
}

/// Refuses when nobody but `users` could sign in as operator administrator, now or one day. To be asked before the
/// change.
pub async fn an_operator_administrator_stays(tx: &Tx, deps: &Deps, users: &[UserId]) -> Result<()> {
    roles::store::lock_operator_administrators(tx).await?;
    // Those who end one day are no use beyond it, so who never ends must not be lost either.
    for until in [deps.now().millis(), NEVER - 1] {
        let before = roles::store::operator_administrators(tx, until, &[]).await?;
        let after = roles::store::operator_administrators(tx, until, users).await?;
        if before > 0 && after == 0 {
            return Err(UserRefusal::LastOperatorAdministrator.into());
        }
    }
    Ok(())
}

/// Whether `roles` hold the role of operator administrators.
pub async fn makes_operator_administrator(tx: &Tx, chosen: &[app::RoleId]) -> Result<bool> {
    let role = roles::store::built_in(&**tx, BuiltInRole::OperatorAdministrator).await?;
    Ok(chosen.contains(&role))
}

/// Refuses when a version was given and is not the present one.
pub fn same_version(given: i64, present: i64) -> Result<()> {
    if given == present {
        Ok(())
    } else {
        Err(Refusal::Stale.into())
    }
}

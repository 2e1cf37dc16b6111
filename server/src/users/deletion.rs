//! Deleting users with their sub-users, the bin, and leaving it.

use app::{
    Refusal, Timestamp, UserId,
    account::AccountRefusal,
    audit::AuditAction,
    roles::Permission,
    sessions::Ending,
    users::{Deletion, DeletionPreview, User, UserRefusal},
};
use sea_orm::ConnectionTrait;

use super::{account::Account, bin, rules, store, view::view};
use crate::{
    actor::{Actor, Scope},
    audit,
    db::Tx,
    deps::Deps,
    desk::Caller,
    error::Result,
    fingerprint, invitations, policies, roles, sessions, tokens,
};

/// Sub-users whose names a preview shows.
const NAMED: usize = 10;
/// Users that one round of the purge removes.
const PURGED_AT_ONCE: u64 = 100;

/// The user and all who go along with them.
struct Family {
    head: Account,
    sub_users: Vec<Account>,
}

impl Family {
    async fn of(db: &impl ConnectionTrait, scope: &Scope, id: UserId) -> Result<Self> {
        let head = store::find(db, scope, id).await?;
        rules::not_in_the_bin(&head)?;
        let below = bin::descendants(db, id).await?;
        let below: Vec<UserId> = below.into_iter().filter(|&user| user != id).collect();
        Ok(Self {
            head,
            sub_users: store::all_of(db, &below).await?,
        })
    }

    fn members(&self) -> impl Iterator<Item = &Account> + Clone {
        std::iter::once(&self.head).chain(&self.sub_users)
    }

    fn ids(&self) -> Vec<UserId> {
        self.members().map(|account| account.id).collect()
    }

    /// Refuses unless the actor may delete every single one.
    async fn may_go(&self, tx: &Tx, deps: &Deps, actor: &Actor, scope: &Scope) -> Result<()> {
        for account in self.members() {
            rules::not_oneself(actor, account.id)?;
            if !scope.contains(&account.path) {
                return Err(UserRefusal::Stronger.into());
            }
            rules::not_stronger(&**tx, actor, account).await?;
        }
        rules::an_operator_administrator_stays(tx, deps, &self.ids()).await
    }

    /// Puts all of them into the bin, and ends what they could get in with.
    async fn go(&self, tx: &Tx, now: Timestamp) -> Result<()> {
        bin::put_in_bin(tx, self.members(), self.head.id.0, now).await?;
        for account in self.members() {
            invitations::store::void_all(tx, account.id, now).await?;
        }
        tokens::store::delete_all(tx, &self.ids()).await?;
        sessions::store::end_all(tx, &self.ids(), None, &Ending::AccountDeleted, now).await?;
        Ok(())
    }
}

/// Stands for exactly this set of users.
fn of_users(users: impl Iterator<Item = UserId>) -> String {
    let mut ids: Vec<UserId> = users.collect();
    ids.sort_unstable();
    fingerprint::of(ids)
}

/// What a deletion would take along.
pub async fn preview(deps: &Deps, actor: &Actor, id: UserId) -> Result<DeletionPreview> {
    let scope = actor.may(Permission::UsersDelete)?;
    let db = deps.db.read();
    let family = Family::of(db, scope, id).await?;
    let policy = policies::store::in_force(db, &family.head.path).await?;
    Ok(DeletionPreview {
        user: family.head.to_ref(),
        bin_retention_days: policy.bin_retention_days.value,
        sub_user_count: family.sub_users.len() as u64,
        sessions: sessions::store::count(db, family.members(), deps.now()).await?,
        fingerprint: of_users(family.ids().into_iter()),
        sub_users: family
            .sub_users
            .iter()
            .take(NAMED)
            .map(Account::to_ref)
            .collect(),
    })
}

/// Moves a user and their sub-users into the bin, if the set is still the one that was shown.
pub async fn delete(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    id: UserId,
    deletion: Deletion,
) -> Result<()> {
    let tx = deps.db.begin().await?;
    let is_as_shown = |family: &[&Account]| {
        let version = family.first().map(|head| head.version);
        if deletion.version.is_some() && deletion.version != version {
            return Err(Refusal::Stale.into());
        }
        match of_users(family.iter().map(|account| account.id)) == deletion.fingerprint {
            true => Ok(()),
            false => Err(UserRefusal::DeletionChanged.into()),
        }
    };
    delete_in(&tx, deps, actor, caller, id, is_as_shown).await?;
    tx.commit().await
}

/// Deletes a user and their sub-users in a transaction under way, unless `is_as_shown` refuses, head first.
pub async fn delete_in(
    tx: &Tx,
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    id: UserId,
    is_as_shown: impl FnOnce(&[&Account]) -> Result<()>,
) -> Result<()> {
    let scope = actor.may(Permission::UsersDelete)?;
    let family = Family::of(&**tx, scope, id).await?;
    // The role before the people, in the same order as everybody else.
    roles::store::lock_operator_administrators(tx).await?;
    store::lock_all(tx, &family.ids()).await?;
    let family = Family::of(&**tx, scope, id).await?;
    family.may_go(tx, deps, actor, scope).await?;
    is_as_shown(&family.members().collect::<Vec<_>>())?;
    for account in family.members() {
        let event = audit::Entry::by(actor, caller, AuditAction::UserDeleted)
            .on(account.id, &account.login_id, account.company)
            .with("with", &family.head.login_id);
        audit::record(tx, deps, event).await?;
    }
    family.go(tx, deps.now()).await
}

/// Closes the actor's own account in a transaction under way. Nobody goes along: who has sub-users stays.
pub async fn close_in(tx: &Tx, deps: &Deps, actor: &Actor, caller: &Caller) -> Result<Account> {
    roles::store::lock_operator_administrators(tx).await?;
    store::lock_all(tx, &[actor.user]).await?;
    let own = store::by_id(&**tx, actor.user).await?;
    let family = Family {
        head: own.ok_or(Refusal::NotSignedIn)?,
        sub_users: Vec::new(),
    };
    if has_sub_users(&**tx, actor.user).await? {
        return Err(AccountRefusal::HasSubUsers.into());
    }
    rules::an_operator_administrator_stays(tx, deps, &family.ids()).await?;
    let event = audit::Entry::by(actor, caller, AuditAction::AccountClosed).on(
        family.head.id,
        &family.head.login_id,
        family.head.company,
    );
    audit::record(tx, deps, event).await?;
    family.go(tx, deps.now()).await?;
    Ok(family.head)
}

/// Whether deleting the user would take others along.
pub async fn has_sub_users(db: &impl ConnectionTrait, user: UserId) -> Result<bool> {
    let below = bin::descendants(db, user).await?;
    Ok(below.into_iter().any(|id| id != user))
}

/// Brings the whole set that was deleted together back from the bin.
pub async fn restore(deps: &Deps, actor: &Actor, caller: &Caller, id: UserId) -> Result<User> {
    let scope = actor.may(Permission::UsersDelete)?;
    let tx = deps.db.begin().await?;
    let account = store::find(&*tx, scope, id).await?;
    store::lock_all(&tx, &bin::of_deletion(&*tx, account.deletion).await?).await?;
    // Somebody else may have done the same until the lock was given.
    let account = store::find(&*tx, scope, id).await?;
    if account.deleted_at.is_none() {
        return Err(UserRefusal::NotInTheBin.into());
    }
    let set = bin::of_deletion(&*tx, account.deletion).await?;
    let set = store::all_of(&*tx, &set).await?;
    bin::take_from_bin(&tx, &set).await?;
    for member in set {
        if !scope.contains(&member.path) {
            return Err(UserRefusal::Stronger.into());
        }
        rules::not_stronger(&*tx, actor, &member).await?;
        let event = audit::Entry::by(actor, caller, AuditAction::UserRestored).on(
            member.id,
            &member.login_id,
            member.company,
        );
        audit::record(&tx, deps, event).await?;
    }
    let account = store::find(&*tx, scope, id).await?;
    let user = view(&*tx, deps, actor, account).await?;
    tx.commit().await?;
    Ok(user)
}

/// Removes a user of the bin for good; their login ID becomes free.
pub async fn purge(deps: &Deps, actor: &Actor, caller: &Caller, id: UserId) -> Result<()> {
    let scope = actor.may(Permission::UsersDelete)?;
    let tx = deps.db.begin().await?;
    store::lock(&tx, id).await?;
    let account = store::find(&*tx, scope, id).await?;
    if account.deleted_at.is_none() {
        return Err(UserRefusal::NotInTheBin.into());
    }
    rules::not_stronger(&*tx, actor, &account).await?;
    let event = audit::Entry::by(actor, caller, AuditAction::UserPurged).on(
        id,
        &account.login_id,
        account.company,
    );
    // Before the event, which would lose its own details otherwise.
    bin::purge(&tx, id).await?;
    audit::record(&tx, deps, event).await?;
    tx.commit().await
}

/// Removes for good those whose time in the bin is over. How many were removed.
pub async fn purge_old(deps: &Deps) -> Result<u64> {
    let ids = bin::due(deps.db.read(), deps.now(), PURGED_AT_ONCE).await?;
    for &id in &ids {
        let tx = deps.db.begin().await?;
        let Some(account) = store::by_id(&*tx, id).await? else {
            continue;
        };
        let event = audit::Entry::by_doorward(AuditAction::UserPurged)
            .on(id, &account.login_id, account.company)
            .with("because", "bin retention");
        bin::purge(&tx, id).await?;
        audit::record(&tx, deps, event).await?;
        tx.commit().await?;
    }
    Ok(ids.len() as u64)
}

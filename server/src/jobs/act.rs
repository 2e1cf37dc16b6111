//! What is done with one user: the single action's own body, in the transaction of a batch.

use std::collections::HashMap;

use app::{
    RoleId, UserId,
    jobs::{Difference, ImportOptions, JobAction, JobRefusal},
    users::{AccessChange, UserChange, UserRefusal},
};

use super::rows::Task;
use crate::{
    actor::Actor,
    db::Tx,
    deps::Deps,
    desk::Caller,
    error::Result,
    invitations, roles,
    users::{self, Account, Sheet},
};

/// Who is meant and what was shown of them.
pub(super) struct Shown<'a> {
    pub task: &'a Task,
    /// The row's user and those who go along, with the versions that the preview showed.
    pub family: &'a [(UserId, i64)],
    /// Whether it is now to be done, and so must be as it was shown.
    pub is_bound: bool,
}

/// What was done with a row.
#[derive(Default)]
pub(super) struct Acted {
    /// Whether a user was added.
    pub has_created: bool,
    /// Whether a user was changed.
    pub has_changed: bool,
    /// Who, and what, if a file said so.
    pub imported: Option<(UserId, Vec<Difference>)>,
}

impl Acted {
    /// Whether anything was done.
    pub fn is_something(&self) -> bool {
        self.has_created || self.has_changed
    }
}

impl From<bool> for Acted {
    fn from(has_changed: bool) -> Self {
        Self {
            has_changed,
            ..Self::default()
        }
    }
}

/// Does with one user what a row of a file says.
pub(super) async fn import(
    tx: &Tx,
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    options: ImportOptions,
    said: &Sheet,
    shown: &Shown<'_>,
) -> Result<Acted> {
    let task = shown.task;
    let known = (task.user.0 > 0).then_some(task.user);
    if let (true, Some(id)) = (shown.is_bound, known) {
        as_shown(&users::store::find(&**tx, &actor.scope, id).await?, shown)?;
    }
    let done = users::service::import_in(tx, deps, actor, caller, said, known, options).await?;
    Ok(Acted {
        has_created: done.is_new,
        has_changed: !done.is_new && !done.differences.is_empty(),
        imported: Some((done.user, done.differences)),
    })
}

fn as_shown(account: &Account, shown: &Shown<'_>) -> Result<()> {
    match shown.is_bound && account.version != shown.task.version {
        true => Err(JobRefusal::UserChanged.into()),
        false => Ok(()),
    }
}

/// Does it with one user. Whether anything was to be changed.
pub(super) async fn act(
    tx: &Tx,
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    action: &JobAction,
    shown: &Shown<'_>,
) -> Result<bool> {
    let scope = actor.may(action.permission())?;
    let id = shown.task.user;
    let account = users::store::find(&**tx, scope, id).await?;
    as_shown(&account, shown)?;
    match action {
        JobAction::EnableTwoFactor => {
            users::service::enable_two_factor_in(tx, deps, actor, caller, id, true).await
        }
        JobAction::DisableTwoFactor => {
            users::service::enable_two_factor_in(tx, deps, actor, caller, id, false).await
        }
        JobAction::ResetTwoFactor => {
            users::service::reset_two_factor_in(tx, deps, actor, caller, id).await?;
            // Judged after the rules were asked; what had nothing to reset is taken back.
            Ok(account.enrolled_at.is_some())
        }
        JobAction::SetExpiry { expires_at } => {
            let change = UserChange {
                expires_at: Some(*expires_at),
                ..UserChange::default()
            };
            edit(tx, deps, actor, caller, &account, change).await
        }
        JobAction::Move { company } => {
            let change = UserChange {
                company: Some(*company),
                ..UserChange::default()
            };
            edit(tx, deps, actor, caller, &account, change).await
        }
        JobAction::AddRole { role } => {
            let mut wanted = held(tx, id).await?;
            wanted.push(*role);
            give(tx, deps, actor, caller, &account, wanted).await
        }
        JobAction::RemoveRole { role } => {
            let mut wanted = held(tx, id).await?;
            if !wanted.contains(role) {
                return Ok(false);
            }
            wanted.retain(|one| one != role);
            give(tx, deps, actor, caller, &account, wanted).await
        }
        JobAction::Disable => {
            users::service::set_disabled_in(tx, deps, actor, caller, id, true).await
        }
        JobAction::Enable => {
            users::service::set_disabled_in(tx, deps, actor, caller, id, false).await
        }
        JobAction::IssueCredentials => {
            invitations::service::issue_again_in(tx, deps, actor, caller, id).await?;
            Ok(true)
        }
        JobAction::Delete => {
            let as_shown = |family: &[&Account]| match is_as_shown(family, shown) {
                true => Ok(()),
                false => Err(UserRefusal::DeletionChanged.into()),
            };
            users::service::delete_in(tx, deps, actor, caller, id, as_shown).await?;
            Ok(true)
        }
    }
}

async fn edit(
    tx: &Tx,
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    account: &Account,
    change: UserChange,
) -> Result<bool> {
    let (id, version) = (account.id, account.version);
    users::service::change_in(tx, deps, actor, caller, id, version, change).await
}

async fn held(tx: &Tx, id: UserId) -> Result<Vec<RoleId>> {
    let rights = roles::store::rights(&**tx, id).await?;
    Ok(rights.roles.into_iter().map(|role| role.id).collect())
}

async fn give(
    tx: &Tx,
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    account: &Account,
    roles: Vec<RoleId>,
) -> Result<bool> {
    let change = AccessChange {
        roles: Some(roles),
        grants: None,
    };
    let (id, version) = (account.id, account.version);
    users::service::change_access_in(tx, deps, actor, caller, id, version, change).await
}

/// Whether exactly those go who were shown, and once it is bound, as they were.
fn is_as_shown(family: &[&Account], shown: &Shown<'_>) -> bool {
    let expected: HashMap<UserId, i64> = shown.family.iter().copied().collect();
    let is_known = |account: &&Account| {
        expected
            .get(&account.id)
            .is_some_and(|&version| !shown.is_bound || version == account.version)
    };
    family.len() == expected.len() && family.iter().all(is_known)
}

//! Edit account: what somebody says of themselves.

use app::{
    Refusal,
    account::{Profile, ProfileChange},
    audit::AuditAction,
};
use sea_orm::ConnectionTrait;

use super::service::own;
use crate::{
    actor::Actor,
    audit::{self, Entry},
    deps::Deps,
    desk::Caller,
    error::Result,
    users::{self, Account},
};

/// What the actor says of themselves.
pub async fn get(deps: &Deps, actor: &Actor) -> Result<Profile> {
    let db = deps.db.read();
    shown(db, deps, own(db, actor).await?).await
}

/// Edits it, if it is still at `version`.
pub async fn change(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    version: i64,
    change: ProfileChange,
) -> Result<Profile> {
    actor.in_person_on(actor.user)?;
    let edit = change.check()?;
    let tx = deps.db.begin().await?;
    let before = own(&*tx, actor).await?;
    users::rules::same_version(version, before.version)?;
    let mut after = before.clone();
    after.take_over(&edit);
    let event = Entry::by(actor, caller, AuditAction::ProfileChanged)
        .on(before.id, &before.login_id, before.company)
        .changed("first_name", &before.first_name, &after.first_name)
        .changed("last_name", &before.last_name, &after.last_name)
        .changed("group", &before.group, &after.group)
        .changed("description", &before.description, &after.description);
    if event.has_details() {
        if !users::store::update(&tx, &after).await? {
            return Err(Refusal::Stale.into());
        }
        audit::record(&tx, deps, event).await?;
    }
    let profile = shown(&*tx, deps, own(&*tx, actor).await?).await?;
    tx.commit().await?;
    Ok(profile)
}

/// The account as its user sees it.
pub(super) async fn shown(
    db: &impl ConnectionTrait,
    deps: &Deps,
    account: Account,
) -> Result<Profile> {
    Ok(Profile {
        pending_email: users::email_changes::pending(db, account.id, deps.now()).await?,
        login_id: account.login_id,
        email: account.email,
        first_name: account.first_name,
        last_name: account.last_name,
        group: account.group,
        description: account.description,
        version: account.version,
    })
}

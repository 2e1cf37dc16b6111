//! By what a user is verified at sign-in and unlock, as administrators set it.

use app::{
    Refusal, UserId,
    audit::AuditAction,
    policies::VerificationArea,
    roles::Permission,
    users::{User, VerificationSettings},
};

use super::{rules, service::editable, store, view::view};
use crate::{actor::Actor, audit, deps::Deps, desk::Caller, error::Result};

/// Sets the verification methods of a user, if they are still at `version`.
pub async fn set(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    id: UserId,
    version: i64,
    settings: VerificationSettings,
) -> Result<User> {
    let scope = actor.may(Permission::CredentialsReset)?;
    let tx = deps.db.begin().await?;
    let mut account = editable(&tx, actor, scope, id).await?;
    // A session that somebody left open is too little to weaken one's own account.
    rules::not_oneself(actor, id)?;
    rules::same_version(version, account.version)?;
    let before = account.verification;
    if before != settings {
        account.verification = settings;
        if !store::update(&tx, &account).await? {
            return Err(Refusal::Stale.into());
        }
        let mut event = audit::Entry::by(actor, caller, AuditAction::VerificationSet).on(
            id,
            &account.login_id,
            account.company,
        );
        for area in VerificationArea::ALL {
            let (was, will) = (before.of(area), settings.of(area));
            event = event.changed(area.setting().code(), was.code(), will.code());
        }
        audit::record(&tx, deps, event).await?;
    }
    let account = store::find(&*tx, scope, id).await?;
    let user = view(&*tx, deps, actor, account).await?;
    tx.commit().await?;
    Ok(user)
}

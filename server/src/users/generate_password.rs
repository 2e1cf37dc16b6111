//! Generate password: an administrator has a password made for a user, who must change it at the next sign-in.

use app::{
    UserId,
    audit::AuditAction,
    roles::Permission,
    sessions::Ending,
    users::{AccountStatus, GeneratedPassword, UserRefusal},
};

use super::{rules, service::editable, store};
use crate::{
    actor::Actor,
    audit,
    credentials::password,
    deps::Deps,
    desk::Caller,
    error::Result,
    invitations,
    mail::{self, Letter},
    policies, sessions,
};

/// Makes a password and sets it: told this once, kept as a hash. Every other way in ends: sessions, login flows, links.
pub async fn generate(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    id: UserId,
) -> Result<GeneratedPassword> {
    let scope = actor.may(Permission::CredentialsReset)?;
    rules::not_oneself(actor, id)?;
    let password = password::generate(&*deps.random);
    let hash = deps.hasher.hash(&password, &*deps.random).await?;
    let tx = deps.db.begin().await?;
    store::lock(&tx, id).await?;
    let account = editable(&tx, actor, scope, id).await?;
    match account.status(deps.now()) {
        AccountStatus::Active | AccountStatus::Invited => {}
        AccountStatus::Disabled | AccountStatus::Expired | AccountStatus::Deleted => {
            return Err(UserRefusal::CannotSignIn.into());
        }
    }
    let policy = policies::store::in_force(&*tx, &account.path).await?;
    let remembered = policy.password_history_count.value;
    password::store_to_be_changed(&tx, deps, id, hash, remembered).await?;
    invitations::store::void_all(&tx, id, deps.now()).await?;
    let ending = Ending::PasswordGenerated;
    let ended = sessions::store::end_all(&tx, &[id], None, &ending, deps.now()).await?;
    let event = audit::Entry::by(actor, caller, AuditAction::PasswordGenerated)
        .on(id, &account.login_id, account.company)
        .with("sessions_ended", ended);
    audit::record(&tx, deps, event).await?;
    let letter = Letter::PasswordGenerated;
    mail::outbox::queue(&tx, deps, &account.recipient()?, &letter).await?;
    tx.commit().await?;
    deps.mail_bell.notify_one();
    Ok(GeneratedPassword { password })
}

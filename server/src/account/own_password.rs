//! Changing one's own password.

use app::{
    Refusal,
    account::{AccountRefusal, PasswordChange},
    audit::AuditAction,
    sessions::Ending,
};

use super::{
    asked_password::Asked,
    service::{has_second_factor, own},
};
use crate::{
    actor::Actor,
    audit::{self, Entry},
    credentials::password,
    deps::Deps,
    desk::Caller,
    error::Result,
    invitations,
    mail::{self, Letter},
    policies,
    sessions::{self, proof},
    users,
};

/// Changes the actor's password. Their other sessions end, and links to set a password are void.
pub async fn change(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    change: PasswordChange,
) -> Result<()> {
    actor.in_person_on(actor.user)?;
    let db = deps.db.read();
    let account = own(db, actor).await?;
    let stored = password::stored(db, account.id)
        .await?
        .ok_or(AccountRefusal::NoPassword)?;
    let policy = policies::store::in_force(db, &account.path).await?;
    let beside = has_second_factor(&account, account.second_factor_required(&policy));
    change.check(policy.shortest_password(beside))?;
    // Who has no authenticator proves by the password that it is they, and that is asked here anyway.
    if account.enrolled_at.is_some() {
        proof::demand(db, actor, true, deps.now()).await?;
    }
    let event = Entry::by(actor, caller, AuditAction::PasswordSet).on(
        account.id,
        &account.login_id,
        account.company,
    );
    let asked = Asked {
        account: &account,
        stored: &stored,
        field: "current_password",
    };
    let attempt = asked
        .answered(deps, caller, &change.current_password, &event)
        .await?;
    // Looked at only now: whether it is the present one must not be learnt by trying.
    let chosen = password::choose(deps, &account, &policy, beside, &change.password).await;
    let tx = deps.db.begin().await?;
    users::store::lock(&tx, account.id).await?;
    attempt.was_right(&tx).await?;
    let hash = match chosen {
        Ok(hash) => hash,
        Err(refused) => {
            tx.commit().await?;
            return Err(refused);
        }
    };
    if password::stored(&*tx, account.id).await?.as_ref() != Some(&stored) {
        return Err(Refusal::Stale.into());
    }
    let now = deps.now();
    proof::note(&tx, actor.session()?, now).await?;
    let remembered = policy.password_history_count.value;
    password::store(&tx, deps, account.id, hash, remembered).await?;
    invitations::store::void_all(&tx, account.id, now).await?;
    let (others, ending) = ([account.id], Ending::PasswordChanged);
    let ended =
        sessions::store::end_all(&tx, &others, Some(actor.session()?), &ending, now).await?;
    audit::record(&tx, deps, event.with("sessions_ended", ended)).await?;
    mail::outbox::queue(&tx, deps, &account.recipient()?, &Letter::PasswordChanged).await?;
    tx.commit().await?;
    deps.mail_bell.notify_one();
    Ok(())
}

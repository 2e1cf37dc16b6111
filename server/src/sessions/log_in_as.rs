//! Log in as this user, and back.

use app::{
    Refusal, UserId,
    audit::AuditAction,
    roles::Permission,
    sessions::{ActingRefusal, LogInAsDraft, WhyOver},
    users::full_name,
};
use sea_orm::ConnectionTrait;

use super::{acting, step_up::Attempt};
use crate::{
    actor::{Actor, Scope},
    audit::{self, Entry},
    deps::Deps,
    desk::Caller,
    error::Result,
    mail::{self, Letter},
    policies, roles,
    users::{self, Account},
};

/// For how long, in seconds. Use does not prolong it.
const LASTS: i64 = 30 * 60;

/// Lets the actor's own session act as `id` for a while, once they have shown that it is they who ask.
pub async fn start(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    id: UserId,
    draft: LogInAsDraft,
) -> Result<()> {
    let scope = actor.may(Permission::UsersLogInAs)?;
    let session = actor.session()?;
    // Whom it cannot be is said before a code is spent.
    subject(deps.db.read(), deps, actor, scope, id).await?;
    let own = users::store::by_id(deps.db.read(), actor.user)
        .await?
        .ok_or(Refusal::NotSignedIn)?;
    let (reason, proof) = draft.check(own.enrolled_at.is_some())?;
    let attempt = Attempt::begin(deps, actor.user, proof).await?;
    let tx = deps.db.begin().await?;
    users::store::lock_all(&tx, &[actor.user, id]).await?;
    let account = subject(&*tx, deps, actor, scope, id).await?;
    if !attempt.accept(&tx, deps).await? {
        drop(tx);
        let event = Entry::by(actor, caller, AuditAction::LogInAsStarted).on(
            account.id,
            &account.login_id,
            account.company,
        );
        return Err(attempt.refuse(deps, event).await?.into());
    }
    let since = deps.now();
    let until = since.plus_seconds(LASTS).min(actor.session_expires_at);
    if !acting::begin(&tx, session, id, (since, until), &reason).await? {
        return Err(ActingRefusal::AlreadyActing.into());
    }
    let event = Entry::by(actor, caller, AuditAction::LogInAsStarted)
        .on(id, &account.login_id, account.company)
        .with("reason", reason.as_str())
        .with("until", until);
    audit::record(&tx, deps, event).await?;
    let letter = Letter::LoggedInAs {
        name: full_name(&actor.me.first_name, &actor.me.last_name, account.language),
        login_id: actor.login_id.clone(),
        at: since,
        until,
        reason: reason.as_str().to_owned(),
    };
    mail::outbox::queue(&tx, deps, &account.recipient()?, &letter).await?;
    tx.commit().await?;
    deps.mail_bell.notify_one();
    Ok(())
}

/// Goes back to oneself. Whoever was told that it is over already goes on as themselves by this.
pub async fn go_back(deps: &Deps, actor: &Actor, caller: &Caller) -> Result<()> {
    let (acting, over) = (&actor.me.acting, &actor.me.acting_over);
    if acting.is_none() && over.is_none() {
        return Ok(());
    }
    let tx = deps.db.begin().await?;
    if acting::clear(&tx, actor.session()?).await?
        && let Some(behind) = &actor.behind
    {
        let event =
            Entry::unattended(caller, AuditAction::LogInAsEnded).of(behind.user, &behind.login_id);
        acting::record_end(&tx, deps, event, actor.user, WhyOver::WentBack).await?;
    }
    tx.commit().await
}

/// The user, if the actor may log in as them.
async fn subject(
    db: &impl ConnectionTrait,
    deps: &Deps,
    actor: &Actor,
    scope: &Scope,
    id: UserId,
) -> Result<Account> {
    let account = users::store::find(db, scope, id).await?;
    let rights = roles::store::rights(db, id).await?;
    let policy = policies::store::in_force(db, &account.path).await?;
    users::rules::may_be_acted_as(actor, &account, &rights, &policy, deps.now())?;
    Ok(account)
}

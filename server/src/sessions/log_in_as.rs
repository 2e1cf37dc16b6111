//! Log in as this user, and back.

use app::{
    Refusal, UserId,
    audit::AuditAction,
    field::Problem,
    roles::Permission,
    sessions::{ActingRefusal, LogInAsDraft, StepUp, WhyOver},
    users::full_name,
};
use sea_orm::ConnectionTrait;

use super::acting;
use crate::{
    actor::{Actor, Scope},
    audit::{self, Entry},
    credentials::{hasher::Verdict, password, totp},
    deps::Deps,
    desk::Caller,
    error::Result,
    mail::{self, Letter},
    policies, roles,
    throttle::{self, Subject, Try},
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
    // Whom it cannot be is said before a code is spent.
    let account = subject(deps.db.read(), deps, actor, scope, id).await?;
    let own = users::store::by_id(deps.db.read(), actor.user)
        .await?
        .ok_or(Refusal::NotSignedIn)?;
    let (reason, proof) = draft.check(own.enrolled_at.is_some())?;
    let attempt = Try::begin(deps, [Subject::second_factor(actor.user)]).await?;
    if let StepUp::Password(typed) = &proof
        && password::verify(deps, Some(actor.user), typed).await? == Verdict::Wrong
    {
        let wrong = ("password", Problem::WrongPassword);
        return refuse(deps, actor, caller, &account, &attempt, wrong).await;
    }
    let tx = deps.db.begin().await?;
    users::store::lock_all(&tx, &[actor.user, id]).await?;
    let account = subject(&*tx, deps, actor, scope, id).await?;
    match &proof {
        StepUp::Code(code) if totp::accept(&tx, deps, actor.user, code).await? => {
            throttle::forget_second_factor(&tx, actor.user).await?;
        }
        StepUp::Code(_) => {
            drop(tx);
            let wrong = ("code", Problem::WrongCode);
            return refuse(deps, actor, caller, &account, &attempt, wrong).await;
        }
        StepUp::Password(_) => attempt.was_right(&tx).await?,
    }
    let since = deps.now();
    let until = since.plus_seconds(LASTS).min(actor.session_expires_at);
    if !acting::begin(&tx, actor.session, id, (since, until), &reason).await? {
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
    if acting::clear(&tx, actor.session).await?
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

/// Records that a proof was wrong, and tells the caller which.
async fn refuse(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    account: &Account,
    attempt: &Try,
    (field, problem): (&str, Problem),
) -> Result<()> {
    let tx = deps.db.begin().await?;
    attempt.was_wrong(&tx, deps).await?;
    let event = Entry::by(actor, caller, AuditAction::LogInAsStarted)
        .failed()
        .on(account.id, &account.login_id, account.company)
        .with("wrong", field);
    audit::record(&tx, deps, event).await?;
    tx.commit().await?;
    Err(Refusal::field(field, problem).into())
}

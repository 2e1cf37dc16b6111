//! Who acts in a session, and the rules on looking at and ending sessions.

use std::sync::Arc;

use app::{
    Refusal, SessionId, UserId,
    audit::AuditAction,
    roles::Permission,
    sessions::{ActingRefusal, Session},
    sign_in::Me,
};

pub use super::log_in_as::{go_back, start as log_in_as};
use super::{acting, limits::Limits, store};
use crate::{
    actor::Actor, audit, deps::Deps, desk::Caller, error::Result, policies, roles,
    secret::SecretHash, users,
};

/// A use is noted at most once in so many milliseconds.
const TOUCH_EVERY: i64 = 60_000;

/// Who acts in the session of `secret`, or the refusal that nobody is signed in, or not from there.
pub async fn actor(deps: &Deps, secret: &SecretHash, caller: &Caller) -> Result<Arc<Actor>> {
    let actor = whoever(deps, secret, caller).await?;
    match actor.me.acting_over {
        // What was meant to be done as somebody else is not done as oneself.
        Some(_) => Err(ActingRefusal::Over.into()),
        None => Ok(actor),
    }
}

/// The same also for whoever was logged in as somebody else until now and has not been told that it is over.
pub async fn whoever(deps: &Deps, secret: &SecretHash, caller: &Caller) -> Result<Arc<Actor>> {
    let actor = remembered_or_found(deps, secret, caller).await?;
    // Asked each time: one session may be used from many addresses while it is remembered.
    if actor.addresses.let_in(caller.address) {
        Ok(actor)
    } else {
        Err(Refusal::AddressNotTrusted.into())
    }
}

async fn remembered_or_found(
    deps: &Deps,
    secret: &SecretHash,
    caller: &Caller,
) -> Result<Arc<Actor>> {
    let now = deps.now();
    let generation = deps.db.generation();
    if let Some(actor) = deps.actors.get(secret, generation, now.millis())
        && actor.lasts(now)
    {
        return Ok(actor);
    }
    let live = store::live(deps.db.read(), secret, now)
        .await?
        .ok_or(Refusal::NotSignedIn)?;
    let policy = policies::store::in_force(deps.db.read(), &live.path).await?;
    let limits = Limits::of(&policy);
    if !limits.allow(&live.span, now) {
        return Err(Refusal::NotSignedIn.into());
    }
    let session_expires_at = live.me.session_expires_at.min(limits.end(&live.span));
    let rights = roles::store::rights(deps.db.read(), live.me.id).await?;
    let own = users::addresses::read(live.me.id, &live.trusted_addresses)?;
    let addresses = own.or(&policy.trusted_addresses.value).clone();
    if addresses.let_in(caller.address) && now.millis() - live.span.last_seen_at >= TOUCH_EVERY {
        store::touch(deps.db.write(), live.id, now, &caller.address.to_string()).await?;
    }
    let oneself = Actor {
        user: live.me.id,
        login_id: live.me.login_id.clone(),
        session: live.id,
        session_expires_at,
        company: live.me.company.id,
        channel: live.channel,
        permissions: rights.permissions,
        addresses,
        scope: users::rules::reach(&live.path, &rights),
        behind: None,
        me: Me {
            permissions: rights.permissions.on(live.channel),
            held: rights.permissions,
            session_expires_at,
            ..live.me
        },
    };
    let actor = Arc::new(match live.pretence {
        Some(pretence) => acting::resolve(deps, caller, oneself, &pretence).await?,
        None => oneself,
    });
    deps.actors
        .put(secret.clone(), Arc::clone(&actor), generation, now.millis());
    Ok(actor)
}

/// The live sessions of a user.
pub async fn list(deps: &Deps, actor: &Actor, user: UserId) -> Result<Vec<Session>> {
    let scope = match user == actor.user {
        true => &actor.scope,
        false => actor.may(Permission::SessionsRead)?,
    };
    let account = users::store::find(deps.db.read(), scope, user).await?;
    let policy = policies::store::in_force(deps.db.read(), &account.path).await?;
    let limits = Limits::of(&policy);
    store::of_user(deps.db.read(), user, limits, deps.now(), actor.session).await
}

/// Ends one session of a user.
pub async fn end(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    user: UserId,
    session: SessionId,
) -> Result<()> {
    let tx = deps.db.begin().await?;
    let subject = may_end(&tx, actor, user).await?;
    if !store::end(&tx, user, session).await? {
        return Err(Refusal::NotFound.into());
    }
    let event = audit::Entry::by(actor, caller, AuditAction::SessionEnded)
        .on(user, &subject.login_id, subject.company)
        .with("session", session)
        .with("sessions", 1);
    audit::record(&tx, deps, event).await?;
    tx.commit().await
}

/// Ends all sessions of a user but the one that asks. How many ended.
pub async fn end_all(deps: &Deps, actor: &Actor, caller: &Caller, user: UserId) -> Result<u64> {
    let tx = deps.db.begin().await?;
    let subject = may_end(&tx, actor, user).await?;
    let ended = store::end_all(&tx, &[user], Some(actor.session)).await?;
    let event = audit::Entry::by(actor, caller, AuditAction::SessionEnded)
        .on(user, &subject.login_id, subject.company)
        .with("sessions", ended);
    audit::record(&tx, deps, event).await?;
    tx.commit().await?;
    Ok(ended)
}

async fn may_end(tx: &crate::db::Tx, actor: &Actor, user: UserId) -> Result<users::Account> {
    if user == actor.user {
        actor.in_person()?;
        return users::store::find(&**tx, &actor.scope, user).await;
    }
    let scope = actor.may(Permission::SessionsEnd)?;
    let account = users::store::find(&**tx, scope, user).await?;
    users::rules::not_stronger(&**tx, actor, &account).await?;
    Ok(account)
}

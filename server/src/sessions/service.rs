//! Who acts in a session, and the rules on looking at and ending sessions.

use std::sync::Arc;

use app::{
    Refusal, SessionId, Timestamp, UserId,
    audit::AuditAction,
    policies::TrustedAddresses,
    roles::Permission,
    sessions::{ActingRefusal, Ending, Session},
    sign_in::Me,
};

use super::{
    acting, ended,
    limits::Terms,
    presented::{self, Presented},
    store,
};
pub use super::{
    log_in_as::{go_back, start as log_in_as},
    step_up::step_up,
};
use crate::{
    actor::{Actor, By},
    audit,
    deps::Deps,
    desk::Caller,
    error::Result,
    policies, roles,
    secret::SecretHash,
    users,
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
    if actor.comes_from(caller.address) {
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
    if let Some(actor) = remembered(deps, secret, generation, now) {
        return Ok(actor);
    }
    let Lasting {
        session: live,
        ends_at: session_expires_at,
        addresses,
    } = lasting(deps, secret, now).await?;
    let rights = roles::store::rights(deps.db.read(), live.me.id).await?;
    if addresses.let_in(caller.address) && now.millis() - live.span.last_seen_at >= TOUCH_EVERY {
        store::touch(deps.db.write(), live.id, now, &caller.address.to_string()).await?;
    }
    let oneself = Actor {
        user: live.me.id,
        login_id: live.me.login_id.clone(),
        by: By::Session(live.id),
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
            session_expires_at: store::moment(session_expires_at),
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

fn remembered(
    deps: &Deps,
    secret: &SecretHash,
    generation: u64,
    now: Timestamp,
) -> Option<Arc<Actor>> {
    deps.actors
        .get(secret, generation, now.millis())
        .filter(|actor| actor.lasts(now))
}

/// A session that lasts, and what is in force for it.
struct Lasting {
    session: Presented,
    ends_at: Timestamp,
    addresses: TrustedAddresses,
}

/// The session of `secret`, or the refusal that nobody is signed in, with why, if one has ended.
async fn lasting(deps: &Deps, secret: &SecretHash, now: Timestamp) -> Result<Lasting> {
    let db = deps.db.read();
    let Some(session) = presented::find(db, secret, now).await? else {
        return Err(match ended::why(db, secret).await? {
            Some(ending) => Refusal::SessionEnded(ending).into(),
            None => Refusal::NotSignedIn.into(),
        });
    };
    let policy = policies::store::in_force(db, &session.path).await?;
    let terms = Terms::of(&policy, session.token_validity, session.exclusive_login);
    let limits = terms.on(session.channel);
    let mut ending = session
        .account_ending
        .clone()
        .or_else(|| limits.ending(&session.span, now));
    if ending.is_none() && terms.exclusive && session.has_newer {
        let (user, channel) = (session.me.id, session.channel);
        let newer = store::newer(db, user, channel, session.id, &terms, now).await?;
        ending = newer.map(Ending::Replaced);
    }
    if let Some(ending) = ending {
        return Err(Refusal::SessionEnded(ending).into());
    }
    let own = users::addresses::read(session.me.id, &session.trusted_addresses)?;
    Ok(Lasting {
        ends_at: session.account_end.min(limits.end(&session.span)),
        addresses: own.or(&policy.trusted_addresses.value).clone(),
        session,
    })
}

/// Whether the session that the caller presents still lasts. The question is no use of it, and writes nothing: neither
/// what it finds is remembered, so that the next real use is noted.
pub async fn still_signed_in(deps: &Deps, caller: &Caller) -> Result<()> {
    let secret = caller.session.as_ref().ok_or(Refusal::NotSignedIn)?;
    let now = deps.now();
    let let_in = match remembered(deps, secret, deps.db.generation(), now) {
        Some(actor) => actor.comes_from(caller.address),
        None => lasting(deps, secret, now)
            .await?
            .addresses
            .let_in(caller.address),
    };
    match let_in {
        true => Ok(()),
        false => Err(Refusal::AddressNotTrusted.into()),
    }
}

/// The live sessions of a user.
pub async fn list(deps: &Deps, actor: &Actor, user: UserId) -> Result<Vec<Session>> {
    let scope = match user == actor.user {
        true => &actor.scope,
        false => actor.may(Permission::SessionsRead)?,
    };
    let account = users::store::find(deps.db.read(), scope, user).await?;
    let policy = policies::store::in_force(deps.db.read(), &account.path).await?;
    let terms = Terms::of(&policy, account.token_validity, account.exclusive_login);
    store::of_user(
        deps.db.read(),
        user,
        &terms,
        deps.now(),
        actor.session().ok(),
    )
    .await
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
    if !store::end(&tx, user, session, &ending_by(actor, user), deps.now()).await? {
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
    let ending = ending_by(actor, user);
    let ended = store::end_all(&tx, &[user], actor.session().ok(), &ending, deps.now()).await?;
    let event = audit::Entry::by(actor, caller, AuditAction::SessionEnded)
        .on(user, &subject.login_id, subject.company)
        .with("sessions", ended);
    audit::record(&tx, deps, event).await?;
    tx.commit().await?;
    Ok(ended)
}

/// How an ended session's user is told of it.
fn ending_by(actor: &Actor, user: UserId) -> Ending {
    match user == actor.user {
        true => Ending::EndedByOneself,
        false => Ending::EndedByAdministrator,
    }
}

async fn may_end(tx: &crate::db::Tx, actor: &Actor, user: UserId) -> Result<users::Account> {
    if user == actor.user {
        actor.in_person_on(user)?;
        return users::store::find(&**tx, &actor.scope, user).await;
    }
    let scope = actor.may(Permission::SessionsEnd)?;
    let account = users::store::find(&**tx, scope, user).await?;
    users::rules::not_stronger(&**tx, actor, &account).await?;
    Ok(account)
}

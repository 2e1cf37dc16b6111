//! Token expiration: how long a user's tokens and app sessions are valid, and exclusive login.

use app::{
    Refusal, UserId,
    audit::AuditAction,
    policies::InForce,
    roles::Permission,
    users::{TokenExpirationDraft, TokenExpirationImpact, User, UserRefusal},
};

use super::{account::Account, rules, service::editable, store, view::view};
use crate::{
    actor::Actor,
    audit,
    deps::Deps,
    desk::Caller,
    error::Result,
    policies,
    sessions::{self, limits::Terms},
};

/// Sets it, if the user is still at `version`. Where exclusive login comes into force, only the newest session of each
/// channel lasts; what a shorter lifetime ends, ends at its next request.
pub async fn set(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    id: UserId,
    version: i64,
    draft: TokenExpirationDraft,
) -> Result<User> {
    let scope = actor.may(Permission::UsersUpdate)?;
    actor.in_person()?;
    draft.check()?;
    let tx = deps.db.begin().await?;
    // Whoever signs in at this moment does so before or after, not meanwhile.
    store::lock(&tx, id).await?;
    let before = editable(&tx, actor, scope, id).await?;
    let after = with(&before, draft);
    let policy = policies::store::in_force(&*tx, &before.path).await?;
    if actor.user == id && is_looser(&policy, &before, &after) {
        // A session that somebody left open is too little to weaken one's own account.
        return Err(UserRefusal::Oneself.into());
    }
    rules::same_version(version, before.version)?;
    let event = audit::Entry::by(actor, caller, AuditAction::TokenExpirationSet)
        .on(id, &before.login_id, before.company)
        .changed(
            "token_validity",
            before.token_validity,
            after.token_validity,
        )
        .changed(
            "exclusive_login",
            before.exclusive_login.code(),
            after.exclusive_login.code(),
        );
    if event.has_details() {
        if !store::update(&tx, &after).await? {
            return Err(Refusal::Stale.into());
        }
        let (was, will) = (terms(&policy, &before), terms(&policy, &after));
        let ended = match will.exclusive && !was.exclusive {
            true => sessions::store::end_older(&tx, id, &will, deps.now()).await?,
            false => 0,
        };
        audit::record(&tx, deps, event.with("sessions_ended", ended)).await?;
    }
    let account = store::find(&*tx, scope, id).await?;
    let user = view(&*tx, deps, actor, account).await?;
    tx.commit().await?;
    Ok(user)
}

/// How many of the user's sessions it would end to set this. Nothing is changed.
pub async fn preview(
    deps: &Deps,
    actor: &Actor,
    id: UserId,
    draft: TokenExpirationDraft,
) -> Result<TokenExpirationImpact> {
    let scope = actor.may(Permission::UsersUpdate)?;
    actor.in_person()?;
    draft.check()?;
    let db = deps.db.read();
    let account = store::find(db, scope, id).await?;
    let policy = policies::store::in_force(db, &account.path).await?;
    let (was, will) = (
        terms(&policy, &account),
        terms(&policy, &with(&account, draft)),
    );
    let now = sessions::store::count_by(db, id, &was, deps.now()).await?;
    let then = sessions::store::count_by(db, id, &will, deps.now()).await?;
    Ok(TokenExpirationImpact {
        sessions_ending: now.saturating_sub(then),
    })
}

fn with(account: &Account, draft: TokenExpirationDraft) -> Account {
    let mut account = account.clone();
    account.token_validity = draft.token_validity.plain();
    account.exclusive_login = draft.exclusive_login;
    account
}

fn terms(policy: &InForce, account: &Account) -> Terms {
    Terms::of(policy, account.token_validity, account.exclusive_login)
}

/// Whether more is allowed afterwards: a longer lifetime, or several sessions beside each other.
fn is_looser(policy: &InForce, before: &Account, after: &Account) -> bool {
    let minutes = |account: &Account| {
        let days = policy.token_lifetime_days.value;
        account.token_validity.minutes(days).unwrap_or(i64::MAX)
    };
    let exclusive = |account: &Account| terms(policy, account).exclusive;
    minutes(after) > minutes(before) || exclusive(before) && !exclusive(after)
}

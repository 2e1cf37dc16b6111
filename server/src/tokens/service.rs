//! The rules on issuing, seeing and deleting tokens.

use app::{
    Timestamp, TokenId, UserId,
    audit::AuditAction,
    roles::{Channel, Permission},
    tokens::{IssuedToken, Token, TokenChoice, TokenDraft, TokenGrant, TokenKind, TokenRefusal},
};
use sea_orm::ConnectionTrait;

use super::store;
use crate::{
    actor::Actor,
    audit::{self, Entry},
    db::Tx,
    deps::Deps,
    desk::Caller,
    error::Result,
    policies,
    secret::Secret,
    sessions::proof,
    users::{self, Account},
};

/// As many tokens as one user can have.
const MOST: u64 = 100;
/// For how long the earlier secret stays good after it was replaced by hand, in seconds.
const OVERLAP: i64 = 24 * 60 * 60;
/// For how long what has ended is still listed, in seconds.
const KEPT: i64 = 30 * 24 * 60 * 60;
/// How many characters of a secret are kept to know it by: 24 of its 256 bits.
const HINT: usize = 4;

/// What the actor can issue.
pub async fn choice(deps: &Deps, actor: &Actor) -> Result<TokenChoice> {
    let db = deps.db.read();
    let account = users::store::find(db, &actor.scope, actor.user).await?;
    choice_of(db, &account, own(actor), deps.now()).await
}

/// What the actor has to give: what they hold for programs.
fn own(actor: &Actor) -> Vec<Permission> {
    actor.permissions.on(Channel::Api)
}

/// What can be issued of `permissions` for the user of `account`.
pub(super) async fn choice_of(
    db: &impl ConnectionTrait,
    account: &Account,
    permissions: Vec<Permission>,
    now: Timestamp,
) -> Result<TokenChoice> {
    let policy = policies::store::in_force(db, &account.path).await?;
    let days = policy.token_lifetime_days.value;
    let longest = account.token_validity.minutes(days);
    let by_policy = longest.map(|minutes| now.plus_seconds(minutes * 60));
    Ok(TokenChoice {
        latest: [by_policy, account.expires_at].into_iter().flatten().min(),
        permissions,
    })
}

/// Issues a token of the actor's own.
pub async fn issue(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    draft: TokenDraft,
) -> Result<IssuedToken> {
    in_person(actor)?;
    let now = deps.now();
    let tx = deps.db.begin().await?;
    users::store::lock(&tx, actor.user).await?;
    let account = users::store::find(&*tx, &actor.scope, actor.user).await?;
    proof::demand(&*tx, actor, account.enrolled_at.is_some(), now).await?;
    let choice = choice_of(&*tx, &account, own(actor), now).await?;
    let grant = draft.check(&choice, now)?;
    let issued = keep(&tx, deps, actor, caller, &account, &grant).await?;
    tx.commit().await?;
    Ok(issued)
}

/// Keeps a token of the user of `account`, who is locked, and notes that the actor issued it.
pub(super) async fn keep(
    tx: &Tx,
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    account: &Account,
    grant: &TokenGrant,
) -> Result<IssuedToken> {
    let now = deps.now();
    if store::count(&**tx, account.id).await? >= MOST {
        return Err(TokenRefusal::TooMany.into());
    }
    let id = store::insert(tx, account.id, grant, now).await?;
    let secret = new_secret(tx, deps, id, grant.kind, now).await?;
    let event = Entry::by(actor, caller, AuditAction::TokenIssued)
        .on(account.id, &account.login_id, account.company)
        .with("token", &grant.name)
        .with("kind", grant.kind.code());
    audit::record(tx, deps, event).await?;
    issued(tx, account.id, id, &secret, now).await
}

/// Replaces the secret of a token of the actor's own. The earlier one stays good for a day.
pub async fn replace_secret(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    id: TokenId,
) -> Result<IssuedToken> {
    in_person(actor)?;
    let now = deps.now();
    let tx = deps.db.begin().await?;
    users::store::lock(&tx, actor.user).await?;
    let token = store::by_id(&*tx, id).await?;
    let token = token.filter(|token| token.user == actor.user);
    let token = token.ok_or(app::Refusal::NotFound)?;
    let account = users::store::find(&*tx, &actor.scope, actor.user).await?;
    proof::demand(&*tx, actor, account.enrolled_at.is_some(), now).await?;
    // A secret that each exchange replaces is good for one exchange more, not for a while.
    let overlap = if token.rotates { 0 } else { OVERLAP };
    store::replace_present(&tx, id, now, now.plus_seconds(overlap)).await?;
    let secret = new_secret(&tx, deps, id, token.kind, now).await?;
    let event = Entry::by(actor, caller, AuditAction::TokenReplaced)
        .on(actor.user, &actor.login_id, actor.company)
        .with("token", &token.name);
    audit::record(&tx, deps, event).await?;
    let issued = issued(&tx, actor.user, id, &secret, now).await?;
    tx.commit().await?;
    Ok(issued)
}

/// Gives a token a new secret.
pub(super) async fn new_secret(
    tx: &Tx,
    deps: &Deps,
    token: TokenId,
    kind: TokenKind,
    now: Timestamp,
) -> Result<Secret> {
    let secret = Secret::generate_with(kind.prefix(), &*deps.random);
    let hint: String = secret
        .reveal()
        .chars()
        .take(kind.prefix().len() + HINT)
        .collect();
    store::insert_secret(tx, token, &secret.hash(), &hint, now).await?;
    Ok(secret)
}

async fn issued(
    tx: &Tx,
    user: UserId,
    id: TokenId,
    secret: &Secret,
    now: Timestamp,
) -> Result<IssuedToken> {
    let mut tokens = store::of_user(&**tx, user, now).await?;
    tokens.retain(|token| token.id == id);
    let token = tokens.pop().ok_or(app::Refusal::NotFound)?;
    Ok(IssuedToken {
        token,
        secret: secret.reveal().to_owned(),
    })
}

/// The tokens of a user.
pub async fn list(deps: &Deps, actor: &Actor, user: UserId) -> Result<Vec<Token>> {
    let scope = match user == actor.user {
        true => &actor.scope,
        false => actor.may(Permission::TokensRead)?,
    };
    users::store::find(deps.db.read(), scope, user).await?;
    store::of_user(deps.db.read(), user, deps.now()).await
}

/// Deletes a token of a user.
pub async fn delete(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    user: UserId,
    id: TokenId,
) -> Result<()> {
    let tx = deps.db.begin().await?;
    let subject = may_delete(&tx, actor, user, deps.now()).await?;
    let token = store::by_id(&*tx, id).await?;
    let token = token.filter(|token| token.user == user);
    let token = token.ok_or(app::Refusal::NotFound)?;
    store::delete(&tx, user, id).await?;
    let event = Entry::by(actor, caller, AuditAction::TokenDeleted)
        .on(user, &subject.login_id, subject.company)
        .with("token", &token.name)
        .with("tokens", 1);
    audit::record(&tx, deps, event).await?;
    tx.commit().await
}

/// Deletes all tokens of a user. How many there were.
pub async fn delete_all(deps: &Deps, actor: &Actor, caller: &Caller, user: UserId) -> Result<u64> {
    let tx = deps.db.begin().await?;
    let subject = may_delete(&tx, actor, user, deps.now()).await?;
    let tokens = store::delete_all(&tx, &[user]).await?;
    if tokens > 0 {
        let event = Entry::by(actor, caller, AuditAction::TokenDeleted)
            .on(user, &subject.login_id, subject.company)
            .with("tokens", tokens);
        audit::record(&tx, deps, event).await?;
    }
    tx.commit().await?;
    Ok(tokens)
}

/// A round of the janitor: what ended long ago is no longer listed.
pub async fn sweep(deps: &Deps) -> Result<()> {
    let now = deps.now();
    store::sweep(deps.db.write(), now, now.plus_seconds(-KEPT)).await
}

/// What makes a program act for somebody is done by them, signed in, and by nobody in their place.
pub(super) fn in_person(actor: &Actor) -> Result<()> {
    actor.session()?;
    actor.in_person()
}

async fn may_delete(tx: &Tx, actor: &Actor, user: UserId, now: Timestamp) -> Result<Account> {
    if user == actor.user {
        in_person(actor)?;
        let account = users::store::find(&**tx, &actor.scope, user).await?;
        proof::demand(&**tx, actor, account.enrolled_at.is_some(), now).await?;
        return Ok(account);
    }
    let scope = actor.may(Permission::TokensDelete)?;
    let account = users::store::find(&**tx, scope, user).await?;
    users::rules::not_stronger(&**tx, actor, &account).await?;
    Ok(account)
}

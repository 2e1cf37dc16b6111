//! API sessions: opened with a login ID and an API token. An access token is all there is of one, so nothing has to be ended:
//! it is over in minutes, and what takes the ground from the API token takes it from the session at once.

use app::{
    audit::AuditAction,
    roles::Channel,
    tokens::{ApiSessionStart, TokenKind, TokenRefusal},
    users::LoginId,
};

use super::{
    exchange::{self, Exchanged, Good},
    store,
};
use crate::{
    audit::{self, Entry},
    deps::Deps,
    desk::Caller,
    error::Result,
    secret::SecretHash,
    throttle::{Subject, Try},
    users,
};

/// Opens an API session. Every reason to say no looks alike.
pub async fn open(deps: &Deps, caller: &Caller, start: &ApiSessionStart) -> Result<Exchanged> {
    start.check()?;
    let login_id = LoginId::parse(&start.login_id).map_err(|_| TokenRefusal::ApiSessionRefused)?;
    let caller = &caller.on(Channel::Api);
    // Counted by address only: a token cannot be guessed, and a stranger elsewhere must not keep a program out.
    let subjects = [
        Subject::address(caller.address),
        Subject::api_token_at(&login_id, caller.address),
    ];
    let attempt = Try::begin(deps, subjects).await?;
    let hash = SecretHash::of(start.token.trim());
    let found = exchange::good(deps, &hash, TokenKind::Api).await?;
    let is_theirs = |good: &Good| {
        good.owner.account.login_id == login_id.as_str() && good.comes_from(caller.address)
    };
    let Some(good) = found.filter(is_theirs) else {
        refuse(deps, caller, &login_id, &attempt).await?;
        return Err(TokenRefusal::ApiSessionRefused.into());
    };
    let (token, owner) = (good.token.clone(), good.owner.account.clone());
    let Ok(opened) = exchange::granted(deps, good, None).await? else {
        return Err(TokenRefusal::ApiSessionRefused.into());
    };
    let tx = deps.db.begin().await?;
    attempt.was_right(&tx).await?;
    store::touch(&*tx, token.id, deps.now(), &caller.address.to_string()).await?;
    let action = AuditAction::ApiSessionOpened;
    let event = Entry::by_oneself(owner.id, &owner.login_id, owner.company, caller, action)
        .with("token", &token.name);
    audit::record(&tx, deps, event).await?;
    tx.commit().await?;
    Ok(opened)
}

/// Notes and counts a try that was refused.
async fn refuse(deps: &Deps, caller: &Caller, login_id: &LoginId, attempt: &Try) -> Result<()> {
    let tx = deps.db.begin().await?;
    attempt.was_wrong(&tx, deps).await?;
    let event = Entry::unattended(caller, AuditAction::ApiSessionOpened).failed();
    let event = match users::store::by_login_id(&*tx, login_id).await? {
        Some(account) => event.on(account.id, &account.login_id, account.company),
        None => event.with("login_id", login_id),
    };
    audit::record(&tx, deps, event).await?;
    tx.commit().await
}

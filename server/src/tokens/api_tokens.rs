//! API tokens that an administrator issues for a user in their care, such as a service account.

use app::{
    UserId,
    roles::{Channel, Permission},
    tokens::{ApiTokenDraft, IssuedToken, TokenChoice, TokenDraft},
    users::full_name,
};
use sea_orm::ConnectionTrait;

use super::service;
use crate::{
    actor::Actor,
    deps::Deps,
    desk::Caller,
    error::Result,
    mail::{self, Letter},
    roles,
    sessions::proof,
    users::{self, Account, rules},
};

/// What the actor can issue for a user.
pub async fn choice(deps: &Deps, actor: &Actor, user: UserId) -> Result<TokenChoice> {
    let db = deps.db.read();
    let account = in_care(db, actor, user).await?;
    choice_for(db, deps, actor, &account).await
}

/// Issues an API token for a user.
pub async fn issue(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    user: UserId,
    draft: ApiTokenDraft,
) -> Result<IssuedToken> {
    service::in_person(actor)?;
    let tx = deps.db.begin().await?;
    users::store::lock(&tx, user).await?;
    let account = in_care(&*tx, actor, user).await?;
    let own = users::store::find(&*tx, &actor.scope, actor.user).await?;
    proof::demand(&*tx, actor, own.enrolled_at.is_some(), deps.now()).await?;
    let choice = choice_for(&*tx, deps, actor, &account).await?;
    let grant = TokenDraft::from(draft).check(&choice, deps.now())?;
    let issued = service::keep(&tx, deps, actor, caller, &account, &grant).await?;
    let letter = Letter::ApiTokenIssued {
        name: full_name(&own.first_name, &own.last_name, account.language),
        login_id: own.login_id,
        token: issued.token.name.clone(),
        expires_at: issued.token.expires_at,
    };
    mail::outbox::queue(&tx, deps, &account.recipient()?, &letter).await?;
    tx.commit().await?;
    deps.mail_bell.notify_one();
    Ok(issued)
}

/// The account of a user for whom the actor may issue: whoever holds a token acts as its owner, so they must not be stronger.
async fn in_care(db: &impl ConnectionTrait, actor: &Actor, user: UserId) -> Result<Account> {
    let scope = actor.may(Permission::TokensIssue)?;
    let account = users::store::find(db, scope, user).await?;
    rules::not_oneself(actor, user)?;
    rules::not_in_the_bin(&account)?;
    rules::not_stronger(db, actor, &account).await?;
    Ok(account)
}

/// What both hold for programs, within both accounts' time.
async fn choice_for(
    db: &impl ConnectionTrait,
    deps: &Deps,
    actor: &Actor,
    account: &Account,
) -> Result<TokenChoice> {
    let rights = roles::store::rights(db, account.id).await?;
    let permissions = rights.permissions.shared_with(actor.permissions);
    let mut choice =
        service::choice_of(db, account, permissions.on(Channel::Api), deps.now()).await?;
    choice.latest = [choice.latest, actor.me.expires_at]
        .into_iter()
        .flatten()
        .min();
    Ok(choice)
}

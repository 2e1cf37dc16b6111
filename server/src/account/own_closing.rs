//! Closing one's own account, where the policy lets users do that.

use app::account::{AccountRefusal, ClosingPreview};
use sea_orm::ConnectionTrait;

use super::service::own;
use crate::{
    actor::Actor,
    deps::Deps,
    desk::Caller,
    error::Result,
    mail::{self, Letter},
    policies::store::in_force,
    sessions::{self, proof},
    tokens,
    users::{self, Account},
};

/// What closing the actor's account would take along, or why it stays.
pub async fn preview(deps: &Deps, actor: &Actor) -> Result<ClosingPreview> {
    let db = deps.db.read();
    let account = own(db, actor).await?;
    let policy = in_force(db, &account.path).await?;
    Ok(ClosingPreview {
        stays: stays(db, &account, policy.account_closing_allowed.value).await?,
        sessions: sessions::store::count(db, std::iter::once(&account), deps.now()).await?,
        tokens: tokens::store::count(db, account.id).await?,
        bin_retention_days: policy.bin_retention_days.value,
    })
}

/// Closes the actor's account. It goes to the bin, all its sessions end and its tokens are gone; its user is told by mail.
pub async fn close(deps: &Deps, actor: &Actor, caller: &Caller) -> Result<()> {
    actor.in_person_on(actor.user)?;
    let tx = deps.db.begin().await?;
    let account = own(&*tx, actor).await?;
    let policy = in_force(&*tx, &account.path).await?;
    if let Some(refusal) = stays(&*tx, &account, policy.account_closing_allowed.value).await? {
        return Err(refusal.into());
    }
    proof::demand(&*tx, actor, account.enrolled_at.is_some(), deps.now()).await?;
    let closed = users::service::close_in(&tx, deps, actor, caller).await?;
    let letter = Letter::AccountClosed {
        days: policy.bin_retention_days.value,
    };
    mail::outbox::queue(&tx, deps, &closed.recipient()?, &letter).await?;
    tx.commit().await?;
    deps.mail_bell.notify_one();
    Ok(())
}

async fn stays(
    db: &impl ConnectionTrait,
    account: &Account,
    allowed: bool,
) -> Result<Option<AccountRefusal>> {
    Ok(match allowed {
        false => Some(AccountRefusal::ClosingNotAllowed),
        true => users::service::has_sub_users(db, account.id)
            .await?
            .then_some(AccountRefusal::HasSubUsers),
    })
}

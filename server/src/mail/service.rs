//! The outbox as administrators see it.

use app::{
    CompanyId, MailId, Page,
    audit::AuditAction,
    mail::{Mail, MailQuery, MailRefusal, MailState},
    roles::Permission,
};

use super::store;
use crate::{
    actor::Actor,
    audit::{self, Entry},
    deps::Deps,
    desk::Caller,
    error::{Error, Result},
};

/// A page of the mails of the actor's scope, newest first.
pub async fn list(deps: &Deps, actor: &Actor, query: MailQuery) -> Result<Page<Mail>> {
    let scope = actor.may(Permission::MailRead)?;
    store::list(deps.db.read(), scope, &query).await
}

/// Lets a failed or waiting mail be tried again now. How often it was tried before stays noted.
pub async fn send_again(deps: &Deps, actor: &Actor, caller: &Caller, id: MailId) -> Result<Mail> {
    let scope = actor.may(Permission::MailSend)?;
    let tx = deps.db.begin().await?;
    let before = store::find(&*tx, scope, id).await?;
    if !store::queue_again(&tx, id, deps.now()).await? {
        return Err(refusal(&before.state));
    }
    let mail = store::mail(&store::find(&*tx, scope, id).await?)?;
    let mut entry = Entry::by(actor, caller, AuditAction::MailSentAgain)
        .in_company(CompanyId(before.company_id))
        .with("mail", id)
        .with("kind", mail.kind.code())
        .with("to", &mail.to);
    if let Some(user) = mail.user {
        entry = entry.with("user", user);
    }
    audit::record(&tx, deps, entry).await?;
    tx.commit().await?;
    deps.mail_bell.notify_one();
    Ok(mail)
}

/// Why a mail of this state is not queued again.
fn refusal(state: &str) -> Error {
    match MailState::from_code(state) {
        Some(MailState::Dropped) => MailRefusal::Dropped.into(),
        // Sent, or sent in this very moment.
        _ => MailRefusal::AlreadySent.into(),
    }
}

//! E-mail addresses that users want and have not confirmed yet: one for each user at most.

use app::{
    MailId, Timestamp, UserId,
    account::EmailLinkPurpose,
    users::{EmailAddress, PendingEmail},
};
use sea_orm::{ConnectionTrait, QueryResult};

use crate::{
    db::{Tx, sql},
    error::Result,
    mail,
    secret::SecretHash,
};

const COLUMNS: &str = "user_id, email, mail_id, asked_at, expires_at, confirm_hash";

/// A change that is not confirmed yet.
#[derive(Clone, Debug)]
pub struct EmailChange {
    /// Whose address it is to be.
    pub user: UserId,
    /// The address to be.
    pub email: String,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// Until when it can be confirmed.
    pub expires_at: Timestamp,
    mail: MailId,
    confirm_hash: String,
}

/// A change to be kept.
pub struct NewEmailChange<'a> {
    /// Whose address it is to be.
    pub user: UserId,
    /// The address to be.
    pub email: &'a EmailAddress,
    /// What is stored of the secret that confirms it.
    pub confirm: SecretHash,
    /// The same of the one that stops it.
    pub stop: SecretHash,
    /// The mail that carries the first.
    pub mail: MailId,
    /// Until when it can be confirmed.
    pub expires_at: Timestamp,
}

/// The change that `user` waits for.
pub async fn of(db: &impl ConnectionTrait, user: UserId) -> Result<Option<EmailChange>> {
    let query = format!("SELECT {COLUMNS} FROM email_changes WHERE user_id = $1");
    let row = sql::one(db, &query, [user.0.into()]).await?;
    row.as_ref().map(read).transpose()
}

/// The same, as it is shown.
pub async fn pending(
    db: &impl ConnectionTrait,
    user: UserId,
    now: Timestamp,
) -> Result<Option<PendingEmail>> {
    Ok(of(db, user).await?.map(|change| PendingEmail {
        expired: change.expires_at <= now,
        email: change.email,
        asked_at: change.asked_at,
        expires_at: change.expires_at,
    }))
}

/// The change that a mailed secret is about and what it does to it, as long as it can be used.
pub async fn presented(
    db: &impl ConnectionTrait,
    secret: &SecretHash,
    now: Timestamp,
) -> Result<Option<(EmailLinkPurpose, EmailChange)>> {
    let query = format!(
        "SELECT {COLUMNS} FROM email_changes WHERE (confirm_hash = $1 OR stop_hash = $1) AND expires_at > $2"
    );
    let values = [secret.as_str().into(), now.millis().into()];
    let Some(row) = sql::one(db, &query, values).await? else {
        return Ok(None);
    };
    let change = read(&row)?;
    let purpose = match change.confirm_hash == secret.as_str() {
        true => EmailLinkPurpose::Confirm,
        false => EmailLinkPurpose::Stop,
    };
    Ok(Some((purpose, change)))
}

/// Keeps a change in the place of an earlier one, whose mail is not sent any more.
pub async fn replace(tx: &Tx, new: NewEmailChange<'_>, now: Timestamp) -> Result<()> {
    cancel(tx, new.user).await?;
    const SQL: &str = "
        INSERT INTO email_changes (user_id, email, confirm_hash, stop_hash, mail_id, asked_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let values = [
        new.user.0.into(),
        new.email.as_str().into(),
        new.confirm.as_str().into(),
        new.stop.as_str().into(),
        new.mail.0.into(),
        now.millis().into(),
        new.expires_at.millis().into(),
    ];
    sql::execute(&**tx, SQL, values).await?;
    Ok(())
}

/// Gives the change another link and more time. The one that stops it stays.
pub async fn renew(
    tx: &Tx,
    change: &EmailChange,
    confirm: &SecretHash,
    mail: MailId,
    expires_at: Timestamp,
) -> Result<()> {
    mail::outbox::drop_unsent(tx, change.mail).await?;
    const SQL: &str = "UPDATE email_changes SET confirm_hash = $1, mail_id = $2, expires_at = $3 WHERE user_id = $4";
    let values = [
        confirm.as_str().into(),
        mail.0.into(),
        expires_at.millis().into(),
        change.user.0.into(),
    ];
    sql::execute(&**tx, SQL, values).await?;
    Ok(())
}

/// Ends the change that a secret is about. Of parallel uses exactly one is told `true`.
pub async fn spend(tx: &Tx, secret: &SecretHash, now: Timestamp) -> Result<bool> {
    const SQL: &str =
        "DELETE FROM email_changes WHERE (confirm_hash = $1 OR stop_hash = $1) AND expires_at > $2";
    let values = [secret.as_str().into(), now.millis().into()];
    Ok(sql::execute(&**tx, SQL, values).await? == 1)
}

/// Gives up what `user` waits for, and its mail is not sent any more. Whether there was anything.
pub async fn cancel(tx: &Tx, user: UserId) -> Result<bool> {
    let Some(change) = of(&**tx, user).await? else {
        return Ok(false);
    };
    mail::outbox::drop_unsent(tx, change.mail).await?;
    const SQL: &str = "DELETE FROM email_changes WHERE user_id = $1";
    Ok(sql::execute(&**tx, SQL, [user.0.into()]).await? == 1)
}

fn read(row: &QueryResult) -> Result<EmailChange> {
    Ok(EmailChange {
        user: UserId(row.try_get_by_index(0)?),
        email: row.try_get_by_index(1)?,
        mail: MailId(row.try_get_by_index(2)?),
        asked_at: Timestamp::from_millis(row.try_get_by_index(3)?),
        expires_at: Timestamp::from_millis(row.try_get_by_index(4)?),
        confirm_hash: row.try_get_by_index(5)?,
    })
}

//! Making, finding and spending links.

use app::{
    InvitationId, MailId, Timestamp, UserId,
    invitations::{InvitationRefusal, InvitationState, InvitationView, LinkPurpose},
    mail::MailState,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set,
    sea_query::Expr,
};

use super::entity::{self, Column, Entity};
use crate::{db::Tx, error::Result, mail, secret::SecretHash, users};

/// The name under which a purpose is stored.
fn code(purpose: LinkPurpose) -> &'static str {
    match purpose {
        LinkPurpose::Invitation => "invitation",
        LinkPurpose::PasswordReset => "password_reset",
    }
}

/// A link as it is stored.
#[derive(Clone, Debug)]
pub struct Link {
    /// Its number.
    pub id: i64,
    /// Whose account it opens.
    pub user: UserId,
    /// What it is for.
    pub purpose: LinkPurpose,
    /// Where its mail went.
    pub email: String,
    /// When it ends.
    pub expires_at: Timestamp,
    used: bool,
    voided: bool,
    opened: bool,
}

impl Link {
    /// Refuses a link that can no longer be used, saying why.
    pub fn check(&self, now: Timestamp) -> Result<(), InvitationRefusal> {
        match () {
            () if self.used => Err(InvitationRefusal::Used),
            () if self.voided => Err(InvitationRefusal::Voided),
            () if self.expires_at <= now => Err(InvitationRefusal::Expired),
            () => Ok(()),
        }
    }
}

impl From<entity::Model> for Link {
    fn from(row: entity::Model) -> Self {
        Self {
            id: row.id,
            user: UserId(row.user_id),
            purpose: match row.purpose.as_str() {
                "invitation" => LinkPurpose::Invitation,
                _ => LinkPurpose::PasswordReset,
            },
            email: row.email,
            expires_at: Timestamp::from_millis(row.expires_at),
            used: row.used_at > 0,
            voided: row.voided_at > 0,
            opened: row.opened_at > 0,
        }
    }
}

/// A link to be stored.
pub struct NewLink<'a> {
    /// Whose account it opens.
    pub user: UserId,
    /// What it is for.
    pub purpose: LinkPurpose,
    /// What is stored of its secret.
    pub token: SecretHash,
    /// Where its mail goes.
    pub email: &'a str,
    /// The mail that carries it.
    pub mail: MailId,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// Stores a link; an older one of the same purpose is void, and its mail is not sent any more.
pub async fn replace(tx: &Tx, new: NewLink<'_>, now: Timestamp) -> Result<InvitationId> {
    void(tx, new.user, new.purpose, now).await?;
    let row = entity::ActiveModel {
        user_id: Set(new.user.0),
        purpose: Set(code(new.purpose).to_owned()),
        token_hash: Set(new.token.as_str().to_owned()),
        email: Set(new.email.to_owned()),
        mail_id: Set(new.mail.0),
        created_at: Set(now.millis()),
        expires_at: Set(new.expires_at.millis()),
        opened_at: Set(0),
        used_at: Set(0),
        voided_at: Set(0),
        ..Default::default()
    };
    let inserted = Entity::insert(row).exec(&**tx).await?;
    Ok(InvitationId(inserted.last_insert_id))
}

/// Makes the live links of a user void.
pub async fn void_all(tx: &Tx, user: UserId, now: Timestamp) -> Result<()> {
    void(tx, user, LinkPurpose::Invitation, now).await?;
    void(tx, user, LinkPurpose::PasswordReset, now).await
}

/// Makes the live link of a purpose void.
pub async fn void(tx: &Tx, user: UserId, purpose: LinkPurpose, now: Timestamp) -> Result<()> {
    users::store::lock(tx, user).await?;
    let live = Entity::find()
        .filter(Column::UserId.eq(user.0))
        .filter(Column::Purpose.eq(code(purpose)))
        .filter(Expr::cust("used_at = 0 AND voided_at = 0"))
        .all(&**tx)
        .await?;
    for link in live {
        Entity::update_many()
            .col_expr(Column::VoidedAt, Expr::value(now.millis()))
            .filter(Column::Id.eq(link.id))
            .exec(&**tx)
            .await?;
        mail::outbox::drop_unsent(tx, MailId(link.mail_id)).await?;
    }
    Ok(())
}

/// The link of a secret, whatever has become of it.
pub async fn find(db: &impl ConnectionTrait, token: &SecretHash) -> Result<Option<Link>> {
    let row = Entity::find()
        .filter(Column::TokenHash.eq(token.as_str()))
        .one(db)
        .await?;
    Ok(row.map(Link::from))
}

/// The link of a number.
pub async fn by_id(db: &impl ConnectionTrait, id: i64) -> Result<Option<Link>> {
    Ok(Entity::find_by_id(id).one(db).await?.map(Link::from))
}

/// Notes that a person has gone on from the link's page.
pub async fn note_opened(tx: &Tx, id: i64, now: Timestamp) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::OpenedAt, Expr::value(now.millis()))
        .filter(Column::Id.eq(id))
        .filter(Column::OpenedAt.eq(0))
        .exec(&**tx)
        .await?;
    Ok(())
}

/// Spends a link. Of parallel uses exactly one is told `true`.
pub async fn spend(tx: &Tx, id: i64, now: Timestamp) -> Result<bool> {
    let updated = Entity::update_many()
        .col_expr(Column::UsedAt, Expr::value(now.millis()))
        .filter(Column::Id.eq(id))
        .filter(Column::UsedAt.eq(0))
        .filter(Column::VoidedAt.eq(0))
        .filter(Column::ExpiresAt.gt(now.millis()))
        .exec(&**tx)
        .await?;
    Ok(updated.rows_affected == 1)
}

/// The newest invitation of a user.
pub async fn newest(
    db: &impl ConnectionTrait,
    user: UserId,
    now: Timestamp,
) -> Result<Option<InvitationView>> {
    Ok(of_user(db, user, now, 1).await?.pop())
}

/// The invitations of a user, newest first.
pub async fn of_user(
    db: &impl ConnectionTrait,
    user: UserId,
    now: Timestamp,
    limit: u64,
) -> Result<Vec<InvitationView>> {
    let rows = Entity::find()
        .filter(Column::UserId.eq(user.0))
        .filter(Column::Purpose.eq(code(LinkPurpose::Invitation)))
        .order_by_desc(Column::Id)
        .limit(limit)
        .all(db)
        .await?;
    let mut views = Vec::with_capacity(rows.len());
    for row in rows {
        let mail = mail::outbox::state(db, MailId(row.mail_id)).await?;
        let (id, email, created_at) = (row.id, row.email.clone(), row.created_at);
        let link = Link::from(row);
        views.push(InvitationView {
            id: InvitationId(id),
            state: state(&link, mail, now),
            email,
            created_at: Timestamp::from_millis(created_at),
            expires_at: link.expires_at,
        });
    }
    Ok(views)
}

fn state(link: &Link, mail: Option<MailState>, now: Timestamp) -> InvitationState {
    match link.check(now) {
        Err(InvitationRefusal::Used) => InvitationState::Accepted,
        Err(InvitationRefusal::Voided | InvitationRefusal::Unknown) => InvitationState::Voided,
        Err(InvitationRefusal::Expired) => InvitationState::Expired,
        Ok(()) if link.opened => InvitationState::Opened,
        Ok(()) => match mail {
            Some(MailState::Queued) => InvitationState::Queued,
            Some(MailState::Failed) => InvitationState::Failed,
            Some(MailState::Sent | MailState::Dropped) | None => InvitationState::Sent,
        },
    }
}

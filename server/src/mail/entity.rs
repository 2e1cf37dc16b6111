//! The table `mails`: the outbox.

use sea_orm::entity::prelude::*;

/// One mail. Times are milliseconds, 0 stands for "not yet".
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mails")]
pub struct Model {
    /// Counted by the database.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// [`app::mail::MailKind`] by its code.
    pub kind: String,
    /// The address.
    pub recipient: String,
    /// The name beside the address.
    pub recipient_name: String,
    /// The BCP 47 tag.
    pub language: String,
    /// The user it concerns.
    pub user_id: Option<i64>,
    /// The company whose administrators see it.
    pub company_id: i64,
    /// With angle brackets; the same for each try.
    pub message_id: String,
    /// Sealed; erased once it is sent or dropped.
    pub contents: Option<String>,
    /// [`app::mail::MailState`] by its code.
    pub state: String,
    /// How often sending was begun.
    pub attempts: i64,
    /// Not to be tried before.
    pub next_attempt_at: i64,
    /// A process is sending it, until then at most.
    pub claimed_until: i64,
    /// The mail server's words.
    pub last_error: Option<String>,
    /// When it was queued.
    pub created_at: i64,
    /// When the mail server took it.
    pub sent_at: i64,
}

/// None: other rooms' tables are not read from here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! The table `tokens`.

use sea_orm::entity::prelude::*;

/// One token. Times are milliseconds.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tokens")]
pub struct Model {
    /// Counted by the database.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Whose it is.
    pub user_id: i64,
    /// [`app::tokens::TokenKind`] by its code.
    pub kind: String,
    /// What its owner calls it.
    pub name: String,
    /// The codes of the permissions it is limited to, with commas between; `*` for everything that its owner may do.
    pub permissions: String,
    /// Addresses and networks with commas between; empty for anywhere.
    pub trusted_addresses: String,
    /// Whether each exchange replaces its secret.
    pub rotates: bool,
    /// When it was issued.
    pub created_at: i64,
    /// When it ends; `users::store::NEVER` when it does not end by time.
    pub expires_at: i64,
    /// When it was last used; 0 for never.
    pub last_used_at: i64,
    /// The address it was last used from; empty for none.
    pub last_used_from: String,
}

/// It has no relations that are read through the ORM.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! The rows of `sessions`.

use sea_orm::entity::prelude::*;

/// One session.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sessions")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub secret_hash: String,
    pub user_id: i64,
    pub channel: String,
    pub address: String,
    pub user_agent: String,
    pub previous_sign_in_at: i64,
    pub created_at: i64,
    pub last_seen_at: i64,
    pub expires_at: i64,
    pub proved_at: i64,
    pub acting_as: i64,
    pub acting_since: i64,
    pub acting_until: i64,
    pub acting_reason: String,
    pub acting_over: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! The rows of `audit_events`.

use sea_orm::entity::prelude::*;

/// One event.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_events")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub at: i64,
    pub action: String,
    pub succeeded: bool,
    pub actor_id: Option<i64>,
    pub actor_login_id: String,
    pub behind_id: Option<i64>,
    pub behind_login_id: String,
    pub subject_id: Option<i64>,
    pub subject_login_id: String,
    pub company_id: Option<i64>,
    pub address: String,
    pub channel: Option<String>,
    pub request_id: String,
    pub details: String,
    pub mark: String,
    pub seal: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

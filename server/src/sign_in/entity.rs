//! The rows of `login_flows`.

use sea_orm::entity::prelude::*;

/// One flow.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "login_flows")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub token_hash: String,
    pub purpose: String,
    pub channel: String,
    pub user_id: i64,
    pub link_id: i64,
    pub second_factor_proved: bool,
    pub offer_declined: bool,
    pub pending_secret: Option<String>,
    pub codes_to_keep: Option<String>,
    pub steps_done: i64,
    pub tries: i64,
    pub expires_at: i64,
    pub email_code_proved: bool,
    pub email_code_hash: Option<String>,
    pub email_code_to: String,
    pub email_code_sent_at: i64,
    pub email_codes_sent: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

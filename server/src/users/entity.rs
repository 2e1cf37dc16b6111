//! The rows of `users`.

use sea_orm::entity::prelude::*;

/// One user.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "users")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub company_id: i64,
    pub parent_id: Option<i64>,
    pub login_id: String,
    pub email: String,
    pub first_name: String,
    pub last_name: String,
    pub user_group: String,
    pub description: String,
    pub sort_name: String,
    pub search_text: String,
    pub disabled: bool,
    pub expires_at: i64,
    pub two_factor: String,
    pub password_set_at: i64,
    pub enrolled_at: i64,
    pub last_sign_in_at: i64,
    pub language: String,
    pub time_zone: String,
    pub created_at: i64,
    pub deleted_at: i64,
    pub deletion: i64,
    pub version: i64,
    pub trusted_addresses: String,
    pub web_login_verification: String,
    pub app_login_verification: String,
    pub app_unlock_verification: String,
    pub exclusive_login: String,
    pub token_minutes: i64,
    pub date_output: String,
    pub date_input: String,
    pub theme: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! The table `jobs`.

use sea_orm::entity::prelude::*;

/// One job. Times are milliseconds, 0 stands for "not yet".
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "jobs")]
pub struct Model {
    /// Counted by the database.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Whose it is.
    pub user_id: i64,
    /// [`app::jobs::JobWork`] as JSON.
    pub work: String,
    /// The name of the role or company that the action is about.
    pub target: Option<String>,
    /// From where it was asked for.
    pub channel: String,
    /// The address it was asked for from.
    pub address: String,
    /// The request that asked for it.
    pub request_id: String,
    /// [`app::jobs::JobState`] by its code.
    pub state: String,
    /// Rows that nobody has looked at yet.
    pub waiting: i64,
    /// Rows that would add a user.
    pub would_create: i64,
    /// Rows that would change.
    pub would_change: i64,
    /// Rows that added a user.
    pub created: i64,
    /// Rows that were changed.
    pub changed: i64,
    /// Rows that are as wanted already.
    pub nothing_to_do: i64,
    /// Rows to which a rule says no.
    pub refused: i64,
    /// Rows that were to be done when it was started.
    pub to_start_with: i64,
    /// When its preview was asked for.
    pub created_at: i64,
    /// When it was started.
    pub started_at: i64,
    /// When it ended.
    pub ended_at: i64,
    /// When the worker last had it.
    pub turn_at: i64,
}

/// None: other rooms' tables are not read from here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

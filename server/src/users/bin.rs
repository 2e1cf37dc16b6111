//! Who goes along with a deletion, the bin, and leaving it.

use app::{Refusal, Timestamp, UserId};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect, Statement,
    sea_query::Expr,
};

use super::{
    account::Account,
    entity::{Column, Entity},
};
use crate::{companies, db::Tx, error::Result, mail};

/// Selects everyone created by `parent`, or by somebody created by them, and so on, without the bin. `parent` is
/// the placeholder of its value, such as `$1`.
pub fn below(parent: &str) -> String {
    format!(
        "WITH RECURSIVE below (id) AS (
            SELECT id FROM users WHERE parent_id = {parent} AND deleted_at = 0
            UNION
            SELECT s.id FROM users s JOIN below b ON s.parent_id = b.id WHERE s.deleted_at = 0
        )
        SELECT id FROM below"
    )
}

/// Everyone who is [`below`] `user`.
pub async fn descendants(db: &impl ConnectionTrait, user: UserId) -> Result<Vec<UserId>> {
    let sql = format!("{} ORDER BY id", below("$1"));
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, [user.0.into()]);
    let mut ids = Vec::new();
    for row in db.query_all_raw(statement).await? {
        ids.push(UserId(row.try_get_by_index(0)?));
    }
    Ok(ids)
}

/// Puts `account` in the bin as part of `deletion`.
pub async fn put_in_bin(tx: &Tx, account: &Account, deletion: i64, now: Timestamp) -> Result<()> {
    set_bin(tx, account, now.millis(), deletion).await?;
    companies::store::count_users(tx, account.company, -1).await
}

/// Takes `account` out of the bin.
pub async fn take_from_bin(tx: &Tx, account: &Account) -> Result<()> {
    set_bin(tx, account, 0, 0).await?;
    companies::store::count_users(tx, account.company, 1).await
}

async fn set_bin(tx: &Tx, account: &Account, deleted_at: i64, deletion: i64) -> Result<()> {
    let present = account.deleted_at.map_or(0, Timestamp::millis);
    let moved = Entity::update_many()
        .col_expr(Column::DeletedAt, Expr::value(deleted_at))
        .col_expr(Column::Deletion, Expr::value(deletion))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(account.id.0))
        // Somebody else may have done the same since it was read: it counts once.
        .filter(Column::DeletedAt.eq(present))
        .exec(&**tx)
        .await?;
    match moved.rows_affected {
        1 => Ok(()),
        _ => Err(Refusal::Stale.into()),
    }
}

/// Everyone who was put in the bin by `deletion`.
pub async fn of_deletion(db: &impl ConnectionTrait, deletion: i64) -> Result<Vec<UserId>> {
    let ids: Vec<i64> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::Deletion.eq(deletion))
        .filter(Column::DeletedAt.gt(0))
        .into_tuple()
        .all(db)
        .await?;
    Ok(ids.into_iter().map(UserId).collect())
}

/// Everyone who has been in the bin since before `moment`.
pub async fn in_bin_since_before(
    db: &impl ConnectionTrait,
    moment: Timestamp,
    limit: u64,
) -> Result<Vec<UserId>> {
    let ids: Vec<i64> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Expr::cust("deleted_at > 0"))
        .filter(Column::DeletedAt.lt(moment.millis()))
        .limit(limit)
        .into_tuple()
        .all(db)
        .await?;
    Ok(ids.into_iter().map(UserId).collect())
}

/// Removes a user for good, and the mails that name them.
pub async fn purge(tx: &Tx, user: UserId) -> Result<()> {
    mail::outbox::forget(tx, user).await?;
    Entity::delete_by_id(user.0).exec(&**tx).await?;
    Ok(())
}

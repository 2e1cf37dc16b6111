//! Who goes along with a deletion, the bin, and leaving it.

use std::collections::{BTreeMap, HashMap};

use app::{Refusal, Timestamp, UserId};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect, sea_query::Expr,
};

use super::{
    account::Account,
    entity::{Column, Entity},
};
use crate::{
    actor::Scope,
    audit, companies,
    db::{Tx, sql},
    error::Result,
    mail,
    policies::store::Pointed,
};

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
    let mut ids = Vec::new();
    for row in sql::all(db, &sql, [user.0.into()]).await? {
        ids.push(UserId(row.try_get_by_index(0)?));
    }
    Ok(ids)
}

/// Who created each of `users` who is in the scope and not in the bin.
pub async fn parents(
    db: &impl ConnectionTrait,
    scope: &Scope,
    users: &[UserId],
) -> Result<HashMap<UserId, Option<UserId>>> {
    let mut parents = HashMap::with_capacity(users.len());
    // A statement takes only so many values.
    for some in users.chunks(1000) {
        let rows: Vec<(i64, Option<i64>)> = Entity::find()
            .select_only()
            .columns([Column::Id, Column::ParentId])
            .filter(Column::Id.is_in(some.iter().map(|id| id.0)))
            .filter(Column::DeletedAt.eq(0))
            .filter(scope.of_company(Column::CompanyId))
            .into_tuple()
            .all(db)
            .await?;
        let pair = |(id, parent): (i64, Option<i64>)| (UserId(id), parent.map(UserId));
        parents.extend(rows.into_iter().map(pair));
    }
    Ok(parents)
}

/// Those whom `users` created, without the bin, each with who did.
pub async fn children(
    db: &impl ConnectionTrait,
    users: &[UserId],
) -> Result<Vec<(UserId, UserId)>> {
    let mut children = Vec::new();
    for some in users.chunks(1000) {
        let rows: Vec<(i64, i64)> = Entity::find()
            .select_only()
            .columns([Column::Id, Column::ParentId])
            .filter(Column::ParentId.is_in(some.iter().map(|id| id.0)))
            .filter(Column::DeletedAt.eq(0))
            .into_tuple()
            .all(db)
            .await?;
        let pair = |(id, parent): (i64, i64)| (UserId(id), UserId(parent));
        children.extend(rows.into_iter().map(pair));
    }
    Ok(children)
}

/// Puts `accounts` in the bin as part of `deletion`.
pub async fn put_in_bin<'a>(
    tx: &Tx,
    accounts: impl Iterator<Item = &'a Account> + Clone,
    deletion: i64,
    now: Timestamp,
) -> Result<()> {
    for account in accounts.clone() {
        set_bin(tx, account, now.millis(), deletion).await?;
    }
    count(tx, accounts, -1).await
}

/// Takes `accounts` out of the bin.
pub async fn take_from_bin(tx: &Tx, accounts: &[Account]) -> Result<()> {
    for account in accounts {
        set_bin(tx, account, 0, 0).await?;
    }
    count(tx, accounts.iter(), 1).await
}

/// Counts `by` in the company of each account: one company after the other in the same order for everybody, so that
/// two who do so do not wait for each other.
async fn count<'a>(tx: &Tx, accounts: impl Iterator<Item = &'a Account>, by: i64) -> Result<()> {
    let mut counts = BTreeMap::new();
    for account in accounts {
        *counts.entry(account.company).or_insert(0) += by;
    }
    for (company, by) in counts {
        companies::store::count_users(tx, company, by).await?;
    }
    Ok(())
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

/// Some of those whose time in the bin is over, by the policy of their company.
pub async fn due(db: &impl ConnectionTrait, now: Timestamp, limit: u64) -> Result<Vec<UserId>> {
    const DAY: i64 = 24 * 60 * 60;
    let companies: Vec<i64> = Entity::find()
        .select_only()
        .column(Column::CompanyId)
        .distinct()
        .filter(Expr::cust("deleted_at > 0"))
        .into_tuple()
        .all(db)
        .await?;
    let companies = companies::store::all_of(db, companies).await?;
    let pointed = Pointed::above(db, companies.iter().map(|company| &company.path)).await?;
    let mut by_days: BTreeMap<u32, Vec<i64>> = BTreeMap::new();
    for company in &companies {
        let days = pointed.at(&company.path).bin_retention_days.value;
        by_days.entry(days).or_default().push(company.id.0);
    }
    let mut due = Vec::new();
    for (days, companies) in by_days {
        let since = now.plus_seconds(-i64::from(days) * DAY);
        let ids: Vec<i64> = Entity::find()
            .select_only()
            .column(Column::Id)
            .filter(Expr::cust("deleted_at > 0"))
            .filter(Column::DeletedAt.lt(since.millis()))
            .filter(Column::CompanyId.is_in(companies))
            .limit(limit)
            .into_tuple()
            .all(db)
            .await?;
        due.extend(ids.into_iter().map(UserId));
    }
    Ok(due)
}

/// Removes a user for good, the mails that name them, and what audit events tell about them but for what was done.
pub async fn purge(tx: &Tx, user: UserId) -> Result<()> {
    mail::outbox::forget(tx, user).await?;
    audit::forget_details(tx, user).await?;
    Entity::delete_by_id(user.0).exec(&**tx).await?;
    Ok(())
}

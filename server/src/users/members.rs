//! All users of one company at once.

use app::{Timestamp, UserId};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, ExprTrait, QueryFilter, QueryOrder,
    sea_query::Expr,
};

use super::{
    account::Account,
    entity::{Column, Entity},
    store::NEVER,
};
use crate::{
    companies::store::Company,
    db::{Tx, sql},
    error::Result,
};

/// The users of `company` but for the bin, by login ID.
pub async fn of_company(db: &impl ConnectionTrait, company: &Company) -> Result<Vec<Account>> {
    let rows = Entity::find()
        .filter(Column::CompanyId.eq(company.id.0))
        .filter(Expr::cust("deleted_at = 0"))
        .order_by_asc(Column::LoginId)
        .all(db)
        .await?;
    let accounts = rows
        .into_iter()
        .map(|row| Account::of(row, company.path.clone()));
    Ok(accounts.collect())
}

/// Locks them until the transaction ends, in the same order as everybody else does.
pub async fn lock(tx: &Tx, company: &Company) -> Result<()> {
    if tx.get_database_backend() == DbBackend::Postgres {
        let sql = "SELECT id FROM users WHERE company_id = $1 AND deleted_at = 0 ORDER BY id FOR NO KEY UPDATE";
        sql::all(&**tx, sql, [company.id.0.into()]).await?;
    }
    Ok(())
}

/// Sets when `users` end.
pub async fn set_expiry(tx: &Tx, users: &[UserId], expires_at: Option<Timestamp>) -> Result<()> {
    // A statement takes only so many values.
    for some in users.chunks(1000) {
        Entity::update_many()
            .col_expr(
                Column::ExpiresAt,
                Expr::value(expires_at.map_or(NEVER, Timestamp::millis)),
            )
            .col_expr(Column::Version, Expr::col(Column::Version).add(1))
            .filter(Column::Id.is_in(some.iter().map(|id| id.0)))
            .exec(&**tx)
            .await?;
    }
    Ok(())
}

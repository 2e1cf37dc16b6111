//! Whom the expiration date comes near, and who was told already.

use app::{CompanyId, Timestamp, UserId};
use sea_orm::ConnectionTrait;

use crate::{
    db::{Tx, sql},
    error::Result,
};

/// A day in seconds.
pub const DAY: i64 = 24 * 60 * 60;

/// The condition that an account `u` ends within the days between `$1` and `$2`, and that nobody was told so late
/// (`$3` days before) or later.
const DUE: &str = "u.deleted_at = 0 AND NOT u.disabled AND u.expires_at > $1 AND u.expires_at <= $2
    AND NOT EXISTS (
        SELECT 1 FROM expiry_warnings w
        WHERE w.user_id = u.id AND w.expires_at = u.expires_at AND w.days <= $3
    )";

/// The companies of those who end within `days`.
pub async fn companies(
    db: &impl ConnectionTrait,
    days: i64,
    now: Timestamp,
) -> Result<Vec<CompanyId>> {
    let sql = "SELECT DISTINCT company_id FROM users
        WHERE deleted_at = 0 AND NOT disabled AND expires_at > $1 AND expires_at <= $2";
    let [now, until, _] = within(days, now);
    let rows = sql::all(db, sql, [now, until]).await?;
    rows.iter()
        .map(|row| Ok(CompanyId(row.try_get_by_index(0)?)))
        .collect()
}

/// Some of those of `companies` who end within `days` and were not told so yet.
pub async fn due(
    db: &impl ConnectionTrait,
    companies: &[CompanyId],
    days: i64,
    now: Timestamp,
    limit: u64,
) -> Result<Vec<UserId>> {
    let companies: Vec<String> = companies.iter().map(ToString::to_string).collect();
    let sql = format!(
        "SELECT u.id FROM users u WHERE {DUE} AND u.company_id IN ({}) ORDER BY u.expires_at, u.id LIMIT {limit}",
        companies.join(", ")
    );
    ids(sql::all(db, &sql, within(days, now)).await?)
}

/// Notes that a user is told now. Of parallel notes exactly one is told `true`.
pub async fn note(tx: &Tx, user: UserId, days: i64, now: Timestamp) -> Result<bool> {
    let sql = format!(
        "INSERT INTO expiry_warnings (user_id, expires_at, days, warned_at)
         SELECT u.id, u.expires_at, $3, $1 FROM users u WHERE u.id = $4 AND {DUE}
         ON CONFLICT DO NOTHING"
    );
    let values = within(days, now).into_iter().chain([user.0.into()]);
    Ok(sql::execute(&**tx, &sql, values).await? == 1)
}

fn within(days: i64, now: Timestamp) -> [sea_orm::Value; 3] {
    [
        now.millis().into(),
        now.plus_seconds(days * DAY).millis().into(),
        days.into(),
    ]
}

/// Whether administrators are still to be told of somebody.
pub async fn is_anybody_to_report(db: &impl ConnectionTrait) -> Result<bool> {
    let sql = "SELECT user_id FROM expiry_warnings WHERE NOT reported LIMIT 1";
    Ok(sql::one(db, sql, []).await?.is_some())
}

/// Claims the day on which administrators are told. Of parallel claims exactly one is told `true`.
pub async fn claim_day(tx: &Tx, now: Timestamp) -> Result<bool> {
    let today = now.seconds().div_euclid(DAY);
    let claim = "INSERT INTO expiry_reports (day) VALUES ($1) ON CONFLICT DO NOTHING";
    if sql::execute(&**tx, claim, [today.into()]).await? == 0 {
        return Ok(false);
    }
    let old = "DELETE FROM expiry_reports WHERE day < $1";
    sql::execute(&**tx, old, [today.into()]).await?;
    Ok(true)
}

/// Those of whom administrators are still to be told, as from now told; but not those whose date has changed since.
pub async fn take_to_report(tx: &Tx) -> Result<Vec<UserId>> {
    let sql = "UPDATE expiry_warnings SET reported = TRUE WHERE NOT reported
        RETURNING (SELECT u.id FROM users u WHERE u.id = expiry_warnings.user_id
            AND u.expires_at = expiry_warnings.expires_at AND u.deleted_at = 0 AND NOT u.disabled)";
    let mut users = Vec::new();
    for row in sql::all(&**tx, sql, []).await? {
        users.extend(row.try_get_by_index::<Option<i64>>(0)?.map(UserId));
    }
    users.sort_unstable();
    users.dedup();
    Ok(users)
}

/// Forgets warnings of dates that have passed or hold no longer.
pub async fn sweep(db: &impl ConnectionTrait, now: Timestamp) -> Result<()> {
    let sql = "DELETE FROM expiry_warnings WHERE expires_at <= $1 OR NOT EXISTS (
        SELECT 1 FROM users u WHERE u.id = expiry_warnings.user_id AND u.expires_at = expiry_warnings.expires_at
    )";
    sql::execute(db, sql, [now.millis().into()]).await?;
    Ok(())
}

fn ids(rows: Vec<sea_orm::QueryResult>) -> Result<Vec<UserId>> {
    let ids = rows.iter().map(|row| Ok(UserId(row.try_get_by_index(0)?)));
    ids.collect()
}

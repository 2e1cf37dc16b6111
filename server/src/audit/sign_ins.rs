//! How often and from where people signed in, as the trail remembers it.

use app::{Timestamp, UserId, audit::AuditAction, users::UserRef};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::Expr,
};

use super::entity::{Column, Entity};
use crate::{actor::Scope, db::sql, error::Result};

/// How far those look back who ask from where people came of late, in seconds.
pub const OF_LATE: i64 = 30 * 24 * 60 * 60;

/// Sign-ins of one user from one address.
pub struct SignIns {
    /// Who signed in, by their login ID.
    pub user: UserRef,
    /// From where.
    pub address: String,
    /// How many times.
    pub times: u64,
    /// When last.
    pub last_at: Timestamp,
}

/// From where `user` signed in since then, newest first.
pub async fn of_user(
    db: &impl ConnectionTrait,
    user: UserId,
    since: Timestamp,
) -> Result<Vec<SignIns>> {
    const SQL: &str = "
        SELECT subject_id, MAX(subject_login_id), address, COUNT(*), MAX(at) FROM audit_events
        WHERE subject_id = $1 AND action = $2 AND succeeded AND at >= $3
        GROUP BY subject_id, address ORDER BY 5 DESC, 3";
    let values = [
        user.0.into(),
        AuditAction::SignedIn.code().into(),
        since.millis().into(),
    ];
    let rows = sql::all(db, SQL, values).await?;
    rows.into_iter()
        .map(|row| {
            let login_id: String = row.try_get_by_index(1)?;
            let times: i64 = row.try_get_by_index(3)?;
            Ok(SignIns {
                user: UserRef {
                    id: UserId(row.try_get_by_index(0)?),
                    name: login_id.clone(),
                    login_id,
                },
                address: row.try_get_by_index(2)?,
                times: times.try_into().unwrap_or_default(),
                last_at: Timestamp::from_millis(row.try_get_by_index(4)?),
            })
        })
        .collect()
}

/// How often people signed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Times that somebody was let in.
    pub done: u64,
    /// Times that somebody was not.
    pub failed: u64,
}

/// How often people signed in from a moment on, and before `until`, as far as it concerns companies of `scope`.
pub async fn count(
    db: &impl ConnectionTrait,
    scope: &Scope,
    from: Timestamp,
    until: Option<Timestamp>,
) -> Result<Counts> {
    // Written out rather than bound, so that the planners see the partial index fit.
    let (done, failed) = (
        AuditAction::SignedIn.code(),
        AuditAction::SignInFailed.code(),
    );
    let either = Expr::cust(format!("action IN ('{done}', '{failed}')"));
    let mut found = Entity::find()
        .select_only()
        .column(Column::Action)
        .expr(Expr::cust("COUNT(*)"))
        .filter(either)
        .filter(Column::At.gte(from.millis()))
        .filter(scope.of_company(Column::CompanyId))
        .group_by(Column::Action);
    if let Some(until) = until {
        found = found.filter(Column::At.lt(until.millis()));
    }
    let mut counts = Counts::default();
    for (action, times) in found.into_tuple::<(String, i64)>().all(db).await? {
        let times = u64::try_from(times).unwrap_or_default();
        match action == done {
            true => counts.done = times,
            false => counts.failed = times,
        }
    }
    Ok(counts)
}

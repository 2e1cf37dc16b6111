//! Counting everybody of a scope by what the list filters: its very conditions, in one pass.

use app::{
    Timestamp,
    home::{EXPIRING_DAYS, StatusCounts, TwoFactorCounts, UserCounts},
    users::{AccountStatus, TwoFactorState, UserQuery},
};
use sea_orm::ConnectionTrait;

use super::{
    filter::{self, ends_within, of_status, of_two_factor},
    whose::Whose,
};
use crate::{actor::Scope, db::sql, error::Result};

/// The users of `scope`, without the bin.
pub async fn tally(db: &impl ConnectionTrait, scope: &Scope, now: Timestamp) -> Result<UserCounts> {
    let everybody = UserQuery::default();
    let whose = Whose::of(db, scope, &everybody).await?;
    let filter = filter::of(db, scope, &whose, &everybody, now).await?;
    let counted = [
        of_status(AccountStatus::Active, now),
        of_status(AccountStatus::Invited, now),
        of_status(AccountStatus::Disabled, now),
        of_status(AccountStatus::Expired, now),
        of_two_factor(TwoFactorState::On),
        of_two_factor(TwoFactorState::ToSetUp),
        of_two_factor(TwoFactorState::Off),
        ends_within(EXPIRING_DAYS, now),
    ];
    let counts = counted.map(|condition| format!("COUNT(*) FILTER (WHERE {condition})"));
    let sql = format!(
        "SELECT {} FROM users u WHERE {}",
        counts.join(", "),
        filter.text()
    );
    let mut numbers = [0_u64; 8];
    if let Some(row) = sql::one(db, &sql, filter.values).await? {
        for (index, number) in numbers.iter_mut().enumerate() {
            let counted: i64 = row.try_get_by_index(index)?;
            *number = u64::try_from(counted).unwrap_or_default();
        }
    }
    let [
        active,
        invited,
        disabled,
        expired,
        on,
        to_set_up,
        off,
        expiring,
    ] = numbers;
    Ok(UserCounts {
        status: StatusCounts {
            active,
            invited,
            disabled,
            expired,
        },
        two_factor: TwoFactorCounts { on, to_set_up, off },
        expiring,
    })
}

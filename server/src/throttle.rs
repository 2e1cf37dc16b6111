//! Throttling: failures are counted per account and per address, and each makes the next try wait longer.
//!
//! A try is charged before it is looked at and given back when it was right, so that tries made at the same time
//! count like tries made one after the other. The counts are rows, so that they hold across restarts and
//! processes. Waiting has a limit: nobody can lock somebody else out for good.

use app::{Refusal, Timestamp, UserId};
use sea_orm::{ConnectionTrait, Statement};

use crate::{deps::Deps, error::Result, turns::Turn};

/// How many failures are free, how the wait grows, and where it ends.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    free: i64,
    longest_wait: i64,
}

/// For one account: five failures are free, then 2, 4, 8 … seconds, at most five minutes.
pub const ACCOUNT: Limits = Limits {
    free: 5,
    longest_wait: 300,
};
/// For one address, behind which many people may sit: thirty failures are free, then 2, 4 … seconds, at most one minute.
pub const ADDRESS: Limits = Limits {
    free: 30,
    longest_wait: 60,
};
/// For mails that a stranger can cause: three are free, then up to an hour.
pub const MAIL: Limits = Limits {
    free: 3,
    longest_wait: 3600,
};
/// Failures are forgotten so many seconds after the last.
const MEMORY: i64 = 24 * 60 * 60;

impl Limits {
    /// How often the wait doubles until it is the longest.
    fn doublings(self) -> i64 {
        (1..)
            .find(|&times| 1_i64 << times >= self.longest_wait)
            .unwrap_or_default()
    }
}

/// What is counted for an account, whether there is one or not.
pub fn account(login_id: &str) -> String {
    format!("account:{login_id}")
}

/// What is counted for an account at an address from which its user has signed in before.
pub fn account_at(login_id: &str, address: std::net::IpAddr) -> String {
    // No login ID has a space in it.
    format!("{} at {}", account(login_id), self::address(address))
}

/// What is counted for the second factor of a user.
pub fn second_factor(user: UserId) -> String {
    format!("second_factor:{user}")
}

/// What is counted for an address: IPv6 by the network of 64 bits that one customer gets.
pub fn address(address: std::net::IpAddr) -> String {
    match address.to_canonical() {
        std::net::IpAddr::V4(v4) => format!("address:{v4}"),
        std::net::IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            format!("address:{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

/// Charges a try to `subject`, or refuses it because its time has not come.
///
/// Keep the turn until the try has been looked at and perhaps given back: of tries that come together only so many
/// as are free have a turn at a time, so that right ones do not count against each other as if they were wrong.
pub async fn charge(deps: &Deps, subject: &str, limits: Limits) -> Result<Turn> {
    let turn = deps.turns.take(subject, limits.free).await;
    let now = deps.now().millis();
    let db = deps.db.write();
    // One statement counts and sets the wait, so that tries at the same moment cannot slip in between.
    let sql = "INSERT INTO throttles (subject, failures, blocked_until, last_failure_at) VALUES ($1, 1, 0, $2)
         ON CONFLICT (subject) DO UPDATE SET
            failures = CASE WHEN throttles.last_failure_at < $3 THEN 1 ELSE throttles.failures + 1 END,
            blocked_until = CASE
                WHEN throttles.last_failure_at < $3 OR throttles.failures < $4 THEN 0
                WHEN throttles.failures - $4 + 1 >= $5 THEN $2 + $6 * 1000
                ELSE $2 + (CAST(2000 AS BIGINT) << CAST(throttles.failures - $4 AS INTEGER)) END,
            last_failure_at = $2
         WHERE throttles.blocked_until <= $2
         RETURNING failures";
    let statement = Statement::from_sql_and_values(
        db.get_database_backend(),
        sql,
        [
            subject.into(),
            now.into(),
            (now - MEMORY * 1000).into(),
            limits.free.into(),
            limits.doublings().into(),
            limits.longest_wait.into(),
        ],
    );
    if db.query_one_raw(statement).await?.is_some() {
        return Ok(turn);
    }
    let until = blocked_until(db, subject).await?;
    let seconds = (until - now).max(0).div_euclid(1000) + 1;
    Err(Refusal::Throttled {
        retry_after: u32::try_from(seconds).unwrap_or(u32::MAX),
    }
    .into())
}

async fn blocked_until(db: &impl ConnectionTrait, subject: &str) -> Result<i64> {
    let statement = Statement::from_sql_and_values(
        db.get_database_backend(),
        "SELECT blocked_until FROM throttles WHERE subject = $1",
        [subject.into()],
    );
    let row = db.query_one_raw(statement).await?;
    Ok(row
        .map(|row| row.try_get_by_index(0))
        .transpose()?
        .unwrap_or_default())
}

/// Gives back one try that was right.
pub async fn give_back(db: &impl ConnectionTrait, subject: &str) -> Result<()> {
    let statement = Statement::from_sql_and_values(
        db.get_database_backend(),
        "UPDATE throttles SET failures = failures - 1, blocked_until = 0 WHERE subject = $1 AND failures > 0",
        [subject.into()],
    );
    db.execute_raw(statement).await?;
    Ok(())
}

/// Forgets all failures of `subject`.
pub async fn forget(db: &impl ConnectionTrait, subject: &str) -> Result<()> {
    let statement = Statement::from_sql_and_values(
        db.get_database_backend(),
        "DELETE FROM throttles WHERE subject = $1",
        [subject.into()],
    );
    db.execute_raw(statement).await?;
    Ok(())
}

/// Forgets all failures of an account, wherever they came from.
pub async fn forget_account(db: &impl ConnectionTrait, login_id: &str, user: UserId) -> Result<()> {
    forget(db, &account(login_id)).await?;
    forget(db, &second_factor(user)).await?;
    let anywhere = format!("{} at ", account(login_id));
    let statement = Statement::from_sql_and_values(
        db.get_database_backend(),
        "DELETE FROM throttles WHERE substr(subject, 1, length($1)) = $1",
        [anywhere.into()],
    );
    db.execute_raw(statement).await?;
    Ok(())
}

/// Until when failed sign-ins slow an account down, if they do.
pub async fn locked_until(
    db: &impl ConnectionTrait,
    login_id: &str,
    now: Timestamp,
) -> Result<Option<Timestamp>> {
    let until = blocked_until(db, &account(login_id)).await?;
    Ok((until > now.millis()).then(|| Timestamp::from_millis(until)))
}

/// Removes what would be forgotten anyway.
pub async fn sweep(db: &impl ConnectionTrait, now: Timestamp) -> Result<()> {
    let statement = Statement::from_sql_and_values(
        db.get_database_backend(),
        "DELETE FROM throttles WHERE last_failure_at < $1",
        [now.plus_seconds(-MEMORY).millis().into()],
    );
    db.execute_raw(statement).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{ACCOUNT, ADDRESS, address};

    #[test]
    fn the_wait_doubles_until_it_is_the_longest() {
        assert_eq!(ACCOUNT.doublings(), 9);
        assert_eq!(ADDRESS.doublings(), 6);
    }

    #[test]
    fn a_customer_counts_as_one_however_the_address_is_written() {
        assert_eq!(
            address("::ffff:192.0.2.1".parse().unwrap()),
            "address:192.0.2.1"
        );
        assert_eq!(
            address("2001:db8:1:2::1".parse().unwrap()),
            address("2001:db8:1:2:ffff::9".parse().unwrap())
        );
    }
}

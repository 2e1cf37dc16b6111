//! Throttling: failures are counted per account and per address, and each makes the next try wait longer.
//!
//! While few failures stand, a try is counted once it was wrong, so that who is right leaves no trace. When those who
//! try at the same time could use up what is free, a try is charged before it is looked at and given back when it was
//! right: tries made together then count like tries made one after the other. The counts are rows, so that they hold
//! across restarts and processes. Waiting has a limit: nobody can lock somebody else out for good.

use std::net::IpAddr;

use app::{Refusal, Timestamp, UserId, users::LoginId};
use sea_orm::{ConnectionTrait, DbErr};

use crate::{
    db::{Tx, sql},
    deps::Deps,
    error::Result,
    turns::Turn,
};

/// How many failures are free, how the wait grows, and where it ends.
#[derive(Clone, Copy, Debug)]
struct Limits {
    /// Failures that cost no wait.
    free: i64,
    /// Tries of one subject that are looked at at the same time, by one process.
    at_once: i64,
    /// In seconds.
    longest_wait: i64,
}

/// For one account: five failures are free, then 2, 4, 8 … seconds, at most five minutes.
const ACCOUNT: Limits = Limits {
    free: 5,
    at_once: 2,
    longest_wait: 300,
};
/// For one address, behind which many people may sit: thirty failures are free, then 2, 4 … seconds, at most one minute.
const ADDRESS: Limits = Limits {
    free: 30,
    at_once: 20,
    longest_wait: 60,
};
/// For mails that a stranger can cause: three are free, then up to an hour.
const MAIL: Limits = Limits {
    free: 3,
    at_once: 1,
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

/// What failures are counted for.
#[derive(Clone, Debug)]
pub struct Subject {
    name: String,
    limits: Limits,
}

impl Subject {
    /// An account, whether there is one or not.
    pub fn account(login_id: &LoginId) -> Self {
        Self::new(account(login_id.as_str()), ACCOUNT)
    }

    /// An account at an address from which its user has signed in before.
    pub fn account_at(login_id: &LoginId, from: IpAddr) -> Self {
        Self::new(account_at(login_id.as_str(), from), ACCOUNT)
    }

    /// The API tokens of an account, at an address. An administrator who unlocks the account forgets them too.
    pub fn api_token_at(login_id: &LoginId, from: IpAddr) -> Self {
        let name = format!("{} by token", account_at(login_id.as_str(), from));
        Self::new(name, ACCOUNT)
    }

    /// The second factor of a user.
    pub fn second_factor(user: UserId) -> Self {
        Self::new(second_factor(user), ACCOUNT)
    }

    /// The codes sent by e-mail, as a user enters them.
    pub fn email_code(user: UserId) -> Self {
        Self::new(email_code(user), ACCOUNT)
    }

    /// The codes that are sent to a user by e-mail.
    pub fn mailed_codes(user: UserId) -> Self {
        Self::new(mailed_codes(user), ACCOUNT)
    }

    /// Everybody behind an address.
    pub fn address(address: IpAddr) -> Self {
        Self::new(network(address), ADDRESS)
    }

    /// Mails about a forgotten password.
    pub fn forgotten_password(login_id: &LoginId) -> Self {
        Self::new(format!("forgotten:{login_id}"), MAIL)
    }

    /// Mails that ask an administrator for a new link.
    pub fn asked_link(user: UserId) -> Self {
        Self::new(format!("ask:{user}"), MAIL)
    }

    /// Mails that confirm another e-mail address of a user.
    pub fn confirmed_address(user: UserId) -> Self {
        Self::new(format!("confirm:{user}"), MAIL)
    }

    fn new(name: String, limits: Limits) -> Self {
        Self { name, limits }
    }
}

fn account(login_id: &str) -> String {
    format!("account:{login_id}")
}

fn account_at(login_id: &str, from: IpAddr) -> String {
    // No login ID has a space in it.
    format!("{} at {}", account(login_id), network(from))
}

fn second_factor(user: UserId) -> String {
    format!("second_factor:{user}")
}

fn email_code(user: UserId) -> String {
    format!("email_code:{user}")
}

fn mailed_codes(user: UserId) -> String {
    format!("mailed_codes:{user}")
}

/// The name of an address: IPv6 by the network of 64 bits that one customer gets.
pub fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(v4) => format!("address:{v4}"),
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            format!("address:{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

/// A try whose time has come. Keep it until it has been looked at and what came of it is committed.
pub struct Try {
    charged: Vec<Subject>,
    uncharged: Vec<Subject>,
    _turns: Vec<Turn>,
}

impl Try {
    /// Lets a try at `subjects` be looked at, or refuses it because its time has not come.
    ///
    /// Of tries that come together only so many have a turn at a time; the others wait in line for it.
    pub async fn begin<const N: usize>(deps: &Deps, subjects: [Subject; N]) -> Result<Self> {
        let (mut charged, mut uncharged, mut turns) = (Vec::new(), Vec::new(), Vec::new());
        // One after the other, and everybody in the same order: so nobody waits in a circle.
        for subject in subjects {
            let Limits { free, at_once, .. } = subject.limits;
            let mut turn = deps.turns.take(&subject.name, at_once).await;
            // So few failures that those who have a turn cannot use up what is free.
            if failures(deps, &subject).await? <= free - at_once {
                uncharged.push(subject);
            } else {
                // Who was let in uncharged is counted first: together they could be more than are free.
                turn = turn.alone().await;
                charge(deps, &subject).await?;
                turn = turn.beside_others();
                charged.push(subject);
            }
            turns.push(turn);
        }
        Ok(Self {
            charged,
            uncharged,
            _turns: turns,
        })
    }

    /// The try was right: it does not count.
    pub async fn was_right(&self, tx: &Tx) -> Result<()> {
        for subject in &self.charged {
            give_back(tx, subject).await?;
        }
        Ok(())
    }

    /// The try was wrong.
    pub async fn was_wrong(&self, tx: &Tx, deps: &Deps) -> Result<()> {
        for subject in &self.uncharged {
            count(&**tx, subject, deps.now()).await?;
        }
        Ok(())
    }
}

/// Counts a try at `subject`, or refuses it because its time has not come.
pub async fn charge(deps: &Deps, subject: &Subject) -> Result<()> {
    charge_on(deps.db.write(), deps.now(), subject).await
}

/// The same as part of a transaction.
pub async fn charge_in(tx: &Tx, now: Timestamp, subject: &Subject) -> Result<()> {
    charge_on(&**tx, now, subject).await
}

async fn charge_on(db: &impl ConnectionTrait, now: Timestamp, subject: &Subject) -> Result<()> {
    if count(db, subject, now).await? {
        return Ok(());
    }
    let until = blocked_until(db, &subject.name).await?;
    let seconds = (until - now.millis()).max(0).div_euclid(1000) + 1;
    Err(Refusal::Throttled {
        retry_after: u32::try_from(seconds).unwrap_or(u32::MAX),
    }
    .into())
}

/// Counts a failure unless its time has not come. Whether it was counted.
async fn count(db: &impl ConnectionTrait, subject: &Subject, now: Timestamp) -> Result<bool> {
    // One statement counts and sets the wait, so that tries at the same moment cannot slip in between.
    const SQL: &str = "
        INSERT INTO throttles (subject, failures, blocked_until, last_failure_at) VALUES ($1, 1, 0, $2)
        ON CONFLICT (subject) DO UPDATE SET
            failures = CASE WHEN throttles.last_failure_at < $3 THEN 1 ELSE throttles.failures + 1 END,
            blocked_until = CASE
                WHEN throttles.last_failure_at < $3 OR throttles.failures < $4 THEN 0
                WHEN throttles.failures - $4 + 1 >= $5 THEN $2 + $6 * 1000
                ELSE $2 + (CAST(2000 AS BIGINT) << CAST(throttles.failures - $4 AS INTEGER)) END,
            last_failure_at = $2
        WHERE throttles.blocked_until <= $2";
    let limits = subject.limits;
    let values = [
        subject.name.as_str().into(),
        now.millis().into(),
        now.plus_seconds(-MEMORY).millis().into(),
        limits.free.into(),
        limits.doublings().into(),
        limits.longest_wait.into(),
    ];
    Ok(sql::execute(db, SQL, values).await? == 1)
}

async fn failures(deps: &Deps, subject: &Subject) -> Result<i64, DbErr> {
    sql::number(
        deps.db.read(),
        "SELECT failures FROM throttles WHERE subject = $1 AND last_failure_at >= $2",
        [
            subject.name.as_str().into(),
            deps.now().plus_seconds(-MEMORY).millis().into(),
        ],
    )
    .await
}

async fn blocked_until(db: &impl ConnectionTrait, subject: &str) -> Result<i64, DbErr> {
    sql::number(
        db,
        "SELECT blocked_until FROM throttles WHERE subject = $1",
        [subject.into()],
    )
    .await
}

async fn give_back(tx: &Tx, subject: &Subject) -> Result<()> {
    sql::execute(
        &**tx,
        "UPDATE throttles SET failures = failures - 1, blocked_until = 0 WHERE subject = $1 AND failures > 0",
        [subject.name.as_str().into()],
    )
    .await?;
    Ok(())
}

/// Forgets the failures of an account that keep its user waiting at `from`: they have signed in there.
pub async fn forget_at(tx: &Tx, login_id: &str, from: IpAddr) -> Result<()> {
    sql::execute(
        &**tx,
        "DELETE FROM throttles WHERE subject IN ($1, $2)",
        [account(login_id).into(), account_at(login_id, from).into()],
    )
    .await?;
    Ok(())
}

/// Forgets the wrong codes of a user.
pub async fn forget_second_factor(tx: &Tx, user: UserId) -> Result<()> {
    sql::execute(
        &**tx,
        "DELETE FROM throttles WHERE subject = $1",
        [second_factor(user).into()],
    )
    .await?;
    Ok(())
}

/// Forgets the wrong codes that a user took from mails, and how many were sent: they have entered the right one.
pub async fn forget_email_code(tx: &Tx, user: UserId) -> Result<()> {
    sql::execute(
        &**tx,
        "DELETE FROM throttles WHERE subject IN ($1, $2)",
        [email_code(user).into(), mailed_codes(user).into()],
    )
    .await?;
    Ok(())
}

/// Forgets all failures of an account, wherever they came from.
pub async fn forget_account(tx: &Tx, login_id: &str, user: UserId) -> Result<()> {
    forget_second_factor(tx, user).await?;
    forget_email_code(tx, user).await?;
    sql::execute(
        &**tx,
        "DELETE FROM throttles WHERE subject = $1 OR substr(subject, 1, length($2)) = $2",
        [
            account(login_id).into(),
            format!("{} at ", account(login_id)).into(),
        ],
    )
    .await?;
    Ok(())
}

/// Until when failed sign-ins slow an account down, if they do.
pub async fn locked_until(
    db: &impl ConnectionTrait,
    login_id: &str,
    now: Timestamp,
) -> Result<Option<Timestamp>> {
    waits(db, &account(login_id), now).await
}

/// Until when tries at `subject` are refused, if they are.
pub async fn waits_until(
    db: &impl ConnectionTrait,
    subject: &Subject,
    now: Timestamp,
) -> Result<Option<Timestamp>> {
    waits(db, &subject.name, now).await
}

async fn waits(
    db: &impl ConnectionTrait,
    subject: &str,
    now: Timestamp,
) -> Result<Option<Timestamp>> {
    let until = blocked_until(db, subject).await?;
    Ok((until > now.millis()).then(|| Timestamp::from_millis(until)))
}

/// Removes what would be forgotten anyway.
pub async fn sweep(db: &impl ConnectionTrait, now: Timestamp) -> Result<()> {
    sql::execute(
        db,
        "DELETE FROM throttles WHERE last_failure_at < $1",
        [now.plus_seconds(-MEMORY).millis().into()],
    )
    .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{ACCOUNT, ADDRESS, network};

    #[test]
    fn the_wait_doubles_until_it_is_the_longest() {
        assert_eq!(ACCOUNT.doublings(), 9);
        assert_eq!(ADDRESS.doublings(), 6);
    }

    #[test]
    fn a_customer_counts_as_one_however_the_address_is_written() {
        assert_eq!(
            network("::ffff:192.0.2.1".parse().unwrap()),
            "address:192.0.2.1"
        );
        assert_eq!(
            network("2001:db8:1:2::1".parse().unwrap()),
            network("2001:db8:1:2:ffff::9".parse().unwrap())
        );
    }
}

//! The rows of `idempotency_keys`. A status of 0 says that the answer is still to come.

use app::{Timestamp, UserId};
use sea_orm::Value;

use super::{Claim, Kept};
use crate::{
    db::{Db, sql},
    error::{Error, Result},
};

/// What is known about a key.
pub(super) struct Found {
    /// The request it was claimed for.
    pub fingerprint: String,
    /// When.
    pub claimed_at: Timestamp,
    /// What was answered, if that is known already.
    pub answer: Option<Kept>,
}

/// Claims the key, unless it is claimed already.
pub(super) async fn claim(db: &Db, claim: &Claim) -> Result<bool> {
    const SQL: &str = "
        INSERT INTO idempotency_keys (user_id, key, fingerprint, status, answer, created_at)
        VALUES ($1, $2, $3, 0, '', $4) ON CONFLICT (user_id, key) DO NOTHING";
    let fingerprint = claim.fingerprint.as_str().into();
    let rows = write(db, SQL, claim, [fingerprint, claim.at.millis().into()]).await?;
    Ok(rows == 1)
}

/// What is known about the key.
pub(super) async fn find(db: &Db, claim: &Claim) -> Result<Option<Found>> {
    const SQL: &str = "
        SELECT fingerprint, status, answer, created_at FROM idempotency_keys WHERE user_id = $1 AND key = $2";
    let values = [claim.user.0.into(), claim.key.as_str().into()];
    let Some(row) = sql::one(db.read(), SQL, values).await? else {
        return Ok(None);
    };
    let status: i64 = row.try_get_by_index(1)?;
    let answer: String = row.try_get_by_index(2)?;
    Ok(Some(Found {
        fingerprint: row.try_get_by_index(0)?,
        claimed_at: Timestamp::from_millis(row.try_get_by_index(3)?),
        answer: if status == 0 {
            None
        } else {
            Some(understood(status, &answer)?)
        },
    }))
}

fn understood(status: i64, answer: &str) -> Result<Kept> {
    let kept: Kept = serde_json::from_str(answer)
        .map_err(|error| Error::Broken(format!("a kept answer cannot be read: {error}")))?;
    Ok(Kept {
        status: u16::try_from(status).unwrap_or(200),
        ..kept
    })
}

/// Takes over a claim whose process died; of several that try, one does.
pub(super) async fn take_over(db: &Db, claim: &Claim, claimed_at: Timestamp) -> Result<bool> {
    const SQL: &str = "
        UPDATE idempotency_keys SET created_at = $3
        WHERE user_id = $1 AND key = $2 AND status = 0 AND created_at = $4";
    let times = [claim.at.millis().into(), claimed_at.millis().into()];
    Ok(write(db, SQL, claim, times).await? == 1)
}

/// Keeps the answer.
pub(super) async fn keep(db: &Db, claim: &Claim, kept: &Kept) -> Result<()> {
    const SQL: &str = "
        UPDATE idempotency_keys SET status = $3, answer = $4 WHERE user_id = $1 AND key = $2 AND status = 0";
    let answer = serde_json::to_string(kept)
        .map_err(|error| Error::Broken(format!("an answer cannot be kept: {error}")))?;
    write(
        db,
        SQL,
        claim,
        [i64::from(kept.status).into(), answer.into()],
    )
    .await?;
    Ok(())
}

/// Gives the key back, so that the request may be tried again.
pub(super) async fn give_back(db: &Db, claim: &Claim) -> Result<()> {
    const SQL: &str = "
        DELETE FROM idempotency_keys WHERE user_id = $1 AND key = $2 AND status = 0 AND fingerprint = $3 AND created_at = $4";
    let fingerprint = claim.fingerprint.as_str().into();
    write(db, SQL, claim, [fingerprint, claim.at.millis().into()]).await?;
    Ok(())
}

/// Forgets the answers given before `moment`.
pub(super) async fn forget_before(db: &Db, moment: Timestamp) -> Result<()> {
    const SQL: &str = "DELETE FROM idempotency_keys WHERE created_at < $1";
    sql::execute(db.write(), SQL, [moment.millis().into()]).await?;
    Ok(())
}

/// Runs a statement about the key of `claim`; returns how many rows it touched.
async fn write(db: &Db, sql: &str, claim: &Claim, values: [Value; 2]) -> Result<u64> {
    let UserId(user) = claim.user;
    let [third, fourth] = values;
    let values = [user.into(), claim.key.as_str().into(), third, fourth];
    Ok(sql::execute(db.write(), sql, values).await?)
}

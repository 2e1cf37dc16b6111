//! Ended sessions: the one place that ends them, and remembers for a day why, by the hash of their secret.

use app::{
    Timestamp,
    sessions::{Ending, TakenOver},
};
use sea_orm::{ConnectionTrait, Value};

use crate::{
    db::sql,
    error::{Error, Result},
    secret::SecretHash,
};

/// How long it is remembered why a session ended, in seconds.
const REMEMBERED: i64 = 24 * 60 * 60;
/// Rows of one statement.
const ROWS: usize = 500;

/// Ends the sessions that meet `condition`, and remembers why. Where they were used last.
pub(super) async fn end_where(
    db: &impl ConnectionTrait,
    condition: &str,
    values: impl IntoIterator<Item = Value>,
    ending: &Ending,
    now: Timestamp,
) -> Result<Vec<TakenOver>> {
    let why = serde_json::to_string(ending)
        .map_err(|_| Error::Broken("why a session ended cannot be written".to_owned()))?;
    let sql = format!(
        "DELETE FROM sessions WHERE {condition}
         RETURNING secret_hash, user_id, address, user_agent, last_seen_at"
    );
    let (mut rows, mut places) = (Vec::new(), Vec::new());
    for row in sql::all(db, &sql, values).await? {
        let (secret, user): (String, i64) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        rows.push((secret, user));
        places.push(TakenOver {
            address: row.try_get_by_index(2)?,
            user_agent: row.try_get_by_index(3)?,
            last_seen_at: Timestamp::from_millis(row.try_get_by_index(4)?),
        });
    }
    for some in rows.chunks(ROWS) {
        let lines: Vec<String> = (0..some.len())
            .map(|line| format!("(${}, ${}, $1, $2)", 2 * line + 3, 2 * line + 4))
            .collect();
        let mut values: Vec<Value> = vec![why.as_str().into(), now.millis().into()];
        for (secret, user) in some {
            values.extend([secret.as_str().into(), (*user).into()]);
        }
        let sql = format!(
            "INSERT INTO ended_sessions (secret_hash, user_id, ending, ended_at) VALUES {}",
            lines.join(", ")
        );
        sql::execute(db, &sql, values).await?;
    }
    Ok(places)
}

/// Why the session of a secret ended, if there was one of late.
pub(super) async fn why(db: &impl ConnectionTrait, secret: &SecretHash) -> Result<Option<Ending>> {
    const SQL: &str = "SELECT ending FROM ended_sessions WHERE secret_hash = $1";
    let Some(row) = sql::one(db, SQL, [secret.as_str().into()]).await? else {
        return Ok(None);
    };
    let why: String = row.try_get_by_index(0)?;
    // A newer version may share the database and know of more reasons.
    Ok(serde_json::from_str(&why).ok())
}

/// Forgets what was remembered long enough.
pub(super) async fn forget(db: &impl ConnectionTrait, now: Timestamp) -> Result<()> {
    const SQL: &str = "DELETE FROM ended_sessions WHERE ended_at <= $1";
    sql::execute(db, SQL, [now.plus_seconds(-REMEMBERED).millis().into()]).await?;
    Ok(())
}

//! The rows of jobs: who is meant, and what became of each.

use app::{JobId, Refusal, Timestamp, UserId, jobs::RowOutcome};
use sea_orm::Value;

use crate::{
    db::{Tx, sql},
    error::{Error, Result},
};

/// Rows that one statement writes.
const AT_ONCE: usize = 500;

/// A row to be worked at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Task {
    pub position: i64,
    /// Who is meant; nobody yet has the number 0.
    pub user: UserId,
    /// What has become of it so far.
    pub outcome: RowOutcome,
    /// How many rows behind this one share its outcome: those who go along with a deletion.
    pub followers: i64,
    /// The version of the user when the preview was made.
    pub version: i64,
}

/// Somebody who is meant, in the order of the rows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Meant {
    pub user: UserId,
    pub along_with: Option<UserId>,
    pub followers: i64,
}

/// Makes rows of those who are `meant`.
pub(super) async fn insert(tx: &Tx, job: JobId, meant: &[Meant]) -> Result<()> {
    let mut position = 0;
    for some in meant.chunks(AT_ONCE) {
        let mut values = Vec::with_capacity(some.len());
        for row in some {
            position += 1;
            let along_with = row.along_with.map_or(0, |user| user.0);
            values.push(format!(
                "({job}, {position}, {}, {along_with}, {})",
                row.user, row.followers
            ));
        }
        let sql = format!(
            "INSERT INTO job_rows (job_id, position, user_id, along_with, followers) VALUES {}",
            values.join(", ")
        );
        sql::execute(&**tx, &sql, []).await?;
    }
    Ok(())
}

/// Makes rows of those whom a SELECT of numbers and login IDs finds, by login ID.
pub(super) async fn insert_found(
    tx: &Tx,
    job: JobId,
    found: &str,
    values: Vec<Value>,
) -> Result<()> {
    let sql = format!(
        "INSERT INTO job_rows (job_id, position, user_id)
         SELECT {job}, ROW_NUMBER() OVER (ORDER BY found.login_id), found.id FROM ({found}) AS found"
    );
    sql::execute(&**tx, &sql, values).await?;
    Ok(())
}

/// The users of all rows of a job, in their order.
pub(super) async fn users(tx: &Tx, job: JobId) -> Result<Vec<UserId>> {
    let sql = "SELECT user_id FROM job_rows WHERE job_id = $1 ORDER BY position";
    let rows = sql::all(&**tx, sql, [job.0.into()]).await?;
    rows.iter()
        .map(|row| Ok(UserId(row.try_get_by_index(0)?)))
        .collect()
}

/// Removes all rows of a job, to make them anew.
pub(super) async fn clear(tx: &Tx, job: JobId) -> Result<()> {
    let sql = "DELETE FROM job_rows WHERE job_id = $1";
    sql::execute(&**tx, sql, [job.0.into()]).await?;
    Ok(())
}

/// Counts all rows of a job as waiting. How many they are.
pub(super) async fn count(tx: &Tx, job: JobId) -> Result<i64> {
    let sql = "SELECT COUNT(*) FROM job_rows WHERE job_id = $1";
    let rows = sql::number(&**tx, sql, [job.0.into()]).await?;
    let sql = "UPDATE jobs SET waiting = $1 WHERE id = $2";
    sql::execute(&**tx, sql, [rows.into(), job.0.into()]).await?;
    Ok(rows)
}

/// The next rows of an outcome that are to be worked at.
pub(super) async fn next(
    tx: &Tx,
    job: i64,
    outcome: RowOutcome,
    limit: usize,
) -> Result<Vec<Task>> {
    let sql = format!(
        "SELECT position, user_id, followers, user_version FROM job_rows
         WHERE job_id = $1 AND outcome = $2 AND along_with = 0 ORDER BY position LIMIT {limit}"
    );
    let rows = sql::all(&**tx, &sql, [job.into(), outcome.code().into()]).await?;
    rows.iter()
        .map(|row| {
            Ok(Task {
                position: row.try_get_by_index(0)?,
                user: UserId(row.try_get_by_index(1)?),
                outcome,
                followers: row.try_get_by_index(2)?,
                version: row.try_get_by_index(3)?,
            })
        })
        .collect()
}

/// The users of a row and those who go along, with their versions when the preview was made.
pub(super) async fn family(tx: &Tx, job: i64, task: &Task) -> Result<Vec<(UserId, i64)>> {
    let sql = "SELECT user_id, user_version FROM job_rows
               WHERE job_id = $1 AND position BETWEEN $2 AND $3";
    let last = task.position + task.followers;
    let rows = sql::all(&**tx, sql, [job.into(), task.position.into(), last.into()]).await?;
    rows.iter()
        .map(|row| Ok((UserId(row.try_get_by_index(0)?), row.try_get_by_index(1)?)))
        .collect()
}

/// Notes what became of some rows, and of which version of their users that is true.
pub(super) async fn note(
    tx: &Tx,
    job: i64,
    tasks: &[Task],
    outcome: RowOutcome,
    refusal: Option<&Refusal>,
    now: Timestamp,
) -> Result<()> {
    if tasks.is_empty() {
        return Ok(());
    }
    let ranges: Vec<String> = tasks
        .iter()
        .map(|task| match task.followers {
            0 => format!("position = {}", task.position),
            some => format!(
                "position BETWEEN {} AND {}",
                task.position,
                task.position + some
            ),
        })
        .collect();
    let sql = format!(
        "UPDATE job_rows SET outcome = $1, refusal = $2, done_at = $3,
             user_version = COALESCE((SELECT u.version FROM users u WHERE u.id = job_rows.user_id), 0)
         WHERE job_id = $4 AND ({})",
        ranges.join(" OR ")
    );
    let values = [
        outcome.code().into(),
        stored(refusal)?.into(),
        now.millis().into(),
        job.into(),
    ];
    sql::execute(&**tx, &sql, values).await?;
    Ok(())
}

/// Refuses every row that still has this outcome.
pub(super) async fn refuse_rest(
    tx: &Tx,
    job: i64,
    outcome: RowOutcome,
    refusal: &Refusal,
    now: Timestamp,
) -> Result<()> {
    let sql = "UPDATE job_rows SET outcome = 'refused', refusal = $1, done_at = $2
               WHERE job_id = $3 AND outcome = $4";
    let values = [
        stored(Some(refusal))?.into(),
        now.millis().into(),
        job.into(),
        outcome.code().into(),
    ];
    sql::execute(&**tx, sql, values).await?;
    Ok(())
}

fn stored(refusal: Option<&Refusal>) -> Result<Option<String>> {
    refusal
        .map(serde_json::to_string)
        .transpose()
        .map_err(|error| Error::Broken(format!("a refusal: {error}")))
}

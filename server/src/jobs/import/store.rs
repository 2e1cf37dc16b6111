//! The table `import_rows`: what each row of a file says, and what it changes.

use std::collections::HashMap;

use app::{
    JobId, Refusal,
    jobs::{Difference, RowOutcome},
    users::UserColumn,
};
use sea_orm::{ConnectionTrait, Value};
use serde::{Serialize, de::DeserializeOwned};

use super::file::FileRow;
use crate::{
    actor::Scope,
    db::{Db, Tx, sql},
    error::{Error, Result},
    jobs::rows::Task,
    users::{self, Sheet},
};

/// Keeps rows that come after `position`. How many of them are refused already.
pub(super) async fn insert(tx: &Tx, job: JobId, position: i64, rows: &[FileRow]) -> Result<i64> {
    let (mut of_job, mut of_file) = (Vec::new(), Vec::new());
    let (mut job_values, mut file_values) = (Vec::<Value>::new(), Vec::<Value>::new());
    let mut refused = 0;
    for (place, row) in (position + 1..).zip(rows) {
        let (outcome, refusal) = match &row.refusal {
            Some(refusal) => {
                refused += 1;
                let refusal = Refusal::Import(refusal.clone());
                (RowOutcome::Refused, Some(to_json(&refusal)?))
            }
            None => (RowOutcome::Waiting, None),
        };
        let next = job_values.len() + 1;
        job_values.extend([outcome.code().into(), refusal.into()]);
        of_job.push(format!("({job}, {place}, 0, ${next}, ${})", next + 1));
        let next = file_values.len() + 1;
        let line = i64::try_from(row.line).unwrap_or(i64::MAX);
        file_values.extend([row.login_id.as_str().into(), to_json(&row.said)?.into()]);
        of_file.push(format!("({job}, {place}, {line}, ${next}, ${})", next + 1));
    }
    let sql = format!(
        "INSERT INTO job_rows (job_id, position, user_id, outcome, refusal) VALUES {}",
        of_job.join(", ")
    );
    sql::execute(&**tx, &sql, job_values).await?;
    let sql = format!(
        "INSERT INTO import_rows (job_id, position, line, login_id, cells) VALUES {}",
        of_file.join(", ")
    );
    sql::execute(&**tx, &sql, file_values).await?;
    Ok(refused)
}

/// What the rows of `tasks` say, by their positions. Those that nobody has looked at yet learn whom they are about: who
/// has their login ID within `scope`.
pub async fn identify(
    tx: &Tx,
    scope: &Scope,
    job: i64,
    tasks: &mut [Task],
) -> Result<HashMap<i64, Sheet>> {
    if tasks.is_empty() {
        return Ok(HashMap::new());
    }
    let positions: Vec<String> = tasks.iter().map(|task| task.position.to_string()).collect();
    let sql = format!(
        "SELECT position, login_id, cells FROM import_rows WHERE job_id = $1 AND position IN ({})",
        positions.join(", ")
    );
    let (mut said, mut login_ids) = (HashMap::new(), HashMap::new());
    for row in sql::all(&**tx, &sql, [job.into()]).await? {
        let position: i64 = row.try_get_by_index(0)?;
        let login_id: String = row.try_get_by_index(1)?;
        let cells: String = row.try_get_by_index(2)?;
        login_ids.insert(position, login_id);
        said.insert(position, from_json(&cells)?);
    }
    let known = users::store::of_login_ids(&**tx, scope, login_ids.values()).await?;
    for task in tasks
        .iter_mut()
        .filter(|task| task.outcome == RowOutcome::Waiting)
    {
        let login_id = login_ids.get(&task.position);
        if let Some(user) = login_id.and_then(|login_id| known.get(login_id)) {
            task.user = *user;
        }
    }
    Ok(said)
}

/// The columns that the file of a job has, in the order of an export: every row of it has them all.
pub async fn columns(db: &impl ConnectionTrait, job: JobId) -> Result<Vec<UserColumn>> {
    let sql = "SELECT cells FROM import_rows WHERE job_id = $1 ORDER BY position LIMIT 1";
    let Some(row) = sql::one(db, sql, [job.0.into()]).await? else {
        return Ok(vec![UserColumn::LoginId]);
    };
    let cells: String = row.try_get_by_index(0)?;
    let cells: Sheet = from_json(&cells)?;
    let columns = UserColumn::ALL.into_iter();
    Ok(columns
        .filter(|column| cells.contains_key(column))
        .collect())
}

/// Notes what a row changes, and whom.
pub async fn note(tx: &Tx, job: i64, task: &Task, differences: &[Difference]) -> Result<()> {
    let place = [job.into(), task.position.into()];
    let sql = "UPDATE job_rows SET user_id = $3 WHERE job_id = $1 AND position = $2";
    let [job, position] = place.clone();
    sql::execute(&**tx, sql, [job, position, task.user.0.into()]).await?;
    let sql = "UPDATE import_rows SET differences = $3 WHERE job_id = $1 AND position = $2";
    let [job, position] = place;
    sql::execute(&**tx, sql, [job, position, to_json(differences)?.into()]).await?;
    Ok(())
}

/// Forgets what files said of users who were purged since: nothing of them stays.
pub async fn forget_purged(db: &Db) -> Result<()> {
    // Looked for by reading, which keeps nobody waiting: hardly ever is there anything to forget.
    let sql = "SELECT i.job_id, i.position FROM import_rows i
               JOIN job_rows r ON r.job_id = i.job_id AND r.position = i.position
               WHERE r.user_id > 0 AND NOT EXISTS (SELECT 1 FROM users u WHERE u.id = r.user_id)";
    for row in sql::all(db.read(), sql, []).await? {
        let (job, position): (i64, i64) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let sql = "DELETE FROM import_rows WHERE job_id = $1 AND position = $2";
        sql::execute(db.write(), sql, [job.into(), position.into()]).await?;
    }
    Ok(())
}

fn to_json(value: &(impl Serialize + ?Sized)) -> Result<String> {
    serde_json::to_string(value).map_err(|error| Error::Broken(format!("a row of a file: {error}")))
}

/// What is stored of a row.
pub fn from_json<T: DeserializeOwned>(json: &str) -> Result<T> {
    serde_json::from_str(json).map_err(|error| Error::Broken(format!("a row of a file: {error}")))
}

//! The rows of jobs as they are told: a page of them, or one part after the other.

use app::{
    JobId, Language, Page, Refusal, Timestamp, UserId,
    field::FieldProblem,
    jobs::{ImportedRow, JobRow, JobRowQuery, RowOutcome},
    users::{UserColumn, UserRef},
};
use sea_orm::{ConnectionTrait, QueryResult, Value};

use super::import;
use crate::{
    actor::{CompanyPath, Scope},
    db::{
        paging::{Cut, Total},
        sql,
    },
    error::{Error, Result},
    users::Sheet,
};

/// A row of a job and what its file says, if it is of one.
pub(super) type Told = (JobRow, Option<Sheet>);

/// A page of the rows of a job; of users outside `scope` only the number is told.
pub(super) async fn list(
    db: &impl ConnectionTrait,
    scope: &Scope,
    language: Language,
    job: JobId,
    total: u64,
    query: &JobRowQuery,
) -> Result<Page<JobRow>> {
    let cut = Cut::<i64>::read(&query.page)?;
    let part = Part {
        outcome: query.outcome,
        edge: cut.edge,
        backwards: cut.backwards,
        limit: cut.fetch(),
    };
    let rows = part.read(db, scope, language, job).await?;
    let rows = rows.into_iter().map(|(row, _)| row).collect();
    let total = Total {
        rows: total,
        exact: true,
    };
    Ok(cut.page(rows, total, |row| {
        i64::try_from(row.position).unwrap_or(i64::MAX)
    }))
}

/// The next rows of a job after the position `edge`.
pub(super) async fn after(
    db: &impl ConnectionTrait,
    scope: &Scope,
    language: Language,
    job: JobId,
    outcome: Option<RowOutcome>,
    edge: i64,
    limit: u64,
) -> Result<Vec<Told>> {
    let part = Part {
        outcome,
        edge: Some(edge),
        backwards: false,
        limit,
    };
    part.read(db, scope, language, job).await
}

/// Some of the rows of a job.
struct Part {
    outcome: Option<RowOutcome>,
    edge: Option<i64>,
    backwards: bool,
    limit: u64,
}

impl Part {
    async fn read(
        &self,
        db: &impl ConnectionTrait,
        scope: &Scope,
        language: Language,
        job: JobId,
    ) -> Result<Vec<Told>> {
        let mut conditions = vec!["r.job_id = $1".to_owned()];
        let mut values: Vec<Value> = vec![job.0.into()];
        if let Some(outcome) = self.outcome {
            values.push(outcome.code().into());
            conditions.push(format!("r.outcome = ${}", values.len()));
        }
        let (beyond, direction) = match self.backwards {
            true => ("<", "DESC"),
            false => (">", "ASC"),
        };
        if let Some(edge) = self.edge {
            values.push(edge.into());
            conditions.push(format!("r.position {beyond} ${}", values.len()));
        }
        let sql = format!(
            "SELECT r.position, r.user_id, r.along_with, r.outcome, r.refusal, r.done_at,
                    u.login_id, u.first_name, u.last_name, c.path, i.line, i.cells, i.differences
             FROM job_rows r LEFT JOIN users u ON u.id = r.user_id LEFT JOIN companies c ON c.id = u.company_id
                 LEFT JOIN import_rows i ON i.job_id = r.job_id AND i.position = r.position
             WHERE {} ORDER BY r.position {direction} LIMIT {}",
            conditions.join(" AND "),
            self.limit
        );
        let rows = sql::all(db, &sql, values).await?;
        rows.iter().map(|row| read(row, scope, language)).collect()
    }
}

fn read(row: &QueryResult, scope: &Scope, language: Language) -> Result<Told> {
    let position: i64 = row.try_get_by_index(0)?;
    let user_id = UserId(row.try_get_by_index(1)?);
    let along_with: i64 = row.try_get_by_index(2)?;
    let outcome: String = row.try_get_by_index(3)?;
    let refusal: Option<String> = row.try_get_by_index(4)?;
    let done_at: i64 = row.try_get_by_index(5)?;
    let path: Option<String> = row.try_get_by_index(9)?;
    let seen = path.is_some_and(|path| scope.contains(&CompanyPath(path)));
    let user = match seen {
        true => {
            let (first, last): (String, String) =
                (row.try_get_by_index(7)?, row.try_get_by_index(8)?);
            Some(UserRef {
                id: user_id,
                login_id: row.try_get_by_index(6)?,
                name: app::users::full_name(&first, &last, language),
            })
        }
        false => None,
    };
    let refusal: Option<Refusal> = refusal
        .map(|json| serde_json::from_str(&json))
        .transpose()
        .map_err(|error| Error::Broken(format!("the refusal of a row: {error}")))?;
    let (imported, said) = imported(row)?.unzip();
    let row = JobRow {
        position: u64::try_from(position).unwrap_or_default(),
        user_id: (user_id.0 > 0).then_some(user_id),
        user,
        along_with: (along_with > 0).then_some(UserId(along_with)),
        outcome: RowOutcome::from_code(&outcome).unwrap_or(RowOutcome::Waiting),
        why: refusal.as_ref().map(|refusal| in_words(refusal, language)),
        refusal,
        done_at: (done_at > 0).then(|| Timestamp::from_millis(done_at)),
        imported,
    };
    Ok((row, said))
}

/// What the file says, if the row is of one.
fn imported(row: &QueryResult) -> Result<Option<(ImportedRow, Sheet)>> {
    let line: Option<i64> = row.try_get_by_index(10)?;
    let Some(line) = line else {
        return Ok(None);
    };
    let cells: String = row.try_get_by_index(11)?;
    let said: Sheet = import::store::from_json(&cells)?;
    let differences: String = row.try_get_by_index(12)?;
    let imported = ImportedRow {
        line: u64::try_from(line).unwrap_or_default(),
        login_id: said.get(&UserColumn::LoginId).cloned().unwrap_or_default(),
        differences: import::store::from_json(&differences)?,
    };
    Ok(Some((imported, said)))
}

/// Why, in words; of fields what is wrong with each, and of columns of a file with which.
fn in_words(refusal: &Refusal, language: Language) -> String {
    let problem = |field: &FieldProblem| {
        let words = field.problem.words(language);
        match UserColumn::from_code(&field.field) {
            Some(column) => format!("{}: {words}", column.words(language)),
            None => words,
        }
    };
    match refusal.field_problems() {
        [] => refusal.words(language),
        problems => problems.iter().map(problem).collect::<Vec<_>>().join(" "),
    }
}

//! What became of the rows of a job, as a file. That of an import can be corrected and imported again.

use app::{
    JobId, Language,
    jobs::{JobRow, JobWork, RowOutcome},
    roles::Permission,
    users::UserColumn,
};

use async_trait::async_trait;

use super::{
    import::OF_RESULTS,
    store,
    told::{self, Told},
};
use crate::{
    actor::Actor, csv, deps::Deps, desk::Caller, error::Result, http::download::Download,
    jobs::import::store::columns,
};

/// Rows that are read at a time: the memory is that of one batch, however many there are.
const BATCH: u64 = 500;

/// A file of results under way.
#[derive(Debug)]
pub struct Results {
    job: JobId,
    outcome: Option<RowOutcome>,
    language: Language,
    /// The columns of the file that was imported.
    columns: Option<Vec<UserColumn>>,
    after: i64,
}

/// Begins to tell what became of the rows of a job of the actor's, of those with `outcome` if one is given.
pub async fn results(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    id: JobId,
    outcome: Option<RowOutcome>,
) -> Result<Results> {
    actor.may(Permission::UsersRead)?;
    let db = deps.db.read();
    let columns = match store::find(db, actor.user, id).await?.work()? {
        JobWork::Import(_) => Some(columns(db, id).await?),
        JobWork::Action(_) => None,
    };
    Ok(Results {
        job: id,
        outcome,
        language: caller.language,
        columns,
        after: 0,
    })
}

#[async_trait]
impl Download for Results {
    fn head(&self) -> String {
        let [line, outcome, why] = OF_RESULTS;
        let mut text = csv::BYTE_ORDER_MARK.to_owned();
        match &self.columns {
            Some(columns) => {
                let own = columns.iter().map(|column| column.code());
                csv::record(
                    &mut text,
                    [line].into_iter().chain(own).chain([outcome, why]),
                );
            }
            None => {
                let login_id = UserColumn::LoginId.code();
                csv::record(&mut text, ["user", login_id, outcome, why]);
            }
        }
        text
    }

    async fn next(&mut self, deps: &Deps, actor: &Actor) -> Result<Option<String>> {
        let scope = actor.may(Permission::UsersRead)?;
        let (db, outcome) = (deps.db.read(), self.outcome);
        let rows = told::after(
            db,
            scope,
            self.language,
            self.job,
            outcome,
            self.after,
            BATCH,
        );
        let rows = rows.await?;
        let Some((last, _)) = rows.last() else {
            return Ok(None);
        };
        self.after = i64::try_from(last.position).unwrap_or(i64::MAX);
        let mut text = String::new();
        for told in &rows {
            let cells = match &self.columns {
                Some(columns) => of_file(columns, told),
                None => of_user(&told.0),
            };
            csv::record(&mut text, cells.iter().map(String::as_str));
        }
        Ok(Some(text))
    }
}

fn of_file(columns: &[UserColumn], (row, said): &Told) -> Vec<String> {
    let line = row
        .imported
        .as_ref()
        .map(|imported| imported.line.to_string());
    let mut cells = vec![line.unwrap_or_default()];
    let cell = |column| said.as_ref().and_then(|said| said.get(column)).cloned();
    cells.extend(
        columns
            .iter()
            .map(|column| cell(column).unwrap_or_default()),
    );
    cells.extend(what_became(row));
    cells
}

fn of_user(row: &JobRow) -> Vec<String> {
    let login_id = row.user.as_ref().map(|user| user.login_id.clone());
    let user = row.user_id.map(|user| user.to_string());
    let mut cells = vec![user.unwrap_or_default(), login_id.unwrap_or_default()];
    cells.extend(what_became(row));
    cells
}

fn what_became(row: &JobRow) -> [String; 2] {
    let outcome = row.outcome.code().to_owned();
    [outcome, row.why.clone().unwrap_or_default()]
}

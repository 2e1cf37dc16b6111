//! Receiving a file: its rows are kept as they arrive, so that the memory is that of a few of them.

use app::{
    JobId,
    jobs::{ImportOptions, ImportRefusal, Job, JobWork},
    roles::Permission,
};

use super::{
    file::{File, FileRow},
    store,
};
use crate::{
    actor::Actor,
    csv::{Reader, Record},
    deps::Deps,
    desk::Caller,
    error::Result,
    jobs::{service, store as jobs},
};

/// Rows of one transaction.
const BATCH: usize = 500;

/// A file under way. Whoever gives it up says so; what is left behind nevertheless is swept after a while.
pub struct Receiving {
    job: JobId,
    reader: Reader,
    file: File,
    rows: Vec<FileRow>,
    position: i64,
}

/// Begins to receive a file.
pub async fn begin(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    options: ImportOptions,
) -> Result<Receiving> {
    if options.issue_credentials {
        actor.may(Permission::CredentialsIssue)?;
    }
    let work = JobWork::Import(options);
    let tx = service::begin(deps, actor, &work).await?;
    let job = jobs::insert(&tx, actor, caller, &work, None, deps.now()).await?;
    tx.commit().await?;
    Ok(Receiving {
        job,
        reader: Reader::default(),
        file: File::default(),
        rows: Vec::new(),
        position: 0,
    })
}

impl Receiving {
    /// Takes the next piece.
    pub async fn push(&mut self, deps: &Deps, piece: &[u8]) -> Result<()> {
        let records = self.reader.push(piece).map_err(ImportRefusal::from)?;
        self.take(records)?;
        while self.rows.len() >= BATCH {
            self.keep(deps).await?;
        }
        Ok(())
    }

    /// The file is whole: what would become of each row is found out from now on.
    pub async fn finish(mut self, deps: &Deps, actor: &Actor) -> Result<Job> {
        let reader = std::mem::take(&mut self.reader);
        self.take(reader.finish().map_err(ImportRefusal::from)?)?;
        self.file.finish()?;
        while !self.rows.is_empty() {
            self.keep(deps).await?;
        }
        let tx = deps.db.begin().await?;
        if !jobs::received(&tx, self.job, deps.now()).await? {
            return Err(ImportRefusal::Cancelled.into());
        }
        let job = jobs::find(&*tx, actor.user, self.job).await?;
        tx.commit().await?;
        deps.job_bell.notify_one();
        job.view(deps.now())
    }

    /// The file is of no use: nothing of it stays.
    pub async fn give_up(job: JobId, deps: &Deps) -> Result<()> {
        jobs::forget_received(deps.db.write(), job).await
    }

    /// The job of the file.
    pub fn job(&self) -> JobId {
        self.job
    }

    fn take(&mut self, records: Vec<Record>) -> Result<()> {
        for record in records {
            self.rows.extend(self.file.take(record)?);
        }
        Ok(())
    }

    async fn keep(&mut self, deps: &Deps) -> Result<()> {
        let rest = self.rows.split_off(BATCH.min(self.rows.len()));
        let rows = std::mem::replace(&mut self.rows, rest);
        let count = i64::try_from(rows.len()).unwrap_or(i64::MAX);
        let tx = deps.db.begin().await?;
        let refused = store::insert(&tx, self.job, self.position, &rows).await?;
        if !jobs::receive(&tx, self.job, count - refused, refused, deps.now()).await? {
            return Err(ImportRefusal::Cancelled.into());
        }
        tx.commit().await?;
        self.position += count;
        Ok(())
    }
}

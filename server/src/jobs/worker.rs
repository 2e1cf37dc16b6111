//! The worker: takes batches of rows of the jobs in line, turn by turn, until it is told to stop.
//!
//! A batch is one transaction: it locks its job's row, so that several processes on one database never work at the same
//! job at once, and commits what was done together with the outcomes. Killed at any moment, nothing of a batch has
//! happened, and whoever comes next begins it anew. A preview does what would be done, row by row, and takes it back: so
//! what is shown is what the rules say, and no rule is written twice.

use std::{sync::Arc, time::Duration};

use app::{
    JobId, Refusal, UserId,
    audit::AuditAction,
    jobs::{JobAction, JobState, RowOutcome},
};

use super::{
    act::{self, Shown},
    rows::{self, Task},
    service, starter,
    store::{self, Model},
};
use crate::{
    actor::Actor,
    audit,
    db::Tx,
    deps::Deps,
    desk::Caller,
    error::{Error, Result},
    roles, users,
};

/// Rows of one transaction: enough to be quick, few enough to let others write in between.
const BATCH: usize = 50;
/// How long the worker sleeps when nobody rings: jobs of other processes wait that long at most.
const NAP: Duration = Duration::from_secs(2);

/// Works until `stop` completes; the batch under way then is finished first.
pub async fn run(deps: Arc<Deps>, stop: impl Future<Output = ()>) {
    tokio::pin!(stop);
    loop {
        let more = match batch(&deps).await {
            Ok(more) => more,
            Err(error) => {
                tracing::warn!(%error, "a job could not be worked at; it is tried again");
                false
            }
        };
        let rest = async {
            if !more {
                tokio::select! {
                    () = deps.job_bell.notified() => {}
                    () = tokio::time::sleep(NAP) => {}
                }
            }
        };
        tokio::select! {
            biased;
            () = &mut stop => return,
            () = rest => {}
        }
    }
}

/// Works at the next batch of the job that has waited longest. Whether there was one.
pub async fn batch(deps: &Arc<Deps>) -> Result<bool> {
    for id in store::in_line(deps.db.read()).await? {
        let own = Arc::clone(deps);
        // What panics would panic again: the job is given up, the others go on.
        match tokio::spawn(async move { step(&own, id).await }).await {
            Ok(Ok(false)) => {}
            Ok(worked) => return worked,
            Err(error) => {
                tracing::error!(job = %id, %error, "a job broke off");
                give_up(deps, id).await?;
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// One batch of a job. False if another process has it, or it has ended.
async fn step(deps: &Deps, id: JobId) -> Result<bool> {
    let tx = deps.db.begin().await?;
    let Some(mut job) = store::take(&tx, id).await? else {
        return Ok(false);
    };
    let from = match job.state() {
        JobState::Previewing => RowOutcome::Waiting,
        _ => RowOutcome::WouldChange,
    };
    let starter = starter::actor(&tx, deps, &job).await;
    let refused = starter::refusal(&starter, &job)?;
    let has_more = match (starter, refused) {
        (_, Some(refusal)) => {
            refuse_rest(&tx, deps, &mut job, from, &refusal).await?;
            false
        }
        (starter, None) => {
            let actor = starter?;
            let tasks = rows::next(&tx, job.id, from, BATCH).await?;
            work(&tx, deps, &mut job, &actor, from, &tasks).await?;
            tasks.len() == BATCH
        }
    };
    job.turn_at = deps.now().millis();
    if !has_more {
        finish(&tx, deps, &mut job).await?;
    }
    store::note(&tx, &job).await?;
    tx.commit().await?;
    if from == RowOutcome::WouldChange {
        deps.mail_bell.notify_one();
    }
    Ok(true)
}

async fn refuse_rest(
    tx: &Tx,
    deps: &Deps,
    job: &mut Model,
    from: RowOutcome,
    refusal: &Refusal,
) -> Result<()> {
    rows::refuse_rest(tx, job.id, from, refusal, deps.now()).await?;
    let left = job.counter(from);
    let left = std::mem::take(left);
    job.refused += left;
    Ok(())
}

/// Does what is to be done with each of `tasks`, or only finds out.
async fn work(
    tx: &Tx,
    deps: &Deps,
    job: &mut Model,
    actor: &Actor,
    from: RowOutcome,
    tasks: &[Task],
) -> Result<()> {
    // In the same order as everybody else: the role before the people, and these by their number.
    roles::store::lock_operator_administrators(tx).await?;
    let ids: Vec<UserId> = tasks.iter().map(|task| task.user).collect();
    users::store::lock_all(tx, &ids).await?;

    let one = One {
        deps,
        actor,
        caller: starter::caller(job, actor)?,
        action: job.action()?,
        job: job.id,
        is_bound: from == RowOutcome::WouldChange,
    };
    let mut done: Vec<(RowOutcome, Option<Refusal>, Vec<Task>)> = Vec::new();
    for task in tasks {
        let (outcome, refusal) = one.look_after(tx, task).await?;
        let rows = 1 + task.followers;
        *job.counter(from) -= rows;
        *job.counter(outcome) += rows;
        match done
            .iter_mut()
            .find(|(other, why, _)| *other == outcome && *why == refusal)
        {
            Some((_, _, alike)) => alike.push(*task),
            None => done.push((outcome, refusal, vec![*task])),
        }
    }
    for (outcome, refusal, alike) in done {
        rows::note(tx, job.id, &alike, outcome, refusal.as_ref(), deps.now()).await?;
    }
    Ok(())
}

/// What every row of a batch is looked after with.
struct One<'a> {
    deps: &'a Deps,
    actor: &'a Actor,
    caller: Caller,
    action: JobAction,
    job: i64,
    is_bound: bool,
}

impl One<'_> {
    /// What becomes of a row, or would. Whatever fails is taken back and concerns no other row.
    async fn look_after(&self, tx: &Tx, task: &Task) -> Result<(RowOutcome, Option<Refusal>)> {
        let family = match self.action {
            JobAction::Delete => rows::family(tx, self.job, task).await?,
            _ => Vec::new(),
        };
        let shown = Shown {
            task,
            family: &family,
            is_bound: self.is_bound,
        };
        let part = tx.part().await?;
        let acted = act::act(
            &part,
            self.deps,
            self.actor,
            &self.caller,
            &self.action,
            &shown,
        )
        .await;
        if matches!(acted, Ok(true)) && self.is_bound {
            part.keep().await?;
            return Ok((RowOutcome::Changed, None));
        }
        part.take_back().await?;
        Ok(match acted {
            Ok(true) => (RowOutcome::WouldChange, None),
            Ok(false) => (RowOutcome::NothingToDo, None),
            Err(error) => (RowOutcome::Refused, Some(Error::into_refusal(error))),
        })
    }
}

/// The last batch is done: the preview is made, or the job.
async fn finish(tx: &Tx, deps: &Deps, job: &mut Model) -> Result<()> {
    if job.state() == JobState::Previewing {
        job.state = JobState::Ready.code().to_owned();
        return Ok(());
    }
    job.state = JobState::Done.code().to_owned();
    job.ended_at = deps.now().millis();
    note_end(tx, deps, job).await
}

/// Ends a job that broke off.
async fn give_up(deps: &Deps, id: JobId) -> Result<()> {
    let tx = deps.db.begin().await?;
    let Some(mut job) = store::take(&tx, id).await? else {
        return Ok(());
    };
    job.state = JobState::Failed.code().to_owned();
    job.ended_at = deps.now().millis();
    store::note(&tx, &job).await?;
    note_end(&tx, deps, &job).await?;
    tx.commit().await
}

/// Records the end of a job in the name of whoever started it, also when they can do nothing any more.
async fn note_end(tx: &Tx, deps: &Deps, job: &Model) -> Result<()> {
    let event = match users::store::by_id(&**tx, UserId(job.user_id)).await? {
        Some(account) => audit::Entry::by_doorward(AuditAction::JobEnded).on(
            account.id,
            &account.login_id,
            account.company,
        ),
        None => audit::Entry::by_doorward(AuditAction::JobEnded),
    };
    service::note_end(tx, deps, job, event).await
}

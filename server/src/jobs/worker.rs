//! The worker: takes batches of rows of the jobs in line, turn by turn, until it is told to stop.
//!
//! A batch is one transaction: it locks its job's row, so that several processes on one database never work at the same
//! job at once, and commits what was done together with the outcomes. Killed at any moment, nothing of a batch has
//! happened, and whoever comes next begins it anew. A preview does what would be done, row by row, and takes it back: so
//! what is shown is what the rules say, and no rule is written twice.

use std::{collections::HashMap, sync::Arc, time::Duration};

use app::{
    JobId, Refusal, UserId,
    audit::AuditAction,
    jobs::{JobAction, JobRefusal, JobState, JobWork, RowOutcome},
};

use super::{
    act::{self, Acted, Shown},
    import,
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
    roles,
    users::{self, Sheet},
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
    let from: &[RowOutcome] = match job.state() {
        JobState::Previewing => &[RowOutcome::Waiting],
        _ => &[RowOutcome::WouldCreate, RowOutcome::WouldChange],
    };
    let starter = starter::actor(&tx, deps, &job).await;
    let refused = starter::refusal(&starter, &job)?;
    let has_more = match (starter, refused) {
        (_, Some(refusal)) => {
            for outcome in from {
                refuse_rest(&tx, deps, &mut job, *outcome, &refusal).await?;
            }
            false
        }
        (starter, None) => {
            let actor = starter?;
            let mut tasks = Vec::with_capacity(BATCH);
            for outcome in from {
                let room = BATCH - tasks.len();
                tasks.extend(rows::next(&tx, job.id, *outcome, room).await?);
            }
            let has_more = tasks.len() == BATCH;
            work(&tx, deps, &mut job, &actor, tasks).await?;
            has_more
        }
    };
    let is_done = job.state() != JobState::Previewing;
    job.turn_at = deps.now().millis();
    if !has_more {
        finish(&tx, deps, &mut job).await?;
    }
    store::note(&tx, &job).await?;
    tx.commit().await?;
    if is_done {
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
    mut tasks: Vec<Task>,
) -> Result<()> {
    let work = job.work()?;
    let said = match work {
        JobWork::Action(_) => HashMap::new(),
        JobWork::Import(_) => import::store::identify(tx, &actor.scope, job.id, &mut tasks).await?,
    };
    // In the same order as everybody else: the role before the people, and these by their number.
    roles::store::lock_operator_administrators(tx).await?;
    let ids: Vec<UserId> = tasks.iter().map(|task| task.user).collect();
    users::store::lock_all(tx, &ids).await?;

    let one = One {
        deps,
        actor,
        caller: starter::caller(job, actor)?,
        work,
        said,
        job: job.id,
        is_bound: job.state() != JobState::Previewing,
    };
    let mut done: Vec<(RowOutcome, Option<Refusal>, Vec<Task>)> = Vec::new();
    for mut task in tasks {
        let (outcome, refusal) = one.look_after(tx, &mut task).await?;
        let rows = 1 + task.followers;
        *job.counter(task.outcome) -= rows;
        *job.counter(outcome) += rows;
        match done
            .iter_mut()
            .find(|(other, why, _)| *other == outcome && *why == refusal)
        {
            Some((_, _, alike)) => alike.push(task),
            None => done.push((outcome, refusal, vec![task])),
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
    work: JobWork,
    /// What the rows of a file say, by their positions.
    said: HashMap<i64, Sheet>,
    job: i64,
    is_bound: bool,
}

impl One<'_> {
    /// What becomes of a row, or would. Whatever fails is taken back and concerns no other row.
    async fn look_after(&self, tx: &Tx, task: &mut Task) -> Result<(RowOutcome, Option<Refusal>)> {
        let family = match self.work {
            JobWork::Action(JobAction::Delete) => rows::family(tx, self.job, task).await?,
            _ => Vec::new(),
        };
        let shown = Shown {
            task,
            family: &family,
            is_bound: self.is_bound,
        };
        let part = tx.part().await?;
        let acted = self.act(&part, &shown).await;
        let keeps = self.is_bound && acted.as_ref().is_ok_and(Acted::is_something);
        match keeps {
            true => part.keep().await?,
            false => part.take_back().await?,
        }
        let acted = match acted {
            Ok(acted) => acted,
            Err(error) => {
                if matches!(self.work, JobWork::Import(_)) {
                    import::store::note(tx, self.job, task, &[]).await?;
                }
                return Ok((RowOutcome::Refused, Some(Error::into_refusal(error))));
            }
        };
        if let Some((user, differences)) = &acted.imported {
            // Whoever was added only to find out is not there any more.
            if keeps || !acted.has_created {
                task.user = *user;
            }
            import::store::note(tx, self.job, task, differences).await?;
        }
        let outcome = match (acted.has_created, acted.has_changed) {
            (true, _) if keeps => RowOutcome::Created,
            (true, _) => RowOutcome::WouldCreate,
            (false, true) if keeps => RowOutcome::Changed,
            (false, true) => RowOutcome::WouldChange,
            (false, false) => RowOutcome::NothingToDo,
        };
        Ok((outcome, None))
    }

    async fn act(&self, part: &Tx, shown: &Shown<'_>) -> Result<Acted> {
        let (deps, actor, caller) = (self.deps, self.actor, &self.caller);
        match &self.work {
            JobWork::Action(action) => {
                let has_changed = act::act(part, deps, actor, caller, action, shown).await?;
                Ok(has_changed.into())
            }
            JobWork::Import(options) => {
                // What was said of somebody is forgotten when they are purged.
                let said = self.said.get(&shown.task.position);
                let said = said.ok_or(JobRefusal::UserChanged)?;
                act::import(part, deps, actor, caller, *options, said, shown).await
            }
        }
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

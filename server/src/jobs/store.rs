//! Jobs as they are stored: making, finding, moving on and sweeping them.

use app::{
    JobId, Page, PageQuery, Refusal, Timestamp, UserId,
    jobs::{Job, JobCounts, JobState, JobWork, RowOutcome},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Set, UpdateMany,
    sea_query::{Expr, ExprTrait, LockBehavior, LockType},
};

pub(super) use super::entity::Model;
use super::entity::{ActiveModel, Column, Entity};
use crate::{
    actor::Actor,
    db::{Tx, paging},
    desk::Caller,
    error::{Error, Result},
};

/// Stores a new job without rows: for users from a file they are still to come, for others its preview is to be made.
pub(super) async fn insert(
    tx: &Tx,
    actor: &Actor,
    caller: &Caller,
    work: &JobWork,
    target: Option<String>,
    now: Timestamp,
) -> Result<JobId> {
    let state = match work {
        JobWork::Action(_) => JobState::Previewing,
        JobWork::Import(_) => JobState::Receiving,
    };
    let work = serde_json::to_string(work)
        .map_err(|error| Error::Broken(format!("what a job is for: {error}")))?;
    let row = ActiveModel {
        user_id: Set(actor.user.0),
        work: Set(work),
        target: Set(target),
        channel: Set(actor.channel.code().to_owned()),
        address: Set(caller.address.to_string()),
        request_id: Set(caller.request_id.clone()),
        state: Set(state.code().to_owned()),
        created_at: Set(now.millis()),
        turn_at: Set(now.millis()),
        ..Default::default()
    };
    let inserted = Entity::insert(row).exec(&**tx).await?;
    Ok(JobId(inserted.last_insert_id))
}

/// A job of `owner`'s; the others' are not there.
pub(super) async fn find(db: &impl ConnectionTrait, owner: UserId, id: JobId) -> Result<Model> {
    Ok(Entity::find_by_id(id.0)
        .filter(Column::UserId.eq(owner.0))
        .one(db)
        .await?
        .ok_or(Refusal::NotFound)?)
}

/// A page of the jobs of `owner`, newest first.
pub(super) async fn list(
    db: &impl ConnectionTrait,
    owner: UserId,
    query: &PageQuery,
) -> Result<Page<Model>> {
    let select = Entity::find().filter(Column::UserId.eq(owner.0));
    let total = paging::count(db, select.clone()).await?;
    let cut = paging::Cut::newest_first(query)?;
    let select = match (cut.edge, cut.backwards) {
        (Some(edge), false) => select.filter(Column::Id.lt(edge)),
        (Some(edge), true) => select.filter(Column::Id.gt(edge)),
        (None, _) => select,
    };
    let select = match cut.backwards {
        true => select.order_by_asc(Column::Id),
        false => select.order_by_desc(Column::Id),
    };
    let rows = select.limit(cut.fetch()).all(db).await?;
    Ok(cut.page(rows, total, |row| row.id))
}

/// How many jobs of `owner` have not ended.
pub(super) async fn count_open(tx: &Tx, owner: UserId) -> Result<u64> {
    Ok(Entity::find()
        .filter(Column::UserId.eq(owner.0))
        .filter(Column::EndedAt.eq(0))
        .count(&**tx)
        .await?)
}

/// The jobs to be worked at, the one that has waited longest for its turn first.
pub(super) async fn in_line(db: &impl ConnectionTrait) -> Result<Vec<JobId>> {
    let ids: Vec<i64> = Entity::find()
        .select_only()
        .column(Column::Id)
        // Written out, so that the planners see the partial index fit.
        .filter(Expr::cust("state IN ('previewing', 'running')"))
        .order_by_asc(Column::TurnAt)
        .order_by_asc(Column::Id)
        .limit(20)
        .into_tuple()
        .all(db)
        .await?;
    Ok(ids.into_iter().map(JobId).collect())
}

/// Takes a job for the length of this transaction, unless another process has it or there is nothing to do at it.
pub(super) async fn take(tx: &Tx, id: JobId) -> Result<Option<Model>> {
    let select = Entity::find_by_id(id.0).filter(Expr::cust("state IN ('previewing', 'running')"));
    let select = match tx.get_database_backend() {
        DbBackend::Postgres => {
            select.lock_with_behavior(LockType::NoKeyUpdate, LockBehavior::SkipLocked)
        }
        _ => select,
    };
    Ok(select.one(&**tx).await?)
}

/// Notes that a job had its turn, how many of its rows have which outcome, and how far it has come.
pub(super) async fn note(tx: &Tx, job: &Model) -> Result<()> {
    one(job.id)
        .col_expr(Column::State, Expr::value(job.state.as_str()))
        .col_expr(Column::Waiting, Expr::value(job.waiting))
        .col_expr(Column::WouldCreate, Expr::value(job.would_create))
        .col_expr(Column::WouldChange, Expr::value(job.would_change))
        .col_expr(Column::Created, Expr::value(job.created))
        .col_expr(Column::Changed, Expr::value(job.changed))
        .col_expr(Column::NothingToDo, Expr::value(job.nothing_to_do))
        .col_expr(Column::Refused, Expr::value(job.refused))
        .col_expr(Column::EndedAt, Expr::value(job.ended_at))
        .col_expr(Column::TurnAt, Expr::value(job.turn_at))
        .exec(&**tx)
        .await?;
    Ok(())
}

/// Starts a job of the actor's that is ready; from now on it is done from where they are. Whether it was ready.
pub(super) async fn start(
    tx: &Tx,
    actor: &Actor,
    caller: &Caller,
    id: JobId,
    now: Timestamp,
) -> Result<bool> {
    let started = one(id.0)
        .col_expr(Column::State, Expr::value(JobState::Running.code()))
        .col_expr(Column::StartedAt, Expr::value(now.millis()))
        .col_expr(
            Column::ToStartWith,
            Expr::col(Column::WouldCreate).add(Expr::col(Column::WouldChange)),
        )
        .col_expr(Column::Channel, Expr::value(actor.channel.code()))
        .col_expr(Column::Address, Expr::value(caller.address.to_string()))
        .col_expr(Column::RequestId, Expr::value(caller.request_id.as_str()))
        .filter(Column::UserId.eq(actor.user.0))
        .filter(Column::State.eq(JobState::Ready.code()))
        .exec(&**tx)
        .await?;
    Ok(started.rows_affected == 1)
}

/// Ends a job that has not ended. Whether it had not.
pub(super) async fn end(tx: &Tx, id: JobId, state: JobState, now: Timestamp) -> Result<bool> {
    let ended = one(id.0)
        .col_expr(Column::State, Expr::value(state.code()))
        .col_expr(Column::EndedAt, Expr::value(now.millis()))
        .filter(Column::EndedAt.eq(0))
        .exec(&**tx)
        .await?;
    Ok(ended.rows_affected == 1)
}

/// Counts rows of a file that were kept. False if it is no longer being received.
pub(super) async fn receive(
    tx: &Tx,
    id: JobId,
    waiting: i64,
    refused: i64,
    now: Timestamp,
) -> Result<bool> {
    let counted = receiving(id)
        .col_expr(Column::Waiting, Expr::col(Column::Waiting).add(waiting))
        .col_expr(Column::Refused, Expr::col(Column::Refused).add(refused))
        .col_expr(Column::TurnAt, Expr::value(now.millis()))
        .exec(&**tx)
        .await?;
    Ok(counted.rows_affected == 1)
}

/// Lets the preview of a file be made that is whole now. False if it is no longer being received.
pub(super) async fn received(tx: &Tx, id: JobId, now: Timestamp) -> Result<bool> {
    let passed_on = receiving(id)
        .col_expr(Column::State, Expr::value(JobState::Previewing.code()))
        // The estimate of how long the preview takes counts from here.
        .col_expr(Column::CreatedAt, Expr::value(now.millis()))
        .exec(&**tx)
        .await?;
    Ok(passed_on.rows_affected == 1)
}

fn receiving(id: JobId) -> UpdateMany<Entity> {
    one(id.0).filter(Column::State.eq(JobState::Receiving.code()))
}

/// Removes a job whose file is of no use.
pub(super) async fn forget_received(db: &impl ConnectionTrait, id: JobId) -> Result<()> {
    Entity::delete_by_id(id.0)
        .filter(Column::State.eq(JobState::Receiving.code()))
        .exec(db)
        .await?;
    Ok(())
}

/// Removes the jobs of which nothing has been received since a moment: nobody is there any more to give them up.
pub(super) async fn sweep_received(db: &impl ConnectionTrait, since: Timestamp) -> Result<()> {
    Entity::delete_many()
        .filter(Column::State.eq(JobState::Receiving.code()))
        .filter(Column::TurnAt.lt(since.millis()))
        .exec(db)
        .await?;
    Ok(())
}

fn one(id: i64) -> UpdateMany<Entity> {
    Entity::update_many().filter(Column::Id.eq(id))
}

/// Removes jobs that were asked for before a moment and are not being done.
pub(super) async fn sweep(db: &impl ConnectionTrait, before: Timestamp) -> Result<()> {
    Entity::delete_many()
        .filter(Column::CreatedAt.lt(before.millis()))
        .filter(Column::State.ne(JobState::Running.code()))
        .exec(db)
        .await?;
    Ok(())
}

impl Model {
    /// How far it has come.
    pub fn state(&self) -> JobState {
        JobState::from_code(&self.state).unwrap_or(JobState::Failed)
    }

    /// The number of rows that have this outcome.
    pub fn counter(&mut self, outcome: RowOutcome) -> &mut i64 {
        match outcome {
            RowOutcome::Waiting => &mut self.waiting,
            RowOutcome::WouldCreate => &mut self.would_create,
            RowOutcome::WouldChange => &mut self.would_change,
            RowOutcome::Created => &mut self.created,
            RowOutcome::Changed => &mut self.changed,
            RowOutcome::NothingToDo => &mut self.nothing_to_do,
            RowOutcome::Refused => &mut self.refused,
        }
    }

    /// What it is for.
    pub fn work(&self) -> Result<JobWork> {
        serde_json::from_str(&self.work)
            .map_err(|error| Error::Broken(format!("what job {} is for: {error}", self.id)))
    }

    /// How many rows are to be done, or were not.
    pub const fn to_do(&self) -> i64 {
        self.would_create + self.would_change
    }

    /// As its owner sees it.
    pub fn view(&self, now: Timestamp) -> Result<Job> {
        let number = |count: i64| u64::try_from(count).unwrap_or_default();
        let moment = |millis: i64| (millis > 0).then(|| Timestamp::from_millis(millis));
        let counts = JobCounts {
            rows: number(
                self.waiting
                    + self.to_do()
                    + self.created
                    + self.changed
                    + self.nothing_to_do
                    + self.refused,
            ),
            waiting: number(self.waiting),
            would_create: number(self.would_create),
            would_change: number(self.would_change),
            created: number(self.created),
            changed: number(self.changed),
            nothing_to_do: number(self.nothing_to_do),
            refused: number(self.refused),
        };
        let state = self.state();
        let (since, done, left) = match state {
            JobState::Previewing => (self.created_at, counts.rows - counts.waiting, self.waiting),
            JobState::Running => {
                let done = number(self.to_start_with - self.to_do());
                (self.started_at, done, self.to_do())
            }
            _ => (0, 0, 0),
        };
        Ok(Job {
            id: JobId(self.id),
            work: self.work()?,
            target: self.target.clone(),
            state,
            counts,
            created_at: Timestamp::from_millis(self.created_at),
            started_at: moment(self.started_at),
            ended_at: moment(self.ended_at),
            seconds_left: seconds_left(number(now.millis() - since), done, number(left)),
        })
    }
}

/// How long `left` rows take when `done` took so many milliseconds; unknown before the first.
fn seconds_left(millis: u64, done: u64, left: u64) -> Option<u64> {
    let each = millis.checked_div(done)?;
    Some((each * left).div_ceil(1000))
}

#[cfg(test)]
mod tests {
    use super::seconds_left;

    #[test]
    fn what_is_left_is_judged_by_what_was_done() {
        assert_eq!(seconds_left(10_000, 100, 50), Some(5));
        assert_eq!(seconds_left(10_000, 0, 50), None);
        assert_eq!(seconds_left(10_000, 100, 0), Some(0));
    }
}

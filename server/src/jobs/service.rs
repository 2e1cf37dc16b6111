//! The rules on making, starting, cancelling and looking at jobs. Everybody has their own.

use app::{
    JobId, Page, PageQuery, Refusal,
    audit::AuditAction,
    field::Problem,
    jobs::{Job, JobAction, JobDraft, JobRefusal, JobRow, JobRowQuery, JobState, JobWork},
    roles::Permission,
};

pub use super::import::{Receiving, begin as begin_import};
pub use super::results::{Results, results};
use super::{
    import, selection,
    store::{self, Model},
    told,
};
use crate::{
    actor::Actor,
    audit, companies,
    db::Tx,
    deps::Deps,
    desk::Caller,
    error::{Error, Result},
    roles, users,
};

/// How long jobs are kept, in seconds.
const KEPT: i64 = 30 * 24 * 60 * 60;
/// After how long without anything of it a file is given up, in seconds.
const STALLED: i64 = 15 * 60;

/// A page of the actor's jobs, newest first.
pub async fn list(deps: &Deps, actor: &Actor, page: PageQuery) -> Result<Page<Job>> {
    actor.may(Permission::UsersRead)?;
    let page = store::list(deps.db.read(), actor.user, &page).await?;
    let now = deps.now();
    let views: Result<Vec<Job>> = page.items.iter().map(|job| job.view(now)).collect();
    Ok(Page {
        items: views?,
        next: page.next,
        previous: page.previous,
        total: page.total,
        total_is_exact: page.total_is_exact,
    })
}

/// One job of the actor's.
pub async fn get(deps: &Deps, actor: &Actor, id: JobId) -> Result<Job> {
    actor.may(Permission::UsersRead)?;
    let job = store::find(deps.db.read(), actor.user, id).await?;
    job.view(deps.now())
}

/// The rows of one job of the actor's, as far as they may see the users.
pub async fn rows(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    id: JobId,
    query: JobRowQuery,
) -> Result<Page<JobRow>> {
    let scope = actor.may(Permission::UsersRead)?;
    let db = deps.db.read();
    let counts = store::find(db, actor.user, id)
        .await?
        .view(deps.now())?
        .counts;
    let total = query
        .outcome
        .map_or(counts.rows, |outcome| counts.of(outcome));
    told::list(db, scope, caller.language, id, total, &query).await
}

/// Keeps who is meant and lets the worker find out what would become of each. Nothing is changed yet.
pub async fn create(deps: &Deps, actor: &Actor, caller: &Caller, draft: JobDraft) -> Result<Job> {
    let scope = actor.may(draft.action.permission())?;
    let target = target(deps, actor, &draft.action).await?;
    let work = JobWork::Action(draft.action.clone());
    let tx = begin(deps, actor, &work).await?;
    let now = deps.now();
    let id = store::insert(&tx, actor, caller, &work, target, now).await?;
    selection::keep(&tx, scope, id, &draft, now).await?;
    let job = store::find(&*tx, actor.user, id).await?.view(now)?;
    tx.commit().await?;
    deps.job_bell.notify_one();
    Ok(job)
}

/// Begins to make a job, if the actor may have one more of this kind.
pub(super) async fn begin(deps: &Deps, actor: &Actor, work: &JobWork) -> Result<Tx> {
    actor.may(work.permission())?;
    actor.may(Permission::UsersRead)?;
    // It would go on when they are long no longer logged in as somebody else.
    actor.in_person()?;
    let tx = deps.db.begin().await?;
    // One after the other, so that nobody gets beyond the limit by asking twice at once.
    users::store::lock(&tx, actor.user).await?;
    match store::count_open(&tx, actor.user).await? {
        few if few < JobRefusal::MOST_AT_ONCE as u64 => Ok(tx),
        _ => Err(JobRefusal::TooMany.into()),
    }
}

/// The name of what the action is about, if the actor may use it and it makes sense.
async fn target(deps: &Deps, actor: &Actor, action: &JobAction) -> Result<Option<String>> {
    let db = deps.db.read();
    match action {
        JobAction::Move { company } => {
            let company =
                companies::store::find_for(db, &actor.scope, "action.company", *company).await?;
            Ok(Some(company.name))
        }
        JobAction::AddRole { role } | JobAction::RemoveRole { role } => {
            let found = match roles::catalogue::find(db, &actor.scope, *role).await {
                Err(Error::Refused(Refusal::NotFound)) => {
                    return Err(Refusal::field("action.role", Problem::NotFound).into());
                }
                found => found?,
            };
            Ok(Some(found.role.name))
        }
        JobAction::SetExpiry { expires_at } => {
            users::rules::may_end_at(db, deps, actor, *expires_at).await?;
            Ok(None)
        }
        JobAction::EnableTwoFactor
        | JobAction::DisableTwoFactor
        | JobAction::ResetTwoFactor
        | JobAction::Disable
        | JobAction::Enable
        | JobAction::IssueCredentials
        | JobAction::Delete => Ok(None),
    }
}

/// Starts a job whose preview is made.
pub async fn start(deps: &Deps, actor: &Actor, caller: &Caller, id: JobId) -> Result<Job> {
    actor.may(Permission::UsersRead)?;
    actor.in_person()?;
    let tx = deps.db.begin().await?;
    let work = store::find(&*tx, actor.user, id).await?.work()?;
    actor.may(work.permission())?;
    if !store::start(&tx, actor, caller, id, deps.now()).await? {
        return Err(JobRefusal::NotReady.into());
    }
    let job = store::find(&*tx, actor.user, id).await?;
    let event = audit::Entry::by(actor, caller, AuditAction::JobStarted);
    audit::record(
        &tx,
        deps,
        about(event, &job)?.with("rows", job.to_start_with),
    )
    .await?;
    tx.commit().await?;
    deps.job_bell.notify_one();
    job.view(deps.now())
}

/// Ends a job; what was not done until then stays as it is.
pub async fn cancel(deps: &Deps, actor: &Actor, caller: &Caller, id: JobId) -> Result<Job> {
    actor.may(Permission::UsersRead)?;
    actor.in_person()?;
    let tx = deps.db.begin().await?;
    store::find(&*tx, actor.user, id).await?;
    if !store::end(&tx, id, JobState::Cancelled, deps.now()).await? {
        return Err(JobRefusal::Over.into());
    }
    let job = store::find(&*tx, actor.user, id).await?;
    // What was never started has done nothing that the trail should tell.
    if job.started_at > 0 {
        let event = audit::Entry::by(actor, caller, AuditAction::JobEnded);
        note_end(&tx, deps, &job, event).await?;
    }
    tx.commit().await?;
    job.view(deps.now())
}

/// Records that a job has ended, and with what result.
pub(super) async fn note_end(tx: &Tx, deps: &Deps, job: &Model, event: audit::Entry) -> Result<()> {
    let event = about(event, job)?
        .with("state", &job.state)
        .with("created", job.created)
        .with("changed", job.changed)
        .with("nothing_to_do", job.nothing_to_do)
        .with("refused", job.refused)
        .with("not_done", job.to_do());
    audit::record(tx, deps, event).await
}

fn about(event: audit::Entry, job: &Model) -> Result<audit::Entry> {
    let event = event.with("job", job.id).with("action", job.work()?.code());
    Ok(match &job.target {
        Some(target) => event.with("target", target),
        None => event,
    })
}

/// Removes old jobs, files that nobody receives any more, and what files said of users who were purged.
pub async fn sweep(deps: &Deps) -> Result<()> {
    let (db, now) = (deps.db.write(), deps.now());
    store::sweep(db, now.plus_seconds(-KEPT)).await?;
    store::sweep_received(db, now.plus_seconds(-STALLED)).await?;
    import::store::forget_purged(&deps.db).await
}

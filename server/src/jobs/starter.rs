//! On whose behalf a job is done: made anew for each batch, so that what they lose meanwhile counts at once.

use app::{
    Refusal, UserId,
    jobs::JobRefusal,
    policies::TrustedAddresses,
    roles::{Channel, Permission},
    users::AccountStatus,
};

use super::store::Model;
use crate::{
    actor::{Actor, By},
    db::Tx,
    deps::Deps,
    desk::Caller,
    error::{Error, Result},
    users,
};

/// Whoever started the job, as they are now, or why they can do nothing any more.
///
/// No session is asked for: a job goes on after they have signed out. From where they may come was asked when they
/// started it; the worker comes from nowhere.
pub(super) async fn actor(tx: &Tx, deps: &Deps, job: &Model) -> Result<Actor> {
    let gone = || Error::from(JobRefusal::StarterGone);
    let (db, user) = (&**tx, UserId(job.user_id));
    let present = users::unattended::present(db, user, deps.now()).await?;
    let present = present.ok_or_else(gone)?;
    if present.account.status(deps.now()) != AccountStatus::Active {
        return Err(gone());
    }
    let channel = Channel::from_code(&job.channel).unwrap_or(Channel::Web);
    let ends_at = present.account.ends_at();
    let actor = present.actor(db, By::Job, channel, None, ends_at).await?;
    Ok(Actor {
        addresses: TrustedAddresses::default(),
        ..actor.ok_or_else(gone)?
    })
}

/// The request that started the job, for the audit trail.
pub(super) fn caller(job: &Model, actor: &Actor) -> Result<Caller> {
    let address = job
        .address
        .parse()
        .map_err(|_| Error::Broken(format!("the address of job {}", job.id)))?;
    Ok(Caller {
        address,
        user_agent: String::new(),
        request_id: job.request_id.clone(),
        channel: actor.channel,
        language: actor.me.language,
        session: None,
        token: None,
        flow: None,
    })
}

/// Why everything that is left of a job is refused, if it is.
pub(super) fn refusal(starter: &Result<Actor>, job: &Model) -> Result<Option<Refusal>> {
    Ok(match starter {
        Err(Error::Refused(refusal)) => Some(refusal.clone()),
        Err(_) => None,
        Ok(actor) => {
            let needed = [Permission::UsersRead, job.work()?.permission()];
            let lost = needed.into_iter().find(|&one| !actor.holds(one));
            lost.map(Refusal::NotAllowed)
        }
    })
}

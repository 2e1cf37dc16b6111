//! On whose behalf a job is done: made anew for each batch, so that what they lose meanwhile counts at once.

use app::{
    Refusal, SessionId, Timestamp, UserId,
    jobs::JobRefusal,
    policies::TrustedAddresses,
    roles::{Channel, Permission},
    sign_in::Me,
    users::AccountStatus,
};

use super::store::Model;
use crate::{
    actor::Actor,
    companies,
    db::Tx,
    deps::Deps,
    desk::Caller,
    error::{Error, Result},
    roles, users,
};

/// Whoever started the job, as they are now, or why they can do nothing any more.
///
/// No session is asked for: a job goes on after they have signed out. From where they may come was asked when they
/// started it; the worker comes from nowhere.
pub(super) async fn actor(tx: &Tx, deps: &Deps, job: &Model) -> Result<Actor> {
    let gone = || Error::from(JobRefusal::StarterGone);
    let user = UserId(job.user_id);
    let account = users::store::by_id(&**tx, user).await?.ok_or_else(gone)?;
    if account.status(deps.now()) != AccountStatus::Active {
        return Err(gone());
    }
    let rights = roles::store::rights(&**tx, user).await?;
    let company = companies::store::refs(&**tx, [account.company.0])
        .await?
        .pop()
        .ok_or_else(gone)?;
    let channel = Channel::from_code(&job.channel).unwrap_or(Channel::Web);
    let ends = account
        .expires_at
        .unwrap_or(Timestamp::from_millis(i64::MAX));
    Ok(Actor {
        user,
        login_id: account.login_id.clone(),
        session: SessionId(0),
        session_expires_at: ends,
        company: account.company,
        channel,
        permissions: rights.permissions,
        scope: users::rules::reach(&account.path, &rights),
        addresses: TrustedAddresses::default(),
        behind: None,
        me: Me {
            id: user,
            login_id: account.login_id,
            email: account.email,
            first_name: account.first_name,
            last_name: account.last_name,
            company,
            permissions: rights.permissions.on(channel),
            held: rights.permissions,
            language: account.language,
            time_zone: account.time_zone,
            previous_sign_in_at: account.last_sign_in_at,
            expires_at: account.expires_at,
            session_expires_at: account.expires_at,
            acting: None,
            acting_over: None,
        },
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

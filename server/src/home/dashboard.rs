//! The numbers of the actor's scope: each part asks for the permission of the list that it counts.

use app::{
    Language, Timestamp,
    dates::{Pattern, last_days, write_day},
    home::{Dashboard, MailCounts, SIGN_IN_DAYS, SignInDay},
    mail::MailState,
    roles::Permission,
};
use sea_orm::ConnectionTrait;

use crate::{
    actor::{Actor, Scope},
    audit,
    deps::Deps,
    error::Result,
    mail, users,
    zone::NamedZone,
};

/// The numbers of the actor's scope.
///
/// # Errors
/// Not allowed for whoever may see none of the lists.
pub async fn of(deps: &Deps, actor: &Actor) -> Result<Dashboard> {
    let (db, now) = (deps.db.read(), deps.now());
    let mut dashboard = Dashboard::default();
    // One after another, so that counting many never takes more than one of the connections that others wait for.
    if let Ok(scope) = actor.may(Permission::UsersRead) {
        dashboard.users = Some(users::tally(db, scope, now).await?);
    }
    if let Ok(scope) = actor.may(Permission::AuditRead) {
        let zone = NamedZone::or_utc(&actor.me.time_zone);
        dashboard.sign_ins = Some(sign_ins(db, scope, &zone, now).await?);
    }
    if let Ok(scope) = actor.may(Permission::MailRead) {
        let failed = mail::outbox::count(db, scope, MailState::Failed).await?;
        dashboard.mails = Some(MailCounts { failed });
    }
    if dashboard == Dashboard::default() {
        actor.may(Permission::UsersRead)?;
    }
    Ok(dashboard)
}

/// The sign-ins of the last days on the clocks of `zone`.
async fn sign_ins(
    db: &impl ConnectionTrait,
    scope: &Scope,
    zone: &NamedZone,
    now: Timestamp,
) -> Result<Vec<SignInDay>> {
    let days = last_days(now, SIGN_IN_DAYS, zone);
    let mut told = Vec::with_capacity(days.len());
    for (index, &begins_at) in days.iter().enumerate() {
        let end = days.get(index + 1).copied();
        let counts = audit::sign_ins::count(db, scope, begins_at, end).await?;
        told.push(SignInDay {
            day: write_day(begins_at, &Pattern::iso(), Language::English, zone),
            begins_at,
            signed_in: counts.done,
            failed: counts.failed,
        });
    }
    Ok(told)
}

//! How somebody wants the portal to look and to write.

use app::{
    Refusal,
    account::{Preferences, PreferencesChange},
    audit::AuditAction,
    field::Problem,
};

use super::service::own;
use crate::{
    actor::Actor,
    audit::{self, Entry},
    deps::Deps,
    desk::Caller,
    error::Result,
    users::{self, Account},
    zone::NamedZone,
};

/// What the actor prefers.
pub async fn get(deps: &Deps, actor: &Actor) -> Result<Preferences> {
    Ok(of(&own(deps.db.read(), actor).await?))
}

/// Changes it.
pub async fn change(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    change: PreferencesChange,
) -> Result<Preferences> {
    actor.in_person_on(actor.user)?;
    let tx = deps.db.begin().await?;
    users::store::lock(&tx, actor.user).await?;
    let account = own(&*tx, actor).await?;
    let before = of(&account);
    let after = before.clone().with(&change)?;
    if after.time_zone != before.time_zone && NamedZone::find(&after.time_zone).is_none() {
        return Err(Refusal::field("time_zone", Problem::NotATimeZone).into());
    }
    let event = Entry::by(actor, caller, AuditAction::PreferencesChanged)
        .on(account.id, &account.login_id, account.company)
        .changed("language", before.language.tag(), after.language.tag())
        .changed("time_zone", &before.time_zone, &after.time_zone)
        .changed("date_output", &before.date_output, &after.date_output)
        .changed("date_input", &before.date_input, &after.date_input)
        .changed("theme", before.theme.code(), after.theme.code());
    if event.has_details() {
        let mut account = account;
        account.language = after.language;
        account.time_zone.clone_from(&after.time_zone);
        account.date_output.clone_from(&after.date_output);
        account.date_input.clone_from(&after.date_input);
        account.theme = after.theme;
        if !users::store::update(&tx, &account).await? {
            return Err(Refusal::Stale.into());
        }
        audit::record(&tx, deps, event).await?;
    }
    tx.commit().await?;
    Ok(after)
}

fn of(account: &Account) -> Preferences {
    Preferences {
        language: account.language,
        time_zone: account.time_zone.clone(),
        date_output: account.date_output.clone(),
        date_input: account.date_input.clone(),
        theme: account.theme,
    }
}

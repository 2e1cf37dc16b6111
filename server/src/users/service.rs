//! The rules on adding, editing and stopping users.

use app::{
    CompanyId, Page, Refusal, UserId,
    audit::AuditAction,
    field::Problem,
    roles::Permission,
    sessions::Ending,
    users::{User, UserChange, UserQuery, UserRow},
};

pub use super::access::change_in as change_access_in;
pub use super::addresses::{set as set_trusted_addresses, try_out as try_trusted_addresses};
pub use super::company_expiry::{apply as apply_expiry, preview as preview_expiry};
pub use super::creation::{create, create_in};
pub use super::deletion::{
    close_in, delete, delete_in, has_sub_users, preview, purge, purge_old, restore,
};
pub use super::expiry_warnings::warn as warn_of_expiry;
pub use super::export::{Export, export};
pub use super::generate_password::generate as generate_password;
pub use super::import::{Imported, import_in};
pub use super::token_expiration::{
    preview as preview_token_expiration, set as set_token_expiration,
};
pub use super::two_factor::{
    enable_in as enable_two_factor_in, reset as reset_two_factor, reset_by_operator,
    reset_in as reset_two_factor_in, set as set_two_factor,
};
pub use super::verification::set as set_verification;
use super::{access, account::Account, email_changes, noted, rules, store, view::view};
use crate::{
    actor::{Actor, CompanyPath, Scope},
    audit, companies,
    db::Tx,
    deps::Deps,
    desk::Caller,
    error::Result,
    mail::{self, Letter},
    roles, sessions, throttle,
};

/// A page of the users of the actor's scope.
pub async fn list(deps: &Deps, actor: &Actor, query: UserQuery) -> Result<Page<UserRow>> {
    let scope = actor.may(Permission::UsersRead)?;
    super::list::list(deps, scope, &query).await
}

/// One user, also from the bin.
pub async fn get(deps: &Deps, actor: &Actor, id: UserId) -> Result<User> {
    let scope = actor.may(Permission::UsersRead)?;
    let account = store::find(deps.db.read(), scope, id).await?;
    view(deps.db.read(), deps, actor, account).await
}

/// Edits a user, if it is still at `version`.
pub async fn change(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    id: UserId,
    version: i64,
    change: UserChange,
) -> Result<User> {
    let scope = actor.may(Permission::UsersUpdate)?;
    let tx = deps.db.begin().await?;
    change_in(&tx, deps, actor, caller, id, version, change).await?;
    let account = store::find(&*tx, scope, id).await?;
    let user = view(&*tx, deps, actor, account).await?;
    tx.commit().await?;
    deps.mail_bell.notify_one();
    Ok(user)
}

/// Edits a user, who is still at `version`, in a transaction under way. Whether anything was to be changed.
pub async fn change_in(
    tx: &Tx,
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    id: UserId,
    version: i64,
    change: UserChange,
) -> Result<bool> {
    let scope = actor.may(Permission::UsersUpdate)?;
    let edit = change.check()?;
    let before = editable(tx, actor, scope, id).await?;
    rules::same_version(version, before.version)?;
    let mut after = before.clone();
    after.take_over(&edit);
    if let Some(email) = edit.email.map(String::from)
        && email != before.email
    {
        // Where the links go that let somebody in.
        actor.in_person()?;
        after.email = email;
    }
    if let Some(zone) = edit.time_zone {
        after.time_zone = zone.as_str().to_owned();
    }
    if let Some(language) = change.language {
        after.language = language;
    }
    if let Some(expires_at) = change.expires_at.filter(|&end| end != before.expires_at) {
        rules::not_oneself(actor, id)?;
        rules::may_end_at(&**tx, deps, actor, expires_at).await?;
        if expires_at.is_some() {
            rules::an_operator_administrator_stays(tx, deps, &[id]).await?;
        }
        if before.has_ended(deps.now()) {
            // What ended with the account does not live again with it. Locked before their flows, in the same order as
            // whoever goes on with one.
            store::lock(tx, id).await?;
            let ending = Ending::AccountExpired;
            sessions::store::end_all(tx, &[id], None, &ending, deps.now()).await?;
        }
        after.expires_at = expires_at;
    }
    let mut event = audit::Entry::by(actor, caller, AuditAction::UserChanged).on(
        id,
        &before.login_id,
        before.company,
    );
    if let Some(company) = change.company.filter(|&company| company != before.company) {
        rules::not_oneself(actor, id)?;
        rules::an_operator_administrator_stays(tx, deps, &[id]).await?;
        let company = company_of(tx, scope, "company", company).await?;
        let held = roles::store::rights(&**tx, id).await?;
        if !roles::service::fits(held.grants, company.kind) {
            return Err(Refusal::field("company", Problem::OperatorOnly).into());
        }
        let wanted: Vec<_> = change
            .roles
            .clone()
            .unwrap_or_else(|| held.roles.iter().map(|role| role.id).collect());
        roles::service::check_grant(&**tx, actor, &company.path, company.kind, &wanted).await?;
        let left = companies::store::refs(&**tx, [before.company.0]).await?;
        let left = left.first().map_or("", |company| &company.name);
        event = event.changed("company", left, &company.name);
        // Always in the same order, so that two who move people across each other do not wait for each other.
        let mut counts = [(before.company, -1), (company.id, 1)];
        counts.sort_unstable();
        for (id, by) in counts {
            companies::store::count_users(tx, id, by).await?;
        }
        after.company = company.id;
        after.path = company.path;
    }
    event = event
        .changed("email", &before.email, &after.email)
        .changed("first_name", &before.first_name, &after.first_name)
        .changed("last_name", &before.last_name, &after.last_name)
        .changed("group", &before.group, &after.group)
        .changed("description", &before.description, &after.description)
        .changed("language", before.language.tag(), after.language.tag())
        .changed("time_zone", &before.time_zone, &after.time_zone)
        .changed(
            "expires_at",
            noted::moment(before.expires_at),
            noted::moment(after.expires_at),
        );
    event = assign(tx, deps, actor, scope, &after, &change, event).await?;
    let has_changed = event.has_details();
    if has_changed {
        if !store::update(tx, &after).await? {
            return Err(Refusal::Stale.into());
        }
        // What others gave before, such as a related company, may weigh more with the new roles.
        rules::not_stronger(&**tx, actor, &after).await?;
        audit::record(tx, deps, event).await?;
    }
    if before.email != after.email {
        // What its user asked for before is settled by that.
        email_changes::cancel(tx, id).await?;
        let letter = Letter::EmailChanged {
            old: before.email.clone(),
            new: after.email.clone(),
        };
        mail::outbox::queue(tx, deps, &before.recipient()?, &letter).await?;
        mail::outbox::queue(tx, deps, &after.recipient()?, &letter).await?;
    }
    let setting = change
        .two_factor
        .filter(|&setting| setting != before.two_factor);
    if let Some(setting) = setting {
        super::two_factor::set_in(tx, deps, actor, caller, id, setting).await?;
    }
    Ok(has_changed || setting.is_some())
}

/// Gives the roles and related companies of a change.
async fn assign(
    tx: &Tx,
    deps: &Deps,
    actor: &Actor,
    scope: &Scope,
    account: &Account,
    change: &UserChange,
    mut event: audit::Entry,
) -> Result<audit::Entry> {
    let held = roles::store::rights(&**tx, account.id).await?;
    if let Some(wanted) = &change.roles {
        let company = companies::store::find(&**tx, scope, account.company).await?;
        let given = access::give_roles(tx, deps, actor, account, &company, &held, wanted).await?;
        event = event.changed("roles", given.before, given.after);
    }
    if let Some(wanted) = &change.related_companies {
        for (index, related) in wanted.iter().enumerate() {
            company_of(tx, scope, &format!("related_companies[{index}]"), *related).await?;
        }
        // What the actor cannot see stays.
        let (seen, hidden): (Vec<_>, Vec<_>) =
            held.related.iter().partition(|path| scope.contains(path));
        let before = related(held.related.iter());
        let mut after = related(hidden.into_iter());
        after.extend(wanted);
        after.sort_unstable();
        after.dedup();
        if after != before {
            rules::not_oneself(actor, account.id)?;
            actor.in_person()?;
            roles::store::relate(tx, account.id, &after).await?;
            let seen = related(seen.into_iter());
            event = event.changed(
                "related_companies",
                noted::companies(tx, &seen).await?,
                noted::companies(tx, wanted).await?,
            );
        }
    }
    Ok(event)
}

/// Stops a user from signing in, or allows it again.
pub async fn set_disabled(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    id: UserId,
    disabled: bool,
) -> Result<User> {
    let scope = actor.may(Permission::UsersUpdate)?;
    let tx = deps.db.begin().await?;
    set_disabled_in(&tx, deps, actor, caller, id, disabled).await?;
    let account = store::find(&*tx, scope, id).await?;
    let user = view(&*tx, deps, actor, account).await?;
    tx.commit().await?;
    Ok(user)
}

/// Stops a user from signing in, or allows it again, in a transaction under way. Whether it was otherwise.
pub async fn set_disabled_in(
    tx: &Tx,
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    id: UserId,
    disabled: bool,
) -> Result<bool> {
    let scope = actor.may(Permission::UsersUpdate)?;
    rules::not_oneself(actor, id)?;
    let mut account = editable(tx, actor, scope, id).await?;
    if account.disabled == disabled {
        return Ok(false);
    }
    let mut ended = 0;
    if disabled {
        rules::an_operator_administrator_stays(tx, deps, &[id]).await?;
        // Before their flows, in the same order as whoever goes on with one.
        store::lock(tx, id).await?;
        let ending = Ending::AccountDisabled;
        ended = sessions::store::end_all(tx, &[id], None, &ending, deps.now()).await?;
    }
    account.disabled = disabled;
    if !store::update(tx, &account).await? {
        return Err(Refusal::Stale.into());
    }
    let action = match disabled {
        true => AuditAction::UserDisabled,
        false => AuditAction::UserEnabled,
    };
    let mut event = audit::Entry::by(actor, caller, action)
        .on(id, &account.login_id, account.company)
        .changed("disabled", !disabled, disabled);
    if disabled {
        event = event.with("sessions_ended", ended);
    }
    audit::record(tx, deps, event).await?;
    Ok(true)
}

/// Forgets the failed sign-ins that slow this account down.
pub async fn unlock(deps: &Deps, actor: &Actor, caller: &Caller, id: UserId) -> Result<User> {
    let scope = actor.may(Permission::CredentialsReset)?;
    let tx = deps.db.begin().await?;
    let account = editable(&tx, actor, scope, id).await?;
    throttle::forget_account(&tx, &account.login_id, id).await?;
    let event = audit::Entry::by(actor, caller, AuditAction::UserUnlocked).on(
        id,
        &account.login_id,
        account.company,
    );
    audit::record(&tx, deps, event).await?;
    let user = view(&*tx, deps, actor, account).await?;
    tx.commit().await?;
    Ok(user)
}

/// The user, if the actor may act on them: within the scope, not stronger, not in the bin, nobody that somebody else is
/// logged in as just now.
pub(super) async fn editable(tx: &Tx, actor: &Actor, scope: &Scope, id: UserId) -> Result<Account> {
    let account = store::find(&**tx, scope, id).await?;
    actor.in_person_on(id)?;
    rules::not_in_the_bin(&account)?;
    rules::not_stronger(&**tx, actor, &account).await?;
    Ok(account)
}

pub(super) async fn company_of(
    tx: &Tx,
    scope: &Scope,
    field: &str,
    id: CompanyId,
) -> Result<companies::store::Company> {
    companies::store::keep(tx, id).await?;
    companies::store::find_for(&**tx, scope, field, id).await
}

fn related<'a>(paths: impl Iterator<Item = &'a CompanyPath>) -> Vec<CompanyId> {
    let mut companies: Vec<_> = paths.filter_map(CompanyPath::company).collect();
    companies.sort_unstable();
    companies
}

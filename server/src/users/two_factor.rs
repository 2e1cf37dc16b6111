//! Enable TFA, Disable TFA, Reset TFA.

use app::{
    UserId, audit::AuditAction, policies::TwoFactorSetting, roles::Permission, sessions::Ending,
    users::User,
};

use super::{account::Account, rules, service::editable, store, view::view};
use crate::{
    actor::Actor,
    audit,
    credentials::{recovery_code, totp},
    db::Tx,
    deps::Deps,
    desk::Caller,
    error::{Error, Result},
    mail::{self, Letter},
    policies, sessions,
};

/// Enable TFA (`true`) or Disable TFA (`false`).
pub async fn set(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    id: UserId,
    enabled: bool,
) -> Result<User> {
    let tx = deps.db.begin().await?;
    enable_in(&tx, deps, actor, caller, id, enabled).await?;
    finish(tx, deps, actor, id).await
}

/// Enable TFA or Disable TFA in a transaction under way. Whether it was otherwise.
pub async fn enable_in(
    tx: &Tx,
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    id: UserId,
    enabled: bool,
) -> Result<bool> {
    let scope = actor.may(Permission::CredentialsReset)?;
    let account = editable(tx, actor, scope, id).await?;
    let setting = match enabled {
        true => TwoFactorSetting::Yes,
        false => TwoFactorSetting::No,
    };
    // What its user asked of themselves is an administrator's word from now on.
    let differs = account.two_factor != setting || enabled && totp::is_by_choice(&**tx, id).await?;
    if differs {
        set_in(tx, deps, actor, caller, id, setting).await?;
    }
    Ok(differs)
}

/// Changes the two-factor setting. Where it is no longer asked for, the authenticator is forgotten, so that
/// switching it on again sets up a new one.
pub(super) async fn set_in(
    tx: &Tx,
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    id: UserId,
    setting: TwoFactorSetting,
) -> Result<()> {
    actor.may(Permission::CredentialsReset)?;
    if setting != TwoFactorSetting::Yes {
        // A session that somebody left open is too little to weaken one's own account.
        rules::not_oneself(actor, id)?;
    }
    let mut account = store::find(&**tx, &actor.scope, id).await?;
    let before = account.two_factor;
    let policy = policies::store::in_force(&**tx, &account.path).await?;
    let was_required = account.second_factor_required(&policy);
    account.two_factor = setting;
    if !store::update(tx, &account).await? {
        return Err(app::Refusal::Stale.into());
    }
    let required = account.second_factor_required(&policy);
    if setting == TwoFactorSetting::Yes {
        totp::ask_for(tx, id).await?;
    }
    let forgotten = was_required && !required;
    if forgotten {
        forget(tx, id).await?;
        mail::outbox::queue(tx, deps, &account.recipient()?, &Letter::TwoFactorDisabled).await?;
    }
    let action = match required {
        true => AuditAction::TwoFactorEnabled,
        false => AuditAction::TwoFactorDisabled,
    };
    let event = audit::Entry::by(actor, caller, action)
        .on(id, &account.login_id, account.company)
        .changed("two_factor", before.code(), setting.code());
    let event = match forgotten {
        true => event.with("authenticator", "removed"),
        false => event,
    };
    audit::record(tx, deps, event).await
}

/// Reset TFA: the authenticator and recovery codes are dead, sessions end, the next sign-in enrols anew.
pub async fn reset(deps: &Deps, actor: &Actor, caller: &Caller, id: UserId) -> Result<User> {
    let tx = deps.db.begin().await?;
    reset_in(&tx, deps, actor, caller, id).await?;
    finish(tx, deps, actor, id).await
}

/// Reset TFA in a transaction under way.
pub async fn reset_in(
    tx: &Tx,
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    id: UserId,
) -> Result<()> {
    let scope = actor.may(Permission::CredentialsReset)?;
    let account = editable(tx, actor, scope, id).await?;
    rules::not_oneself(actor, id)?;
    let event = audit::Entry::by(actor, caller, AuditAction::TwoFactorReset).on(
        id,
        &account.login_id,
        account.company,
    );
    start_over(tx, deps, &account, event).await
}

/// Reset TFA from the command line.
pub async fn reset_by_operator(deps: &Deps, login_id: &app::users::LoginId) -> Result<()> {
    let tx = deps.db.begin().await?;
    let account = store::by_login_id(&*tx, login_id)
        .await?
        .ok_or(Error::Refused(app::Refusal::NotFound))?;
    let event = audit::Entry::by_operator(AuditAction::TwoFactorReset).on(
        account.id,
        &account.login_id,
        account.company,
    );
    start_over(&tx, deps, &account, event).await?;
    tx.commit().await?;
    deps.mail_bell.notify_one();
    Ok(())
}

async fn start_over(tx: &Tx, deps: &Deps, account: &Account, event: audit::Entry) -> Result<()> {
    forget(tx, account.id).await?;
    let ending = Ending::TwoFactorReset;
    let ended = sessions::store::end_all(tx, &[account.id], None, &ending, deps.now()).await?;
    audit::record(tx, deps, event.with("sessions_ended", ended)).await?;
    mail::outbox::queue(tx, deps, &account.recipient()?, &Letter::TwoFactorReset).await?;
    Ok(())
}

async fn forget(tx: &Tx, id: UserId) -> Result<()> {
    totp::forget(tx, id).await?;
    recovery_code::forget(tx, id).await?;
    store::end_flows(tx, &[id]).await
}

async fn finish(tx: Tx, deps: &Deps, actor: &Actor, id: UserId) -> Result<User> {
    let account = store::find(&*tx, &actor.scope, id).await?;
    let user = view(&*tx, deps, actor, account).await?;
    tx.commit().await?;
    deps.mail_bell.notify_one();
    Ok(user)
}

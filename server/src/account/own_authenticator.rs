//! Setting up, replacing and removing one's own authenticator, and its recovery codes.

use app::{
    Refusal,
    account::{AccountRefusal, AuthenticatorCode, PresentPassword, RecoveryCodes},
    audit::AuditAction,
    credentials::{OneTimeCode, RecoveryCode},
    field::Problem,
    policies::{InForce, TwoFactorSetting},
    sessions::Ending,
    sign_in::Enrolment,
};

use super::{asked_password::Asked, service::own};
use crate::{
    actor::Actor,
    audit::{self, Entry},
    credentials::{password, pending, recovery_code, totp},
    deps::Deps,
    desk::Caller,
    error::Result,
    mail::{self, Letter},
    policies,
    sessions::{self, proof},
    throttle::{self, Subject, Try},
    users::{self, Account},
};

/// Begins to set up an authenticator. One that is bound works until the new one is confirmed.
pub async fn begin(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    draft: PresentPassword,
) -> Result<Enrolment> {
    actor.in_person_on(actor.user)?;
    let db = deps.db.read();
    let account = own(db, actor).await?;
    let stored = password::stored(db, account.id)
        .await?
        .ok_or(AccountRefusal::NoPassword)?;
    draft.check()?;
    // The password alone must not be enough to put another authenticator in the place of the one that is bound.
    if account.enrolled_at.is_some() {
        proof::demand(db, actor, true, deps.now()).await?;
    }
    let asked = Asked {
        account: &account,
        stored: &stored,
        field: "password",
    };
    let event = about(actor, caller, &account, AuditAction::AuthenticatorBound);
    let attempt = asked
        .answered(deps, caller, &draft.password, &event)
        .await?;
    let tx = deps.db.begin().await?;
    attempt.was_right(&tx).await?;
    proof::still_open(&tx, actor).await?;
    let secret = pending::begin(&tx, deps, actor.session()?, account.enrolled_at).await?;
    tx.commit().await?;
    secret.enrolment(totp::ISSUER, &account.login_id, false)
}

/// Binds the authenticator being set up, whose code is right. In another's place, other sessions end.
pub async fn confirm(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    draft: AuthenticatorCode,
) -> Result<RecoveryCodes> {
    actor.in_person_on(actor.user)?;
    let wrong = |problem| Refusal::field("code", problem);
    let code = OneTimeCode::parse(&draft.code).map_err(wrong)?;
    let pending = pending::find(deps.db.read(), deps, actor.session()?)
        .await?
        .ok_or(AccountRefusal::SetUpOver)?;
    let attempt = Try::begin(deps, [Subject::second_factor(actor.user)]).await?;
    let now = deps.now();
    let step = pending.secret.matching_step(&code, now.seconds())?;
    let tx = deps.db.begin().await?;
    users::store::lock(&tx, actor.user).await?;
    let account = own(&*tx, actor).await?;
    let event = about(actor, caller, &account, AuditAction::AuthenticatorBound);
    let Some(step) = step else {
        attempt.was_wrong(&tx, deps).await?;
        audit::record(&tx, deps, event.failed().with("wrong", "code")).await?;
        tx.commit().await?;
        return Err(wrong(Problem::WrongCode).into());
    };
    if !pending::spend(&tx, actor.session()?, &pending, account.enrolled_at).await? {
        return Err(AccountRefusal::SetUpOver.into());
    }
    let policy = policies::store::in_force(&*tx, &account.path).await?;
    let required = account.second_factor_required(&policy);
    let by_choice = match account.enrolled_at {
        Some(_) => totp::is_by_choice(&*tx, account.id).await?,
        None => !required,
    };
    let replaced = totp::forget(&tx, account.id).await?;
    totp::bind(&tx, deps, account.id, &pending.secret, step, by_choice).await?;
    throttle::forget_second_factor(&tx, account.id).await?;
    if !required {
        users::store::set_two_factor(&tx, account.id, TwoFactorSetting::Yes).await?;
    }
    let codes = recovery_code::replace(&tx, deps, account.id).await?;
    // What was proved elsewhere by the password alone is no longer enough.
    proof::forget_all(&tx, account.id).await?;
    proof::note(&tx, actor.session()?, now).await?;
    let event = match replaced {
        true => {
            let (of, ending) = ([account.id], Ending::AuthenticatorChanged);
            let keep = Some(actor.session()?);
            let ended = sessions::store::end_all(&tx, &of, keep, &ending, now).await?;
            event.with("replaced", true).with("sessions_ended", ended)
        }
        false => event,
    };
    audit::record(&tx, deps, event).await?;
    let letter = Letter::AuthenticatorBound;
    mail::outbox::queue(&tx, deps, &account.recipient()?, &letter).await?;
    tx.commit().await?;
    deps.mail_bell.notify_one();
    Ok(told(&codes))
}

/// Removes the authenticator and the recovery codes. Other sessions end.
pub async fn remove(deps: &Deps, actor: &Actor, caller: &Caller) -> Result<()> {
    actor.in_person_on(actor.user)?;
    let now = deps.now();
    let tx = deps.db.begin().await?;
    users::store::lock(&tx, actor.user).await?;
    let account = own(&*tx, actor).await?;
    if account.enrolled_at.is_none() {
        return Err(AccountRefusal::NoAuthenticator.into());
    }
    let policy = policies::store::in_force(&*tx, &account.path).await?;
    let by_choice = totp::is_by_choice(&*tx, account.id).await?;
    if let Some(refusal) = stays(&account, &policy, by_choice) {
        return Err(refusal.into());
    }
    proof::demand(&*tx, actor, true, now).await?;
    totp::forget(&tx, account.id).await?;
    recovery_code::forget(&tx, account.id).await?;
    let mut event = about(actor, caller, &account, AuditAction::TwoFactorDisabled);
    if by_choice {
        let (before, after) = (account.two_factor, TwoFactorSetting::Inherit);
        users::store::set_two_factor(&tx, account.id, after).await?;
        event = event.changed("two_factor", before.code(), after.code());
    }
    let (of, ending) = ([account.id], Ending::AuthenticatorChanged);
    let ended = sessions::store::end_all(&tx, &of, Some(actor.session()?), &ending, now).await?;
    let event = event.with("authenticator", "removed");
    audit::record(&tx, deps, event.with("sessions_ended", ended)).await?;
    let letter = Letter::TwoFactorDisabled;
    mail::outbox::queue(&tx, deps, &account.recipient()?, &letter).await?;
    tx.commit().await?;
    deps.mail_bell.notify_one();
    Ok(())
}

/// Makes ten new recovery codes; the old ones are void.
pub async fn renew_codes(deps: &Deps, actor: &Actor, caller: &Caller) -> Result<RecoveryCodes> {
    actor.in_person_on(actor.user)?;
    let tx = deps.db.begin().await?;
    users::store::lock(&tx, actor.user).await?;
    let account = own(&*tx, actor).await?;
    if account.enrolled_at.is_none() {
        return Err(AccountRefusal::NoAuthenticator.into());
    }
    proof::demand(&*tx, actor, true, deps.now()).await?;
    let left = recovery_code::left(&*tx, account.id).await?;
    let codes = recovery_code::replace(&tx, deps, account.id).await?;
    let event = about(actor, caller, &account, AuditAction::RecoveryCodesMade);
    audit::record(&tx, deps, event.changed("left", left, codes.len())).await?;
    let letter = Letter::RecoveryCodesRenewed;
    mail::outbox::queue(&tx, deps, &account.recipient()?, &letter).await?;
    tx.commit().await?;
    deps.mail_bell.notify_one();
    Ok(told(&codes))
}

/// Why the authenticator cannot be removed, if so. What somebody asked of themselves, by setting it up, they may take back.
pub(super) fn stays(
    account: &Account,
    policy: &InForce,
    by_choice: bool,
) -> Option<AccountRefusal> {
    let asked_by_others = match by_choice {
        true => TwoFactorSetting::Inherit,
        false => account.two_factor,
    };
    match asked_by_others {
        TwoFactorSetting::Yes => Some(AccountRefusal::RequiredForYou),
        TwoFactorSetting::Inherit if policy.two_factor_required.value => {
            Some(AccountRefusal::RequiredByPolicy)
        }
        TwoFactorSetting::Inherit | TwoFactorSetting::No => None,
    }
}

fn told(codes: &[RecoveryCode]) -> RecoveryCodes {
    RecoveryCodes {
        codes: codes.iter().map(RecoveryCode::grouped).collect(),
    }
}

fn about(actor: &Actor, caller: &Caller, account: &Account, action: AuditAction) -> Entry {
    Entry::by(actor, caller, action).on(account.id, &account.login_id, account.company)
}

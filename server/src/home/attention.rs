//! What wants attention about the actor's own account. It needs no permission: the actor is whose account it is.

use app::{
    Refusal, Timestamp, credentials::FEW_RECOVERY_CODES, home::Attention, policies::InForce,
};
use sea_orm::ConnectionTrait;

use crate::{
    actor::Actor,
    credentials::{password, recovery_code},
    deps::Deps,
    desk::Caller,
    error::Result,
    policies,
    sign_in::devices::{self, Device},
    tokens,
    users::{self, Account},
};

const DAY: i64 = 24 * 60 * 60;
/// For so long a sign-in from a new device is told.
const NEW_DEVICE_TOLD: i64 = 7 * DAY;
/// So long before a password or a token ends it is told.
const TOLD_BEFORE: i64 = 14 * DAY;

/// What wants attention about the actor's own account, the most urgent first.
pub async fn of(deps: &Deps, actor: &Actor, caller: &Caller) -> Result<Vec<Attention>> {
    let (db, now) = (deps.db.read(), deps.now());
    let account = users::store::by_id(db, actor.user).await?;
    let account = account.ok_or(Refusal::NotSignedIn)?;
    let policy = policies::store::in_force(db, &account.path).await?;
    let all = [
        new_device(db, actor, caller, now).await?,
        account_ends(&account, &policy, now),
        password_ends(&account, &policy, now),
        recovery_codes_low(db, &account, &policy).await?,
        tokens_end(db, &account, now).await?,
        email_pending(db, &account, now).await?,
    ];
    Ok(all.into_iter().flatten().collect())
}

async fn new_device(
    db: &impl ConnectionTrait,
    actor: &Actor,
    caller: &Caller,
    now: Timestamp,
) -> Result<Option<Attention>> {
    // Whoever is logged in as somebody else comes with a device of their own.
    let this = actor
        .behind
        .is_none()
        .then(|| Device::of(&caller.user_agent));
    let since = now.plus_seconds(-NEW_DEVICE_TOLD);
    let newest = devices::newest_told(db, actor.user, since, this.as_ref()).await?;
    Ok(newest.map(|device| Attention::NewDevice {
        at: device.at,
        device: device.name,
        address: device.address,
    }))
}

fn account_ends(account: &Account, policy: &InForce, now: Timestamp) -> Option<Attention> {
    let warned = i64::from(policy.expiry_warning_days.value) * DAY;
    account
        .expires_at
        .filter(|&at| at <= now.plus_seconds(warned))
        .map(|at| Attention::AccountEnds { at })
}

fn password_ends(account: &Account, policy: &InForce, now: Timestamp) -> Option<Attention> {
    let max_age_days = policy.password_max_age_days.value;
    password::too_old_since(account.password_set_at?, max_age_days)
        .filter(|&at| at <= now.plus_seconds(TOLD_BEFORE))
        .map(|at| Attention::PasswordEnds {
            at,
            over: at <= now,
        })
}

async fn recovery_codes_low(
    db: &impl ConnectionTrait,
    account: &Account,
    policy: &InForce,
) -> Result<Option<Attention>> {
    if account.enrolled_at.is_none() || !account.second_factor_required(policy) {
        return Ok(None);
    }
    let left = recovery_code::left(db, account.id).await?;
    Ok((left <= FEW_RECOVERY_CODES).then_some(Attention::RecoveryCodesLow { left }))
}

async fn tokens_end(
    db: &impl ConnectionTrait,
    account: &Account,
    now: Timestamp,
) -> Result<Option<Attention>> {
    let soon = now.plus_seconds(TOLD_BEFORE);
    let mut ending: Vec<(Timestamp, String)> = tokens::store::of_user(db, account.id, now)
        .await?
        .into_iter()
        .filter_map(|token| Some((token.expires_at?, token.name)))
        .filter(|&(at, _)| at > now && at <= soon)
        .collect();
    ending.sort();
    let tokens = ending.len() as u64;
    let first = ending.into_iter().next();
    Ok(first.map(|(at, first)| Attention::TokensEnd { tokens, first, at }))
}

async fn email_pending(
    db: &impl ConnectionTrait,
    account: &Account,
    now: Timestamp,
) -> Result<Option<Attention>> {
    let pending = users::email_changes::pending(db, account.id, now).await?;
    Ok(pending.map(|pending| Attention::EmailPending {
        email: pending.email,
        expires_at: pending.expires_at,
        expired: pending.expired,
    }))
}

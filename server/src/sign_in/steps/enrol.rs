//! The first code of an authenticator being set up.

use app::{
    audit::AuditAction,
    credentials::{OneTimeCode, RecoveryCode},
    policies::TwoFactorSetting,
    sign_in::SignInRefusal,
};

use super::{At, Kind, typed};
use crate::{
    audit,
    credentials::{recovery_code, totp},
    error::Result,
    mail::{self, Letter},
    sign_in::{
        finish::{self, Outcome},
        store::Progress,
    },
    users,
};

/// Binds the authenticator whose code is right, and makes recovery codes.
pub(in crate::sign_in) async fn prove(at: &At<'_>, code: &str) -> Result<Outcome> {
    let code = typed(OneTimeCode::parse(code))?;
    // Without a secret the QR code was never shown, so there is nothing to prove yet.
    let secret = at
        .flow
        .pending_secret(at.deps)?
        .ok_or(SignInRefusal::WrongStep)?;
    let attempt = at.begin_try(Kind::SecondFactor).await?;
    let Some(step) = secret.matching_step(&code, at.deps.now().seconds())? else {
        return Err(at.wrong(Kind::SecondFactor, &attempt).await);
    };
    let tx = at.deps.db.begin().await?;
    let by_choice = !at.account.second_factor_required(at.policy);
    if !totp::bind(&tx, at.deps, at.account.id, &secret, step, by_choice).await? {
        return Err(SignInRefusal::WrongStep.into());
    }
    at.right(&tx, Kind::SecondFactor).await?;
    if by_choice {
        users::store::set_two_factor(&tx, at.account.id, TwoFactorSetting::Yes).await?;
    }
    let codes = recovery_code::replace(&tx, at.deps, at.account.id).await?;
    audit::record(&tx, at.deps, at.event(AuditAction::AuthenticatorBound)).await?;
    let recipient = at.account.recipient()?;
    mail::outbox::queue(&tx, at.deps, &recipient, &Letter::AuthenticatorBound).await?;
    let progress = Progress {
        second_factor_proved: true,
        codes_to_keep: Some(codes.iter().map(RecoveryCode::grouped).collect()),
        ..Progress::default()
    };
    finish::go_on(tx, at, progress).await
}

//! A recovery code in place of the authenticator.

use app::{
    audit::AuditAction,
    credentials::{FEW_RECOVERY_CODES, RecoveryCode},
};

use super::{At, Kind, typed};
use crate::{
    audit,
    credentials::recovery_code,
    error::Result,
    mail::{self, Letter},
    sign_in::{
        finish::{self, Outcome},
        store::Progress,
    },
};

/// Accepts the code once.
pub(in crate::sign_in) async fn prove(at: &At<'_>, code: &str) -> Result<Outcome> {
    let code = typed(RecoveryCode::parse(code))?;
    let attempt = at.begin_try(Kind::SecondFactor).await?;
    let tx = at.deps.db.begin().await?;
    if !recovery_code::accept(&tx, at.deps, at.account.id, &code).await? {
        drop(tx);
        return Err(at.wrong(Kind::SecondFactor, &attempt).await);
    }
    at.right(&tx, Kind::SecondFactor).await?;
    let left = recovery_code::left(&*tx, at.account.id).await?;
    let event = at.event(AuditAction::RecoveryCodeUsed).with("left", left);
    audit::record(&tx, at.deps, event).await?;
    if left <= FEW_RECOVERY_CODES {
        let letter = Letter::RecoveryCodesLow { left };
        mail::outbox::queue(&tx, at.deps, &at.account.recipient()?, &letter).await?;
    }
    let progress = Progress {
        second_factor_proved: true,
        ..Progress::default()
    };
    finish::go_on(tx, at, progress).await
}

//! The steps of a login flow, one file each: what becomes of the proof that is offered at it.

pub(super) mod code;
pub(super) mod email_code;
pub(super) mod enrol;
pub(super) mod keep_codes;
pub(super) mod new_password;
pub(super) mod not_now;
pub(super) mod recovery_code;

use app::{Refusal, audit::AuditAction, field::Problem, policies::InForce, sign_in::SignInRefusal};

use super::store::{self, Flow};
use crate::{
    audit,
    db::Tx,
    deps::Deps,
    desk::Caller,
    error::{Error, Result},
    throttle::{self, Subject, Try},
    users::Account,
};

/// What a step is given.
pub(super) struct At<'a> {
    pub(super) deps: &'a Deps,
    pub(super) caller: &'a Caller,
    pub(super) flow: &'a Flow,
    pub(super) account: &'a Account,
    pub(super) policy: &'a InForce,
}

/// Which kind of code is tried: wrong ones of each are counted by themselves, because a mailed code proves nothing about
/// the authenticator.
#[derive(Clone, Copy, Debug)]
enum Kind {
    /// Of the authenticator, or a recovery code.
    SecondFactor,
    /// Sent by e-mail.
    Email,
}

impl At<'_> {
    /// Lets a code be tried: five per step of a flow, with a growing wait per account over all flows.
    async fn begin_try(&self, kind: Kind) -> Result<Try> {
        let subject = match kind {
            Kind::SecondFactor => Subject::second_factor(self.account.id),
            Kind::Email => Subject::email_code(self.account.id),
        };
        let attempt = Try::begin(self.deps, [subject]).await?;
        match store::charge_try(self.deps.db.write(), self.flow).await? {
            true => Ok(attempt),
            false => Err(SignInRefusal::FlowOver.into()),
        }
    }

    /// Forgets the tries: the code was right.
    async fn right(&self, tx: &Tx, kind: Kind) -> Result<()> {
        match kind {
            Kind::SecondFactor => throttle::forget_second_factor(tx, self.account.id).await,
            Kind::Email => throttle::forget_email_code(tx, self.account.id).await,
        }
    }

    /// Records that a code was wrong, and ends the flow with its last try; what the caller is told.
    async fn wrong(&self, kind: Kind, attempt: &Try) -> Error {
        let problem = match kind {
            Kind::SecondFactor => Problem::WrongCode,
            Kind::Email => Problem::WrongEmailCode,
        };
        match self.record_failure(kind, attempt).await {
            Ok(true) => SignInRefusal::TooManyTries.into(),
            Ok(false) => Refusal::field("code", problem).into(),
            Err(error) => error,
        }
    }

    /// Whether the flow has ended by that.
    async fn record_failure(&self, kind: Kind, attempt: &Try) -> Result<bool> {
        let action = match kind {
            Kind::SecondFactor => AuditAction::SecondFactorFailed,
            Kind::Email => AuditAction::EmailCodeFailed,
        };
        let tx = self.deps.db.begin().await?;
        attempt.was_wrong(&tx, self.deps).await?;
        let over = store::end_if_used_up(&tx, self.flow).await?;
        audit::record(&tx, self.deps, self.event(action).failed()).await?;
        tx.commit().await?;
        Ok(over)
    }

    /// An event about the user's own doing.
    pub(super) fn event(&self, action: AuditAction) -> audit::Entry {
        audit::Entry::by_oneself(
            self.account.id,
            &self.account.login_id,
            self.account.company,
            self.caller,
            action,
        )
    }
}

/// The code as it was typed, or the refusal that names the field.
fn typed<T>(code: Result<T, Problem>) -> Result<T> {
    code.map_err(|problem| Refusal::field("code", problem).into())
}

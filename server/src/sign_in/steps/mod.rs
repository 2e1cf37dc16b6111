//! The steps of a login flow, one file each: what becomes of the proof that is offered at it.

pub(super) mod code;
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

impl At<'_> {
    /// Lets a code be tried: five per flow, with a growing wait per account over all flows.
    async fn begin_try(&self) -> Result<Try> {
        let subject = Subject::second_factor(self.account.id);
        let attempt = Try::begin(self.deps, [subject]).await?;
        if store::charge_try(self.deps.db.write(), self.flow).await? {
            return Ok(attempt);
        }
        store::end(self.deps.db.write(), &self.flow.token).await?;
        Err(SignInRefusal::FlowOver.into())
    }

    /// Forgets the tries: the code was right.
    async fn right(&self, tx: &Tx) -> Result<()> {
        throttle::forget_second_factor(tx, self.account.id).await
    }

    /// Records that a code was wrong; what the caller is told.
    async fn wrong(&self, attempt: &Try) -> Error {
        match self.record_failure(attempt).await {
            Ok(()) => Refusal::field("code", Problem::WrongCode).into(),
            Err(error) => error,
        }
    }

    async fn record_failure(&self, attempt: &Try) -> Result<()> {
        let tx = self.deps.db.begin().await?;
        attempt.was_wrong(&tx, self.deps).await?;
        let event = self.event(AuditAction::SecondFactorFailed).failed();
        audit::record(&tx, self.deps, event).await?;
        tx.commit().await
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

//! The step-up: proving once more that it is oneself who asks.

use app::{
    Refusal, UserId,
    audit::AuditAction,
    field::Problem,
    sessions::{ProofDraft, ProofKind, StepUp},
};

use super::proof;
use crate::{
    actor::Actor,
    audit::{self, Entry},
    credentials::{hasher::Verdict, password, totp},
    db::Tx,
    deps::Deps,
    desk::Caller,
    error::Result,
    throttle::{self, Subject, Try},
    users,
};

/// A proof that is being looked at.
pub(super) struct Attempt {
    user: UserId,
    proof: StepUp,
    attempt: Try,
    password_is_right: bool,
}

impl Attempt {
    /// Lets `user` try a proof, or refuses it because its time has not come.
    pub(super) async fn begin(deps: &Deps, user: UserId, proof: StepUp) -> Result<Self> {
        let attempt = Try::begin(deps, [Subject::second_factor(user)]).await?;
        // Hashing is slow, and nobody is to wait for it in a transaction.
        let password_is_right = match &proof {
            StepUp::Password(typed) => {
                password::verify(deps, Some(user), typed).await? != Verdict::Wrong
            }
            StepUp::Code(_) => false,
        };
        Ok(Self {
            user,
            proof,
            attempt,
            password_is_right,
        })
    }

    /// Whether the proof is right; a code is used by this.
    pub(super) async fn accept(&self, tx: &Tx, deps: &Deps) -> Result<bool> {
        match &self.proof {
            StepUp::Code(code) if totp::accept(tx, deps, self.user, code).await? => {
                throttle::forget_second_factor(tx, self.user).await?;
                Ok(true)
            }
            StepUp::Password(_) if self.password_is_right => {
                self.attempt.was_right(tx).await?;
                Ok(true)
            }
            StepUp::Code(_) | StepUp::Password(_) => Ok(false),
        }
    }

    /// Records that the proof was wrong, in an event about what it was meant for; what the caller is told.
    pub(super) async fn refuse(&self, deps: &Deps, event: Entry) -> Result<Refusal> {
        let (field, problem) = match self.proof {
            StepUp::Code(_) => ("code", Problem::WrongCode),
            StepUp::Password(_) => ("password", Problem::WrongPassword),
        };
        let tx = deps.db.begin().await?;
        self.attempt.was_wrong(&tx, deps).await?;
        audit::record(&tx, deps, event.failed().with("wrong", field)).await?;
        tx.commit().await?;
        Ok(Refusal::field(field, problem))
    }
}

/// Proves once more that it is the session's user who asks.
pub async fn step_up(deps: &Deps, actor: &Actor, caller: &Caller, draft: ProofDraft) -> Result<()> {
    actor.in_person_on(actor.user)?;
    let account = users::store::by_id(deps.db.read(), actor.user)
        .await?
        .ok_or(Refusal::NotSignedIn)?;
    let kind = ProofKind::of(account.enrolled_at.is_some());
    let attempt = Attempt::begin(deps, actor.user, draft.check(kind)?).await?;
    let event = Entry::by(actor, caller, AuditAction::ProofGiven).on(
        account.id,
        &account.login_id,
        account.company,
    );
    let tx = deps.db.begin().await?;
    users::store::lock(&tx, actor.user).await?;
    if !attempt.accept(&tx, deps).await? {
        drop(tx);
        return Err(attempt.refuse(deps, event).await?.into());
    }
    proof::note(&tx, actor.session()?, deps.now()).await?;
    audit::record(&tx, deps, event).await?;
    tx.commit().await
}

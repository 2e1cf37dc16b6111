//! The present password, asked of whoever is signed in before it or the second factor changes.

use app::{Refusal, credentials::Password, field::Problem, users::LoginId};

use crate::{
    audit::{self, Entry},
    credentials::hasher::Verdict,
    deps::Deps,
    desk::Caller,
    error::Result,
    sign_in::subject::account_subject,
    throttle::{Subject, Try},
    users::Account,
};

/// A question for the present password.
pub(super) struct Asked<'a> {
    /// Whose.
    pub(super) account: &'a Account,
    /// It, as it is stored.
    pub(super) stored: &'a str,
    /// The field in which it is answered.
    pub(super) field: &'a str,
}

impl Asked<'_> {
    /// The try by which it was answered rightly. Wrong ones are slowed down like those of a sign-in, and recorded in an
    /// event like `event`.
    pub(super) async fn answered(
        &self,
        deps: &Deps,
        caller: &Caller,
        typed: &Password,
        event: &Entry,
    ) -> Result<Try> {
        let attempt = Try::begin(deps, self.subjects(deps, caller).await?).await?;
        if deps.hasher.verify(typed, Some(self.stored)).await? != Verdict::Wrong {
            return Ok(attempt);
        }
        let tx = deps.db.begin().await?;
        attempt.was_wrong(&tx, deps).await?;
        let event = event.clone().failed().with("wrong", self.field);
        audit::record(&tx, deps, event).await?;
        tx.commit().await?;
        Err(Refusal::field(self.field, Problem::WrongPassword).into())
    }

    /// What wrong ones are counted under: what those of a sign-in are.
    async fn subjects(&self, deps: &Deps, caller: &Caller) -> Result<[Subject; 2]> {
        let login_id = LoginId::parse(&self.account.login_id).map_err(|_| Refusal::NotFound)?;
        let address = Some(caller.address);
        let own = account_subject(deps.db.read(), address, &login_id, Some(self.account)).await?;
        Ok([Subject::address(caller.address), own])
    }
}

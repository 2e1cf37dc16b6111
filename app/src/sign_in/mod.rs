//! Signing in: a login flow walks through its steps; every door drives the same flow.

pub mod api;
mod explanation;
mod flow;
mod me;
mod refusal;
mod stage;

use async_trait::async_trait;

pub use explanation::{
    Decided, ExplainedStep, Rule, SignInExplanation, SignInPart, SignInQuestion, Verdict, Why,
};
pub use flow::{
    Enrolment, FlowPurpose, FlowView, NewOperator, ProgramChannel, Proof, SetUpDraft, SignInStart,
    Step,
};
pub use me::Me;
pub use refusal::SignInRefusal;
pub use stage::{Facts, Stage, ahead, next};

use crate::{Refusal, UserId};

/// What may be asked about signing in.
#[async_trait]
pub trait SignIn {
    /// Opens a login flow: with login ID and password, or with the secret of a link.
    async fn begin(&self, start: SignInStart) -> Result<FlowView, Refusal>;
    /// Where the flow under way stands.
    async fn flow(&self) -> Result<FlowView, Refusal>;
    /// Offers a proof for the step at which the flow stands.
    async fn prove(&self, proof: Proof) -> Result<FlowView, Refusal>;
    /// Ends the flow under way without signing in.
    async fn abandon(&self) -> Result<(), Refusal>;
    /// Mails a link to set a new password, if there is such an account. The answer is always the same.
    async fn forgotten_password(&self, login_id: String) -> Result<(), Refusal>;
    /// Whether the first operator administrator is still to be set up.
    async fn set_up_needed(&self) -> Result<bool, Refusal>;
    /// Creates the first operator administrator with the set-up link's secret, and offers a second factor.
    async fn set_up(&self, draft: SetUpDraft) -> Result<FlowView, Refusal>;
    /// Who is signed in.
    async fn me(&self) -> Result<Me, Refusal>;
    /// Why a user of the caller's scope can sign in or not, step by step. Nothing is changed by asking.
    async fn explain_sign_in(
        &self,
        id: UserId,
        question: SignInQuestion,
    ) -> Result<SignInExplanation, Refusal>;
    /// Ends the session.
    async fn sign_out(&self) -> Result<(), Refusal>;
}

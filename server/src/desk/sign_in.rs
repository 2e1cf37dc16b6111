//! Signing in as one caller reaches it: what the services open or end becomes cookies here.

use app::{
    Refusal, UserId,
    sign_in::{
        FlowView, Me, Proof, SetUpDraft, SignIn, SignInExplanation, SignInQuestion, SignInStart,
    },
};
use async_trait::async_trait;

use super::{CookieChange, Desk};
use crate::{
    error::{Error, Result},
    sign_in::{
        explanation,
        service::{self, Opened},
        set_up,
    },
};

#[async_trait]
impl SignIn for Desk {
    async fn begin(&self, start: SignInStart) -> Result<FlowView, Refusal> {
        self.opened(service::begin(&self.deps, &self.caller, start).await)
    }

    async fn flow(&self) -> Result<FlowView, Refusal> {
        match service::flow(&self.deps, &self.caller).await {
            Ok(outcome) => Ok(outcome.view),
            Err(error) => Err(error.into_refusal()),
        }
    }

    async fn prove(&self, proof: Proof) -> Result<FlowView, Refusal> {
        let outcome = service::prove(&self.deps, &self.caller, proof)
            .await
            .map_err(Error::into_refusal)?;
        if let Some(session) = outcome.session {
            self.change_cookies(|cookies| {
                cookies.session = CookieChange::Set(session);
                cookies.flow = CookieChange::Clear;
            });
        }
        Ok(outcome.view)
    }

    async fn abandon(&self) -> Result<(), Refusal> {
        self.change_cookies(|cookies| cookies.flow = CookieChange::Clear);
        service::abandon(&self.deps, &self.caller)
            .await
            .map_err(Error::into_refusal)
    }

    async fn forgotten_password(&self, login_id: String) -> Result<(), Refusal> {
        service::forgotten_password(&self.deps, &self.caller, &login_id)
            .await
            .map_err(Error::into_refusal)
    }

    async fn set_up_needed(&self) -> Result<bool, Refusal> {
        set_up::needed(self.deps.db.read())
            .await
            .map_err(Error::into_refusal)
    }

    async fn set_up(&self, draft: SetUpDraft) -> Result<FlowView, Refusal> {
        self.opened(set_up::set_up(&self.deps, &self.caller, draft).await)
    }

    async fn me(&self) -> Result<Me, Refusal> {
        let actor = self.whoever().await.map_err(Error::into_refusal)?;
        Ok(actor.me.clone())
    }

    async fn explain_sign_in(
        &self,
        id: UserId,
        question: SignInQuestion,
    ) -> Result<SignInExplanation, Refusal> {
        let actor = self.actor().await.map_err(Error::into_refusal)?;
        explanation::explain(&self.deps, &actor, id, question)
            .await
            .map_err(Error::into_refusal)
    }

    async fn sign_out(&self) -> Result<(), Refusal> {
        self.change_cookies(|cookies| cookies.session = CookieChange::Clear);
        service::sign_out(&self.deps, &self.caller)
            .await
            .map_err(Error::into_refusal)
    }
}

impl Desk {
    fn opened(&self, opened: Result<Opened>) -> Result<FlowView, Refusal> {
        let Opened { flow, outcome } = opened.map_err(Error::into_refusal)?;
        let mut view = outcome.view;
        match outcome.session {
            Some(session) => self.change_cookies(|cookies| {
                cookies.session = CookieChange::Set(session);
                cookies.flow = CookieChange::Clear;
            }),
            None => {
                view.flow = Some(flow.reveal().to_owned());
                self.change_cookies(|cookies| cookies.flow = CookieChange::Set(flow));
            }
        }
        Ok(view)
    }
}

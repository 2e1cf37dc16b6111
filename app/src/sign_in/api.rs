//! The server functions about signing in.
#![allow(
    missing_docs,
    reason = "the fields of the generated structs are the arguments of the functions"
)]

use leptos::prelude::*;
use leptos::server_fn::codec::Json;

use super::{FlowView, Me, Proof, SetUpDraft, SignInExplanation, SignInQuestion, SignInStart};
use crate::{Refusal, UserId};

/// See [`super::SignIn::begin`].
#[server(prefix = "/ui", endpoint = "sign-in/begin", input = Json)]
pub async fn begin_sign_in(start: SignInStart) -> Result<FlowView, Refusal> {
    crate::portal()?.begin(start).await
}

/// See [`super::SignIn::flow`].
#[server(prefix = "/ui", endpoint = "sign-in/flow", input = Json)]
pub async fn get_flow() -> Result<FlowView, Refusal> {
    crate::portal()?.flow().await
}

/// See [`super::SignIn::prove`].
#[server(prefix = "/ui", endpoint = "sign-in/prove", input = Json)]
pub async fn prove(proof: Proof) -> Result<FlowView, Refusal> {
    crate::portal()?.prove(proof).await
}

/// See [`super::SignIn::abandon`].
#[server(prefix = "/ui", endpoint = "sign-in/abandon", input = Json)]
pub async fn abandon_sign_in() -> Result<(), Refusal> {
    crate::portal()?.abandon().await
}

/// See [`super::SignIn::forgotten_password`].
#[server(prefix = "/ui", endpoint = "sign-in/forgotten-password", input = Json)]
pub async fn forgotten_password(login_id: String) -> Result<(), Refusal> {
    crate::portal()?.forgotten_password(login_id).await
}

/// See [`super::SignIn::set_up_needed`].
#[server(prefix = "/ui", endpoint = "sign-in/set-up-needed", input = Json)]
pub async fn set_up_needed() -> Result<bool, Refusal> {
    crate::portal()?.set_up_needed().await
}

/// See [`super::SignIn::set_up`].
#[server(prefix = "/ui", endpoint = "sign-in/set-up", input = Json)]
pub async fn set_up(draft: SetUpDraft) -> Result<FlowView, Refusal> {
    crate::portal()?.set_up(draft).await
}

/// See [`super::SignIn::me`].
#[server(prefix = "/ui", endpoint = "sign-in/me", input = Json)]
pub async fn get_me() -> Result<Me, Refusal> {
    crate::portal()?.me().await
}

/// See [`super::SignIn::explain_sign_in`].
#[server(prefix = "/ui", endpoint = "sign-in/explain", input = Json)]
pub async fn explain_sign_in(
    id: UserId,
    question: SignInQuestion,
) -> Result<SignInExplanation, Refusal> {
    crate::portal()?.explain_sign_in(id, question).await
}

/// See [`super::SignIn::sign_out`].
#[server(prefix = "/ui", endpoint = "sign-in/sign-out", input = Json)]
pub async fn sign_out() -> Result<(), Refusal> {
    crate::portal()?.sign_out().await
}

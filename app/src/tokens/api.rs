//! The server functions about tokens.
#![allow(
    missing_docs,
    reason = "the fields of the generated structs are the arguments of the functions"
)]

use leptos::prelude::*;
use leptos::server_fn::codec::Json;

use super::{ApiTokenDraft, IssuedToken, Token, TokenChoice, TokenDraft};
use crate::{Refusal, TokenId, UserId};

/// See [`super::Tokens::token_choice`].
#[server(prefix = "/ui", endpoint = "tokens/choice", input = Json)]
pub async fn get_token_choice() -> Result<TokenChoice, Refusal> {
    crate::portal()?.token_choice().await
}

/// See [`super::Tokens::issue_token`].
#[server(prefix = "/ui", endpoint = "tokens/issue", input = Json)]
pub async fn issue_token(draft: TokenDraft) -> Result<IssuedToken, Refusal> {
    crate::portal()?.issue_token(draft).await
}

/// See [`super::Tokens::api_token_choice`].
#[server(prefix = "/ui", endpoint = "tokens/api-choice", input = Json)]
pub async fn get_api_token_choice(user: UserId) -> Result<TokenChoice, Refusal> {
    crate::portal()?.api_token_choice(user).await
}

/// See [`super::Tokens::issue_api_token`].
#[server(prefix = "/ui", endpoint = "tokens/issue-api", input = Json)]
pub async fn issue_api_token(user: UserId, draft: ApiTokenDraft) -> Result<IssuedToken, Refusal> {
    crate::portal()?.issue_api_token(user, draft).await
}

/// See [`super::Tokens::replace_token_secret`].
#[server(prefix = "/ui", endpoint = "tokens/replace-secret", input = Json)]
pub async fn replace_token_secret(token: TokenId) -> Result<IssuedToken, Refusal> {
    crate::portal()?.replace_token_secret(token).await
}

/// See [`super::Tokens::tokens`].
#[server(prefix = "/ui", endpoint = "tokens/list", input = Json)]
pub async fn list_tokens(user: UserId) -> Result<Vec<Token>, Refusal> {
    crate::portal()?.tokens(user).await
}

/// See [`super::Tokens::delete_token`].
#[server(prefix = "/ui", endpoint = "tokens/delete", input = Json)]
pub async fn delete_token(user: UserId, token: TokenId) -> Result<(), Refusal> {
    crate::portal()?.delete_token(user, token).await
}

/// See [`super::Tokens::delete_tokens`].
#[server(prefix = "/ui", endpoint = "tokens/delete-all", input = Json)]
pub async fn delete_tokens(user: UserId) -> Result<u64, Refusal> {
    crate::portal()?.delete_tokens(user).await
}

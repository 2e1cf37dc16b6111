//! Tokens: what a user issues to a program, so that it acts for them with a part of their rights.

pub mod api;
mod api_token;
mod draft;
mod refusal;

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use api_token::{ApiSessionStart, ApiTokenDraft};
pub use draft::{TokenChoice, TokenDraft, TokenGrant};
pub use refusal::TokenRefusal;

use crate::{Refusal, Timestamp, TokenId, UserId, policies::TrustedAddresses, roles::Permission};

/// What a token is good for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TokenKind {
    /// A refresh token (RFC 6749 §1.5): exchanged for access tokens at `/oauth/token`.
    #[default]
    Refresh,
    /// An API token: opens an API session together with its owner's login ID.
    Api,
}

impl TokenKind {
    /// Every kind.
    pub const ALL: [TokenKind; 2] = [TokenKind::Refresh, TokenKind::Api];

    /// The name under which it is stored and sent.
    pub const fn code(self) -> &'static str {
        match self {
            TokenKind::Refresh => "refresh",
            TokenKind::Api => "api",
        }
    }

    /// The kind of a stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// What its secrets begin with, so that people and scanners know what they have found.
    pub const fn prefix(self) -> &'static str {
        match self {
            TokenKind::Refresh => "dwr_",
            TokenKind::Api => "dwa_",
        }
    }
}

/// A token as it is listed. Its secret is never shown again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Token {
    /// Its identifier; not the secret.
    pub id: TokenId,
    /// What it is good for.
    pub kind: TokenKind,
    /// What its owner calls it.
    pub name: String,
    /// The beginning of its secret, to know it by.
    pub hint: String,
    /// The permissions it is limited to; absent for everything that its owner may do.
    pub permissions: Option<Vec<Permission>>,
    /// From where it can be used; empty for from wherever its owner may come.
    #[schema(value_type = Vec<String>)]
    pub trusted_addresses: TrustedAddresses,
    /// Whether each exchange replaces its secret.
    pub rotates: bool,
    /// When it was issued.
    pub created_at: Timestamp,
    /// When it ends; absent when it does not end by time. Never later than its owner's account.
    pub expires_at: Option<Timestamp>,
    /// When it was last used, to the minute; absent if never.
    pub last_used_at: Option<Timestamp>,
    /// The address it was last used from.
    pub last_used_from: Option<String>,
    /// Until when the secret before the present one is good, after it was replaced by hand.
    pub earlier_good_until: Option<Timestamp>,
}

/// A token that was just issued, or whose secret was replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct IssuedToken {
    /// The token.
    pub token: Token,
    /// Its secret. Shown this once.
    pub secret: String,
}

/// What may be asked about tokens.
#[async_trait]
pub trait Tokens {
    /// What the caller can issue: how long it may last, and which permissions they have to give.
    async fn token_choice(&self) -> Result<TokenChoice, Refusal>;
    /// Issues a token of the caller's own.
    async fn issue_token(&self, draft: TokenDraft) -> Result<IssuedToken, Refusal>;
    /// What the caller can issue for a user: how long it may last, and which permissions both hold for programs.
    async fn api_token_choice(&self, user: UserId) -> Result<TokenChoice, Refusal>;
    /// Issues an API token for a user, somebody else than the caller.
    async fn issue_api_token(
        &self,
        user: UserId,
        draft: ApiTokenDraft,
    ) -> Result<IssuedToken, Refusal>;
    /// Replaces the secret of a token of the caller's own. The earlier one stays good for a while.
    async fn replace_token_secret(&self, token: TokenId) -> Result<IssuedToken, Refusal>;
    /// The tokens of a user, the newest first. Everyone may see their own.
    async fn tokens(&self, user: UserId) -> Result<Vec<Token>, Refusal>;
    /// Deletes a token of a user. Everyone may delete their own.
    async fn delete_token(&self, user: UserId, token: TokenId) -> Result<(), Refusal>;
    /// Deletes all tokens of a user. How many there were. Everyone may delete their own.
    async fn delete_tokens(&self, user: UserId) -> Result<u64, Refusal>;
}

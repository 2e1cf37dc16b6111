//! API tokens of users in an administrator's care, and the API sessions that they open.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{TokenDraft, TokenKind};
use crate::{
    Refusal, Timestamp,
    field::{Problem, Problems},
    roles::Permission,
};

/// An API token to be issued for a user, as an administrator wishes it. What it may do is said one by one: what its owner
/// will be allowed later, nobody has decided to hand out yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ApiTokenDraft {
    /// What it shall be called: one line, such as the application that gets it.
    #[schema(max_length = 100)]
    pub name: String,
    /// When it ends; absent for a long-term one, as far as the policy allows it.
    #[serde(default)]
    pub expires_at: Option<Timestamp>,
    /// The permissions it is limited to.
    pub permissions: Vec<Permission>,
    /// From where it can be used, one address or network in each field; none for from wherever its owner may come.
    #[serde(default)]
    pub trusted_addresses: Vec<String>,
}

impl From<ApiTokenDraft> for TokenDraft {
    fn from(draft: ApiTokenDraft) -> Self {
        Self {
            kind: TokenKind::Api,
            name: draft.name,
            expires_at: draft.expires_at,
            permissions: Some(draft.permissions),
            trusted_addresses: draft.trusted_addresses,
            rotates: false,
        }
    }
}

/// What opens an API session. Not shown by `Debug`.
#[derive(Clone, Deserialize, ToSchema)]
pub struct ApiSessionStart {
    /// The login ID of the token's owner.
    pub login_id: String,
    /// The API token.
    pub token: String,
}

impl ApiSessionStart {
    /// Refuses a field that is empty.
    pub fn check(&self) -> Result<(), Refusal> {
        let mut problems = Problems::default();
        for (field, text) in [("login_id", &self.login_id), ("token", &self.token)] {
            if text.trim().is_empty() {
                problems.add(field, Problem::Missing);
            }
        }
        match problems.into_vec() {
            none if none.is_empty() => Ok(()),
            problems => Err(Refusal::Malformed(problems)),
        }
    }
}

//! What an access token says (RFC 9068 §2.2).

use app::{Timestamp, TokenId, UserId, roles::Permission};
use serde::{Deserialize, Serialize};

/// What an access token says of itself. Times are seconds since the epoch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    /// Who made it: our public URL.
    pub iss: String,
    /// Whose it is: the user's identifier.
    pub sub: String,
    /// For whom it was made: our API.
    pub aud: String,
    /// The program that got it: the token it was exchanged for, as `token-17`.
    pub client_id: String,
    /// When it was made.
    pub iat: i64,
    /// When it ends.
    pub exp: i64,
    /// Its own name.
    pub jti: String,
    /// The permissions it had when it was made, with spaces between. What it has is asked anew at each use.
    pub scope: String,
}

impl Claims {
    /// The token it was made from.
    pub fn token(&self) -> Option<TokenId> {
        self.client_id.strip_prefix("token-")?.parse().ok()
    }

    /// Whose it is.
    pub fn user(&self) -> Option<UserId> {
        self.sub.parse().ok()
    }

    /// The permissions it was made for.
    pub fn permissions(&self) -> Vec<Permission> {
        let codes = self.scope.split(' ');
        codes.filter_map(Permission::from_code).collect()
    }

    /// When it ends.
    pub fn ends_at(&self) -> Timestamp {
        Timestamp::from_millis(self.exp.saturating_mul(1000))
    }
}

/// The name under which a token is known as a client.
pub fn client_id(token: TokenId) -> String {
    format!("token-{token}")
}

/// Permissions as a scope (RFC 6749 §3.3).
pub fn in_scope(permissions: &[Permission]) -> String {
    let codes: Vec<&str> = permissions.iter().map(|one| one.code()).collect();
    codes.join(" ")
}

/// For whom access tokens are made: the API at `public_url`.
pub fn audience(public_url: &str) -> String {
    format!("{public_url}/api/v1")
}

//! What is published about the endpoints and the keys (RFC 8414, RFC 7517).

use app::roles::Permission;
use serde::Serialize;
use utoipa::ToSchema;

use super::keys::Jwk;

/// The authorization server metadata (RFC 8414 §2).
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ServerMetadata {
    /// Who makes the tokens: the public URL.
    pub issuer: String,
    /// Where tokens are exchanged.
    pub token_endpoint: String,
    /// Where tokens are revoked.
    pub revocation_endpoint: String,
    /// Where tokens are looked at.
    pub introspection_endpoint: String,
    /// Where the keys are.
    pub jwks_uri: String,
    /// The permissions there are.
    pub scopes_supported: Vec<&'static str>,
    /// None: nobody is sent here to sign in for another program yet.
    pub response_types_supported: [&'static str; 0],
    /// `refresh_token`.
    pub grant_types_supported: [&'static str; 1],
    /// `none`: the refresh token says whose it is.
    pub token_endpoint_auth_methods_supported: [&'static str; 1],
    /// `none`: whoever has a token may revoke it.
    pub revocation_endpoint_auth_methods_supported: [&'static str; 1],
    /// The page for people.
    pub service_documentation: String,
    /// The languages of problems.
    pub ui_locales_supported: Vec<&'static str>,
}

/// The metadata of the server at `public_url`.
pub fn metadata(public_url: &str) -> ServerMetadata {
    let at = |path: &str| format!("{public_url}{path}");
    ServerMetadata {
        issuer: public_url.to_owned(),
        token_endpoint: at("/oauth/token"),
        revocation_endpoint: at("/oauth/revoke"),
        introspection_endpoint: at("/oauth/introspect"),
        jwks_uri: at("/.well-known/jwks.json"),
        scopes_supported: Permission::ALL.iter().map(|one| one.code()).collect(),
        response_types_supported: [],
        grant_types_supported: ["refresh_token"],
        token_endpoint_auth_methods_supported: ["none"],
        revocation_endpoint_auth_methods_supported: ["none"],
        service_documentation: at("/api/docs"),
        ui_locales_supported: app::Language::ALL.map(app::Language::tag).to_vec(),
    }
}

/// A set of keys (RFC 7517 §5).
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct KeySetDocument {
    /// The keys.
    pub keys: Vec<Jwk>,
}

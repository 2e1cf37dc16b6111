//! The OAuth 2.0 endpoints: what any OAuth library knows how to talk to.

use axum::{
    Extension, Json,
    extract::Request,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    discovery::{self, KeySetDocument, ServerMetadata},
    exchange::{self, Exchanged, OauthRefusal},
    form::Form,
    introspection::{self, Introspection},
};
use crate::http::{
    answer::{Answer, Told},
    extract::AtDesk,
};

/// What holds tokens is kept nowhere on its way (RFC 6749 §5.1).
const NO_STORE: [(HeaderName, HeaderValue); 1] =
    [(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))];

/// The routes.
pub fn router() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(token))
        .routes(routes!(revoke))
        .routes(routes!(introspect))
        .routes(routes!(server_metadata))
        .routes(routes!(openid_configuration))
        .routes(routes!(key_set))
}

/// Why a token request was refused (RFC 6749 §5.2).
#[derive(Debug, Serialize, ToSchema)]
struct OauthError {
    /// The standard's name for it.
    error: &'static str,
    /// What would be right.
    error_description: &'static str,
}

impl OauthRefusal {
    fn told(self) -> OauthError {
        let (error, error_description) = match self {
            OauthRefusal::InvalidRequest(what) => ("invalid_request", what),
            OauthRefusal::InvalidGrant => (
                "invalid_grant",
                "this refresh token cannot be exchanged: it is unknown, was deleted or replaced, has ended, or is not \
                 used from one of its trusted addresses",
            ),
            OauthRefusal::UnsupportedGrantType => {
                ("unsupported_grant_type", "grant_type must be refresh_token")
            }
            OauthRefusal::InvalidScope => (
                "invalid_scope",
                "scope must name permissions that the refresh token has, with spaces between",
            ),
            OauthRefusal::UnsupportedTokenType => (
                "unsupported_token_type",
                "an access token ends by itself; revoke the token it was made from",
            ),
        };
        OauthError {
            error,
            error_description,
        }
    }
}

/// Why one of these endpoints did not do what was asked: in OAuth's own words, or as everywhere else.
pub(super) enum Refused {
    /// As the standard says it.
    Oauth(OauthRefusal),
    /// As everywhere else.
    Told(Told),
}

impl From<OauthRefusal> for Refused {
    fn from(refusal: OauthRefusal) -> Self {
        Refused::Oauth(refusal)
    }
}

impl<T: Into<Told>> From<T> for Refused {
    fn from(told: T) -> Self {
        Refused::Told(told.into())
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        match self {
            Refused::Oauth(refusal) => {
                (StatusCode::BAD_REQUEST, NO_STORE, Json(refusal.told())).into_response()
            }
            Refused::Told(told) => told.into_response(),
        }
    }
}

/// A token request (RFC 6749 §6).
#[derive(Deserialize, ToSchema)]
#[expect(
    dead_code,
    reason = "it tells readers of the API what the form holds; it is read field by field"
)]
struct TokenRequest {
    /// `refresh_token`.
    grant_type: String,
    /// The refresh token.
    refresh_token: String,
    /// The permissions wanted, with spaces between; all that the token has when absent.
    scope: Option<String>,
    /// Not needed: the token says whose it is.
    client_id: Option<String>,
}

/// A token to be revoked or looked at.
#[derive(Deserialize, ToSchema)]
#[expect(
    dead_code,
    reason = "it tells readers of the API what the form holds; it is read field by field"
)]
struct PresentedToken {
    /// The token.
    token: String,
    /// `refresh_token` or `access_token`; not needed.
    token_type_hint: Option<String>,
}

/// Exchange a refresh token
///
/// For an access token (RFC 6749 §6), which other operations take as `Authorization: Bearer …`. The answer holds a new
/// refresh token if this one rotates: then the one sent is void, and sending it again voids both, for two have it.
#[utoipa::path(
    post, path = "/oauth/token", operation_id = "exchangeToken", tag = "OAuth 2.0",
    security(()),
    request_body(content = TokenRequest, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, description = "The access token", body = Exchanged),
        (status = 400, description = "`invalid_request`, `invalid_grant`, `invalid_scope` or `unsupported_grant_type`",
            body = OauthError),
    ),
)]
async fn token(Extension(desk): AtDesk, request: Request) -> Result<Response, Refused> {
    let form = Form::read(request).await?;
    if form.required("grant_type", "grant_type is missing")? != "refresh_token" {
        return Err(OauthRefusal::UnsupportedGrantType.into());
    }
    let presented = form.required("refresh_token", "refresh_token is missing")?;
    let scope = form.get("scope");
    let exchanged = exchange::exchange(&desk.deps, &desk.caller, presented, scope).await??;
    Ok((NO_STORE, Json(exchanged)).into_response())
}

/// Revoke a token
///
/// A refresh token or an API token. Whoever has it may (RFC 7009); access tokens made from it are refused from now on. One that is not known is as good as
/// revoked.
#[utoipa::path(
    post, path = "/oauth/revoke", operation_id = "revokeToken", tag = "OAuth 2.0",
    security(()),
    request_body(content = PresentedToken, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, description = "It is good for nothing"),
        (status = 400, description = "`invalid_request`, or `unsupported_token_type` for an access token", body = OauthError),
    ),
)]
async fn revoke(Extension(desk): AtDesk, request: Request) -> Result<Response, Refused> {
    let form = Form::read(request).await?;
    let presented = form.required("token", "token is missing")?;
    exchange::revoke(&desk.deps, &desk.caller, presented).await??;
    Ok((StatusCode::OK, NO_STORE).into_response())
}

/// Look at a token
///
/// Whether it is good now, whose it is and what it may do (RFC 7662): for servers that are given tokens. The caller, by their
/// own access token or session, sees their own tokens and, with `tokens:read`, those of users in their scope; of others, and
/// of what is no token, the answer says only that it is not active.
#[utoipa::path(
    post, path = "/oauth/introspect", operation_id = "introspectToken", tag = "OAuth 2.0",
    request_body(content = PresentedToken, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, description = "What it is good for", body = Introspection),
        (status = 400, description = "`invalid_request`", body = OauthError),
    ),
)]
async fn introspect(Extension(desk): AtDesk, request: Request) -> Result<Response, Refused> {
    let actor = desk.actor().await?;
    let form = Form::read(request).await?;
    let presented = form.required("token", "token is missing")?;
    let answer = introspection::introspect(&desk.deps, &actor, presented).await?;
    Ok((NO_STORE, Json(answer)).into_response())
}

/// Discover the endpoints
///
/// The authorization server metadata (RFC 8414): from this address alone an OAuth library knows the rest.
#[utoipa::path(
    get, path = "/.well-known/oauth-authorization-server", operation_id = "getServerMetadata", tag = "OAuth 2.0",
    security(()),
    responses((status = 200, description = "The metadata", body = ServerMetadata)),
)]
async fn server_metadata(Extension(desk): AtDesk) -> Json<ServerMetadata> {
    Json(discovery::metadata(&desk.deps.public_url))
}

/// Discover the endpoints, for OpenID libraries
///
/// The same metadata, where such libraries look for it.
#[utoipa::path(
    get, path = "/.well-known/openid-configuration", operation_id = "getOpenidConfiguration", tag = "OAuth 2.0",
    security(()),
    responses((status = 200, description = "The metadata", body = ServerMetadata)),
)]
async fn openid_configuration(Extension(desk): AtDesk) -> Json<ServerMetadata> {
    Json(discovery::metadata(&desk.deps.public_url))
}

/// Get the keys
///
/// The public keys of access tokens (RFC 7517): the one that signs now, the next and the one before. A key signs for thirty
/// days and is published a month ahead; look again when a token names one that you do not know.
#[utoipa::path(
    get, path = "/.well-known/jwks.json", operation_id = "getKeySet", tag = "OAuth 2.0",
    security(()),
    responses((status = 200, description = "The keys", body = KeySetDocument)),
)]
async fn key_set(Extension(desk): AtDesk) -> Answer<Response> {
    let keys = desk.deps.keys.at(&desk.deps.sealer, desk.deps.now())?;
    let kept = [(header::CACHE_CONTROL, "public, max-age=3600")];
    Ok((
        kept,
        Json(KeySetDocument {
            keys: keys.published(),
        }),
    )
        .into_response())
}

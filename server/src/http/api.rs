//! The REST API: every room's routes, the document that describes them, and the page that explains it.

use std::sync::LazyLock;

use app::Refusal;
use axum::{
    Router,
    http::header,
    middleware,
    response::{IntoResponse, Response},
    routing::{any, get},
};
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;

use super::{
    answer::{Told, in_words},
    docs, openapi,
};
use crate::{
    account, audit, companies, home, invitations, jobs, mail, policies, roles, sessions, sign_in,
    tokens, users,
};

static DOCUMENT: LazyLock<OpenApi> = LazyLock::new(|| parts().1);
static DOCUMENT_JSON: LazyLock<String> =
    LazyLock::new(|| serde_json::to_string(document()).unwrap_or_default());
static PAGE: LazyLock<String> = LazyLock::new(|| docs::page(document()));

/// Everything under `/api`, to be merged into the router at its root, behind the layer that makes the desk.
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    parts()
        .0
        .route("/api/v1/openapi.json", get(openapi_json))
        .route("/api/docs", get(docs_page))
        .route("/api/docs.css", get(docs_style))
        .route("/api", any(not_found))
        .route("/api/{*rest}", any(not_found))
        .method_not_allowed_fallback(wrong_method)
        .layer(middleware::from_fn(in_words))
        .with_state(())
}

/// The OpenAPI 3.1 document.
pub fn document() -> &'static OpenApi {
    &DOCUMENT
}

fn parts() -> (Router, OpenApi) {
    let (router, document) = OpenApiRouter::default()
        .merge(sign_in::rest::router())
        .merge(users::rest::router())
        .merge(invitations::rest::router())
        .merge(sessions::rest::router())
        .merge(tokens::rest::router())
        .merge(tokens::rest_api::router())
        .merge(tokens::oauth_router())
        .merge(account::rest::router())
        .merge(home::rest::router())
        .merge(companies::rest::router())
        .merge(roles::rest::router())
        .merge(policies::rest::router())
        .merge(jobs::rest::router())
        .merge(audit::rest::router())
        .merge(mail::rest::router())
        .split_for_parts();
    (router, openapi::complete(document))
}

async fn openapi_json() -> Response {
    (
        [(header::CONTENT_TYPE, "application/json")],
        DOCUMENT_JSON.as_str(),
    )
        .into_response()
}

async fn docs_page() -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, docs::POLICY),
    ];
    (headers, PAGE.as_str()).into_response()
}

async fn docs_style() -> Response {
    (
        [(header::CONTENT_TYPE, "text/css; charset=utf-8")],
        docs::STYLE,
    )
        .into_response()
}

async fn not_found() -> Told {
    Refusal::NotFound.into()
}

async fn wrong_method() -> Told {
    Told::NoSuchMethod
}

//! What stands before every route: the right host, our own page, not too large, not too long, not too many.

use std::{sync::Arc, time::Duration};

use app::Refusal;
use axum::{
    extract::{Request, State},
    http::{Method, header},
    middleware::Next,
    response::Response,
};

use super::{
    App, MAX_BODY,
    problem::{self, Trouble},
    request::RequestInfo,
};

/// After this an answer is given up.
const PATIENCE: Duration = Duration::from_secs(30);
/// Where files arrive, which may be large and take their time. How large, and how long nothing may come, is decided there.
const FILES: &str = "/api/v1/users/import";
/// After this a file is given up.
const PATIENCE_WITH_FILES: Duration = Duration::from_secs(10 * 60);

/// The layer. Health checks come from machines that know no host name.
pub async fn guard(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let Some(info) = request.extensions().get::<RequestInfo>().cloned() else {
        return next.run(request).await;
    };
    if request.uri().path().starts_with("/health/") {
        return next.run(request).await;
    }
    let Some(host) = app.site.host(request.uri(), request.headers()) else {
        return Trouble::WrongHost.answer(&info);
    };
    let changes = !matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    if changes && !app.site.is_own_page(&host, request.headers()) {
        tracing::warn!(address = %info.address, "a request from another site was refused");
        return problem::refuse_to(&info, &Refusal::CrossSite);
    }
    let is_file = request.uri().path() == FILES;
    if !is_file && says_too_large(&request) {
        return Trouble::TooLarge.answer(&info);
    }
    let patience = if is_file {
        PATIENCE_WITH_FILES
    } else {
        PATIENCE
    };
    match tokio::time::timeout(patience, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Trouble::TooSlow.answer(&info),
    }
}

fn says_too_large(request: &Request) -> bool {
    request
        .headers()
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok()?.parse::<usize>().ok())
        .is_some_and(|length| length > MAX_BODY)
}

/// Lets so many requests at the rooms at a time, and the others wait before their bodies are read.
pub async fn queue(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let info = request.extensions().get::<RequestInfo>().cloned();
    match (app.places.acquire().await, info) {
        (Err(_), Some(info)) => problem::refuse_to(&info, &Refusal::Unavailable),
        (_place, _) => next.run(request).await,
    }
}

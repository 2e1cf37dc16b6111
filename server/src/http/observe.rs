//! The outermost layer: names each request, writes one line about it, counts it. Never a query, cookie or body.

use std::{panic::AssertUnwindSafe, sync::Arc, time::Instant};

use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderValue, Method, StatusCode},
    middleware::Next,
    response::Response,
};
use tracing::Instrument;

use super::{
    App, headers, panics,
    problem::Trouble,
    request::{Peer, REQUEST_ID, RequestInfo},
};

/// The layer.
pub async fn observe(State(app): State<Arc<App>>, mut request: Request, next: Next) -> Response {
    let began = Instant::now();
    let _in_flight = InFlight::enter(&app);
    let peer = request.extensions().get::<Peer>().map_or(std::net::Ipv4Addr::LOCALHOST.into(), |peer| peer.0);
    let path = request.uri().path().to_owned();
    let (info, readable) = RequestInfo::of(request.headers(), &path, peer, &app.proxies, app.deps.random.as_ref());
    let method = request.method().clone();
    let route = route(&request);
    let span = tracing::info_span!("request", id = %info.id);
    request.extensions_mut().insert(info.clone());

    let answer = async {
        if readable {
            panics::caught(AssertUnwindSafe(next.run(request)), &info).await
        } else {
            Trouble::UnreadableAddress.answer(&info)
        }
    };
    let mut response = answer.instrument(span.clone()).await;

    headers::put(response.headers_mut(), app.site.public_url().is_https());
    if let Ok(id) = HeaderValue::from_str(&info.id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    let took = began.elapsed();
    app.metrics.answered(&route, response.status(), took);
    span.in_scope(|| log(&method, &path, response.status(), took, &info));
    response
}

fn log(method: &Method, path: &str, status: StatusCode, took: std::time::Duration, info: &RequestInfo) {
    let (status, micros, address) = (status.as_u16(), took.as_micros(), info.address);
    // Files and health checks are many and tell little.
    if path.starts_with("/ui/") || path.starts_with("/api/") || status >= 500 {
        tracing::info!(%method, path, status, micros, %address, "answered");
    } else {
        tracing::debug!(%method, path, status, micros, %address, "answered");
    }
}

/// By what a request is counted: the route's template, a known call, or what it is not.
fn route(request: &Request) -> String {
    let path = request.uri().path();
    match request.extensions().get::<MatchedPath>().map(MatchedPath::as_str) {
        Some("/ui/{*function}") if server_fn::axum::get_server_fn_service(path, Method::POST).is_some() => path.to_owned(),
        Some("/ui/{*function}") => "unknown".to_owned(),
        Some(template) => template.to_owned(),
        None => "files".to_owned(),
    }
}

/// Counts a request while it is being answered, however that ends.
struct InFlight<'a>(&'a App);

impl<'a> InFlight<'a> {
    fn enter(app: &'a App) -> Self {
        app.metrics.in_flight.inc();
        Self(app)
    }
}

impl Drop for InFlight<'_> {
    fn drop(&mut self) {
        self.0.metrics.in_flight.dec();
    }
}

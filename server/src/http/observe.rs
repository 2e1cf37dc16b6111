//! The outermost layer: names each request, writes one line about it, counts it.
//!
//! Of the address only the route's template is written: secrets can be in the path, as in `/api/v1/login/{flow}`.

use std::{
    collections::HashSet,
    panic::AssertUnwindSafe,
    sync::{Arc, LazyLock},
    time::{Duration, Instant},
};

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
    let peer = request
        .extensions()
        .get::<Peer>()
        .map_or(std::net::Ipv4Addr::LOCALHOST.into(), |peer| peer.0);
    let path = request.uri().path().to_owned();
    let (info, readable) = RequestInfo::of(
        request.headers(),
        &path,
        peer,
        &app.proxies,
        app.deps.random.as_ref(),
    );
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
    span.in_scope(|| log(&method, &route, response.status(), took, &info));
    response
}

/// What an open page asks every few seconds.
const CHECK: &str = "/ui/sessions/check";

fn log(method: &Method, route: &str, status: StatusCode, took: Duration, info: &RequestInfo) {
    let (status, micros, address) = (status.as_u16(), took.as_micros(), info.address);
    // Files, health checks and pages that ask whether their session lasts are many and tell little.
    let tells = (route.starts_with("/ui/") || route.starts_with("/api/")) && route != CHECK;
    if tells || status >= 500 {
        tracing::info!(%method, route, status, micros, %address, "answered");
    } else {
        tracing::debug!(%method, route, status, micros, %address, "answered");
    }
}

static CALLS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    server_fn::axum::server_fn_paths()
        .map(|(path, _)| path)
        .collect()
});

/// By what a request is counted: the route's template, a known call, or what it is not.
fn route(request: &Request) -> String {
    let template = request
        .extensions()
        .get::<MatchedPath>()
        .map(MatchedPath::as_str);
    match template {
        Some(template) if template.starts_with("/ui/") => CALLS
            .get(request.uri().path())
            .copied()
            .unwrap_or("/ui/unknown")
            .to_owned(),
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

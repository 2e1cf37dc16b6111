//! The door for browsers and programs: one router, and the layers before it.

pub mod answer;
pub mod api;
mod assets;
pub mod client_address;
mod cookies;
mod desk_layer;
mod docs;
pub mod download;
pub mod extract;
mod gate;
mod headers;
mod health;
pub mod idempotency;
pub mod metrics;
mod observe;
mod openapi;
mod panics;
pub mod problem;
mod rate_limit;
mod request;
mod serve;
mod shape;
mod site;
mod status;
pub mod stream;
mod ui;
pub mod versions;

use std::{net::SocketAddr, num::NonZeroU32, sync::Arc};

use app::Refusal;
use axum::{
    Extension, Router,
    extract::{DefaultBodyLimit, Request, State},
    middleware::from_fn_with_state,
    response::{Redirect, Response},
    routing::{any, get},
};
use ipnet::IpNet;
use tokio::sync::Semaphore;

pub use problem::{Problem, refuse};
pub use request::{Peer, RequestInfo};
pub use serve::serve;
pub use status::status;

use crate::{config::PublicUrl, deps::Deps};

/// The largest body that is read.
pub const MAX_BODY: usize = 1024 * 1024;
/// Requests that are at the rooms at the same time.
const PLACES: usize = 256;

/// What the door must know.
#[derive(Clone, Debug)]
pub struct HttpSettings {
    /// Where people reach Doorward.
    pub public_url: PublicUrl,
    /// Where it listens.
    pub listen: SocketAddr,
    /// Proxies that are believed.
    pub trusted_proxies: Vec<IpNet>,
    /// How many requests a minute the API takes from one address; none for any number.
    pub api_rate_limit: Option<NonZeroU32>,
}

/// What the layers share.
pub struct App {
    deps: Arc<Deps>,
    site: site::Site,
    cookies: cookies::Cookies,
    proxies: Vec<IpNet>,
    assets: assets::Assets,
    places: Semaphore,
    rate_limit: Option<rate_limit::RateLimit>,
    metrics: Arc<metrics::Metrics>,
}

/// The whole door, as tests open it.
pub fn router(deps: Arc<Deps>, settings: &HttpSettings) -> Router {
    router_counted(deps, settings, Arc::default())
}

/// The whole door, counting into `metrics`.
pub fn router_counted(
    deps: Arc<Deps>,
    settings: &HttpSettings,
    metrics: Arc<metrics::Metrics>,
) -> Router {
    let app = Arc::new(App {
        deps,
        site: site::Site::new(settings.public_url.clone(), settings.listen),
        cookies: cookies::Cookies::new(settings.public_url.is_https()),
        proxies: settings.trusted_proxies.clone(),
        assets: assets::Assets::load(),
        places: Semaphore::new(PLACES),
        rate_limit: settings.api_rate_limit.map(rate_limit::RateLimit::new),
        metrics,
    });
    // Outermost last: each `.layer` goes around what stands above it.
    let rooms = Router::new()
        .route("/ui/{*function}", any(ui::call))
        // ---- REST: everything below /api ----
        .merge(api::router().layer(from_fn_with_state(Arc::clone(&app), rate_limit::limit)))
        // --------------------------------------
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(from_fn_with_state(Arc::clone(&app), desk_layer::at_desk))
        .layer(from_fn_with_state(Arc::clone(&app), gate::queue));
    Router::new()
        .merge(rooms)
        .merge(health::router())
        .route("/.well-known/change-password", get(change_password))
        .fallback(files)
        .method_not_allowed_fallback(wrong_method)
        .layer(from_fn_with_state(Arc::clone(&app), gate::guard))
        .layer(from_fn_with_state(Arc::clone(&app), observe::observe))
        .with_state(app)
}

/// Where password managers send who wants another password (W3C, A Well-Known URL for Changing Passwords).
async fn change_password() -> Redirect {
    Redirect::to(app::account::CHANGE_PASSWORD)
}

async fn files(
    State(app): State<Arc<App>>,
    Extension(info): Extension<RequestInfo>,
    request: Request,
) -> Response {
    let is_stranger = app.cookies.read(request.headers()).0.is_none();
    app.assets
        .answer(&request, is_stranger)
        .unwrap_or_else(|| problem::refuse_to(&info, &Refusal::NotFound))
}

async fn wrong_method(Extension(info): Extension<RequestInfo>) -> Response {
    problem::Trouble::WrongMethod.answer(&info)
}

#[cfg(test)]
mod tests;

//! What is counted, and the listener that tells Prometheus.

use std::{fmt::Write as _, sync::Arc, time::Duration};

use axum::{
    Router,
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use prometheus_client::{
    encoding::{EncodeLabelSet, text::encode},
    metrics::{counter::Counter, family::Family, gauge::Gauge, histogram::Histogram},
    registry::Registry,
};
use sea_orm::DbBackend;

use crate::{db::sql, deps::Deps};

const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";
const BUCKETS: [f64; 12] = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0,
];

/// By what requests are told apart. Both come from fixed sets, so their number is bounded.
#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Labels {
    route: String,
    status: u16,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Route {
    route: String,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct State_ {
    state: String,
}

/// What is counted.
pub struct Metrics {
    registry: Registry,
    requests: Family<Labels, Counter>,
    durations: Family<Route, Histogram>,
    /// Sessions that were opened.
    pub sign_ins: Counter,
    /// Requests that are being answered.
    pub in_flight: Gauge,
    mails: Family<State_, Gauge>,
    connections: Family<State_, Gauge>,
    unsealed: Gauge,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("doorward");
        let requests = Family::default();
        let durations: Family<Route, Histogram> =
            Family::new_with_constructor(|| Histogram::new(BUCKETS));
        let sign_ins = Counter::default();
        let in_flight = Gauge::default();
        let mails = Family::default();
        let connections = Family::default();
        let unsealed = Gauge::default();
        registry.register(
            "http_requests",
            "Requests answered",
            Family::clone(&requests),
        );
        registry.register(
            "http_request_duration_seconds",
            "How long an answer took",
            durations.clone(),
        );
        registry.register(
            "http_requests_in_flight",
            "Requests being answered",
            in_flight.clone(),
        );
        registry.register(
            "sign_ins",
            "Sessions opened by this process",
            sign_ins.clone(),
        );
        registry.register(
            "mails",
            "Mails of the outbox that are queued or failed",
            Family::clone(&mails),
        );
        registry.register(
            "database_connections",
            "Connections to the database",
            Family::clone(&connections),
        );
        registry.register(
            "audit_events_unsealed",
            "Audit events that no seal holds yet",
            unsealed.clone(),
        );
        Self {
            registry,
            requests,
            durations,
            sign_ins,
            in_flight,
            mails,
            connections,
            unsealed,
        }
    }
}

impl Metrics {
    /// Notes one answer.
    pub fn answered(&self, route: &str, status: StatusCode, took: Duration) {
        let labels = Labels {
            route: route.to_owned(),
            status: status.as_u16(),
        };
        self.requests.get_or_create(&labels).inc();
        self.durations
            .get_or_create(&Route {
                route: route.to_owned(),
            })
            .observe(took.as_secs_f64());
    }

    async fn look(&self, deps: &Deps) {
        for state in ["queued", "failed"] {
            const SQL: &str = "SELECT COUNT(*) FROM mails WHERE state = $1";
            if let Ok(count) = sql::number(deps.db.read(), SQL, [state.into()]).await {
                let _before: i64 = self
                    .mails
                    .get_or_create(&State_ {
                        state: state.to_owned(),
                    })
                    .set(count);
            }
        }
        const UNSEALED: &str = "SELECT COUNT(*) FROM audit_events WHERE seal IS NULL";
        if let Ok(count) = sql::number(deps.db.read(), UNSEALED, []).await {
            let _before = self.unsealed.set(count);
        }
        let (size, idle) = match deps.db.backend() {
            DbBackend::Sqlite => {
                let pool = deps.db.read().get_sqlite_connection_pool();
                (pool.size(), pool.num_idle())
            }
            _ => {
                let pool = deps.db.read().get_postgres_connection_pool();
                (pool.size(), pool.num_idle())
            }
        };
        let idle = i64::try_from(idle).unwrap_or(i64::MAX);
        for (state, number) in [("idle", idle), ("busy", (i64::from(size) - idle).max(0))] {
            let _before = self
                .connections
                .get_or_create(&State_ {
                    state: state.to_owned(),
                })
                .set(number);
        }
    }
}

/// The routes of the listener for Prometheus.
pub fn router(deps: Arc<Deps>, metrics: Arc<Metrics>) -> Router {
    Router::new()
        .route("/metrics", get(tell))
        .with_state((deps, metrics))
}

async fn tell(State((deps, metrics)): State<(Arc<Deps>, Arc<Metrics>)>) -> Response {
    metrics.look(&deps).await;
    let mut text = String::new();
    if encode(&mut text, &metrics.registry).is_err() {
        text.clear();
        // Writing to a string does not fail; an encoder that does has nothing to tell.
        let _ = text.write_str("# EOF\n");
    }
    (
        [(header::CONTENT_TYPE, HeaderValue::from_static(OPEN_METRICS))],
        text,
    )
        .into_response()
}

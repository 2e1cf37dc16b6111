//! Audit events over REST.

use app::{
    Page,
    audit::{Audit as _, AuditEvent, AuditQuery},
};
use axum::{Extension, http::Uri};
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::http::{
    answer::{Answer, Paged},
    extract::{AtDesk, Query},
};

/// The routes about audit events.
pub fn router() -> OpenApiRouter {
    OpenApiRouter::new().routes(routes!(list))
}

/// List audit events
///
/// Who did what to whom, when, from where and with what result; newest first.
#[utoipa::path(
    get, path = "/api/v1/audit-events", operation_id = "listAuditEvents", tag = "Audit",
    params(Query<AuditQuery>),
    responses((status = 200, description = "A page of events", body = Page<AuditEvent>,
        headers(("Link", description = "The pages before and after (RFC 8288)")))),
)]
async fn list(
    Extension(desk): AtDesk,
    uri: Uri,
    Query(query): Query<AuditQuery>,
) -> Answer<Paged<AuditEvent>> {
    Ok(Paged::new(&uri, desk.audit_events(query).await?))
}

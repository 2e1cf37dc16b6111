//! Audit events over REST.

use app::{
    AuditEventId, Page,
    audit::{Audit as _, AuditEvent, AuditExport, AuditQuery, ExportFormat},
};
use async_trait::async_trait;
use axum::{Extension, http::Uri, response::Response};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    export::Writer,
    service::{self, Export},
};
use crate::{
    actor::Actor,
    deps::Deps,
    error::Result,
    http::{
        answer::{Answer, Paged},
        download::{CSV, Download, download},
        extract::{AtDesk, Id, Query},
    },
};

/// The routes about audit events.
pub fn router() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(export))
        .routes(routes!(get))
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

/// Show an audit event
///
/// One event with everything that was noted of it: before and after of each field, origin, request, seal.
#[utoipa::path(
    get, path = "/api/v1/audit-events/{id}", operation_id = "getAuditEvent", tag = "Audit",
    params(("id" = AuditEventId, Path, description = "The event")),
    responses((status = 200, description = "The event", body = AuditEvent)),
)]
async fn get(Extension(desk): AtDesk, Id(id): Id<AuditEventId>) -> Answer<axum::Json<AuditEvent>> {
    Ok(axum::Json(desk.audit_event(id).await?))
}

/// Export audit events
///
/// Everything that the filter finds, newest first, as one file; that it was exported is an event itself. CSV is RFC
/// 4180 in UTF-8 with a byte order mark and a line of headings; a cell that a spreadsheet would take for a formula
/// (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return) has an apostrophe before it. JSON is one array, an
/// event on each line. If the connection ends before the answer does, the file is not whole.
#[utoipa::path(
    get, path = "/api/v1/audit-events/export", operation_id = "exportAuditEvents", tag = "Audit",
    params(Query<AuditExport>),
    responses((status = 200, description = "The events", content(
        (String = "text/csv"),
        (Vec<AuditEvent> = "application/json"),
    ))),
)]
async fn export(Extension(desk): AtDesk, Query(wanted): Query<AuditExport>) -> Answer<Response> {
    let format = wanted.format;
    let actor = desk.actor().await?;
    let export = service::export(&desk.deps, &actor, &desk.caller, wanted).await?;
    let (kind, name) = match format {
        ExportFormat::Csv => (CSV, "audit.csv"),
        ExportFormat::Json => ("application/json", "audit.json"),
    };
    let writer = Writer::new(format);
    Ok(download(desk, name, kind, Events { export, writer }))
}

struct Events {
    export: Export,
    writer: Writer,
}

#[async_trait]
impl Download for Events {
    fn head(&self) -> String {
        self.writer.head()
    }

    async fn next(&mut self, deps: &Deps, actor: &Actor) -> Result<Option<String>> {
        let events = self.export.next(deps, actor).await?;
        match events.is_empty() {
            true => Ok(None),
            false => self.writer.events(&events).map(Some),
        }
    }

    fn end(&self) -> &'static str {
        self.writer.end()
    }
}

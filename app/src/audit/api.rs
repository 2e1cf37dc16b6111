//! The server functions about audit events.
#![allow(
    missing_docs,
    reason = "the fields of the generated structs are the arguments of the functions"
)]

use leptos::prelude::*;
use leptos::server_fn::codec::Json;

use super::{AuditEvent, AuditQuery};
use crate::{Page, Refusal};

/// See [`super::Audit::audit_events`].
#[server(prefix = "/ui", endpoint = "audit/list", input = Json)]
pub async fn list_audit_events(query: AuditQuery) -> Result<Page<AuditEvent>, Refusal> {
    crate::portal()?.audit_events(query).await
}

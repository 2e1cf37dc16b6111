//! Reading audit events.

use app::{
    Page,
    audit::{AuditEvent, AuditQuery},
    roles::Permission,
};

use super::store;
use crate::{actor::Actor, deps::Deps, error::Result};

/// A page of the events of the actor's scope, newest first.
pub async fn list(deps: &Deps, actor: &Actor, query: AuditQuery) -> Result<Page<AuditEvent>> {
    let scope = actor.may(Permission::AuditRead)?;
    store::check_period(&query)?;
    store::list(deps.db.read(), scope, &query).await
}

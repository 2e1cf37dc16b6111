//! Reading and exporting audit events.

use app::{
    AuditEventId, Page,
    audit::{AuditAction, AuditEvent, AuditExport, AuditFilter, AuditQuery},
    roles::Permission,
};

use super::{entry::Entry, store};
use crate::{
    actor::{Actor, Scope},
    companies,
    deps::Deps,
    desk::Caller,
    error::Result,
};

/// Events that an export reads at a time: its memory is that of one batch, however many there are.
const BATCH: u64 = 500;

/// A page of the events of the actor's scope, newest first.
pub async fn list(deps: &Deps, actor: &Actor, query: AuditQuery) -> Result<Page<AuditEvent>> {
    let scope = narrowed(deps, actor, &query.filter).await?;
    store::list(deps, &scope, &query).await
}

/// One event of the actor's scope.
pub async fn one(deps: &Deps, actor: &Actor, id: AuditEventId) -> Result<AuditEvent> {
    let scope = actor.may(Permission::AuditRead)?;
    store::find(deps, scope, id).await
}

/// An export under way: what is still to be told, newest first.
#[derive(Debug)]
pub struct Export {
    filter: AuditFilter,
    before: i64,
}

/// Begins an export of the events that were there until now, and records that.
pub async fn export(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    export: AuditExport,
) -> Result<Export> {
    let scope = narrowed(deps, actor, &export.filter).await?;
    let before = store::end(deps).await?;
    // What cannot be searched for is refused now, not in the midst of the answer.
    store::batch(deps, &scope, &export.filter, 0, 1).await?;
    let event = Entry::by(actor, caller, AuditAction::AuditExported);
    let event = noted(event.with("format", export.format.code()), &export.filter);
    let tx = deps.db.begin().await?;
    store::record(&tx, deps, event).await?;
    tx.commit().await?;
    Ok(Export {
        filter: export.filter,
        before,
    })
}

impl Export {
    /// The next events; none at the end. Whoever loses the right meanwhile gets no more.
    pub async fn next(&mut self, deps: &Deps, actor: &Actor) -> Result<Vec<AuditEvent>> {
        let scope = narrowed(deps, actor, &self.filter).await?;
        let events = store::batch(deps, &scope, &self.filter, self.before, BATCH).await?;
        self.before = events.last().map_or(0, |event| event.id.0);
        Ok(events)
    }
}

/// How far the actor reaches, no further than the filter asks.
async fn narrowed(deps: &Deps, actor: &Actor, filter: &AuditFilter) -> Result<Scope> {
    let scope = actor.may(Permission::AuditRead)?;
    store::check_period(filter)?;
    match filter.company {
        None => Ok(scope.clone()),
        Some(id) => {
            let found = companies::store::find_for(deps.db.read(), scope, "company", id).await?;
            Ok(Scope::of(vec![found.path]))
        }
    }
}

/// Notes what an export was narrowed to.
fn noted(mut event: Entry, filter: &AuditFilter) -> Entry {
    let AuditFilter {
        user,
        login_id,
        action,
        succeeded,
        from,
        until,
        company,
        address,
        channel,
        request_id,
    } = filter;
    let texts = [
        ("user", user.map(|id| id.to_string())),
        ("login_id", Some(login_id.trim().to_owned())),
        ("action", action.map(|action| action.code().to_owned())),
        (
            "succeeded",
            succeeded.map(|succeeded| succeeded.to_string()),
        ),
        ("from", from.map(|from| from.to_string())),
        ("until", until.map(|until| until.to_string())),
        ("company", company.map(|id| id.to_string())),
        ("address", Some(address.trim().to_owned())),
        ("channel", channel.map(|channel| channel.code().to_owned())),
        ("request_id", Some(request_id.trim().to_owned())),
    ];
    for (field, text) in texts {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            event = event.with(field, text);
        }
    }
    event
}

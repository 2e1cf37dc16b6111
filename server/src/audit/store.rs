//! Writing and finding audit events.

use std::net::IpAddr;

use app::{
    AuditEventId, CompanyId, Page, PageQuery, Refusal, Timestamp, UserId,
    audit::{AuditAction, AuditEvent, AuditFilter, AuditOrigin, AuditQuery},
    companies::{CompanyKind, CompanyRef},
    roles::Channel,
    users::UserRef,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, NotSet, QueryFilter, QueryOrder,
    QuerySelect, Select, sea_query::Expr,
};

use super::{
    entity,
    entry::{DOORWARD, Entry},
    mark,
};
use crate::{
    actor::Scope,
    db::{Tx, paging, sql},
    deps::Deps,
    error::{Error, Result},
};

/// Events written with one statement, which takes only so many values.
const AT_ONCE: usize = 500;
/// The details of an event that has none, or no longer.
pub(super) const NO_DETAILS: &str = "[]";

/// Records an event in the transaction of what it tells of.
pub async fn record(tx: &Tx, deps: &Deps, entry: Entry) -> Result<()> {
    entity::Entity::insert(row(deps, entry)?)
        .exec_without_returning(&**tx)
        .await?;
    Ok(())
}

/// Records many events in the transaction of what they tell of.
pub async fn record_all(tx: &Tx, deps: &Deps, entries: impl Iterator<Item = Entry>) -> Result<()> {
    let rows: Vec<_> = entries
        .map(|entry| row(deps, entry))
        .collect::<Result<_>>()?;
    for some in rows.chunks(AT_ONCE) {
        entity::Entity::insert_many(some.iter().cloned())
            .exec_without_returning(&**tx)
            .await?;
    }
    Ok(())
}

fn row(deps: &Deps, entry: Entry) -> Result<entity::ActiveModel> {
    let details = serde_json::to_string(&entry.details())
        .map_err(|error| Error::Broken(format!("audit details: {error}")))?;
    let (actor_id, actor_login_id) = entry.actor.unzip();
    let (behind_id, behind_login_id) = entry.behind.unzip();
    let (subject_id, subject_login_id) = entry.subject.unzip();
    let mut row = entity::Model {
        id: 0,
        at: deps.now().millis(),
        action: entry.action.code().to_owned(),
        succeeded: entry.succeeded,
        actor_id: actor_id.map(|id| id.0),
        actor_login_id: actor_login_id.unwrap_or_default(),
        behind_id: behind_id.map(|id| id.0),
        behind_login_id: behind_login_id.unwrap_or_default(),
        subject_id: subject_id.map(|id| id.0),
        subject_login_id: subject_login_id.unwrap_or_default(),
        company_id: entry.company.map(|id| id.0),
        address: entry.address,
        channel: entry.channel.map(|channel| channel.code().to_owned()),
        request_id: entry.request_id,
        details,
        mark: String::new(),
        seal: None,
    };
    row.mark = mark::new(deps, &row);
    Ok(entity::ActiveModel {
        id: NotSet,
        ..row.into()
    })
}

/// Forgets what the events about `user` tell beyond what was done when by whom: old and new names and addresses.
pub async fn forget_details(tx: &Tx, user: UserId) -> Result<()> {
    entity::Entity::update_many()
        .col_expr(entity::Column::Details, Expr::value(NO_DETAILS))
        .filter(entity::Column::SubjectId.eq(user.0))
        .exec(&**tx)
        .await?;
    Ok(())
}

/// The events that concern companies of `scope` and that `filter` lets through.
fn found(scope: &Scope, filter: &AuditFilter) -> Result<Select<entity::Entity>> {
    use entity::Column;
    let mut found = entity::Entity::find().filter(scope.of_company(Column::CompanyId));
    if let Some(user) = filter.user {
        found = found.filter(concerns(user));
    }
    let login_id = paging::searched("login_id", &filter.login_id)?;
    if !login_id.is_empty() {
        found = found.filter(
            Condition::any()
                .add(Column::ActorLoginId.eq(login_id.as_str()))
                .add(Column::BehindLoginId.eq(login_id.as_str()))
                .add(Column::SubjectLoginId.eq(login_id.as_str())),
        );
    }
    if let Some(action) = filter.action {
        found = found.filter(Column::Action.eq(action.code()));
    }
    if let Some(succeeded) = filter.succeeded {
        found = found.filter(Column::Succeeded.eq(succeeded));
    }
    if let Some(from) = filter.from {
        found = found.filter(Column::At.gte(from.millis()));
    }
    if let Some(until) = filter.until {
        found = found.filter(Column::At.lt(until.millis()));
    }
    if let Some(channel) = filter.channel {
        found = found.filter(Column::Channel.eq(channel.code()));
    }
    let address = paging::searched("address", &filter.address)?;
    if !address.is_empty() {
        // As it was noted, whichever of its forms is asked for.
        let canonical = address
            .parse()
            .map(|address: IpAddr| address.to_canonical());
        let address = canonical.map_or(address, |address| address.to_string());
        found = found.filter(Column::Address.eq(address));
    }
    // Checked like the others, but what a proxy calls a request may have capitals.
    if !paging::searched("request_id", &filter.request_id)?.is_empty() {
        let request_id = filter.request_id.trim();
        found = found.filter(Column::RequestId.eq(request_id));
    }
    Ok(found)
}

/// A page of what is found, newest first.
pub async fn list(deps: &Deps, scope: &Scope, query: &AuditQuery) -> Result<Page<AuditEvent>> {
    page_of(deps, found(scope, &query.filter)?, &query.page).await
}

/// A page of what `user` did, also logged in as somebody else, and of what was done to them, newest first. Whatever company
/// it concerned: it is for the user alone.
pub async fn list_of(deps: &Deps, user: UserId, page: &PageQuery) -> Result<Page<AuditEvent>> {
    let found = entity::Entity::find().filter(concerns(user));
    page_of(deps, found, page).await
}

/// That `user` did it, or it was done to them.
fn concerns(user: UserId) -> Condition {
    Condition::any()
        .add(entity::Column::ActorId.eq(user.0))
        .add(entity::Column::BehindId.eq(user.0))
        .add(entity::Column::SubjectId.eq(user.0))
}

async fn page_of(
    deps: &Deps,
    mut found: Select<entity::Entity>,
    page: &PageQuery,
) -> Result<Page<AuditEvent>> {
    use entity::Column;
    let db = deps.db.read();
    let total = paging::count(db, found.clone().select_only().column(Column::Id)).await?;
    let cut = paging::Cut::newest_first(page)?;
    found = match cut.edge {
        Some(edge) if cut.backwards => found.filter(Column::Id.gt(edge)),
        Some(edge) => found.filter(Column::Id.lt(edge)),
        None => found,
    };
    found = if cut.backwards {
        found.order_by_asc(Column::Id)
    } else {
        found.order_by_desc(Column::Id)
    };
    let rows = found.limit(cut.fetch()).all(db).await?;
    let page = cut.page(rows, total, |row| row.id);
    let companies = companies_of(db, &page.items).await?;
    Ok(page.map(|row| event(deps, row, &companies)))
}

/// The newest events of what is found whose identifiers are less than `before`.
pub async fn batch(
    deps: &Deps,
    scope: &Scope,
    filter: &AuditFilter,
    before: i64,
    limit: u64,
) -> Result<Vec<AuditEvent>> {
    use entity::Column;
    let db = deps.db.read();
    let rows = found(scope, filter)?
        .filter(Column::Id.lt(before))
        .order_by_desc(Column::Id)
        .limit(limit)
        .all(db)
        .await?;
    let companies = companies_of(db, &rows).await?;
    Ok(rows
        .into_iter()
        .map(|row| event(deps, row, &companies))
        .collect())
}

/// One event, if it concerns a company of `scope`.
pub async fn find(deps: &Deps, scope: &Scope, id: AuditEventId) -> Result<AuditEvent> {
    let db = deps.db.read();
    let row = entity::Entity::find_by_id(id.0)
        .filter(scope.of_company(entity::Column::CompanyId))
        .one(db)
        .await?
        .ok_or(Refusal::NotFound)?;
    let companies = companies_of(db, std::slice::from_ref(&row)).await?;
    Ok(event(deps, row, &companies))
}

/// A number that is greater than the identifier of every event so far.
pub async fn end(deps: &Deps) -> Result<i64> {
    let last = "SELECT MAX(id) FROM audit_events";
    Ok(sql::number(deps.db.read(), last, [])
        .await?
        .saturating_add(1))
}

async fn companies_of(
    db: &impl ConnectionTrait,
    rows: &[entity::Model],
) -> Result<Vec<CompanyRef>> {
    crate::companies::store::refs(db, rows.iter().filter_map(|row| row.company_id)).await
}

fn event(deps: &Deps, row: entity::Model, companies: &[CompanyRef]) -> AuditEvent {
    let person = |id: Option<i64>, login_id: String| {
        id.map(|id| UserRef {
            id: UserId(id),
            name: login_id.clone(),
            login_id,
        })
    };
    // An action that a later version wrote is shown as the nearest this one knows.
    let action = AuditAction::from_code(&row.action).unwrap_or(AuditAction::UserChanged);
    let origin = match row.channel {
        Some(_) => AuditOrigin::Request,
        None if row.address == DOORWARD => AuditOrigin::Doorward,
        // Early versions noted their own purges as the command line's, which has none.
        None if action == AuditAction::UserPurged => AuditOrigin::Doorward,
        None => AuditOrigin::CommandLine,
    };
    let emptied = !row.mark.is_empty() && mark::fit(deps, &row) == mark::Fit::Emptied;
    AuditEvent {
        id: AuditEventId(row.id),
        at: Timestamp::from_millis(row.at),
        action,
        origin,
        succeeded: row.succeeded,
        actor: person(row.actor_id, row.actor_login_id),
        behind: person(row.behind_id, row.behind_login_id),
        subject: person(row.subject_id, row.subject_login_id),
        company: row.company_id.map(|id| {
            companies
                .iter()
                .find(|company| company.id == CompanyId(id))
                .cloned()
                .unwrap_or_else(|| CompanyRef {
                    id: CompanyId(id),
                    name: format!("#{id}"),
                    kind: CompanyKind::Customer,
                })
        }),
        address: row.address,
        channel: row.channel.as_deref().and_then(Channel::from_code),
        request_id: row.request_id,
        details: serde_json::from_str(&row.details).unwrap_or_default(),
        emptied,
        seal: row.seal,
    }
}

/// Refuses a period that ends before it begins.
pub fn check_period(filter: &AuditFilter) -> Result<(), Refusal> {
    match (filter.from, filter.until) {
        (Some(from), Some(until)) if until <= from => Err(Refusal::field(
            "until",
            app::field::Problem::Unreadable {
                expected: "a moment after `from`".into(),
            },
        )),
        _ => Ok(()),
    }
}

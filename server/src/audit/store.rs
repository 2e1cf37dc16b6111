//! Writing and finding audit events.

use app::{
    AuditEventId, CompanyId, Page, Refusal, Timestamp, UserId,
    audit::{AuditAction, AuditEvent, AuditOrigin, AuditQuery},
    companies::{CompanyKind, CompanyRef},
    roles::Channel,
    users::UserRef,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    Set, sea_query::Expr,
};

use super::{
    entity,
    entry::{DOORWARD, Entry},
};
use crate::{
    actor::Scope,
    db::{Tx, paging},
    deps::Deps,
    error::{Error, Result},
};

/// Events written with one statement, which takes only so many values.
const AT_ONCE: usize = 500;

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
    let details = serde_json::to_string(&entry.details)
        .map_err(|error| Error::Broken(format!("audit details: {error}")))?;
    let (actor_id, actor_login_id) = entry.actor.unzip();
    let (subject_id, subject_login_id) = entry.subject.unzip();
    Ok(entity::ActiveModel {
        at: Set(deps.now().millis()),
        action: Set(entry.action.code().to_owned()),
        succeeded: Set(entry.succeeded),
        actor_id: Set(actor_id.map(|id| id.0)),
        actor_login_id: Set(actor_login_id.unwrap_or_default()),
        subject_id: Set(subject_id.map(|id| id.0)),
        subject_login_id: Set(subject_login_id.unwrap_or_default()),
        company_id: Set(entry.company.map(|id| id.0)),
        address: Set(entry.address),
        channel: Set(entry.channel.map(|channel| channel.code().to_owned())),
        request_id: Set(entry.request_id),
        details: Set(details),
        ..Default::default()
    })
}

/// Forgets what the events about `user` tell beyond what was done when by whom: old and new names and addresses.
pub async fn forget_details(tx: &Tx, user: UserId) -> Result<()> {
    entity::Entity::update_many()
        .col_expr(entity::Column::Details, Expr::value("[]"))
        .filter(entity::Column::SubjectId.eq(user.0))
        .exec(&**tx)
        .await?;
    Ok(())
}

/// A page of the events that concern companies of `scope`, newest first.
pub async fn list(
    db: &impl ConnectionTrait,
    scope: &Scope,
    query: &AuditQuery,
) -> Result<Page<AuditEvent>> {
    use entity::Column;
    let mut found = entity::Entity::find().filter(scope.of_company(Column::CompanyId));
    if let Some(user) = query.user {
        found = found.filter(
            Condition::any()
                .add(Column::ActorId.eq(user.0))
                .add(Column::SubjectId.eq(user.0)),
        );
    }
    let login_id = paging::searched("login_id", &query.login_id)?;
    if !login_id.is_empty() {
        found = found.filter(
            Condition::any()
                .add(Column::ActorLoginId.eq(login_id.as_str()))
                .add(Column::SubjectLoginId.eq(login_id.as_str())),
        );
    }
    if let Some(action) = query.action {
        found = found.filter(Column::Action.eq(action.code()));
    }
    if let Some(succeeded) = query.succeeded {
        found = found.filter(Column::Succeeded.eq(succeeded));
    }
    if let Some(from) = query.from {
        found = found.filter(Column::At.gte(from.millis()));
    }
    if let Some(until) = query.until {
        found = found.filter(Column::At.lt(until.millis()));
    }
    let total = paging::count(db, found.clone().select_only().column(Column::Id)).await?;
    let cut = paging::Cut::newest_first(&query.page)?;
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
    let companies =
        crate::companies::store::refs(db, page.items.iter().filter_map(|row| row.company_id))
            .await?;
    Ok(page.map(|row| event(row, &companies)))
}

fn event(row: entity::Model, companies: &[CompanyRef]) -> AuditEvent {
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
    AuditEvent {
        id: AuditEventId(row.id),
        at: Timestamp::from_millis(row.at),
        action,
        origin,
        succeeded: row.succeeded,
        actor: person(row.actor_id, row.actor_login_id),
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
    }
}

/// Refuses a period that ends before it begins.
pub fn check_period(query: &AuditQuery) -> Result<(), Refusal> {
    match (query.from, query.until) {
        (Some(from), Some(until)) if until <= from => Err(Refusal::field(
            "until",
            app::field::Problem::Unreadable {
                expected: "a moment after `from`".into(),
            },
        )),
        _ => Ok(()),
    }
}

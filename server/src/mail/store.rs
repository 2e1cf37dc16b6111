//! Writing, claiming and finding mails.

use app::{
    MailId, Page, Refusal, Timestamp, UserId,
    mail::{Mail, MailKind, MailQuery, MailState},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, UpdateMany,
    sea_query::{Expr, ExprTrait, Func, LikeExpr},
};

use super::entity::{ActiveModel, Column, Entity, Model};
use crate::{
    actor::Scope,
    db::{Db, Tx, paging},
    error::{Error, Result},
};

/// Writes a new mail.
pub async fn insert(tx: &Tx, row: ActiveModel) -> Result<MailId> {
    let inserted = Entity::insert(row).exec(&**tx).await?;
    Ok(MailId(inserted.last_insert_id))
}

/// A mail that was not sent is given up as void, and what it told is erased.
pub async fn drop_unsent(tx: &Tx, id: MailId) -> Result<()> {
    dropping(id.0)
        .filter(Column::State.ne(MailState::Sent.code()))
        .exec(&**tx)
        .await?;
    Ok(())
}

/// Removes the mails to a user.
pub async fn forget(tx: &Tx, user: UserId) -> Result<()> {
    Entity::delete_many()
        .filter(Column::UserId.eq(user.0))
        .exec(&**tx)
        .await?;
    Ok(())
}

/// How far a mail has come, while it is kept.
pub async fn state(db: &impl ConnectionTrait, id: MailId) -> Result<Option<MailState>> {
    let row = Entity::find_by_id(id.0).one(db).await?;
    Ok(row.and_then(|row| MailState::from_code(&row.state)))
}

/// How many of the mails that concern companies of `scope` are in this state.
pub async fn count(db: &impl ConnectionTrait, scope: &Scope, state: MailState) -> Result<u64> {
    let found = Entity::find()
        .filter(scope.of_company(Column::CompanyId))
        .filter(Column::State.eq(state.code()));
    Ok(found.count(db).await?)
}

/// The mails that may be tried now, most overdue first.
pub async fn due(db: &Db, now: Timestamp, limit: u64) -> Result<Vec<i64>> {
    let ids = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::State.eq(MailState::Queued.code()))
        .filter(Column::NextAttemptAt.lte(now.millis()))
        .filter(Column::ClaimedUntil.lte(now.millis()))
        .order_by_asc(Column::NextAttemptAt)
        .order_by_asc(Column::Id)
        .limit(limit)
        .into_tuple()
        .all(db.read())
        .await?;
    Ok(ids)
}

/// The mail, for this process alone until `until`; none if another has taken it meanwhile.
pub async fn claim(db: &Db, id: i64, now: Timestamp, until: Timestamp) -> Result<Option<Model>> {
    let claimed = Entity::update_many()
        .col_expr(Column::ClaimedUntil, Expr::val(until.millis()))
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq(MailState::Queued.code()))
        .filter(Column::NextAttemptAt.lte(now.millis()))
        .filter(Column::ClaimedUntil.lte(now.millis()))
        .exec_with_returning(db.write())
        .await?;
    Ok(claimed.into_iter().next())
}

/// Notes that the mail server took the mail, even if it was given up meanwhile, and erases what it told.
pub async fn mark_sent(db: &Db, id: i64, now: Timestamp) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::State, Expr::val(MailState::Sent.code()))
        .col_expr(Column::SentAt, Expr::val(now.millis()))
        .col_expr(Column::ClaimedUntil, Expr::val(0))
        .col_expr(Column::Contents, none())
        .col_expr(Column::LastError, none())
        .filter(Column::Id.eq(id))
        .exec(db.write())
        .await?;
    Ok(())
}

/// Notes that the try under this claim failed: to be tried again at `next`, or given up.
pub async fn mark_failed(
    db: &Db,
    claimed: &Model,
    why: &str,
    next: Option<Timestamp>,
) -> Result<()> {
    let mut update = under_claim(Entity::update_many(), claimed)
        .col_expr(Column::ClaimedUntil, Expr::val(0))
        .col_expr(Column::LastError, Expr::val(why));
    update = match next {
        Some(next) => update.col_expr(Column::NextAttemptAt, Expr::val(next.millis())),
        None => update.col_expr(Column::State, Expr::val(MailState::Failed.code())),
    };
    update.exec(db.write()).await?;
    Ok(())
}

/// Notes that what the mail under this claim tells of has ended.
pub async fn mark_void(db: &Db, claimed: &Model) -> Result<()> {
    under_claim(dropping(claimed.id), claimed)
        .exec(db.write())
        .await?;
    Ok(())
}

/// A page of the mails that concern companies of `scope`, newest first.
pub async fn list(
    db: &impl ConnectionTrait,
    scope: &Scope,
    query: &MailQuery,
) -> Result<Page<Mail>> {
    let mut found = Entity::find().filter(scope.of_company(Column::CompanyId));
    if let Some(state) = query.state {
        found = found.filter(Column::State.eq(state.code()));
    }
    let search = paging::searched("search", &query.search)?;
    if !search.is_empty() {
        let recipient = Expr::expr(Func::lower(Expr::col(Column::Recipient)));
        found = found.filter(recipient.like(containing(&search)));
    }
    let cut = paging::Cut::newest_first(&query.page)?;
    let total = paging::count(db, found.clone().select_only().column(Column::Id)).await?;
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
    let items = page.items.iter().map(mail).collect::<Result<_>>()?;
    Ok(Page {
        items,
        next: page.next,
        previous: page.previous,
        total: page.total,
        total_is_exact: page.total_is_exact,
    })
}

/// The mail, if it concerns a company of `scope`.
pub async fn find(db: &impl ConnectionTrait, scope: &Scope, id: MailId) -> Result<Model> {
    Entity::find_by_id(id.0)
        .filter(scope.of_company(Column::CompanyId))
        .one(db)
        .await?
        .ok_or_else(|| Refusal::NotFound.into())
}

/// Lets a mail that is neither sent nor void be tried now. Whether it still was so.
pub async fn queue_again(tx: &Tx, id: MailId, now: Timestamp) -> Result<bool> {
    let states = [MailState::Queued.code(), MailState::Failed.code()];
    // A claim is kept: if the mail is being sent this moment, it must not go out twice.
    let updated = Entity::update_many()
        .col_expr(Column::State, Expr::val(MailState::Queued.code()))
        .col_expr(Column::NextAttemptAt, Expr::val(now.millis()))
        .filter(Column::Id.eq(id.0))
        .filter(Column::State.is_in(states))
        .exec(&**tx)
        .await?;
    Ok(updated.rows_affected == 1)
}

/// The row as administrators see it.
pub fn mail(row: &Model) -> Result<Mail> {
    let unknown = |what: &str| Error::Broken(format!("mail {} has an unknown {what}", row.id));
    let state = MailState::from_code(&row.state).ok_or_else(|| unknown("state"))?;
    let moment = |millis: i64| (millis > 0).then(|| Timestamp::from_millis(millis));
    Ok(Mail {
        id: MailId(row.id),
        kind: MailKind::from_code(&row.kind).ok_or_else(|| unknown("kind"))?,
        to: row.recipient.clone(),
        user: row.user_id.map(UserId),
        state,
        attempts: u32::try_from(row.attempts).unwrap_or(u32::MAX),
        last_error: row.last_error.clone(),
        created_at: Timestamp::from_millis(row.created_at),
        next_attempt_at: moment(row.next_attempt_at).filter(|_| state == MailState::Queued),
        sent_at: moment(row.sent_at),
    })
}

fn dropping(id: i64) -> UpdateMany<Entity> {
    Entity::update_many()
        .col_expr(Column::State, Expr::val(MailState::Dropped.code()))
        .col_expr(Column::Contents, none())
        .filter(Column::Id.eq(id))
}

/// Only if the mail is still ours: a claim that ran out may be another process's by now.
fn under_claim(update: UpdateMany<Entity>, claimed: &Model) -> UpdateMany<Entity> {
    update.filter(
        Condition::all()
            .add(Column::Id.eq(claimed.id))
            .add(Column::State.eq(MailState::Queued.code()))
            .add(Column::ClaimedUntil.eq(claimed.claimed_until)),
    )
}

fn none() -> Expr {
    Expr::val(Option::<String>::None)
}

fn containing(text: &str) -> LikeExpr {
    let escaped = text
        .replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_");
    LikeExpr::new(format!("%{escaped}%")).escape('\\')
}

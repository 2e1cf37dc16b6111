//! The sealer: gathers what was recorded into the next seals of the chain.
//!
//! Recording is one INSERT and waits for nobody. Sealers take turns by the head's row, in every process on the same
//! database; an event that is committed late, with a smaller identifier than sealed ones, belongs to a later seal.

use std::{sync::Arc, time::Duration};

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{LockBehavior, LockType},
};

use super::{
    entity::{Column, Entity, Model},
    mark::{self, Fit},
    seal::{Head, Seal},
};
use crate::{
    db::{Tx, sql},
    deps::Deps,
    error::{Error, Result},
};

/// How often it looks for new events.
const ROUND: Duration = Duration::from_secs(5);
/// How many events a seal holds at most, so that no transaction is long.
const BATCH: u64 = 500;

/// Seals until `stop` completes.
pub async fn run(deps: Arc<Deps>, stop: impl Future<Output = ()>) {
    tokio::pin!(stop);
    let mut rounds = tokio::time::interval(ROUND);
    rounds.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            () = &mut stop => return,
            _ = rounds.tick() => {
                if let Err(error) = seal(&deps).await {
                    tracing::warn!(%error, "audit events could not be sealed; it is tried again");
                }
            }
        }
    }
}

/// Seals every event that is there. How many they were.
pub async fn seal(deps: &Deps) -> Result<u64> {
    if !is_anything_unsealed(deps).await? {
        return Ok(0);
    }
    mark_the_first(deps).await?;
    let (mut after, mut sealed) = (0, 0);
    while let Some(events) = next(deps, &mut after).await? {
        sealed += events;
    }
    Ok(sealed)
}

/// Looked at first, because what would write nothing should not wait for the writer.
async fn is_anything_unsealed(deps: &Deps) -> Result<bool> {
    const SQL: &str =
        "SELECT COUNT(*) FROM (SELECT 1 FROM audit_events WHERE seal IS NULL LIMIT 1) found";
    Ok(sql::number(deps.db.read(), SQL, []).await? > 0)
}

/// Makes one seal of unsealed events whose identifiers are greater than `after`, and moves that on. How many events
/// it holds; none when there are no more.
async fn next(deps: &Deps, after: &mut i64) -> Result<Option<u64>> {
    let tx = deps.db.begin().await?;
    Head::lock(&tx).await?;
    let head = head(&*tx, deps).await?;
    let mut events = unsealed(&tx, *after).await?;
    let Some(last) = events.last() else {
        return Ok(None);
    };
    *after = last.id;
    events.retain(|event| is_ours(deps, event));
    if events.is_empty() {
        return Ok(Some(0));
    }
    let seal = Seal::over(deps, &head, &events);
    seal.insert(&tx).await?;
    let sealed = Entity::update_many()
        .col_expr(Column::Seal, seal.number.into())
        .filter(Column::Id.is_in(events.iter().map(|event| event.id)))
        .filter(Column::Seal.is_null())
        .exec(&*tx)
        .await?
        .rows_affected;
    if sealed != events.len() as u64 {
        return Err(Error::Broken("an event went while it was sealed".into()));
    }
    let head = Head {
        number: seal.number,
        code: seal.code,
    };
    head.store(&tx, deps).await?;
    tx.commit().await?;
    tracing::debug!(%head, events = sealed, "audit events are sealed");
    Ok(Some(sealed))
}

async fn head(db: &impl ConnectionTrait, deps: &Deps) -> Result<Head> {
    let head = Head::stored(db, deps).await?;
    head.ok_or_else(|| {
        Error::Broken("the head of the audit chain was changed: see `doorward audit verify`".into())
    })
}

/// Unsealed events in ascending order. One that somebody else holds, such as a purge, is left for the next round:
/// who waits for nobody is in nobody's way.
async fn unsealed(tx: &Tx, after: i64) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::Seal.is_null())
        .filter(Column::Id.gt(after))
        .order_by_asc(Column::Id)
        .limit(BATCH)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .all(&**tx)
        .await?)
}

/// What Doorward did not record is never sealed, so that it can be told from the rest for good.
fn is_ours(deps: &Deps, event: &Model) -> bool {
    let ours = mark::fit(deps, event) != Fit::Forged;
    if !ours {
        tracing::error!(
            event = event.id,
            "an audit event was changed or made up: see `doorward audit verify`"
        );
    }
    ours
}

/// Before the first seal of all, events that were recorded before there were marks get theirs.
async fn mark_the_first(deps: &Deps) -> Result<()> {
    let mut after = 0;
    while is_first(deps.db.read(), deps).await? {
        let tx = deps.db.begin().await?;
        Head::lock(&tx).await?;
        let events = Entity::find()
            .filter(Column::Seal.is_null())
            .filter(Column::Id.gt(after))
            .order_by_asc(Column::Id)
            .limit(BATCH)
            .all(&*tx)
            .await?;
        let Some(last) = events.last() else {
            break;
        };
        after = last.id;
        // Another process may have sealed until the lock was given.
        let unmarked = is_first(&*tx, deps).await?;
        for event in events
            .iter()
            .filter(|event| unmarked && event.mark.is_empty())
        {
            Entity::update_many()
                .col_expr(Column::Mark, mark::new(deps, event).into())
                .filter(Column::Id.eq(event.id))
                .exec(&*tx)
                .await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

async fn is_first(db: &impl ConnectionTrait, deps: &Deps) -> Result<bool> {
    Ok(head(db, deps).await?.number == 0)
}

//! The janitor: removes what has ended by itself, tells of what is about to end, and keeps the database quick.

use std::{sync::Arc, time::Duration};

use super::store;
use crate::{db::sql, deps::Deps, error::Result, jobs, sessions, throttle, tokens, users};

/// How often it goes round.
const ROUND: Duration = Duration::from_secs(5 * 60);
/// How long answers to idempotent requests are kept, in seconds.
const IDEMPOTENCY: i64 = 24 * 60 * 60;

/// Goes round until `stop` completes.
pub async fn run(deps: Arc<Deps>, stop: impl Future<Output = ()>) {
    tokio::pin!(stop);
    let mut rounds = tokio::time::interval(ROUND);
    loop {
        tokio::select! {
            () = &mut stop => return,
            _ = rounds.tick() => {
                if let Err(error) = sweep(&deps).await {
                    tracing::warn!(%error, "the janitor could not finish its round");
                }
            }
        }
    }
}

/// One round.
pub async fn sweep(deps: &Deps) -> Result<()> {
    let (db, now) = (deps.db.write(), deps.now());
    store::sweep(db, now).await?;
    sessions::acting::end_overdue(deps).await?;
    sessions::sweep::sweep(db, now).await?;
    tokens::service::sweep(deps).await?;
    throttle::sweep(db, now).await?;
    sql::execute(
        db,
        "DELETE FROM idempotency_keys WHERE created_at < $1",
        [now.plus_seconds(-IDEMPOTENCY).millis().into()],
    )
    .await?;
    jobs::service::sweep(deps).await?;
    while users::service::purge_old(deps).await? > 0 {}
    users::service::warn_of_expiry(deps).await?;
    deps.db.learn().await
}

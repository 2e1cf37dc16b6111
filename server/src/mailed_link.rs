//! Links with a secret in them, as mails carry them.

use crate::{
    deps::Deps,
    desk::Caller,
    error::Result,
    throttle::{Subject, Try},
};

/// What `find` finds behind the secret of a link. Guesses slow the caller's address down.
pub async fn opened<T>(
    deps: &Deps,
    caller: &Caller,
    find: impl Future<Output = Result<T>>,
) -> Result<T> {
    let attempt = Try::begin(deps, [Subject::address(caller.address)]).await?;
    let found = find.await;
    let tx = deps.db.begin().await?;
    match &found {
        Ok(_) => attempt.was_right(&tx).await?,
        Err(_) => attempt.was_wrong(&tx, deps).await?,
    }
    tx.commit().await?;
    found
}

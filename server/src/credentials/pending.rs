//! An authenticator that somebody signed in is setting up: known to their session alone, until its first code.

use app::{SessionId, Timestamp};
use sea_orm::{ConnectionTrait, Value};

use super::totp::TotpSecret;
use crate::{
    db::{Tx, sql},
    deps::Deps,
    error::Result,
};

/// How long a set-up may take, in seconds.
const LIFETIME: i64 = 30 * 60;

/// An authenticator being set up.
pub struct Pending {
    /// The secret it shares.
    pub secret: TotpSecret,
    sealed: String,
    instead_of: i64,
}

fn place(session: SessionId) -> String {
    format!("authenticator_set_ups.secret:{session}")
}

/// When an authenticator was bound, as it is stored.
fn bound(at: Option<Timestamp>) -> i64 {
    at.map_or(0, |at| at.millis())
}

/// Begins a set-up in a session, in place of the authenticator bound at `instead_of`; one begun before is dropped.
pub async fn begin(
    tx: &Tx,
    deps: &Deps,
    session: SessionId,
    instead_of: Option<Timestamp>,
) -> Result<TotpSecret> {
    const SQL: &str = "
        INSERT INTO authenticator_set_ups (session_id, secret, instead_of, expires_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (session_id) DO UPDATE SET secret = $2, instead_of = $3, expires_at = $4";
    let secret = TotpSecret::generate(&*deps.random);
    let sealed = deps
        .sealer
        .seal(&*deps.random, &place(session), secret.bytes());
    let values: [Value; 4] = [
        session.0.into(),
        sealed.into(),
        bound(instead_of).into(),
        deps.now().plus_seconds(LIFETIME).millis().into(),
    ];
    sql::execute(&**tx, SQL, values).await?;
    Ok(secret)
}

/// The set-up under way in a session, while it lasts.
pub async fn find(
    db: &impl ConnectionTrait,
    deps: &Deps,
    session: SessionId,
) -> Result<Option<Pending>> {
    const SQL: &str = "
        SELECT secret, instead_of FROM authenticator_set_ups WHERE session_id = $1 AND expires_at > $2";
    let values = [session.0.into(), deps.now().millis().into()];
    let Some(row) = sql::one(db, SQL, values).await? else {
        return Ok(None);
    };
    let sealed: String = row.try_get_by_index(0)?;
    Ok(Some(Pending {
        secret: TotpSecret::from_bytes(deps.sealer.open(&place(session), &sealed)?),
        sealed,
        instead_of: row.try_get_by_index(1)?,
    }))
}

/// Ends a set-up whose first code was right, if the authenticator bound at `present` is still the one it takes the place
/// of. Of parallel ends exactly one is told `true`.
pub async fn spend(
    tx: &Tx,
    session: SessionId,
    pending: &Pending,
    present: Option<Timestamp>,
) -> Result<bool> {
    const SQL: &str = "DELETE FROM authenticator_set_ups WHERE session_id = $1 AND secret = $2";
    let values: [Value; 2] = [session.0.into(), pending.sealed.as_str().into()];
    let ended = sql::execute(&**tx, SQL, values).await? == 1;
    Ok(ended && pending.instead_of == bound(present))
}

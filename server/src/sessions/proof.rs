//! When it was last proved that it is a session's user who asks.

use app::{Refusal, SessionId, Timestamp, UserId, sessions::ProofKind};
use sea_orm::ConnectionTrait;

use crate::{
    actor::Actor,
    db::{Tx, sql},
    error::Result,
};

/// For how long a proof is enough, in seconds.
const LASTS: i64 = 10 * 60;

/// Refuses to go on when the last proof in the actor's session is too old. To be asked by whatever changes by what somebody
/// gets in. `has_authenticator` decides which proof is asked for.
pub async fn demand(
    db: &impl ConnectionTrait,
    actor: &Actor,
    has_authenticator: bool,
    now: Timestamp,
) -> Result<()> {
    const SQL: &str = "SELECT proved_at FROM sessions WHERE id = $1";
    let proved_at =
        Timestamp::from_millis(sql::number(db, SQL, [actor.session()?.0.into()]).await?);
    match proved_at.plus_seconds(LASTS) >= now {
        true => Ok(()),
        false => Err(Refusal::ProofNeeded(ProofKind::of(has_authenticator)).into()),
    }
}

/// Notes that it was proved just now. Refused when the session has ended meanwhile.
pub async fn note(tx: &Tx, session: SessionId, now: Timestamp) -> Result<()> {
    const SQL: &str = "UPDATE sessions SET proved_at = $1 WHERE id = $2";
    let values = [now.millis().into(), session.0.into()];
    match sql::execute(&**tx, SQL, values).await? {
        1 => Ok(()),
        _ => Err(Refusal::NotSignedIn.into()),
    }
}

/// Forgets what was proved in all sessions of `user`.
pub async fn forget_all(tx: &Tx, user: UserId) -> Result<()> {
    const SQL: &str = "UPDATE sessions SET proved_at = 0 WHERE user_id = $1";
    sql::execute(&**tx, SQL, [user.0.into()]).await?;
    Ok(())
}

/// Refuses to go on in a session that has ended meanwhile.
pub async fn still_open(tx: &Tx, actor: &Actor) -> Result<()> {
    const SQL: &str = "SELECT COUNT(*) FROM sessions WHERE id = $1";
    match sql::number(&**tx, SQL, [actor.session()?.0.into()]).await? {
        0 => Err(Refusal::NotSignedIn.into()),
        _ => Ok(()),
    }
}

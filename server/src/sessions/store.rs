//! Opening, listing and ending sessions.

use std::collections::HashMap;

use app::{
    SessionId, Timestamp, UserId,
    roles::Channel,
    sessions::{Ending, NewerSignIn, Session, TakenOver},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Set, sea_query::Expr,
};

use super::{
    ended::end_where,
    entity::{ActiveModel, Column, Entity, Model},
    limits::{Span, Terms},
};
use crate::{
    db::{Tx, sql},
    error::Result,
    policies::store::Pointed,
    secret::SecretHash,
    users::{self, Account, store::NEVER},
};

/// A session to be opened.
pub struct NewSession<'a> {
    /// What is stored of its secret.
    pub secret: SecretHash,
    /// Whose it is.
    pub user: UserId,
    /// From where they act.
    pub channel: Channel,
    /// The address they came from.
    pub address: String,
    /// What the browser or app says it is.
    pub user_agent: &'a str,
    /// Whether they have proved the proof that is asked of whoever is signed in already.
    pub proved: bool,
    /// When they signed in before.
    pub previous_sign_in_at: i64,
}

/// Opens a session.
pub async fn open(tx: &Tx, now: Timestamp, terms: &Terms, new: &NewSession<'_>) -> Result<()> {
    let row = ActiveModel {
        secret_hash: Set(new.secret.as_str().to_owned()),
        user_id: Set(new.user.0),
        channel: Set(new.channel.code().to_owned()),
        address: Set(new.address.clone()),
        user_agent: Set(new.user_agent.to_owned()),
        previous_sign_in_at: Set(new.previous_sign_in_at),
        created_at: Set(now.millis()),
        last_seen_at: Set(now.millis()),
        expires_at: Set(terms.on(new.channel).last_end(now).millis()),
        proved_at: Set(if new.proved { now.millis() } else { 0 }),
        acting_as: Set(0),
        acting_since: Set(0),
        acting_until: Set(0),
        acting_reason: Set(String::new()),
        acting_over: Set(String::new()),
        ..Default::default()
    };
    Entity::insert(row).exec_without_returning(&**tx).await?;
    Ok(())
}

/// An end as people are told it: none, where time ends nothing.
pub fn moment(end: Timestamp) -> Option<Timestamp> {
    (end.millis() != NEVER).then_some(end)
}

/// Notes that a session was used.
pub async fn touch(
    db: &impl ConnectionTrait,
    id: SessionId,
    now: Timestamp,
    address: &str,
) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::LastSeenAt, Expr::value(now.millis()))
        .col_expr(Column::Address, Expr::value(address))
        .filter(Column::Id.eq(id.0))
        .exec(db)
        .await?;
    Ok(())
}

/// The sessions of `user` that last by `terms`, newest use first.
pub async fn of_user(
    db: &impl ConnectionTrait,
    user: UserId,
    terms: &Terms,
    now: Timestamp,
    current: Option<SessionId>,
) -> Result<Vec<Session>> {
    let rows = lasting(stored(db, [user.0]).await?, |_| Some(*terms), now);
    Ok(rows
        .into_iter()
        .map(|row| Session {
            id: SessionId(row.id),
            expires_at: moment(terms.on(channel(&row)).end(&Span::of(&row))),
            channel: channel(&row),
            address: row.address,
            user_agent: row.user_agent,
            created_at: Timestamp::from_millis(row.created_at),
            last_seen_at: Timestamp::from_millis(row.last_seen_at),
            current: current.is_some_and(|current| row.id == current.0),
        })
        .collect())
}

/// How many sessions of `user` last by `terms`.
pub async fn count_by(
    db: &impl ConnectionTrait,
    user: UserId,
    terms: &Terms,
    now: Timestamp,
) -> Result<u64> {
    let rows = stored(db, [user.0]).await?;
    Ok(lasting(rows, |_| Some(*terms), now).len() as u64)
}

/// How many sessions of `accounts` last.
pub async fn count<'a>(
    db: &impl ConnectionTrait,
    accounts: impl Iterator<Item = &'a Account> + Clone,
    now: Timestamp,
) -> Result<u64> {
    let pointed = Pointed::above(db, accounts.clone().map(|account| &account.path)).await?;
    let terms: HashMap<i64, Terms> = accounts
        .map(|account| {
            let policy = pointed.at(&account.path);
            let terms = Terms::of(&policy, account.token_validity, account.exclusive_login);
            (account.id.0, terms)
        })
        .collect();
    let rows = stored(db, terms.keys().copied()).await?;
    Ok(lasting(rows, |user| terms.get(&user).copied(), now).len() as u64)
}

async fn stored(
    db: &impl ConnectionTrait,
    users: impl IntoIterator<Item = i64>,
) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::UserId.is_in(users))
        .order_by_desc(Column::LastSeenAt)
        .all(db)
        .await?)
}

/// Those of `rows` that last by the terms of their users.
fn lasting(
    mut rows: Vec<Model>,
    terms: impl Fn(i64) -> Option<Terms>,
    now: Timestamp,
) -> Vec<Model> {
    rows.retain(|row| {
        terms(row.user_id).is_some_and(|terms| {
            let limits = terms.on(channel(row));
            limits.ending(&Span::of(row), now).is_none()
        })
    });
    let mut newest: HashMap<(i64, String), i64> = HashMap::new();
    for row in &rows {
        let newest = newest
            .entry((row.user_id, row.channel.clone()))
            .or_default();
        *newest = row.id.max(*newest);
    }
    rows.retain(|row| {
        let exclusive = terms(row.user_id).is_some_and(|terms| terms.exclusive);
        !exclusive || newest.get(&(row.user_id, row.channel.clone())) == Some(&row.id)
    });
    rows
}

fn channel(row: &Model) -> Channel {
    Channel::from_code(&row.channel).unwrap_or(Channel::Web)
}

/// The newest session of `user` in `channel` that lasts, if it is newer than `than`.
pub async fn newer(
    db: &impl ConnectionTrait,
    user: UserId,
    channel: Channel,
    than: SessionId,
    terms: &Terms,
    now: Timestamp,
) -> Result<Option<NewerSignIn>> {
    let rows = lasting(stored(db, [user.0]).await?, |_| Some(*terms), now);
    Ok(rows
        .into_iter()
        .filter(|row| row.id > than.0 && row.channel == channel.code())
        .max_by_key(|row| row.id)
        .map(|row| sign_in_of(&row)))
}

fn sign_in_of(row: &Model) -> NewerSignIn {
    NewerSignIn {
        at: Timestamp::from_millis(row.created_at),
        address: row.address.clone(),
        user_agent: row.user_agent.clone(),
    }
}

/// Ends one session of `user`. Whether there was one.
pub async fn end(
    tx: &Tx,
    user: UserId,
    id: SessionId,
    ending: &Ending,
    now: Timestamp,
) -> Result<bool> {
    let values = [user.0.into(), id.0.into()];
    let ended = end_where(&**tx, "user_id = $1 AND id = $2", values, ending, now).await?;
    Ok(!ended.is_empty())
}

/// Ends the session of a secret, whoever presents it: who signs out or in needs not be told. Whose it was, if there was
/// one.
pub async fn end_presented(tx: &Tx, secret: &SecretHash) -> Result<Option<UserId>> {
    const SQL: &str = "DELETE FROM sessions WHERE secret_hash = $1 RETURNING user_id";
    match sql::one(&**tx, SQL, [secret.as_str().into()]).await? {
        Some(row) => Ok(Some(UserId(row.try_get_by_index(0)?))),
        None => Ok(None),
    }
}

/// Ends the sessions of `user` in a channel but for the one of this secret, which takes their place. Where they were.
pub async fn take_over(tx: &Tx, new: &NewSession<'_>, now: Timestamp) -> Result<Vec<TakenOver>> {
    const SQL: &str = "user_id = $1 AND channel = $2 AND secret_hash <> $3";
    let values = [
        new.user.0.into(),
        new.channel.code().into(),
        new.secret.as_str().into(),
    ];
    let ending = Ending::Replaced(NewerSignIn {
        at: now,
        address: new.address.clone(),
        user_agent: new.user_agent.to_owned(),
    });
    end_where(&**tx, SQL, values, &ending, now).await
}

/// Ends all sessions of `user` but for the newest that lasts in each channel. How many ended.
pub async fn end_older(tx: &Tx, user: UserId, terms: &Terms, now: Timestamp) -> Result<u64> {
    let kept = lasting(
        stored(&**tx, [user.0]).await?,
        |_| {
            Some(Terms {
                exclusive: true,
                ..*terms
            })
        },
        now,
    );
    let mut ended = 0;
    for newest in kept {
        const SQL: &str = "user_id = $1 AND channel = $2 AND id < $3";
        let values = [
            user.0.into(),
            newest.channel.as_str().into(),
            newest.id.into(),
        ];
        let ending = Ending::Replaced(sign_in_of(&newest));
        ended += end_where(&**tx, SQL, values, &ending, now).await?.len() as u64;
    }
    Ok(ended)
}

/// Ends the sessions and login flows of `users`, but for the session `keep`. How many sessions ended.
pub async fn end_all(
    tx: &Tx,
    users: &[UserId],
    keep: Option<SessionId>,
    ending: &Ending,
    now: Timestamp,
) -> Result<u64> {
    // In the same order as whoever signs in, and so ends other sessions.
    users::store::end_flows(tx, users).await?;
    let mut ended = 0;
    // A statement takes only so many values.
    for some in users.chunks(1000) {
        let ids: Vec<String> = some.iter().map(ToString::to_string).collect();
        let condition = format!("user_id IN ({}) AND id <> $1", ids.join(", "));
        let keep = keep.map_or(0, |keep| keep.0);
        ended += end_where(&**tx, &condition, [keep.into()], ending, now)
            .await?
            .len() as u64;
    }
    Ok(ended)
}

/// Ends the sessions and login flows of `user`, but for the session opened last.
pub async fn end_all_but_newest(
    tx: &Tx,
    user: UserId,
    ending: &Ending,
    now: Timestamp,
) -> Result<u64> {
    let newest = Entity::find()
        .filter(Column::UserId.eq(user.0))
        .order_by_desc(Column::Id)
        .one(&**tx)
        .await?;
    let keep = newest.map(|row| SessionId(row.id));
    end_all(tx, &[user], keep, ending, now).await
}

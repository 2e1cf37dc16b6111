//! Opening, finding and ending sessions.

use std::collections::HashMap;

use app::{
    CompanyId, Language, SessionId, Timestamp, UserId,
    companies::{CompanyKind, CompanyRef},
    roles::{Channel, Permissions},
    sessions::Session,
    sign_in::Me,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Set, sea_query::Expr,
};

use super::{
    acting::{self, Pretence},
    entity,
    limits::{Limits, Span},
};
use crate::{
    actor::CompanyPath,
    companies,
    db::{Tx, sql},
    error::Result,
    policies::store::Pointed,
    secret::SecretHash,
    users::{Account, store::NEVER},
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
    /// When they signed in before.
    pub previous_sign_in_at: i64,
}

/// Opens a session.
pub async fn open(tx: &Tx, now: Timestamp, limits: Limits, new: NewSession<'_>) -> Result<()> {
    let row = entity::ActiveModel {
        secret_hash: Set(new.secret.as_str().to_owned()),
        user_id: Set(new.user.0),
        channel: Set(new.channel.code().to_owned()),
        address: Set(new.address),
        user_agent: Set(new.user_agent.to_owned()),
        previous_sign_in_at: Set(new.previous_sign_in_at),
        created_at: Set(now.millis()),
        last_seen_at: Set(now.millis()),
        expires_at: Set(limits.last_end(now).millis()),
        acting_as: Set(0),
        acting_since: Set(0),
        acting_until: Set(0),
        acting_reason: Set(String::new()),
        acting_over: Set(String::new()),
        ..Default::default()
    };
    entity::Entity::insert(row)
        .exec_without_returning(&**tx)
        .await?;
    Ok(())
}

/// A live session and the account it belongs to.
pub struct Live {
    /// The session.
    pub id: SessionId,
    /// From where they act.
    pub channel: Channel,
    /// How long it has been lasting.
    pub span: Span,
    /// The place of their company in the tree.
    pub path: CompanyPath,
    /// The addresses set for them, as they are stored.
    pub trusted_addresses: String,
    /// Who they are; their permissions are still to be filled in.
    pub me: Me,
    /// As whom it acts, if as somebody else.
    pub pretence: Option<Pretence>,
}

/// The session of a secret, if its user may still be signed in, in one query. Whether it has ended by the limits of
/// the policy in force is still to be asked.
pub async fn live(
    db: &impl ConnectionTrait,
    secret: &SecretHash,
    now: Timestamp,
) -> Result<Option<Live>> {
    const SQL: &str = "
        SELECT s.id, s.channel, s.last_seen_at, s.expires_at, s.previous_sign_in_at,
               u.id, u.login_id, u.email, u.first_name, u.last_name, u.language, u.time_zone, u.expires_at,
               c.id, c.name, c.kind, c.path, s.created_at, u.trusted_addresses,
               s.acting_as, s.acting_since, s.acting_until, s.acting_reason, s.acting_over
        FROM sessions s JOIN users u ON u.id = s.user_id JOIN companies c ON c.id = u.company_id
        WHERE s.secret_hash = $1 AND s.expires_at > $2
        AND u.deleted_at = 0 AND NOT u.disabled AND u.expires_at > $2";
    let Some(row) = sql::one(db, SQL, [secret.as_str().into(), now.millis().into()]).await? else {
        return Ok(None);
    };
    let channel: String = row.try_get_by_index(1)?;
    let session_end: i64 = row.try_get_by_index(3)?;
    let previous: i64 = row.try_get_by_index(4)?;
    let language: String = row.try_get_by_index(10)?;
    let account_end: i64 = row.try_get_by_index(12)?;
    let kind: String = row.try_get_by_index(15)?;
    Ok(Some(Live {
        id: SessionId(row.try_get_by_index(0)?),
        channel: Channel::from_code(&channel).unwrap_or(Channel::Web),
        span: Span {
            created_at: row.try_get_by_index(17)?,
            last_seen_at: row.try_get_by_index(2)?,
            expires_at: session_end,
        },
        path: CompanyPath(row.try_get_by_index(16)?),
        trusted_addresses: row.try_get_by_index(18)?,
        pretence: acting::read(&row, 19)?,
        me: Me {
            id: UserId(row.try_get_by_index(5)?),
            login_id: row.try_get_by_index(6)?,
            email: row.try_get_by_index(7)?,
            first_name: row.try_get_by_index(8)?,
            last_name: row.try_get_by_index(9)?,
            company: CompanyRef {
                id: CompanyId(row.try_get_by_index(13)?),
                name: row.try_get_by_index(14)?,
                kind: CompanyKind::from_code(&kind).unwrap_or(CompanyKind::Customer),
            },
            permissions: Vec::new(),
            held: Permissions::NONE,
            language: Language::from_tag(&language).unwrap_or_default(),
            time_zone: row.try_get_by_index(11)?,
            previous_sign_in_at: (previous > 0).then(|| Timestamp::from_millis(previous)),
            expires_at: (account_end != NEVER).then(|| Timestamp::from_millis(account_end)),
            session_expires_at: Timestamp::from_millis(session_end.min(account_end)),
            acting: None,
            acting_over: None,
        },
    }))
}

/// Notes that a session was used.
pub async fn touch(
    db: &impl ConnectionTrait,
    id: SessionId,
    now: Timestamp,
    address: &str,
) -> Result<()> {
    entity::Entity::update_many()
        .col_expr(entity::Column::LastSeenAt, Expr::value(now.millis()))
        .col_expr(entity::Column::Address, Expr::value(address))
        .filter(entity::Column::Id.eq(id.0))
        .exec(db)
        .await?;
    Ok(())
}

/// The live sessions of `user`, newest use first.
pub async fn of_user(
    db: &impl ConnectionTrait,
    user: UserId,
    limits: Limits,
    now: Timestamp,
    current: SessionId,
) -> Result<Vec<Session>> {
    let rows = entity::Entity::find()
        .filter(entity::Column::UserId.eq(user.0))
        .filter(entity::Column::ExpiresAt.gt(now.millis()))
        .order_by_desc(entity::Column::LastSeenAt)
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .filter(|row| limits.allow(&Span::of(row), now))
        .map(|row| Session {
            id: SessionId(row.id),
            expires_at: limits.end(&Span::of(&row)),
            channel: Channel::from_code(&row.channel).unwrap_or(Channel::Web),
            address: row.address,
            user_agent: row.user_agent,
            created_at: Timestamp::from_millis(row.created_at),
            last_seen_at: Timestamp::from_millis(row.last_seen_at),
            current: row.id == current.0,
        })
        .collect())
}

/// How many live sessions `accounts` have.
pub async fn count<'a>(
    db: &impl ConnectionTrait,
    accounts: impl Iterator<Item = &'a Account> + Clone,
    now: Timestamp,
) -> Result<u64> {
    let pointed = Pointed::above(db, accounts.clone().map(|account| &account.path)).await?;
    let limits: HashMap<i64, Limits> = accounts
        .map(|account| (account.id.0, Limits::of(&pointed.at(&account.path))))
        .collect();
    let rows = entity::Entity::find()
        .filter(entity::Column::UserId.is_in(limits.keys().copied()))
        .filter(entity::Column::ExpiresAt.gt(now.millis()))
        .all(db)
        .await?;
    let live = |row: &&entity::Model| {
        limits
            .get(&row.user_id)
            .is_some_and(|limits| limits.allow(&Span::of(row), now))
    };
    Ok(rows.iter().filter(live).count() as u64)
}

/// Ends one session of `user`. Whether there was one.
pub async fn end(tx: &Tx, user: UserId, id: SessionId) -> Result<bool> {
    let deleted = entity::Entity::delete_many()
        .filter(entity::Column::UserId.eq(user.0))
        .filter(entity::Column::Id.eq(id.0))
        .exec(&**tx)
        .await?;
    Ok(deleted.rows_affected > 0)
}

/// Ends the session of a secret, whoever presents it. Whose it was, if there was one.
pub async fn end_presented(tx: &Tx, secret: &SecretHash) -> Result<Option<UserId>> {
    let row = entity::Entity::find()
        .filter(entity::Column::SecretHash.eq(secret.as_str()))
        .one(&**tx)
        .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    end(tx, UserId(row.user_id), SessionId(row.id)).await?;
    Ok(Some(UserId(row.user_id)))
}

/// Ends the sessions and login flows of `users`, but for the session `keep`. How many sessions ended.
pub async fn end_all(tx: &Tx, users: &[UserId], keep: Option<SessionId>) -> Result<u64> {
    let ids = users.iter().map(|user| user.0);
    let mut sessions =
        entity::Entity::delete_many().filter(entity::Column::UserId.is_in(ids.clone()));
    if let Some(keep) = keep {
        sessions = sessions.filter(entity::Column::Id.ne(keep.0));
    }
    let ended = sessions.exec(&**tx).await?.rows_affected;
    crate::users::store::end_flows(tx, users).await?;
    Ok(ended)
}

/// Removes sessions that ended by themselves: at their end, or by the limits in force in their user's company.
pub async fn sweep(db: &impl ConnectionTrait, now: Timestamp) -> Result<()> {
    entity::Entity::delete_many()
        .filter(entity::Column::ExpiresAt.lte(now.millis()))
        .exec(db)
        .await?;
    const COMPANIES: &str =
        "SELECT DISTINCT u.company_id FROM sessions s JOIN users u ON u.id = s.user_id";
    let mut companies = Vec::new();
    for row in sql::all(db, COMPANIES, []).await? {
        companies.push(row.try_get_by_index(0)?);
    }
    let companies = companies::store::all_of(db, companies).await?;
    let pointed = Pointed::above(db, companies.iter().map(|company| &company.path)).await?;
    let mut by_limits: HashMap<Limits, Vec<String>> = HashMap::new();
    for company in &companies {
        let limits = Limits::of(&pointed.at(&company.path));
        by_limits
            .entry(limits)
            .or_default()
            .push(company.id.to_string());
    }
    for (limits, companies) in by_limits {
        let (unused_since, opened_at) = limits.ended_before(now);
        let sql = format!(
            "DELETE FROM sessions WHERE (last_seen_at <= $1 OR created_at <= $2)
             AND user_id IN (SELECT id FROM users WHERE company_id IN ({}))",
            companies.join(", ")
        );
        sql::execute(db, &sql, [unused_since.into(), opened_at.into()]).await?;
    }
    Ok(())
}

/// Ends the sessions and login flows of `user`, but for the session opened last.
pub async fn end_all_but_newest(tx: &Tx, user: UserId) -> Result<u64> {
    let newest = entity::Entity::find()
        .filter(entity::Column::UserId.eq(user.0))
        .order_by_desc(entity::Column::Id)
        .one(&**tx)
        .await?;
    end_all(tx, &[user], newest.map(|row| SessionId(row.id))).await
}

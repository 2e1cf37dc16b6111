//! Keeping tokens and their secrets.

use std::collections::HashMap;

use app::{
    Timestamp, TokenId, UserId,
    policies::TrustedAddresses,
    roles::Permission,
    tokens::{Token, TokenGrant, TokenKind},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter,
    QueryOrder, Set, sea_query::Expr,
};

use super::entity::{ActiveModel, Column, Entity, Model};
use crate::{
    db::{Tx, sql},
    error::{Error, Result},
    secret::SecretHash,
    users::store::NEVER,
};

/// Stands for everything that the owner may do.
const EVERYTHING: &str = "*";

/// A token as it is stored.
#[derive(Clone, Debug)]
pub struct Stored {
    /// Its identifier.
    pub id: TokenId,
    /// Whose it is.
    pub user: UserId,
    /// What it is good for.
    pub kind: TokenKind,
    /// What its owner calls it.
    pub name: String,
    /// The permissions it is limited to, if it is.
    pub permissions: Option<Vec<Permission>>,
    /// From where it can be used.
    pub trusted_addresses: TrustedAddresses,
    /// Whether each exchange replaces its secret.
    pub rotates: bool,
    /// When it ends.
    pub expires_at: Timestamp,
    /// When it was last used; the epoch for never.
    pub last_used_at: Timestamp,
}

/// A secret of a token, as it is stored.
#[derive(Clone, Copy, Debug)]
pub struct StoredSecret {
    /// Whether another one has taken its place.
    pub is_replaced: bool,
    /// Until when it is good all the same.
    pub good_until: Timestamp,
}

impl Stored {
    fn of(row: &Model) -> Result<Self> {
        let broken = |what: &str| Error::Broken(format!("the {what} of token {}", row.id));
        Ok(Self {
            id: TokenId(row.id),
            user: UserId(row.user_id),
            kind: TokenKind::from_code(&row.kind).ok_or_else(|| broken("kind"))?,
            name: row.name.clone(),
            permissions: permissions(&row.permissions),
            // What cannot be read keeps everybody out.
            trusted_addresses: TrustedAddresses::read(&row.trusted_addresses)
                .map_err(|_| broken("addresses"))?,
            rotates: row.rotates,
            expires_at: Timestamp::from_millis(row.expires_at),
            last_used_at: Timestamp::from_millis(row.last_used_at),
        })
    }
}

/// What this version does not know is passed over: it opens nothing.
fn permissions(stored: &str) -> Option<Vec<Permission>> {
    (stored != EVERYTHING).then(|| {
        stored
            .split(',')
            .filter_map(Permission::from_code)
            .collect()
    })
}

fn to_store(permissions: Option<&[Permission]>) -> String {
    match permissions {
        None => EVERYTHING.to_owned(),
        Some(some) => some
            .iter()
            .map(|one| one.code())
            .collect::<Vec<_>>()
            .join(","),
    }
}

/// Keeps a new token. It has no secret yet.
pub async fn insert(tx: &Tx, user: UserId, grant: &TokenGrant, now: Timestamp) -> Result<TokenId> {
    let row = ActiveModel {
        user_id: Set(user.0),
        kind: Set(grant.kind.code().to_owned()),
        name: Set(grant.name.clone()),
        permissions: Set(to_store(grant.permissions.as_deref())),
        trusted_addresses: Set(grant.trusted_addresses.to_string()),
        rotates: Set(grant.rotates),
        created_at: Set(now.millis()),
        expires_at: Set(grant.expires_at.map_or(NEVER, Timestamp::millis)),
        last_used_at: Set(0),
        last_used_from: Set(String::new()),
        ..Default::default()
    };
    let inserted = Entity::insert(row).exec(&**tx).await?;
    Ok(TokenId(inserted.last_insert_id))
}

/// Gives a token a new present secret.
pub async fn insert_secret(
    tx: &Tx,
    token: TokenId,
    hash: &SecretHash,
    hint: &str,
    now: Timestamp,
) -> Result<()> {
    const SQL: &str = "
        INSERT INTO token_secrets (secret_hash, token_id, hint, created_at, replaced_at, good_until)
        VALUES ($1, $2, $3, $4, 0, 0)";
    let values = [
        hash.as_str().into(),
        token.0.into(),
        hint.into(),
        now.millis().into(),
    ];
    sql::execute(&**tx, SQL, values).await?;
    Ok(())
}

/// Takes the secret's place away from it, if it has it: true for one caller only. It stays good until `good_until`.
pub async fn replace_secret(
    tx: &Tx,
    hash: &SecretHash,
    now: Timestamp,
    good_until: Timestamp,
) -> Result<bool> {
    const SQL: &str = "
        UPDATE token_secrets SET replaced_at = $1, good_until = $2 WHERE secret_hash = $3 AND replaced_at = 0";
    let values = [
        now.millis().into(),
        good_until.millis().into(),
        hash.as_str().into(),
    ];
    Ok(sql::execute(&**tx, SQL, values).await? == 1)
}

/// The same for whatever secret a token has at present.
pub async fn replace_present(
    tx: &Tx,
    token: TokenId,
    now: Timestamp,
    good_until: Timestamp,
) -> Result<bool> {
    const SQL: &str = "
        UPDATE token_secrets SET replaced_at = $1, good_until = $2 WHERE token_id = $3 AND replaced_at = 0";
    let values = [
        now.millis().into(),
        good_until.millis().into(),
        token.0.into(),
    ];
    Ok(sql::execute(&**tx, SQL, values).await? == 1)
}

/// The token that a secret opens, or opened.
pub async fn by_secret(
    db: &impl ConnectionTrait,
    hash: &SecretHash,
) -> Result<Option<(Stored, StoredSecret)>> {
    const SQL: &str = "
        SELECT t.*, s.replaced_at, s.good_until
        FROM token_secrets s JOIN tokens t ON t.id = s.token_id WHERE s.secret_hash = $1";
    let Some(row) = sql::one(db, SQL, [hash.as_str().into()]).await? else {
        return Ok(None);
    };
    let replaced_at: i64 = row.try_get("", "replaced_at")?;
    let secret = StoredSecret {
        is_replaced: replaced_at > 0,
        good_until: Timestamp::from_millis(row.try_get("", "good_until")?),
    };
    let token = Stored::of(&Model::from_query_result(&row, "")?)?;
    Ok(Some((token, secret)))
}

/// A token.
pub async fn by_id(db: &impl ConnectionTrait, id: TokenId) -> Result<Option<Stored>> {
    let row = Entity::find_by_id(id.0).one(db).await?;
    row.as_ref().map(Stored::of).transpose()
}

/// How many tokens a user has.
pub async fn count(db: &impl ConnectionTrait, user: UserId) -> Result<u64> {
    let of_user = Entity::find().filter(Column::UserId.eq(user.0));
    Ok(of_user.count(db).await?)
}

/// The tokens of a user, the newest first, as they are listed.
pub async fn of_user(
    db: &impl ConnectionTrait,
    user: UserId,
    now: Timestamp,
) -> Result<Vec<Token>> {
    const SECRETS: &str = "
        SELECT s.token_id, s.hint, s.replaced_at, s.good_until
        FROM token_secrets s JOIN tokens t ON t.id = s.token_id
        WHERE t.user_id = $1 AND (s.replaced_at = 0 OR s.good_until > $2)";
    let rows = Entity::find()
        .filter(Column::UserId.eq(user.0))
        .order_by_desc(Column::Id)
        .all(db)
        .await?;
    let (mut hints, mut earlier) = (HashMap::new(), HashMap::new());
    for secret in sql::all(db, SECRETS, [user.0.into(), now.millis().into()]).await? {
        let token: i64 = secret.try_get_by_index(0)?;
        match secret.try_get_by_index::<i64>(2)? {
            0 => {
                let hint: String = secret.try_get_by_index(1)?;
                hints.insert(token, hint);
            }
            _ => {
                let good_until = Timestamp::from_millis(secret.try_get_by_index(3)?);
                let longest = earlier.entry(token).or_insert(good_until);
                *longest = good_until.max(*longest);
            }
        }
    }
    let view = |row: &Model| {
        let token = Stored::of(row)?;
        let used = row.last_used_at > 0;
        Ok(Token {
            id: token.id,
            kind: token.kind,
            name: token.name,
            hint: hints.remove(&row.id).unwrap_or_default(),
            permissions: token.permissions,
            trusted_addresses: token.trusted_addresses,
            rotates: token.rotates,
            created_at: Timestamp::from_millis(row.created_at),
            expires_at: (row.expires_at != NEVER).then_some(token.expires_at),
            last_used_at: used.then_some(token.last_used_at),
            last_used_from: used.then(|| row.last_used_from.clone()),
            earlier_good_until: earlier.get(&row.id).copied(),
        })
    };
    rows.iter().map(view).collect()
}

/// Notes that a token was used.
pub async fn touch(
    db: &impl ConnectionTrait,
    id: TokenId,
    now: Timestamp,
    address: &str,
) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::LastUsedAt, Expr::value(now.millis()))
        .col_expr(Column::LastUsedFrom, Expr::value(address))
        .filter(Column::Id.eq(id.0))
        .exec(db)
        .await?;
    Ok(())
}

/// Deletes a token of `user`; its secrets go along. Whether there was one.
pub async fn delete(tx: &Tx, user: UserId, id: TokenId) -> Result<bool> {
    let one = Entity::delete_many()
        .filter(Column::Id.eq(id.0))
        .filter(Column::UserId.eq(user.0));
    Ok(one.exec(&**tx).await?.rows_affected == 1)
}

/// Deletes all tokens of `users`. How many there were.
pub async fn delete_all(tx: &Tx, users: &[UserId]) -> Result<u64> {
    let mut deleted = 0;
    // A statement takes only so many values.
    for users in users.chunks(1000) {
        let theirs =
            Entity::delete_many().filter(Column::UserId.is_in(users.iter().map(|user| user.0)));
        deleted += theirs.exec(&**tx).await?.rows_affected;
    }
    Ok(deleted)
}

/// Removes the tokens that ended before `then`, and the secrets whose place was taken before: whoever presents one of
/// these is refused as for any that never was.
pub async fn sweep(db: &impl ConnectionTrait, now: Timestamp, then: Timestamp) -> Result<()> {
    const SECRETS: &str = "
        DELETE FROM token_secrets WHERE replaced_at > 0 AND replaced_at < $1 AND good_until < $2";
    let ended = Entity::delete_many().filter(Column::ExpiresAt.lt(then.millis()));
    ended.exec(db).await?;
    sql::execute(db, SECRETS, [then.millis().into(), now.millis().into()]).await?;
    Ok(())
}

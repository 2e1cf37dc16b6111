//! The rows of `audit_seals`, and the head of their chain.
//!
//! A seal's `digest` is the keyed hash (`audit_seals.digest/1`) of one line for each member in ascending order: its
//! identifier, a space, its mark. Its `code` is the keyed hash (`audit_seals/1`) of a JSON array: its number, the
//! code of the seal before, and the columns `sealed_at`, `events`, `members` and `digest`. The head, in the row
//! `audit_head` of the table `settings`, is number and code of the last seal and the keyed hash of both
//! (`audit_head/1`), with dots between: without it the last seals could be taken away unseen.

use std::{fmt::Write as _, str::FromStr};

use app::Timestamp;
use sea_orm::{ConnectionTrait, QueryResult};

use super::{entity::Model, mark::same, members::Members};
use crate::{
    db::{Tx, sql},
    deps::Deps,
    error::Result,
};

/// One seal.
#[derive(Clone, Debug)]
pub(super) struct Seal {
    pub number: i64,
    pub sealed_at: Timestamp,
    pub events: i64,
    pub members: String,
    pub digest: String,
    pub code: String,
}

impl Seal {
    /// The seal after `before` over `events`, which ascend by identifier.
    pub fn over(deps: &Deps, before: &Head, events: &[Model]) -> Self {
        let mut seal = Self {
            number: before.number + 1,
            sealed_at: deps.now(),
            events: i64::try_from(events.len()).unwrap_or(i64::MAX),
            members: Members::of(events.iter().map(|event| event.id)).write(),
            digest: digest(deps, events),
            code: String::new(),
        };
        seal.code = seal.code_after(deps, &before.code);
        seal
    }

    /// The code that it must have after the seal whose code is `before`.
    pub fn code_after(&self, deps: &Deps, before: &str) -> String {
        let text = serde_json::json!([
            self.number,
            before,
            self.sealed_at.millis(),
            self.events,
            self.members,
            self.digest,
        ]);
        deps.sealer.keyed_hash("audit_seals/1", &text.to_string())
    }

    /// Stores it.
    pub async fn insert(&self, tx: &Tx) -> Result<()> {
        const SQL: &str =
            "INSERT INTO audit_seals (number, sealed_at, events, members, digest, code)
            VALUES ($1, $2, $3, $4, $5, $6)";
        let values = [
            self.number.into(),
            self.sealed_at.millis().into(),
            self.events.into(),
            self.members.as_str().into(),
            self.digest.as_str().into(),
            self.code.as_str().into(),
        ];
        sql::execute(&**tx, SQL, values).await?;
        Ok(())
    }

    /// The first `limit` seals whose number is greater than `number`.
    pub async fn after(db: &impl ConnectionTrait, number: i64, limit: i64) -> Result<Vec<Self>> {
        const SQL: &str = "SELECT number, sealed_at, events, members, digest, code FROM audit_seals
            WHERE number > $1 ORDER BY number LIMIT $2";
        let rows = sql::all(db, SQL, [number.into(), limit.into()]).await?;
        rows.iter().map(Self::read).collect()
    }

    fn read(row: &QueryResult) -> Result<Self> {
        Ok(Self {
            number: row.try_get_by_index(0)?,
            sealed_at: Timestamp::from_millis(row.try_get_by_index(1)?),
            events: row.try_get_by_index(2)?,
            members: row.try_get_by_index(3)?,
            digest: row.try_get_by_index(4)?,
            code: row.try_get_by_index(5)?,
        })
    }
}

/// The digest of a seal over `events`, which ascend by identifier.
pub(super) fn digest(deps: &Deps, events: &[Model]) -> String {
    let mut lines = String::new();
    for event in events {
        // Writing to a string does not fail.
        let _ = writeln!(lines, "{} {}", event.id, event.mark);
    }
    deps.sealer.keyed_hash("audit_seals.digest/1", &lines)
}

/// The last seal of a chain: noted elsewhere, it tells whether that seal is still there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Its number; 0 while there is none.
    pub number: i64,
    /// Its code.
    pub code: String,
}

impl std::fmt::Display for Head {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.number, self.code)
    }
}

impl FromStr for Head {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let read = || {
            let (number, code) = text.trim().split_once('.')?;
            let number = number.parse().ok().filter(|&number| number > 0)?;
            Some((number, code)).filter(|(_, code)| code.len() == 43)
        };
        let expected = || "a number, a dot and 43 characters, as `doorward audit verify` prints it";
        read()
            .map(|(number, code)| Self {
                number,
                code: code.to_owned(),
            })
            .ok_or_else(|| expected().to_owned())
    }
}

impl Head {
    /// The head as it is stored, or none if it was not Doorward that stored it.
    pub async fn stored(db: &impl ConnectionTrait, deps: &Deps) -> Result<Option<Self>> {
        const SQL: &str = "SELECT value FROM settings WHERE name = 'audit_head'";
        let Some(row) = sql::one(db, SQL, []).await? else {
            return Ok(None);
        };
        let text: String = row.try_get_by_index(0)?;
        if text.is_empty() {
            return Ok(Some(Self::default()));
        }
        Ok(text.rsplit_once('.').and_then(|(head, proof)| {
            let head: Self = head.parse().ok()?;
            same(&head.proof(deps), proof).then_some(head)
        }))
    }

    /// Lets nobody else seal until the transaction ends.
    pub async fn lock(tx: &Tx) -> Result<()> {
        const SQL: &str = "UPDATE settings SET value = value WHERE name = 'audit_head'";
        sql::execute(&**tx, SQL, []).await?;
        Ok(())
    }

    /// Stores it.
    pub async fn store(&self, tx: &Tx, deps: &Deps) -> Result<()> {
        const SQL: &str = "UPDATE settings SET value = $1 WHERE name = 'audit_head'";
        let text = format!("{self}.{}", self.proof(deps));
        sql::execute(&**tx, SQL, [text.into()]).await?;
        Ok(())
    }

    fn proof(&self, deps: &Deps) -> String {
        deps.sealer.keyed_hash("audit_head/1", &self.to_string())
    }
}

//! Whether the trail is as it was recorded: every event, every seal, and the order of both.

use std::collections::HashMap;

use app::{Timestamp, audit::AuditAction};
use sea_orm::{
    AccessMode, ColumnTrait, DatabaseTransaction, DbBackend, EntityTrait, IsolationLevel,
    QueryFilter, QueryOrder, QuerySelect, TransactionOptions, TransactionTrait,
};

use super::{
    entity::{Column, Entity, Model},
    flaw::Flaw,
    mark::{self, Fit, same},
    members::Members,
    seal::{Head, Seal, digest},
};
use crate::{db::sql, deps::Deps, error::Result};

/// Rows that are read at a time, so that memory stays the same however long the trail is.
const BATCH: u64 = 500;

/// What a sound trail holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Soundness {
    /// The last seal.
    pub head: Head,
    /// When it was made; none while there is none.
    pub sealed_at: Option<Timestamp>,
    /// Events that are sealed.
    pub sealed: u64,
    /// Events that are not sealed yet.
    pub unsealed: u64,
    /// Events of both kinds whose details went with a purge.
    pub emptied: u64,
}

/// Checks the whole trail, up to the first flaw. `noted` is a head that was written down earlier.
pub async fn verify(deps: &Deps, noted: Option<&Head>) -> Result<Result<Soundness, Flaw>> {
    // One snapshot, so that what is recorded, sealed and purged meanwhile is not mistaken for a flaw.
    let is_sqlite = deps.db.backend() == DbBackend::Sqlite;
    let options = TransactionOptions {
        isolation_level: (!is_sqlite).then_some(IsolationLevel::RepeatableRead),
        access_mode: (!is_sqlite).then_some(AccessMode::ReadOnly),
        ..Default::default()
    };
    let db = deps.db.read().begin_with_options(options).await?;
    let mut walk = Walk {
        deps,
        db: &db,
        noted,
        sound: Soundness::default(),
        purges: HashMap::new(),
    };
    let flaw = walk.whole().await?;
    Ok(flaw.map_or(Ok(walk.sound), Err))
}

struct Walk<'a> {
    deps: &'a Deps,
    db: &'a DatabaseTransaction,
    noted: Option<&'a Head>,
    sound: Soundness,
    /// For each user asked about, the event of their purge.
    purges: HashMap<i64, Option<i64>>,
}

/// What is found: nothing, or the first flaw.
type Found = Result<Option<Flaw>>;

/// Goes on unless there is a flaw.
macro_rules! none {
    ($found:expr) => {
        if let Some(flaw) = $found.await? {
            return Ok(Some(flaw));
        }
    };
}

impl Walk<'_> {
    async fn whole(&mut self) -> Found {
        loop {
            let seals = Seal::after(self.db, self.sound.head.number, 100).await?;
            if seals.is_empty() {
                break;
            }
            for seal in seals {
                none!(self.seal(seal));
            }
        }
        none!(self.end());
        none!(self.outside());
        none!(self.unsealed());
        self.twice().await
    }

    async fn seal(&mut self, seal: Seal) -> Found {
        let before = &self.sound.head;
        if seal.number != before.number + 1 {
            return Ok(Some(Flaw::SealMissing(before.number + 1)));
        }
        if !same(&seal.code_after(self.deps, &before.code), &seal.code) {
            return Ok(Some(Flaw::SealChanged(seal.number)));
        }
        if let Some(noted) = self.noted
            && noted.number == seal.number
            && noted.code != seal.code
        {
            return Ok(Some(Flaw::NotAsNoted(seal.number)));
        }
        none!(self.members(&seal));
        self.sound.sealed += u64::try_from(seal.events).unwrap_or_default();
        self.sound.sealed_at = Some(seal.sealed_at);
        self.sound.head = Head {
            number: seal.number,
            code: seal.code,
        };
        Ok(None)
    }

    async fn members(&mut self, seal: &Seal) -> Found {
        let Some(members) = Members::read(&seal.members) else {
            return Ok(Some(Flaw::SealChanged(seal.number)));
        };
        let limit = u64::try_from(seal.events).unwrap_or_default() + 1;
        let events = Entity::find()
            .filter(Column::Seal.eq(seal.number))
            .order_by_asc(Column::Id)
            .limit(limit)
            .all(self.db)
            .await?;
        let mut there = events.iter();
        for id in members.ids() {
            match there.next() {
                Some(event) if event.id == id => none!(self.event(event)),
                Some(event) if event.id < id => {
                    return Ok(Some(Flaw::EventAdded(event.id, seal.number)));
                }
                _ => return self.missing(id, seal.number).await.map(Some),
            }
        }
        if let Some(event) = there.next() {
            return Ok(Some(Flaw::EventAdded(event.id, seal.number)));
        }
        if !same(&digest(self.deps, &events), &seal.digest) {
            return Ok(Some(Flaw::EventsExchanged(seal.number)));
        }
        Ok(None)
    }

    async fn missing(&self, id: i64, seal: i64) -> Result<Flaw> {
        Ok(match Entity::find_by_id(id).one(self.db).await? {
            Some(_) => Flaw::EventTakenOut(id, seal),
            None => Flaw::EventMissing(id, seal),
        })
    }

    /// One event, whatever seal it is in.
    async fn event(&mut self, event: &Model) -> Found {
        match mark::fit(self.deps, event) {
            Fit::Sound => Ok(None),
            Fit::Emptied if self.was_purged(event).await? => {
                self.sound.emptied += 1;
                Ok(None)
            }
            Fit::Emptied => Ok(Some(Flaw::DetailsGone(event.id))),
            Fit::Forged => Ok(Some(Flaw::EventChanged(event.id))),
        }
    }

    /// Whether a purge, itself an event of the trail, emptied the details of `event`.
    async fn was_purged(&mut self, event: &Model) -> Result<bool> {
        let Some(user) = event.subject_id else {
            return Ok(false);
        };
        let purge = match self.purges.get(&user) {
            Some(purge) => *purge,
            None => {
                let purge = Entity::find()
                    .filter(Column::SubjectId.eq(user))
                    .filter(Column::Action.eq(AuditAction::UserPurged.code()))
                    .order_by_desc(Column::Id)
                    .one(self.db)
                    .await?;
                let sound = |purge: &Model| mark::fit(self.deps, purge) != Fit::Forged;
                let purge = purge.filter(sound).map(|purge| purge.id);
                self.purges.insert(user, purge);
                purge
            }
        };
        Ok(purge.is_some_and(|purge| event.id <= purge))
    }

    /// The end of the chain, beside the head.
    async fn end(&self) -> Found {
        let last = self.sound.head.number;
        if self.noted.is_some_and(|noted| noted.number > last) {
            return Ok(Some(Flaw::CutOff(last)));
        }
        Ok(match Head::stored(self.db, self.deps).await? {
            None => Some(Flaw::HeadChanged),
            Some(head) if head.number > last => Some(Flaw::CutOff(last)),
            Some(head) if head != self.sound.head => Some(Flaw::HeadChanged),
            Some(_) => None,
        })
    }

    /// Events of seals that do not exist.
    async fn outside(&self) -> Found {
        for beyond in [Column::Seal.gt(self.sound.head.number), Column::Seal.lt(1)] {
            let event = Entity::find()
                .filter(beyond)
                .order_by_asc(Column::Seal)
                .order_by_asc(Column::Id)
                .one(self.db)
                .await?;
            if let Some(event) = event {
                let seal = event.seal.unwrap_or_default();
                return Ok(Some(Flaw::EventAdded(event.id, seal)));
            }
        }
        Ok(None)
    }

    async fn unsealed(&mut self) -> Found {
        let mut after = 0;
        loop {
            let events = Entity::find()
                .filter(Column::Seal.is_null())
                .filter(Column::Id.gt(after))
                .order_by_asc(Column::Id)
                .limit(BATCH)
                .all(self.db)
                .await?;
            let Some(last) = events.last() else {
                return Ok(None);
            };
            after = last.id;
            // What was recorded before there were marks gets its own with the first seal.
            let begun = self.sound.head.number > 0;
            for event in events
                .iter()
                .filter(|event| begun || !event.mark.is_empty())
            {
                none!(self.event(event));
            }
            self.sound.unsealed += events.len() as u64;
        }
    }

    /// An event that was copied together with its mark.
    async fn twice(&self) -> Found {
        const SQL: &str = "SELECT MAX(id) FROM audit_events WHERE mark <> ''
            GROUP BY mark HAVING COUNT(*) > 1 ORDER BY 1 LIMIT 1";
        let copy = sql::number(self.db, SQL, []).await?;
        Ok((copy > 0).then_some(Flaw::EventTwice(copy)))
    }
}

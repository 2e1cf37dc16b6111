//! Who acts in a session, remembered for a moment.
//!
//! An entry holds as long as this process has committed nothing since it was read, and at most
//! [`LIFETIME_MILLIS`]: so a revocation counts at once in this process, and within that time in every other
//! process on the same database.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use crate::{actor::Actor, secret::SecretHash};

/// The longest that another process's revocation can go unnoticed.
const LIFETIME_MILLIS: i64 = 500;
/// Entries beyond which the cache is emptied, to bound its memory.
const CAPACITY: usize = 10_000;

struct Entry {
    actor: Arc<Actor>,
    generation: u64,
    read_at: i64,
}

/// The remembered actors by session.
#[derive(Default)]
pub struct ActorCache(Mutex<HashMap<SecretHash, Entry>>);

impl ActorCache {
    /// The actor of `session`, if what is remembered is still true at `generation` and `now`.
    pub fn get(&self, session: &SecretHash, generation: u64, now: i64) -> Option<Arc<Actor>> {
        let entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let entry = entries.get(session)?;
        let fresh =
            entry.generation == generation && (0..LIFETIME_MILLIS).contains(&(now - entry.read_at));
        fresh.then(|| Arc::clone(&entry.actor))
    }

    /// Remembers the actor of `session`, read at `now` after `generation` was looked at.
    pub fn put(&self, session: SecretHash, actor: Arc<Actor>, generation: u64, now: i64) {
        let mut entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if entries.len() >= CAPACITY {
            entries.clear();
        }
        entries.insert(
            session,
            Entry {
                actor,
                generation,
                read_at: now,
            },
        );
    }
}

//! What every service is given: database, clock, randomness, hashing, sealing, the mail worker's bell.

use std::sync::Arc;

use app::Timestamp;
use tokio::sync::Notify;

use crate::{
    credentials::{hasher::Hasher, seal::Sealer},
    db::Db,
    sessions::cache::ActorCache,
    tokens::keys::Keys,
    turns::Turns,
};

/// Tells the time. Received, never read elsewhere, so that tests can move it.
pub trait Clock: Send + Sync {
    /// This moment.
    fn now(&self) -> Timestamp;
}

/// The machine's clock.
#[derive(Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the clock"
    )]
    fn now(&self) -> Timestamp {
        let since_epoch = std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .unwrap_or_default();
        Timestamp::from_millis(i64::try_from(since_epoch.as_millis()).unwrap_or(i64::MAX))
    }
}

/// Fills buffers with unpredictable bytes.
pub trait Randomness: Send + Sync {
    /// Fills `buffer`.
    fn fill(&self, buffer: &mut [u8]);
}

/// The operating system's randomness.
#[derive(Debug, Default)]
pub struct SystemRandomness;

impl Randomness for SystemRandomness {
    fn fill(&self, buffer: &mut [u8]) {
        if let Err(error) = getrandom::fill(buffer) {
            // Going on without randomness would hand out guessable secrets.
            tracing::error!(%error, "the operating system gives no randomness");
            std::process::abort();
        }
    }
}

/// What every service is given. One for the whole process.
pub struct Deps {
    /// The database.
    pub db: Db,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub random: Arc<dyn Randomness>,
    /// The password hashing threads.
    pub hasher: Hasher,
    /// Seals what must be stored readable for us alone.
    pub sealer: Sealer,
    /// The address under which people reach Doorward, without a slash at the end.
    pub public_url: String,
    /// Who acts in which session, remembered for a moment.
    pub actors: ActorCache,
    /// The keys that sign access tokens.
    pub keys: Keys,
    /// Whose turn it is to have a password looked at.
    pub turns: Turns,
    /// Rung when a mail was queued.
    pub mail_bell: Notify,
    /// Rung when there is work at a job.
    pub job_bell: Notify,
}

impl Deps {
    /// This moment.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }
}

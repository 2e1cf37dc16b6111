//! Argon2id on a fixed pool of threads, one per core, each reusing its memory.
//!
//! Sign-ins wait in a bounded queue; when it is full the answer is "unavailable" at once, so that a burst
//! costs `threads × 19 MiB` and never more.

use std::{sync::Arc, time::Duration};

use app::{Refusal, credentials::Password};
use argon2::{
    Algorithm, Argon2, Block, Params, Version,
    password_hash::phc::{Output, ParamsString, PasswordHash, Salt},
};
use flume::{Receiver, RecvError, RecvTimeoutError, Sender, bounded};
use subtle::ConstantTimeEq;
use tokio::sync::oneshot;
use unicode_normalization::UnicodeNormalization;

use crate::{
    deps::Randomness,
    error::{Error, Result},
};

/// OWASP's first choice for Argon2id: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
/// After so long without a job a thread gives its memory back.
const IDLE: Duration = Duration::from_secs(20);
/// Sign-ins that may wait for a thread.
const QUEUE: usize = 512;

/// How a presented password stands to a stored hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is the one.
    Right,
    /// It is the one, but the hash was made with weaker parameters and should be made anew.
    RightButWeak,
    /// It is not the one.
    Wrong,
}

enum Job {
    Hash(Password, [u8; 16], oneshot::Sender<Result<String>>),
    Verify(Password, String, oneshot::Sender<Verdict>),
}

/// The pool. Cloning it shares the threads; they end when the last clone is dropped.
#[derive(Clone)]
pub struct Hasher {
    jobs: Sender<Job>,
    decoy: Arc<str>,
}

impl Hasher {
    /// Starts `threads` threads, at least one.
    pub fn start(threads: usize) -> std::io::Result<Self> {
        let (jobs, queue) = bounded(QUEUE);
        for number in 0..threads.max(1) {
            let queue = queue.clone();
            std::thread::Builder::new()
                .name(format!("hasher-{number}"))
                .spawn(move || work(&queue))?;
        }
        // Verifying against it takes as long as against a real one, and no password is right.
        let decoy = encode(&[0; 16], &[0; 32])
            .map_err(|error| std::io::Error::other(error.to_string()))?
            .into();
        Ok(Self { jobs, decoy })
    }

    /// The hash to store for `password`, in PHC string format.
    pub async fn hash(&self, password: &Password, random: &dyn Randomness) -> Result<String> {
        let mut salt = [0; 16];
        random.fill(&mut salt);
        let (sender, answer) = oneshot::channel();
        self.submit(Job::Hash(password.clone(), salt, sender))?;
        answer.await.map_err(|_| stopped())?
    }

    /// Whether `password` is the one of `stored`; without a stored hash the same work is done for nothing.
    pub async fn verify(&self, password: &Password, stored: Option<&str>) -> Result<Verdict> {
        let hash = stored.unwrap_or(&self.decoy).to_owned();
        let (sender, answer) = oneshot::channel();
        self.submit(Job::Verify(password.clone(), hash, sender))?;
        let verdict = answer.await.map_err(|_| stopped())?;
        Ok(if stored.is_some() {
            verdict
        } else {
            Verdict::Wrong
        })
    }

    fn submit(&self, job: Job) -> Result<()> {
        self.jobs
            .try_send(job)
            .map_err(|_| Error::Refused(Refusal::Throttled { retry_after: 2 }))
    }
}

fn stopped() -> Error {
    Error::Broken("the hashing threads have stopped".into())
}

fn work(queue: &Receiver<Job>) {
    let mut memory = Vec::new();
    loop {
        let job = match queue.recv_timeout(IDLE) {
            Err(RecvTimeoutError::Timeout) => {
                memory = Vec::new();
                queue.recv()
            }
            received => received.map_err(|_| RecvError::Disconnected),
        };
        match job {
            Ok(Job::Hash(password, salt, answer)) => {
                let hash = digest(&password, &salt, current(), &mut memory)
                    .and_then(|output| encode(&salt, &output));
                // The one who asked may have gone; then nobody needs the answer.
                let _ = answer.send(hash);
            }
            Ok(Job::Verify(password, stored, answer)) => {
                let _ = answer.send(check(&password, &stored, &mut memory));
            }
            Err(RecvError::Disconnected) => return,
        }
    }
}

fn current() -> Params {
    Params::new(MEMORY_KIB, PASSES, 1, Some(32)).unwrap_or(Params::DEFAULT)
}

fn digest(
    password: &Password,
    salt: &[u8],
    params: Params,
    memory: &mut Vec<Block>,
) -> Result<[u8; 32]> {
    let needed = params.block_count();
    if memory.len() < needed {
        memory.resize(needed, Block::default());
    }
    let normal: String = password.reveal().nfc().collect();
    let mut output = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into_with_memory(normal.as_bytes(), salt, &mut output, &mut memory[..needed])
        .map_err(|error| Error::Broken(format!("argon2: {error}")))?;
    Ok(output)
}

fn encode(salt: &[u8], output: &[u8]) -> Result<String> {
    let broken = |error: &dyn std::fmt::Display| Error::Broken(format!("argon2: {error}"));
    let hash = PasswordHash {
        algorithm: Algorithm::Argon2id.ident(),
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(&current()).map_err(|error| broken(&error))?,
        salt: Some(Salt::new(salt).map_err(|error| broken(&error))?),
        hash: Some(Output::new(output).map_err(|error| broken(&error))?),
    };
    Ok(hash.to_string())
}

fn check(password: &Password, stored: &str, memory: &mut Vec<Block>) -> Verdict {
    let Ok(stored) = PasswordHash::new(stored) else {
        return Verdict::Wrong;
    };
    let (Ok(params), Some(salt), Some(expected)) =
        (Params::try_from(&stored), stored.salt, stored.hash)
    else {
        return Verdict::Wrong;
    };
    let weak = params.m_cost() < MEMORY_KIB || params.t_cost() < PASSES;
    match digest(password, &salt, params, memory) {
        Ok(output) if bool::from(output.ct_eq(expected.as_ref())) => {
            if weak {
                Verdict::RightButWeak
            } else {
                Verdict::Right
            }
        }
        _ => Verdict::Wrong,
    }
}

#[cfg(test)]
mod tests {
    use super::{Hasher, Verdict};
    use crate::deps::SystemRandomness;
    use app::credentials::Password;

    #[tokio::test]
    async fn the_password_is_right_and_another_is_not() {
        let hasher = Hasher::start(1).unwrap();
        let hash = hasher
            .hash(&Password::new("correct horse"), &SystemRandomness)
            .await
            .unwrap();
        assert!(
            hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{hash}"
        );
        let verify = async |text: &str| {
            hasher
                .verify(&Password::new(text), Some(&hash))
                .await
                .unwrap()
        };
        assert_eq!(verify("correct horse").await, Verdict::Right);
        assert_eq!(verify("correct horsf").await, Verdict::Wrong);
    }

    #[tokio::test]
    async fn one_text_written_in_two_ways_is_one_password() {
        let hasher = Hasher::start(1).unwrap();
        let hash = hasher
            .hash(&Password::new("が\u{00e9}"), &SystemRandomness)
            .await
            .unwrap();
        let decomposed = Password::new("か\u{3099}e\u{0301}");
        assert_eq!(
            hasher.verify(&decomposed, Some(&hash)).await.unwrap(),
            Verdict::Right
        );
    }

    #[tokio::test]
    async fn a_weaker_hash_is_taken_and_told() {
        let weak = "$argon2id$v=19$m=64,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$";
        let hasher = Hasher::start(1).unwrap();
        assert_eq!(
            hasher
                .verify(&Password::new("x"), Some(weak))
                .await
                .unwrap(),
            Verdict::Wrong
        );
    }

    #[tokio::test]
    async fn without_an_account_nothing_is_right() {
        let hasher = Hasher::start(1).unwrap();
        assert_eq!(
            hasher.verify(&Password::new(""), None).await.unwrap(),
            Verdict::Wrong
        );
    }
}

//! Sending requests at the same time, and what they took.

use std::{
    future::Future,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

/// What a load led to.
#[derive(Default)]
pub struct Load {
    /// For how long it ran.
    ran: Duration,
    /// What each request took, sorted.
    times: Vec<Duration>,
}

impl Load {
    /// How many requests there were.
    pub fn count(&self) -> usize {
        self.times.len()
    }

    /// Requests per second.
    pub fn rate(&self) -> f64 {
        self.count() as f64 / self.ran.as_secs_f64()
    }

    /// The time within which half were answered, in milliseconds.
    pub fn median(&self) -> f64 {
        self.times
            .get(self.times.len() / 2)
            .map_or(0.0, |time| time.as_secs_f64() * 1000.0)
    }

    /// Counts another run of the same load to this one.
    pub fn add(&mut self, other: Load) {
        self.ran += other.ran;
        self.times.extend(other.times);
        self.times.sort_unstable();
    }

    /// The time within which 95 of 100 were answered, in milliseconds.
    pub fn p95(&self) -> f64 {
        let index = self.times.len() * 95 / 100;
        self.times
            .get(index.min(self.times.len().saturating_sub(1)))
            .map_or(0.0, |time| time.as_secs_f64() * 1000.0)
    }
}

/// Sends one request.
pub async fn once(request: impl Future<Output = ()>) -> Load {
    let sent = Instant::now();
    request.await;
    Load {
        ran: sent.elapsed(),
        times: vec![sent.elapsed()],
    }
}

/// Sends what `request` makes, `at_once` at a time, for `length`. `request` gets the number of the request.
pub async fn run<F, R>(at_once: usize, length: Duration, request: F) -> Load
where
    F: Fn(u64) -> R + Send + Sync + 'static,
    R: Future<Output = ()> + Send,
{
    let request = Arc::new(request);
    let number = Arc::new(AtomicU64::new(0));
    let begun = Instant::now();
    let workers: Vec<_> = (0..at_once)
        .map(|_| {
            let (request, number) = (Arc::clone(&request), Arc::clone(&number));
            tokio::spawn(async move {
                let mut times = Vec::new();
                while begun.elapsed() < length {
                    let sent = Instant::now();
                    request(number.fetch_add(1, Ordering::Relaxed)).await;
                    times.push(sent.elapsed());
                }
                times
            })
        })
        .collect();
    let mut times = Vec::new();
    for worker in workers {
        times.extend(worker.await.unwrap_or_default());
    }
    let ran = begun.elapsed();
    times.sort_unstable();
    Load { ran, times }
}

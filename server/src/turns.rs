//! Turns: of the tries that concern one subject only so many are looked at at a time; the others wait in line.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Subjects beyond which those that nobody waits for are forgotten, to bound the memory.
const CAPACITY: usize = 1_024;

/// Who has a turn, by subject.
#[derive(Default)]
pub struct Turns(Mutex<HashMap<String, Arc<Semaphore>>>);

/// A turn. Dropped, it is the next one's.
#[derive(Debug)]
pub struct Turn {
    _place: Option<OwnedSemaphorePermit>,
}

impl Turns {
    /// Waits for one of the `places` of `subject`.
    pub async fn take(&self, subject: &str, places: i64) -> Turn {
        let line = self.line(subject, usize::try_from(places).unwrap_or(1).max(1));
        // A line is never closed; if it were, not to wait would be the lesser evil.
        Turn {
            _place: line.acquire_owned().await.ok(),
        }
    }

    fn line(&self, subject: &str, places: usize) -> Arc<Semaphore> {
        let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if lines.len() >= CAPACITY {
            lines.retain(|_, line| Arc::strong_count(line) > 1);
        }
        let line = lines
            .entry(subject.to_owned())
            .or_insert_with(|| Arc::new(Semaphore::new(places)));
        Arc::clone(line)
    }
}

#[cfg(test)]
mod tests {
    use super::Turns;
    use std::time::Duration;
    use tokio::time::timeout;

    #[tokio::test]
    async fn who_comes_too_many_waits_for_a_turn_to_end() {
        let turns = Turns::default();
        let first = turns.take("a", 2).await;
        let _second = turns.take("a", 2).await;
        let soon = Duration::from_millis(20);
        assert!(timeout(soon, turns.take("a", 2)).await.is_err());
        assert!(timeout(soon, turns.take("b", 2)).await.is_ok());
        drop(first);
        assert!(timeout(soon, turns.take("a", 2)).await.is_ok());
    }

    #[tokio::test]
    async fn lines_in_which_nobody_stands_are_forgotten() {
        let turns = Turns::default();
        let kept = turns.take("kept", 1).await;
        for number in 0..5_000 {
            drop(turns.take(&number.to_string(), 1).await);
        }
        assert!(turns.0.lock().unwrap().len() <= super::CAPACITY);
        assert!(turns.0.lock().unwrap().contains_key("kept"));
        drop(kept);
    }
}

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
    line: Arc<Semaphore>,
    places: u32,
    // A line is never closed; if it were, not to wait would be the lesser evil.
    held: Option<OwnedSemaphorePermit>,
}

impl Turn {
    async fn of(line: Arc<Semaphore>, places: u32, wanted: u32) -> Self {
        let held = Arc::clone(&line).acquire_many_owned(wanted).await.ok();
        Self { line, places, held }
    }

    /// Gives the turn back and waits for one during which nobody else has any.
    pub async fn alone(self) -> Self {
        let Self {
            line, places, held, ..
        } = self;
        // Two who waited for each other's place would wait forever.
        drop(held);
        Self::of(line, places, places).await
    }

    /// Lets others have turns again beside this one.
    pub fn beside_others(mut self) -> Self {
        self.held = self.held.as_mut().and_then(|held| held.split(1));
        self
    }
}

impl Turns {
    /// Waits for one of the `places` of `subject`.
    pub async fn take(&self, subject: &str, places: i64) -> Turn {
        let places = u32::try_from(places).unwrap_or(1).max(1);
        Turn::of(self.line(subject, places), places, 1).await
    }

    fn line(&self, subject: &str, places: u32) -> Arc<Semaphore> {
        let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if lines.len() >= CAPACITY {
            lines.retain(|_, line| Arc::strong_count(line) > 1);
        }
        let line = lines
            .entry(subject.to_owned())
            .or_insert_with(|| Arc::new(Semaphore::new(places as usize)));
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
    async fn who_wants_to_be_alone_waits_for_the_others_and_they_for_them() {
        let turns = Turns::default();
        let (first, second) = (turns.take("a", 2).await, turns.take("a", 2).await);
        let soon = Duration::from_millis(20);
        let mut alone = Box::pin(second.alone());
        assert!(timeout(soon, &mut alone).await.is_err());
        drop(first);
        let alone = alone.await;
        assert!(timeout(soon, turns.take("a", 2)).await.is_err());
        let _beside = alone.beside_others();
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

//! What is noted of what happened, and who reads it.

mod atomic;
mod behind;
mod chain;
mod events;
mod export;
mod reading;
mod secrets;

use app::{Page, audit::AuditEvent};

use crate::util::Client;

/// Reads the trail step by step.
struct Trail<'a> {
    root: &'a Client,
    last: i64,
}

impl<'a> Trail<'a> {
    async fn from_now(root: &'a Client) -> Self {
        let mut trail = Self { root, last: 0 };
        trail.new_events().await;
        trail
    }

    async fn new_events(&mut self) -> Vec<AuditEvent> {
        let page: Page<AuditEvent> = self
            .root
            .get("/api/v1/audit-events?limit=200")
            .await
            .ok()
            .read();
        let new: Vec<_> = page
            .items
            .into_iter()
            .filter(|event| event.id.0 > self.last)
            .rev()
            .collect();
        self.last = new.last().map_or(self.last, |event| event.id.0);
        new
    }

    /// What was noted since, oldest first; a refused one with a dash before.
    async fn since(&mut self) -> Vec<String> {
        let events = self.new_events().await;
        events
            .iter()
            .map(|event| {
                format!(
                    "{}{}",
                    if event.succeeded { "" } else { "-" },
                    event.action.code()
                )
            })
            .collect()
    }
}

//! The worker: takes due mails from the outbox, a few at a time, until it is told to stop.

use std::{collections::HashMap, sync::Arc, time::Duration};

use app::Timestamp;
use lettre::message::Mailbox;
use tokio::task::{Id, JoinError, JoinSet};

use super::{delivery, entity::Model, store, transport::Transport};
use crate::{deps::Deps, error::Result};

/// Mails under way at the same time, so that a slow one does not hold up the others.
const AT_ONCE: usize = 4;
/// How long a claim holds. Longer than any delivery takes, so that only a dead process loses one.
const CLAIM_SECONDS: i64 = 120;
/// How long the worker sleeps when nobody rings: mails of other processes and second tries wait that long at most.
const NAP: Duration = Duration::from_secs(2);

/// From whom and how mail leaves.
#[derive(Debug)]
pub struct Mailer {
    /// The sender.
    pub from: Mailbox,
    /// The way out.
    pub transport: Transport,
}

/// Sends what is due until `shutdown` comes true; mails under way then are finished first.
///
/// Several processes may do so on one database: each mail is claimed by one conditional update.
pub async fn run(deps: Arc<Deps>, mailer: Mailer, shutdown: impl Future<Output = ()> + Send) {
    let mut round = Round {
        deps,
        mailer: Arc::new(mailer),
        under_way: JoinSet::new(),
        mails: HashMap::new(),
    };
    tokio::pin!(shutdown);
    loop {
        let bell = Arc::clone(&round.deps);
        round.start_due().await;
        if round.under_way.is_empty() {
            round.mailer.transport.rest().await;
        }
        tokio::select! {
            () = &mut shutdown => break,
            Some(ended) = round.under_way.join_next_with_id() => round.note_end(ended).await,
            () = bell.mail_bell.notified() => {}
            () = tokio::time::sleep(NAP) => {}
        }
    }
    while let Some(ended) = round.under_way.join_next_with_id().await {
        round.note_end(ended).await;
    }
    round.mailer.transport.rest().await;
}

struct Round {
    deps: Arc<Deps>,
    mailer: Arc<Mailer>,
    under_way: JoinSet<()>,
    mails: HashMap<Id, Arc<Model>>,
}

impl Round {
    /// Begins with as many due mails as there is room for.
    async fn start_due(&mut self) {
        while self.under_way.len() < AT_ONCE {
            match self.claim_due().await {
                Ok(Some(row)) => self.start(Arc::new(row)),
                Ok(None) => return,
                Err(error) => {
                    tracing::warn!(%error, "the outbox cannot be read");
                    return;
                }
            }
        }
    }

    /// The most overdue mail that no other process takes first.
    async fn claim_due(&self) -> Result<Option<Model>> {
        let now: Timestamp = self.deps.now();
        let until = now.plus_seconds(CLAIM_SECONDS);
        loop {
            let candidates = store::due(&self.deps.db, now, AT_ONCE as u64).await?;
            if candidates.is_empty() {
                return Ok(None);
            }
            for id in candidates {
                if let Some(row) = store::claim(&self.deps.db, id, now, until).await? {
                    return Ok(Some(row));
                }
            }
        }
    }

    fn start(&mut self, row: Arc<Model>) {
        let (deps, mailer, mail) = (
            Arc::clone(&self.deps),
            Arc::clone(&self.mailer),
            Arc::clone(&row),
        );
        let task = self
            .under_way
            .spawn(async move { delivery::deliver(&deps, &mailer, &mail).await });
        self.mails.insert(task.id(), row);
    }

    /// A delivery that panicked would panic again: its mail is given up, the others go on.
    async fn note_end(&mut self, ended: Result<(Id, ()), JoinError>) {
        let id = match &ended {
            Ok((id, ())) => *id,
            Err(error) => error.id(),
        };
        let row = self.mails.remove(&id);
        if let (Err(error), Some(row)) = (&ended, row) {
            tracing::error!(mail = row.id, %error, "a mail's delivery broke off");
            delivery::give_up(&self.deps, &row).await;
        }
    }
}

//! One mail's way out: open, render, send, note what came of it.

use std::time::Duration;

use app::Timestamp;

use super::{
    backoff::{self, Fault},
    entity::Model,
    letter::Contents,
    message, outbox, store,
    transport::Undelivered,
    worker::Mailer,
};
use crate::{deps::Deps, error::Result};

/// How much of a mail server's words is kept.
const WORDS_KEPT: usize = 300;
/// How often and how long noting a result is tried: what was sent and is not noted is sent again.
const NOTES: u32 = 3;
const BETWEEN_NOTES: Duration = Duration::from_secs(1);

/// Sends the mail that this process has claimed, and notes the result.
pub(super) async fn deliver(deps: &Deps, mailer: &Mailer, row: &Model) {
    let contents = match open(deps, row) {
        Ok(contents) => contents,
        Err(why) => return fail(deps, row, None, &hopeless(why)).await,
    };
    if contents.letter.is_void(deps.now()) {
        return note(row, || store::mark_void(&deps.db, row)).await;
    }
    let sent = match message::build(row, &contents, &mailer.from, &deps.public_url) {
        Ok(mail) => mailer.transport.send(&mail).await,
        Err(why) => Err(hopeless(why)),
    };
    match sent {
        Ok(()) => {
            tracing::info!(mail = row.id, kind = row.kind, "sent a mail");
            note(row, || store::mark_sent(&deps.db, row.id, deps.now())).await;
        }
        Err(undelivered) => fail(deps, row, Some(&contents), &undelivered).await,
    }
}

/// Gives up a mail whose delivery broke off in a way that no delivery should.
pub(super) async fn give_up(deps: &Deps, row: &Model) {
    let undelivered = hopeless("the mail could not be handled; the log says more".to_owned());
    fail(deps, row, None, &undelivered).await;
}

fn hopeless(words: String) -> Undelivered {
    Undelivered {
        fault: Fault::Hopeless,
        words,
    }
}

fn open(deps: &Deps, row: &Model) -> Result<Contents, String> {
    let sealed = row
        .contents
        .as_deref()
        .ok_or("the contents are no longer kept")?;
    let plain = deps
        .sealer
        .open(&outbox::place(&row.message_id), sealed)
        .map_err(|error| error.to_string())?;
    serde_json::from_slice(&plain)
        .map_err(|_| "the contents were written by another version and cannot be read".to_owned())
}

async fn fail(deps: &Deps, row: &Model, contents: Option<&Contents>, undelivered: &Undelivered) {
    let next = backoff::next_try(undelivered.fault, row.attempts, deps.now());
    let words = presentable(&undelivered.words, contents);
    log(row, &words, next);
    note(row, || store::mark_failed(&deps.db, row, &words, next)).await;
}

fn log(row: &Model, words: &str, next: Option<Timestamp>) {
    match next {
        Some(next) => tracing::warn!(
            mail = row.id,
            kind = row.kind,
            attempts = row.attempts,
            next_attempt_at = %next,
            error = words,
            "a mail was not sent and is tried again"
        ),
        None => tracing::error!(
            mail = row.id,
            kind = row.kind,
            attempts = row.attempts,
            error = words,
            "a mail was given up"
        ),
    }
}

/// The words on one line, cut, and without the secret of a link that a content filter may have quoted.
fn presentable(words: &str, contents: Option<&Contents>) -> String {
    let mut words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((link, _)) = contents.and_then(|contents| contents.letter.secret_link()) {
        let secret = link.rsplit(['/', '#', '=', '?']).next().unwrap_or(link);
        if !secret.is_empty() {
            words = words.replace(secret, "…");
        }
    }
    words
        .chars()
        .filter(|c| !c.is_control())
        .take(WORDS_KEPT)
        .collect()
}

async fn note<F: Future<Output = Result<()>>>(row: &Model, write: impl Fn() -> F) {
    for _ in 1..NOTES {
        match write().await {
            Ok(()) => return,
            Err(error) => tracing::warn!(mail = row.id, %error, "a mail's result was not noted"),
        }
        tokio::time::sleep(BETWEEN_NOTES).await;
    }
    if let Err(error) = write().await {
        tracing::error!(mail = row.id, %error, "a mail's result was not noted; it may be sent once more");
    }
}

#[cfg(test)]
mod tests {
    use app::Timestamp;

    use super::presentable;
    use crate::mail::letter::{Contents, Letter};

    #[test]
    fn a_quoted_link_keeps_its_secret_and_words_stay_one_short_line() {
        let contents = Contents {
            login_id: "hana.sato".into(),
            time_zone: "UTC".into(),
            date_output: String::new(),
            letter: Letter::PasswordReset {
                login_id: "hana.sato".into(),
                name: "Hana Sato".into(),
                link: "https://id.example.com/link/s3cr3t".into(),
                expires_at: Timestamp::from_millis(0),
            },
        };
        let words = "554 blocked:\r\n https://id.example.com/link/s3cr3t";
        let shown = presentable(words, Some(&contents));
        assert_eq!(shown, "554 blocked: https://id.example.com/link/…");
        assert_eq!(presentable(&"x".repeat(999), None).len(), 300);
    }
}

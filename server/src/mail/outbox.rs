//! Queuing mail in the transaction of the use case that causes it.

use app::{MailId, UserId, mail::MailState};
use sea_orm::{ActiveValue::NotSet, ConnectionTrait, Set};

use super::{
    entity,
    letter::{Contents, Letter, Recipient},
    sender::host_of,
    store,
};
use crate::{
    actor::Scope,
    db::Tx,
    deps::{Deps, Randomness},
    error::{Error, Result},
};

/// Queues `letter`: it is sent if and only if the transaction is committed.
///
/// Ring `deps.mail_bell` after the commit, so that the worker need not wait for its next round.
pub async fn queue(tx: &Tx, deps: &Deps, to: &Recipient, letter: &Letter) -> Result<MailId> {
    let now = deps.now().millis();
    let message_id = new_message_id(&*deps.random, &deps.public_url);
    let contents = Contents {
        login_id: to.login_id.clone(),
        time_zone: to.time_zone.clone(),
        date_output: to.date_output.clone(),
        letter: letter.clone(),
    };
    let plain = serde_json::to_vec(&contents)
        .map_err(|error| Error::Broken(format!("a letter cannot be written down: {error}")))?;
    let sealed = deps.sealer.seal(&*deps.random, &place(&message_id), &plain);
    let row = entity::ActiveModel {
        id: NotSet,
        kind: Set(letter.kind().code().to_owned()),
        recipient: Set(to.email.as_str().to_owned()),
        recipient_name: Set(to.name.clone()),
        language: Set(to.language.tag().to_owned()),
        user_id: Set(to.user.map(|user| user.0)),
        company_id: Set(to.company.0),
        message_id: Set(message_id),
        contents: Set(Some(sealed)),
        state: Set(MailState::Queued.code().to_owned()),
        attempts: Set(0),
        next_attempt_at: Set(now),
        claimed_until: Set(0),
        last_error: Set(None),
        created_at: Set(now),
        sent_at: Set(0),
    };
    store::insert(tx, row).await
}

/// A mail not sent yet whose link has become void is not sent any more, and what it told is erased.
pub async fn drop_unsent(tx: &Tx, mail: MailId) -> Result<()> {
    store::drop_unsent(tx, mail).await
}

/// The mails to a user are forgotten with them.
pub async fn forget(tx: &Tx, user: UserId) -> Result<()> {
    store::forget(tx, user).await
}

/// How far a mail has come, while it is kept.
pub async fn state(db: &impl ConnectionTrait, mail: MailId) -> Result<Option<MailState>> {
    store::state(db, mail).await
}

/// How many of the mails that concern companies of `scope` have come so far.
pub async fn count(db: &impl ConnectionTrait, scope: &Scope, state: MailState) -> Result<u64> {
    store::count(db, scope, state).await
}

/// Where the contents of the mail with this Message-ID are sealed for: table, column and row.
pub(super) fn place(message_id: &str) -> String {
    format!("mails.contents:{message_id}")
}

fn new_message_id(random: &dyn Randomness, public_url: &str) -> String {
    let mut bytes = [0; 16];
    random.fill(&mut bytes);
    let number = u128::from_be_bytes(bytes);
    format!("<{number:032x}@{}>", host_of(public_url))
}

#[cfg(test)]
mod tests {
    use super::new_message_id;
    use crate::deps::SystemRandomness;

    #[test]
    fn a_message_id_is_random_and_ends_in_the_public_host() {
        let one = new_message_id(&SystemRandomness, "https://id.example.com:8443");
        let two = new_message_id(&SystemRandomness, "https://id.example.com:8443");
        assert!(
            one.starts_with('<') && one.ends_with("@id.example.com>"),
            "{one}"
        );
        assert_ne!(one, two);
    }
}

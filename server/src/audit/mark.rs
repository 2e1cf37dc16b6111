//! The mark of an event: who has only the database can neither change an event nor make one up.
//!
//! A mark is three parts with dots between, written together with the event:
//!
//! 1. a nonce, so that no two marks are the same and an event cannot be there twice;
//! 2. the keyed hash of nonce and details (`audit_events.details/1`). It stays when a purge empties the details, so
//!    that the rest can still be checked, and tells nothing about what they were;
//! 3. the keyed hash (`audit_events/1`) of a JSON array: nonce, hash of the details, and the columns `at`, `action`,
//!    `succeeded`, `actor_id`, `actor_login_id`, `subject_id`, `subject_login_id`, `company_id`, `address`,
//!    `channel` and `request_id`.
//!
//! The keyed hash is HMAC-SHA-256 with a key derived from the installation's secret key, in base64url.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use subtle::ConstantTimeEq;

use super::entity::Model;
use crate::deps::Deps;

const NONCE: usize = 12;

/// What a mark says of its event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// The event is as it was recorded.
    Sound,
    /// All of it is, but the details are gone.
    Emptied,
    /// It is not, or was not recorded by Doorward.
    Forged,
}

/// A new mark for `event`.
pub(super) fn new(deps: &Deps, event: &Model) -> String {
    let mut bytes = [0; NONCE];
    deps.random.fill(&mut bytes);
    let nonce = URL_SAFE_NO_PAD.encode(bytes);
    let details = of_details(deps, &nonce, &event.details);
    let whole = of_event(deps, &nonce, &details, event);
    format!("{nonce}.{details}.{whole}")
}

/// Whether `event` has the mark with which it was recorded.
pub(super) fn fit(deps: &Deps, event: &Model) -> Fit {
    let mut parts = event.mark.split('.');
    let (Some(nonce), Some(details), Some(whole), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Fit::Forged;
    };
    if !same(&of_event(deps, nonce, details, event), whole) {
        Fit::Forged
    } else if same(&of_details(deps, nonce, &event.details), details) {
        Fit::Sound
    } else if event.details == super::store::NO_DETAILS {
        Fit::Emptied
    } else {
        Fit::Forged
    }
}

fn of_details(deps: &Deps, nonce: &str, details: &str) -> String {
    let text = format!("{nonce}{details}");
    deps.sealer.keyed_hash("audit_events.details/1", &text)
}

fn of_event(deps: &Deps, nonce: &str, details: &str, event: &Model) -> String {
    let text = serde_json::json!([
        nonce,
        details,
        event.at,
        event.action,
        event.succeeded,
        event.actor_id,
        event.actor_login_id,
        event.subject_id,
        event.subject_login_id,
        event.company_id,
        event.address,
        event.channel,
        event.request_id,
    ]);
    deps.sealer.keyed_hash("audit_events/1", &text.to_string())
}

/// Whether two hashes are the same, in the same time whatever they are.
pub(super) fn same(a: &str, b: &str) -> bool {
    a.as_bytes().ct_eq(b.as_bytes()).into()
}

//! The mark of an event: who has only the database can neither change an event nor make one up.
//!
//! A mark is four parts with dots between, written together with the event:
//!
//! 1. the version, `2`;
//! 2. a nonce, so that no two marks are the same and an event cannot be there twice;
//! 3. the keyed hash of nonce and details (`audit_events.details/1`). It stays when a purge empties the details, so
//!    that the rest can still be checked, and tells nothing about what they were;
//! 4. the keyed hash (`audit_events/2`) of a JSON array: nonce, hash of the details, and the columns `at`, `action`,
//!    `succeeded`, `actor_id`, `actor_login_id`, `subject_id`, `subject_login_id`, `company_id`, `address`,
//!    `channel`, `request_id`, `behind_id` and `behind_login_id`.
//!
//! Marks of version 1 begin with the nonce; their last part is the keyed hash (`audit_events/1`) of the same without the
//! last two columns. They hold for events with nobody behind the actor, as all were then.
//!
//! The keyed hash is HMAC-SHA-256 with a key derived from the installation's secret key, in base64url.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use subtle::ConstantTimeEq;

use super::entity::Model;
use crate::deps::Deps;

const NONCE: usize = 12;
/// What marks of the second version begin with. A nonce is longer.
const SECOND: &str = "2";

/// What the last part of a mark covers.
#[derive(Clone, Copy)]
enum Version {
    /// Everything but who was behind the actor.
    One,
    /// Everything.
    Two,
}

impl Model {
    fn has_nobody_behind(&self) -> bool {
        self.behind_id.is_none() && self.behind_login_id.is_empty()
    }
}

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
    let whole = of_event(deps, Version::Two, &nonce, &details, event);
    format!("{SECOND}.{nonce}.{details}.{whole}")
}

/// Whether `event` has the mark with which it was recorded.
pub(super) fn fit(deps: &Deps, event: &Model) -> Fit {
    let parts: Vec<&str> = event.mark.split('.').collect();
    let (version, nonce, details, whole) = match parts[..] {
        [SECOND, nonce, details, whole] => (Version::Two, nonce, details, whole),
        [nonce, details, whole] if event.has_nobody_behind() => {
            (Version::One, nonce, details, whole)
        }
        _ => return Fit::Forged,
    };
    if !same(&of_event(deps, version, nonce, details, event), whole) {
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

fn of_event(deps: &Deps, version: Version, nonce: &str, details: &str, event: &Model) -> String {
    let mut columns = vec![
        json!(nonce),
        json!(details),
        json!(event.at),
        json!(event.action),
        json!(event.succeeded),
        json!(event.actor_id),
        json!(event.actor_login_id),
        json!(event.subject_id),
        json!(event.subject_login_id),
        json!(event.company_id),
        json!(event.address),
        json!(event.channel),
        json!(event.request_id),
    ];
    let purpose = match version {
        Version::One => "audit_events/1",
        Version::Two => {
            columns.extend([json!(event.behind_id), json!(event.behind_login_id)]);
            "audit_events/2"
        }
    };
    let text = Value::Array(columns).to_string();
    deps.sealer.keyed_hash(purpose, &text)
}

/// Whether two hashes are the same, in the same time whatever they are.
pub(super) fn same(a: &str, b: &str) -> bool {
    a.as_bytes().ct_eq(b.as_bytes()).into()
}

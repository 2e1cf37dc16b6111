//! Notices by itself that the session has ended, while the page is looked at.
//!
//! It asks again and again rather than holding a connection open: a browser allows six to a host, and people open many
//! tabs. The question is no use of the session.

use std::time::Duration;

use app::sessions::api::still_signed_in;
use leptos::{prelude::*, task::spawn_local};

use crate::session::Session;

/// How often it is asked.
const EVERY: Duration = Duration::from_secs(5);

/// Asks whether `session` lasts, every few seconds and at once when the page is looked at again, until the component
/// around it is gone.
pub(crate) fn watch(session: Session) {
    let asking = StoredValue::new(false);
    let ask = move || {
        let idle = asking.try_get_value() == Some(false);
        if !idle || document().hidden() || !session.is_somebodys() {
            return;
        }
        asking.set_value(true);
        spawn_local(async move {
            // What the answer means is noticed where every answer is.
            let _ = session.ask(still_signed_in()).await;
            asking.try_set_value(false);
        });
    };
    if let Ok(timer) = set_interval_with_handle(ask, EVERY) {
        on_cleanup(move || timer.clear());
    }
    let looked_at = window_event_listener_untyped("visibilitychange", move |_| ask());
    on_cleanup(move || looked_at.remove());
}

//! The bin: a deleted user comes back, or goes for good.

use app::{
    UserId,
    users::api::{purge_user, restore_user},
};
use leptos::{prelude::*, task::spawn_local};

use crate::i18n::{UserWords, words};
use crate::session::{Session, use_session};
use crate::ui::{Attempt, ConfirmDialog, Toaster, Tone, open_about, use_toaster};

/// Brings a user, and all who were deleted together with them, back from the bin.
pub(super) fn restore(
    id: UserId,
    session: Session,
    toaster: Toaster,
    t: UserWords,
    after: impl Fn(UserId) + 'static,
) {
    spawn_local(async move {
        match session.ask(restore_user(id)).await {
            Ok(user) => {
                toaster.say(Tone::Good, t.restored(&user.login_id));
                after(id);
            }
            Err(refusal) => toaster.say(Tone::Danger, refusal.words(t.0)),
        }
    });
}

/// The last question before a user of the bin is gone for good.
#[component]
pub(super) fn PurgeUser(
    /// Who is to be purged, with their login ID; it is open while there is somebody.
    who: RwSignal<Option<(UserId, String)>>,
    /// Told after they are gone.
    #[prop(into)]
    on_purged: Callback<UserId>,
) -> impl IntoView {
    let t = words(UserWords);
    let session = use_session();
    let toaster = use_toaster();
    let login_id = RwSignal::new(String::new());
    let attempt = Attempt::default();
    let open = open_about(who, move |(_, whose)| {
        login_id.set(whose.clone());
        attempt.clear();
    });
    let purge = move || {
        let Some((id, login_id)) = who.get_untracked() else {
            return;
        };
        attempt.make(session.ask(purge_user(id)), move |()| {
            open.try_set(false);
            toaster.say(Tone::Good, t().purged(&login_id));
            on_purged.run(id);
        });
    };
    view! {
        <ConfirmDialog
            open
            title=Signal::derive(move || t().purge_title(&login_id.get()))
            confirm=Signal::derive(move || t().purge_of(&login_id.get()))
            on_confirm=purge
            busy=attempt.busy()
            error=attempt.error()
        >
            <p>{move || t().purge_text()}</p>
        </ConfirmDialog>
    }
}

//! Delete: what goes along is listed and counted before the red button says so.

use app::{
    Refusal, UserId,
    users::{
        Deletion, DeletionPreview, UserRef, UserRefusal,
        api::{delete_user, preview_deletion},
    },
};
use leptos::prelude::*;

use super::view::UserView;
use crate::i18n::{UserWords, words};
use crate::session::use_session;
use crate::ui::{
    Alert, Attempt, ConfirmDialog, LoadFailed, Loaded, Skeleton, Tone, open_about, use_toaster,
};

/// The confirmation of a deletion.
#[component]
pub(super) fn DeleteDialog(
    /// Who is to be deleted; it is open while there is somebody.
    who: RwSignal<Option<UserId>>,
    /// Told after they are gone.
    #[prop(into)]
    on_deleted: Callback<UserId>,
) -> impl IntoView {
    let t = words(UserWords);
    let session = use_session();
    let toaster = use_toaster();
    let (changed, attempt) = (RwSignal::new(false), Attempt::default());
    let preview = Loaded::new(
        move || who.get(),
        move |id| session.ask(preview_deletion(id)),
    );
    let open = open_about(who, move |_| {
        preview.forget();
        changed.set(false);
        attempt.clear();
    });
    let title = move || {
        preview.with(|preview| match preview {
            Some(preview) => t().delete_title(&preview.user.login_id),
            None => t().delete().to_owned(),
        })
    };
    let confirm = move || {
        preview.with(|preview| match preview {
            Some(preview) => says(t(), &preview.user.login_id, preview.sub_user_count),
            None => t().delete().to_owned(),
        })
    };
    let delete = move || {
        let Some(shown) = preview.get_untracked() else {
            return;
        };
        let (id, login_id, count) = (shown.user.id, shown.user.login_id, shown.sub_user_count);
        let deletion = Deletion {
            fingerprint: shown.fingerprint,
            version: None,
        };
        attempt.settle(session.ask(delete_user(id, deletion)), move |answer| {
            match answer {
                Ok(()) => {
                    open.try_set(false);
                    let words = if count == 0 {
                        t().deleted_one(&login_id)
                    } else {
                        t().deleted_with(count, &login_id)
                    };
                    toaster.say(Tone::Good, words);
                    on_deleted.run(id);
                }
                Err(Refusal::User(UserRefusal::DeletionChanged)) => {
                    changed.try_set(true);
                    preview.again();
                }
                Err(refusal) => return Err(refusal),
            }
            Ok(())
        });
    };
    let waiting = move || preview.busy().get() || !preview.is_here();
    view! {
        <ConfirmDialog
            open
            title=Signal::derive(title)
            confirm=Signal::derive(confirm)
            on_confirm=delete
            busy=Signal::derive(move || attempt.busy().get() || waiting())
            error=attempt.error()
        >
            <Show when=move || changed.get()>
                <Alert tone=Tone::Attention live=true>{move || t().deletion_changed()}</Alert>
            </Show>
            <LoadFailed refusal=preview.refusal() on_retry=move || preview.again()/>
            {move || match preview.get() {
                Some(preview) => view! { <WhatGoes preview on_leave=move || open.set(false)/> }.into_any(),
                None if preview.refusal().get().is_none() => view! { <Skeleton lines=4/> }.into_any(),
                None => ().into_any(),
            }}
        </ConfirmDialog>
    }
}

/// What the red button says.
fn says(t: UserWords, login_id: &str, sub_users: u64) -> String {
    match sub_users {
        0 => t.delete_one(login_id),
        count => t.delete_with(count, login_id),
    }
}

/// The user, their sub-users and sessions: everything that ends.
#[component]
fn WhatGoes(
    preview: DeletionPreview,
    /// Closes the dialog before its link leads away.
    #[prop(into)]
    on_leave: Callback<()>,
) -> impl IntoView {
    let t = words(UserWords);
    let DeletionPreview {
        user,
        sub_users,
        sub_user_count,
        sessions,
        bin_retention_days,
        ..
    } = preview;
    let left = sub_user_count.saturating_sub(sub_users.len() as u64);
    let (id, name) = (user.id, user.name);
    let line =
        |user: UserRef| view! { <li><span class="mono">{user.login_id}</span>" "{user.name}</li> };
    view! {
        <ul class="goes">
            <li>{move || t().goes_user(&name)}</li>
            {(sub_user_count > 0).then(|| view! {
                <li>
                    {move || t().goes_subs(sub_user_count)}
                    <ul class="goes-along">
                        {sub_users.into_iter().map(line).collect_view()}
                        {(left > 0).then(|| view! { <li>{move || t().and_more(left)}</li> })}
                    </ul>
                    <a href=UserView::address_of_sub_users(id) on:click=move |_| on_leave.run(())>
                        {move || t().see_all_subs(sub_user_count)}
                    </a>
                </li>
            })}
            <li>
                {move || match sessions {
                    0 => t().ends_no_session().to_owned(),
                    count => t().ends_sessions(count),
                }}
            </li>
        </ul>
        <p class="goes-note">{move || t().rests_in_bin(bin_retention_days.into())}</p>
    }
}

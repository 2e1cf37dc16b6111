//! Delete a role: who loses it is counted and named before the red button says so.

use app::{
    Refusal, RoleId,
    roles::{
        RoleDeletion, RoleDeletionPreview, RoleDetail, RoleRefusal,
        api::{delete_role, get_role, preview_role_deletion},
    },
    users::UserRef,
};
use leptos::prelude::*;

use crate::i18n::{RoleWords, use_language, words};
use crate::session::use_session;
use crate::ui::{
    Alert, Attempt, ConfirmDialog, LoadFailed, Loaded, Skeleton, Tone, open_about, use_toaster,
};

/// The last question before a role is gone.
#[component]
pub(super) fn DeleteRole(
    /// Which role; it is open while there is one.
    which: RwSignal<Option<RoleId>>,
    /// Told after it is gone.
    #[prop(into)]
    on_done: Callback<()>,
) -> impl IntoView {
    let (t, language) = (words(RoleWords), use_language());
    let session = use_session();
    let toaster = use_toaster();
    let (changed, attempt) = (RwSignal::new(false), Attempt::default());
    let shown = Loaded::new(
        move || which.get(),
        move |id| async move {
            let role = session.ask(get_role(id)).await?;
            let preview = session.ask(preview_role_deletion(id)).await?;
            Ok::<(RoleDetail, RoleDeletionPreview), Refusal>((role, preview))
        },
    );
    let open = open_about(which, move |_| {
        shown.forget();
        changed.set(false);
        attempt.clear();
    });
    let says = move |say: fn(RoleWords, &str) -> String| {
        shown.with(|shown| match shown {
            Some((role, _)) => say(t(), &role.role.words(language.get())),
            None => t().delete().to_owned(),
        })
    };
    let delete = move || {
        let Some((role, preview)) = shown.get_untracked() else {
            return;
        };
        let deletion = RoleDeletion {
            fingerprint: Some(preview.fingerprint),
        };
        let call = session.ask(delete_role(role.role.id, role.version, deletion));
        attempt.settle(call, move |answer| match answer {
            Ok(()) => {
                open.try_set(false);
                toaster.say(Tone::Good, t().deleted(&role.role.name));
                on_done.run(());
                Ok(())
            }
            Err(Refusal::Role(RoleRefusal::HoldersChanged)) => {
                changed.try_set(true);
                shown.again();
                Ok(())
            }
            Err(Refusal::Stale) => {
                changed.try_set(false);
                shown.again();
                Err(Refusal::Stale)
            }
            Err(refusal) => Err(refusal),
        });
    };
    let waiting = move || shown.busy().get() || !shown.is_here();
    view! {
        <ConfirmDialog
            open
            title=Signal::derive(move || says(RoleWords::delete_title))
            confirm=Signal::derive(move || says(RoleWords::delete_of))
            on_confirm=delete
            busy=Signal::derive(move || attempt.busy().get() || waiting())
            error=attempt.error()
        >
            <Show when=move || changed.get()>
                <Alert tone=Tone::Attention live=true>{move || RoleRefusal::HoldersChanged.words(language.get())}</Alert>
            </Show>
            <LoadFailed refusal=shown.refusal() on_retry=move || shown.again()/>
            {move || match shown.get() {
                Some((_, preview)) => view! { <WhoLosesIt preview/> }.into_any(),
                None if shown.refusal().get().is_none() => view! { <Skeleton lines=4/> }.into_any(),
                None => ().into_any(),
            }}
        </ConfirmDialog>
    }
}

/// Those who have it, and what they get instead.
#[component]
fn WhoLosesIt(preview: RoleDeletionPreview) -> impl IntoView {
    let t = words(RoleWords);
    let (holders, left_without) = (preview.holders, preview.left_without);
    if holders == 0 {
        return view! { <p>{move || t().delete_nobody()}</p> }.into_any();
    }
    let more = holders.saturating_sub(preview.named.len() as u64);
    let line =
        |user: UserRef| view! { <li><span class="mono">{user.login_id}</span>" "{user.name}</li> };
    view! {
        <ul class="goes">
            <li>
                {move || t().delete_holders(holders)}
                <ul class="goes-along">
                    {preview.named.into_iter().map(line).collect_view()}
                    {(more > 0).then(|| view! { <li>{move || t().and_more(more)}</li> })}
                </ul>
            </li>
            {(left_without > 0).then(|| view! { <li>{move || t().delete_left(left_without)}</li> })}
        </ul>
        <p class="goes-note">{move || t().delete_not_undone()}</p>
    }
    .into_any()
}

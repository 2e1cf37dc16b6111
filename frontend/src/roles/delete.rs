//! Delete a role: who loses it is counted and named before the red button says so.

use app::{
    Refusal, RoleId,
    roles::{
        RoleDeletion, RoleDeletionPreview, RoleDetail, RoleRefusal,
        api::{delete_role, get_role, preview_role_deletion},
    },
    users::UserRef,
};
use leptos::{prelude::*, task::spawn_local};

use crate::i18n::{RoleWords, use_language, words};
use crate::session::use_session;
use crate::ui::{Alert, ConfirmDialog, LoadFailed, Loaded, Skeleton, Tone, use_toaster};

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
    let (open, busy, changed) = (
        RwSignal::new(false),
        RwSignal::new(false),
        RwSignal::new(false),
    );
    let error = RwSignal::new(None::<Refusal>);
    let shown = Loaded::new(
        move || which.get(),
        move |id| async move {
            let role = session.ask(get_role(id)).await?;
            let preview = session.ask(preview_role_deletion(id)).await?;
            Ok::<(RoleDetail, RoleDeletionPreview), Refusal>((role, preview))
        },
    );
    Effect::new(move || {
        if which.get().is_some() {
            shown.forget();
            changed.set(false);
            error.set(None);
            open.set(true);
        }
    });
    // Closed by Esc or Cancel: nothing is asked about any more.
    Effect::new(move || {
        if !open.get() {
            which.set(None);
        }
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
        error.set(None);
        busy.set(true);
        let deletion = RoleDeletion {
            fingerprint: Some(preview.fingerprint),
        };
        spawn_local(async move {
            match session
                .ask(delete_role(role.role.id, role.version, deletion))
                .await
            {
                Ok(()) => {
                    open.set(false);
                    toaster.say(Tone::Good, t().deleted(&role.role.name));
                    on_done.run(());
                }
                Err(refusal @ (Refusal::Stale | Refusal::Role(RoleRefusal::HoldersChanged))) => {
                    changed.set(refusal != Refusal::Stale);
                    error.set((refusal == Refusal::Stale).then_some(refusal));
                    shown.again();
                }
                Err(refusal) => error.set(Some(refusal)),
            }
            busy.set(false);
        });
    };
    let waiting = move || shown.busy().get() || !shown.is_here();
    view! {
        <ConfirmDialog
            open
            title=Signal::derive(move || says(RoleWords::delete_title))
            confirm=Signal::derive(move || says(RoleWords::delete_of))
            on_confirm=delete
            busy=Signal::derive(move || busy.get() || waiting())
            error=Signal::derive(move || error.get().map(|refusal| refusal.words(language.get())))
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

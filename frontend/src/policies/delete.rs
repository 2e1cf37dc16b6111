//! Delete a policy class: who uses it, and what changes for them.

use app::{
    Refusal,
    policies::{
        PolicyClass, PolicyPlan, PolicyRefusal,
        api::{delete_policy_class, preview_policy},
    },
};
use leptos::{prelude::*, task::spawn_local};

use super::impact::ImpactView;
use crate::i18n::{PolicyWords, use_language, words};
use crate::session::use_session;
use crate::ui::{Alert, ConfirmDialog, LoadFailed, Loaded, Skeleton, Tone, use_toaster};

/// The last question before a class is gone.
#[component]
pub(super) fn DeletePolicyClass(
    /// Which class; it is open while there is one.
    which: RwSignal<Option<PolicyClass>>,
    /// Told after it is gone, or somebody else was quicker.
    on_done: Callback<()>,
) -> impl IntoView {
    let (t, language) = (words(PolicyWords), use_language());
    let session = use_session();
    let toaster = use_toaster();
    let (open, busy, changed) = (
        RwSignal::new(false),
        RwSignal::new(false),
        RwSignal::new(false),
    );
    let error = RwSignal::new(None::<Refusal>);
    let asked = RwSignal::new(None::<PolicyClass>);
    let preview = Loaded::new(
        move || which.with(|class| class.as_ref().map(|class| class.id)),
        move |class| session.ask(preview_policy(PolicyPlan::Delete { class })),
    );
    Effect::new(move || {
        if let Some(class) = which.get() {
            preview.forget();
            asked.set(Some(class));
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
    let delete = move || {
        let (Some(class), Some(shown)) = (asked.get_untracked(), preview.get_untracked()) else {
            return;
        };
        busy.set(true);
        error.set(None);
        spawn_local(async move {
            let fingerprint = Some(shown.fingerprint);
            match session
                .ask(delete_policy_class(class.id, class.version, fingerprint))
                .await
            {
                Ok(()) => {
                    open.set(false);
                    toaster.say(Tone::Good, t().deleted(&class.name));
                    on_done.run(());
                }
                Err(Refusal::Policy(PolicyRefusal::InUse { .. })) => {
                    changed.set(true);
                    preview.again();
                }
                Err(Refusal::Stale) => {
                    open.set(false);
                    toaster.say(Tone::Attention, t().stale());
                    on_done.run(());
                }
                Err(refusal) => error.set(Some(refusal)),
            }
            busy.set(false);
        });
    };
    let name = move || {
        asked.with(|asked| {
            asked
                .as_ref()
                .map(|class| class.name.clone())
                .unwrap_or_default()
        })
    };
    let waiting = move || preview.busy().get() || !preview.is_here();
    view! {
        <ConfirmDialog
            open
            title=Signal::derive(move || t().delete_title(&name()))
            confirm=Signal::derive(move || t().delete_of(&name()))
            on_confirm=delete
            busy=Signal::derive(move || busy.get() || waiting())
            error=Signal::derive(move || error.get().map(|refusal| refusal.words(language.get())))
        >
            <Show when=move || changed.get()>
                <Alert tone=Tone::Attention live=true>{move || t().delete_changed()}</Alert>
            </Show>
            <LoadFailed refusal=preview.refusal() on_retry=move || preview.again()/>
            {move || match preview.get() {
                Some(impact) if impact.used_by == 0 => view! { <p>{move || t().delete_unused()}</p> }.into_any(),
                Some(impact) => {
                    let count = impact.used_by;
                    view! { <p>{move || t().delete_used(count)}</p><ImpactView impact/> }.into_any()
                }
                None if preview.refusal().get().is_none() => view! { <Skeleton lines=3/> }.into_any(),
                None => ().into_any(),
            }}
        </ConfirmDialog>
    }
}

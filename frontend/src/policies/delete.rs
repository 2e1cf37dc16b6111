//! Delete a policy class: who uses it, and what changes for them.

use app::{
    Refusal,
    policies::{
        PolicyClass, PolicyPlan, PolicyRefusal,
        api::{delete_policy_class, preview_policy},
    },
};
use leptos::prelude::*;

use super::impact::ImpactView;
use crate::i18n::{PolicyWords, words};
use crate::session::use_session;
use crate::ui::{
    Alert, Attempt, ConfirmDialog, LoadFailed, Loaded, Skeleton, Tone, open_about, use_toaster,
};

/// The last question before a class is gone.
#[component]
pub(super) fn DeletePolicyClass(
    /// Which class; it is open while there is one.
    which: RwSignal<Option<PolicyClass>>,
    /// Told after it is gone, or somebody else was quicker.
    on_done: Callback<()>,
) -> impl IntoView {
    let t = words(PolicyWords);
    let session = use_session();
    let toaster = use_toaster();
    let (changed, attempt) = (RwSignal::new(false), Attempt::default());
    let asked = RwSignal::new(None::<PolicyClass>);
    let preview = Loaded::new(
        move || which.with(|class| class.as_ref().map(|class| class.id)),
        move |class| session.ask(preview_policy(PolicyPlan::Delete { class })),
    );
    let open = open_about(which, move |class| {
        preview.forget();
        asked.set(Some(class.clone()));
        changed.set(false);
        attempt.clear();
    });
    let delete = move || {
        let (Some(class), Some(shown)) = (asked.get_untracked(), preview.get_untracked()) else {
            return;
        };
        let fingerprint = Some(shown.fingerprint);
        let call = session.ask(delete_policy_class(class.id, class.version, fingerprint));
        attempt.settle(call, move |answer| {
            match answer {
                Ok(()) => toaster.say(Tone::Good, t().deleted(&class.name)),
                Err(Refusal::Stale) => toaster.say(Tone::Attention, t().stale()),
                Err(Refusal::Policy(PolicyRefusal::InUse { .. })) => {
                    changed.try_set(true);
                    preview.again();
                    return Ok(());
                }
                Err(refusal) => return Err(refusal),
            }
            open.try_set(false);
            on_done.run(());
            Ok(())
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
            busy=Signal::derive(move || attempt.busy().get() || waiting())
            error=attempt.error()
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

//! Edit access: roles and individual permissions in one form, with what changes in all before it is saved.

use app::{
    Refusal, RoleId, UserId,
    users::{
        AccessChange, AccessRole, UserAccess,
        api::{change_access, get_access},
    },
};
use leptos::prelude::*;

use crate::i18n::{CommonWords, RoleWords, UserWords, use_language, words};
use crate::roles::{Difference, Matrix, ticked};
use crate::session::use_session;
use crate::ui::{
    Alert, Attempt, Button, ButtonKind, CheckChoice, CheckGroup, Dialog, DialogFoot, DialogSize,
    Form, Icon, IconName, LoadFailed, Loaded, Refused, RefusedSummary, Skeleton, Tone, use_toaster,
};

/// The dialog Edit access.
#[component]
pub(super) fn EditAccess(
    /// Whose; it is open while there is somebody.
    who: RwSignal<Option<UserId>>,
    /// Told after it was saved.
    #[prop(into)]
    on_saved: Callback<()>,
) -> impl IntoView {
    let r = words(RoleWords);
    let (open, dirty) = (RwSignal::new(false), RwSignal::new(false));
    Effect::new(move || open.set(who.with(Option::is_some)));
    view! {
        <Dialog
            open title=move || r().edit_access() size=DialogSize::Large dirty
            on_close=move || {
                who.try_set(None);
            }
        >
            {move || who.get_untracked().map(|id| view! { <AccessLoaded id open dirty on_saved/> })}
        </Dialog>
    }
}

#[component]
fn AccessLoaded(
    id: UserId,
    open: RwSignal<bool>,
    dirty: RwSignal<bool>,
    on_saved: Callback<()>,
) -> impl IntoView {
    let r = words(RoleWords);
    let session = use_session();
    let access = Loaded::new(move || Some(id), move |id| session.ask(get_access(id)));
    // Somebody was quicker: what they made of it is shown, and said.
    let overtaken = RwSignal::new(false);
    let reload = Callback::new(move |()| {
        overtaken.set(true);
        access.again();
    });
    let waiting = move || {
        view! {
            <div class="dialog-body">
                <LoadFailed refusal=access.refusal() on_retry=move || access.again()/>
                <Show when=move || access.refusal().get().is_none()><Skeleton lines=12/></Show>
            </div>
        }
    };
    view! {
        <Show when=move || access.is_here() fallback=waiting>
            <Show when=move || overtaken.get()>
                <div class="access-overtaken">
                    <Alert tone=Tone::Attention live=true>{move || r().access_stale()}</Alert>
                </div>
            </Show>
            {move || access.get().map(|access| view! { <AccessForm access open dirty on_saved reload/> })}
        </Show>
    }
}

#[component]
fn AccessForm(
    access: UserAccess,
    open: RwSignal<bool>,
    dirty: RwSignal<bool>,
    on_saved: Callback<()>,
    reload: Callback<()>,
) -> impl IntoView {
    let (t, r, c) = (words(UserWords), words(RoleWords), words(CommonWords));
    let session = use_session();
    let toaster = use_toaster();
    let (id, version) = (access.user.id, access.version);
    let login_id = StoredValue::new(access.user.login_id.clone());
    let (given, effective, grantable) = (access.grants, access.effective, access.grantable);
    let held: Vec<String> = access.held().iter().map(ToString::to_string).collect();
    let roles = RwSignal::new(held.clone());
    let grants = RwSignal::new(given);
    let access = StoredValue::new(access);
    let at_first = StoredValue::new(sorted(held));
    let other_roles =
        Memo::new(move |_| at_first.with_value(|first| sorted(roles.get()) != *first));
    Effect::new(move || dirty.set(other_roles.get() || grants.get() != given));
    on_cleanup(move || {
        dirty.try_set(false);
    });
    let by_role = Memo::new(move |_| {
        let chosen = ids(&roles.get());
        access.with_value(|access| access.sum(&chosen, app::roles::Permissions::NONE))
    });
    let after = Signal::derive(move || by_role.get().union(grants.get()));
    let none = move || match (other_roles.get(), grants.get() != given) {
        (false, false) => r().no_difference(),
        (true, _) => r().roles_change(),
        (false, true) => r().grants_change(),
    };
    let attempt = Attempt::default();
    let refused = attempt.refused();
    let submit = move || {
        refused.clear();
        let change = AccessChange {
            roles: other_roles
                .get_untracked()
                .then(|| ids(&roles.get_untracked())),
            grants: Some(grants.get_untracked()).filter(|&now| now != given),
        };
        if change == AccessChange::default() {
            toaster.announce(r().nothing_changed());
            return open.set(false);
        }
        let call = session.ask(change_access(id, version, change));
        attempt.settle(call, move |answer| {
            match answer {
                Ok(_) => {
                    toaster.say(Tone::Good, r().access_saved(&login_id.get_value()));
                    open.try_set(false);
                    on_saved.run(());
                }
                Err(Refusal::Stale) => reload.run(()),
                Err(refusal) => return Err(refusal),
            }
            Ok(())
        });
    };
    let labels = move || {
        vec![
            ("roles", t().roles().to_owned()),
            ("grants", r().individually().to_owned()),
        ]
    };
    view! {
        <Form on_submit=submit busy=attempt.busy()>
            <div class="dialog-body">
                <RefusedSummary refused fields=Signal::derive(labels)/>
                <p class="access-who mono">{login_id.get_value()}</p>
                <RoleChoice access roles refused/>
                <div class="matrix-frame" id="grants" tabindex="-1">
                    <h3 class="matrix-title">{move || r().individually()}</h3>
                    <p class="matrix-legend"><Icon name=IconName::Role/>" "{move || r().by_role_legend()}</p>
                    <p class="matrix-legend">{move || r().barred_legend()}</p>
                    <Matrix caption=move || r().individually() cell=ticked(grants, grantable, by_role.into())/>
                </div>
            </div>
            <DialogFoot>
                <Difference before=effective after none=Signal::derive(move || none().to_owned())/>
                <Button on_click=move || open.set(false)>{move || c().cancel()}</Button>
                <Button kind=ButtonKind::Act submit=true busy=attempt.busy()>{move || c().save()}</Button>
            </DialogFoot>
        </Form>
    }
}

/// The roles to tick; those that one cannot give say why.
#[component]
fn RoleChoice(
    access: StoredValue<UserAccess>,
    roles: RwSignal<Vec<String>>,
    refused: Refused,
) -> impl IntoView {
    let (t, language) = (words(UserWords), use_language());
    let choice = move |role: &AccessRole| CheckChoice {
        value: role.role.id.to_string(),
        label: role.role.words(language.get()),
        // What was left behind by a move can be taken away, not given again.
        barred: (!role.grantable && !role.held).then(|| t().role_not_yours().to_owned()),
    };
    let choices =
        move || access.with_value(|access| access.roles.iter().map(choice).collect::<Vec<_>>());
    view! {
        <CheckGroup
            label=move || t().roles() chosen=roles choices=Signal::derive(choices)
            name="roles" hint=move || t().roles_hint() error=refused.field("roles")
        />
    }
}

fn sorted(mut ids: Vec<String>) -> Vec<String> {
    ids.sort();
    ids
}

fn ids(texts: &[String]) -> Vec<RoleId> {
    texts
        .iter()
        .filter_map(|text| text.parse().ok().map(RoleId))
        .collect()
}

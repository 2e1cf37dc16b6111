//! Edit User: everything but the login ID; only what was changed is sent, and nobody is overwritten unseen.

use app::{
    Refusal, UserId,
    companies::CompanyTree,
    users::{
        User, UserChange,
        api::{change_user, get_user},
    },
};
use leptos::{prelude::*, task::spawn_local};

use super::{
    compare::{Comparison, Difference, differences},
    fields::{AccessFields, LocaleFields, NameFields, PlaceFields, TwoFactorField},
    form::{UserForm, field_labels},
    oneself::is_oneself,
    typed::Typed,
};
use crate::i18n::{CommonWords, UserWords, words};
use crate::session::use_session;
use crate::ui::{
    Button, ButtonKind, Dialog, DialogFoot, DialogSize, Form, LoadFailed, Loaded, Refused,
    RefusedSummary, Skeleton, TextField, Tone, day, use_toaster,
};

/// The dialog Edit User.
#[component]
pub(super) fn EditUser(
    /// Whom it is about; it is open while there is somebody.
    who: RwSignal<Option<UserId>>,
    /// The companies to choose from.
    companies: Loaded<CompanyTree>,
    /// Told of the user as they are now.
    #[prop(into)]
    on_saved: Callback<User>,
) -> impl IntoView {
    let t = words(UserWords);
    let (open, dirty) = (RwSignal::new(false), RwSignal::new(false));
    Effect::new(move || open.set(who.get().is_some()));
    view! {
        <Dialog
            open title=move || t().edit_user() size=DialogSize::Large dirty
            on_close=move || {
                who.try_set(None);
            }
        >
            <EditLoaded who=who.get_untracked() open dirty companies on_saved/>
        </Dialog>
    }
}

#[component]
fn EditLoaded(
    who: Option<UserId>,
    open: RwSignal<bool>,
    dirty: RwSignal<bool>,
    companies: Loaded<CompanyTree>,
    on_saved: Callback<User>,
) -> impl IntoView {
    let session = use_session();
    let user = Loaded::new(move || who, move |id| session.ask(get_user(id)));
    view! {
        <Show
            when=move || user.is_here()
            fallback=move || view! {
                <div class="dialog-body">
                    <LoadFailed refusal=user.refusal() on_retry=move || user.again()/>
                    <Show when=move || user.refusal().get().is_none()><Skeleton lines=12/></Show>
                </div>
            }
        >
            {move || user.get_untracked().map(|user| view! { <EditForm user open dirty companies on_saved/> })}
        </Show>
    }
}

#[component]
fn EditForm(
    user: User,
    open: RwSignal<bool>,
    dirty: RwSignal<bool>,
    companies: Loaded<CompanyTree>,
    on_saved: Callback<User>,
) -> impl IntoView {
    let (t, c) = (words(UserWords), words(CommonWords));
    let session = use_session();
    let toaster = use_toaster();
    let zone = StoredValue::new(day::reader_zone());
    let id = user.id;
    let policy = StoredValue::new(user.two_factor.policy.clone());
    let own: Vec<_> = [&user.company]
        .into_iter()
        .chain(&user.related_companies)
        .cloned()
        .collect();
    let own = StoredValue::new(own);
    let base = RwSignal::new(Typed::of(&user, &zone.get_value()));
    let version = RwSignal::new(user.version);
    let form = UserForm::new(base.get_untracked());
    let refused = Refused::default();
    let conflict = RwSignal::new(None::<Vec<Difference>>);
    let busy = RwSignal::new(false);
    Effect::new(move || dirty.set(base.with(|base| form.typed() != *base)));
    on_cleanup(move || {
        dirty.try_set(false);
    });
    // Somebody was quicker: take over what they changed, keep what was typed here, and show both.
    let compare = move || async move {
        let theirs = session.ask(get_user(id)).await?;
        let now = Typed::of(&theirs, &zone.get_value());
        let found = differences(&base.get_untracked(), &now, &untrack(|| form.typed()));
        form.fill(found.merged);
        base.set(now);
        version.set(theirs.version);
        conflict.set(Some(found.rows));
        Ok::<(), Refusal>(())
    };
    let submit = move || {
        let change =
            untrack(|| form.typed()).change_since(&base.get_untracked(), &zone.get_value());
        refused.clear();
        if change == UserChange::default() {
            toaster.announce(t().nothing_changed());
            return open.set(false);
        }
        if let Err(refusal) = change.check() {
            return refused.set(refusal);
        }
        busy.set(true);
        spawn_local(async move {
            match session
                .ask(change_user(id, version.get_untracked(), change))
                .await
            {
                Ok(user) => {
                    toaster.say(Tone::Good, t().saved(&user.login_id));
                    open.set(false);
                    on_saved.run(user);
                }
                Err(Refusal::Stale) => {
                    if let Err(refusal) = compare().await {
                        refused.set(refusal);
                    }
                }
                Err(refusal) => refused.set(refusal),
            }
            busy.try_set(false);
        });
    };
    view! {
        <Form on_submit=submit busy>
            <div class="dialog-body">
                <RefusedSummary refused fields=Signal::derive(move || field_labels(t()))/>
                {move || conflict.get().map(|rows| view! { <Comparison rows form companies/> })}
                <div class="user-fields">
                    <TextField
                        label=move || t().login_id() value=form.login_id name="login_id" mono=true readonly=true
                        hint=move || t().login_id_hint()
                    />
                    <TextField
                        label=move || t().email() value=form.email name="email" kind="email" required=true autofocus=true
                        autocomplete="off" error=refused.field("email")
                    />
                    <NameFields form refused/>
                    <Show
                        when=move || !is_oneself(session, id)
                        fallback=move || view! { <p class="user-fields-note">{move || t().oneself_edit()}</p> }
                    >
                        <PlaceFields form refused companies own=own.get_value()/>
                        <TwoFactorField form refused policy=policy.get_value()/>
                        <span class="user-fields-gap" aria-hidden="true"></span>
                        <AccessFields form refused companies own=own.get_value()/>
                    </Show>
                    <LocaleFields form refused/>
                </div>
            </div>
            <DialogFoot>
                <Button on_click=move || open.set(false)>{move || c().cancel()}</Button>
                <Button kind=ButtonKind::Act submit=true busy>{move || t().save()}</Button>
            </DialogFoot>
        </Form>
    }
}

//! Edit User: everything but the login ID; only what was changed is sent, and nobody is overwritten unseen.

use app::{
    Refusal, UserId,
    users::{
        CompanyExpiry, ExpiryPreview, User, UserChange, UserRefusal,
        api::{apply_expiry, change_user, get_user},
    },
};
use leptos::{prelude::*, task::spawn_local};

use super::{
    company_expiry::{Applying, CompanyExpiryDialog},
    compare::{Comparison, Difference, differences},
    fields::{AboutFields, AccessFields, LocaleFields, NameFields, PlaceFields, TwoFactorField},
    form::{UserForm, field_labels},
    oneself::is_oneself,
    typed::Typed,
};
use crate::i18n::{ActingWords, CommonWords, ExpiryWords, UserWords, words};
use crate::session::use_session;
use crate::ui::{
    Button, ButtonKind, CheckboxField, Dialog, DialogFoot, DialogSize, Form, LoadFailed, Loaded,
    Refused, RefusedSummary, Skeleton, TextField, Tone, use_toaster,
};

/// The dialog Edit User.
#[component]
pub(super) fn EditUser(
    /// Whom it is about; it is open while there is somebody.
    who: RwSignal<Option<UserId>>,
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
            <EditLoaded who=who.get_untracked() open dirty on_saved/>
        </Dialog>
    }
}

#[component]
fn EditLoaded(
    who: Option<UserId>,
    open: RwSignal<bool>,
    dirty: RwSignal<bool>,
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
            {move || user.get_untracked().map(|user| view! { <EditForm user open dirty on_saved/> })}
        </Show>
    }
}

#[component]
fn EditForm(
    user: User,
    open: RwSignal<bool>,
    dirty: RwSignal<bool>,
    on_saved: Callback<User>,
) -> impl IntoView {
    let (t, c, e) = (words(UserWords), words(CommonWords), words(ExpiryWords));
    let session = use_session();
    let a = words(ActingWords);
    let acting = untrack(move || session.is_acting());
    let toaster = use_toaster();
    let id = user.id;
    let company = user.company.id;
    let login_id = StoredValue::new(user.login_id.clone());
    let policy = StoredValue::new(user.two_factor.policy.clone());
    let base = RwSignal::new(Typed::of(&user));
    let version = RwSignal::new(user.version);
    let form = UserForm::new(base.get_untracked());
    let end = RwSignal::new(user.expires_at);
    let kept = Signal::derive(move || {
        let is_same = base.with(|base| form.expires.get() == base.expires);
        end.get().filter(|_| is_same)
    });
    let (to_all, applying) = (RwSignal::new(false), Applying::new());
    let moves = Memo::new(move |_| base.with(|base| form.company.get() != base.company));
    let refused = Refused::default();
    let conflict = RwSignal::new(None::<Vec<Difference>>);
    let busy = RwSignal::new(false);
    Effect::new(move || dirty.set(to_all.get() || base.with(|base| form.typed() != *base)));
    on_cleanup(move || {
        dirty.try_set(false);
    });
    // Somebody was quicker: take over what they changed, keep what was typed here, and show both.
    let compare = move || async move {
        let theirs = session.ask(get_user(id)).await?;
        let now = Typed::of(&theirs);
        let found = differences(&base.get_untracked(), &now, &untrack(|| form.typed()));
        form.fill(found.merged);
        base.set(now);
        version.set(theirs.version);
        end.set(theirs.expires_at);
        conflict.set(Some(found.rows));
        Ok::<(), Refusal>(())
    };
    // Saves what was typed; whether it was saved, and if not, why is said.
    let save = move |change: UserChange| async move {
        if change == UserChange::default() {
            return true;
        }
        match session
            .ask(change_user(id, version.get_untracked(), change))
            .await
        {
            Ok(user) => {
                version.set(user.version);
                on_saved.run(user);
                return true;
            }
            Err(Refusal::Stale) => {
                if let Err(refusal) = compare().await {
                    refused.set(refusal);
                }
            }
            Err(refusal) => refused.set(refusal),
        }
        false
    };
    let submit = move || {
        refused.clear();
        let typed = untrack(|| form.typed());
        let change = match typed.change_since(&base.get_untracked()) {
            Ok(change) => change,
            Err(refusal) => return refused.set(refusal),
        };
        if let Err(refusal) = change.check() {
            return refused.set(refusal);
        }
        if to_all.get_untracked() && !moves.get_untracked() {
            let end = change.expires_at.unwrap_or(end.get_untracked());
            return applying.ask((company, end));
        }
        if change == UserChange::default() {
            toaster.announce(t().nothing_changed());
            return open.set(false);
        }
        busy.set(true);
        spawn_local(async move {
            if save(change).await {
                toaster.say(Tone::Good, t().saved(&login_id.get_value()));
                open.set(false);
            }
            busy.try_set(false);
        });
    };
    // The user's own date comes with everybody's; what else was typed is saved before.
    let apply = move |shown: ExpiryPreview| {
        let typed = untrack(|| form.typed());
        let Ok(change) = typed.change_since(&base.get_untracked()) else {
            return;
        };
        applying.busy.set(true);
        applying.changed.set(false);
        applying.error.set(None);
        spawn_local(async move {
            let others = UserChange {
                expires_at: None,
                ..change
            };
            if !save(others).await {
                applying.asked.try_set(None);
            } else {
                let confirmed = CompanyExpiry {
                    expires_at: shown.expires_at,
                    fingerprint: shown.fingerprint,
                };
                match session.ask(apply_expiry(company, confirmed)).await {
                    Ok(done) => {
                        toaster.say(Tone::Good, e().applied(done.changed, &shown.company.name));
                        applying.asked.try_set(None);
                        if let Ok(user) = session.ask(get_user(id)).await {
                            on_saved.run(user);
                        }
                        open.try_set(false);
                    }
                    Err(Refusal::User(UserRefusal::ExpiryChanged)) => applying.changed.set(true),
                    Err(refusal) => applying.error.set(Some(refusal)),
                }
            }
            applying.busy.try_set(false);
        });
    };
    let apply_hint = move || match moves.get() {
        true => e().apply_after_move(),
        false => e().apply_hint(),
    };
    view! {
        <Form on_submit=submit busy>
            <div class="dialog-body">
                <RefusedSummary refused fields=Signal::derive(move || field_labels(t()))/>
                {move || conflict.get().map(|rows| view! { <Comparison rows form/> })}
                <div class="user-fields">
                    <TextField
                        label=move || t().login_id() value=form.login_id name="login_id" mono=true readonly=true
                        hint=move || t().login_id_hint()
                    />
                    <TextField
                        label=move || t().email() value=form.email name="email" kind="email" required=true autofocus=true
                        autocomplete="off" error=refused.field("email") readonly=acting
                        hint=move || if acting { a().email_stays() } else { "" }
                    />
                    <NameFields form refused/>
                    <Show
                        when=move || !is_oneself(session, id)
                        fallback=move || view! { <p class="user-fields-note">{move || t().oneself_edit()}</p> }
                    >
                        <PlaceFields form refused kept/>
                        <Show when=move || !acting><TwoFactorField form refused policy=policy.get_value()/></Show>
                        <CheckboxField
                            label=move || e().apply_to_all() checked=to_all name="apply_to_all" disabled=moves hint=apply_hint
                        />
                        <Show when=move || !acting><AccessFields form refused/></Show>
                    </Show>
                    <AboutFields form refused/>
                    <LocaleFields form refused/>
                </div>
            </div>
            <DialogFoot>
                <Button on_click=move || open.set(false)>{move || c().cancel()}</Button>
                <Button kind=ButtonKind::Act submit=true busy>{move || t().save()}</Button>
            </DialogFoot>
        </Form>
        <CompanyExpiryDialog applying zone=Signal::derive(move || form.typed().zone().to_owned()) on_confirm=apply/>
    }
}

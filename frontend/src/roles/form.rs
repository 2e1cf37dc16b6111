//! Create, copy and edit a role: its name, what it is for, and its matrix; before a change is saved, what it means.

use app::{
    Refusal, RoleId,
    field::Problem,
    roles::{
        Permissions, RoleChange, RoleDetail, RoleDraft, RolePreview, RoleRefusal,
        api::{change_role, create_role, get_role, preview_role_change},
    },
};
use leptos::prelude::*;

use super::{
    difference::Difference,
    matrix::{Matrix, ticked},
    preview::WhatChanges,
};
use crate::companies::CompanyField;
use crate::i18n::{CommonWords, RoleWords, use_language, words};
use crate::session::use_session;
use crate::ui::{
    Alert, Attempt, Button, ButtonKind, Dialog, DialogFoot, DialogSize, Form, LoadFailed, Loaded,
    RefusedSummary, Skeleton, TextField, Tone, use_toaster,
};

/// What the form begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// Nothing.
    New,
    /// What another role allows, as far as the caller holds it.
    CopyOf(RoleId),
    /// The role that is edited.
    Role(RoleId),
}

/// The dialog of a role.
#[component]
pub(super) fn RoleForm(
    /// What it begins with; it is open while there is something.
    source: RwSignal<Option<Source>>,
    /// Told of the role as it is now.
    #[prop(into)]
    on_saved: Callback<RoleDetail>,
) -> impl IntoView {
    let t = words(RoleWords);
    let (open, dirty) = (RwSignal::new(false), RwSignal::new(false));
    Effect::new(move || open.set(source.with(Option::is_some)));
    let title = move || match source.get() {
        Some(Source::Role(_)) => t().edit(),
        _ => t().create(),
    };
    view! {
        <Dialog
            open title=title size=DialogSize::Large dirty
            on_close=move || {
                source.try_set(None);
            }
        >
            {move || source.get_untracked().map(|source| view! { <FormLoaded source open dirty on_saved/> })}
        </Dialog>
    }
}

#[component]
fn FormLoaded(
    source: Source,
    open: RwSignal<bool>,
    dirty: RwSignal<bool>,
    on_saved: Callback<RoleDetail>,
) -> impl IntoView {
    let session = use_session();
    let id = match source {
        Source::New => None,
        Source::CopyOf(id) | Source::Role(id) => Some(id),
    };
    let role = Loaded::new(move || id, move |id| session.ask(get_role(id)));
    let waiting = move || {
        view! {
            <div class="dialog-body">
                <LoadFailed refusal=role.refusal() on_retry=move || role.again()/>
                <Show when=move || role.refusal().get().is_none()><Skeleton lines=12/></Show>
            </div>
        }
    };
    view! {
        <Show when=move || id.is_none() || role.is_here() fallback=waiting>
            {move || view! { <Fields source role=role.get() open dirty on_saved reload=move || role.again()/> }}
        </Show>
    }
}

/// What stands in the form.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Typed {
    name: String,
    description: String,
    permissions: Permissions,
}

#[component]
fn Fields(
    source: Source,
    role: Option<RoleDetail>,
    open: RwSignal<bool>,
    dirty: RwSignal<bool>,
    on_saved: Callback<RoleDetail>,
    #[prop(into)] reload: Callback<()>,
) -> impl IntoView {
    let (t, c, language) = (words(RoleWords), words(CommonWords), use_language());
    let session = use_session();
    let toaster = use_toaster();
    let me = untrack(|| session.me());
    let own = me.as_ref().map(|me| me.company.clone());
    let mine = me.map(|me| me.held).unwrap_or_default();
    let editing = matches!(source, Source::Role(_));
    let allowed = role
        .as_ref()
        .map(|role| role.permissions)
        .unwrap_or_default();
    let texts_only =
        editing && role.as_ref().and_then(|role| role.locked) == Some(RoleRefusal::YourOwn);
    let base = Typed {
        name: match (&role, source) {
            (Some(role), Source::CopyOf(_)) => {
                t().copied_name(&role.role.words(language.get_untracked()))
            }
            (Some(role), _) => role.role.name.clone(),
            (None, _) => String::new(),
        },
        description: role
            .as_ref()
            .map(|role| role.description.clone())
            .unwrap_or_default(),
        permissions: if editing {
            allowed
        } else {
            allowed.shared_with(mine)
        },
    };
    let left_out = allowed.minus(base.permissions).count();
    let name = RwSignal::new(base.name.clone());
    let description = RwSignal::new(base.description.clone());
    let permissions = RwSignal::new(base.permissions);
    let company = RwSignal::new(own);
    let begun = base.clone();
    let typed = move || Typed {
        name: name.get(),
        description: description.get(),
        permissions: permissions.get(),
    };
    Effect::new(move || dirty.set(typed() != begun));
    on_cleanup(move || {
        dirty.try_set(false);
    });
    let attempt = Attempt::default();
    let refused = attempt.refused();
    let preview = RwSignal::new(None::<RolePreview>);
    let (id, version) = (
        role.as_ref().map(|role| role.role.id),
        role.as_ref().map_or(0, |role| role.version),
    );
    let before = StoredValue::new(base);
    let change = move || {
        let (now, before) = (untrack(typed), before.get_value());
        RoleChange {
            name: (now.name != before.name).then_some(now.name),
            description: (now.description != before.description).then_some(now.description),
            permissions: (now.permissions != before.permissions).then_some(now.permissions),
        }
    };
    let done = move |say: fn(RoleWords, &str) -> String| {
        move |saved: Result<RoleDetail, Refusal>| {
            match saved {
                Ok(role) => {
                    toaster.say(Tone::Good, say(t(), &role.role.name));
                    open.try_set(false);
                    on_saved.run(role);
                }
                Err(Refusal::Stale) => {
                    toaster.say(Tone::Attention, t().stale());
                    reload.run(());
                }
                Err(refusal) => {
                    preview.try_set(None);
                    return Err(refusal);
                }
            }
            Ok(())
        }
    };
    let create = move || {
        let Some(company) = company.get_untracked() else {
            return refused.set(Refusal::field("company", Problem::Missing));
        };
        let now = untrack(typed);
        let draft = RoleDraft {
            name: now.name,
            description: now.description,
            company: company.id,
            permissions: now.permissions,
        };
        if let Err(refusal) = draft.check() {
            return refused.set(refusal);
        }
        attempt.settle(session.ask(create_role(draft)), done(RoleWords::created));
    };
    let look = move |id| {
        let change = change();
        if change == RoleChange::default() {
            toaster.announce(t().nothing_changed());
            return open.set(false);
        }
        if let Err(refusal) =
            before.with_value(|before| change.check(&before.name, &before.description))
        {
            return refused.set(refusal);
        }
        attempt.make(session.ask(preview_role_change(id, change)), move |seen| {
            preview.try_set(Some(seen));
        });
    };
    let submit = move || {
        refused.clear();
        match (
            id.filter(|_| editing),
            preview.with_untracked(Option::is_some),
        ) {
            (None, _) => create(),
            (Some(id), false) => look(id),
            (Some(id), true) => {
                let call = session.ask(change_role(id, version, change()));
                attempt.settle(call, done(RoleWords::saved));
            }
        }
    };
    let labels = move || {
        [
            ("name", t().name()),
            ("description", t().description()),
            ("company", t().belongs_to()),
            ("permissions", t().permissions()),
        ]
        .map(|(name, label)| (name, label.to_owned()))
        .to_vec()
    };
    let no_role = Signal::stored(Permissions::NONE);
    let difference_from = if editing { allowed } else { Permissions::NONE };
    let button = move || match (editing, preview.with(Option::is_some)) {
        (false, _) => t().create(),
        (true, false) => t().next(),
        (true, true) => t().save(),
    };
    view! {
        <Form on_submit=submit busy=attempt.busy()>
            <div class="dialog-body">
                <RefusedSummary refused fields=Signal::derive(labels)/>
                {move || preview.get().map(|preview| view! { <WhatChanges preview/> })}
                <div class="role-fields" hidden=move || preview.with(Option::is_some)>
                    {(left_out > 0).then(|| view! {
                        <Alert tone=Tone::Info>{move || t().left_out(left_out.into())}</Alert>
                    })}
                    <TextField
                        label=move || t().name() value=name name="name" required=true autofocus=true autocomplete="off"
                        hint=move || t().name_hint() error=refused.field("name")
                    />
                    <TextField
                        label=move || t().description() value=description name="description" autocomplete="off"
                        hint=move || t().description_hint() error=refused.field("description")
                    />
                    {(!editing).then(|| view! {
                        <CompanyField
                            label=move || t().belongs_to() value=company name="company" required=true
                            hint=move || t().belongs_hint() error=refused.field("company")
                        />
                    })}
                    {if texts_only {
                        view! { <Alert tone=Tone::Info>{move || t().own_texts_only()}</Alert> }.into_any()
                    } else {
                        view! {
                            <div class="matrix-frame" id="permissions" tabindex="-1">
                                <h3 class="matrix-title">{move || t().what_it_allows()}</h3>
                                <p class="matrix-legend">{move || t().barred_legend()}</p>
                                <Matrix caption=move || t().what_it_allows() cell=ticked(permissions, mine, no_role)/>
                            </div>
                        }
                        .into_any()
                    }}
                </div>
            </div>
            <DialogFoot>
                <Difference before=difference_from after=permissions none=move || t().no_role_difference()/>
                <Button on_click=move || {
                    match preview.with_untracked(Option::is_some) {
                        true => preview.set(None),
                        false => open.set(false),
                    }
                }>
                    {move || if preview.with(Option::is_some) { t().back() } else { c().cancel() }}
                </Button>
                <Button kind=ButtonKind::Act submit=true busy=attempt.busy()>{button}</Button>
            </DialogFoot>
        </Form>
    }
}

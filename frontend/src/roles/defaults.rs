//! The default role of each kind of company, and changing it.

use app::{
    RoleId,
    companies::CompanyKind,
    roles::{
        DefaultRole, Permission, Role,
        api::{list_default_roles, list_roles, set_default_role},
    },
};
use leptos::prelude::*;

use crate::i18n::{CommonWords, RoleWords, use_language, words};
use crate::session::use_session;
use crate::ui::{
    Attempt, Button, ButtonKind, Choice, Dialog, DialogFoot, DialogSize, Form, IconName,
    LoadFailed, Loaded, RefusedSummary, Section, SelectField, Skeleton, Tone, use_toaster,
};

/// The section Default roles.
#[component]
pub(super) fn DefaultRoles() -> impl IntoView {
    let (t, language) = (words(RoleWords), use_language());
    let session = use_session();
    let defaults = Loaded::new(|| Some(()), move |()| session.ask(list_default_roles()));
    let which = RwSignal::new(None::<DefaultRole>);
    let line = move |default: DefaultRole| {
        let kind = default.kind;
        let (role, id) = (default.role.clone(), default.role.id);
        let asked = default;
        view! {
            <li class="default-role">
                <span class="default-kind">{move || kind.words(language.get())}</span>
                <a href=format!("/admin/roles/{id}")>{move || role.words(language.get())}</a>
                <Show when=move || session.may(Permission::OperatorManage)>
                    {
                        let asked = asked.clone();
                        view! {
                            <Button
                                kind=ButtonKind::Quiet icon=IconName::Edit
                                name=move || t().change_default_of(kind.words(language.get()))
                                on_click=move || which.set(Some(asked.clone()))
                            >
                                {move || t().change()}
                            </Button>
                        }
                    }
                </Show>
            </li>
        }
    };
    view! {
        <div class="default-roles">
            <Section id="defaults" title=move || t().defaults()>
                <p class="matrix-legend">{move || t().defaults_text()}</p>
                <LoadFailed refusal=defaults.refusal() on_retry=move || defaults.again()/>
                <Show when=move || defaults.is_here() fallback=|| view! { <Skeleton lines=4/> }>
                    <ul class="default-list">
                        {move || defaults.get().into_iter().flatten().map(line).collect_view()}
                    </ul>
                </Show>
            </Section>
        </div>
        <ChangeDefault which on_saved=move |now| defaults.put(now)/>
    }
}

#[component]
fn ChangeDefault(
    which: RwSignal<Option<DefaultRole>>,
    #[prop(into)] on_saved: Callback<Vec<DefaultRole>>,
) -> impl IntoView {
    let (t, language) = (words(RoleWords), use_language());
    let open = RwSignal::new(false);
    Effect::new(move || open.set(which.with(Option::is_some)));
    let title = move || {
        which.with(|which| {
            which
                .as_ref()
                .map(|default| t().change_default_of(default.kind.words(language.get())))
                .unwrap_or_default()
        })
    };
    view! {
        <Dialog
            open title=Signal::derive(title) size=DialogSize::Small
            on_close=move || {
                which.try_set(None);
            }
        >
            {move || which.get_untracked().map(|default| view! { <ChangeForm default open on_saved/> })}
        </Dialog>
    }
}

#[component]
fn ChangeForm(
    default: DefaultRole,
    open: RwSignal<bool>,
    on_saved: Callback<Vec<DefaultRole>>,
) -> impl IntoView {
    let (t, c, language) = (words(RoleWords), words(CommonWords), use_language());
    let session = use_session();
    let toaster = use_toaster();
    let kind = default.kind;
    let chosen = RwSignal::new(default.role.id.to_string());
    let attempt = Attempt::default();
    let refused = attempt.refused();
    // What can be used everywhere is what can be given in the operator's own company, where its administrators are.
    let roles = Loaded::new(
        move || session.me().map(|me| me.company.id),
        move |company| session.ask(list_roles(company)),
    );
    let fits = move |role: &&Role| {
        kind == CompanyKind::Operator
            || !(role.role.built_in && role.role.name == "operator_administrator")
    };
    let choices = Memo::new(move |_| {
        roles.with(|roles| {
            roles
                .into_iter()
                .flatten()
                .filter(fits)
                .map(|role| Choice::new(role.role.id.to_string(), role.role.words(language.get())))
                .collect::<Vec<_>>()
        })
    });
    let submit = move || {
        refused.clear();
        let Ok(role) = chosen.get_untracked().parse().map(RoleId) else {
            return;
        };
        attempt.make(session.ask(set_default_role(kind, role)), move |now| {
            let role = now.iter().find(|default| default.kind == kind);
            if let Some(default) = role {
                let language = language.get_untracked();
                let words = t().default_saved(kind.words(language), &default.role.words(language));
                toaster.say(Tone::Good, words);
            }
            open.try_set(false);
            on_saved.run(now);
        });
    };
    view! {
        <Form on_submit=submit busy=attempt.busy()>
            <div class="dialog-body">
                <RefusedSummary refused fields=Signal::derive(move || vec![("role", t().role().to_owned())])/>
                <Show when=move || roles.is_here() fallback=|| view! { <Skeleton lines=2/> }>
                    <SelectField
                        label=move || t().role() value=chosen choices name="role" required=true
                        hint=move || t().default_hint() error=refused.field("role")
                    />
                </Show>
            </div>
            <DialogFoot>
                <Button on_click=move || open.set(false)>{move || c().cancel()}</Button>
                <Button kind=ButtonKind::Act submit=true busy=attempt.busy()>{move || t().save()}</Button>
            </DialogFoot>
        </Form>
    }
}

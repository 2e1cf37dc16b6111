//! The page of one role: whose it is, what it allows, who has it, and what can be done with it.

use app::{
    RoleId,
    roles::{Permission, RoleDetail, RoleRefusal, api::get_role},
};
use leptos::prelude::*;
use leptos_router::hooks::{use_navigate, use_params_map};

use super::{
    delete::DeleteRole,
    form::{RoleForm, Source},
    holders::Holders,
    matrix::{Matrix, shown},
};
use crate::i18n::{CommonWords, RoleWords, use_language, words};
use crate::session::use_session;
use crate::shell::PageTitle;
use crate::ui::{
    Alert, Button, ButtonKind, DescriptionList, DescriptionRow, IconName, LoadFailed, Loaded,
    Section, Skeleton, Tone,
};

/// The page of a role.
#[component]
pub fn RolePage() -> impl IntoView {
    let (t, language) = (words(RoleWords), use_language());
    let session = use_session();
    let navigate = use_navigate();
    let params = use_params_map();
    let id = Memo::new(move |_| {
        params.with(|params| {
            params
                .get_str("id")
                .and_then(|id| id.parse().ok().map(RoleId))
        })
    });
    let role = Loaded::new(move || id.get(), move |id| session.ask(get_role(id)));
    // Another role's page begins empty.
    Effect::new(move |before: Option<Option<RoleId>>| {
        let now = id.get();
        if before.is_some_and(|before| before != now) {
            role.forget();
        }
        now
    });
    let form = RwSignal::new(None::<Source>);
    let delete = RwSignal::new(None::<RoleId>);
    let name = move || {
        role.with(|role| {
            role.map_or_else(
                || t().role().to_owned(),
                |role| role.role.words(language.get()),
            )
        })
    };
    let locked = Memo::new(move |_| role.with(|role| role.and_then(|role| role.locked)));
    let here = move |permission| session.may(permission) && role.is_here();
    let ask = move |source: fn(RoleId) -> Source| form.set(id.get_untracked().map(source));
    // Of one's own role the texts can be changed.
    let editable = move || matches!(locked.get(), None | Some(RoleRefusal::YourOwn));
    let actions = move || {
        view! {
            <Show when=move || here(Permission::RolesCreate)>
                <Button icon=IconName::Copy on_click=move || ask(Source::CopyOf)>{move || t().copy()}</Button>
            </Show>
            <Show when=move || here(Permission::RolesDelete) && locked.get().is_none()>
                <Button
                    icon=IconName::Trash
                    on_click=move || delete.set(id.get_untracked())
                >
                    {move || t().delete()}
                </Button>
            </Show>
            <Show when=move || here(Permission::RolesUpdate) && editable()>
                <Button kind=ButtonKind::Act icon=IconName::Edit on_click=move || ask(Source::Role)>
                    {move || t().edit()}
                </Button>
            </Show>
        }
    };
    let saved = {
        let navigate = navigate.clone();
        move |now: RoleDetail| {
            if id.get_untracked() == Some(now.role.id) {
                role.put(now);
            } else {
                navigate(&format!("/admin/roles/{}", now.role.id), Default::default());
            }
        }
    };
    let gone = move || navigate("/admin/roles", Default::default());
    let standing = move || {
        let changes = session.may(Permission::RolesUpdate) || session.may(Permission::RolesDelete);
        locked.get().filter(|_| changes).map(|refusal| {
            view! {
                <div class="role-standing"><Alert tone=Tone::Info>{refusal.words(language.get())}</Alert></div>
            }
        })
    };
    view! {
        <p class="back"><a href="/admin/roles">"‹ "{move || t().back_to_roles()}</a></p>
        <PageTitle title=Signal::derive(name) actions/>
        <LoadFailed refusal=role.refusal() on_retry=move || role.again()/>
        {standing}
        <Show when=move || role.is_here() fallback=move || role.busy().get().then(|| view! { <Skeleton lines=16/> })>
            {move || role.get().map(|role| view! { <Inside role/> })}
        </Show>
        <RoleForm source=form on_saved=saved/>
        <DeleteRole which=delete on_done=gone/>
    }
}

#[component]
fn Inside(role: RoleDetail) -> impl IntoView {
    let (t, c, language) = (words(RoleWords), words(CommonWords), use_language());
    let owner = role.owner.clone().map(|owner| owner.name);
    let reach = owner.clone();
    let kinds = role.default_for.clone();
    let description = role.description.clone();
    let permissions = role.permissions;
    let holders = role.clone();
    view! {
        <div class="user-sections">
            <Section id="about" title=move || t().role()>
                <DescriptionList>
                    {(!description.is_empty()).then(|| view! {
                        <DescriptionRow label=move || t().description()>{description}</DescriptionRow>
                    })}
                    <DescriptionRow label=move || t().belongs_to()>
                        {move || owner.clone().unwrap_or_else(|| t().doorward().to_owned())}
                    </DescriptionRow>
                    <DescriptionRow label=move || t().usable()>
                        {move || match &reach {
                            Some(company) => t().usable_in(company),
                            None => t().usable_everywhere().to_owned(),
                        }}
                    </DescriptionRow>
                    {(!kinds.is_empty()).then(|| view! {
                        <DescriptionRow label=move || t().defaults()>
                            {move || {
                                let names: Vec<_> = kinds.iter().map(|kind| kind.words(language.get())).collect();
                                t().default_for(&names.join(c().between_names()))
                            }}
                        </DescriptionRow>
                    })}
                </DescriptionList>
            </Section>
            <Section id="permissions" title=move || t().what_it_allows()>
                <Matrix caption=move || t().what_it_allows() cell=shown(permissions)/>
            </Section>
            <Holders role=holders/>
        </div>
    }
}

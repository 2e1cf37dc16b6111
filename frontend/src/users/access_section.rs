//! User Detail, Access: the roles, the companies they reach, and what the user may do and why.

use app::{
    UserId,
    roles::{Permission, RoleRef},
    users::{User, api::get_access},
};
use leptos::prelude::*;

use super::{access_edit::EditAccess, access_why::why};
use crate::i18n::{RoleWords, UserWords, use_language, words};
use crate::roles::Matrix;
use crate::session::use_session;
use crate::ui::{
    Button, DescriptionList, DescriptionRow, IconName, LoadFailed, Loaded, Section, Skeleton,
};

/// The section Access.
#[component]
pub(super) fn AccessSection(
    user: User,
    /// Told after something was changed.
    on_changed: Callback<Option<User>>,
) -> impl IntoView {
    let (t, r, language) = (words(UserWords), words(RoleWords), use_language());
    let session = use_session();
    let id = user.id;
    let roles = user.roles;
    let scope = [user.company]
        .into_iter()
        .chain(user.related_companies)
        .collect::<Vec<_>>();
    let role_list = move || {
        if roles.is_empty() {
            return view! { <span class="nothing">{t().no_roles()}</span> }.into_any();
        }
        let role = |role: &RoleRef| {
            let words = role.words(language.get());
            let words = match session.may(Permission::RolesRead) {
                true => {
                    view! { <a href=format!("/admin/roles/{}", role.id)>{words}</a> }.into_any()
                }
                false => words.into_any(),
            };
            view! { <li class="tag">{words}</li> }
        };
        view! { <ul class="tags">{roles.iter().map(role).collect_view()}</ul> }.into_any()
    };
    let companies = move || {
        let reach = |company: &app::companies::CompanyRef| view! { <li>{t().scope_text(&company.name)}</li> };
        scope.iter().map(reach).collect_view()
    };
    let editing = RwSignal::new(None::<UserId>);
    let may_edit = session.may(Permission::RolesAssign)
        && session.may(Permission::RolesRead)
        && user.may_act_on
        && user.deleted_at.is_none()
        && !super::oneself::is_oneself(session, id);
    let actions = move || {
        may_edit.then(|| {
            view! {
                <Button icon=IconName::Edit on_click=move || editing.set(Some(id))>{move || r().edit_access()}</Button>
            }
        })
    };
    view! {
        <Section id="access" title=move || t().access() actions>
            <DescriptionList>
                <DescriptionRow label=move || t().roles()>{role_list}</DescriptionRow>
                <DescriptionRow label=move || t().scope()><ul class="plain">{companies}</ul></DescriptionRow>
            </DescriptionList>
            <Show when=move || session.may(Permission::RolesRead)><Sources id/></Show>
        </Section>
        <EditAccess who=editing on_saved=move || on_changed.run(None)/>
    }
}

/// The matrix of what the user may do, each cell with where it comes from.
#[component]
fn Sources(id: UserId) -> impl IntoView {
    let r = words(RoleWords);
    let session = use_session();
    let access = Loaded::new(move || Some(id), move |id| session.ask(get_access(id)));
    view! {
        <div class="matrix-frame">
            <h3 class="matrix-title">{move || r().permissions()}</h3>
            <LoadFailed refusal=access.refusal() on_retry=move || access.again()/>
            <Show
                when=move || access.is_here()
                fallback=move || access.refusal().get().is_none().then(|| view! { <Skeleton lines=12/> })
            >
                {move || access.get().map(|access| view! {
                    <Matrix caption=move || r().permissions() cell=why(access)/>
                })}
            </Show>
        </div>
    }
}

//! User Detail, Access: the roles, and the companies they reach.

use app::users::User;
use leptos::prelude::*;

use crate::i18n::{UserWords, use_language, words};
use crate::ui::{DescriptionList, DescriptionRow, Section};

/// The section Access.
#[component]
pub(super) fn AccessSection(user: User) -> impl IntoView {
    let (t, language) = (words(UserWords), use_language());
    let roles = user.roles;
    let scope = [user.company]
        .into_iter()
        .chain(user.related_companies)
        .collect::<Vec<_>>();
    let role_list = move || {
        if roles.is_empty() {
            return view! { <span class="nothing">{t().no_roles()}</span> }.into_any();
        }
        let role = |role: &app::roles::RoleRef| view! { <li class="tag">{role.words(language.get())}</li> };
        view! { <ul class="tags">{roles.iter().map(role).collect_view()}</ul> }.into_any()
    };
    let companies = move || {
        let reach = |company: &app::companies::CompanyRef| view! { <li>{t().scope_text(&company.name)}</li> };
        scope.iter().map(reach).collect_view()
    };
    view! {
        <Section id="access" title=move || t().access()>
            <DescriptionList>
                <DescriptionRow label=move || t().roles()>{role_list}</DescriptionRow>
                <DescriptionRow label=move || t().scope()><ul class="plain">{companies}</ul></DescriptionRow>
            </DescriptionList>
        </Section>
    }
}

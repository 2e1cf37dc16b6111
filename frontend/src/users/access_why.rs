//! The cells of a user's matrix: whether they may, where it comes from, and who may change that.

use std::sync::Arc;

use app::{
    roles::{Channel, Permission},
    users::{AccessRole, UserAccess},
};
use leptos::prelude::*;

use crate::i18n::{RoleWords, use_language, words};
use crate::roles::{DrawCell, channel_words};
use crate::ui::{Icon, IconName, Popover};

/// Cells that open the answer to "why?".
pub(super) fn why(access: UserAccess) -> DrawCell {
    let t = words(RoleWords);
    let access = Arc::new(access);
    Arc::new(move |permission, channel| {
        let access = Arc::clone(&access);
        if access.effective.allows(permission, channel) {
            view! { <Why access permission channel/> }.into_any()
        } else {
            view! {
                <span class="matrix-no" aria-hidden="true">"–"</span>
                <span class="visually-hidden">{move || t().not_held()}</span>
            }
            .into_any()
        }
    })
}

/// A cell that holds: by a role, individually, or both.
#[component]
fn Why(access: Arc<UserAccess>, permission: Permission, channel: Channel) -> impl IntoView {
    let (t, language) = (words(RoleWords), use_language());
    let roles: Vec<AccessRole> = access.giving(permission, channel).cloned().collect();
    let individually = access.grants.allows(permission, channel);
    let company = access.company.name.clone();
    let source = match (roles.is_empty(), individually) {
        (false, true) => RoleWords::by_both,
        (true, true) => RoleWords::by_itself,
        (_, false) => RoleWords::by_role,
    };
    let name = move || {
        let (permission, channel) = (permission.words(language.get()), channel_words(channel));
        t().why_cell(permission, channel, source(t()))
    };
    let by_role = !roles.is_empty();
    let trigger = move || {
        view! {
            <Icon name=IconName::Check/>
            {individually.then(|| view! { <span class="matrix-dot" class:matrix-dot-both=by_role></span> })}
        }
    };
    let role = move |role: AccessRole| {
        let owner = role.owner.map(|owner| owner.name);
        let name = role.role.clone();
        view! {
            <li>
                <a href=format!("/admin/roles/{}", role.role.id)>{move || t().why_role(&name.words(language.get()))}</a>
                <span class="why-who">
                    {move || match &owner {
                        Some(owner) => t().changed_by(owner),
                        None => t().changed_by_nobody().to_owned(),
                    }}
                </span>
            </li>
        }
    };
    view! {
        <Popover trigger name=Signal::derive(name) class="matrix-why" arrow=false>
            <div class="why">
                <p class="why-title">
                    {move || permission.words(language.get())}
                    <span class="difference-on">{channel_words(channel)}</span>
                </p>
                <ul>
                    {roles.into_iter().map(role).collect_view()}
                    {individually.then(|| view! {
                        <li>
                            <span>{move || t().why_individually()}</span>
                            <span class="why-who">{move || t().taken_by(&company)}</span>
                        </li>
                    })}
                </ul>
            </div>
        </Popover>
    }
}

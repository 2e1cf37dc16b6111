//! User Detail: everything about one user in sections, and what can be done with them within reach.

use app::{
    UserId,
    roles::Permission,
    users::{AccountStatus, User, api::get_user},
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{
    access_section::AccessSection,
    actions::ActionBar,
    activity_section::ActivitySection,
    addresses_section::AddressesSection,
    marks::{LastSignIn, StatusPill},
    oneself::is_oneself,
    profile_section::ProfileSection,
    recent,
    sessions_section::SessionsSection,
    sign_in_section::SignInSection,
    token_section::TokenSection,
};
use crate::i18n::{
    AddressWords, CommonWords, IssuedTokenWords, TokenWords, UserWords, full_name, use_language,
    words,
};
use crate::session::use_session;
use crate::shell::PageTitle;
use crate::tokens::TokensSection;
use crate::ui::{
    Alert, Breadcrumb, CopyButton, Crumb, InitialsBadge, LoadFailed, Loaded, SectionIndex,
    Skeleton, Tone,
};

/// The page User Detail.
#[component]
pub fn UserDetail() -> impl IntoView {
    let (t, language) = (words(UserWords), use_language());
    let session = use_session();
    let params = use_params_map();
    let id = Memo::new(move |_| {
        params.with(|params| {
            params
                .get_str("id")
                .and_then(|id| id.parse().ok().map(UserId))
        })
    });
    let user = Loaded::new(move || id.get(), move |id| session.ask(get_user(id)));
    // Another user's page begins empty: nobody is to be acted on under somebody else's name.
    Effect::new(move |before: Option<Option<UserId>>| {
        let now = id.get();
        if before.is_some_and(|before| before != now) {
            user.forget();
        }
        now
    });
    let name = move || {
        user.with(|user| {
            user.map(|user| full_name(language.get(), &user.first_name, &user.last_name))
        })
    };
    let title = move || name().unwrap_or_else(|| t().user_detail().to_owned());
    view! {
        <p class="back"><a href=recent::list_address()>"‹ "{move || t().back_to_list()}</a></p>
        <div class="user-head">
            <Show when=move || user.is_here()><InitialsBadge name=Signal::derive(title) large=true/></Show>
            <PageTitle title=Signal::derive(title)>
                {move || user.get().map(|user| view! { <HeadFacts user/> })}
            </PageTitle>
        </div>
        <LoadFailed refusal=user.refusal() on_retry=move || user.again()/>
        <Show when=move || user.is_here() fallback=move || user.busy().get().then(|| view! { <Skeleton lines=16/> })>
            <Inside user/>
        </Show>
    }
}

/// Under the name: login ID, company path, status, last sign-in.
#[component]
fn HeadFacts(user: User) -> impl IntoView {
    let (t, c) = (words(UserWords), words(CommonWords));
    let crumbs: Vec<Crumb> = user
        .company_path
        .iter()
        .chain([&user.company])
        .map(|company| Crumb {
            label: company.name.clone(),
            href: Some(format!("/admin/users?company={}", company.id)),
        })
        .collect();
    let login_id = user.login_id.clone();
    view! {
        <div class="user-facts">
            <span class="user-login">
                <span class="mono">{login_id.clone()}</span>
                <CopyButton text=login_id name=move || t().copy_login_id() icon_only=true/>
            </span>
            <StatusPill status=user.status/>
            <span class="user-last">{move || t().signed_in()}{move || c().colon()}<LastSignIn at=user.last_sign_in_at/></span>
        </div>
        <Breadcrumb crumbs=Signal::stored(crumbs) name=move || t().company_path()/>
    }
}

#[component]
fn Inside(user: Loaded<User>) -> impl IntoView {
    let (t, a, k) = (words(UserWords), words(AddressWords), words(TokenWords));
    let i = words(IssuedTokenWords);
    let session = use_session();
    // Asked for again after whatever may have changed them: invitations, sessions, events.
    let round = RwSignal::new(0_u32);
    let changed = Callback::new(move |now: Option<User>| {
        match now {
            Some(now) => user.put(now),
            None => user.again(),
        }
        round.update(|round| *round += 1);
    });
    let sessions_may = move || session.may(Permission::SessionsRead);
    let tokens_may = move || session.may(Permission::TokensRead);
    let audit_may = move || session.may(Permission::AuditRead);
    let sections = move || {
        let section = |id: &str, title: &str| (id.to_owned(), title.to_owned());
        let mut sections = vec![
            section("profile", t().profile()),
            section("sign-in", t().sign_in_section()),
            section("access", t().access()),
            section("addresses", a().addresses()),
            section("token-expiration", k().title()),
        ];
        if sessions_may() {
            sections.push(section("sessions", t().sessions()));
        }
        if tokens_may() {
            sections.push(section("tokens", i().tokens()));
        }
        if audit_may() {
            sections.push(section("activity", t().activity()));
        }
        sections
    };
    let id = Memo::new(move |_| user.with(|user| user.map(|user| user.id)));
    view! {
        {move || user.get().map(|user| view! { <Standing user/> })}
        <div class="split user-split">
            <div class="split-side"><SectionIndex sections=Signal::derive(sections)/></div>
            <div class="user-sections">
                {move || user.get().map(|user| view! {
                    <ProfileSection user=user.clone()/>
                    <SignInSection user=user.clone() round on_changed=changed/>
                    <AccessSection user=user.clone() on_changed=changed/>
                    <AddressesSection user=user.clone() on_changed=changed/>
                    <TokenSection user on_changed=changed/>
                })}
                {move || id.get().map(|id| view! {
                    <Show when=sessions_may><SessionsSection id user round on_changed=changed/></Show>
                    <Show when=tokens_may><TokensSection id user round on_changed=changed/></Show>
                    <Show when=audit_may><ActivitySection id round/></Show>
                })}
            </div>
        </div>
        <ActionBar user on_changed=changed/>
    }
}

/// Why little or nothing can be done here, if so.
#[component]
fn Standing(user: User) -> impl IntoView {
    let t = words(UserWords);
    let session = use_session();
    let acts = move || {
        [
            Permission::UsersUpdate,
            Permission::UsersDelete,
            Permission::CredentialsReset,
        ]
        .into_iter()
        .any(|permission| session.may(permission))
    };
    let text = move || match () {
        () if user.status == AccountStatus::Deleted => Some((Tone::Attention, t().in_the_bin())),
        () if is_oneself(session, user.id) && acts() => Some((Tone::Info, t().oneself_acting())),
        () if is_oneself(session, user.id) => Some((Tone::Info, t().oneself())),
        () if !user.may_act_on => Some((Tone::Info, t().not_yours())),
        () => None,
    };
    move || {
        text().map(
            |(tone, text)| view! { <div class="user-standing"><Alert tone>{text}</Alert></div> },
        )
    }
}

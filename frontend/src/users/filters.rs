//! The row above the users list: search and filters; each says what it wants, the address keeps it.

use app::{
    CompanyId, RoleId,
    roles::{Permission, Role, api::list_roles},
    users::{AccountStatus, TwoFactorState, api::get_user},
};
use leptos::prelude::*;

use super::view::UserView;
use crate::i18n::{CommonWords, UserWords, use_language, words};
use crate::session::use_session;
use crate::ui::{
    Button, ButtonKind, Choice, FilterBar, FilterChip, FilterSelect, Icon, IconName, Loaded,
    Popover, SearchField,
};

/// The numbers of days that the filters offer.
const DAYS: [u32; 5] = [7, 30, 60, 90, 180];

/// Search and filters of the users list.
#[component]
pub(super) fn UserFilters(
    /// What is shown.
    view: Memo<UserView>,
    /// Goes to another view; a step for the Back button.
    on_go: Callback<UserView>,
    /// Puts another view in this one's place.
    on_replace: Callback<UserView>,
) -> impl IntoView {
    let (t, c, language) = (words(UserWords), words(CommonWords), use_language());
    let session = use_session();
    let change = move |change: &dyn Fn(&mut UserView)| {
        let mut next = view.get_untracked().at_the_top();
        change(&mut next);
        on_go.run(next);
    };
    let search = move |text: String| {
        on_replace.run(UserView {
            search: text,
            ..view.get_untracked().at_the_top()
        });
    };
    let statuses = move || {
        let bin = session.may(Permission::UsersDelete);
        AccountStatus::ALL
            .into_iter()
            .filter(|status| bin || *status != AccountStatus::Deleted)
            .map(|status| Choice::new(status.code(), status.words(language.get())))
            .collect::<Vec<_>>()
    };
    let states = move || {
        TwoFactorState::ALL
            .map(|state| Choice::new(state.code(), state.words(language.get())))
            .to_vec()
    };
    let parent = Memo::new(move |_| view.with(|view| view.parent));
    let parent_user = Loaded::new(move || parent.get(), move |id| session.ask(get_user(id)));
    let parent_name = move || {
        parent_user.with(|user| match user {
            Some(user) if Some(user.id) == parent.get() => user.login_id.clone(),
            _ => "…".to_owned(),
        })
    };
    view! {
        <FilterBar>
            <SearchField label=move || t().search() value=Signal::derive(move || view.with(|view| view.search.clone())) on_search=search/>
            <FilterSelect
                label=move || t().status()
                value=move || view.with(|view| view.status.map(AccountStatus::code).unwrap_or_default().to_owned())
                choices=Signal::derive(statuses)
                on_change=move |code: String| change(&|view| view.status = AccountStatus::from_code(&code))
            />
            <Show when=move || session.may(Permission::RolesRead)>
                <RoleFilter view on_change=move |role| change(&|view| view.role = role)/>
            </Show>
            <FilterSelect
                label=move || t().two_factor()
                value=move || view.with(|view| view.two_factor.map(TwoFactorState::code).unwrap_or_default().to_owned())
                choices=Signal::derive(states)
                on_change=move |code: String| change(&|view| view.two_factor = TwoFactorState::from_code(&code))
            />
            <Popover trigger=move || view! { <Icon name=IconName::Filter/><span>{move || t().more_filters()}</span> }>
                <div class="filter-more">
                    <FilterSelect
                        label=move || t().expiring()
                        value=move || view.with(|view| view.expiring.map(|days| days.to_string()).unwrap_or_default())
                        choices=Signal::derive(move || day_choices(view.with(|view| view.expiring), |days| t().expiring_within(days.into())))
                        on_change=move |days: String| change(&|view| view.expiring = days.parse().ok())
                    />
                    <FilterSelect
                        label=move || t().idle()
                        value=move || view.with(|view| view.idle.map(|days| days.to_string()).unwrap_or_default())
                        choices=Signal::derive(move || day_choices(view.with(|view| view.idle), |days| t().idle_for(days.into())))
                        on_change=move |days: String| change(&|view| view.idle = days.parse().ok())
                    />
                </div>
            </Popover>
        </FilterBar>
        <Show when=move || view.with(UserView::is_filtered_beyond_search)>
            <div class="filter-chips">
                {move || parent.get().map(|_| view! {
                    <FilterChip
                        label=move || t().sub_users_of(&parent_name())
                        on_remove=move || change(&|view| view.parent = None)
                    />
                })}
                {move || view.with(|view| view.expiring).map(|days| view! {
                    <FilterChip
                        label=move || t().expiring_within(days.into())
                        on_remove=move || change(&|view| view.expiring = None)
                    />
                })}
                {move || view.with(|view| view.idle).map(|days| view! {
                    <FilterChip
                        label=move || t().idle_for(days.into())
                        on_remove=move || change(&|view| view.idle = None)
                    />
                })}
                <Button
                    kind=ButtonKind::Quiet
                    icon=IconName::Close
                    on_click=move || on_go.run(view.get_untracked().without_filters())
                >
                    {move || c().clear_filters()}
                </Button>
            </div>
        </Show>
    }
}

/// The usual numbers of days, and the one in the address if it is another.
fn day_choices(now: Option<u32>, words: impl Fn(u32) -> String) -> Vec<Choice> {
    let mut days = DAYS.to_vec();
    days.extend(now.filter(|now| !DAYS.contains(now)));
    days.sort_unstable();
    days.into_iter()
        .map(|days| Choice::new(days.to_string(), words(days)))
        .collect()
}

/// The roles that users of a company can have.
pub(super) fn load_roles(company: impl Fn() -> Option<CompanyId> + 'static) -> Loaded<Vec<Role>> {
    let session = use_session();
    Loaded::new(company, move |company| session.ask(list_roles(company)))
}

#[component]
fn RoleFilter(
    view: Memo<UserView>,
    #[prop(into)] on_change: Callback<Option<RoleId>>,
) -> impl IntoView {
    let (t, language) = (words(UserWords), use_language());
    let session = use_session();
    let company = Memo::new(move |_| {
        view.with(|view| view.company)
            .or_else(|| session.me().map(|me| me.company.id))
    });
    let roles = load_roles(move || company.get());
    let chosen = Memo::new(move |_| view.with(|view| view.role));
    let choices = move || {
        let mut choices: Vec<Choice> = roles.with(|roles| {
            let choice = |role: &Role| {
                Choice::new(role.role.id.to_string(), role.role.words(language.get()))
            };
            roles.into_iter().flatten().map(choice).collect()
        });
        // A role of another company, in an address that was shared, must not look like no filter.
        if let Some(id) = chosen.get().map(|id| id.to_string())
            && !choices.iter().any(|choice| choice.value == id)
        {
            choices.push(Choice::new(id, t().role_chosen()));
        }
        choices
    };
    view! {
        <FilterSelect
            label=move || t().role()
            value=move || chosen.get().map(|id| id.to_string()).unwrap_or_default()
            choices=Signal::derive(choices)
            on_change=move |id: String| on_change.run(id.parse().ok().map(RoleId))
        />
    }
}

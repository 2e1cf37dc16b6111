//! The filters of the Audit page, all of them in its address.

use app::{
    CompanyId,
    audit::AuditAction,
    roles::{Channel, Permission},
    users::api::get_user,
};
use leptos::prelude::*;

use super::view::AuditView;
use crate::companies::{CompanyFinder, load_company};
use crate::i18n::{AuditWords, CommonWords, use_language, words};
use crate::session::use_session;
use crate::ui::{
    Button, ButtonKind, Choice, DayLine, FieldError, FieldIds, FilterBar, FilterChip, FilterSelect,
    Icon, IconName, Loaded, Popover, SearchField, browser, day,
};

/// What narrows the list: the row above it, and what else is chosen.
#[component]
pub(super) fn AuditFilters(
    view: Memo<AuditView>,
    on_go: Callback<AuditView>,
    #[prop(into)] on_clear: Callback<()>,
) -> impl IntoView {
    let (t, c, language) = (words(AuditWords), words(CommonWords), use_language());
    let session = use_session();
    let change = move |change: &dyn Fn(&mut AuditView)| {
        let mut next = view.get_untracked();
        next.paging = next.paging.at_the_top();
        change(&mut next);
        on_go.run(next);
    };
    let actions = move || {
        let choice =
            |action: &AuditAction| Choice::new(action.code(), action.words(language.get()));
        AuditAction::ALL.iter().map(choice).collect::<Vec<_>>()
    };
    let results = move || {
        vec![
            Choice::new("done", t().done()),
            Choice::new("refused", t().refused()),
        ]
    };
    let channels = move || {
        let choice = |channel: Channel| Choice::new(channel.code(), channel.code().to_uppercase());
        Channel::ALL.into_iter().map(choice).collect::<Vec<_>>()
    };
    let company = Memo::new(move |_| view.with(|view| view.company));
    let known = load_company(company);
    let company_name = Signal::derive(move || known.get().map(|company| company.name));
    let choose_company = Callback::new(move |id: Option<CompanyId>| {
        change(&|view| view.company = id);
    });
    let result = move || match view.with(|view| view.succeeded) {
        None => "",
        Some(true) => "done",
        Some(false) => "refused",
    };
    view! {
        <FilterBar>
            <SearchField
                label=move || t().login_id()
                value=Signal::derive(move || view.with(|view| view.login_id.clone()))
                on_search=move |text: String| change(&|view| view.login_id.clone_from(&text))
            />
            <FilterSelect
                label=move || t().action()
                value=move || view.with(|view| view.action.map(AuditAction::code).unwrap_or_default().to_owned())
                choices=Signal::derive(actions)
                on_change=move |code: String| change(&|view| view.action = AuditAction::from_code(&code))
            />
            <FilterSelect
                label=move || t().result()
                value=Signal::derive(move || result().to_owned())
                choices=Signal::derive(results)
                on_change=move |code: String| change(&|view| view.succeeded = match code.as_str() {
                    "done" => Some(true),
                    "refused" => Some(false),
                    _ => None,
                })
            />
            <div class="day-filters">
                <DayFilter
                    label=move || t().from()
                    value=Signal::derive(move || view.with(|view| view.from.clone()))
                    on_change=move |day: String| change(&|view| view.from.clone_from(&day))
                />
                <DayFilter
                    label=move || t().until()
                    value=Signal::derive(move || view.with(|view| view.until.clone()))
                    on_change=move |day: String| change(&|view| view.until.clone_from(&day))
                />
            </div>
            <Popover trigger=move || view! { <Icon name=IconName::Filter/><span>{move || t().more_filters()}</span> }>
                <div class="filter-more">
                    <FilterSelect
                        label=move || t().channel()
                        value=move || view.with(|view| view.channel.map(Channel::code).unwrap_or_default().to_owned())
                        choices=Signal::derive(channels)
                        on_change=move |code: String| change(&|view| view.channel = Channel::from_code(&code))
                    />
                    <SearchField
                        label=move || t().address()
                        value=Signal::derive(move || view.with(|view| view.address.clone()))
                        on_search=move |text: String| change(&|view| view.address.clone_from(&text))
                    />
                    <SearchField
                        label=move || t().request()
                        value=Signal::derive(move || view.with(|view| view.request_id.clone()))
                        on_search=move |text: String| change(&|view| view.request_id.clone_from(&text))
                    />
                    <Show when=move || session.may(Permission::CompaniesRead)>
                        <CompanyFinder chosen=company.into() name=company_name on_choose=choose_company/>
                    </Show>
                </div>
            </Popover>
        </FilterBar>
        <Show when=move || view.with(AuditView::is_filtered)>
            <div class="filter-chips">
                <UserChip view on_remove=move || change(&|view| view.user = None)/>
                {move || company.get().map(|id| view! {
                    <FilterChip
                        label=move || t().in_company(&company_name.get().unwrap_or_else(|| format!("#{id}")))
                        on_remove=move || choose_company.run(None)
                    />
                })}
                {move || view.with(|view| view.channel).map(|channel| view! {
                    <FilterChip label=channel.code().to_uppercase() on_remove=move || change(&|view| view.channel = None)/>
                })}
                {move || view.with(|view| filled(&view.address)).map(|address| view! {
                    <FilterChip label=address on_remove=move || change(&|view| view.address.clear())/>
                })}
                {move || view.with(|view| filled(&view.request_id)).map(|id| view! {
                    <FilterChip label=move || t().of_request(&id) on_remove=move || change(&|view| view.request_id.clear())/>
                })}
                <Button kind=ButtonKind::Quiet icon=IconName::Close on_click=on_clear>{move || c().clear_filters()}</Button>
            </div>
        </Show>
    }
}

/// The user that a link from User Detail chose, by login ID.
#[component]
fn UserChip(view: Memo<AuditView>, #[prop(into)] on_remove: Callback<()>) -> impl IntoView {
    let session = use_session();
    let chosen = Memo::new(move |_| view.with(|view| view.user));
    let user = Loaded::new(move || chosen.get(), move |id| session.ask(get_user(id)));
    let label = move || {
        let id = chosen.get();
        user.with(|user| {
            user.filter(|user| Some(user.id) == id)
                .map(|user| user.login_id.clone())
        })
        .unwrap_or_else(|| id.map(|id| format!("#{id}")).unwrap_or_default())
    };
    move || {
        chosen
            .get()
            .map(|_| view! { <FilterChip label=Signal::derive(label) on_remove/> })
    }
}

fn filled(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|text| !text.is_empty())
}

/// A day, small enough to stand in the row above the list. It counts once the line is left.
#[component]
fn DayFilter(
    #[prop(into)] label: Signal<String>,
    value: Signal<String>,
    #[prop(into)] on_change: Callback<String>,
) -> impl IntoView {
    let (day, wrong) = (RwSignal::new(String::new()), RwSignal::new(None));
    Effect::new(move || day.set(value.get()));
    let ids = FieldIds::new(browser::unique_id("day"), Signal::default(), wrong.into());
    let left = move || {
        let typed = day.get_untracked();
        if typed != value.get_untracked() && (typed.is_empty() || day::is_day(&typed)) {
            on_change.run(typed);
        }
    };
    view! {
        <div class="day-filter">
            <label for=ids.control()>{move || label.get()}</label>
            <DayLine ids value=day wrong on_left=left/>
            <FieldError id=format!("{}-error", ids.control()) text=wrong.into()/>
        </div>
    }
}

//! The numbers of an administrator's scope. Each leads to the list that shows just these.

use app::{
    audit::AuditAction,
    grouped,
    home::{Dashboard, EXPIRING_DAYS, SignInDay, UserCounts, api::get_dashboard},
    mail::MailState,
    roles::Permission,
    users::{AccountStatus, TwoFactorState},
};
use leptos::prelude::*;

use crate::audit::AuditView;
use crate::i18n::{DashboardWords, use_language, words};
use crate::mail::MailView;
use crate::session::use_session;
use crate::ui::{
    ColumnChart, ColumnsWaiting, DateStyle, LoadFailed, Loaded, Period, Section, Series, Share,
    ShareBar, ShareWaiting, Tone, format_moment,
};
use crate::users::{UserView, status_tone, two_factor_tone};

/// The numbers, for whoever may see one of the lists that they count.
#[component]
pub(super) fn Numbers() -> impl IntoView {
    let session = use_session();
    let sees = Memo::new(move |_| {
        let lists = [
            Permission::UsersRead,
            Permission::AuditRead,
            Permission::MailRead,
        ];
        lists.map(|list| session.may(list))
    });
    view! { <Show when=move || sees.get().contains(&true)><Parts sees/></Show> }
}

/// Each part has its place at once, and its numbers when they come.
#[component]
fn Parts(
    /// Whether the reader sees users, events and mails.
    sees: Memo<[bool; 3]>,
) -> impl IntoView {
    let t = words(DashboardWords);
    let session = use_session();
    let numbers = Loaded::new(|| Some(()), move |()| session.ask(get_dashboard()));
    let part = move |number: usize| sees.with(|sees| sees[number]) && !numbers.is_refused();
    view! {
        <LoadFailed refusal=numbers.refusal() on_retry=move || numbers.again()/>
        <ul class="figures" aria-label=move || t().title() hidden=move || numbers.is_refused()>
            <Show when=move || part(0)><UserFigures numbers/></Show>
            <Show when=move || part(2)><MailFigure numbers/></Show>
        </ul>
        <div class="dashboard">
            <Show when=move || part(0)><Users numbers/></Show>
            <Show when=move || part(1)><SignIns numbers/></Show>
        </div>
    }
}

/// One number that leads to its list.
#[component]
fn Figure(
    /// What it counts.
    #[prop(into)]
    word: Signal<String>,
    /// The number, once it is there.
    #[prop(into)]
    count: Signal<Option<u64>>,
    /// The list.
    href: String,
    /// Whether any at all wants attention.
    #[prop(optional)]
    attention: bool,
) -> impl IntoView {
    let tone = move || match count.get() {
        Some(1..) if attention => Tone::Attention.slug(),
        _ => Tone::Neutral.slug(),
    };
    let number = move || match count.get() {
        Some(count) => grouped(count).into_any(),
        None => view! { <span class="skeleton-line" aria-hidden="true"></span> }.into_any(),
    };
    view! {
        <li>
            <a class="figure card" href=href data-tone=tone>
                <span class="figure-number">{number}</span>
                <span class="figure-word">{move || word.get()}</span>
            </a>
        </li>
    }
}

#[component]
fn UserFigures(numbers: Loaded<Dashboard>) -> impl IntoView {
    let t = words(DashboardWords);
    let users = users_of(numbers);
    let expiring = UserView {
        expiring: Some(EXPIRING_DAYS),
        ..UserView::default()
    };
    view! {
        <Figure
            word=move || t().expiring() href=expiring.address()
            count=Signal::derive(move || users.get().map(|users| users.expiring))
        />
        <Figure
            word=move || t().invited() href=of_status(AccountStatus::Invited)
            count=Signal::derive(move || users.get().map(|users| users.status.invited))
        />
    }
}

#[component]
fn MailFigure(numbers: Loaded<Dashboard>) -> impl IntoView {
    let t = words(DashboardWords);
    let mails = Memo::new(move |_| numbers.with(|numbers| numbers?.mails));
    let failed = MailView {
        state: Some(MailState::Failed),
        ..MailView::default()
    };
    view! {
        <Figure
            word=move || t().mails_failed() href=failed.address() attention=true
            count=Signal::derive(move || mails.get().map(|mails| mails.failed))
        />
    }
}

/// Users by status and by how they stand with the second factor.
#[component]
fn Users(numbers: Loaded<Dashboard>) -> impl IntoView {
    let (t, language) = (words(DashboardWords), use_language());
    let users = users_of(numbers);
    let statuses = move || {
        let counts = users.get().unwrap_or_default().status;
        let share = |status: AccountStatus, count: u64| Share {
            label: status.words(language.get()).to_owned(),
            count,
            href: of_status(status),
            tone: status_tone(status),
        };
        vec![
            share(AccountStatus::Active, counts.active),
            share(AccountStatus::Invited, counts.invited),
            share(AccountStatus::Disabled, counts.disabled),
            share(AccountStatus::Expired, counts.expired),
        ]
    };
    let states = move || {
        let counts = users.get().unwrap_or_default().two_factor;
        let share = |state: TwoFactorState, count: u64| Share {
            label: state.words(language.get()).to_owned(),
            count,
            href: UserView {
                two_factor: Some(state),
                ..UserView::default()
            }
            .address(),
            tone: two_factor_tone(state),
        };
        vec![
            share(TwoFactorState::On, counts.on),
            share(TwoFactorState::ToSetUp, counts.to_set_up),
            share(TwoFactorState::Off, counts.off),
        ]
    };
    let is_here = move || users.with(Option::is_some);
    view! {
        <Section id="by-status" title=move || t().by_status()>
            <Show when=is_here fallback=|| view! { <ShareWaiting rows=4/> }>
                <ShareBar
                    id="statuses" name=move || t().by_status() what=move || t().status() unit=move || t().users()
                    shares=Signal::derive(statuses)
                />
            </Show>
        </Section>
        <Section id="by-two-factor" title=move || t().two_factor()>
            <Show when=is_here fallback=|| view! { <ShareWaiting rows=3/> }>
                <ShareBar
                    id="second-factors" name=move || t().two_factor() what=move || t().state() unit=move || t().users()
                    shares=Signal::derive(states)
                />
            </Show>
        </Section>
    }
}

/// How often people signed in, day by day.
#[component]
fn SignIns(numbers: Loaded<Dashboard>) -> impl IntoView {
    let (t, language) = (words(DashboardWords), use_language());
    let days = Memo::new(move |_| numbers.with(|numbers| numbers?.sign_ins.clone()));
    let series = move || {
        let first = days.with(|days| Some(days.as_ref()?.first()?.day.clone()));
        let first = first.unwrap_or_default();
        let one = |label: &str, tone, action| Series {
            label: label.to_owned(),
            tone,
            href: of_days(action, &first, ""),
        };
        [
            one(t().signed_in(), Tone::Info, AuditAction::SignedIn),
            one(t().failed(), Tone::Attention, AuditAction::SignInFailed),
        ]
    };
    let period = move |day: SignInDay| {
        let begins_at = day.begins_at.to_string();
        let label = format_moment(&begins_at, DateStyle::Date, language.get(), None);
        let tick = day.day.rsplit('-').next().unwrap_or_default();
        Period {
            tick: tick.trim_start_matches('0').to_owned(),
            label: label.unwrap_or_else(|| day.day.clone()),
            counts: [
                (AuditAction::SignedIn, day.signed_in),
                (AuditAction::SignInFailed, day.failed),
            ]
            .map(|(action, count)| (count, of_days(action, &day.day, &day.day))),
        }
    };
    let periods = move || {
        let days = days.get().unwrap_or_default();
        days.into_iter().map(period).collect::<Vec<_>>()
    };
    view! {
        <Section id="sign-ins" title=move || t().sign_ins()>
            <Show when=move || days.with(Option::is_some) fallback=|| view! { <ColumnsWaiting/> }>
                <ColumnChart
                    id="sign-ins-by-day" name=move || t().sign_ins() what=move || t().day()
                    series=Signal::derive(series) periods=Signal::derive(periods)
                />
            </Show>
        </Section>
    }
}

fn users_of(numbers: Loaded<Dashboard>) -> Memo<Option<UserCounts>> {
    Memo::new(move |_| numbers.with(|numbers| numbers?.users))
}

/// The list of users of this status.
fn of_status(status: AccountStatus) -> String {
    UserView {
        status: Some(status),
        ..UserView::default()
    }
    .address()
}

/// The events of this action from one day to another; to today without the second.
fn of_days(action: AuditAction, from: &str, until: &str) -> String {
    AuditView {
        action: Some(action),
        from: from.to_owned(),
        until: until.to_owned(),
        ..AuditView::default()
    }
    .page_address()
}

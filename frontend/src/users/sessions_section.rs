//! User Detail, Sessions: where the user is signed in, and how to end it.

use app::{
    UserId,
    roles::{Channel, Permission},
    sessions::{
        Session,
        api::{end_session, end_sessions, list_sessions},
    },
    users::User,
};
use leptos::{prelude::*, task::spawn_local};

use super::{device::device_name, oneself::is_oneself};
use crate::i18n::{CommonWords, TokenWords, UserWords, use_language, words};
use crate::session::use_session;
use crate::ui::{
    Attempt, Button, ButtonKind, Cell, Column, ConfirmDialog, DateStyle, DateTime, IconName,
    LoadFailed, Loaded, Pill, Row, RowActions, Section, Skeleton, Table, Tone, use_toaster,
};

/// The section Sessions.
#[component]
pub(super) fn SessionsSection(
    id: UserId,
    user: Loaded<User>,
    /// Counts what may have ended sessions.
    round: RwSignal<u32>,
    /// Told that something has changed.
    on_changed: Callback<Option<User>>,
) -> impl IntoView {
    let (t, language) = (words(UserWords), use_language());
    let session = use_session();
    let toaster = use_toaster();
    let sessions = Loaded::new(
        move || Some((round.get(), id)),
        move |(_, id)| session.ask(list_sessions(id)),
    );
    let (asking, attempt) = (RwSignal::new(false), Attempt::default());
    let may_end = move || {
        is_oneself(session, id) && !session.is_acting()
            || session.may(Permission::SessionsEnd)
                && user.with(|user| user.is_some_and(|user| user.may_act_on))
    };
    let end_all = move || {
        attempt.make(session.ask(end_sessions(id)), move |count| {
            asking.try_set(false);
            toaster.say(Tone::Good, t().sessions_ended(count));
            on_changed.run(None);
        });
    };
    let end_one = Callback::new(move |one: Session| {
        spawn_local(async move {
            match session.ask(end_session(id, one.id)).await {
                Ok(()) => {
                    toaster.say(Tone::Good, t().session_ended());
                    on_changed.run(None);
                }
                Err(refusal) => toaster.say(Tone::Danger, refusal.words(language.get_untracked())),
            }
        });
    });
    let some =
        move || sessions.with(|sessions| sessions.is_some_and(|sessions| !sessions.is_empty()));
    let none = move || sessions.with(|sessions| sessions.is_some_and(Vec::is_empty));
    let login_id =
        move || user.with(|user| user.map(|user| user.login_id.clone()).unwrap_or_default());
    let actions = move || {
        view! {
            <Show when=move || some() && may_end()>
                <Button on_click=move || asking.set(true)>{move || t().end_all()}</Button>
            </Show>
        }
    };
    view! {
        <Section id="sessions" title=move || t().sessions() actions>
            <LoadFailed refusal=sessions.refusal() on_retry=move || sessions.again()/>
            <Show when=move || !sessions.is_here() && sessions.busy().get()><Skeleton lines=2/></Show>
            <Show when=none><p class="nothing">{move || t().no_sessions()}</p></Show>
            <Show when=some><SessionTable sessions may_end=Signal::derive(may_end) on_end=end_one/></Show>
        </Section>
        <ConfirmDialog
            open=asking
            title=Signal::derive(move || t().end_all_of(&login_id()))
            confirm=move || t().end_all()
            on_confirm=end_all
            busy=attempt.busy()
            error=attempt.error()
        >
            <p>{move || t().end_all_text()}</p>
        </ConfirmDialog>
    }
}

/// The sessions of one user, each to be ended.
#[component]
pub fn SessionTable(
    /// The sessions.
    sessions: Loaded<Vec<Session>>,
    /// Whether the reader may end others than their own.
    may_end: Signal<bool>,
    /// Ends one.
    on_end: Callback<Session>,
) -> impl IntoView {
    let (t, c, k) = (words(UserWords), words(CommonWords), words(TokenWords));
    let columns = move || {
        vec![
            Column::new("device", t().device()),
            Column::new("address", t().address()),
            Column::new("began", t().began()),
            Column::new("used", t().last_used()),
            Column::new("ends", k().ends()),
            Column::new("actions", c().actions()).silent(),
        ]
    };
    let line = move |one: Session| {
        let device = device_name(&one.user_agent);
        let (name, title, current) = (device.clone(), one.user_agent.clone(), one.current);
        let (began, used, address) = (
            one.created_at.to_string(),
            one.last_seen_at.to_string(),
            one.address.clone(),
        );
        let channel = match one.channel {
            Channel::Web => None,
            Channel::App => Some(k().channel_app()),
            Channel::Api => Some(k().channel_api()),
        };
        let end = match one.expires_at {
            Some(at) => {
                view! { <DateTime at=at.to_string() style=DateStyle::Relative/> }.into_any()
            }
            None => view! { <span class="nothing">{move || k().no_end()}</span> }.into_any(),
        };
        let one = StoredValue::new(one);
        view! {
            <Row>
                <Cell head=true label=move || t().device()>
                    <span title=title>{device}</span>
                    {channel.map(|channel| view! { " "<Pill>{channel}</Pill> })}
                    {current.then(|| view! { " "<Pill tone=Tone::Info>{move || t().this_session()}</Pill> })}
                </Cell>
                <Cell label=move || t().address()><span class="mono">{address}</span></Cell>
                <Cell label=move || t().began()><DateTime at=began/></Cell>
                <Cell label=move || t().last_used()><DateTime at=used style=DateStyle::Relative/></Cell>
                <Cell label=move || k().ends()>{end}</Cell>
                <RowActions>
                    <Show when=move || may_end.get() && !current>
                        <Button
                            kind=ButtonKind::Quiet icon=IconName::SignOut icon_only=true
                            name={
                                let name = name.clone();
                                move || t().end_session_of(&name)
                            }
                            on_click=move || on_end.run(one.get_value())
                        />
                    </Show>
                </RowActions>
            </Row>
        }
    };
    view! {
        <Table caption=move || t().sessions() columns=Signal::derive(columns) busy=sessions.busy()>
            {move || sessions.get().unwrap_or_default().into_iter().map(line).collect_view()}
        </Table>
    }
}

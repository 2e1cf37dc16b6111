//! The Mail page: what was written, how far it has come, what the mail server said, and Send again.

use app::{
    Page,
    mail::{
        Mail, MailState,
        api::{list_mails, send_again},
    },
    roles::Permission,
};
use leptos::{prelude::*, task::spawn_local};

use super::view::MailView;
use crate::i18n::{CommonWords, MailWords, use_language, words};
use crate::session::use_session;
use crate::shell::PageTitle;
use crate::ui::{
    Breakable, Button, Cell, Choice, Column, DateStyle, DateTime, EmptyState, FilterBar,
    FilterSelect, IconName, Listing, Loaded, NothingMatches, Paging, Pill, Row, SearchField,
    SkeletonRows, Table, Tone, use_address, use_toaster,
};

/// The page Mail.
#[component]
pub fn MailPage() -> impl IntoView {
    let (t, language) = (words(MailWords), use_language());
    let session = use_session();
    let address = use_address();
    let view = Memo::new(move |_| address.query.with(|query| MailView::read(query)));
    let on_go = Callback::new(move |next: MailView| address.go(next.write()));
    let mails = Loaded::new(
        move || Some(view.with(MailView::question)),
        move |query| session.ask(list_mails(query)),
    );
    let top = move || view.with_untracked(|view| view.paging.at_the_top());
    let clear = move || {
        on_go.run(MailView {
            paging: top(),
            ..MailView::default()
        })
    };
    let states = move || {
        MailState::ALL
            .map(|state| Choice::new(state.code(), state.words(language.get())))
            .to_vec()
    };
    let empty = move || {
        if view.with(MailView::is_filtered) {
            view! { <NothingMatches title=move || t().nothing_matches() on_clear=clear/> }
                .into_any()
        } else {
            view! { <EmptyState title=move || t().none_yet() icon=IconName::Mail/> }.into_any()
        }
    };
    view! {
        <PageTitle title=move || t().mail()/>
        <FilterBar>
            <SearchField
                label=move || t().search()
                value=Signal::derive(move || view.with(|view| view.search.clone()))
                on_search=move |search: String| address.replace(MailView { search, paging: top(), ..view.get_untracked() }.write())
            />
            <FilterSelect
                label=move || t().state()
                value=move || view.with(|view| view.state.map(MailState::code).unwrap_or_default().to_owned())
                choices=Signal::derive(states)
                on_change=move |code: String| on_go.run(MailView {
                    state: MailState::from_code(&code),
                    paging: top(),
                    ..view.get_untracked()
                })
            />
            <div class="filter-end">
                <Button icon=IconName::Refresh busy=mails.busy() on_click=move || mails.again()>{move || t().refresh()}</Button>
            </div>
        </FilterBar>
        <Listing
            page=mails
            paging=Signal::derive(move || view.with(|view| view.paging.clone()))
            on_go=move |paging: Paging| on_go.run(MailView { paging, ..view.get_untracked() })
            empty
        >
            <MailTable mails/>
        </Listing>
    }
}

#[component]
fn MailTable(mails: Loaded<Page<Mail>>) -> impl IntoView {
    let t = words(MailWords);
    let columns = move || {
        vec![
            Column::new("to", t().to()),
            Column::new("kind", t().kind()),
            Column::new("state", t().state()),
            Column::new("written", t().written()),
            Column::new("attempts", t().attempts()).numeric(),
            Column::new("next", t().next_attempt()),
            Column::new("send", t().send_again()).silent(),
        ]
    };
    let rows = move || mails.with(|page| page.map(|page| page.items.clone()).unwrap_or_default());
    // Where one mail has changed, its row is put in place without asking for the whole list.
    let changed = Callback::new(move |mail: Mail| {
        if let Some(mut page) = mails.get_untracked() {
            if let Some(own) = page.items.iter_mut().find(|own| own.id == mail.id) {
                *own = mail;
            }
            mails.put(page);
        }
    });
    view! {
        <div class="mail-table">
            <Table caption=move || t().mail() columns=Signal::derive(columns) busy=mails.busy()>
                <Show when=move || !mails.is_here()>
                    <SkeletonRows rows=20 columns=7/>
                </Show>
                <For each=rows key=|mail| (mail.id, mail.state, mail.attempts, mail.next_attempt_at) let:mail>
                    <MailLine mail on_changed=changed/>
                </For>
            </Table>
        </div>
    }
}

fn tone(state: MailState) -> Tone {
    match state {
        MailState::Sent => Tone::Good,
        MailState::Queued => Tone::Info,
        MailState::Failed => Tone::Danger,
        MailState::Dropped => Tone::Neutral,
    }
}

#[component]
fn MailLine(mail: Mail, on_changed: Callback<Mail>) -> impl IntoView {
    let (t, c, language) = (words(MailWords), words(CommonWords), use_language());
    let Mail {
        id,
        kind,
        to,
        user,
        state,
        attempts,
        last_error,
        created_at,
        next_attempt_at,
        sent_at,
    } = mail;
    let may_send = matches!(state, MailState::Failed | MailState::Queued);
    let address = match user {
        Some(user) => {
            view! { <a href=format!("/admin/users/{user}")><Breakable text=to.clone()/></a> }
                .into_any()
        }
        None => view! { <Breakable text=to.clone()/> }.into_any(),
    };
    let next = match (next_attempt_at, sent_at) {
        (Some(at), _) => {
            view! { <DateTime at=at.to_string() style=DateStyle::Relative/> }.into_any()
        }
        _ => view! { <span class="nothing">"–"</span> }.into_any(),
    };
    view! {
        <Row id=format!("mail-{id}")>
            <Cell head=true label=move || t().to()>{address}</Cell>
            <Cell label=move || t().kind()>
                {move || kind.words(language.get())}
                {last_error.map(|error| view! {
                    <p class="mail-error"><span class="visually-hidden">{move || t().says()}{move || c().colon()}</span>{error}</p>
                })}
            </Cell>
            <Cell label=move || t().state()>
                <span title=sent_at.map(|at| at.to_string())>
                    <Pill tone=tone(state)>{move || state.words(language.get())}</Pill>
                </span>
            </Cell>
            <Cell label=move || t().written()><DateTime at=created_at.to_string()/></Cell>
            <Cell numeric=true label=move || t().attempts()>{attempts}</Cell>
            <Cell label=move || t().next_attempt()>{next}</Cell>
            <Cell>{may_send.then(|| view! { <SendAgain id to on_changed/> })}</Cell>
        </Row>
    }
}

#[component]
fn SendAgain(id: app::MailId, to: String, on_changed: Callback<Mail>) -> impl IntoView {
    let t = words(MailWords);
    let session = use_session();
    let toaster = use_toaster();
    let busy = RwSignal::new(false);
    let send = move || {
        busy.set(true);
        spawn_local(async move {
            match session.ask(send_again(id)).await {
                Ok(mail) => {
                    toaster.say(Tone::Good, t().queued_again(&mail.to));
                    on_changed.run(mail);
                }
                Err(refusal) => toaster.say(Tone::Danger, refusal.words(t().0)),
            }
            busy.try_set(false);
        });
    };
    view! {
        <Show when=move || session.may(Permission::MailSend)>
            <Button
                icon=IconName::Send busy on_click=send
                name={
                    let to = to.clone();
                    move || t().send_again_to(&to)
                }
            >
                {move || t().send_again()}
            </Button>
        </Show>
    }
}

//! The tokens of a user, in a table: what each may do, since when, used when and from where, until when.

use app::{
    roles::Permission,
    tokens::{Token, TokenKind},
};
use leptos::prelude::*;

use crate::i18n::{CommonWords, IssuedTokenWords, use_language, words};
use crate::ui::{
    Button, ButtonKind, Cell, Column, DateStyle, DateTime, IconName, Loaded, Pill, Row, RowActions,
    Table, Tone, day,
};

/// With so many seconds left or fewer, an end is pointed out.
const SOON: i64 = 7 * 24 * 60 * 60;
/// So many permissions are named in a row; more are counted, and named when they are asked for.
const NAMED: usize = 2;

/// The tokens of one user.
#[component]
pub(super) fn TokenTable(
    /// The tokens.
    tokens: Loaded<Vec<Token>>,
    /// Whether the reader may delete them, and replace secrets where that is offered.
    #[prop(into)]
    may_change: Signal<bool>,
    /// Deletes one.
    #[prop(into)]
    on_delete: Callback<Token>,
    /// Replaces the secret of one, where the reader may.
    #[prop(optional, into)]
    on_replace: Option<Callback<Token>>,
) -> impl IntoView {
    let (t, c) = (words(IssuedTokenWords), words(CommonWords));
    let columns = move || {
        vec![
            Column::new("name", t().name()),
            Column::new("permissions", t().permissions()),
            Column::new("created", t().created()),
            Column::new("used", t().used()),
            Column::new("ends", t().ends()),
            Column::new("actions", c().actions()).silent(),
        ]
    };
    let rows = move || tokens.get().unwrap_or_default();
    view! {
        <Table caption=move || t().tokens() columns=Signal::derive(columns) busy=tokens.busy()>
            <For each=rows key=|token| (token.id, token.hint.clone(), token.last_used_at) let:token>
                <TokenRow token may_change on_delete on_replace/>
            </For>
        </Table>
    }
}

#[component]
fn TokenRow(
    token: Token,
    may_change: Signal<bool>,
    on_delete: Callback<Token>,
    on_replace: Option<Callback<Token>>,
) -> impl IntoView {
    let t = words(IssuedTokenWords);
    let (used, from) = (token.last_used_at, token.last_used_from.clone());
    let (permissions, created) = (token.permissions.clone(), token.created_at.to_string());
    let expires_at = token.expires_at;
    let token = StoredValue::new(token);
    let name = move || token.with_value(|token| token.name.clone());
    let replace = move |on_replace: Callback<Token>| {
        view! {
            <Button
                kind=ButtonKind::Quiet icon=IconName::Refresh icon_only=true
                name=Signal::derive(move || t().replace_of(&name()))
                on_click=move || on_replace.run(token.get_value())
            />
        }
    };
    view! {
        <Row>
            <Cell head=true label=move || t().name()><TokenName token/></Cell>
            <Cell label=move || t().permissions()><PermissionNames permissions/></Cell>
            <Cell label=move || t().created()><DateTime at=created style=DateStyle::Date/></Cell>
            <Cell label=move || t().used()>
                {match used {
                    Some(at) => view! { <DateTime at=at.to_string() style=DateStyle::Relative/> }.into_any(),
                    None => view! { <span class="nothing">{move || t().never_used()}</span> }.into_any(),
                }}
                {from.map(|from| view! {
                    <span class="token-note">{move || t().from(&from)}</span>
                })}
            </Cell>
            <Cell label=move || t().ends()>
                {match expires_at {
                    Some(at) => view! { <DateTime at=at.to_string() style=DateStyle::Date/> }.into_any(),
                    None => view! { <span class="nothing">{move || t().no_end()}</span> }.into_any(),
                }}
            </Cell>
            <RowActions>
                <Show when=move || may_change.get()>
                    {on_replace.map(replace)}
                    <Button
                        kind=ButtonKind::Quiet icon=IconName::Trash icon_only=true
                        name=Signal::derive(move || t().delete_of(&name()))
                        on_click=move || on_delete.run(token.get_value())
                    />
                </Show>
            </RowActions>
        </Row>
    }
}

/// What it is called, how it stands, and how to know its secret when one is found.
#[component]
fn TokenName(token: StoredValue<Token>) -> impl IntoView {
    let t = words(IssuedTokenWords);
    let Token {
        name,
        hint,
        kind,
        rotates,
        expires_at,
        earlier_good_until: earlier,
        trusted_addresses,
        ..
    } = token.get_value();
    let left = expires_at.map(|at| at.seconds() - day::now().seconds());
    let state = match left {
        Some(..=0) => Some((Tone::Danger, t().ended())),
        Some(..=SOON) => Some((Tone::Attention, t().ends_soon())),
        _ => None,
    };
    let marks = [
        (kind == TokenKind::Api).then_some((Tone::Neutral, "API")),
        rotates.then_some((Tone::Neutral, t().rotates())),
        state,
    ];
    let mark = |(tone, word): (Tone, &'static str)| view! { " "<Pill tone>{word}</Pill> };
    let addresses = (!trusted_addresses.is_empty()).then(|| trusted_addresses.to_string());
    view! {
        <span class="token-name">{name}</span>
        {marks.into_iter().flatten().map(mark).collect_view()}
        <span class="token-note mono">{hint}"…"</span>
        {addresses.map(|addresses| view! {
            <span class="token-note">{move || t().only_from(&addresses.replace(',', ", "))}</span>
        })}
        {earlier.map(|until| view! {
            <span class="token-note">{move || t().earlier_until()}" "<DateTime at=until.to_string()/></span>
        })}
    }
}

/// The permissions of a token: named where they are few, else counted and named when they are asked for.
#[component]
fn PermissionNames(permissions: Option<Vec<Permission>>) -> impl IntoView {
    let (t, language) = (words(IssuedTokenWords), use_language());
    let Some(permissions) = permissions else {
        return view! { <span>{move || t().everything()}</span> }.into_any();
    };
    let count = permissions.len();
    let names = move || {
        let name = |permission: &Permission| {
            let name = permission.words(language.get());
            view! { <li>{name}</li> }
        };
        permissions.iter().map(name).collect_view()
    };
    match count {
        0 => view! { <span class="nothing">{move || t().no_permission()}</span> }.into_any(),
        1..=NAMED => view! { <ul class="token-permissions">{names}</ul> }.into_any(),
        _ => view! {
            <details class="token-details">
                <summary>{move || t().count(count as u64)}</summary>
                <ul class="token-permissions">{names}</ul>
            </details>
        }
        .into_any(),
    }
}

//! What wants attention about one's own account: a line for each, with the one action that mends it.

use app::{
    Timestamp,
    account::{ACCOUNT, CHANGE_PASSWORD},
    home::{Attention, api::get_attention},
};
use leptos::prelude::*;

use crate::i18n::{AccountWords, AttentionWords, ProfileWords, use_language, words};
use crate::session::use_session;
use crate::tokens::TOKENS;
use crate::ui::{
    DateStyle, Icon, IconName, LinkButton, LoadFailed, Loaded, day, format_moment, reader_zone,
};

/// The lines; nothing where there is nothing to say.
#[component]
pub(super) fn AttentionList() -> impl IntoView {
    let t = words(AttentionWords);
    let session = use_session();
    let attention = Loaded::new(|| Some(()), move |()| session.ask(get_attention()));
    let lines = Memo::new(move |_| attention.get().unwrap_or_default());
    view! {
        <LoadFailed refusal=attention.refusal() on_retry=move || attention.again()/>
        <Show when=move || lines.with(|lines| !lines.is_empty())>
            <section class="attention card" aria-labelledby="attention-title">
                <h2 class="attention-title" id="attention-title">{move || t().title()}</h2>
                <ul>{move || lines.get().into_iter().map(|about| view! { <Line about/> }).collect_view()}</ul>
            </section>
        </Show>
    }
}

#[component]
fn Line(about: Attention) -> impl IntoView {
    let t = words(AttentionWords);
    let (account, profile, language) = (words(AccountWords), words(ProfileWords), use_language());
    let shown = move |at: Timestamp, style: DateStyle| {
        let zone = reader_zone();
        format_moment(&at.to_string(), style, language.get(), Some(&zone)).unwrap_or_default()
    };
    let moment = move |at: Timestamp| shown(at, DateStyle::DateTime);
    let line = match about {
        Attention::NewDevice {
            at,
            device,
            address,
        } => drawn(
            IconName::Screen,
            move || match &device {
                Some(device) => t().new_device_named(device),
                None => t().new_device().to_owned(),
            },
            move || t().new_device_about(&moment(at), &address),
            Some((here("sessions"), move || t().see_sessions())),
        )
        .into_any(),
        Attention::AccountEnds { at } => drawn(
            IconName::Calendar,
            // What ends with a day is told by that day, not by the midnight after it.
            move || t().account_ends(&shown(day::just_before(at), DateStyle::Date)),
            move || t().account_ends_about().to_owned(),
            None::<(String, fn() -> &'static str)>,
        )
        .into_any(),
        Attention::PasswordEnds { at, over } => drawn(
            IconName::Lock,
            move || match over {
                true => t().password_over().to_owned(),
                false => t().password_ends(&moment(at)),
            },
            move || match over {
                true => t().password_over_about().to_owned(),
                false => t().password_ends_about().to_owned(),
            },
            Some((CHANGE_PASSWORD.to_owned(), move || t().change_password())),
        )
        .into_any(),
        Attention::RecoveryCodesLow { left } => drawn(
            IconName::Shield,
            move || account().codes_left(left),
            move || t().codes_about().to_owned(),
            Some((here("security"), move || t().new_codes())),
        )
        .into_any(),
        Attention::TokensEnd { tokens, first, at } => {
            let name = first.clone();
            drawn(
                IconName::Key,
                move || match tokens {
                    1 => t().token_ends(&name, &moment(at)),
                    more => t().tokens_end(more),
                },
                move || match tokens {
                    1 => t().token_ends_about().to_owned(),
                    _ => t().tokens_end_about(&first, &moment(at)),
                },
                Some((TOKENS.to_owned(), move || t().see_tokens())),
            )
            .into_any()
        }
        Attention::EmailPending {
            email,
            expires_at,
            expired,
        } => drawn(
            IconName::Mail,
            move || profile().pending_title(&email),
            move || match expired {
                true => profile().pending_over().to_owned(),
                false => t().email_until(&moment(expires_at)),
            },
            Some((here("profile"), move || profile().title())),
        )
        .into_any(),
    };
    view! { <li class="attention-line">{line}</li> }
}

/// A section of Account management.
fn here(section: &str) -> String {
    format!("{ACCOUNT}#{section}")
}

/// What is the matter, what that means, and where it is mended.
fn drawn(
    icon: IconName,
    matter: impl Fn() -> String + Send + 'static,
    meaning: impl Fn() -> String + Send + 'static,
    action: Option<(String, impl Fn() -> &'static str + Send + 'static)>,
) -> impl IntoView {
    let action = action.map(|(href, verb)| view! { <LinkButton href=href>{verb}</LinkButton> });
    view! {
        <Icon name=icon/>
        <div class="attention-text">
            <p class="attention-matter">{matter}</p>
            <p class="attention-meaning">{meaning}</p>
        </div>
        {action}
    }
}

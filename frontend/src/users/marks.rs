//! How a user's states look: the colour of each status, and the expiry that is near.

use app::{
    Timestamp,
    users::{AccountStatus, TwoFactorState},
};
use js_sys::Date;
use leptos::prelude::*;

use crate::i18n::{UserWords, use_language, words};
use crate::ui::{DateStyle, DateTime, Pill, Tone, day};

/// Within so many seconds an expiry is told in days and stands out: 30 days.
const SOON: i64 = 30 * 86_400;

/// Whether somebody can sign in, as a pill.
#[component]
pub(super) fn StatusPill(status: AccountStatus) -> impl IntoView {
    let language = use_language();
    view! { <Pill tone=status_tone(status)>{move || status.words(language.get())}</Pill> }
}

/// What a status means to the reader.
pub fn status_tone(status: AccountStatus) -> Tone {
    match status {
        AccountStatus::Active => Tone::Good,
        AccountStatus::Invited => Tone::Info,
        AccountStatus::Expired => Tone::Attention,
        AccountStatus::Deleted => Tone::Danger,
        AccountStatus::Disabled => Tone::Neutral,
    }
}

/// How somebody stands with the second factor, as a pill.
#[component]
pub(super) fn TwoFactorPill(state: TwoFactorState) -> impl IntoView {
    let language = use_language();
    view! { <Pill tone=two_factor_tone(state)>{move || state.words(language.get())}</Pill> }
}

/// What a state of the second factor means to the reader.
pub fn two_factor_tone(state: TwoFactorState) -> Tone {
    match state {
        TwoFactorState::On => Tone::Good,
        TwoFactorState::ToSetUp => Tone::Attention,
        TwoFactorState::Off => Tone::Neutral,
    }
}

/// When an account ends: in days when that is soon, else the day; a dash for never.
#[component]
pub(super) fn Expiry(at: Option<Timestamp>) -> impl IntoView {
    let Some(at) = at else {
        return view! { <span class="nothing">"–"</span> }.into_any();
    };
    let left = at.seconds() - (Date::now() / 1000.0) as i64;
    let soon = (0..SOON).contains(&left);
    let style = if soon {
        DateStyle::Relative
    } else {
        DateStyle::Date
    };
    // What ends with a day is told by that day, not by the midnight after it.
    let at = if soon { at } else { day::just_before(at) };
    view! { <span class:expiring-soon=soon><DateTime at=at.to_string() style/></span> }.into_any()
}

/// When somebody last signed in, or that they never did.
#[component]
pub(super) fn LastSignIn(at: Option<Timestamp>) -> impl IntoView {
    let t = words(UserWords);
    match at {
        Some(at) => view! { <DateTime at=at.to_string() style=DateStyle::Relative/> }.into_any(),
        None => view! { <span class="nothing">{move || t().never()}</span> }.into_any(),
    }
}

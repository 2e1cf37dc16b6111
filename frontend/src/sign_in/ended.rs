//! Why one is at the sign-in page again: the session has ended, and what is known about it.

use app::sessions::{Ending, NewerSignIn, device_in_words};
use leptos::prelude::*;

use crate::i18n::{SignInWords, use_language, words};
use crate::ui::{Alert, DateTime, DescriptionList, DescriptionRow, Tone, use_toaster};

/// The reason, above the form. The focus goes to the form, so it is spoken from elsewhere.
#[component]
pub(super) fn Ended(
    /// Why; nothing is known where the session is simply not there any more.
    ending: Option<Ending>,
) -> impl IntoView {
    let (t, language) = (words(SignInWords), use_language());
    let ending = StoredValue::new(ending);
    let reason = move || {
        ending.with_value(|ending| match ending {
            Some(ending) => ending.reason(language.get()),
            None => t().session_ended(),
        })
    };
    use_toaster().announce(untrack(|| t().signed_out_because(reason())));
    let newer = ending.with_value(|ending| match ending {
        Some(Ending::Replaced(newer)) => Some(newer.clone()),
        _ => None,
    });
    view! {
        <Alert tone=Tone::Attention title=Signal::derive(move || t().signed_out().to_owned())>
            <p>{reason}</p>
            {newer.map(|newer| view! { <Newer newer/> })}
        </Alert>
    }
}

/// When and from where the newer sign-in was.
#[component]
fn Newer(newer: NewerSignIn) -> impl IntoView {
    let (t, language) = (words(SignInWords), use_language());
    let device = move || device_in_words(&newer.user_agent, language.get());
    view! {
        <div class="ended-by">
            <DescriptionList>
                <DescriptionRow label=move || t().newer_at()><DateTime at=newer.at.to_string()/></DescriptionRow>
                <DescriptionRow label=move || t().newer_from()><span class="mono">{newer.address}</span></DescriptionRow>
                <DescriptionRow label=move || t().newer_device()>{device}</DescriptionRow>
            </DescriptionList>
            <p>{move || t().newer_not_you()}</p>
        </div>
    }
}

//! Account security: by what one signs in, and how to change it.

use app::account::{AccountSecurity, OwnPassword, api::get_account_security};
use leptos::prelude::*;

use super::{password_dialog::PasswordDialog, two_factor::TwoFactor};
use crate::i18n::{AccountWords, words};
use crate::session::use_session;
use crate::ui::{
    Button, DateTime, DescriptionList, DescriptionRow, IconName, LoadFailed, Loaded, Section,
    Skeleton, browser, use_address,
};

/// The section Account security.
#[component]
pub(super) fn SecuritySection(
    /// Counts what may have changed.
    round: RwSignal<u32>,
) -> impl IntoView {
    let t = words(AccountWords);
    let session = use_session();
    let security = Loaded::new(
        move || Some(round.get()),
        move |_| session.ask(get_account_security()),
    );
    // Only what has changed is drawn anew. The button that was pressed is gone with it, and the keys go on from the heading.
    let seen = Memo::new(move |_| security.get());
    Effect::new(move |before: Option<bool>| {
        let here = seen.with(Option::is_some);
        match before {
            Some(true) if here => {
                request_animation_frame(|| browser::focus_if_lost("security-title"));
            }
            _ if here => request_animation_frame(browser::show_named),
            _ => {}
        }
        here
    });
    view! {
        <Section id="security" title=move || t().security()>
            <LoadFailed refusal=security.refusal() on_retry=move || security.again()/>
            <Show when=move || !security.is_here() && security.busy().get()><Skeleton lines=4/></Show>
            {move || seen.get().map(|security| view! { <SigningIn security round/> })}
        </Section>
    }
}

#[component]
fn SigningIn(security: AccountSecurity, round: RwSignal<u32>) -> impl IntoView {
    let t = words(AccountWords);
    let AccountSecurity {
        password,
        second_factor,
    } = security;
    view! {
        <h3 class="account-part">{move || t().signing_in()}</h3>
        <DescriptionList>
            <DescriptionRow label=move || t().basic()>
                {match password {
                    Some(password) => view! { <Password password round/> }.into_any(),
                    None => view! { <span class="nothing">{move || t().no_password()}</span> }.into_any(),
                }}
            </DescriptionRow>
            <DescriptionRow label=move || t().two_factor()><TwoFactor second_factor round/></DescriptionRow>
        </DescriptionList>
    }
}

/// Since when the password is as it is, and its change.
#[component]
fn Password(password: OwnPassword, round: RwSignal<u32>) -> impl IntoView {
    let t = words(AccountWords);
    let session = use_session();
    let open = RwSignal::new(false);
    use_address().opens(
        "update",
        "password",
        move || open.get(),
        move || open.set(!session.is_acting()),
    );
    view! {
        <div class="account-line">
            <span>{move || t().password_set()}" "<DateTime at=password.set_at.to_string()/></span>
            <Show when=move || !session.is_acting()>
                <Button icon=IconName::Key name=move || t().update_password() on_click=move || open.set(true)>
                    {move || t().update()}
                </Button>
            </Show>
        </div>
        <PasswordDialog open min_length=password.min_length round/>
    }
}

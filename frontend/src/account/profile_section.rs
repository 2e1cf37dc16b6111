//! Edit account: what one says of oneself, and the address that waits to be confirmed.

use app::{
    Refusal,
    account::{
        Profile,
        api::{cancel_email_change, get_profile, send_email_link_again},
    },
    users::PendingEmail,
};
use leptos::{prelude::*, task::spawn_local};

use super::{email_dialog::EmailDialog, profile_dialog::ProfileDialog};
use crate::i18n::{ProfileWords, full_name, use_language, words};
use crate::session::use_session;
use crate::ui::{
    Alert, Button, DateTime, DescriptionList, DescriptionRow, IconName, LoadFailed, Loaded,
    Section, Skeleton, Tone, browser, use_toaster,
};

/// The section Edit account.
#[component]
pub(super) fn ProfileSection(
    /// Counts what may have changed.
    round: RwSignal<u32>,
) -> impl IntoView {
    let t = words(ProfileWords);
    let session = use_session();
    let profile = Loaded::new(
        move || Some(round.get()),
        move |_| session.ask(get_profile()),
    );
    let (editing, changing) = (RwSignal::new(false), RwSignal::new(false));
    let seen = Memo::new(move |_| profile.get());
    // Whatever else changes about the account counts its version on, and nothing here is drawn anew for that.
    let told = Memo::new(move |_| {
        seen.get().map(|profile| Profile {
            version: 0,
            ..profile
        })
    });
    // The button that was pressed may be gone with what it was about.
    Effect::new(move |before: Option<bool>| {
        let here = told.with(Option::is_some);
        match before {
            Some(true) if here => {
                request_animation_frame(|| browser::focus_if_lost("profile-title"));
            }
            _ if here => request_animation_frame(browser::show_named),
            _ => {}
        }
        here
    });
    let may_change = move || profile.is_here() && !session.is_acting();
    let actions = move || {
        view! {
            <Show when=may_change>
                <Button icon=IconName::Edit on_click=move || editing.set(true)>{move || t().edit()}</Button>
            </Show>
        }
    };
    let saved = move |_| {
        round.try_update(|round| *round += 1);
        // The name stands in the top bar too.
        spawn_local(async move {
            // What is wrong with it, the page around says.
            let _ = session.refresh().await;
        });
    };
    let asked = move |_| {
        round.try_update(|round| *round += 1);
    };
    view! {
        <Section id="profile" title=move || t().title() actions>
            <LoadFailed refusal=profile.refusal() on_retry=move || profile.again()/>
            <Show when=move || !profile.is_here() && profile.busy().get()><Skeleton lines=6/></Show>
            {move || told.get().map(|profile| view! { <Told profile changing round/> })}
        </Section>
        {move || seen.get().map(|profile| view! { <ProfileDialog open=editing profile=profile.clone() on_saved=saved/> })}
        {move || seen.get().map(|profile| view! { <EmailDialog open=changing present=profile.email on_asked=asked/> })}
    }
}

#[component]
fn Told(profile: Profile, changing: RwSignal<bool>, round: RwSignal<u32>) -> impl IntoView {
    let (t, language) = (words(ProfileWords), use_language());
    let session = use_session();
    let (first, last) = (profile.first_name, profile.last_name);
    let said = move |text: String| match text.as_str() {
        "" => view! { <span class="nothing">{move || t().none()}</span> }.into_any(),
        _ => view! { {text} }.into_any(),
    };
    view! {
        <DescriptionList>
            <DescriptionRow label=move || t().user_name()>
                <span class="mono">{profile.login_id}</span>
                <p class="nothing">{move || t().user_name_fixed()}</p>
            </DescriptionRow>
            <DescriptionRow label=move || t().name()>{move || full_name(language.get(), &first, &last)}</DescriptionRow>
            <DescriptionRow label=move || t().email()>
                <div class="account-line">
                    <span class="account-address">{profile.email}</span>
                    <Show when=move || !session.is_acting()>
                        <Button icon=IconName::Mail name=move || t().change_email_name() on_click=move || changing.set(true)>
                            {move || t().change_email()}
                        </Button>
                    </Show>
                </div>
                {profile.pending_email.map(|pending| view! { <Pending pending round/> })}
            </DescriptionRow>
            <DescriptionRow label=move || t().group()>{said(profile.group)}</DescriptionRow>
            <DescriptionRow label=move || t().description()>{said(profile.description)}</DescriptionRow>
        </DescriptionList>
    }
}

/// The address that waits to be confirmed, and what can be done about it.
#[component]
fn Pending(pending: PendingEmail, round: RwSignal<u32>) -> impl IntoView {
    let (t, language) = (words(ProfileWords), use_language());
    let (session, toaster) = (use_session(), use_toaster());
    let busy = RwSignal::new(false);
    let PendingEmail {
        email,
        expires_at,
        expired,
        ..
    } = pending;
    let address = StoredValue::new(email);
    let tell = move |answer: Result<Profile, Refusal>, done: String| {
        match answer {
            Ok(_) => toaster.say(Tone::Good, done),
            Err(refusal) => toaster.say(Tone::Danger, refusal.words(language.get_untracked())),
        }
        busy.try_set(false);
        round.try_update(|round| *round += 1);
    };
    let again = move || {
        busy.set(true);
        let done = address.with_value(|email| untrack(|| t().link_sent(email)));
        spawn_local(async move { tell(session.ask(send_email_link_again()).await, done) });
    };
    let cancel = move || {
        busy.set(true);
        let done = untrack(|| t().cancelled().to_owned());
        spawn_local(async move { tell(session.ask(cancel_email_change()).await, done) });
    };
    let title = move || address.with_value(|email| t().pending_title(email));
    view! {
        <div class="account-pending">
            <Alert tone=Tone::Attention title=Signal::derive(title)>
                {match expired {
                    true => view! { <p>{move || t().pending_over()}</p> }.into_any(),
                    false => view! { <p>{move || t().pending_until()}" "<DateTime at=expires_at.to_string()/></p> }.into_any(),
                }}
                <div class="account-actions" hidden=move || session.is_acting()>
                    <Button busy on_click=again>{move || t().send_again()}</Button>
                    <Button busy on_click=cancel>{move || t().cancel_change()}</Button>
                </div>
            </Alert>
        </div>
    }
}

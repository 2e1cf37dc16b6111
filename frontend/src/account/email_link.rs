//! The page of a mailed link about an e-mail address: says what it would do, and does it by a press only.

use app::{
    Refusal,
    account::{
        EmailLinkPurpose, EmailLinkView,
        api::{look_at_email_link, use_email_link},
    },
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::use_location;

use crate::i18n::{CommonWords, ProfileWords, full_name, suggest_language, use_language, words};
use crate::shell::AuthCard;
use crate::ui::{
    Alert, Button, ButtonKind, DateTime, DescriptionList, DescriptionRow, Skeleton, Tone, browser,
};

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
enum Stand {
    /// The link is being looked at.
    Looking,
    /// What it would do.
    Asks(EmailLinkView),
    /// What it has done.
    Done(EmailLinkView),
    /// It does not work, or could not be looked at.
    Refused(Refusal),
}

/// The page. The secret stays behind the `#`: it is sent in no address.
#[component]
pub fn EmailLinkPage() -> impl IntoView {
    let t = words(ProfileWords);
    let language = use_language();
    let (path, hash) = (use_location().pathname, use_location().hash);
    let own_path = path.get_untracked();
    let token = Memo::new(move |_| hash.with(|hash| hash.trim_start_matches('#').to_owned()));
    let stand = RwSignal::new(Stand::Looking);
    let look = move || {
        stand.set(Stand::Looking);
        let token = token.get_untracked();
        spawn_local(async move {
            stand.try_set(match look_at_email_link(token).await {
                Ok(link) => {
                    suggest_language(language, link.language);
                    Stand::Asks(link)
                }
                Err(refusal) => Stand::Refused(refusal),
            });
        });
    };
    // Another link opened in the same window changes only what stands behind the `#`.
    Effect::new(move || {
        token.track();
        if path.get_untracked() == own_path {
            look();
        }
    });
    move || match stand.get() {
        Stand::Looking => {
            view! { <AuthCard title=move || t().looking()><Skeleton lines=5/></AuthCard> }
                .into_any()
        }
        Stand::Asks(link) => view! { <AskCard link token stand/> }.into_any(),
        Stand::Done(link) => view! { <DoneCard link/> }.into_any(),
        Stand::Refused(refusal) => view! { <RefusedCard refusal on_retry=look/> }.into_any(),
    }
}

/// What the link would do, and the one button that does it.
#[component]
fn AskCard(link: EmailLinkView, token: Memo<String>, stand: RwSignal<Stand>) -> impl IntoView {
    let (t, language) = (words(ProfileWords), use_language());
    let busy = RwSignal::new(false);
    let error = RwSignal::new(None::<Refusal>);
    let purpose = link.purpose;
    let seen = StoredValue::new(link.clone());
    let act = move || {
        busy.set(true);
        error.set(None);
        let token = token.get_untracked();
        spawn_local(async move {
            let answer = use_email_link(token).await;
            busy.try_set(false);
            match answer {
                Ok(_) => {
                    stand.try_set(Stand::Done(seen.get_value()));
                }
                Err(refusal @ Refusal::Account(_)) => {
                    stand.try_set(Stand::Refused(refusal));
                }
                Err(refusal) => {
                    error.try_set(Some(refusal));
                }
            }
        });
    };
    let (title, lead, verb) = match purpose {
        EmailLinkPurpose::Confirm => (
            ProfileWords::confirm_title as fn(ProfileWords) -> &'static str,
            ProfileWords::confirm_lead as fn(ProfileWords) -> &'static str,
            ProfileWords::confirm_button as fn(ProfileWords) -> &'static str,
        ),
        EmailLinkPurpose::Stop => (
            ProfileWords::stop_title as fn(ProfileWords) -> &'static str,
            ProfileWords::stop_lead as fn(ProfileWords) -> &'static str,
            ProfileWords::stop_button as fn(ProfileWords) -> &'static str,
        ),
    };
    let (first, last) = (link.first_name, link.last_name);
    view! {
        <AuthCard title=move || title(t())>
            <p class="flow-lead">{move || lead(t())}</p>
            {move || error.get().map(|refusal| view! {
                <Alert tone=Tone::Danger live=true><p>{move || refusal.words(language.get())}</p></Alert>
            })}
            <div class="link-account">
                <DescriptionList>
                    <DescriptionRow label=move || t().account_of()>
                        {move || full_name(language.get(), &first, &last)}
                    </DescriptionRow>
                    <DescriptionRow label=move || t().new_email()><b class="account-address">{link.email}</b></DescriptionRow>
                    <DescriptionRow label=move || t().valid_until()><DateTime at=link.expires_at.to_string()/></DescriptionRow>
                </DescriptionList>
            </div>
            <div class="form-actions">
                <Button kind=ButtonKind::Act busy on_click=act>{move || verb(t())}</Button>
            </div>
        </AuthCard>
    }
}

/// What the link has done, and the way on.
#[component]
fn DoneCard(link: EmailLinkView) -> impl IntoView {
    let t = words(ProfileWords);
    let purpose = link.purpose;
    let title = move || match purpose {
        EmailLinkPurpose::Confirm => t().confirmed_title(),
        EmailLinkPurpose::Stop => t().stopped_title(),
    };
    let text = move || match purpose {
        EmailLinkPurpose::Confirm => t().confirmed(&link.email),
        EmailLinkPurpose::Stop => t().stopped().to_owned(),
    };
    view! {
        <AuthCard title>
            <Alert tone=Tone::Good live=true><p>{text}</p></Alert>
            <div class="form-actions">
                <Button kind=ButtonKind::Act on_click=|| browser::open("/")>{move || t().go_on()}</Button>
            </div>
        </AuthCard>
    }
}

/// Why it does not work. Only what may be otherwise at the next try is tried again.
#[component]
fn RefusedCard(refusal: Refusal, #[prop(into)] on_retry: Callback<()>) -> impl IntoView {
    let (t, c, language) = (words(ProfileWords), words(CommonWords), use_language());
    let over = matches!(refusal, Refusal::Account(_));
    view! {
        <AuthCard title=move || t().dead_title()>
            <Alert tone=Tone::Attention live=true><p>{move || refusal.words(language.get())}</p></Alert>
            <div class="form-actions">
                {match over {
                    true => view! { <Button on_click=|| browser::open("/")>{move || t().go_on()}</Button> }.into_any(),
                    false => view! {
                        <Button kind=ButtonKind::Act on_click=on_retry>{move || c().retry()}</Button>
                    }.into_any(),
                }}
            </div>
        </AuthCard>
    }
}

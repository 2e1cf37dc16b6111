//! The page of a mailed link: says whose account it is, and spends nothing by being opened.

use app::{
    Refusal,
    door::SIGN_IN,
    invitations::{InvitationRefusal, LinkPurpose, LinkView, api},
    sign_in::{FlowPurpose, FlowView, SignInStart, api as sign_in},
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::use_location;

use crate::i18n::{CommonWords, InvitationWords, full_name, suggest_language, use_language, words};
use crate::shell::AuthCard;
use crate::sign_in::{FlowSteps, Refused, RefusedAlert};
use crate::ui::{
    Alert, Button, ButtonKind, DateTime, DescriptionList, DescriptionRow, LinkButton, Skeleton,
    Tone, browser,
};

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
enum Stand {
    /// The link is being looked at.
    Looking,
    /// Whose account it is, and how one came to stand here.
    Account(LinkView, Arrival),
    /// The flow that the link has opened.
    Flow(FlowView),
    /// The link does not open, or could not be looked at.
    Refused(Refusal),
}

/// How one came to the card that says whose account it is.
#[derive(Clone, Debug, PartialEq)]
enum Arrival {
    /// By opening or reloading the page.
    Opened,
    /// By wanting to begin again.
    StartedOver,
    /// By the end of the flow.
    Ended(Refusal),
}

/// Where an invitation's link leads.
#[component]
pub fn InvitationPage() -> impl IntoView {
    view! { <LinkPage purpose=LinkPurpose::Invitation/> }
}

/// Where the link to set a new password leads.
#[component]
pub fn PasswordLinkPage() -> impl IntoView {
    view! { <LinkPage purpose=LinkPurpose::PasswordReset/> }
}

/// The page of either link. The secret stays behind the `#`: it is sent in no address.
#[component]
fn LinkPage(purpose: LinkPurpose) -> impl IntoView {
    let language = use_language();
    let (path, hash) = (use_location().pathname, use_location().hash);
    let own_path = path.get_untracked();
    let token = Memo::new(move |_| hash.with(|hash| hash.trim_start_matches('#').to_owned()));
    let stand = RwSignal::new(Stand::Looking);
    let look = Callback::new(move |arrival: Arrival| {
        stand.set(Stand::Looking);
        let token = token.get_untracked();
        spawn_local(async move {
            let seen = match api::look_at_link(token).await {
                Ok(link) => {
                    suggest_language(language, link.language);
                    Stand::Account(link, arrival)
                }
                Err(refusal) => Stand::Refused(refusal),
            };
            stand.try_set(seen);
        });
    });
    // Another link opened in the same window changes only what stands behind the `#`.
    Effect::new(move || {
        token.track();
        // So does leaving the page, where there is no link to look at.
        if path.get_untracked() == own_path {
            look.run(Arrival::Opened);
        }
    });
    let on_flow = Callback::new(move |flow| stand.set(Stand::Flow(flow)));
    let on_refused = Callback::new(move |refusal| stand.set(Stand::Refused(refusal)));
    let on_signed_in = Callback::new(|()| browser::open("/"));
    let on_over = move |over| match over {
        Refusal::Invitation(_) => stand.set(Stand::Refused(over)),
        over => look.run(Arrival::Ended(over)),
    };
    move || {
        match stand.get() {
        Stand::Looking => view! { <LookingCard/> }.into_any(),
        Stand::Account(link, arrival) => view! { <AccountCard link arrival token on_flow on_refused/> }.into_any(),
        Stand::Flow(flow) => {
            view! { <FlowSteps flow on_over on_start_over=move || look.run(Arrival::StartedOver) on_signed_in/> }.into_any()
        }
        Stand::Refused(Refusal::Invitation(why)) => view! { <DeadLink why purpose token/> }.into_any(),
        Stand::Refused(refusal) => {
            view! { <TroubleCard refusal on_retry=move || look.run(Arrival::Opened)/> }.into_any()
        }
    }
    }
}

#[component]
fn LookingCard() -> impl IntoView {
    let t = words(InvitationWords);
    view! { <AuthCard title=move || t().looking_title()><Skeleton lines=6/></AuthCard> }
}

/// Whose account it is, and the one button that goes on.
#[component]
fn AccountCard(
    link: LinkView,
    arrival: Arrival,
    token: Memo<String>,
    on_flow: Callback<FlowView>,
    on_refused: Callback<Refusal>,
) -> impl IntoView {
    let (t, language) = (words(InvitationWords), use_language());
    let busy = RwSignal::new(false);
    let refused = Refused::new(&[]);
    let LinkView {
        purpose,
        login_id,
        first_name,
        last_name,
        company,
        expires_at,
        ..
    } = link;
    let title = move || match purpose {
        LinkPurpose::Invitation => t().invitation_title(),
        LinkPurpose::PasswordReset => t().password_title(),
    };
    let help = move || match purpose {
        LinkPurpose::Invitation => t().invitation_help(),
        LinkPurpose::PasswordReset => t().password_help(),
    };
    let owner = StoredValue::new(login_id.clone());
    let may_resume = arrival == Arrival::Opened;
    let over = match arrival {
        Arrival::Ended(over) => Some(over),
        Arrival::Opened | Arrival::StartedOver => None,
    };
    let go_on = move || {
        refused.clear();
        busy.set(true);
        let token = token.get_untracked();
        let owner = may_resume.then(|| owner.get_value());
        spawn_local(async move {
            let answer = open_flow(token, purpose, owner).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(flow) => on_flow.run(flow),
                Err(refusal @ Refusal::Invitation(_)) => on_refused.run(refusal),
                Err(refusal) => refused.tell(refusal),
            }
        });
    };
    view! {
        <AuthCard title>
            {over.map(|over| view! {
                <Alert tone=Tone::Attention live=true><p>{move || over.words(language.get())}</p></Alert>
            })}
            <p class="flow-lead">{help}</p>
            <RefusedAlert refused/>
            <div class="link-account">
                <DescriptionList>
                    <DescriptionRow label=move || t().login_id()><b class="mono">{login_id}</b></DescriptionRow>
                    <DescriptionRow label=move || t().name()>
                        {move || full_name(language.get(), &first_name, &last_name)}
                    </DescriptionRow>
                    <DescriptionRow label=move || t().company()>{company}</DescriptionRow>
                    <DescriptionRow label=move || t().valid_until()><DateTime at=expires_at.to_string()/></DescriptionRow>
                </DescriptionList>
            </div>
            <div class="form-actions">
                <Button kind=ButtonKind::Act busy on_click=go_on>{move || t().go_on()}</Button>
            </div>
        </AuthCard>
    }
}

/// The flow of the link: the one under way, if it is `owner`'s and was opened by a link of this kind, so that
/// a reload loses neither the QR code nor the recovery codes; else a new one.
async fn open_flow(
    token: String,
    purpose: LinkPurpose,
    owner: Option<String>,
) -> Result<FlowView, Refusal> {
    if let Some(owner) = owner
        && let Ok(flow) = sign_in::get_flow().await
        && flow.login_id == owner
        && matches!(
            (flow.purpose, purpose),
            (FlowPurpose::Invitation, LinkPurpose::Invitation)
                | (FlowPurpose::PasswordReset, LinkPurpose::PasswordReset)
        )
    {
        return Ok(flow);
    }
    let start = SignInStart::Link {
        token,
        channel: None,
    };
    sign_in::begin_sign_in(start).await
}

/// Why the link does not open, and how to get another.
#[component]
fn DeadLink(why: InvitationRefusal, purpose: LinkPurpose, token: Memo<String>) -> impl IntoView {
    let (t, language) = (words(InvitationWords), use_language());
    let busy = RwSignal::new(false);
    let asked = RwSignal::new(false);
    let refused = Refused::new(&[]);
    let ask = move || {
        refused.clear();
        busy.set(true);
        spawn_local(async move {
            let answer = api::ask_for_new_link(token.get_untracked()).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(()) => asked.set(true),
                Err(refusal) => refused.tell(refusal),
            }
        });
    };
    let renewable = !matches!(why, InvitationRefusal::Unknown);
    let answer = move || match purpose {
        LinkPurpose::Invitation => t().asked_invitation(),
        LinkPurpose::PasswordReset => t().asked_password(),
    };
    view! {
        <AuthCard title=move || t().dead_title()>
            <Alert tone=Tone::Attention live=true><p>{move || why.words(language.get())}</p></Alert>
            <RefusedAlert refused/>
            {move || asked.get().then(|| view! { <Asked answer/> })}
            <div class="form-actions">
                {move || (renewable && !asked.get()).then(|| view! {
                    <Button kind=ButtonKind::Act busy on_click=ask>{move || t().ask()}</Button>
                })}
                <LinkButton href=SIGN_IN>{move || t().to_sign_in()}</LinkButton>
            </div>
        </AuthCard>
    }
}

/// What happens next; it takes the focus from the button that is gone.
#[component]
fn Asked(#[prop(into)] answer: Signal<String>) -> impl IntoView {
    let id = browser::unique_id("asked");
    browser::focus_when_mounted(id.clone());
    view! {
        <div class="refused" id=id tabindex="-1">
            <Alert tone=Tone::Good live=true><p>{move || answer.get()}</p></Alert>
        </div>
    }
}

/// Nothing is known about the link: the server did not answer.
#[component]
fn TroubleCard(refusal: Refusal, #[prop(into)] on_retry: Callback<()>) -> impl IntoView {
    let (t, c, language) = (words(InvitationWords), words(CommonWords), use_language());
    view! {
        <AuthCard title=move || t().trouble_title()>
            <Alert tone=Tone::Danger live=true><p>{move || refusal.words(language.get())}</p></Alert>
            <div class="form-actions">
                <Button kind=ButtonKind::Act on_click=on_retry>{move || c().retry()}</Button>
            </div>
        </AuthCard>
    }
}

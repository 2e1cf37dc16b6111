//! The sign-in page: goes on with a flow under way, else asks for login ID and password.

use app::{
    Refusal,
    sign_in::{FlowView, api},
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::ended::Ended;
use super::flow_steps::FlowSteps;
use super::password_form::PasswordForm;
use crate::i18n::{SignInWords, use_language, words};
use crate::session::{Parting, Presence, local_path, use_session};
use crate::shell::AuthCard;
use crate::ui::{Alert, Skeleton, Tone, browser, use_toaster};

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
enum Stand {
    /// It is not known yet whether somebody is signed in or a flow is under way.
    Looking,
    /// The first form, perhaps with the reason why one is back at it.
    Form(Option<Refusal>),
    /// A flow under way.
    Flow(FlowView),
    /// There is nobody yet who could sign in.
    SetUpFirst,
}

/// Where one signs in; leads to `next` afterwards.
#[component]
pub fn SignInPage() -> impl IntoView {
    let session = use_session();
    let query = use_query_map();
    let stand = RwSignal::new(Stand::Looking);
    let login_id = RwSignal::new(String::new());
    let on_signed_in = Callback::new(move |()| {
        let next = query
            .with_untracked(|query| query.get("next"))
            .unwrap_or_default();
        browser::open(local_path(&next).unwrap_or("/"));
    });
    // The three questions travel together.
    session.ensure();
    let flow = LocalResource::new(api::get_flow);
    let set_up_needed = LocalResource::new(api::set_up_needed);
    Effect::new(move || {
        let answers = (session.presence(), flow.get(), set_up_needed.get());
        if stand.get_untracked() != Stand::Looking {
            return;
        }
        match answers {
            (Presence::Somebody(_), ..) => on_signed_in.run(()),
            (Presence::Nobody | Presence::Unknown(_), Some(flow), Some(needed)) => {
                stand.set(match (flow, needed) {
                    (_, Ok(true)) => Stand::SetUpFirst,
                    (Ok(flow), _) => Stand::Flow(flow),
                    (Err(_), _) => Stand::Form(None),
                });
            }
            _ => {}
        }
    });
    let on_over = move |over| stand.set(Stand::Form(Some(over)));
    let on_start_over = move || stand.set(Stand::Form(None));
    move || match stand.get() {
        Stand::Looking => view! { <Looking/> }.into_any(),
        Stand::Form(over) => {
            let on_flow = Callback::new(move |flow| stand.set(Stand::Flow(flow)));
            view! { <FirstCard over login_id on_flow/> }.into_any()
        }
        Stand::Flow(flow) => {
            view! { <FlowSteps flow on_over on_start_over on_signed_in/> }.into_any()
        }
        Stand::SetUpFirst => view! { <SetUpFirst/> }.into_any(),
    }
}

#[component]
fn Looking() -> impl IntoView {
    let t = words(SignInWords);
    view! { <AuthCard title=move || t().sign_in()><Skeleton lines=6/></AuthCard> }
}

#[component]
fn FirstCard(
    over: Option<Refusal>,
    login_id: RwSignal<String>,
    on_flow: Callback<FlowView>,
) -> impl IntoView {
    let (t, language) = (words(SignInWords), use_language());
    let session = use_session();
    // The focus goes to the form, so the reason is spoken from elsewhere.
    if let Some(over) = &over {
        use_toaster().announce(over.words(language.get_untracked()));
    }
    let tried = RwSignal::new(false);
    let why = move || {
        let (over, parting) = (over.clone(), session.parting());
        match (over, parting) {
            _ if tried.get() => None,
            (Some(over), _) => Some(
                view! { <Alert tone=Tone::Attention><p>{move || over.words(language.get())}</p></Alert> }
                    .into_any(),
            ),
            (None, Some(Parting::Ended(ending))) => Some(view! { <Ended ending/> }.into_any()),
            (None, Some(Parting::SignedOut) | None) => None,
        }
    };
    view! {
        <AuthCard title=move || t().sign_in()>
            {why}
            <PasswordForm login_id on_flow on_refused=move || tried.set(true)/>
        </AuthCard>
    }
}

#[component]
fn SetUpFirst() -> impl IntoView {
    let t = words(SignInWords);
    view! {
        <AuthCard title=move || t().set_up_first_title()>
            <p>{move || t().set_up_first()}</p>
            <p class="flow-soft">{move || t().set_up_first_again()}</p>
        </AuthCard>
    }
}

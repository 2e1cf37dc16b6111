//! The steps of a login flow, one card after the other, until one is signed in.

use app::{
    Language, Refusal,
    sessions::{TakenOver, device_in_words},
    sign_in::{FlowView, Proof, SignInRefusal, Step, api},
};
use leptos::{prelude::*, task::spawn_local};

use super::email_code::{EmailCodeStep, Mailed};
use super::enrol::EnrolStep;
use super::new_password::NewPasswordStep;
use super::recovery_codes::RecoveryCodesStep;
use super::refused::Refused;
use super::second_factor::SecondFactorStep;
use crate::i18n::{CommonWords, SignInWords, use_language, words};
use crate::session::use_session;
use crate::shell::AuthCard;
use crate::ui::{Alert, Button, ButtonKind, Skeleton, Tone, browser};

/// The walk through one flow: where it stands, and how to offer a proof.
#[derive(Clone, Copy)]
pub(super) struct Walk {
    flow: RwSignal<FlowView>,
    busy: RwSignal<bool>,
    on_over: Callback<Refusal>,
    on_start_over: Callback<()>,
}

impl Walk {
    /// Offers a proof; the next step replaces this one, or `refused` tells why not.
    pub(super) fn prove(self, proof: Proof, refused: Refused) {
        if self.busy.get_untracked() {
            return;
        }
        refused.clear();
        self.busy.set(true);
        spawn_local(async move {
            let mut answer = api::prove(proof).await;
            if let Err(Refusal::SignIn(SignInRefusal::WrongStep)) = answer {
                // Another tab has gone on with this flow: stand where it stands.
                answer = api::get_flow().await;
            }
            // The page may have been left meanwhile.
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(flow) => self.flow.set(flow),
                // The step can be taken all the same.
                Err(refusal @ Refusal::SignIn(SignInRefusal::NoMoreCodes)) => refused.tell(refusal),
                Err(
                    over @ (Refusal::SignIn(_)
                    | Refusal::Invitation(_)
                    | Refusal::NotSignedIn
                    | Refusal::SessionEnded(_)),
                ) => {
                    self.on_over.run(over);
                }
                Err(refusal) => refused.tell(refusal),
            }
        });
    }

    /// Ends the flow here and at the server, so that a reload does not lead back into it.
    fn start_over(self) {
        spawn_local(async move {
            // Should the server not hear of it, the flow ends there by itself.
            let _ = api::abandon_sign_in().await;
        });
        self.on_start_over.run(());
    }

    /// Whether a proof is under way.
    pub(super) fn busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// Whose account it is.
    pub(super) fn login_id(self) -> String {
        self.flow.with_untracked(|flow| flow.login_id.clone())
    }
}

/// Draws what a flow asks, step by step. Every door into Doorward uses it.
#[component]
pub fn FlowSteps(
    /// Where the flow stands.
    flow: FlowView,
    /// The flow has ended, or its link is no longer good.
    #[prop(into)]
    on_over: Callback<Refusal>,
    /// The user wants to begin again.
    #[prop(into)]
    on_start_over: Callback<()>,
    /// Signed in, and known to the whole app.
    #[prop(into)]
    on_signed_in: Callback<()>,
) -> impl IntoView {
    let walk = Walk {
        flow: RwSignal::new(flow),
        busy: RwSignal::new(false),
        on_over,
        on_start_over,
    };
    // Until when the mailed code that was asked for last can be entered.
    let mailed = StoredValue::new(None);
    move || match walk.flow.with(|flow| flow.step.clone()) {
        Step::Enrol(enrolment) => view! { <EnrolStep walk enrolment/> }.into_any(),
        Step::SecondFactor => view! { <SecondFactorStep walk/> }.into_any(),
        Step::KeepRecoveryCodes { codes } => view! { <RecoveryCodesStep walk codes/> }.into_any(),
        Step::EmailCode {
            to,
            expires_at,
            new_code_in,
        } => {
            let before = mailed.get_value();
            mailed.set_value(expires_at);
            let mailed = Mailed {
                to,
                sent: expires_at.is_some(),
                again: before.is_some() && expires_at.is_some() && before != expires_at,
                new_code_in,
            };
            view! { <EmailCodeStep walk mailed/> }.into_any()
        }
        Step::NewPassword { min_length } => view! { <NewPasswordStep walk min_length/> }.into_any(),
        Step::SignedIn => {
            let taken_over = walk.flow.with_untracked(|flow| flow.taken_over.clone());
            view! { <SignedIn taken_over on_signed_in/> }.into_any()
        }
    }
}

/// The card of one step: its heading with where one is, whose account it is, and the way back to the start.
#[component]
pub(super) fn StepCard(
    walk: Walk,
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// Twice as wide.
    #[prop(optional)]
    wide: bool,
    /// Another way to take this step.
    #[prop(optional, into)]
    other: Option<ViewFn>,
    /// The step's form.
    children: Children,
) -> impl IntoView {
    let (t, c) = (words(SignInWords), words(CommonWords));
    let (at, of) = walk.flow.with_untracked(|flow| flow.position);
    let step = move || {
        if of > 1 {
            t().position(at, of)
        } else {
            String::new()
        }
    };
    view! {
        <AuthCard title step=Signal::derive(step) wide>
            <p class="flow-account">{move || t().account()}{move || c().colon()}<b>{walk.login_id()}</b></p>
            {children()}
            <div class="flow-foot">
                {other.map(|other| other.run())}
                <Button kind=ButtonKind::Quiet on_click=move || walk.start_over()>{move || t().start_over()}</Button>
            </div>
        </AuthCard>
    }
}

/// The end of the walk: the app learns who is signed in, and the page leads on.
#[component]
fn SignedIn(taken_over: Vec<TakenOver>, on_signed_in: Callback<()>) -> impl IntoView {
    let (t, language) = (words(SignInWords), use_language());
    let session = use_session();
    let kept = RwSignal::new(true);
    spawn_local(async move {
        match session.refresh().await {
            Ok(_) => {
                if let Some(note) = told(&taken_over, t(), language.get_untracked()) {
                    browser::leave_note(&note);
                }
                on_signed_in.try_run(());
            }
            Err(_) => drop(kept.try_set(false)),
        }
    });
    view! {
        <AuthCard title=move || t().signed_in()>
            {move || if kept.get() {
                view! { <p>{t().opening()}</p> <Skeleton/> }.into_any()
            } else {
                view! { <Alert tone=Tone::Danger live=true><p>{t().not_kept()}</p></Alert> }.into_any()
            }}
        </AuthCard>
    }
}

/// What the page that opens next tells about the sessions that this sign-in ended.
fn told(taken_over: &[TakenOver], t: SignInWords, language: Language) -> Option<String> {
    let latest = taken_over
        .iter()
        .max_by_key(|session| session.last_seen_at)?;
    let device = device_in_words(&latest.user_agent, language);
    Some(match taken_over.len() as u64 {
        1 => t.took_over(&device, &latest.address),
        count => t.took_over_many(count, &device, &latest.address),
    })
}

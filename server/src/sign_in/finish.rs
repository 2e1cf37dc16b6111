//! After a step: the next one, or the session that ends the flow.

use app::{
    audit::AuditAction,
    sign_in::{FlowView, SignInRefusal, Stage, Step, next},
};

use super::{
    devices::{self, Device},
    email_code,
    steps::At,
    store::{self, Progress},
    view,
};
use crate::{
    audit,
    db::Tx,
    error::Result,
    mail::{self, Letter},
    secret::Secret,
    sessions::{self, limits::Terms, store::NewSession},
    throttle, users,
};

/// What a step leads to.
pub struct Outcome {
    /// What is asked next.
    pub view: FlowView,
    /// The session that was opened, if nothing is owed any more.
    pub session: Option<Secret>,
}

/// Moves the flow on by `progress`; opens a session when nothing is owed any more. Commits.
pub(super) async fn go_on(tx: Tx, at: &At<'_>, progress: Progress) -> Result<Outcome> {
    // The person before the flow, in the same order as whoever ends their flows.
    users::store::lock(&tx, at.account.id).await?;
    let flow = store::advance(&tx, at.deps, at.flow, progress).await?;
    let account = users::store::by_id(&*tx, at.account.id)
        .await?
        .ok_or(SignInRefusal::FlowOver)?;
    let facts = view::facts(&*tx, &flow, &account, at.policy, at.deps.now()).await?;
    let outcome = if next(facts) == Stage::SignedIn {
        // Whoever ends the flow opens its session; a second proof at the same time finds it gone.
        if !store::end(&*tx, &flow.token).await? {
            return Err(SignInRefusal::FlowOver.into());
        }
        let outcome = sign_in(
            &tx,
            &At {
                flow: &flow,
                account: &account,
                ..*at
            },
        )
        .await?;
        tx.commit().await?;
        outcome
    } else {
        let here = At {
            flow: &flow,
            account: &account,
            ..*at
        };
        let flow = email_code::send_if_asked(&tx, &here, facts).await?;
        tx.commit().await?;
        Outcome {
            view: view::view(at.deps, &flow, &account, at.policy, facts).await?,
            session: None,
        }
    };
    at.deps.mail_bell.notify_one();
    Ok(outcome)
}

/// Opens a session for the flow's user, in a transaction under way that has locked them: of two who sign in at the same
/// moment, one finds the other's session.
pub(super) async fn sign_in(tx: &Tx, at: &At<'_>) -> Result<Outcome> {
    let (deps, caller, account) = (at.deps, at.caller, at.account);
    let now = deps.now();
    if let Some(old) = &caller.session {
        sessions::acting::end_with_session(tx, deps, caller, old).await?;
        sessions::store::end_presented(tx, old).await?;
    }
    let secret = Secret::generate(&*deps.random);
    let new = NewSession {
        secret: secret.hash(),
        user: account.id,
        channel: caller.channel,
        address: caller.address.to_string(),
        user_agent: &caller.user_agent,
        // With a bound authenticator a password alone, where nothing more was asked, proves too little. A recovery code
        // does here: whoever has lost their phone comes in by one, to set up another authenticator.
        proved: account.enrolled_at.is_none() || at.flow.second_factor_proved,
        previous_sign_in_at: account.last_sign_in_at.map_or(0, |at| at.millis()),
    };
    let terms = Terms::of(at.policy, account.token_validity, account.exclusive_login);
    sessions::store::open(tx, now, &terms, &new).await?;
    let taken_over = match terms.exclusive {
        true => sessions::store::take_over(tx, &new, now).await?,
        false => Vec::new(),
    };
    users::store::note_sign_in(tx, account.id, now.millis()).await?;
    throttle::forget_at(tx, &account.login_id, caller.address).await?;
    tell_of_new_device(tx, at).await?;
    audit::record(tx, deps, at.event(AuditAction::SignedIn)).await?;
    Ok(Outcome {
        view: FlowView {
            flow: None,
            purpose: at.flow.purpose,
            step: Step::SignedIn,
            position: (at.flow.steps_done, at.flow.steps_done),
            login_id: account.login_id.clone(),
            expires_at: at.flow.expires_at,
            taken_over,
        },
        session: Some(secret),
    })
}

async fn tell_of_new_device(tx: &Tx, at: &At<'_>) -> Result<()> {
    let (deps, caller, account) = (at.deps, at.caller, at.account);
    let (now, address, user_agent) = (deps.now(), caller.address, &caller.user_agent);
    devices::remember(tx, account.id, &Device::at(address), now).await?;
    let known = devices::remember(tx, account.id, &Device::of(user_agent), now).await?;
    // At the very first sign-in every device is new, and nobody needs to be told.
    if !known && account.last_sign_in_at.is_some() {
        devices::note_told(tx, account.id, user_agent, address, now).await?;
        let letter = Letter::NewDevice {
            user_agent: user_agent.clone(),
            address: address.to_string(),
            at: now,
        };
        mail::outbox::queue(tx, deps, &account.recipient()?, &letter).await?;
    }
    Ok(())
}

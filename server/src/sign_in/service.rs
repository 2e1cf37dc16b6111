//! The rules on signing in.

use app::{
    Refusal,
    audit::AuditAction,
    credentials::Password,
    field::Problem,
    invitations::LinkPurpose,
    policies::InForce,
    sign_in::{FlowPurpose, Proof, SignInRefusal, SignInStart, Stage, next},
    users::{AccountStatus, LoginId},
};

use super::{
    email_code,
    finish::{self, Outcome},
    steps::{self, At},
    store::{self, Flow, Progress},
    subject::account_subject,
    view,
};
use crate::{
    audit,
    credentials::{hasher::Verdict, password},
    db::Tx,
    deps::Deps,
    desk::Caller,
    error::Result,
    invitations::{self, store::Link},
    policies,
    secret::Secret,
    sessions,
    throttle::{self, Subject, Try},
    users::{self, Account},
};

/// What opening a flow leads to: its secret, and where it stands already.
pub struct Opened {
    /// The flow's secret.
    pub flow: Secret,
    /// Where it stands.
    pub outcome: Outcome,
}

/// Opens a login flow.
pub async fn begin(deps: &Deps, caller: &Caller, start: SignInStart) -> Result<Opened> {
    let caller = &caller.on(start.channel().unwrap_or(caller.channel));
    match start {
        SignInStart::Password {
            login_id, password, ..
        } => {
            let (account, attempt) = by_password(deps, caller, &login_id, &password).await?;
            open(deps, caller, &account, First::Password(&attempt)).await
        }
        SignInStart::Link { token, .. } => {
            let (link, account) = invitations::service::presented(deps, caller, &token).await?;
            let policy = policies::store::in_force(deps.db.read(), &account.path).await?;
            let_in(&account, &policy, caller)?;
            open(deps, caller, &account, First::Link(&link)).await
        }
    }
}

/// The account of a right login ID and password. Every reason to say no looks and takes alike, but that whoever knows
/// the password learns that the account has expired.
async fn by_password(
    deps: &Deps,
    caller: &Caller,
    login_id: &str,
    password: &Password,
) -> Result<(Account, Try)> {
    if login_id.trim().is_empty() {
        return Err(Refusal::field("login_id", Problem::Missing).into());
    }
    if password.reveal().is_empty() {
        return Err(Refusal::field("password", Problem::Missing).into());
    }
    if password.reveal().len() > 4 * app::credentials::MAX_PASSWORD {
        return Err(SignInRefusal::WrongCredentials.into());
    }
    let login_id = LoginId::parse(login_id).map_err(|_| SignInRefusal::WrongCredentials)?;
    let account = users::store::by_login_id(deps.db.read(), &login_id).await?;
    let subjects = [
        Subject::address(caller.address),
        account_subject(
            deps.db.read(),
            Some(caller.address),
            &login_id,
            account.as_ref(),
        )
        .await?,
    ];
    let attempt = Try::begin(deps, subjects).await?;
    let user = account.as_ref().map(|account| account.id);
    let verdict = password::verify(deps, user, password).await?;
    let let_in = match &account {
        Some(account) => {
            let addresses = users::addresses::in_force(deps.db.read(), account).await?;
            addresses.let_in(caller.address)
        }
        None => false,
    };
    // What has become of the account is told only to whoever may come, and knows its password.
    let known = account.filter(|_| verdict != Verdict::Wrong && let_in);
    let refusal = match known.as_ref().map(|account| account.status(deps.now())) {
        Some(AccountStatus::Active) => None,
        Some(AccountStatus::Expired) => Some(SignInRefusal::AccountExpired),
        _ => Some(SignInRefusal::WrongCredentials),
    };
    match (known, refusal) {
        (Some(account), None) => {
            if verdict == Verdict::RightButWeak {
                password::strengthen(deps, account.id, password).await?;
            }
            Ok((account, attempt))
        }
        (_, refusal) => {
            record_failure(deps, caller, &login_id, user, &attempt).await?;
            Err(refusal.unwrap_or(SignInRefusal::WrongCredentials).into())
        }
    }
}

async fn record_failure(
    deps: &Deps,
    caller: &Caller,
    login_id: &LoginId,
    user: Option<app::UserId>,
    attempt: &Try,
) -> Result<()> {
    let tx = deps.db.begin().await?;
    attempt.was_wrong(&tx, deps).await?;
    let event = audit::Entry::unattended(caller, AuditAction::SignInFailed).failed();
    let event = match user {
        Some(user) => match users::store::by_id(&*tx, user).await? {
            Some(account) => event.on(account.id, &account.login_id, account.company),
            None => event,
        },
        None => event.with("login_id", login_id),
    };
    audit::record(&tx, deps, event).await?;
    tx.commit().await
}

/// By what the first factor of a flow was proved.
pub(super) enum First<'a> {
    /// By the password.
    Password(&'a Try),
    /// By having the link.
    Link(&'a Link),
    /// By having the link for the set-up.
    SetUp,
}

impl First<'_> {
    fn purpose(&self) -> FlowPurpose {
        match self {
            First::Password(_) => FlowPurpose::SignIn,
            First::Link(link) => match link.purpose {
                LinkPurpose::Invitation => FlowPurpose::Invitation,
                LinkPurpose::PasswordReset => FlowPurpose::PasswordReset,
            },
            First::SetUp => FlowPurpose::SetUp,
        }
    }
}

/// Opens the flow of `account`, whose first factor was just proved; signs in at once when nothing more is owed.
pub(super) async fn open(
    deps: &Deps,
    caller: &Caller,
    account: &Account,
    first: First<'_>,
) -> Result<Opened> {
    let secret = Secret::generate(&*deps.random);
    let tx = deps.db.begin().await?;
    let account = &unchanged(&tx, deps, account).await?;
    let mut link_id = 0;
    match &first {
        First::Password(attempt) => attempt.was_right(&tx).await?,
        First::Link(link) => {
            link_id = link.id;
            invitations::store::note_opened(&tx, link.id, deps.now()).await?;
        }
        First::SetUp => {}
    }
    let flow = &Flow::begin(
        secret.hash(),
        first.purpose(),
        caller.channel,
        account.id,
        link_id,
        deps.now(),
    );
    let policy = &policies::store::in_force(&*tx, &account.path).await?;
    let facts = view::facts(&*tx, flow, account, policy, deps.now()).await?;
    let at = At {
        deps,
        caller,
        flow,
        account,
        policy,
    };
    let outcome = if next(facts) == Stage::SignedIn {
        let outcome = finish::sign_in(&tx, &at).await?;
        tx.commit().await?;
        outcome
    } else {
        store::insert(&tx, flow).await?;
        let flow = email_code::send_if_asked(&tx, &at, facts).await?;
        tx.commit().await?;
        Outcome {
            view: view::view(deps, &flow, account, policy, facts).await?,
            session: None,
        }
    };
    deps.mail_bell.notify_one();
    Ok(Opened {
        flow: secret,
        outcome,
    })
}

/// The account as it is now, if what was just proved about it still holds: it may have been disabled, or its
/// password changed, while the proof was looked at.
async fn unchanged(tx: &Tx, deps: &Deps, seen: &Account) -> Result<Account> {
    let now = deps.now();
    users::store::lock(tx, seen.id).await?;
    let account = users::store::by_id(&**tx, seen.id)
        .await?
        .filter(|account| {
            account.password_set_at == seen.password_set_at
                && account.status(now) == seen.status(now)
        })
        .ok_or(SignInRefusal::FlowOver)?;
    Ok(account)
}

/// Refuses to go on from an address that is not trusted. To be told by whoever has proved a password or a link: before, it
/// would tell a stranger about the account.
fn let_in(account: &Account, policy: &InForce, caller: &Caller) -> Result<()> {
    match account.addresses_in_force(policy)?.let_in(caller.address) {
        true => Ok(()),
        false => Err(Refusal::AddressNotTrusted.into()),
    }
}

/// Where the flow under way stands.
pub async fn flow(deps: &Deps, caller: &Caller) -> Result<Outcome> {
    let (flow, account, policy) = under_way(deps, caller).await?;
    let facts = view::facts(deps.db.read(), &flow, &account, &policy, deps.now()).await?;
    // What it waited for is no longer asked. Looking opens no session, so it has to begin again.
    if next(facts) == Stage::SignedIn {
        return Err(SignInRefusal::FlowOver.into());
    }
    Ok(Outcome {
        view: view::view(deps, &flow, &account, &policy, facts).await?,
        session: None,
    })
}

/// Looks at a proof for the step at which the flow stands.
pub async fn prove(deps: &Deps, caller: &Caller, proof: Proof) -> Result<Outcome> {
    let (flow, account, policy) = under_way(deps, caller).await?;
    // The session is for the channel for which the flow was opened, whichever way it goes on.
    let caller = &caller.on(flow.channel);
    let facts = view::facts(deps.db.read(), &flow, &account, &policy, deps.now()).await?;
    let at = At {
        deps,
        caller,
        flow: &flow,
        account: &account,
        policy: &policy,
    };
    match (next(facts), proof) {
        (Stage::Enrol { .. }, Proof::Enrol { code }) => steps::enrol::prove(&at, &code).await,
        (Stage::Enrol { optional: true }, Proof::NotNow) => steps::not_now::prove(&at).await,
        (Stage::SecondFactor, Proof::Code { code }) => steps::code::prove(&at, &code).await,
        (Stage::SecondFactor, Proof::RecoveryCode { code }) => {
            steps::recovery_code::prove(&at, &code).await
        }
        (Stage::KeepRecoveryCodes, Proof::KeptRecoveryCodes) => steps::keep_codes::prove(&at).await,
        (Stage::EmailCode, Proof::EmailCode { code }) => steps::email_code::prove(&at, &code).await,
        (Stage::EmailCode, Proof::NewEmailCode) => steps::email_code::send_again(&at).await,
        (Stage::NewPassword, Proof::NewPassword { password }) => {
            steps::new_password::prove(&at, &password).await
        }
        // What was asked is no longer asked: nothing is owed, whatever is offered.
        (Stage::SignedIn, _) => {
            finish::go_on(deps.db.begin().await?, &at, Progress::default()).await
        }
        _ => Err(SignInRefusal::WrongStep.into()),
    }
}

/// Ends the flow that the caller presents without signing in.
pub async fn abandon(deps: &Deps, caller: &Caller) -> Result<()> {
    if let Some(flow) = &caller.flow {
        store::end(deps.db.write(), flow).await?;
    }
    Ok(())
}

/// The flow that the caller presents, its account while both last, and what is in force for it.
async fn under_way(deps: &Deps, caller: &Caller) -> Result<(Flow, Account, InForce)> {
    let over = SignInRefusal::FlowOver;
    let token = caller.flow.as_ref().ok_or(over)?;
    let flow = store::find(deps.db.read(), token, deps.now())
        .await?
        .ok_or(over)?;
    let account = users::store::by_id(deps.db.read(), flow.user)
        .await?
        .ok_or(over)?;
    match account.status(deps.now()) {
        AccountStatus::Active | AccountStatus::Invited => {
            let policy = policies::store::in_force(deps.db.read(), &account.path).await?;
            let_in(&account, &policy, caller)?;
            Ok((flow, account, policy))
        }
        AccountStatus::Disabled | AccountStatus::Expired | AccountStatus::Deleted => {
            Err(over.into())
        }
    }
}

/// Mails a link to set a new password, if there is such an account. The answer is always the same.
pub async fn forgotten_password(deps: &Deps, caller: &Caller, login_id: &str) -> Result<()> {
    if login_id.trim().is_empty() {
        return Err(Refusal::field("login_id", Problem::Missing).into());
    }
    throttle::charge(deps, &Subject::address(caller.address)).await?;
    let Ok(login_id) = LoginId::parse(login_id) else {
        return Ok(());
    };
    throttle::charge(deps, &Subject::forgotten_password(&login_id)).await?;
    let tx = deps.db.begin().await?;
    let account = users::store::by_login_id(&*tx, &login_id)
        .await?
        .filter(|account| account.status(deps.now()) == AccountStatus::Active);
    let event = match &account {
        Some(account) => {
            invitations::service::password_link_in(&tx, deps, account).await?;
            audit::Entry::unattended(caller, AuditAction::PasswordForgotten).on(
                account.id,
                &account.login_id,
                account.company,
            )
        }
        None => audit::Entry::unattended(caller, AuditAction::PasswordForgotten)
            .failed()
            .with("login_id", &login_id),
    };
    audit::record(&tx, deps, event).await?;
    tx.commit().await?;
    deps.mail_bell.notify_one();
    Ok(())
}

/// Ends the session that the caller presents.
pub async fn sign_out(deps: &Deps, caller: &Caller) -> Result<()> {
    let Some(secret) = &caller.session else {
        return Ok(());
    };
    let tx = deps.db.begin().await?;
    sessions::acting::end_with_session(&tx, deps, caller, secret).await?;
    if let Some(user) = sessions::store::end_presented(&tx, secret).await?
        && let Some(account) = users::store::by_id(&*tx, user).await?
    {
        let event = audit::Entry::by_oneself(
            user,
            &account.login_id,
            account.company,
            caller,
            AuditAction::SignedOut,
        );
        audit::record(&tx, deps, event).await?;
    }
    tx.commit().await
}

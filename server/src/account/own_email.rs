//! Another e-mail address for one's own account: in force once the link that was mailed there is confirmed.

use app::{
    Refusal, Timestamp,
    account::{AccountRefusal, EmailDraft, EmailLinkPurpose, EmailLinkView, Profile},
    audit::AuditAction,
    door,
    field::Problem,
    users::{AccountStatus, EmailAddress},
};

use super::{own_profile::shown, service::own};
use crate::{
    actor::Actor,
    audit::{self, Entry},
    db::Tx,
    deps::Deps,
    desk::Caller,
    error::{Error, Result},
    invitations,
    mail::{self, Letter, Recipient},
    mailed_link,
    secret::{Secret, SecretHash},
    sessions::proof,
    throttle::{self, Subject},
    users::{
        self, Account,
        email_changes::{self, EmailChange, NewEmailChange},
    },
};

/// How long an address can be confirmed, in seconds.
const LIFETIME: i64 = 24 * 60 * 60;

/// Asks for another address: a link is mailed there, and the present address is told how to stop it.
pub async fn ask(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    draft: EmailDraft,
) -> Result<Profile> {
    actor.in_person_on(actor.user)?;
    let email = draft.check()?;
    let tx = deps.db.begin().await?;
    users::store::lock(&tx, actor.user).await?;
    let account = own(&*tx, actor).await?;
    if email.as_str() == account.email {
        return Err(Refusal::field("email", Problem::SameEmail).into());
    }
    let now = deps.now();
    proof::demand(&*tx, actor, account.enrolled_at.is_some(), now).await?;
    throttle::charge_in(&tx, now, &Subject::confirmed_address(account.id)).await?;
    let link = NewLink::to(&tx, deps, &account, &email).await?;
    let stop = Secret::generate(&*deps.random);
    let letter = Letter::EmailChangeAsked {
        new: email.as_str().to_owned(),
        link: address_of(deps, &stop),
        expires_at: link.expires_at,
    };
    mail::outbox::queue(&tx, deps, &account.recipient()?, &letter).await?;
    let change = NewEmailChange {
        user: account.id,
        email: &email,
        confirm: link.confirm,
        stop: stop.hash(),
        mail: link.mail,
        expires_at: link.expires_at,
    };
    email_changes::replace(&tx, change, now).await?;
    let event = Entry::by(actor, caller, AuditAction::EmailChangeAsked)
        .on(account.id, &account.login_id, account.company)
        .changed("email", &account.email, email.as_str());
    audit::record(&tx, deps, event).await?;
    let profile = shown(&*tx, deps, account).await?;
    tx.commit().await?;
    deps.mail_bell.notify_one();
    Ok(profile)
}

/// Mails the link once more; the one before is void.
pub async fn send_again(deps: &Deps, actor: &Actor, caller: &Caller) -> Result<Profile> {
    actor.in_person_on(actor.user)?;
    let tx = deps.db.begin().await?;
    users::store::lock(&tx, actor.user).await?;
    let account = own(&*tx, actor).await?;
    let change = email_changes::of(&*tx, account.id)
        .await?
        .ok_or(AccountRefusal::NoEmailChange)?;
    throttle::charge_in(&tx, deps.now(), &Subject::confirmed_address(account.id)).await?;
    let email = EmailAddress::parse(&change.email)
        .map_err(|_| Error::Broken(format!("user {} waits for no address", account.id)))?;
    let link = NewLink::to(&tx, deps, &account, &email).await?;
    email_changes::renew(&tx, &change, &link.confirm, link.mail, link.expires_at).await?;
    let event = Entry::by(actor, caller, AuditAction::EmailChangeAsked)
        .on(account.id, &account.login_id, account.company)
        .with("email", email.as_str());
    audit::record(&tx, deps, event).await?;
    let profile = shown(&*tx, deps, account).await?;
    tx.commit().await?;
    deps.mail_bell.notify_one();
    Ok(profile)
}

/// Gives up the change.
pub async fn cancel(deps: &Deps, actor: &Actor, caller: &Caller) -> Result<Profile> {
    actor.in_person_on(actor.user)?;
    let tx = deps.db.begin().await?;
    users::store::lock(&tx, actor.user).await?;
    let account = own(&*tx, actor).await?;
    if email_changes::cancel(&tx, account.id).await? {
        let event = Entry::by(actor, caller, AuditAction::EmailChangeEnded).on(
            account.id,
            &account.login_id,
            account.company,
        );
        audit::record(&tx, deps, event).await?;
    }
    let profile = shown(&*tx, deps, account).await?;
    tx.commit().await?;
    Ok(profile)
}

/// What the page of a mailed link says. Spends nothing.
pub async fn look(deps: &Deps, caller: &Caller, token: &str) -> Result<EmailLinkView> {
    let (purpose, change, account) =
        mailed_link::opened(deps, caller, find(deps, &SecretHash::of(token))).await?;
    Ok(EmailLinkView {
        purpose,
        first_name: account.first_name,
        last_name: account.last_name,
        email: change.email,
        language: account.language,
        expires_at: change.expires_at,
    })
}

/// Confirms the address to be, or stops the change, as the link is for. What it did.
pub async fn use_link(deps: &Deps, caller: &Caller, token: &str) -> Result<EmailLinkPurpose> {
    let secret = SecretHash::of(token);
    let (purpose, change, _) = mailed_link::opened(deps, caller, find(deps, &secret)).await?;
    let tx = deps.db.begin().await?;
    users::store::lock(&tx, change.user).await?;
    let account = usable(users::store::by_id(&*tx, change.user).await?, deps.now())?;
    if !email_changes::spend(&tx, &secret, deps.now()).await? {
        return Err(AccountRefusal::EmailLinkOver.into());
    }
    match purpose {
        EmailLinkPurpose::Confirm => confirm(&tx, deps, caller, account, change).await?,
        EmailLinkPurpose::Stop => {
            let event = about(caller, &account, AuditAction::EmailChangeEnded);
            audit::record(&tx, deps, event.with("email", &change.email)).await?;
        }
    }
    tx.commit().await?;
    deps.mail_bell.notify_one();
    Ok(purpose)
}

/// The address is in force from now on; both are told, and links that were mailed to the old one are void.
async fn confirm(
    tx: &Tx,
    deps: &Deps,
    caller: &Caller,
    before: Account,
    change: EmailChange,
) -> Result<()> {
    let mut after = before.clone();
    after.email = change.email;
    if !users::store::update(tx, &after).await? {
        return Err(Refusal::Stale.into());
    }
    invitations::store::void_all(tx, after.id, deps.now()).await?;
    let event = about(caller, &after, AuditAction::EmailChanged);
    let event = event.changed("email", &before.email, &after.email);
    audit::record(tx, deps, event).await?;
    let letter = Letter::EmailChanged {
        old: before.email.clone(),
        new: after.email.clone(),
    };
    for account in [&before, &after] {
        mail::outbox::queue(tx, deps, &account.recipient()?, &letter).await?;
    }
    Ok(())
}

/// The change that a link is about and its account, if both can still be used.
async fn find(
    deps: &Deps,
    secret: &SecretHash,
) -> Result<(EmailLinkPurpose, EmailChange, Account)> {
    let (db, now) = (deps.db.read(), deps.now());
    let (purpose, change) = email_changes::presented(db, secret, now)
        .await?
        .ok_or(AccountRefusal::EmailLinkOver)?;
    let account = usable(users::store::by_id(db, change.user).await?, now)?;
    Ok((purpose, change, account))
}

/// What has become of the account is nobody's business who merely holds a link.
fn usable(account: Option<Account>, now: Timestamp) -> Result<Account> {
    let can_sign_in = |account: &Account| {
        matches!(
            account.status(now),
            AccountStatus::Active | AccountStatus::Invited
        )
    };
    let over = || AccountRefusal::EmailLinkOver.into();
    account.filter(can_sign_in).ok_or_else(over)
}

/// A link that is on its way to the address to be.
struct NewLink {
    confirm: SecretHash,
    mail: app::MailId,
    expires_at: Timestamp,
}

impl NewLink {
    async fn to(tx: &Tx, deps: &Deps, account: &Account, email: &EmailAddress) -> Result<Self> {
        let secret = Secret::generate(&*deps.random);
        let expires_at = deps.now().plus_seconds(LIFETIME);
        let letter = Letter::EmailConfirmation {
            link: address_of(deps, &secret),
            expires_at,
        };
        let recipient = Recipient {
            email: email.clone(),
            ..account.recipient()?
        };
        Ok(Self {
            confirm: secret.hash(),
            mail: mail::outbox::queue(tx, deps, &recipient, &letter).await?,
            expires_at,
        })
    }
}

fn address_of(deps: &Deps, secret: &Secret) -> String {
    format!("{}{}#{}", deps.public_url, door::EMAIL, secret.reveal())
}

fn about(caller: &Caller, account: &Account, action: AuditAction) -> Entry {
    Entry::by_oneself(
        account.id,
        &account.login_id,
        account.company,
        caller,
        action,
    )
}

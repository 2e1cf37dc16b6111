//! The rules on invitations and links.

use app::{
    UserId,
    audit::AuditAction,
    door,
    invitations::{InvitationRefusal, InvitationView, LinkPurpose, LinkView},
    roles::Permission,
    users::{AccountStatus, UserRefusal},
};

use super::store::{self, Link, NewLink};
use crate::{
    actor::Actor,
    audit, companies,
    db::Tx,
    deps::Deps,
    desk::Caller,
    error::{Error, Result},
    mail::{self, Letter},
    mailed_link, policies,
    secret::{Secret, SecretHash},
    throttle::{self, Subject},
    users::{self, Account},
};

/// Seconds in an hour.
const HOUR: i64 = 60 * 60;
/// How long a password link can be used, in seconds.
const PASSWORD_LINK_LIFETIME: i64 = 30 * 60;
/// Invitations that User Detail shows.
const SHOWN: u64 = 20;

/// Issue Credentials: a new invitation and its mail; the older link is void.
pub async fn issue(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    user: UserId,
) -> Result<InvitationView> {
    let tx = deps.db.begin().await?;
    issue_again_in(&tx, deps, actor, caller, user).await?;
    let view = store::newest(&*tx, user, deps.now())
        .await?
        .ok_or_else(|| Error::Broken("an invitation just made is not there".into()))?;
    tx.commit().await?;
    deps.mail_bell.notify_one();
    Ok(view)
}

/// Issue Credentials in a transaction under way.
pub async fn issue_again_in(
    tx: &Tx,
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    user: UserId,
) -> Result<()> {
    let scope = actor.may(Permission::CredentialsIssue)?;
    let account = users::store::find(&**tx, scope, user).await?;
    users::rules::not_in_the_bin(&account)?;
    users::rules::not_stronger(&**tx, actor, &account).await?;
    if matches!(
        account.status(deps.now()),
        AccountStatus::Disabled | AccountStatus::Expired
    ) {
        return Err(UserRefusal::CannotSignIn.into());
    }
    issue_in(tx, deps, actor, caller, &account).await
}

/// Makes an invitation, its mail and its audit event in a transaction under way.
pub async fn issue_in(
    tx: &Tx,
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    account: &Account,
) -> Result<()> {
    let company = companies::store::refs(&**tx, [account.company.0])
        .await?
        .pop();
    let secret = Secret::generate(&*deps.random);
    let policy = policies::store::in_force(&**tx, &account.path).await?;
    let lifetime = i64::from(policy.invitation_lifetime_hours.value) * HOUR;
    let expires_at = deps.now().plus_seconds(lifetime);
    let recipient = account.recipient()?;
    let letter = Letter::Invitation {
        login_id: account.login_id.clone(),
        name: recipient.name.clone(),
        company: company.map(|company| company.name).unwrap_or_default(),
        link: format!(
            "{}{}#{}",
            deps.public_url,
            door::INVITATION,
            secret.reveal()
        ),
        expires_at,
    };
    let mail = mail::outbox::queue(tx, deps, &recipient, &letter).await?;
    let link = NewLink {
        user: account.id,
        purpose: LinkPurpose::Invitation,
        token: secret.hash(),
        email: &account.email,
        mail,
        expires_at,
    };
    store::replace(tx, link, deps.now()).await?;
    let event = audit::Entry::by(actor, caller, AuditAction::CredentialsIssued)
        .on(account.id, &account.login_id, account.company)
        .with("email", &account.email);
    audit::record(tx, deps, event).await
}

/// Makes a password link and its mail in a transaction under way.
pub async fn password_link_in(tx: &Tx, deps: &Deps, account: &Account) -> Result<()> {
    let secret = Secret::generate(&*deps.random);
    let expires_at = deps.now().plus_seconds(PASSWORD_LINK_LIFETIME);
    let recipient = account.recipient()?;
    let letter = Letter::PasswordReset {
        login_id: account.login_id.clone(),
        name: recipient.name.clone(),
        link: format!("{}{}#{}", deps.public_url, door::PASSWORD, secret.reveal()),
        expires_at,
    };
    let mail = mail::outbox::queue(tx, deps, &recipient, &letter).await?;
    let link = NewLink {
        user: account.id,
        purpose: LinkPurpose::PasswordReset,
        token: secret.hash(),
        email: &account.email,
        mail,
        expires_at,
    };
    store::replace(tx, link, deps.now()).await?;
    Ok(())
}

/// The invitations of a user, newest first.
pub async fn list(deps: &Deps, actor: &Actor, user: UserId) -> Result<Vec<InvitationView>> {
    let scope = actor.may(Permission::UsersRead)?;
    users::store::find(deps.db.read(), scope, user).await?;
    store::of_user(deps.db.read(), user, deps.now(), SHOWN).await
}

/// The link of a secret and its account, if both can still be used. Guesses slow the caller's address down.
pub async fn presented(deps: &Deps, caller: &Caller, token: &str) -> Result<(Link, Account)> {
    mailed_link::opened(deps, caller, usable(deps, &SecretHash::of(token))).await
}

async fn usable(deps: &Deps, token: &SecretHash) -> Result<(Link, Account)> {
    let db = deps.db.read();
    let link = store::find(db, token)
        .await?
        .ok_or(InvitationRefusal::Unknown)?;
    let account = users::store::by_id(db, link.user)
        .await?
        .ok_or(InvitationRefusal::Unknown)?;
    // What has become of the account is nobody's business who merely holds a link.
    match account.status(deps.now()) {
        AccountStatus::Active | AccountStatus::Invited => {}
        AccountStatus::Disabled | AccountStatus::Expired | AccountStatus::Deleted => {
            return Err(InvitationRefusal::Unknown.into());
        }
    }
    link.check(deps.now())?;
    Ok((link, account))
}

/// What the page of a link says. Spends nothing.
pub async fn look(deps: &Deps, caller: &Caller, token: &str) -> Result<LinkView> {
    let (link, account) = presented(deps, caller, token).await?;
    let company = companies::store::refs(deps.db.read(), [account.company.0])
        .await?
        .pop();
    Ok(LinkView {
        purpose: link.purpose,
        login_id: account.login_id,
        first_name: account.first_name,
        last_name: account.last_name,
        company: company.map(|company| company.name).unwrap_or_default(),
        language: account.language,
        expires_at: link.expires_at,
    })
}

/// Asks, with a link that can no longer be used, for a new one: whoever created the account is told by mail.
pub async fn ask(deps: &Deps, caller: &Caller, token: &str) -> Result<()> {
    throttle::charge(deps, &Subject::address(caller.address)).await?;
    let token = SecretHash::of(token);
    let db = deps.db.read();
    let link = store::find(db, &token)
        .await?
        .ok_or(InvitationRefusal::Unknown)?;
    throttle::charge(deps, &Subject::asked_link(link.user)).await?;
    let account = users::store::by_id(db, link.user)
        .await?
        .filter(|account| account.deleted_at.is_none())
        .ok_or(InvitationRefusal::Unknown)?;
    let tx = deps.db.begin().await?;
    match (link.purpose, account.parent) {
        // A forgotten password is the user's own affair: the new link goes to their own mailbox.
        (LinkPurpose::PasswordReset, _) => password_link_in(&tx, deps, &account).await?,
        (LinkPurpose::Invitation, parent) => {
            let told = match parent {
                Some(parent) => users::store::by_id(&*tx, parent).await?,
                None => None,
            };
            if let Some(told) = told {
                let letter = Letter::LinkAsked {
                    login_id: account.login_id.clone(),
                    name: account.to_ref().name,
                    link: format!("{}/admin/users/{}", deps.public_url, account.id),
                };
                mail::outbox::queue(&tx, deps, &told.recipient()?, &letter).await?;
            }
        }
    }
    let event = audit::Entry::by_oneself(
        account.id,
        &account.login_id,
        account.company,
        caller,
        AuditAction::LinkAsked,
    );
    audit::record(&tx, deps, event).await?;
    tx.commit().await?;
    deps.mail_bell.notify_one();
    Ok(())
}

//! What somebody sees of their own account. It needs no permission: the actor is whose account it is.

use app::{
    Page, PageQuery, Refusal, UserId,
    account::{AccountSecurity, ActivityEvent, OwnPassword, SecondFactor},
    audit::AuditEvent,
};
use sea_orm::ConnectionTrait;

use super::own_authenticator::stays;
pub use super::{
    own_authenticator::{begin, confirm, remove, renew_codes},
    own_closing::{close as close_account, preview as preview_closing},
    own_email::{
        ask as ask_for_email, cancel as cancel_email_change, look as look_at_email_link,
        send_again as send_email_link_again, use_link as use_email_link,
    },
    own_password::change as change_password,
    own_preferences::{change as change_preferences, get as preferences},
    own_profile::{change as change_profile, get as profile},
};
use crate::{
    actor::Actor,
    audit,
    credentials::{recovery_code, totp},
    deps::Deps,
    error::Result,
    policies,
    users::{self, Account},
};

/// By what the actor signs in.
pub async fn security(deps: &Deps, actor: &Actor) -> Result<AccountSecurity> {
    let db = deps.db.read();
    let account = own(db, actor).await?;
    let policy = policies::store::in_force(db, &account.path).await?;
    let required = account.second_factor_required(&policy);
    let min_length = policy.shortest_password(has_second_factor(&account, required));
    Ok(AccountSecurity {
        password: account
            .password_set_at
            .map(|set_at| OwnPassword { set_at, min_length }),
        second_factor: SecondFactor {
            required,
            authenticator_bound_at: account.enrolled_at,
            stays: match account.enrolled_at {
                Some(_) => stays(&account, &policy, totp::is_by_choice(db, account.id).await?),
                None => None,
            },
            recovery_codes_left: recovery_code::left(db, account.id).await?,
        },
    })
}

/// A page of what the actor did, and of what was done to their account.
pub async fn activity(deps: &Deps, actor: &Actor, page: PageQuery) -> Result<Page<ActivityEvent>> {
    let events = audit::list_of(deps, actor.user, &page).await?;
    Ok(events.map(|event| seen_by(actor.user, event)))
}

/// The event as `user` sees it. From where others acted is a matter of theirs.
fn seen_by(user: UserId, event: AuditEvent) -> ActivityEvent {
    let really = event.behind.as_ref().or(event.actor.as_ref());
    let own_or_nobodys = really.is_none_or(|really| really.id == user);
    ActivityEvent {
        id: event.id,
        at: event.at,
        action: event.action,
        succeeded: event.succeeded,
        origin: event.origin,
        address: own_or_nobodys.then_some(event.address),
        actor: event.actor,
        behind: event.behind,
        subject: event.subject,
    }
}

/// The actor's account.
pub(super) async fn own(db: &impl ConnectionTrait, actor: &Actor) -> Result<Account> {
    let account = users::store::by_id(db, actor.user).await?;
    Ok(account.ok_or(Refusal::NotSignedIn)?)
}

/// Whether a sign-in asks for an authenticator beside the password, so that the password may be shorter.
pub(super) fn has_second_factor(account: &Account, required: bool) -> bool {
    required && account.enrolled_at.is_some()
}

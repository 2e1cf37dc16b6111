//! Trusted addresses of a user: setting them, and trying beforehand what they would mean.

use std::net::IpAddr;

use app::{
    Refusal, UserId,
    audit::AuditAction,
    policies::TrustedAddresses,
    roles::Permission,
    users::{
        AddressTrial, AddressVerdict, AddressesDraft, SignInElsewhere, User, UserRef, UserRefusal,
    },
};

use sea_orm::ConnectionTrait;

use super::{account::Account, rules, service::editable, store, view::view};
use crate::{
    actor::Actor,
    audit,
    deps::Deps,
    desk::Caller,
    error::{Error, Result},
    policies, roles,
};

/// How many sign-ins from elsewhere a trial tells.
const TOLD: usize = 100;

/// Sets from where a user may come, if they are still at `version`.
pub async fn set(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    id: UserId,
    version: i64,
    draft: AddressesDraft,
) -> Result<User> {
    let scope = actor.may(Permission::UsersUpdate)?;
    actor.in_person()?;
    let wanted = draft.check()?;
    let tx = deps.db.begin().await?;
    // The role before the people, in the same order as everybody else.
    roles::store::lock_operator_administrators(&tx).await?;
    let mut account = editable(&tx, actor, scope, id).await?;
    if actor.user == id {
        // Whoever a policy keeps to an office must not let themselves out of it.
        actor
            .may(Permission::OperatorManage)
            .map_err(|_| UserRefusal::Oneself)?;
    }
    rules::same_version(version, account.version)?;
    let before = account.trusted_addresses()?;
    if before != wanted {
        account.trust(&wanted);
        if !store::update(&tx, &account).await? {
            return Err(Refusal::Stale.into());
        }
        rules::still_let_in(&tx, actor, caller).await?;
        let event = audit::Entry::by(actor, caller, AuditAction::TrustedAddressesSet)
            .on(id, &account.login_id, account.company)
            .changed("trusted_addresses", &before, &wanted);
        audit::record(&tx, deps, event).await?;
    }
    let account = store::find(&*tx, scope, id).await?;
    let user = view(&*tx, deps, actor, account).await?;
    tx.commit().await?;
    Ok(user)
}

/// The addresses set for `user`, as they are stored. What cannot be read keeps everybody out.
pub fn read(user: UserId, stored: &str) -> Result<TrustedAddresses> {
    TrustedAddresses::read(stored).map_err(|_| {
        Error::Broken(format!(
            "the trusted addresses of user {user} cannot be read"
        ))
    })
}

/// From where the user of `account` may come.
pub async fn in_force(db: &impl ConnectionTrait, account: &Account) -> Result<TrustedAddresses> {
    let policy = policies::store::in_force(db, &account.path).await?;
    account.addresses_in_force(&policy)
}

/// Whether somebody would get in, and who of late would not have.
pub async fn try_out(
    deps: &Deps,
    actor: &Actor,
    id: UserId,
    trial: AddressTrial,
) -> Result<AddressVerdict> {
    let scope = actor.may(Permission::UsersRead)?;
    let (addresses, address) = trial.check()?;
    let account = store::find(deps.db.read(), scope, id).await?;
    let addresses = match addresses {
        Some(addresses) => addresses,
        None => in_force(deps.db.read(), &account).await?,
    };
    let since = deps.now().plus_seconds(-audit::sign_ins::OF_LATE);
    let sign_ins = audit::sign_ins::of_user(deps.db.read(), id, since).await?;
    let elsewhere = sign_ins
        .into_iter()
        .filter(|sign_in| {
            let from = sign_in.address.parse::<IpAddr>();
            from.is_ok_and(|from| !addresses.let_in(from))
        })
        .take(TOLD)
        .map(|sign_in| SignInElsewhere {
            user: UserRef {
                name: account.to_ref().name,
                ..sign_in.user
            },
            address: sign_in.address,
            times: sign_in.times,
            last_at: sign_in.last_at,
        })
        .collect();
    Ok(AddressVerdict {
        let_in: address.map(|address| addresses.let_in(address)),
        by: address.and_then(|address| addresses.entry_for(address)),
        elsewhere,
    })
}

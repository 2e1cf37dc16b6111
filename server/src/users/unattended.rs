//! Somebody who is not in a session: a job goes on for them, or a program acts by a token of theirs.

use app::{
    Timestamp, UserId,
    policies::TrustedAddresses,
    roles::{Channel, Permissions},
    sign_in::Me,
    users::AccountStatus,
};
use sea_orm::ConnectionTrait;

use super::{account::Account, rules, store};
use crate::{
    actor::{Actor, By},
    companies,
    error::Result,
    policies, roles,
};

/// A user who can act now, and from where.
pub struct Present {
    /// The account.
    pub account: Account,
    /// From where they may act.
    pub addresses: TrustedAddresses,
}

/// The user, if their account can be used now.
pub async fn present(
    db: &impl ConnectionTrait,
    user: UserId,
    now: Timestamp,
) -> Result<Option<Present>> {
    // Who has no password can act by a token all the same.
    let is_open = |account: &Account| {
        matches!(
            account.status(now),
            AccountStatus::Active | AccountStatus::Invited
        )
    };
    let Some(account) = store::by_id(db, user).await?.filter(is_open) else {
        return Ok(None);
    };
    let policy = policies::store::in_force(db, &account.path).await?;
    let addresses = account.addresses_in_force(&policy)?;
    Ok(Some(Present { account, addresses }))
}

impl Present {
    /// Them as they act by `by` on `channel`, with what they may do of `within`, until `ends_at`.
    pub async fn actor(
        self,
        db: &impl ConnectionTrait,
        by: By,
        channel: Channel,
        within: Option<Permissions>,
        ends_at: Timestamp,
    ) -> Result<Option<Actor>> {
        let Present { account, addresses } = self;
        let mut rights = roles::store::rights(db, account.id).await?;
        if let Some(within) = within {
            rights.permissions = rights.permissions.shared_with(within);
        }
        let company = companies::store::refs(db, [account.company.0]).await?.pop();
        let Some(company) = company else {
            return Ok(None);
        };
        Ok(Some(Actor {
            user: account.id,
            login_id: account.login_id.clone(),
            by,
            session_expires_at: ends_at,
            company: account.company,
            channel,
            permissions: rights.permissions,
            scope: rules::reach(&account.path, &rights),
            addresses,
            behind: None,
            me: Me {
                id: account.id,
                login_id: account.login_id,
                email: account.email,
                first_name: account.first_name,
                last_name: account.last_name,
                company,
                permissions: rights.permissions.on(channel),
                held: rights.permissions,
                language: account.language,
                time_zone: account.time_zone,
                date_output: account.date_output,
                date_input: account.date_input,
                theme: account.theme,
                previous_sign_in_at: account.last_sign_in_at,
                expires_at: account.expires_at,
                session_expires_at: Some(ends_at).filter(|end| end.millis() != store::NEVER),
                acting: None,
                acting_over: None,
            },
        }))
    }
}

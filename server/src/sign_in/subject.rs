//! Under what the failures of an account are counted.

use std::net::IpAddr;

use app::users::LoginId;
use sea_orm::ConnectionTrait;

use super::devices::{self, Device};
use crate::{error::Result, throttle::Subject, users::Account};

/// What failures of this account are counted under: from an address at which its user has signed in before, they
/// are counted apart, so that a stranger's failures elsewhere do not keep the user out.
pub async fn account_subject(
    db: &impl ConnectionTrait,
    address: Option<IpAddr>,
    login_id: &LoginId,
    account: Option<&Account>,
) -> Result<Subject> {
    if let (Some(account), Some(address)) = (account, address)
        && devices::is_known(db, account.id, &Device::at(address)).await?
    {
        return Ok(Subject::account_at(login_id, address));
    }
    Ok(Subject::account(login_id))
}

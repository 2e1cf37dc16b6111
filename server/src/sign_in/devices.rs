//! The devices with which users were seen: networks and browsers, by the hashes of what they are known by.

use std::net::IpAddr;

use app::{Timestamp, UserId, sessions::known_device};
use sea_orm::ConnectionTrait;

use crate::{
    db::{Tx, sql},
    error::Result,
    secret::SecretHash,
    throttle,
};

/// What a device is known by.
#[derive(Clone, Debug)]
pub struct Device(SecretHash);

impl Device {
    /// The network that an address belongs to.
    pub fn at(address: IpAddr) -> Self {
        Self(SecretHash::of(&throttle::network(address)))
    }

    /// A browser or app, by what it says it is.
    pub fn of(user_agent: &str) -> Self {
        Self(SecretHash::of(&format!("user-agent:{user_agent}")))
    }
}

/// A new device that its user was told of.
#[derive(Clone, Debug)]
pub struct NewDevice {
    /// When they signed in with it.
    pub at: Timestamp,
    /// Browser and system, as far as they are known.
    pub name: Option<String>,
    /// From where it came then.
    pub address: String,
}

/// Remembers that `user` was seen with `device`. Whether they were seen with it before.
pub async fn remember(tx: &Tx, user: UserId, device: &Device, now: Timestamp) -> Result<bool> {
    const SQL: &str = "
        INSERT INTO known_devices (user_id, device_hash, last_seen_at) VALUES ($1, $2, $3)
        ON CONFLICT (user_id, device_hash) DO UPDATE SET last_seen_at = $3";
    let seen = last_seen(&**tx, user, device).await?;
    // To the day is enough, and spares the one who signs in often a write.
    if seen.is_none_or(|seen| seen < now.plus_seconds(-24 * 60 * 60)) {
        let values = [user.0.into(), device.0.as_str().into(), now.millis().into()];
        sql::execute(&**tx, SQL, values).await?;
    }
    Ok(seen.is_some())
}

/// Whether `user` was seen with `device` before.
pub async fn is_known(db: &impl ConnectionTrait, user: UserId, device: &Device) -> Result<bool> {
    Ok(last_seen(db, user, device).await?.is_some())
}

/// Notes that `user` is told of the browser that says it is `user_agent`, which came from `address`.
pub async fn note_told(
    tx: &Tx,
    user: UserId,
    user_agent: &str,
    address: IpAddr,
    now: Timestamp,
) -> Result<()> {
    const SQL: &str = "
        UPDATE known_devices SET told_at = $1, device = $2, address = $3
        WHERE user_id = $4 AND device_hash = $5";
    let values = [
        now.millis().into(),
        known_device(user_agent).unwrap_or_default().into(),
        address.to_string().into(),
        user.0.into(),
        Device::of(user_agent).0.as_str().into(),
    ];
    sql::execute(&**tx, SQL, values).await?;
    Ok(())
}

/// The newest device that `user` was told of since then, other than `this`.
pub async fn newest_told(
    db: &impl ConnectionTrait,
    user: UserId,
    since: Timestamp,
    this: Option<&Device>,
) -> Result<Option<NewDevice>> {
    const SQL: &str = "
        SELECT told_at, device, address FROM known_devices
        WHERE user_id = $1 AND told_at > $2 AND device_hash <> $3 ORDER BY told_at DESC LIMIT 1";
    let this = this.map_or("", |device| device.0.as_str());
    let values = [user.0.into(), since.millis().into(), this.into()];
    let Some(row) = sql::one(db, SQL, values).await? else {
        return Ok(None);
    };
    let name: String = row.try_get_by_index(1)?;
    Ok(Some(NewDevice {
        at: Timestamp::from_millis(row.try_get_by_index(0)?),
        name: Some(name).filter(|name| !name.is_empty()),
        address: row.try_get_by_index(2)?,
    }))
}

async fn last_seen(
    db: &impl ConnectionTrait,
    user: UserId,
    device: &Device,
) -> Result<Option<Timestamp>> {
    let row = sql::one(
        db,
        "SELECT last_seen_at FROM known_devices WHERE user_id = $1 AND device_hash = $2",
        [user.0.into(), device.0.as_str().into()],
    )
    .await?;
    let millis = row.map(|row| row.try_get_by_index(0)).transpose()?;
    Ok(millis.map(Timestamp::from_millis))
}

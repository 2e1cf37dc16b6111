//! Sets of permissions, each permission on its channels.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Channel, Permission};

/// A set of permissions per channel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "PermissionLists", into = "PermissionLists")]
pub struct Permissions([u64; 3]);

impl Permissions {
    /// No permission at all.
    pub const NONE: Permissions = Permissions([0; 3]);

    /// The same permissions on every channel.
    pub fn on_every_channel(permissions: &[Permission]) -> Self {
        let mut set = Self::NONE;
        for &permission in permissions {
            for channel in Channel::ALL {
                set.grant(permission, channel);
            }
        }
        set
    }

    /// Adds one permission on one channel.
    pub fn grant(&mut self, permission: Permission, channel: Channel) {
        self.0[channel as usize] |= 1 << permission as u64;
    }

    /// Whether `permission` is held on `channel`.
    pub fn allows(self, permission: Permission, channel: Channel) -> bool {
        self.0[channel as usize] & (1 << permission as u64) != 0
    }

    /// What either set holds.
    pub fn union(self, other: Permissions) -> Permissions {
        Permissions(std::array::from_fn(|channel| {
            self.0[channel] | other.0[channel]
        }))
    }

    /// Whether everything in `other` is in this set too.
    pub fn covers(self, other: Permissions) -> bool {
        self.0
            .iter()
            .zip(other.0)
            .all(|(mine, theirs)| theirs & !mine == 0)
    }

    /// The permissions held on `channel`.
    pub fn on(self, channel: Channel) -> Vec<Permission> {
        Permission::ALL
            .iter()
            .copied()
            .filter(|&permission| self.allows(permission, channel))
            .collect()
    }

    /// Adds what is stored under these names. What this version does not know is passed over: it opens nothing.
    pub fn grant_stored(&mut self, permission: &str, channel: &str) {
        if let (Some(permission), Some(channel)) = (
            Permission::from_code(permission),
            Channel::from_code(channel),
        ) {
            self.grant(permission, channel);
        }
    }

    /// Takes one permission on one channel away.
    pub fn revoke(&mut self, permission: Permission, channel: Channel) {
        self.0[channel as usize] &= !(1 << permission as u64);
    }

    /// What this set holds and `other` does not.
    pub fn minus(self, other: Permissions) -> Permissions {
        Permissions(std::array::from_fn(|channel| {
            self.0[channel] & !other.0[channel]
        }))
    }

    /// What both sets hold.
    pub fn shared_with(self, other: Permissions) -> Permissions {
        Permissions(std::array::from_fn(|channel| {
            self.0[channel] & other.0[channel]
        }))
    }

    /// Whether nothing is in it.
    pub fn is_empty(self) -> bool {
        self == Self::NONE
    }

    /// How many permissions are in it, each counted once per channel.
    pub fn count(self) -> u32 {
        self.0.iter().map(|channel| channel.count_ones()).sum()
    }

    /// Whether `permission` is held on any channel.
    pub fn holds(self, permission: Permission) -> bool {
        Channel::ALL
            .into_iter()
            .any(|channel| self.allows(permission, channel))
    }

    /// Every permission in it with its channel, in the order of the matrix.
    pub fn each(self) -> impl Iterator<Item = (Permission, Channel)> {
        Permission::ALL
            .iter()
            .flat_map(|&permission| Channel::ALL.map(|channel| (permission, channel)))
            .filter(move |&(permission, channel)| self.allows(permission, channel))
    }
}

impl std::fmt::Display for Permissions {
    /// As the audit trail and the API name it: `users:read (web, api), mail:read (web)`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut between = "";
        for &permission in Permission::ALL {
            let on = Channel::ALL
                .into_iter()
                .filter(|&channel| self.allows(permission, channel));
            let on: Vec<&str> = on.map(Channel::code).collect();
            if !on.is_empty() {
                write!(f, "{between}{} ({})", permission.code(), on.join(", "))?;
                between = ", ";
            }
        }
        Ok(())
    }
}

/// A set of permissions as it is sent: for each channel those that are held there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PermissionLists {
    /// In a browser.
    #[serde(default)]
    pub web: Vec<Permission>,
    /// In an installed app or mobile client.
    #[serde(default)]
    pub app: Vec<Permission>,
    /// For programs.
    #[serde(default)]
    pub api: Vec<Permission>,
}

impl From<PermissionLists> for Permissions {
    fn from(lists: PermissionLists) -> Self {
        let mut set = Self::NONE;
        for (channel, list) in [
            (Channel::Web, lists.web),
            (Channel::App, lists.app),
            (Channel::Api, lists.api),
        ] {
            for permission in list {
                set.grant(permission, channel);
            }
        }
        set
    }
}

impl From<Permissions> for PermissionLists {
    fn from(set: Permissions) -> Self {
        Self {
            web: set.on(Channel::Web),
            app: set.on(Channel::App),
            api: set.on(Channel::Api),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Channel, Permission, Permissions};
    use proptest::prelude::*;

    fn any_set() -> impl Strategy<Value = Permissions> {
        proptest::collection::vec((0..Permission::ALL.len(), 0..Channel::ALL.len()), 0..20)
            .prop_map(|grants| {
                let mut set = Permissions::NONE;
                for (permission, channel) in grants {
                    set.grant(Permission::ALL[permission], Channel::ALL[channel]);
                }
                set
            })
    }

    proptest! {
        #[test]
        fn what_is_sent_is_what_is_read(set in any_set()) {
            let sent = serde_json::to_string(&set).unwrap();
            prop_assert_eq!(serde_json::from_str::<Permissions>(&sent).unwrap(), set);
            prop_assert_eq!(set.each().count(), set.count() as usize);
        }

        #[test]
        fn a_difference_and_what_is_shared_make_the_whole(a in any_set(), b in any_set()) {
            prop_assert_eq!(a.minus(b).union(a.shared_with(b)), a);
            prop_assert!(a.minus(b).shared_with(b).is_empty());
            prop_assert_eq!(b.covers(a), a.minus(b).is_empty());
        }

        #[test]
        fn a_union_holds_what_either_holds_and_nothing_else(a in any_set(), b in any_set()) {
            let both = a.union(b);
            prop_assert!(both.covers(a) && both.covers(b));
            for &permission in Permission::ALL {
                for channel in Channel::ALL {
                    prop_assert_eq!(
                        both.allows(permission, channel),
                        a.allows(permission, channel) || b.allows(permission, channel)
                    );
                }
            }
        }
    }
}

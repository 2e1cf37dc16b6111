//! Permissions: one per function point, granted per channel.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where somebody works from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// A browser.
    Web,
    /// An installed app or mobile client.
    App,
    /// A program.
    Api,
}

impl Channel {
    /// Every channel, in the order of the matrix.
    pub const ALL: [Channel; 3] = [Channel::Web, Channel::App, Channel::Api];

    /// The name under which it is stored and sent.
    pub const fn code(self) -> &'static str {
        match self {
            Channel::Web => "web",
            Channel::App => "app",
            Channel::Api => "api",
        }
    }

    /// The channel of a stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.code() == code)
    }
}

// `tt`, because the macro that describes the API does not see through a captured `literal`.
macro_rules! permissions {
    ($( $(#[$meta:meta])* $name:ident = $code:tt; )*) => {
        /// One function point. On the wire and in the database: `module:function`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
        pub enum Permission {
            $( $(#[$meta])* #[serde(rename = $code)] $name, )*
        }

        impl Permission {
            /// Every permission, module by module.
            pub const ALL: &'static [Permission] = &[$(Permission::$name),*];

            /// The name under which it is stored and sent.
            pub const fn code(self) -> &'static str {
                match self { $( Permission::$name => $code, )* }
            }

            /// The permission of a stored name.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|permission| permission.code() == code)
            }
        }
    };
}

permissions! {
    /// See users and their details.
    UsersRead = "users:read";
    /// Add users.
    UsersCreate = "users:create";
    /// Edit users, disable and enable them.
    UsersUpdate = "users:update";
    /// Delete users, see the bin, restore and purge.
    UsersDelete = "users:delete";
    /// Issue Credentials: send an invitation.
    CredentialsIssue = "credentials:issue";
    /// Enable, disable and reset TFA; lift a lockout.
    CredentialsReset = "credentials:reset";
    /// See where users are signed in.
    SessionsRead = "sessions:read";
    /// End users' sessions.
    SessionsEnd = "sessions:end";
    /// See companies.
    CompaniesRead = "companies:read";
    /// Create companies.
    CompaniesCreate = "companies:create";
    /// Rename and move companies.
    CompaniesUpdate = "companies:update";
    /// Delete companies.
    CompaniesDelete = "companies:delete";
    /// See roles and who has them.
    RolesRead = "roles:read";
    /// Give and take roles.
    RolesAssign = "roles:assign";
    /// See policy classes and what is in force in a company.
    PoliciesRead = "policies:read";
    /// Create policy classes.
    PoliciesCreate = "policies:create";
    /// Edit policy classes.
    PoliciesUpdate = "policies:update";
    /// Delete policy classes.
    PoliciesDelete = "policies:delete";
    /// Choose the policy class of a company.
    PoliciesAssign = "policies:assign";
    /// See audit events.
    AuditRead = "audit:read";
    /// See the mail outbox.
    MailRead = "mail:read";
    /// Send failed mail again.
    MailSend = "mail:send";
    /// Run the whole installation; what makes an operator administrator one.
    OperatorManage = "operator:manage";
}

/// A set of permissions per channel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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

    #[test]
    fn codes_are_read_back() {
        for &permission in Permission::ALL {
            assert_eq!(Permission::from_code(permission.code()), Some(permission));
        }
    }
}

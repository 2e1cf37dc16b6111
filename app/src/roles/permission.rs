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
    /// Log in as another user who has fewer rights.
    UsersLogInAs = "users:log_in_as";
    /// Issue Credentials: send an invitation.
    CredentialsIssue = "credentials:issue";
    /// Enable, disable and reset TFA; lift a lockout.
    CredentialsReset = "credentials:reset";
    /// See where users are signed in.
    SessionsRead = "sessions:read";
    /// End users' sessions.
    SessionsEnd = "sessions:end";
    /// See users' tokens, never their secrets.
    TokensRead = "tokens:read";
    /// Issue API tokens for users.
    TokensIssue = "tokens:issue";
    /// Delete users' tokens.
    TokensDelete = "tokens:delete";
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
    /// Give and take roles and single permissions.
    RolesAssign = "roles:assign";
    /// Create and copy roles.
    RolesCreate = "roles:create";
    /// Edit roles.
    RolesUpdate = "roles:update";
    /// Delete roles.
    RolesDelete = "roles:delete";
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

#[cfg(test)]
mod tests {
    use super::Permission;

    #[test]
    fn codes_are_read_back() {
        for &permission in Permission::ALL {
            assert_eq!(Permission::from_code(permission.code()), Some(permission));
        }
    }
}

//! What is not done while logged in as somebody else.

use super::{Permission, Permissions};

impl Permission {
    /// Whether it is held while logged in as somebody else.
    ///
    /// Everyday work is; what decides who can get in and what they may do is not: passwords, second factors, invitations,
    /// roles, permissions, policy classes, running the installation, and logging in as yet somebody else.
    pub const fn held_while_acting(self) -> bool {
        match self {
            Permission::UsersRead
            | Permission::UsersCreate
            | Permission::UsersUpdate
            | Permission::UsersDelete
            | Permission::SessionsRead
            | Permission::SessionsEnd
            | Permission::TokensRead
            | Permission::CompaniesRead
            | Permission::CompaniesCreate
            | Permission::CompaniesUpdate
            | Permission::CompaniesDelete
            | Permission::RolesRead
            | Permission::PoliciesRead
            | Permission::AuditRead
            | Permission::MailRead
            | Permission::MailSend => true,
            Permission::UsersLogInAs
            | Permission::CredentialsIssue
            | Permission::CredentialsReset
            | Permission::TokensIssue
            | Permission::TokensDelete
            | Permission::RolesAssign
            | Permission::RolesCreate
            | Permission::RolesUpdate
            | Permission::RolesDelete
            | Permission::PoliciesCreate
            | Permission::PoliciesUpdate
            | Permission::PoliciesDelete
            | Permission::PoliciesAssign
            | Permission::OperatorManage => false,
        }
    }
}

impl Permissions {
    /// What of them is held while logged in as somebody else.
    pub fn while_acting(self) -> Permissions {
        let held: Vec<Permission> = Permission::ALL
            .iter()
            .copied()
            .filter(|permission| permission.held_while_acting())
            .collect();
        self.shared_with(Permissions::on_every_channel(&held))
    }
}

#[cfg(test)]
mod tests {
    use crate::roles::{BuiltInRole, Channel, Permission};

    #[test]
    fn nobody_logged_in_as_somebody_else_logs_in_as_a_third_or_touches_credentials_and_rights() {
        let all = BuiltInRole::OperatorAdministrator.permissions();
        let held = all.while_acting();
        for channel in Channel::ALL {
            for &permission in Permission::ALL {
                let rights = ["credentials:", "operator:", "tokens:issue", "tokens:delete"];
                let reads = permission.code().ends_with(":read");
                let never = rights
                    .iter()
                    .any(|code| permission.code().starts_with(code))
                    || permission == Permission::UsersLogInAs
                    || (permission.code().starts_with("roles:") && !reads)
                    || (permission.code().starts_with("policies:") && !reads);
                assert_eq!(held.allows(permission, channel), !never, "{permission:?}");
            }
        }
    }
}

//! Roles: named sets of permissions.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Permission, Permissions};
use crate::{Language, RoleId};

/// The roles that every installation has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BuiltInRole {
    /// Everything, everywhere; belongs to the operator's own company.
    OperatorAdministrator,
    /// Everything within the own company and its subsidiaries.
    CompanyAdministrator,
    /// May see users and reset their credentials.
    HelpDesk,
    /// May see everything and change nothing.
    Auditor,
    /// No administration; a person who signs in.
    User,
}

crate::words! {
    struct RoleWords {
        operator_administrator: "Operator administrator", "運営管理者", "运营商管理员";
        company_administrator: "Company administrator", "会社管理者", "公司管理员";
        help_desk: "Help desk", "ヘルプデスク", "服务台";
        auditor: "Auditor", "監査者", "审计员";
        user: "User", "ユーザー", "用户";
    }
}

impl BuiltInRole {
    /// Every built-in role, from the one with most rights.
    pub const ALL: [BuiltInRole; 5] = [
        BuiltInRole::OperatorAdministrator,
        BuiltInRole::CompanyAdministrator,
        BuiltInRole::HelpDesk,
        BuiltInRole::Auditor,
        BuiltInRole::User,
    ];

    /// The name under which it is stored.
    pub const fn code(self) -> &'static str {
        match self {
            BuiltInRole::OperatorAdministrator => "operator_administrator",
            BuiltInRole::CompanyAdministrator => "company_administrator",
            BuiltInRole::HelpDesk => "help_desk",
            BuiltInRole::Auditor => "auditor",
            BuiltInRole::User => "user",
        }
    }

    /// The role of a stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// What it allows, on every channel.
    pub fn permissions(self) -> Permissions {
        use Permission::*;
        match self {
            BuiltInRole::OperatorAdministrator => Permissions::on_every_channel(Permission::ALL),
            BuiltInRole::CompanyAdministrator => {
                let all: Vec<Permission> = Permission::ALL
                    .iter()
                    .copied()
                    .filter(|&permission| permission != OperatorManage)
                    .collect();
                Permissions::on_every_channel(&all)
            }
            BuiltInRole::HelpDesk => Permissions::on_every_channel(&[
                UsersRead,
                CompaniesRead,
                RolesRead,
                PoliciesRead,
                CredentialsIssue,
                CredentialsReset,
                SessionsRead,
                SessionsEnd,
                TokensRead,
                TokensDelete,
            ]),
            BuiltInRole::Auditor => Permissions::on_every_channel(&[
                UsersRead,
                CompaniesRead,
                RolesRead,
                PoliciesRead,
                SessionsRead,
                TokensRead,
                AuditRead,
                MailRead,
            ]),
            BuiltInRole::User => Permissions::NONE,
        }
    }

    /// Its name in words.
    pub fn words(self, language: Language) -> &'static str {
        let t = RoleWords(language);
        match self {
            BuiltInRole::OperatorAdministrator => t.operator_administrator(),
            BuiltInRole::CompanyAdministrator => t.company_administrator(),
            BuiltInRole::HelpDesk => t.help_desk(),
            BuiltInRole::Auditor => t.auditor(),
            BuiltInRole::User => t.user(),
        }
    }
}

/// Enough of a role to name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RoleRef {
    /// Its identifier.
    pub id: RoleId,
    /// Its name; for a built-in role its code, see [`RoleRef::words`].
    pub name: String,
    /// Whether it came with Doorward.
    pub built_in: bool,
}

impl RoleRef {
    /// The name as a person reads it: a built-in role's in their language, another's as it was given.
    pub fn words(&self, language: Language) -> String {
        match BuiltInRole::from_code(&self.name) {
            Some(role) if self.built_in => role.words(language).to_owned(),
            _ => self.name.clone(),
        }
    }
}

/// A role that can be given to users of a company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Role {
    /// Which role.
    #[serde(flatten)]
    pub role: RoleRef,
    /// Whether the caller holds everything it allows, and so may give it.
    pub grantable: bool,
}

#[cfg(test)]
mod tests {
    use super::BuiltInRole;
    use crate::roles::{Channel, Permission};

    #[test]
    fn only_the_operator_administrator_runs_the_installation() {
        for role in BuiltInRole::ALL {
            assert_eq!(
                role.permissions()
                    .allows(Permission::OperatorManage, Channel::Web),
                role == BuiltInRole::OperatorAdministrator
            );
            assert_eq!(BuiltInRole::from_code(role.code()), Some(role));
        }
    }

    #[test]
    fn the_auditor_changes_nothing() {
        let reads = BuiltInRole::Auditor.permissions().on(Channel::Web);
        assert!(
            reads
                .iter()
                .all(|permission| permission.code().ends_with(":read"))
        );
    }
}

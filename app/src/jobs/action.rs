//! What a job does with each of its users.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{CompanyId, Language, RoleId, Timestamp, roles::Permission};

/// What is done with each user of a job: the same as the action on a single user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum JobAction {
    /// Enable TFA.
    EnableTwoFactor,
    /// Disable TFA.
    DisableTwoFactor,
    /// Reset TFA, for those who have an authenticator.
    ResetTwoFactor,
    /// Sets when the accounts end.
    SetExpiry {
        /// When they end; `null` for never.
        expires_at: Option<Timestamp>,
    },
    /// Gives one more role.
    AddRole {
        /// The role.
        role: RoleId,
    },
    /// Takes one role away. Who has no other gets the default role of their company.
    RemoveRole {
        /// The role.
        role: RoleId,
    },
    /// Moves them to another company.
    Move {
        /// The company.
        company: CompanyId,
    },
    /// Stops them from signing in.
    Disable,
    /// Allows them to sign in again.
    Enable,
    /// Issue Credentials: a new invitation each.
    IssueCredentials,
    /// Moves them into the bin, together with the users they created.
    Delete,
}

crate::words! {
    struct ActionWords {
        enable_two_factor: "Enable TFA", "二要素認証を有効化", "启用双因素身份验证";
        disable_two_factor: "Disable TFA", "二要素認証を無効化", "停用双因素身份验证";
        reset_two_factor: "Reset TFA", "二要素認証をリセット", "重置双因素身份验证";
        set_expiry: "Set expiration date", "有効期限を設定", "设置到期日期";
        add_role: "Add role", "ロールを追加", "添加角色";
        remove_role: "Remove role", "ロールを外す", "移除角色";
        move_: "Move to company", "会社を移動", "移动到其他公司";
        disable: "Disable", "無効にする", "停用";
        enable: "Enable", "有効にする", "启用";
        issue_credentials: "Issue Credentials", "クレデンシャルを発行", "签发凭据";
        delete: "Delete", "削除", "删除";
    }
}

impl JobAction {
    /// What somebody needs for it, as for the action on a single user.
    pub const fn permission(&self) -> Permission {
        match self {
            JobAction::EnableTwoFactor
            | JobAction::DisableTwoFactor
            | JobAction::ResetTwoFactor => Permission::CredentialsReset,
            JobAction::SetExpiry { .. }
            | JobAction::Move { .. }
            | JobAction::Disable
            | JobAction::Enable => Permission::UsersUpdate,
            JobAction::AddRole { .. } | JobAction::RemoveRole { .. } => Permission::RolesAssign,
            JobAction::IssueCredentials => Permission::CredentialsIssue,
            JobAction::Delete => Permission::UsersDelete,
        }
    }

    /// The name on the wire, for the audit trail.
    pub const fn code(&self) -> &'static str {
        match self {
            JobAction::EnableTwoFactor => "enable_two_factor",
            JobAction::DisableTwoFactor => "disable_two_factor",
            JobAction::ResetTwoFactor => "reset_two_factor",
            JobAction::SetExpiry { .. } => "set_expiry",
            JobAction::AddRole { .. } => "add_role",
            JobAction::RemoveRole { .. } => "remove_role",
            JobAction::Move { .. } => "move",
            JobAction::Disable => "disable",
            JobAction::Enable => "enable",
            JobAction::IssueCredentials => "issue_credentials",
            JobAction::Delete => "delete",
        }
    }

    /// The action in words, without what it is done with.
    pub fn words(&self, language: Language) -> &'static str {
        let t = ActionWords(language);
        match self {
            JobAction::EnableTwoFactor => t.enable_two_factor(),
            JobAction::DisableTwoFactor => t.disable_two_factor(),
            JobAction::ResetTwoFactor => t.reset_two_factor(),
            JobAction::SetExpiry { .. } => t.set_expiry(),
            JobAction::AddRole { .. } => t.add_role(),
            JobAction::RemoveRole { .. } => t.remove_role(),
            JobAction::Move { .. } => t.move_(),
            JobAction::Disable => t.disable(),
            JobAction::Enable => t.enable(),
            JobAction::IssueCredentials => t.issue_credentials(),
            JobAction::Delete => t.delete(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::JobAction;
    use crate::{CompanyId, RoleId};

    #[test]
    fn the_code_is_the_name_on_the_wire() {
        for action in [
            JobAction::EnableTwoFactor,
            JobAction::DisableTwoFactor,
            JobAction::ResetTwoFactor,
            JobAction::SetExpiry { expires_at: None },
            JobAction::AddRole { role: RoleId(1) },
            JobAction::RemoveRole { role: RoleId(1) },
            JobAction::Move {
                company: CompanyId(1),
            },
            JobAction::Disable,
            JobAction::Enable,
            JobAction::IssueCredentials,
            JobAction::Delete,
        ] {
            let json = serde_json::to_value(&action).unwrap();
            assert_eq!(json["kind"], action.code());
        }
    }
}

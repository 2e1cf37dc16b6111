//! What an audit event can say has happened.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Language;

// `tt`, because the macro that describes the API does not see through a captured `literal`.
macro_rules! actions {
    ($( $name:ident = $code:tt, $method:ident: $en:literal, $ja:literal, $zh:literal; )*) => {
        /// What happened. On the wire and in the database: `noun.verb`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
        pub enum AuditAction {
            $( #[doc = $en] #[serde(rename = $code)] $name, )*
        }

        crate::words! {
            struct ActionWords { $( $method: $en, $ja, $zh; )* }
        }

        impl AuditAction {
            /// Every action.
            pub const ALL: &'static [AuditAction] = &[$(AuditAction::$name),*];

            /// The name under which it is stored and sent.
            pub const fn code(self) -> &'static str {
                match self { $( AuditAction::$name => $code, )* }
            }

            /// The action of a stored name.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|action| action.code() == code)
            }

            /// The action in words.
            pub fn words(self, language: Language) -> &'static str {
                let t = ActionWords(language);
                match self { $( AuditAction::$name => t.$method(), )* }
            }
        }
    };
}

actions! {
    SetUpDone = "set_up.done", set_up_done: "Set up Doorward", "初期セットアップ", "完成初始设置";
    SignedIn = "sign_in.done", signed_in: "Signed in", "サインイン", "登录";
    SignInFailed = "sign_in.failed", sign_in_failed: "Failed to sign in", "サインイン失敗", "登录失败";
    SecondFactorFailed = "second_factor.failed", second_factor_failed: "Entered a wrong code", "コードの入力誤り", "验证码输入错误";
    EmailCodeSent = "email_code.sent", email_code_sent: "Was sent a code by e-mail", "確認コードのメール送信", "发送邮件验证码";
    EmailCodeFailed = "email_code.failed", email_code_failed: "Entered a wrong e-mail code", "メールの確認コードの入力誤り", "邮件验证码输入错误";
    LogInAsStarted = "log_in_as.started", log_in_as_started: "Logged in as a user", "代理ログイン開始", "开始代为登录";
    LogInAsEnded = "log_in_as.ended", log_in_as_ended: "Ended logging in as a user", "代理ログイン終了", "结束代为登录";
    SignedOut = "sign_in.ended", signed_out: "Signed out", "サインアウト", "退出登录";
    ProofGiven = "session.proved", proof_given: "Confirmed who they are", "本人確認", "确认本人身份";
    SessionEnded = "session.ended", session_ended: "Ended sessions", "セッション終了", "结束会话";
    TokenIssued = "token.issued", token_issued: "Issued a token", "トークン発行", "签发令牌";
    ApiSessionOpened = "api_session.opened", api_session_opened: "Opened an API session", "API セッションの開始", "打开 API 会话";
    TokenReplaced = "token.replaced", token_replaced: "Replaced a token’s secret", "トークンの更新", "更换令牌密文";
    TokenReused = "token.reused", token_reused: "A replaced token was presented again", "使用済みトークンの再使用", "已更换的令牌被再次使用";
    TokenDeleted = "token.deleted", token_deleted: "Deleted tokens", "トークン削除", "删除令牌";
    PasswordSet = "password.set", password_set: "Set a password", "パスワード設定", "设置密码";
    PasswordGenerated = "password.generated", password_generated: "Generated a password", "パスワード生成", "生成密码";
    PasswordForgotten = "password.forgotten", password_forgotten: "Asked for a password link", "パスワード再設定の依頼", "申请密码重置链接";
    AuthenticatorBound = "authenticator.bound", authenticator_bound: "Set up an authenticator", "認証アプリ設定", "设置身份验证器";
    RecoveryCodesMade = "recovery_codes.made", recovery_codes_made: "Made new recovery codes", "リカバリーコード再発行", "重新生成恢复代码";
    RecoveryCodeUsed = "recovery_code.used", recovery_code_used: "Used a recovery code", "リカバリーコード使用", "使用恢复代码";
    TwoFactorEnabled = "two_factor.enabled", two_factor_enabled: "Enabled TFA", "二要素認証を有効化", "启用双因素身份验证";
    TwoFactorDisabled = "two_factor.disabled", two_factor_disabled: "Disabled TFA", "二要素認証を無効化", "停用双因素身份验证";
    TwoFactorReset = "two_factor.reset", two_factor_reset: "Reset TFA", "二要素認証をリセット", "重置双因素身份验证";
    VerificationSet = "verification.set", verification_set: "Set verification methods", "追加認証の設定", "设置验证方式";
    UserCreated = "user.created", user_created: "Added a user", "ユーザー追加", "添加用户";
    UserChanged = "user.changed", user_changed: "Edited a user", "ユーザー編集", "编辑用户";
    ProfileChanged = "profile.changed", profile_changed: "Edited their account", "アカウント情報の編集", "编辑自己的账户";
    PreferencesChanged = "preferences.changed", preferences_changed: "Changed their preferences", "個人設定の変更", "更改偏好设置";
    EmailChangeAsked = "email_change.asked", email_change_asked: "Asked for another e-mail address", "メールアドレス変更の依頼", "申请更改电子邮件地址";
    EmailChangeEnded = "email_change.ended", email_change_ended: "Gave up another e-mail address", "メールアドレス変更の取り消し", "取消更改电子邮件地址";
    EmailChanged = "email.changed", email_changed: "Confirmed their e-mail address", "メールアドレスの確認", "确认电子邮件地址";
    AccountClosed = "account.closed", account_closed: "Closed their account", "アカウントの閉鎖", "注销自己的账户";
    AccessChanged = "user.access_changed", access_changed: "Changed a user’s access", "アクセス権の変更", "更改用户的访问权限";
    UserDisabled = "user.disabled", user_disabled: "Disabled a user", "ユーザー無効化", "停用用户";
    UserEnabled = "user.enabled", user_enabled: "Enabled a user", "ユーザー有効化", "启用用户";
    UserUnlocked = "user.unlocked", user_unlocked: "Lifted a lockout", "ロック解除", "解除锁定";
    TrustedAddressesSet = "trusted_addresses.set", trusted_addresses_set: "Set trusted addresses", "許可アドレスの設定", "设置受信任地址";
    TokenExpirationSet = "token_expiration.set", token_expiration_set: "Set token expiration", "トークンの有効期限の設定", "设置令牌有效期";
    UserDeleted = "user.deleted", user_deleted: "Deleted a user", "ユーザー削除", "删除用户";
    UserRestored = "user.restored", user_restored: "Restored a user", "ユーザー復元", "还原用户";
    UsersExported = "user.exported", users_exported: "Exported users", "ユーザーのエクスポート", "导出用户";
    UserPurged = "user.purged", user_purged: "Purged a user", "ユーザー完全削除", "彻底删除用户";
    CredentialsIssued = "credentials.issued", credentials_issued: "Issued credentials", "クレデンシャル発行", "签发凭据";
    InvitationAccepted = "invitation.accepted", invitation_accepted: "Accepted an invitation", "招待の受諾", "接受邀请";
    LinkAsked = "invitation.asked", link_asked: "Asked for a new link", "新しいリンクの依頼", "申请新链接";
    CompanyCreated = "company.created", company_created: "Created a company", "会社作成", "创建公司";
    CompanyChanged = "company.changed", company_changed: "Changed a company", "会社変更", "更改公司";
    CompanyDeleted = "company.deleted", company_deleted: "Deleted a company", "会社削除", "删除公司";
    AuditExported = "audit.exported", audit_exported: "Exported the audit trail", "監査ログのエクスポート", "导出审计日志";
    RoleCreated = "role.created", role_created: "Created a role", "ロール作成", "创建角色";
    RoleChanged = "role.changed", role_changed: "Changed a role", "ロール変更", "更改角色";
    RoleDeleted = "role.deleted", role_deleted: "Deleted a role", "ロール削除", "删除角色";
    DefaultRoleSet = "default_role.set", default_role_set: "Set a default role", "既定のロール設定", "设置默认角色";
    PolicyClassCreated = "policy_class.created", policy_class_created: "Created a policy class", "ポリシークラス作成", "创建策略类";
    PolicyClassChanged = "policy_class.changed", policy_class_changed: "Changed a policy class", "ポリシークラス変更", "更改策略类";
    PolicyClassDeleted = "policy_class.deleted", policy_class_deleted: "Deleted a policy class", "ポリシークラス削除", "删除策略类";
    PolicyClassAssigned = "policy_class.assigned", policy_class_assigned: "Chose a company’s policy class", "会社のポリシークラス指定", "指定公司的策略类";
    JobStarted = "job.started", job_started: "Started a job", "ジョブ開始", "开始任务";
    JobEnded = "job.ended", job_ended: "A job ended", "ジョブ終了", "任务结束";
    MailSentAgain = "mail.sent_again", mail_sent_again: "Sent a mail again", "メール再送", "重新发送邮件";
}

#[cfg(test)]
mod tests {
    use super::AuditAction;

    #[test]
    fn codes_are_distinct_and_read_back() {
        for &action in AuditAction::ALL {
            assert_eq!(AuditAction::from_code(action.code()), Some(action));
        }
    }
}

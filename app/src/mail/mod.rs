//! Mail: the outbox as administrators see it.

pub mod api;
mod refusal;

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use refusal::MailRefusal;

use crate::{Language, MailId, Page, PageQuery, Refusal, Timestamp, UserId};

macro_rules! kinds {
    ($( $(#[$meta:meta])* $name:ident = $code:literal, $method:ident: $en:literal, $ja:literal, $zh:literal; )*) => {
        /// What a mail tells.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum MailKind {
            $( #[doc = $en] $name, )*
        }

        crate::words! {
            struct KindWords { $( $method: $en, $ja, $zh; )* }
        }

        impl MailKind {
            /// Every kind.
            pub const ALL: &'static [MailKind] = &[$(MailKind::$name),*];

            /// The name under which it is stored and sent.
            pub const fn code(self) -> &'static str {
                match self { $( MailKind::$name => $code, )* }
            }

            /// The kind of a stored name.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.code() == code)
            }

            /// The kind in words.
            pub fn words(self, language: Language) -> &'static str {
                let t = KindWords(language);
                match self { $( MailKind::$name => t.$method(), )* }
            }
        }
    };
}

kinds! {
    Invitation = "invitation", invitation: "User Registration Acceptance Email", "ユーザー登録受付メール", "用户注册受理邮件";
    PasswordReset = "password_reset", password_reset: "Password link", "パスワード再設定リンク", "密码重置链接";
    EmailCode = "email_code", email_code: "Verification code", "確認コード", "邮件验证码";
    PasswordChanged = "password_changed", password_changed: "Password changed", "パスワード変更のお知らせ", "密码已更改";
    PasswordGenerated = "password_generated", password_generated: "Password set by an administrator", "管理者によるパスワード設定のお知らせ", "管理员已设置密码";
    AuthenticatorBound = "authenticator_bound", authenticator_bound: "Authenticator set up", "認証アプリ設定のお知らせ", "已设置身份验证器";
    TwoFactorReset = "two_factor_reset", two_factor_reset: "Two-factor authentication reset", "二要素認証リセットのお知らせ", "双因素身份验证已重置";
    TwoFactorDisabled = "two_factor_disabled", two_factor_disabled: "Two-factor authentication off", "二要素認証無効化のお知らせ", "双因素身份验证已停用";
    EmailConfirmation = "email_confirmation", email_confirmation: "Confirm the e-mail address", "メールアドレスの確認", "确认电子邮件地址";
    EmailChangeAsked = "email_change_asked", email_change_asked: "Another e-mail address was asked for", "メールアドレス変更の受付", "受理电子邮件地址更改";
    EmailChanged = "email_changed", email_changed: "E-mail address changed", "メールアドレス変更のお知らせ", "电子邮件地址已更改";
    NewDevice = "new_device", new_device: "Sign-in from a new device", "新しい端末からのサインイン", "从新设备登录";
    LoggedInAs = "logged_in_as", logged_in_as: "Somebody logged in as you", "代理ログインのお知らせ", "有人以您的身份登录";
    RecoveryCodesRenewed = "recovery_codes_renewed", recovery_codes_renewed: "New recovery codes", "リカバリーコード再発行のお知らせ", "恢复代码已更新";
    RecoveryCodesLow = "recovery_codes_low", recovery_codes_low: "Recovery codes running low", "リカバリーコード残りわずか", "恢复代码即将用完";
    ApiTokenIssued = "api_token_issued", api_token_issued: "API token issued", "API トークン発行のお知らせ", "已签发 API 令牌";
    AccountClosed = "account_closed", account_closed: "Account closed", "アカウント閉鎖のお知らせ", "账户已注销";
    AccountExpiring = "account_expiring", account_expiring: "Account ends soon", "アカウントの期限が近いお知らせ", "账户即将到期";
    UsersExpiring = "users_expiring", users_expiring: "Accounts of users end soon", "期限が近いユーザーのお知らせ", "用户账户即将到期";
    LinkAsked = "link_asked", link_asked: "Somebody asks for a new link", "新しいリンクの依頼", "有人申请新链接";
}

/// How far a mail has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MailState {
    /// Waits to be sent, perhaps again.
    Queued,
    /// Was handed to the mail server, or written as a file.
    Sent,
    /// Was given up.
    Failed,
    /// Is no longer to be sent: what it told of is void.
    Dropped,
}

crate::words! {
    struct StateWords {
        queued: "Queued", "送信待ち", "等待发送";
        sent: "Sent", "送信済み", "已发送";
        failed: "Failed", "失敗", "失败";
        dropped: "Dropped", "取り消し", "已取消";
    }
}

impl MailState {
    /// Every state, in the order of the filter.
    pub const ALL: [MailState; 4] = [
        MailState::Queued,
        MailState::Sent,
        MailState::Failed,
        MailState::Dropped,
    ];

    /// The name under which it is stored and sent.
    pub const fn code(self) -> &'static str {
        match self {
            MailState::Queued => "queued",
            MailState::Sent => "sent",
            MailState::Failed => "failed",
            MailState::Dropped => "dropped",
        }
    }

    /// The state of a stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// The state in words.
    pub fn words(self, language: Language) -> &'static str {
        let t = StateWords(language);
        match self {
            MailState::Queued => t.queued(),
            MailState::Sent => t.sent(),
            MailState::Failed => t.failed(),
            MailState::Dropped => t.dropped(),
        }
    }
}

/// A mail as the Mail page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Mail {
    /// Its identifier.
    pub id: MailId,
    /// What it tells.
    pub kind: MailKind,
    /// Where it goes.
    pub to: String,
    /// The user it concerns.
    pub user: Option<UserId>,
    /// How far it has come.
    pub state: MailState,
    /// How often it was tried.
    pub attempts: u32,
    /// What the mail server said last, if it refused.
    pub last_error: Option<String>,
    /// When it was written.
    pub created_at: Timestamp,
    /// When it is tried next.
    pub next_attempt_at: Option<Timestamp>,
    /// When it was sent.
    pub sent_at: Option<Timestamp>,
}

/// Which mails.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MailQuery {
    /// Only those of this state.
    #[serde(default)]
    pub state: Option<MailState>,
    /// Only those to an address that contains this.
    #[serde(default)]
    pub search: String,
    /// Which page; newest first.
    #[serde(default, flatten)]
    pub page: PageQuery,
}

/// What may be asked about mail.
#[async_trait]
pub trait Mails {
    /// A page of the mails that concern the caller's scope, newest first.
    async fn mails(&self, query: MailQuery) -> Result<Page<Mail>, Refusal>;
    /// Tries a failed or waiting mail again now.
    async fn send_again(&self, id: MailId) -> Result<Mail, Refusal>;
}

//! What is refused about one's own account.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Language;

/// Why something was not done to the caller's own account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AccountRefusal {
    /// They sign in without a password of this portal.
    NoPassword,
    /// No authenticator is bound.
    NoAuthenticator,
    /// The authenticator stays: their policy class asks for one.
    RequiredByPolicy,
    /// The authenticator stays: an administrator asks for one.
    RequiredForYou,
    /// The set-up of an authenticator was not begun in this session, or its time is over.
    SetUpOver,
    /// The mailed link about an e-mail address was used, replaced, given up, or has expired.
    EmailLinkOver,
    /// No other e-mail address is waiting to be confirmed.
    NoEmailChange,
    /// The policy lets nobody close their own account.
    ClosingNotAllowed,
    /// The account stays: it has sub-users, who would go along.
    HasSubUsers,
}

crate::words! {
    struct AccountRefusalWords {
        no_password: "You sign in without a password of this portal, so there is none to change.", "このポータルのパスワードを使わずにサインインしているため、変更するパスワードがありません。", "您登录时不使用本门户的密码，因此没有可更改的密码。";
        no_authenticator: "No authenticator application is set up.", "認証アプリは設定されていません。", "尚未设置身份验证器应用。";
        required_by_policy: "Your company’s policy requires two-factor authentication, so the authenticator can be replaced but not removed.", "会社のポリシーで二要素認証が必須のため、認証アプリは交換できますが、解除はできません。", "您公司的策略要求双因素身份验证，因此身份验证器只能更换，不能移除。";
        required_for_you: "An administrator requires two-factor authentication of you, so the authenticator can be replaced but not removed.", "管理者が二要素認証を必須に設定しているため、認証アプリは交換できますが、解除はできません。", "管理员要求您使用双因素身份验证，因此身份验证器只能更换，不能移除。";
        email_link_over: "This link no longer works: it was used already, has expired, or the change was given up or asked for anew.", "このリンクは使えません。使用済みか期限切れ、または変更が取り消されたか、あらためて依頼されています。", "此链接已失效：它已被使用或已过期，或者更改已被取消或重新申请。";
        no_email_change: "No new e-mail address is waiting to be confirmed.", "確認待ちの新しいメールアドレスはありません。", "没有等待确认的新电子邮件地址。";
        closing_not_allowed: "Your company’s policy does not let users close their own accounts. Ask an administrator.", "会社のポリシーにより、自分のアカウントを閉鎖することはできません。管理者に依頼してください。", "您公司的策略不允许用户注销自己的账户，请联系管理员。";
        has_sub_users: "Your account has sub-users, who would be deleted with it. Ask an administrator to close it.", "サブユーザーも一緒に削除されるため、閉鎖できません。管理者に依頼してください。", "您的账户有子用户，会随之被删除。请联系管理员注销。";
        set_up_over: "This set-up has ended. Begin again.", "この設定手順は終了しました。最初からやり直してください。", "本次设置已结束，请重新开始。";
    }
}

impl AccountRefusal {
    /// Why, in words for a person.
    pub fn words(self, language: Language) -> &'static str {
        let t = AccountRefusalWords(language);
        match self {
            AccountRefusal::NoPassword => t.no_password(),
            AccountRefusal::NoAuthenticator => t.no_authenticator(),
            AccountRefusal::RequiredByPolicy => t.required_by_policy(),
            AccountRefusal::RequiredForYou => t.required_for_you(),
            AccountRefusal::EmailLinkOver => t.email_link_over(),
            AccountRefusal::NoEmailChange => t.no_email_change(),
            AccountRefusal::ClosingNotAllowed => t.closing_not_allowed(),
            AccountRefusal::HasSubUsers => t.has_sub_users(),
            AccountRefusal::SetUpOver => t.set_up_over(),
        }
    }
}

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
}

crate::words! {
    struct AccountRefusalWords {
        no_password: "You sign in without a password of this portal, so there is none to change.", "このポータルのパスワードを使わずにサインインしているため、変更するパスワードがありません。";
        no_authenticator: "No authenticator application is set up.", "認証アプリは設定されていません。";
        required_by_policy: "Your company’s policy requires two-factor authentication, so the authenticator can be replaced but not removed.", "会社のポリシーで二要素認証が必須のため、認証アプリは交換できますが、解除はできません。";
        required_for_you: "An administrator requires two-factor authentication of you, so the authenticator can be replaced but not removed.", "管理者が二要素認証を必須に設定しているため、認証アプリは交換できますが、解除はできません。";
        email_link_over: "This link no longer works: it was used already, has expired, or the change was given up or asked for anew.", "このリンクは使えません。使用済みか期限切れ、または変更が取り消されたか、あらためて依頼されています。";
        no_email_change: "No new e-mail address is waiting to be confirmed.", "確認待ちの新しいメールアドレスはありません。";
        set_up_over: "This set-up has ended. Begin again.", "この設定手順は終了しました。最初からやり直してください。";
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
            AccountRefusal::SetUpOver => t.set_up_over(),
        }
    }
}

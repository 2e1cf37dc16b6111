//! What is refused about logging in as somebody else.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Language;

/// Why something was not done as somebody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActingRefusal {
    /// They may do everything that the caller may.
    NotWeaker,
    /// The policy of their company forbids it.
    Forbidden,
    /// The session acts as somebody else already.
    AlreadyActing,
    /// It is not done while logged in as somebody else.
    NotWhileActing,
    /// The caller is themselves again and has not been told yet.
    Over,
}

crate::words! {
    struct ActingRefusalWords {
        not_weaker: "This user may do everything that you may. You can log in only as somebody with fewer rights.", "このユーザーはあなたと同じ権限を持っています。代理ログインできるのは、自分より権限の少ないユーザーだけです。", "该用户拥有您的全部权限。您只能以权限较少的用户身份登录。";
        forbidden: "The policy of this user’s company does not allow administrators to log in as its users.", "このユーザーの会社のポリシーでは、管理者の代理ログインが許可されていません。", "该用户所属公司的策略不允许管理员代为登录。";
        already_acting: "You are logged in as another user already. Go back first.", "すでに別のユーザーとして代理ログインしています。先に元のユーザーに戻ってください。", "您已在以其他用户身份登录，请先返回。";
        not_while_acting: "This is not possible while you are logged in as another user: passwords, second factors, e-mail addresses, tokens, rights, policies and their own account stay as they are. Go back and do it as yourself.", "代理ログイン中は、この操作を行えません。パスワード、二要素認証、メールアドレス、トークン、権限、ポリシー、本人のアカウントは変更できません。元のユーザーに戻ってから操作してください。", "代为登录期间不能执行此操作：密码、第二因素、电子邮件地址、令牌、权限、策略和该用户自己的账户均不可更改。请返回后以自己的身份操作。";
        over: "You are no longer logged in as the other user, so nothing was done. Go back to yourself and try again.", "代理ログインが終了したため、何も実行していません。元のユーザーに戻ってからもう一度お試しください。", "代为登录已结束，因此未执行任何操作。请返回自己的身份后重试。";
    }
}

impl ActingRefusal {
    /// Why, in words for a person.
    pub fn words(&self, language: Language) -> String {
        let t = ActingRefusalWords(language);
        match self {
            ActingRefusal::NotWeaker => t.not_weaker(),
            ActingRefusal::Forbidden => t.forbidden(),
            ActingRefusal::AlreadyActing => t.already_acting(),
            ActingRefusal::NotWhileActing => t.not_while_acting(),
            ActingRefusal::Over => t.over(),
        }
        .to_owned()
    }
}

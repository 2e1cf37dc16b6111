//! What is refused about signing in.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Language;

/// Why a sign-in did not go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SignInRefusal {
    /// Unknown login ID, wrong password, disabled, locked: one answer for all.
    WrongCredentials,
    /// The account has ended. Said only to whoever knows its password.
    AccountExpired,
    /// The flow has ended, was never there, or had too many tries.
    FlowOver,
    /// So many wrong codes that the flow has ended.
    TooManyTries,
    /// No more codes are mailed in this flow.
    NoMoreCodes,
    /// The proof is not one that this step asks for.
    WrongStep,
    /// The set-up link is not valid, or set-up was done already.
    SetUpOver,
}

crate::words! {
    struct SignInRefusalWords {
        wrong_credentials: "Login ID or password is not right.", "ログイン ID またはパスワードが正しくありません。", "登录 ID 或密码不正确。";
        account_expired: "Your account has expired. Ask your administrator to extend it.", "アカウントの有効期限が切れています。延長を管理者に依頼してください。", "您的账户已过期，请联系管理员延长有效期。";
        flow_over: "This sign-in has ended. Begin again.", "このサインインは終了しました。最初からやり直してください。", "本次登录已结束，请重新开始。";
        too_many_tries: "Too many wrong codes: this sign-in has ended. Begin again.", "コードを続けて間違えたため、このサインインは終了しました。最初からやり直してください。", "验证码错误次数过多，本次登录已结束，请重新开始。";
        no_more_codes: "No more codes are sent in this sign-in. Enter the one of the newest mail, or begin again.", "このサインインではこれ以上コードを送信できません。最新のメールのコードを入力するか、最初からやり直してください。", "本次登录不再发送验证码。请输入最新邮件中的验证码，或重新开始。";
        wrong_step: "Something else is asked at this step. Reload the page to see what.", "この手順では別の入力が必要です。ページを再読み込みしてください。", "此步骤需要其他信息，请重新加载页面查看。";
        set_up_over: "This set-up link is not valid. Restart Doorward to print a new one, or sign in if set-up is done.", "このセットアップ用リンクは無効です。Doorward を再起動して新しいリンクを表示するか、セットアップ済みの場合はサインインしてください。", "此设置链接无效。请重新启动 Doorward 以获取新链接；如已完成设置，请直接登录。";
    }
}

impl SignInRefusal {
    /// Why, in words for a person.
    pub fn words(self, language: Language) -> String {
        let t = SignInRefusalWords(language);
        match self {
            SignInRefusal::WrongCredentials => t.wrong_credentials(),
            SignInRefusal::AccountExpired => t.account_expired(),
            SignInRefusal::FlowOver => t.flow_over(),
            SignInRefusal::TooManyTries => t.too_many_tries(),
            SignInRefusal::NoMoreCodes => t.no_more_codes(),
            SignInRefusal::WrongStep => t.wrong_step(),
            SignInRefusal::SetUpOver => t.set_up_over(),
        }
        .to_owned()
    }
}

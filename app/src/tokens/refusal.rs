//! What is refused about tokens.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Language;

/// Why something about tokens was not done, or not by a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TokenRefusal {
    /// The access token is none of ours, has expired, or what it was made from is no longer good.
    Invalid,
    /// The access token and the session cookie of one request belong to different users.
    TwoUsers,
    /// Login ID and API token open no API session; why is not told.
    ApiSessionRefused,
    /// It is done by a person who is signed in, not by a program with a token.
    NotByToken,
    /// The user has as many tokens as one can have.
    TooMany,
}

crate::words! {
    struct TokenRefusalWords {
        invalid: "The access token is not valid: it has expired, or its token was deleted or has ended. Exchange the refresh token for a new one.", "アクセストークンが無効です。有効期限が切れたか、元のトークンが削除されたか期限切れです。リフレッシュトークンで新しいアクセストークンを取得してください。", "访问令牌无效：已过期，或其令牌已被删除或已结束。请用刷新令牌换取新的访问令牌。";
        two_users: "The access token and the session cookie belong to different users. Send one of them.", "アクセストークンとセッション Cookie のユーザーが異なります。どちらか一方だけを送ってください。", "访问令牌和会话 Cookie 属于不同的用户，请只发送其中一个。";
        api_session_refused: "Login ID or API token is not right, or cannot be used now or from here.", "ログイン ID または API トークンが正しくないか、現在またはこのアドレスからは使用できません。", "登录 ID 或 API 令牌不正确，或者当前或从此地址无法使用。";
        not_by_token: "This is done by a person who is signed in, not with a token.", "この操作はトークンでは行えません。サインインしたユーザー本人が行ってください。", "此操作须由已登录的用户本人执行，不能使用令牌。";
        too_many: "You have 100 tokens already. Delete one that is no longer used.", "トークンはすでに 100 個あります。使わなくなったトークンを削除してください。", "您已有 100 个令牌，请删除不再使用的令牌。";
    }
}

impl TokenRefusal {
    /// Why, in words for a person.
    pub fn words(&self, language: Language) -> String {
        let t = TokenRefusalWords(language);
        match self {
            TokenRefusal::Invalid => t.invalid(),
            TokenRefusal::TwoUsers => t.two_users(),
            TokenRefusal::ApiSessionRefused => t.api_session_refused(),
            TokenRefusal::NotByToken => t.not_by_token(),
            TokenRefusal::TooMany => t.too_many(),
        }
        .to_owned()
    }
}

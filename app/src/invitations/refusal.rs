//! What is refused about invitations and password links.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Language;

/// Why a link was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum InvitationRefusal {
    /// The link is not one of ours, or its account is gone.
    Unknown,
    /// Its time has passed.
    Expired,
    /// It was used already.
    Used,
    /// A newer one has taken its place.
    Voided,
}

crate::words! {
    struct InvitationRefusalWords {
        unknown: "This link is not valid. Check that it was copied whole.", "このリンクは無効です。全体が正しくコピーされているか確認してください。", "此链接无效，请检查是否复制完整。";
        expired: "This link has expired.", "このリンクは有効期限が切れています。", "此链接已过期。";
        used: "This link was used already. Sign in with your password.", "このリンクは使用済みです。パスワードでサインインしてください。", "此链接已使用过，请用密码登录。";
        voided: "A newer link was sent. Use the one in the latest mail.", "新しいリンクが送信されています。最新のメールのリンクを使ってください。", "已发送更新的链接，请使用最新邮件中的链接。";
    }
}

impl InvitationRefusal {
    /// Why, in words for a person.
    pub fn words(self, language: Language) -> String {
        let t = InvitationRefusalWords(language);
        match self {
            InvitationRefusal::Unknown => t.unknown(),
            InvitationRefusal::Expired => t.expired(),
            InvitationRefusal::Used => t.used(),
            InvitationRefusal::Voided => t.voided(),
        }
        .to_owned()
    }
}

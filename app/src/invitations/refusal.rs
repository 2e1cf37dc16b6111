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
        unknown: "This link is not valid. Check that it was copied whole.", "このリンクは無効です。全体が正しくコピーされているか確認してください。";
        expired: "This link has expired.", "このリンクは有効期限が切れています。";
        used: "This link was used already. Sign in with your password.", "このリンクは使用済みです。パスワードでサインインしてください。";
        voided: "A newer link was sent. Use the one in the latest mail.", "新しいリンクが送信されています。最新のメールのリンクを使ってください。";
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

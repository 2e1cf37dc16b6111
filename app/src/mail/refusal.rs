//! What is refused about mail.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Language;

/// Why a mail was not sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MailRefusal {
    /// It was sent, and its contents are no longer kept.
    AlreadySent,
    /// What it told of is void.
    Dropped,
}

crate::words! {
    struct MailRefusalWords {
        already_sent: "This mail was sent, and its contents are no longer kept. For a new link press Issue Credentials.", "このメールは送信済みで、内容は保存されていません。新しいリンクは「クレデンシャル発行」から送信できます。", "此邮件已发送，内容不再保留。如需新链接，请点击“签发凭据”。";
        dropped: "What this mail told of is no longer valid.", "このメールの内容はすでに無効です。", "此邮件的内容已失效。";
    }
}

impl MailRefusal {
    /// Why, in words for a person.
    pub fn words(self, language: Language) -> String {
        let t = MailRefusalWords(language);
        match self {
            MailRefusal::AlreadySent => t.already_sent(),
            MailRefusal::Dropped => t.dropped(),
        }
        .to_owned()
    }
}

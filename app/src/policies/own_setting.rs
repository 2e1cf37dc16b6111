//! What is set for one user about something that a policy class also says.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Language;

/// A setting of one user: what the policy class says, or something of their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OwnSetting {
    /// As defined by the policy class.
    #[default]
    Inherit,
    /// Always.
    Yes,
    /// Never.
    No,
}

/// The two-factor setting of a user.
pub type TwoFactorSetting = OwnSetting;

crate::words! {
    struct SettingWords {
        inherit: "As defined by the policy class", "ポリシークラスに従う", "由策略类决定";
        yes: "Yes", "はい", "是";
        no: "No", "いいえ", "否";
    }
}

impl OwnSetting {
    /// Every setting, in the order of the choice.
    pub const ALL: [OwnSetting; 3] = [OwnSetting::Inherit, OwnSetting::Yes, OwnSetting::No];

    /// The name under which it is stored and sent.
    pub const fn code(self) -> &'static str {
        match self {
            OwnSetting::Inherit => "inherit",
            OwnSetting::Yes => "yes",
            OwnSetting::No => "no",
        }
    }

    /// The setting of a stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|setting| setting.code() == code)
    }

    /// The setting in words.
    pub fn words(self, language: Language) -> &'static str {
        let t = SettingWords(language);
        match self {
            OwnSetting::Inherit => t.inherit(),
            OwnSetting::Yes => t.yes(),
            OwnSetting::No => t.no(),
        }
    }

    /// Whether it holds, when the policy in force says `policy`.
    pub const fn or(self, policy: bool) -> bool {
        match self {
            OwnSetting::Inherit => policy,
            OwnSetting::Yes => true,
            OwnSetting::No => false,
        }
    }
}

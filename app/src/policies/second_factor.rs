//! Whether a user must prove a second factor.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Language;

/// The two-factor setting of a user.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TwoFactorSetting {
    /// As defined by the policy class.
    #[default]
    Inherit,
    /// Always.
    Yes,
    /// Never.
    No,
}

crate::words! {
    struct SettingWords {
        inherit: "As defined by the policy class", "ポリシークラスに従う";
        yes: "Yes", "はい";
        no: "No", "いいえ";
    }
}

impl TwoFactorSetting {
    /// Every setting, in the order of the choice.
    pub const ALL: [TwoFactorSetting; 3] = [
        TwoFactorSetting::Inherit,
        TwoFactorSetting::Yes,
        TwoFactorSetting::No,
    ];

    /// The name under which it is stored and sent.
    pub const fn code(self) -> &'static str {
        match self {
            TwoFactorSetting::Inherit => "inherit",
            TwoFactorSetting::Yes => "yes",
            TwoFactorSetting::No => "no",
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
            TwoFactorSetting::Inherit => t.inherit(),
            TwoFactorSetting::Yes => t.yes(),
            TwoFactorSetting::No => t.no(),
        }
    }
}

/// Whether the second factor is asked for, when the policy in force says `policy`.
pub const fn required(setting: TwoFactorSetting, policy: bool) -> bool {
    match setting {
        TwoFactorSetting::Inherit => policy,
        TwoFactorSetting::Yes => true,
        TwoFactorSetting::No => false,
    }
}

//! By what a sign-in or an unlock is verified beyond the password: by nothing more, or by a code sent by e-mail.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Setting;
use crate::{Language, roles::Channel};

/// By what somebody is verified beyond password and authenticator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verification {
    /// By nothing more.
    #[default]
    None,
    /// By a code sent by e-mail.
    Email,
}

/// What is set for a user.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum VerificationSetting {
    /// As defined by the policy class.
    #[default]
    Inherit,
    /// Nothing more is asked.
    None,
    /// A code sent by e-mail is asked.
    Email,
}

crate::words! {
    struct VerificationWords {
        inherit: "As defined by the policy class", "ポリシークラスに従う", "由策略类决定";
        none: "None", "なし", "无";
        email: "E-mail", "メール", "电子邮件";
    }
}

impl Verification {
    /// Every method, in the order of the choice.
    pub const ALL: [Verification; 2] = [Verification::None, Verification::Email];

    /// The name under which it is stored and sent.
    pub const fn code(self) -> &'static str {
        match self {
            Verification::None => "none",
            Verification::Email => "email",
        }
    }

    /// The method of a stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.code() == code)
    }

    /// The method in words.
    pub fn words(self, language: Language) -> &'static str {
        let t = VerificationWords(language);
        match self {
            Verification::None => t.none(),
            Verification::Email => t.email(),
        }
    }
}

impl VerificationSetting {
    /// Every setting, in the order of the choice.
    pub const ALL: [VerificationSetting; 3] = [
        VerificationSetting::Inherit,
        VerificationSetting::None,
        VerificationSetting::Email,
    ];

    /// The name under which it is stored and sent.
    pub const fn code(self) -> &'static str {
        match self {
            VerificationSetting::Inherit => "inherit",
            VerificationSetting::None => Verification::None.code(),
            VerificationSetting::Email => Verification::Email.code(),
        }
    }

    /// The setting of a stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|setting| setting.code() == code)
    }

    /// The setting in words.
    pub fn words(self, language: Language) -> &'static str {
        match self {
            VerificationSetting::Inherit => VerificationWords(language).inherit(),
            VerificationSetting::None => Verification::None.words(language),
            VerificationSetting::Email => Verification::Email.words(language),
        }
    }

    /// What holds, when the policy in force says `policy`.
    pub const fn or(self, policy: Verification) -> Verification {
        match self {
            VerificationSetting::Inherit => policy,
            VerificationSetting::None => Verification::None,
            VerificationSetting::Email => Verification::Email,
        }
    }
}

/// Where somebody is verified; each is chosen by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VerificationArea {
    /// At a sign-in in a browser or by a program.
    WebLogin,
    /// At a sign-in in an app.
    AppLogin,
    /// When an app that has locked itself is opened again.
    AppUnlock,
}

impl VerificationArea {
    /// Every area, in the order of the form.
    pub const ALL: [VerificationArea; 3] = [
        VerificationArea::WebLogin,
        VerificationArea::AppLogin,
        VerificationArea::AppUnlock,
    ];

    /// The area of a sign-in on `channel`. A program with a password is asked what a browser is: no door has fewer
    /// locks than another.
    pub const fn of_login(channel: Channel) -> Self {
        match channel {
            Channel::Web | Channel::Api => VerificationArea::WebLogin,
            Channel::App => VerificationArea::AppLogin,
        }
    }

    /// The setting of a policy class for it.
    pub const fn setting(self) -> Setting {
        match self {
            VerificationArea::WebLogin => Setting::WebLoginVerification,
            VerificationArea::AppLogin => Setting::AppLoginVerification,
            VerificationArea::AppUnlock => Setting::AppUnlockVerification,
        }
    }

    /// The name of its field in requests.
    pub const fn code(self) -> &'static str {
        match self {
            VerificationArea::WebLogin => "web_login",
            VerificationArea::AppLogin => "app_login",
            VerificationArea::AppUnlock => "app_unlock",
        }
    }

    /// The area in words, the same as in a policy class.
    pub fn words(self, language: Language) -> &'static str {
        self.setting().words(language)
    }
}

#[cfg(test)]
mod tests {
    use super::{Verification, VerificationArea, VerificationSetting};
    use crate::roles::Channel;

    #[test]
    fn names_are_read_back_and_sent_as_they_are_stored() {
        for setting in VerificationSetting::ALL {
            assert_eq!(
                VerificationSetting::from_code(setting.code()),
                Some(setting)
            );
            let sent = serde_json::to_string(&setting).unwrap();
            assert_eq!(sent, format!("\"{}\"", setting.code()));
        }
        for method in Verification::ALL {
            assert_eq!(Verification::from_code(method.code()), Some(method));
            let sent = serde_json::to_string(&method).unwrap();
            assert_eq!(sent, format!("\"{}\"", method.code()));
        }
    }

    #[test]
    fn what_is_set_for_a_user_goes_before_the_policy() {
        for policy in Verification::ALL {
            assert_eq!(VerificationSetting::Inherit.or(policy), policy);
            assert_eq!(VerificationSetting::None.or(policy), Verification::None);
            assert_eq!(VerificationSetting::Email.or(policy), Verification::Email);
        }
    }

    #[test]
    fn a_program_is_asked_what_a_browser_is_asked() {
        assert_eq!(
            VerificationArea::of_login(Channel::Api),
            VerificationArea::of_login(Channel::Web)
        );
    }
}

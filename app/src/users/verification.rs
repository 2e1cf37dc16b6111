//! By what a user is verified at sign-in and unlock, and where that was decided.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::policies::{InForce, Sourced, Verification, VerificationArea, VerificationSetting};

/// Multi-factor Authentication of a user, as it is set; saved as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
pub struct VerificationSettings {
    /// WEB login verification, which a sign-in by a program is held to too.
    pub web_login: VerificationSetting,
    /// APP login verification.
    pub app_login: VerificationSetting,
    /// APP unlock verification.
    pub app_unlock: VerificationSetting,
}

impl VerificationSettings {
    /// What is set for `area`.
    pub const fn of(self, area: VerificationArea) -> VerificationSetting {
        match area {
            VerificationArea::WebLogin => self.web_login,
            VerificationArea::AppLogin => self.app_login,
            VerificationArea::AppUnlock => self.app_unlock,
        }
    }

    /// What holds for `area`, where `policy` is in force.
    pub const fn in_force(self, area: VerificationArea, policy: &InForce) -> Verification {
        self.of(area).or(policy.verification(area).value)
    }
}

/// By what somebody is verified in one area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct VerificationMethod {
    /// What is set for the user.
    pub setting: VerificationSetting,
    /// What "As defined by the policy class" means for them now, and where that was decided.
    pub policy: Sourced<Verification>,
    /// What holds for them now.
    pub method: Verification,
}

/// By what somebody is verified, area by area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct VerificationMethods {
    /// WEB login verification, which a sign-in by a program is held to too.
    pub web_login: VerificationMethod,
    /// APP login verification.
    pub app_login: VerificationMethod,
    /// APP unlock verification.
    pub app_unlock: VerificationMethod,
}

impl VerificationMethods {
    /// What holds for a user with these settings, where `policy` is in force.
    pub fn new(settings: VerificationSettings, policy: &InForce) -> Self {
        let method = |area| VerificationMethod {
            setting: settings.of(area),
            policy: policy.verification(area).clone(),
            method: settings.in_force(area, policy),
        };
        Self {
            web_login: method(VerificationArea::WebLogin),
            app_login: method(VerificationArea::AppLogin),
            app_unlock: method(VerificationArea::AppUnlock),
        }
    }

    /// What holds in `area`.
    pub const fn of(&self, area: VerificationArea) -> &VerificationMethod {
        match area {
            VerificationArea::WebLogin => &self.web_login,
            VerificationArea::AppLogin => &self.app_login,
            VerificationArea::AppUnlock => &self.app_unlock,
        }
    }

    /// What is set for the user.
    pub const fn settings(&self) -> VerificationSettings {
        VerificationSettings {
            web_login: self.web_login.setting,
            app_login: self.app_login.setting,
            app_unlock: self.app_unlock.setting,
        }
    }
}

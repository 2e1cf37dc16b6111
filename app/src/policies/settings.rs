//! Every setting of a policy class, written once: storage, answers, forms and resolution follow from this list.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Origin, Sourced, TrustedAddresses, Verification, VerificationArea,
    value::{Said, SettingValue, Shape, Unit},
};
use crate::{Language, field::Problems};

/// A whole number from `min` to `max`.
const fn number(min: u32, max: u32, unit: Unit) -> Shape {
    Shape::Number { min, max, unit }
}

// `$type` is an `ident`, because the macro that describes the API does not see through a captured `ty`.
macro_rules! settings {
    ($(
        $(#[$meta:meta])*
        $field:ident = $name:ident, $type:ident: $default:expr, $shape:expr, $en:literal, $ja:literal, $zh:literal;
    )*) => {
        /// One setting of a policy class.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum Setting {
            $( $(#[$meta])* $name, )*
        }

        /// What a policy class says. What is absent or null is inherited from above.
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
        #[serde(deny_unknown_fields)]
        pub struct ClassSettings {
            $(
                $(#[$meta])*
                #[serde(default, skip_serializing_if = "Option::is_none")]
                pub $field: Option<$type>,
            )*
        }

        /// What is in force in a company: each setting's value and where it was decided.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
        pub struct InForce {
            $( $(#[$meta])* pub $field: Sourced<$type>, )*
        }

        crate::words! {
            struct SettingWords { $( $field: $en, $ja, $zh; )* }
        }

        impl Setting {
            /// Every setting, in the order of the form.
            pub const ALL: &'static [Setting] = &[$(Setting::$name),*];

            /// The name under which it is stored and sent.
            pub const fn code(self) -> &'static str {
                match self { $( Setting::$name => stringify!($field), )* }
            }

            /// The name of its field in requests.
            pub const fn field(self) -> &'static str {
                match self { $( Setting::$name => concat!("settings.", stringify!($field)), )* }
            }

            /// What its value may be.
            pub const fn shape(self) -> Shape {
                match self { $( Setting::$name => $shape, )* }
            }

            /// The value where nobody says one.
            pub fn default_value(self) -> SettingValue {
                match self { $( Setting::$name => <$type as Said>::to_value(&$default), )* }
            }

            /// Its name in words.
            pub fn words(self, language: Language) -> &'static str {
                let t = SettingWords(language);
                match self { $( Setting::$name => t.$field(), )* }
            }
        }

        impl ClassSettings {
            /// What is said for `setting`.
            pub fn get(&self, setting: Setting) -> Option<SettingValue> {
                match setting { $( Setting::$name => self.$field.as_ref().map(Said::to_value), )* }
            }

            /// Says `value` for `setting`, or nothing. A value of another type says nothing.
            pub fn set(&mut self, setting: Setting, value: Option<SettingValue>) {
                match setting { $( Setting::$name => self.$field = value.and_then(Said::of_value), )* }
            }
        }

        impl InForce {
            /// What is in force where `classes` are pointed to, the nearest first: the first that says a value decides.
            pub fn of(classes: &[(Origin, ClassSettings)]) -> Self {
                Self {
                    $(
                        $field: classes
                            .iter()
                            .find_map(|(origin, says)| {
                                says.$field.clone().map(|value| Sourced { value, origin: origin.clone() })
                            })
                            .unwrap_or_else(|| Sourced::default_of($default)),
                    )*
                }
            }

            /// What is in force for `setting`.
            pub fn get(&self, setting: Setting) -> Sourced<SettingValue> {
                match setting {
                    $( Setting::$name => self.$field.clone().map(|value| Said::to_value(&value)), )*
                }
            }

            /// The same, with each origin turned into another.
            pub fn map_origins(self, turn: impl Fn(Origin) -> Origin) -> Self {
                Self {
                    $( $field: Sourced { value: self.$field.value, origin: turn(self.$field.origin) }, )*
                }
            }
        }
    };
}

settings! {
    /// Whether users whose two-factor setting is "As defined by the policy class" must prove a second factor.
    two_factor_required = TwoFactorRequired, bool: false, Shape::YesNo,
        "Two-factor authentication required", "二要素認証を必須にする", "要求双因素身份验证";
    /// By what a sign-in in a browser or by a program is verified, unless it is set for the user: `none`, or `email` for a
    /// code sent by e-mail. It is asked beside the authenticator, never in its place.
    web_login_verification = WebLoginVerification, Verification: Verification::None, Shape::Verification,
        "WEB login verification", "WEB ログイン時の追加認証", "WEB 登录验证";
    /// By what a sign-in in an app is verified, unless it is set for the user: `none` or `email`.
    app_login_verification = AppLoginVerification, Verification: Verification::None, Shape::Verification,
        "APP login verification", "APP ログイン時の追加認証", "APP 登录验证";
    /// By what an app that has locked itself is opened again, unless it is set for the user: `none` for the password, or
    /// `email`.
    app_unlock_verification = AppUnlockVerification, Verification: Verification::None, Shape::Verification,
        "APP unlock verification", "APP ロック解除時の追加認証", "APP 解锁验证";
    /// From where users may sign in and go on working, unless addresses are set for them; an empty list for anywhere.
    trusted_addresses = TrustedAddresses, TrustedAddresses: TrustedAddresses::default(), Shape::Addresses,
        "Trusted addresses", "許可アドレス", "受信任地址";
    /// The fewest characters of a new password where no second factor is asked, 15 to 64.
    password_min_length = PasswordMinLength, u32: 15, number(15, 64, Unit::Characters),
        "Shortest password", "パスワードの最小文字数", "密码最短长度";
    /// The fewest characters of a new password beside a second factor, 8 to 64.
    password_min_length_with_two_factor = PasswordMinLengthWithTwoFactor, u32: 8, number(8, 64, Unit::Characters),
        "Shortest password with two-factor authentication", "二要素認証使用時のパスワードの最小文字数", "使用双因素身份验证时的密码最短长度";
    /// After how many days a password must be changed at the next sign-in, up to 3650; 0 for never.
    password_max_age_days = PasswordMaxAgeDays, u32: 0, number(0, 3650, Unit::DaysOrNever),
        "Password expires after", "パスワードの有効期間", "密码有效期";
    /// How many passwords before the present one cannot be chosen again, 0 to 24. The present one never can.
    password_history_count = PasswordHistoryCount, u32: 0, number(0, 24, Unit::EarlierPasswords),
        "Passwords that cannot be used again", "再利用できないパスワード", "不可重复使用的密码";
    /// How many hours the link of an invitation can be used, 1 to 720.
    invitation_lifetime_hours = InvitationLifetimeHours, u32: 168, number(1, 720, Unit::Hours),
        "Invitation can be used for", "招待の有効期間", "邀请有效期";
    /// After how many minutes without use a session ends, 5 to 1440.
    session_idle_minutes = SessionIdleMinutes, u32: 60, number(5, 1440, Unit::Minutes),
        "Session ends without use after", "操作がない場合のセッション終了", "会话闲置时限";
    /// After how many minutes a session ends however much it is used, 15 to 10080.
    session_absolute_minutes = SessionAbsoluteMinutes, u32: 720, number(15, 10080, Unit::Minutes),
        "Session ends in any case after", "セッションの最長時間", "会话最长时限";
    /// Whether a sign-in ends the user's other sessions of the same channel, unless that is set for the user.
    exclusive_login = ExclusiveLogin, bool: false, Shape::YesNo,
        "Exclusive Login", "排他ログイン", "独占登录";
    /// How many days a session of the app channel, and a token that a user issues, stay valid, used or not, unless that is
    /// set for the user, up to 3650; 0 for long-term, which does not end by time.
    token_lifetime_days = TokenLifetimeDays, u32: 30, number(0, 3650, Unit::DaysOrNever),
        "App sessions and tokens stay valid for", "アプリのセッションとトークンの有効期間", "应用会话和令牌的有效期";
    /// How many minutes an access token is good for, 1 to 60.
    access_token_minutes = AccessTokenMinutes, u32: 10, number(1, 60, Unit::Minutes),
        "Access tokens are good for", "アクセストークンの有効期間", "访问令牌的有效期";
    /// Whether administrators may log in as users of the company.
    log_in_as_allowed = LogInAsAllowed, bool: true, Shape::YesNo,
        "Administrators may log in as users", "管理者の代理ログインを許可する", "允许管理员代为登录";
    /// Whether users may close their own accounts, which then rest in the bin.
    account_closing_allowed = AccountClosingAllowed, bool: false, Shape::YesNo,
        "Users may close their own accounts", "ユーザー自身によるアカウントの閉鎖を許可する", "允许用户注销自己的账户";
    /// How many days before an account ends its user and the administrators are told, up to 365, and again 7 days and 1 day
    /// before; 0 for not at all.
    expiry_warning_days = ExpiryWarningDays, u32: 30, number(0, 365, Unit::DaysBefore),
        "Users are told that their account ends", "アカウントの有効期限の事前通知", "账户到期提前通知";
    /// How many days deleted users rest in the bin, 1 to 365.
    bin_retention_days = BinRetentionDays, u32: 30, number(1, 365, Unit::Days),
        "Deleted users stay in the bin for", "削除したユーザーをごみ箱に残す期間", "已删除用户在回收站保留";
}

impl Setting {
    /// The setting of a stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|setting| setting.code() == code)
    }

    /// A value of it in words.
    pub fn say(self, value: &SettingValue, language: Language) -> String {
        value.words(self.shape(), language)
    }
}

impl ClassSettings {
    /// Notes what is beyond its bounds, as `settings.session_idle_minutes`.
    pub fn check(&self, problems: &mut Problems) {
        for &setting in Setting::ALL {
            if let Some(value) = self.get(setting) {
                problems.take(setting.field(), setting.shape().check(&value));
            }
        }
    }

    /// What is said, in the order of the form.
    pub fn said(&self) -> impl Iterator<Item = (Setting, SettingValue)> {
        Setting::ALL
            .iter()
            .filter_map(|&setting| Some((setting, self.get(setting)?)))
    }
}

impl InForce {
    /// The fewest characters of a new password, beside a second factor or alone.
    pub fn shortest_password(&self, with_second_factor: bool) -> usize {
        let characters = match with_second_factor {
            true => self.password_min_length_with_two_factor.value,
            false => self.password_min_length.value,
        };
        usize::try_from(characters).unwrap_or(usize::MAX)
    }

    /// By what somebody is verified in `area`.
    pub const fn verification(&self, area: VerificationArea) -> &Sourced<Verification> {
        match area {
            VerificationArea::WebLogin => &self.web_login_verification,
            VerificationArea::AppLogin => &self.app_login_verification,
            VerificationArea::AppUnlock => &self.app_unlock_verification,
        }
    }

    /// What is in force where no class says anything.
    pub fn defaults() -> Self {
        Self::of(&[])
    }
}

#[cfg(test)]
#[path = "settings_tests.rs"]
mod tests;

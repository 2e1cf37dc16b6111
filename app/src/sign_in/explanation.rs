//! Why somebody can sign in or not: every step in order, whether it is asked, and what decided.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    Language, Refusal, Timestamp,
    field::Problem,
    policies::{Origin, Setting, SettingValue, Sourced, TrustedAddress},
    roles::Channel,
};

/// A sign-in that is to be explained: by password, on a channel, from an address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SignInQuestion {
    /// On which channel; `web` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// From which address; none when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

impl SignInQuestion {
    /// On which channel.
    pub fn channel(&self) -> Channel {
        self.channel.unwrap_or(Channel::Web)
    }

    /// Understands the address, or tells that it is none.
    pub fn check(&self) -> Result<Option<IpAddr>, Refusal> {
        let typed = self.address.as_deref().map(str::trim).unwrap_or_default();
        if typed.is_empty() {
            return Ok(None);
        }
        match typed.parse::<IpAddr>() {
            Ok(address) => Ok(Some(address.to_canonical())),
            Err(_) => Err(Refusal::field("address", Problem::NotOneAddress)),
        }
    }
}

/// A step of a sign-in, in the order in which they come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SignInPart {
    /// How the account stands.
    Account,
    /// From where the user comes.
    Address,
    /// The password.
    Password,
    /// The authenticator.
    Authenticator,
    /// The code sent by e-mail.
    EmailCode,
    /// A new password.
    NewPassword,
}

/// What becomes of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Nothing stands in the way.
    Passed,
    /// The user is asked for it.
    Asked,
    /// The user is not asked for it.
    NotAsked,
    /// It depends on the address, which the question does not name.
    Depends,
    /// The sign-in ends here.
    Refused,
    /// The sign-in has ended before.
    NotReached,
}

/// Why a step goes as it goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Why {
    /// The account can be used.
    Active,
    /// The account waits for its invitation to be accepted.
    Invited,
    /// An administrator has stopped the account.
    Disabled,
    /// The account has ended.
    Expired {
        /// When it ended.
        at: Timestamp,
    },
    /// The account is in the bin.
    Deleted {
        /// Since when.
        at: Timestamp,
    },
    /// Failed sign-ins slow the account down.
    LockedOut,
    /// No list says from where the user may come.
    Anywhere,
    /// The address is in the list.
    Listed {
        /// The entry that lets it in.
        entry: TrustedAddress,
    },
    /// The address is not in the list.
    NotListed,
    /// There is a list, and the question names no address.
    NoAddressNamed,
    /// A password is set.
    PasswordSet {
        /// Since when.
        at: Timestamp,
    },
    /// No password is set.
    NoPassword,
    /// An authenticator is bound; its code is asked.
    Enrolled,
    /// No authenticator is bound; the QR code is shown.
    ToSetUp,
    /// The authenticator is not required.
    AuthenticatorNotRequired,
    /// A code is sent by e-mail.
    CodeSent {
        /// Where it goes.
        to: String,
    },
    /// No code is sent.
    NoCodeSent,
    /// An administrator has set the password.
    PasswordByAdministrator,
    /// The password is older than the policy allows.
    PasswordTooOld {
        /// When it was too old.
        since: Timestamp,
    },
    /// The password stays.
    PasswordStays,
}

/// Who decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Decided {
    /// It is set for the user.
    User,
    /// The policy class decides.
    Policy {
        /// Which, and where it was chosen.
        origin: Origin,
    },
}

/// The rule by which a step goes as it goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Rule {
    /// What is ruled.
    pub setting: Setting,
    /// What is in force for the user.
    pub value: SettingValue,
    /// Who decided that.
    pub decided: Decided,
}

/// One step of the sign-in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExplainedStep {
    /// Which step.
    pub part: SignInPart,
    /// What becomes of it.
    pub verdict: Verdict,
    /// Why.
    pub why: Why,
    /// The rule, where one decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Rule>,
    /// Until when tries at it are refused, after too many wrong ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wait_until: Option<Timestamp>,
}

/// A sign-in, explained.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SignInExplanation {
    /// On which channel.
    pub channel: Channel,
    /// From which address, if the question names one.
    pub address: Option<String>,
    /// From where the user signed in last during the last 30 days, if they did.
    pub last_address: Option<String>,
    /// Every step, in order.
    pub steps: Vec<ExplainedStep>,
}

impl SignInExplanation {
    /// The step at which the sign-in ends, if it does.
    pub fn refused(&self) -> Option<&ExplainedStep> {
        self.steps
            .iter()
            .find(|step| step.verdict == Verdict::Refused)
    }
}

impl Rule {
    /// A rule of the policy that is in force.
    pub fn of_policy(setting: Setting, sourced: Sourced<SettingValue>) -> Self {
        Self {
            setting,
            value: sourced.value,
            decided: Decided::Policy {
                origin: sourced.origin,
            },
        }
    }

    /// A rule that is set for the user.
    pub const fn of_user(setting: Setting, value: SettingValue) -> Self {
        Self {
            setting,
            value,
            decided: Decided::User,
        }
    }
}

crate::words! {
    struct ExplanationWords {
        account: "Account", "アカウント", "账户";
        address: "Address", "アドレス", "地址";
        password: "Password", "パスワード", "密码";
        authenticator: "Authenticator", "認証アプリ", "身份验证器";
        email_code: "E-mail code", "メールの確認コード", "邮件验证码";
        new_password: "Password change", "パスワードの変更", "更改密码";
        passed: "Passed", "通過", "通过";
        asked: "Asked", "確認あり", "需要验证";
        not_asked: "Not asked", "確認なし", "无需验证";
        depends: "Depends", "条件による", "视情况而定";
        refused: "Refused here", "ここで拒否", "在此被拒绝";
        not_reached: "Not reached", "到達しない", "未到达";
        active: "The account can be used.", "アカウントは有効です。", "账户可以使用。";
        invited: "The invitation is not accepted yet.", "招待がまだ受諾されていません。", "邀请尚未被接受。";
        disabled: "An administrator has disabled the account.", "管理者がアカウントを無効にしています。", "账户已被管理员停用。";
        expired: "The account has expired:", "アカウントの有効期限が切れています:", "账户已过期：";
        deleted: "The account is in the bin since", "アカウントはごみ箱にあります。削除日時:", "账户已移入回收站，时间：";
        locked_out: "Too many sign-ins failed; the next one has to wait.", "サインインの失敗が続いたため、しばらく待つ必要があります。", "登录失败次数过多，须等待后再试。";
        anywhere: "The user may come from anywhere.", "どこからでも利用できます。", "用户可从任何地址登录。";
        listed(entry: &str): "The address is in the list, by {entry}.", "アドレスは一覧にあります（{entry} に該当）。", "该地址在列表中（匹配 {entry}）。";
        not_listed: "The address is not in the list.", "アドレスは一覧にありません。", "该地址不在列表中。";
        no_address: "Only addresses of the list get in. Enter one to see.", "一覧のアドレスからのみ利用できます。アドレスを入力すると確認できます。", "只有列表中的地址可以登录，输入一个地址即可查看。";
        password_set: "The password was set on", "パスワードの設定日時:", "密码设置时间：";
        no_password: "No password is set: the invitation comes first.", "パスワードが未設定です。先に招待の受諾が必要です。", "尚未设置密码，须先接受邀请。";
        enrolled: "An authenticator is set up; its code is asked.", "認証アプリは設定済みです。ワンタイムコードを確認します。", "已设置身份验证器，需要输入其验证码。";
        to_set_up: "No authenticator yet: the QR code is shown, and recovery codes after it.", "認証アプリが未設定のため、QR コードに続けてリカバリーコードを表示します。", "尚未设置身份验证器：将显示二维码，随后显示恢复代码。";
        authenticator_not_required: "No authenticator is required.", "認証アプリは不要です。", "无需身份验证器。";
        code_sent(to: &str): "A code is sent to {to}.", "{to} に確認コードを送信します。", "验证码将发送到 {to}。";
        no_code_sent: "No code is sent.", "確認コードは送信しません。", "不发送验证码。";
        by_administrator: "An administrator has set the password; the user chooses another.", "管理者が設定したパスワードのため、変更が必要です。", "密码由管理员设置，用户须另设密码。";
        too_old: "The user chooses another password. This one is too old since", "パスワードの変更が必要です。有効期間の終了:", "用户须另设密码，当前密码已过期，时间：";
        stays: "The password stays.", "変更は不要です。", "密码无需更改。";
        rule(setting: &str, value: &str, origin: &str): "{setting}: {value}, {origin}", "{setting}: {value}、{origin}", "{setting}：{value}，{origin}";
        of_user: "set for this user", "このユーザーに設定", "为该用户设置";
    }
}

impl SignInPart {
    /// The step in words.
    pub fn words(self, language: Language) -> &'static str {
        let t = ExplanationWords(language);
        match self {
            SignInPart::Account => t.account(),
            SignInPart::Address => t.address(),
            SignInPart::Password => t.password(),
            SignInPart::Authenticator => t.authenticator(),
            SignInPart::EmailCode => t.email_code(),
            SignInPart::NewPassword => t.new_password(),
        }
    }
}

impl Verdict {
    /// The verdict in words.
    pub fn words(self, language: Language) -> &'static str {
        let t = ExplanationWords(language);
        match self {
            Verdict::Passed => t.passed(),
            Verdict::Asked => t.asked(),
            Verdict::NotAsked => t.not_asked(),
            Verdict::Depends => t.depends(),
            Verdict::Refused => t.refused(),
            Verdict::NotReached => t.not_reached(),
        }
    }
}

impl Why {
    /// The reason in words. Where a moment belongs to it, that follows, in the reader's own format.
    pub fn words(&self, language: Language) -> String {
        let t = ExplanationWords(language);
        let plain = match self {
            Why::Listed { entry } => return t.listed(&entry.to_string()),
            Why::CodeSent { to } => return t.code_sent(to),
            Why::Active => t.active(),
            Why::Invited => t.invited(),
            Why::Disabled => t.disabled(),
            Why::Expired { .. } => t.expired(),
            Why::Deleted { .. } => t.deleted(),
            Why::LockedOut => t.locked_out(),
            Why::Anywhere => t.anywhere(),
            Why::NotListed => t.not_listed(),
            Why::NoAddressNamed => t.no_address(),
            Why::PasswordSet { .. } => t.password_set(),
            Why::NoPassword => t.no_password(),
            Why::Enrolled => t.enrolled(),
            Why::ToSetUp => t.to_set_up(),
            Why::AuthenticatorNotRequired => t.authenticator_not_required(),
            Why::NoCodeSent => t.no_code_sent(),
            Why::PasswordByAdministrator => t.by_administrator(),
            Why::PasswordTooOld { .. } => t.too_old(),
            Why::PasswordStays => t.stays(),
        };
        plain.to_owned()
    }

    /// The moment that belongs to it.
    pub const fn at(&self) -> Option<Timestamp> {
        match self {
            Why::Expired { at }
            | Why::Deleted { at }
            | Why::PasswordSet { at }
            | Why::PasswordTooOld { since: at } => Some(*at),
            _ => None,
        }
    }
}

impl Rule {
    /// The rule in words: "Two-factor authentication required: Yes, from class Standard, via Acme".
    pub fn words(&self, language: Language) -> String {
        let t = ExplanationWords(language);
        let origin = match &self.decided {
            Decided::User => t.of_user().to_owned(),
            Decided::Policy { origin } => origin.words(language),
        };
        let value = self.setting.say(&self.value, language);
        t.rule(self.setting.words(language), &value, &origin)
    }
}

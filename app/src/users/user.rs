//! One user, as administrators and the user see them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{TokenExpiration, VerificationMethods};
use crate::{
    CompanyId, Language, Timestamp, UserId,
    companies::CompanyRef,
    invitations::InvitationView,
    policies::{Sourced, TrustedAddresses, TwoFactorSetting},
    roles::RoleRef,
};

use super::LogInAsOffer;

/// Enough of a user to name them and link to them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UserRef {
    /// Their identifier.
    pub id: UserId,
    /// Their login ID.
    pub login_id: String,
    /// First and last name.
    pub name: String,
}

/// Whether, and if not why not, somebody can sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AccountStatus {
    /// Has not set a password yet.
    Invited,
    /// Can sign in.
    Active,
    /// Stopped by an administrator.
    Disabled,
    /// The expiration date has passed.
    Expired,
    /// In the bin.
    Deleted,
}

crate::words! {
    struct StatusWords {
        invited: "Invited", "招待中", "已邀请";
        active: "Active", "有効", "正常";
        disabled: "Disabled", "無効", "已停用";
        expired: "Expired", "期限切れ", "已过期";
        deleted: "Deleted", "削除済み", "已删除";
    }
}

impl AccountStatus {
    /// Every status, in the order of the filter.
    pub const ALL: [AccountStatus; 5] = [
        AccountStatus::Active,
        AccountStatus::Invited,
        AccountStatus::Disabled,
        AccountStatus::Expired,
        AccountStatus::Deleted,
    ];

    /// The status that the four facts make, strongest first.
    pub fn of(
        deleted: bool,
        disabled: bool,
        expires_at: Option<Timestamp>,
        has_password: bool,
        now: Timestamp,
    ) -> Self {
        match () {
            () if deleted => AccountStatus::Deleted,
            () if disabled => AccountStatus::Disabled,
            () if expires_at.is_some_and(|end| end <= now) => AccountStatus::Expired,
            () if !has_password => AccountStatus::Invited,
            () => AccountStatus::Active,
        }
    }

    /// The name on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            AccountStatus::Invited => "invited",
            AccountStatus::Active => "active",
            AccountStatus::Disabled => "disabled",
            AccountStatus::Expired => "expired",
            AccountStatus::Deleted => "deleted",
        }
    }

    /// The status of a name on the wire.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }

    /// The status in words.
    pub fn words(self, language: Language) -> &'static str {
        let t = StatusWords(language);
        match self {
            AccountStatus::Invited => t.invited(),
            AccountStatus::Active => t.active(),
            AccountStatus::Disabled => t.disabled(),
            AccountStatus::Expired => t.expired(),
            AccountStatus::Deleted => t.deleted(),
        }
    }
}

/// How somebody stands with the second factor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TwoFactor {
    /// What is set for the user.
    pub setting: TwoFactorSetting,
    /// What "As defined by the policy class" means for them now, and where that was decided.
    pub policy: Sourced<bool>,
    /// What is asked of them now: by their own setting, or by the policy.
    pub required: bool,
    /// Whether an authenticator is bound.
    pub enrolled: bool,
    /// Since when it is bound.
    pub enrolled_at: Option<Timestamp>,
    /// Unused recovery codes.
    pub recovery_codes_left: u32,
}

/// An e-mail address that its user wants, and that is not confirmed yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PendingEmail {
    /// The address to be.
    pub email: String,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// Until when the link that was mailed there can be used.
    pub expires_at: Timestamp,
    /// Whether that is over.
    pub expired: bool,
}

/// One user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct User {
    /// Their identifier.
    pub id: UserId,
    /// Their login ID, also shown as "User name"; never changes.
    pub login_id: String,
    /// Where mail goes.
    pub email: String,
    /// The address that they want instead, as long as it is not confirmed.
    pub pending_email: Option<PendingEmail>,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The group they count themselves to, such as a department; empty for none.
    pub group: String,
    /// What is said about them; empty for nothing.
    pub description: String,
    /// The company they belong to.
    pub company: CompanyRef,
    /// The companies above it that the caller may see, from the top.
    pub company_path: Vec<CompanyRef>,
    /// Further companies in their scope.
    pub related_companies: Vec<CompanyRef>,
    /// Who created them, unless they are a parent-level user.
    pub parent: Option<UserRef>,
    /// How many users they created.
    pub sub_users: u64,
    /// Their roles.
    pub roles: Vec<RoleRef>,
    /// Whether they can sign in.
    pub status: AccountStatus,
    /// Stopped by an administrator, whatever `status` says first.
    pub disabled: bool,
    /// When the account ends, if it does.
    pub expires_at: Option<Timestamp>,
    /// The second factor.
    pub two_factor: TwoFactor,
    /// By what they are verified at sign-in and unlock, beside password and authenticator.
    pub verification: VerificationMethods,
    /// The addresses from which they may come, if that was set for them.
    pub trusted_addresses: TrustedAddresses,
    /// What the policy of their company says about it, which holds where nothing was set for them.
    pub policy_addresses: Sourced<TrustedAddresses>,
    /// How long their tokens and app sessions are valid, and exclusive login.
    pub token_expiration: TokenExpiration,
    /// The newest invitation.
    pub invitation: Option<InvitationView>,
    /// The language of their portal and mails.
    pub language: Language,
    /// Their IANA time zone.
    pub time_zone: String,
    /// When they last signed in.
    pub last_sign_in_at: Option<Timestamp>,
    /// Until when failed sign-ins slow this account down.
    pub locked_until: Option<Timestamp>,
    /// When the account was created.
    pub created_at: Timestamp,
    /// When it was put in the bin.
    pub deleted_at: Option<Timestamp>,
    /// Whether the caller may act on them: not oneself where that is barred, nobody with more rights.
    pub may_act_on: bool,
    /// Whether the caller may log in as them.
    pub log_in_as: LogInAsOffer,
    /// Counts the changes; a write names the one it was based on.
    pub version: i64,
}

impl User {
    /// First and last name, in the order of the language.
    pub fn full_name(&self, language: Language) -> String {
        full_name(&self.first_name, &self.last_name, language)
    }

    /// The company's identifier.
    pub fn company_id(&self) -> CompanyId {
        self.company.id
    }
}

/// A name as it is written in a language: Japanese puts the last name first, and so does Chinese, without a space
/// between them, where both are written in an East Asian script.
pub fn full_name(first: &str, last: &str, language: Language) -> String {
    let east_asian = |name: &str| name.chars().all(|c| c >= FIRST_EAST_ASIAN);
    match language {
        Language::Japanese => format!("{last} {first}"),
        Language::Chinese if east_asian(first) && east_asian(last) => format!("{last}{first}"),
        Language::English | Language::Chinese => format!("{first} {last}"),
    }
}

/// Where the East Asian scripts begin in Unicode: with the radicals of Chinese characters.
const FIRST_EAST_ASIAN: char = '\u{2E80}';

#[cfg(test)]
mod tests {
    use super::{AccountStatus, full_name};
    use crate::{Language, Timestamp};

    #[test]
    fn a_name_is_written_as_the_language_has_it() {
        for (language, latin, chinese) in [
            (Language::English, "Hana Sato", "小明 王"),
            (Language::Japanese, "Sato Hana", "王 小明"),
            (Language::Chinese, "Hana Sato", "王小明"),
        ] {
            assert_eq!(full_name("Hana", "Sato", language), latin);
            assert_eq!(full_name("小明", "王", language), chinese);
        }
    }

    #[test]
    fn an_account_ends_at_the_very_moment_of_its_expiry() {
        let end = Timestamp::from_millis(1_000);
        let at =
            |now| AccountStatus::of(false, false, Some(end), true, Timestamp::from_millis(now));
        assert_eq!(at(999), AccountStatus::Active);
        assert_eq!(at(1_000), AccountStatus::Expired);
    }
}

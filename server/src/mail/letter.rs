//! What a mail tells, and to whom.

use app::{CompanyId, Language, Timestamp, UserId, mail::MailKind, users::EmailAddress};
use serde::{Deserialize, Serialize};

/// What a mail tells. Links are in it, so it is stored sealed and shows nothing in `Debug`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Letter {
    /// The User Registration Acceptance Email.
    Invitation {
        /// The new user's login ID.
        login_id: String,
        /// The new user's name.
        name: String,
        /// The company the account belongs to.
        company: String,
        /// The single-use link.
        link: String,
        /// When the link ends.
        expires_at: Timestamp,
    },
    /// The link with which a forgotten password is set anew.
    PasswordReset {
        /// Whose password.
        login_id: String,
        /// Their name.
        name: String,
        /// The single-use link.
        link: String,
        /// When the link ends.
        expires_at: Timestamp,
    },
    /// The code that a sign-in asks for.
    EmailCode {
        /// The code, grouped.
        code: String,
        /// Until when it can be entered.
        expires_at: Timestamp,
        /// What the browser or program that signs in says it is.
        user_agent: String,
        /// From which address.
        address: String,
    },
    /// The password was changed.
    PasswordChanged,
    /// An administrator has set a new password; it is not told here.
    PasswordGenerated,
    /// An authenticator was set up.
    AuthenticatorBound,
    /// An administrator has reset the second factor.
    TwoFactorReset,
    /// The second factor was switched off.
    TwoFactorDisabled,
    /// Goes to the address that its user wants from now on, and lets them confirm it.
    EmailConfirmation {
        /// The single-use link.
        link: String,
        /// When the link ends.
        expires_at: Timestamp,
    },
    /// Goes to the present address: another one is wanted, and this is how to stop that.
    EmailChangeAsked {
        /// The address to be.
        new: String,
        /// The single-use link that stops it.
        link: String,
        /// When the link ends.
        expires_at: Timestamp,
    },
    /// Mail goes to another address from now on; both addresses are told.
    EmailChanged {
        /// The address until now.
        old: String,
        /// The address from now on.
        new: String,
    },
    /// Somebody signed in from a device not seen before.
    NewDevice {
        /// What the browser or program said it is.
        user_agent: String,
        /// From which address.
        address: String,
        /// When.
        at: Timestamp,
    },
    /// An administrator is logged in as the recipient.
    LoggedInAs {
        /// Who: their name.
        name: String,
        /// Their login ID.
        login_id: String,
        /// Since when.
        at: Timestamp,
        /// Until when at the latest.
        until: Timestamp,
        /// Why.
        reason: String,
    },
    /// New recovery codes were made; they are not told here.
    RecoveryCodesRenewed,
    /// Few recovery codes are unused.
    RecoveryCodesLow {
        /// How many.
        left: u32,
    },
    /// An administrator has issued an API token, which acts as the recipient; its secret is not told here.
    ApiTokenIssued {
        /// The administrator's name.
        name: String,
        /// Their login ID.
        login_id: String,
        /// The name of the token.
        token: String,
        /// When it ends, if it does.
        expires_at: Option<Timestamp>,
    },
    /// The recipient has closed their account.
    AccountClosed {
        /// For how many days an administrator can bring it back.
        days: u32,
    },
    /// The recipient's account ends soon.
    AccountExpiring {
        /// When.
        expires_at: Timestamp,
    },
    /// Accounts end soon; told to those who can extend them.
    UsersExpiring {
        /// The first of them, by when they end.
        users: Vec<EndingUser>,
        /// How many they are in all.
        count: u64,
        /// Where they are listed.
        link: String,
    },
    /// Somebody holds an expired or used link and asks for a new one; told to those who can issue it.
    LinkAsked {
        /// Who asks.
        login_id: String,
        /// Their name.
        name: String,
        /// Their User Detail page.
        link: String,
    },
}

/// A user whose account ends soon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndingUser {
    /// Their login ID.
    pub login_id: String,
    /// Their name.
    pub name: String,
    /// The company they belong to.
    pub company: String,
    /// When their account ends.
    pub expires_at: Timestamp,
}

impl Letter {
    /// The kind under which it is listed.
    pub fn kind(&self) -> MailKind {
        match self {
            Letter::Invitation { .. } => MailKind::Invitation,
            Letter::PasswordReset { .. } => MailKind::PasswordReset,
            Letter::EmailCode { .. } => MailKind::EmailCode,
            Letter::PasswordChanged => MailKind::PasswordChanged,
            Letter::PasswordGenerated => MailKind::PasswordGenerated,
            Letter::AuthenticatorBound => MailKind::AuthenticatorBound,
            Letter::TwoFactorReset => MailKind::TwoFactorReset,
            Letter::TwoFactorDisabled => MailKind::TwoFactorDisabled,
            Letter::EmailConfirmation { .. } => MailKind::EmailConfirmation,
            Letter::EmailChangeAsked { .. } => MailKind::EmailChangeAsked,
            Letter::EmailChanged { .. } => MailKind::EmailChanged,
            Letter::NewDevice { .. } => MailKind::NewDevice,
            Letter::LoggedInAs { .. } => MailKind::LoggedInAs,
            Letter::RecoveryCodesRenewed => MailKind::RecoveryCodesRenewed,
            Letter::RecoveryCodesLow { .. } => MailKind::RecoveryCodesLow,
            Letter::ApiTokenIssued { .. } => MailKind::ApiTokenIssued,
            Letter::AccountClosed { .. } => MailKind::AccountClosed,
            Letter::AccountExpiring { .. } => MailKind::AccountExpiring,
            Letter::UsersExpiring { .. } => MailKind::UsersExpiring,
            Letter::LinkAsked { .. } => MailKind::LinkAsked,
        }
    }

    /// The secret link in it and when that ends, if there is one.
    pub fn secret_link(&self) -> Option<(&str, Timestamp)> {
        match self {
            Letter::Invitation {
                link, expires_at, ..
            }
            | Letter::PasswordReset {
                link, expires_at, ..
            }
            | Letter::EmailConfirmation { link, expires_at }
            | Letter::EmailChangeAsked {
                link, expires_at, ..
            } => Some((link, *expires_at)),
            Letter::EmailCode { .. }
            | Letter::PasswordChanged
            | Letter::PasswordGenerated
            | Letter::AuthenticatorBound
            | Letter::TwoFactorReset
            | Letter::TwoFactorDisabled
            | Letter::EmailChanged { .. }
            | Letter::NewDevice { .. }
            | Letter::LoggedInAs { .. }
            | Letter::RecoveryCodesRenewed
            | Letter::RecoveryCodesLow { .. }
            | Letter::ApiTokenIssued { .. }
            | Letter::AccountClosed { .. }
            | Letter::AccountExpiring { .. }
            | Letter::UsersExpiring { .. }
            | Letter::LinkAsked { .. } => None,
        }
    }

    /// Whether what it tells of has ended, so that sending it would only confuse.
    pub fn is_void(&self, now: Timestamp) -> bool {
        match self {
            Letter::AccountExpiring { expires_at } | Letter::EmailCode { expires_at, .. } => {
                *expires_at <= now
            }
            _ => self.secret_link().is_some_and(|(_, end)| end <= now),
        }
    }
}

impl std::fmt::Debug for Letter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Letter({}, …)", self.kind().code())
    }
}

/// To whom a mail goes.
#[derive(Clone, Debug)]
pub struct Recipient {
    /// Where it goes.
    pub email: EmailAddress,
    /// The login ID of the recipient's account.
    pub login_id: String,
    /// The recipient's name.
    pub name: String,
    /// In which language it is written.
    pub language: Language,
    /// The user it concerns.
    pub user: Option<UserId>,
    /// The company whose administrators see it in their list.
    pub company: CompanyId,
    /// The recipient's IANA time zone.
    pub time_zone: String,
    /// How the recipient writes moments; empty for how their language does.
    pub date_output: String,
}

/// What is sealed in the outbox: the letter, and what of the recipient has no column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Contents {
    pub login_id: String,
    pub time_zone: String,
    /// What was queued before there was a choice has none.
    #[serde(default)]
    pub date_output: String,
    pub letter: Letter,
}

#[cfg(test)]
mod tests {
    use app::Timestamp;

    use super::Letter;

    fn reset() -> Letter {
        Letter::PasswordReset {
            login_id: "hana.sato".into(),
            name: "Hana Sato".into(),
            link: "https://id.example.com/link/secret".into(),
            expires_at: Timestamp::from_millis(1_000),
        }
    }

    #[test]
    fn a_letter_reads_back_from_its_json_and_hides_its_link_in_debug() {
        let json = serde_json::to_string(&reset()).unwrap();
        assert_eq!(serde_json::from_str::<Letter>(&json).unwrap(), reset());
        assert!(!format!("{:?}", reset()).contains("secret"));
    }

    #[test]
    fn a_letter_is_void_from_the_moment_its_link_ends() {
        assert!(!reset().is_void(Timestamp::from_millis(999)));
        assert!(reset().is_void(Timestamp::from_millis(1_000)));
        assert!(!Letter::PasswordChanged.is_void(Timestamp::from_millis(i64::MAX)));
    }
}

//! A user as they are stored.

use app::{
    CompanyId, Language, Timestamp, UserId,
    account::Theme,
    policies::{
        InForce, OwnSetting, TrustedAddresses, TwoFactorSetting, Verification, VerificationArea,
        VerificationSetting,
    },
    roles::Channel,
    users::{
        AccountStatus, EmailAddress, TokenLifetime, TokenValidity, UserEdit, UserRef,
        VerificationSettings,
    },
};

use super::{entity, store::NEVER};
use crate::{
    actor::CompanyPath,
    error::{Error, Result},
};

/// A user as they are stored.
#[derive(Clone, Debug)]
pub struct Account {
    /// Their identifier.
    pub id: UserId,
    /// The company they belong to.
    pub company: CompanyId,
    /// Its place in the tree.
    pub path: CompanyPath,
    /// Who created them.
    pub parent: Option<UserId>,
    /// Their login ID.
    pub login_id: String,
    /// Where mail goes.
    pub email: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The group they count themselves to; empty for none.
    pub group: String,
    /// What is said about them; empty for nothing.
    pub description: String,
    /// Stopped by an administrator.
    pub disabled: bool,
    /// When the account ends, if it does.
    pub expires_at: Option<Timestamp>,
    /// The two-factor setting.
    pub two_factor: TwoFactorSetting,
    /// By what they are verified, as it is set for them.
    pub verification: VerificationSettings,
    /// When a password was set last, if one was.
    pub password_set_at: Option<Timestamp>,
    /// Since when an authenticator is bound, if one is.
    pub enrolled_at: Option<Timestamp>,
    /// When they last signed in.
    pub last_sign_in_at: Option<Timestamp>,
    /// The language of their portal and mails.
    pub language: Language,
    /// Their IANA time zone.
    pub time_zone: String,
    /// How they write moments; empty for how their language does.
    pub date_output: String,
    /// How they type moments; empty for `YYYY-MM-DD HH:mm`.
    pub date_input: String,
    /// Light or dark.
    pub theme: Theme,
    /// When the account was created.
    pub created_at: Timestamp,
    /// When it was put in the bin, if it is there.
    pub deleted_at: Option<Timestamp>,
    /// The deletion that put it there, with everyone who went along.
    pub deletion: i64,
    /// Whether a sign-in ends their other sessions of its channel.
    pub exclusive_login: OwnSetting,
    /// How long their tokens and app sessions are valid.
    pub token_validity: TokenValidity,
    /// Counts the changes.
    pub version: i64,
    trusted_addresses: String,
}

impl Account {
    /// Takes over what is said of the person: names, group and description.
    pub fn take_over(&mut self, edit: &UserEdit) {
        if let Some(name) = &edit.first_name {
            self.first_name = name.as_str().to_owned();
        }
        if let Some(name) = &edit.last_name {
            self.last_name = name.as_str().to_owned();
        }
        if let Some(group) = &edit.group {
            self.group = group.as_str().to_owned();
        }
        if let Some(description) = &edit.description {
            self.description = description.as_str().to_owned();
        }
    }

    pub(super) fn of(row: entity::Model, path: CompanyPath) -> Self {
        let method = |code: &str| VerificationSetting::from_code(code).unwrap_or_default();
        let moment = |millis: i64| (millis > 0).then(|| Timestamp::from_millis(millis));
        Self {
            id: UserId(row.id),
            company: CompanyId(row.company_id),
            path,
            parent: row.parent_id.map(UserId),
            login_id: row.login_id,
            email: row.email,
            first_name: row.first_name,
            last_name: row.last_name,
            group: row.user_group,
            description: row.description,
            disabled: row.disabled,
            expires_at: (row.expires_at != NEVER).then(|| Timestamp::from_millis(row.expires_at)),
            two_factor: TwoFactorSetting::from_code(&row.two_factor).unwrap_or_default(),
            verification: VerificationSettings {
                web_login: method(&row.web_login_verification),
                app_login: method(&row.app_login_verification),
                app_unlock: method(&row.app_unlock_verification),
            },
            password_set_at: moment(row.password_set_at),
            enrolled_at: moment(row.enrolled_at),
            last_sign_in_at: moment(row.last_sign_in_at),
            language: Language::from_tag(&row.language).unwrap_or_default(),
            time_zone: row.time_zone,
            date_output: row.date_output,
            date_input: row.date_input,
            theme: Theme::from_code(&row.theme).unwrap_or_default(),
            created_at: Timestamp::from_millis(row.created_at),
            deleted_at: moment(row.deleted_at),
            deletion: row.deletion,
            exclusive_login: OwnSetting::from_code(&row.exclusive_login).unwrap_or_default(),
            token_validity: token_validity(row.token_minutes),
            version: row.version,
            trusted_addresses: row.trusted_addresses,
        }
    }

    /// Whether the second factor is asked of them, where `policy` is in force in their company.
    pub fn second_factor_required(&self, policy: &InForce) -> bool {
        self.two_factor.or(policy.two_factor_required.value)
    }

    /// By what their sign-in on `channel` is verified, where `policy` is in force in their company.
    pub const fn login_verification(&self, policy: &InForce, channel: Channel) -> Verification {
        let area = VerificationArea::of_login(channel);
        self.verification.in_force(area, policy)
    }

    /// Whether, and if not why not, they can sign in.
    pub fn status(&self, now: Timestamp) -> AccountStatus {
        AccountStatus::of(
            self.deleted_at.is_some(),
            self.disabled,
            self.expires_at,
            self.password_set_at.is_some(),
            now,
        )
    }

    /// Whether the expiration date has passed.
    pub fn has_ended(&self, now: Timestamp) -> bool {
        self.expires_at.is_some_and(|end| end <= now)
    }

    /// The words a password of theirs must not consist of.
    pub fn own_words(&self) -> [&str; 4] {
        [
            &self.login_id,
            &self.first_name,
            &self.last_name,
            &self.email,
        ]
    }

    /// Their address as it was stored, which was checked then.
    pub fn email_address(&self) -> Result<EmailAddress> {
        EmailAddress::parse(&self.email)
            .map_err(|_| Error::Broken(format!("user {} has no usable e-mail address", self.id)))
    }

    /// From where they may come, with what is in force in their company.
    pub fn addresses_in_force(&self, policy: &InForce) -> Result<TrustedAddresses> {
        let own = self.trusted_addresses()?;
        Ok(own.or(&policy.trusted_addresses.value).clone())
    }

    /// When the account ends, whether it does or not: for comparing with other ends.
    pub fn ends_at(&self) -> Timestamp {
        self.expires_at.unwrap_or(Timestamp::from_millis(NEVER))
    }

    /// From where they may come, if that was set for them. What cannot be read keeps everybody out.
    pub fn trusted_addresses(&self) -> Result<TrustedAddresses> {
        super::addresses::read(self.id, &self.trusted_addresses)
    }

    /// Sets from where they may come.
    pub(super) fn trust(&mut self, addresses: &TrustedAddresses) {
        self.trusted_addresses = addresses.to_string();
    }

    pub(super) fn trusted_addresses_as_stored(&self) -> &str {
        &self.trusted_addresses
    }

    /// Enough to name them and link to them.
    pub fn to_ref(&self) -> UserRef {
        UserRef {
            id: self.id,
            login_id: self.login_id.clone(),
            name: format!("{} {}", self.first_name, self.last_name),
        }
    }

    /// How mail reaches them.
    pub fn recipient(&self) -> Result<crate::mail::Recipient> {
        Ok(crate::mail::Recipient {
            email: self.email_address()?,
            login_id: self.login_id.clone(),
            name: app::users::full_name(&self.first_name, &self.last_name, self.language),
            language: self.language,
            user: Some(self.id),
            company: self.company,
            time_zone: self.time_zone.clone(),
            date_output: self.date_output.clone(),
        })
    }
}

/// How long tokens are valid, as it is stored: 0 leaves it to the policy class, the largest number is long-term.
pub fn token_validity(minutes: i64) -> TokenValidity {
    match minutes {
        0 => TokenValidity::Inherit,
        NEVER => TokenValidity::LongTerm,
        minutes => TokenValidity::ExpirationTime(TokenLifetime::of_minutes(minutes)),
    }
}

/// The same, to be stored.
pub(super) fn stored_minutes(validity: TokenValidity) -> i64 {
    match validity {
        TokenValidity::Inherit => 0,
        TokenValidity::LongTerm => NEVER,
        TokenValidity::ExpirationTime(lifetime) => lifetime.minutes(),
    }
}

//! What stands in the fields of Add User and Edit User, field by field: to fill, to compare, to send.

use app::{
    CompanyId, Language, Refusal, RoleId, Timestamp,
    companies::CompanyRef,
    field::Problem,
    policies::TwoFactorSetting,
    users::{User, UserChange, UserDraft},
};

use crate::i18n::UserWords;
use crate::ui::day::{after_day, day_of, just_before};

/// The texts and ticks of the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Typed {
    pub login_id: String,
    pub email: String,
    pub first_name: String,
    pub last_name: String,
    pub group: String,
    pub description: String,
    pub company: Option<CompanyRef>,
    pub related: Vec<CompanyRef>,
    pub roles: Vec<String>,
    /// The last day, in the user's time zone, on which the account can be used; nothing for no end.
    pub expires: String,
    /// Add User's tick.
    pub otp: bool,
    /// Edit User's choice: the code of a two-factor setting.
    pub two_factor: String,
    pub language: String,
    pub time_zone: String,
    pub parent_level: bool,
}

impl Typed {
    /// The fields of a user as they are.
    pub fn of(user: &User) -> Self {
        Self {
            login_id: user.login_id.clone(),
            email: user.email.clone(),
            first_name: user.first_name.clone(),
            last_name: user.last_name.clone(),
            group: user.group.clone(),
            description: user.description.clone(),
            company: Some(user.company.clone()),
            related: in_order(user.related_companies.clone()),
            roles: sorted(user.roles.iter().map(|role| role.id.to_string())),
            expires: user
                .expires_at
                .map(|at| day_of(just_before(at), &user.time_zone))
                .unwrap_or_default(),
            otp: false,
            two_factor: user.two_factor.setting.code().to_owned(),
            language: user.language.tag().to_owned(),
            time_zone: user.time_zone.clone(),
            parent_level: user.parent.is_none(),
        }
    }

    /// The user to be, with the invitation to be sent at once.
    pub fn draft(&self) -> Result<UserDraft, Refusal> {
        let Some(company) = &self.company else {
            return Err(Refusal::field("company", Problem::Missing));
        };
        Ok(UserDraft {
            login_id: self.login_id.clone(),
            email: self.email.clone(),
            first_name: self.first_name.clone(),
            last_name: self.last_name.clone(),
            group: self.group.clone(),
            description: self.description.clone(),
            company: company.id,
            related_companies: ids_of(&self.related),
            roles: ids(&self.roles).map(RoleId).collect(),
            expires_at: self.expires_at()?,
            otp_configured: self.otp,
            language: Language::from_tag(&self.language).unwrap_or_default(),
            time_zone: self.time_zone.clone(),
            parent_level: self.parent_level,
            issue_credentials: true,
        })
    }

    /// The user's time zone as it was typed.
    pub fn zone(&self) -> &str {
        match self.time_zone.trim() {
            "" => "UTC",
            zone => zone,
        }
    }

    /// When the account ends: with the last day, in the user's time zone.
    pub fn expires_at(&self) -> Result<Option<Timestamp>, Refusal> {
        if self.expires.is_empty() {
            return Ok(None);
        }
        if after_day(&self.expires, "UTC").is_none() {
            return Err(Refusal::field("expires_at", Problem::NoSuchDate));
        }
        match after_day(&self.expires, self.zone()) {
            Some(end) => Ok(Some(end)),
            // Of a zone that the browser does not know nobody can tell when its days end.
            None => Err(Refusal::field("time_zone", Problem::NotATimeZone)),
        }
    }

    /// What differs from `base`, and nothing else.
    pub fn change_since(&self, base: &Typed) -> Result<UserChange, Refusal> {
        let text =
            |field: UserField, value: &String| field.differs(self, base).then(|| value.clone());
        Ok(UserChange {
            email: text(UserField::Email, &self.email),
            first_name: text(UserField::FirstName, &self.first_name),
            last_name: text(UserField::LastName, &self.last_name),
            group: text(UserField::Group, &self.group),
            description: text(UserField::Description, &self.description),
            company: UserField::Company
                .differs(self, base)
                .then(|| self.company.as_ref().map(|company| company.id))
                .flatten(),
            related_companies: UserField::Related
                .differs(self, base)
                .then(|| ids_of(&self.related)),
            roles: UserField::Roles
                .differs(self, base)
                .then(|| ids(&self.roles).map(RoleId).collect()),
            expires_at: UserField::Expires
                .differs(self, base)
                .then(|| self.expires_at())
                .transpose()?,
            two_factor: UserField::TwoFactor
                .differs(self, base)
                .then(|| TwoFactorSetting::from_code(&self.two_factor))
                .flatten(),
            language: UserField::Language
                .differs(self, base)
                .then(|| Language::from_tag(&self.language))
                .flatten(),
            time_zone: text(UserField::TimeZone, &self.time_zone),
        })
    }
}

/// The companies in an order that does not depend on when each was chosen.
pub(super) fn in_order(mut companies: Vec<CompanyRef>) -> Vec<CompanyRef> {
    companies.sort_by_key(|company| company.id);
    companies
}

fn ids_of(companies: &[CompanyRef]) -> Vec<CompanyId> {
    companies.iter().map(|company| company.id).collect()
}

fn sorted(ids: impl Iterator<Item = String>) -> Vec<String> {
    let mut ids: Vec<String> = ids.collect();
    ids.sort();
    ids
}

fn ids(texts: &[String]) -> impl Iterator<Item = i64> {
    texts.iter().filter_map(|text| text.parse().ok())
}

/// One field that Edit User can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum UserField {
    Email,
    FirstName,
    LastName,
    Group,
    Description,
    Company,
    Related,
    Roles,
    Expires,
    TwoFactor,
    Language,
    TimeZone,
}

impl UserField {
    /// Every field, in the order of the form.
    pub const ALL: [UserField; 12] = [
        UserField::Email,
        UserField::FirstName,
        UserField::LastName,
        UserField::Group,
        UserField::Description,
        UserField::Company,
        UserField::Related,
        UserField::Roles,
        UserField::Expires,
        UserField::TwoFactor,
        UserField::Language,
        UserField::TimeZone,
    ];

    /// Whether the two have it different.
    pub fn differs(self, one: &Typed, other: &Typed) -> bool {
        let mut copy = other.clone();
        self.copy(one, &mut copy);
        copy != *other
    }

    /// Copies it from one to the other.
    pub fn copy(self, from: &Typed, to: &mut Typed) {
        match self {
            UserField::Email => to.email.clone_from(&from.email),
            UserField::FirstName => to.first_name.clone_from(&from.first_name),
            UserField::LastName => to.last_name.clone_from(&from.last_name),
            UserField::Group => to.group.clone_from(&from.group),
            UserField::Description => to.description.clone_from(&from.description),
            UserField::Company => to.company.clone_from(&from.company),
            UserField::Related => to.related.clone_from(&from.related),
            UserField::Roles => to.roles.clone_from(&from.roles),
            UserField::Expires => to.expires.clone_from(&from.expires),
            UserField::TwoFactor => to.two_factor.clone_from(&from.two_factor),
            UserField::Language => to.language.clone_from(&from.language),
            UserField::TimeZone => to.time_zone.clone_from(&from.time_zone),
        }
    }

    /// Its label.
    pub fn label(self, t: UserWords) -> &'static str {
        match self {
            UserField::Email => t.email(),
            UserField::FirstName => t.first_name(),
            UserField::LastName => t.last_name(),
            UserField::Group => t.group(),
            UserField::Description => t.description(),
            UserField::Company => t.company(),
            UserField::Related => t.related_companies(),
            UserField::Roles => t.roles(),
            UserField::Expires => t.expiration_date(),
            UserField::TwoFactor => t.otp_configured(),
            UserField::Language => t.language(),
            UserField::TimeZone => t.time_zone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_sent() {
        let base = Typed {
            email: "a@example.com".into(),
            roles: vec!["1".into()],
            ..Typed::default()
        };
        assert_eq!(base.change_since(&base), Ok(UserChange::default()));
        let typed = Typed {
            two_factor: "yes".into(),
            roles: vec!["1".into(), "2".into()],
            ..base.clone()
        };
        let change = typed.change_since(&base).unwrap();
        assert_eq!(change.two_factor, Some(TwoFactorSetting::Yes));
        assert_eq!(change.roles, Some(vec![RoleId(1), RoleId(2)]));
        assert_eq!(change.email, None);
    }
}

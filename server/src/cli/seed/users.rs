//! Users as they might be: names, roles, expiry and activity.

use app::{Language, Timestamp, policies::TwoFactorSetting, roles::BuiltInRole};
use sea_orm::{ConnectionTrait, Value};

use super::{
    Failure,
    chance::Chance,
    companies::{Company, days},
    names,
};
use crate::{
    db::sql,
    users::store::{search_text, sort_name},
};

/// The columns of a user that differ from their defaults.
pub const COLUMNS: &str = "id, company_id, parent_id, login_id, email, first_name, last_name, sort_name, search_text, disabled, \
     expires_at, two_factor, password_set_at, last_sign_in_at, language, time_zone, created_at";

/// The identifiers of the built-in roles.
pub struct Roles([i64; BuiltInRole::ALL.len()]);

impl Roles {
    /// Looks them up.
    pub async fn find(db: &impl ConnectionTrait) -> Result<Self, Failure> {
        let mut ids = [0; BuiltInRole::ALL.len()];
        for (id, role) in ids.iter_mut().zip(BuiltInRole::ALL) {
            let sql = "SELECT id FROM roles WHERE built_in AND name = $1";
            *id = sql::number(db, sql, [role.code().into()]).await?;
        }
        Ok(Self(ids))
    }

    fn id(&self, wanted: BuiltInRole) -> i64 {
        let place = BuiltInRole::ALL.into_iter().position(|role| role == wanted);
        place.map_or(0, |place| self.0[place])
    }
}

/// What users are made of.
pub struct Cast {
    /// Where they are.
    pub companies: Vec<Company>,
    /// What they may do.
    pub roles: Roles,
    /// The identifier of the first of them.
    pub first_id: i64,
    /// This moment.
    pub now: Timestamp,
    /// The hash of the password that was given.
    pub known: Option<String>,
    /// How many of them have it.
    pub with_known: u64,
    /// The hash of a password that nobody knows.
    pub unknown: String,
    /// Whether there were users before.
    pub has_admin: bool,
}

/// One user as rows.
pub struct Rows {
    /// In `users`.
    pub row: [Value; 17],
    /// In `passwords`.
    pub password: Option<[Value; 3]>,
    /// In `user_roles`.
    pub role: [Value; 2],
}

impl Cast {
    /// The user at `place` of all, counted from 0.
    pub fn user(&self, place: u64, chance: &mut Chance) -> Rows {
        let id = self.first_id + i64::try_from(place).unwrap_or_default();
        let company = &self.companies[self.company_of(place)];
        let name = names::person(chance);
        let is_admin = place == 0 && self.known.is_some() && !self.has_admin;
        let login_id = if is_admin {
            "admin".to_owned()
        } else {
            format!("{}.{}{id}", name.first_latin, name.last_latin)
        };
        let email = format!("{login_id}@{}", company.domain);
        let role = self.role(place, is_admin, chance);

        let now = self.now.millis();
        let created_at = now
            - days(chance.below(800) + 1)
            - i64::try_from(chance.below(86_400_000)).unwrap_or_default();
        let hash = match &self.known {
            Some(known) if place < self.with_known => Some(known),
            // Some have not yet taken up their invitation.
            _ => (!chance.percent(12)).then_some(&self.unknown),
        };
        let demo = place < self.with_known && self.known.is_some();
        let set_at = if hash.is_some() {
            created_at + 3_600_000
        } else {
            0
        };
        let last_sign_in_at = match hash {
            Some(_) if chance.percent(90) => {
                now - i64::try_from(chance.below(90 * 86_400_000)).unwrap_or_default()
            }
            _ => 0,
        }
        .max(set_at * i64::from(hash.is_some()));
        let (language, time_zone) = if name.japanese {
            (Language::Japanese, "Asia/Tokyo")
        } else {
            (Language::English, "UTC")
        };
        Rows {
            row: [
                id.into(),
                company.id.into(),
                self.parent_of(place, chance).into(),
                login_id.as_str().into(),
                email.as_str().into(),
                name.first.into(),
                name.last.into(),
                sort_name(name.first, name.last).into(),
                search_text(&login_id, name.first, name.last, &email).into(),
                (!demo && chance.percent(2)).into(),
                if demo {
                    i64::MAX.into()
                } else {
                    self.expires_at(chance).into()
                },
                self.two_factor(demo, chance).code().into(),
                set_at.into(),
                last_sign_in_at.into(),
                language.tag().into(),
                time_zone.into(),
                created_at.into(),
            ],
            password: hash.map(|hash| [id.into(), hash.as_str().into(), set_at.into()]),
            role: [id.into(), self.roles.id(role).into()],
        }
    }

    /// How many of the users from `from` to before `until` are in each company.
    pub fn counts_between(&self, from: u64, until: u64) -> Vec<(i64, i64)> {
        let mut counts = vec![0; self.companies.len()];
        for place in from..until {
            counts[self.company_of(place)] += 1;
        }
        self.companies
            .iter()
            .map(|company| company.id)
            .zip(counts)
            .filter(|(_, count)| *count > 0)
            .collect()
    }

    /// Everybody's company follows from their place: first one in each, then some have many and many few.
    fn company_of(&self, place: u64) -> usize {
        let count = self.companies.len() as u64;
        if place < count {
            return usize::try_from(place).unwrap_or_default();
        }
        let mut own = Chance::new(place);
        let most = own.below(count) + 1;
        usize::try_from(own.below(most)).unwrap_or_default()
    }

    /// The first in each company runs it; many of the others were added by them.
    fn parent_of(&self, place: u64, chance: &mut Chance) -> Option<i64> {
        let first = self.company_of(place) as u64;
        (first < place && chance.percent(40))
            .then(|| self.first_id + i64::try_from(first).unwrap_or_default())
    }

    fn role(&self, place: u64, is_admin: bool, chance: &mut Chance) -> BuiltInRole {
        match chance.below(500) {
            _ if is_admin => BuiltInRole::OperatorAdministrator,
            _ if place < self.companies.len() as u64 => BuiltInRole::CompanyAdministrator,
            0..2 => BuiltInRole::HelpDesk,
            2 => BuiltInRole::Auditor,
            _ => BuiltInRole::User,
        }
    }

    fn expires_at(&self, chance: &mut Chance) -> i64 {
        match chance.below(100) {
            0..2 => self.now.millis() - days(chance.below(200) + 1),
            2..6 => self.now.millis() + days(chance.below(30) + 1),
            6..12 => self.now.millis() + days(chance.below(700) + 30),
            _ => i64::MAX,
        }
    }

    fn two_factor(&self, demo: bool, chance: &mut Chance) -> TwoFactorSetting {
        match chance.below(10) {
            _ if demo => TwoFactorSetting::Inherit,
            0 => TwoFactorSetting::No,
            1..4 => TwoFactorSetting::Yes,
            _ => TwoFactorSetting::Inherit,
        }
    }
}

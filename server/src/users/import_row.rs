//! What a row of a file of users says, understood as far as that goes without data.

use std::collections::{BTreeSet, HashMap};

use app::{
    CompanyId, Language, Refusal, RoleId, Timestamp,
    field::{Problem, Problems},
    policies::TwoFactorSetting,
    roles::RoleRef,
    users::{
        AccountStatus, Description, EmailAddress, Group, LoginId, PersonName, TimeZone, UserColumn,
    },
};

use super::sheet::BETWEEN;

/// What a row of a file says, by its columns. A column that the file does not have is not there.
pub type Sheet = HashMap<UserColumn, String>;

/// A row, understood. What is absent stays as it is.
#[derive(Debug)]
pub(super) struct Row {
    pub login_id: LoginId,
    pub email: Option<String>,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub group: Option<String>,
    pub description: Option<String>,
    pub company: Option<CompanyId>,
    pub company_name: Option<String>,
    /// Each once, in order.
    pub related_companies: Option<Vec<CompanyId>>,
    pub roles: Vec<NamedRole>,
    pub expires_at: Option<Option<Timestamp>>,
    pub two_factor: Option<TwoFactorSetting>,
    pub language: Option<Language>,
    pub time_zone: Option<String>,
    pub disabled: Option<bool>,
}

/// A role as a file writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NamedRole {
    /// `#` and its number.
    Number(RoleId),
    /// Its name.
    Name(String),
}

impl NamedRole {
    fn read(text: &str) -> Self {
        match text.strip_prefix('#').map(str::parse) {
            Some(Ok(id)) => NamedRole::Number(id),
            _ => NamedRole::Name(text.to_owned()),
        }
    }

    /// Whether `role` is meant: by its name, or one that came with Doorward also by its name in words.
    pub fn means(&self, role: &RoleRef) -> bool {
        match self {
            NamedRole::Number(id) => *id == role.id,
            NamedRole::Name(name) => {
                *name == role.name || Language::ALL.iter().any(|one| *name == role.words(*one))
            }
        }
    }
}

impl std::fmt::Display for NamedRole {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            NamedRole::Number(id) => write!(f, "#{id}"),
            NamedRole::Name(name) => f.write_str(name),
        }
    }
}

impl Row {
    /// Understands a row, or tells everything that is wrong.
    pub fn read(said: &Sheet) -> Result<Self, Refusal> {
        let mut cells = Cells {
            said,
            problems: Problems::default(),
        };
        let login_id = cells.take(UserColumn::LoginId, |text| Some(LoginId::parse(text)));
        let email = cells.filled(UserColumn::Email, |text| {
            EmailAddress::parse(text).map(String::from)
        });
        let name = |text: &str| PersonName::parse(text).map(|name| name.as_str().to_owned());
        let first_name = cells.filled(UserColumn::FirstName, name);
        let last_name = cells.filled(UserColumn::LastName, name);
        let group = cells.take(UserColumn::Group, |text| {
            Some(Group::parse(text).map(|group| group.as_str().to_owned()))
        });
        let description = cells.take(UserColumn::Description, |text| {
            Some(Description::parse(text).map(|said| said.as_str().to_owned()))
        });
        let time_zone = cells.filled(UserColumn::TimeZone, |text| {
            TimeZone::parse(text).map(|zone| zone.as_str().to_owned())
        });
        let company = cells.filled(UserColumn::Company, number);
        let company_name = cells.filled(UserColumn::CompanyName, |text| Ok(text.to_owned()));
        let related_companies = cells.take(UserColumn::RelatedCompanies, |text| {
            let companies = each(text).map(number).collect::<Result<BTreeSet<_>, _>>();
            Some(companies.map(|companies| companies.into_iter().collect()))
        });
        let roles = cells.take(UserColumn::Roles, |text| {
            Some(Ok(each(text).map(NamedRole::read).collect()))
        });
        let expires_at = cells.take(UserColumn::ExpiresAt, |text| {
            Some(match text {
                "" => Ok(None),
                text => Timestamp::parse(text).map(Some).ok_or(Problem::NotATime),
            })
        });
        let two_factor = cells.filled(UserColumn::TwoFactor, |text| {
            TwoFactorSetting::from_code(&text.to_ascii_lowercase())
                .ok_or_else(|| one_of(&TwoFactorSetting::ALL.map(TwoFactorSetting::code)))
        });
        let language = cells.filled(UserColumn::Language, |text| {
            Language::from_tag(text).ok_or_else(|| one_of(&Language::ALL.map(Language::tag)))
        });
        let disabled = cells.filled(UserColumn::Status, is_disabled);
        match (login_id, cells.problems.into_vec()) {
            (Some(login_id), none) if none.is_empty() => Ok(Self {
                login_id,
                email,
                first_name,
                last_name,
                group,
                description,
                company,
                company_name,
                related_companies,
                roles: roles.unwrap_or_default(),
                expires_at,
                two_factor,
                language,
                time_zone,
                disabled,
            }),
            (None, none) if none.is_empty() => {
                Err(Refusal::field(UserColumn::LoginId.code(), Problem::Missing))
            }
            (_, problems) => Err(Refusal::Malformed(problems)),
        }
    }
}

/// Reads the cells of a row and notes what is wrong with them.
struct Cells<'a> {
    said: &'a Sheet,
    problems: Problems,
}

impl Cells<'_> {
    /// What `read` makes of the cell, if the file has its column.
    fn take<T>(
        &mut self,
        column: UserColumn,
        read: impl FnOnce(&str) -> Option<Result<T, Problem>>,
    ) -> Option<T> {
        let value = read(self.said.get(&column)?.trim())?;
        self.problems.take(column.code(), value)
    }

    /// What `read` makes of the cell, if anything stands there.
    fn filled<T>(
        &mut self,
        column: UserColumn,
        read: impl FnOnce(&str) -> Result<T, Problem>,
    ) -> Option<T> {
        self.take(column, |text| (!text.is_empty()).then(|| read(text)))
    }
}

fn each(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(BETWEEN.trim_end());
    parts.map(str::trim).filter(|part| !part.is_empty())
}

fn number(text: &str) -> Result<CompanyId, Problem> {
    text.parse().map_err(|_| Problem::NotANumber)
}

/// A user who is anything but disabled may sign in as far as that goes: whether they are invited, active or expired says
/// something else.
fn is_disabled(text: &str) -> Result<bool, Problem> {
    match AccountStatus::from_code(&text.to_ascii_lowercase()) {
        Some(AccountStatus::Disabled) => Ok(true),
        Some(AccountStatus::Active | AccountStatus::Invited | AccountStatus::Expired) => Ok(false),
        Some(AccountStatus::Deleted) | None => {
            Err(one_of(&["active", "invited", "expired", "disabled"]))
        }
    }
}

fn one_of(allowed: &[&str]) -> Problem {
    Problem::NotOneOf {
        allowed: allowed.join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::{NamedRole, Row, Sheet};
    use app::{CompanyId, RoleId, users::UserColumn};

    fn said(cells: &[(UserColumn, &str)]) -> Sheet {
        cells
            .iter()
            .map(|(column, text)| (*column, (*text).to_owned()))
            .collect()
    }

    #[test]
    fn what_is_empty_stays_and_what_is_absent_too_but_none_means_none() {
        let row = Row::read(&said(&[
            (UserColumn::LoginId, " Hana "),
            (UserColumn::Email, ""),
            (UserColumn::RelatedCompanies, "3; 4;"),
            (UserColumn::Roles, "Help desk; #7"),
            (UserColumn::ExpiresAt, ""),
            (UserColumn::Status, "Disabled"),
        ]))
        .unwrap();
        assert_eq!(row.login_id.as_str(), "hana");
        assert_eq!((row.email, row.first_name), (None, None));
        assert_eq!(
            row.related_companies,
            Some(vec![CompanyId(3), CompanyId(4)])
        );
        let named = NamedRole::Name("Help desk".into());
        assert_eq!(row.roles, [named, NamedRole::Number(RoleId(7))]);
        assert_eq!(row.expires_at, Some(None));
        assert_eq!(row.disabled, Some(true));

        let row = Row::read(&said(&[(UserColumn::LoginId, "hana")])).unwrap();
        assert_eq!((row.expires_at, row.related_companies), (None, None));
    }

    #[test]
    fn everything_wrong_in_a_row_is_told_at_once() {
        let refusal = Row::read(&said(&[
            (UserColumn::LoginId, "日本"),
            (UserColumn::Email, "x"),
            (UserColumn::Company, "Acme"),
            (UserColumn::ExpiresAt, "tomorrow"),
            (UserColumn::TwoFactor, "maybe"),
            (UserColumn::Language, "fr"),
            (UserColumn::Status, "deleted"),
        ]))
        .unwrap_err();
        let fields: Vec<_> = refusal
            .field_problems()
            .iter()
            .map(|problem| problem.field.as_str())
            .collect();
        assert_eq!(
            fields,
            [
                "login_id",
                "email",
                "company",
                "expires_at",
                "two_factor",
                "language",
                "status"
            ]
        );
    }
}

//! Users as rows of a file: what each of its columns tells of them.

use std::collections::HashMap;

use app::{Timestamp, UserId, users::UserColumn};
use sea_orm::ConnectionTrait;

use super::account::Account;
use crate::{
    actor::{CompanyPath, Scope},
    companies,
    error::Result,
    roles,
};

/// Stands between several roles or companies in one cell.
pub const BETWEEN: &str = "; ";

/// What is told of one user, in the order of [`UserColumn::ALL`].
pub type Cells = [String; UserColumn::ALL.len()];

/// What is told of users besides their own fields.
struct Beside {
    companies: HashMap<i64, String>,
    roles: HashMap<UserId, Vec<String>>,
    related: HashMap<UserId, Vec<CompanyPath>>,
}

/// What is told of each of `accounts` to somebody with `scope`.
pub async fn cells(
    db: &impl ConnectionTrait,
    scope: &Scope,
    accounts: &[Account],
    now: Timestamp,
) -> Result<Vec<Cells>> {
    let ids: Vec<UserId> = accounts.iter().map(|account| account.id).collect();
    let companies = accounts.iter().map(|account| account.company.0);
    let beside = Beside {
        companies: companies::store::all_of(db, companies)
            .await?
            .into_iter()
            .map(|company| (company.id.0, company.name))
            .collect(),
        roles: roles::store::written_of(db, &ids).await?,
        related: roles::store::related_of(db, &ids).await?,
    };
    Ok(accounts
        .iter()
        .map(|account| beside.cells(account, scope, now))
        .collect())
}

impl Beside {
    fn cells(&self, account: &Account, scope: &Scope, now: Timestamp) -> Cells {
        UserColumn::ALL.map(|column| self.cell(column, account, scope, now))
    }

    fn cell(&self, column: UserColumn, account: &Account, scope: &Scope, now: Timestamp) -> String {
        let moment = |at: Option<Timestamp>| at.map(|at| at.to_string()).unwrap_or_default();
        match column {
            UserColumn::LoginId => account.login_id.clone(),
            UserColumn::Email => account.email.clone(),
            UserColumn::FirstName => account.first_name.clone(),
            UserColumn::LastName => account.last_name.clone(),
            UserColumn::Group => account.group.clone(),
            UserColumn::Description => account.description.clone(),
            UserColumn::Company => account.company.to_string(),
            UserColumn::CompanyName => self
                .companies
                .get(&account.company.0)
                .cloned()
                .unwrap_or_default(),
            UserColumn::RelatedCompanies => self.related(account.id, scope),
            UserColumn::Roles => match self.roles.get(&account.id) {
                Some(roles) => roles.join(BETWEEN),
                None => String::new(),
            },
            UserColumn::ExpiresAt => moment(account.expires_at),
            UserColumn::TwoFactor => account.two_factor.code().to_owned(),
            UserColumn::Language => account.language.tag().to_owned(),
            UserColumn::TimeZone => account.time_zone.clone(),
            UserColumn::Status => account.status(now).code().to_owned(),
            UserColumn::LastSignInAt => moment(account.last_sign_in_at),
        }
    }

    /// What the reader cannot see is not told.
    fn related(&self, user: UserId, scope: &Scope) -> String {
        let companies: Vec<String> = self
            .related
            .get(&user)
            .into_iter()
            .flatten()
            .filter(|path| scope.contains(path))
            .filter_map(|path| Some(path.company()?.to_string()))
            .collect();
        companies.join(BETWEEN)
    }
}

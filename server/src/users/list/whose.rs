//! The companies whose users a query is about, and the better way to those users.

use app::{CompanyId, users::UserQuery};
use sea_orm::ConnectionTrait;

use super::filter::Where;
use crate::{actor::Scope, companies, db::sql, error::Result};

/// How many users somebody wants to see, when the ways to them are compared.
const PAGE: u64 = 50;

/// Companies within a scope.
pub(super) struct Whose {
    scope: Scope,
    /// Only this one of them.
    only: Option<CompanyId>,
    /// How many users they have, without the bin.
    pub users: u64,
    /// Whether their users are so many that it is quicker to meet a page of them on the way through everybody, in order,
    /// than to collect and order them all.
    many: bool,
}

impl Whose {
    /// The companies of `scope` that `query` names, or all of them.
    ///
    /// # Errors
    /// Not found when the company it names is not within.
    pub async fn of(db: &impl ConnectionTrait, scope: &Scope, query: &UserQuery) -> Result<Self> {
        let (scope, only) = match query.company {
            None => (scope.clone(), None),
            Some(id) => {
                let company = companies::store::find(db, scope, id).await?;
                let only = (!query.subsidiaries).then_some(id);
                (Scope::of(vec![company.path]), only)
            }
        };
        let users = companies::store::users_within(db, &scope, only).await?;
        // There are about as many as the newest identifier says, which is known without counting.
        let everybody = sql::number(db, "SELECT MAX(id) FROM users", []).await?;
        let everybody = u64::try_from(everybody).unwrap_or_default();
        Ok(Self {
            scope,
            only,
            users,
            // Collecting meets `users`, and the way through everybody `PAGE * everybody / users`.
            many: users.saturating_mul(users) > PAGE.saturating_mul(everybody),
        })
    }

    /// Adds the condition that somebody belongs to them.
    pub fn add_to(&self, filter: &mut Where) {
        let which = match self.only {
            Some(id) => format!("id = {}", filter.value(id.0)),
            None if self.scope.is_everything() => return,
            None => {
                let ranges: Vec<String> = self
                    .scope
                    .ranges()
                    .map(|(from, until)| (filter.value(from), filter.value(until)))
                    .map(|(from, until)| format!("path >= {from} AND path < {until}"))
                    .collect();
                format!("({})", ranges.join(" OR "))
            }
        };
        filter.and(match self.many {
            true => format!(
                "EXISTS (SELECT 1 FROM companies WHERE companies.id = u.company_id AND {which})"
            ),
            false => format!("u.company_id IN (SELECT id FROM companies WHERE {which})"),
        });
    }
}

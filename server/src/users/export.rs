//! Users as a file: what the list finds, with what was set for each.

use std::collections::HashMap;

use app::{Timestamp, UserId, audit::AuditAction, roles::Permission, users::UserQuery};

use super::{account::Account, list, store};
use crate::{
    actor::{Actor, CompanyPath, Scope},
    audit, companies, csv,
    db::sql,
    deps::Deps,
    desk::Caller,
    error::Result,
    roles,
};

/// Users that are read at a time: the memory is that of one batch, however many there are.
const BATCH: usize = 500;
/// Stands between several roles or companies in one cell.
const BETWEEN: &str = "; ";

const HEADINGS: [&str; 14] = [
    "login_id",
    "email",
    "first_name",
    "last_name",
    "company",
    "company_name",
    "related_companies",
    "roles",
    "expires_at",
    "two_factor",
    "language",
    "time_zone",
    "status",
    "last_sign_in_at",
];

/// An export under way: what is still to be told, by login ID.
#[derive(Debug)]
pub struct Export {
    query: UserQuery,
    after: String,
}

/// Begins an export of everyone whom a query finds, and records that.
pub async fn export(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    query: UserQuery,
) -> Result<Export> {
    let scope = actor.may(Permission::UsersRead)?;
    // What cannot be searched for is refused now, not in the midst of the answer.
    list::found(deps.db.read(), scope, &query, deps.now()).await?;
    let event = noted(
        audit::Entry::by(actor, caller, AuditAction::UsersExported),
        &query,
    );
    let tx = deps.db.begin().await?;
    audit::record(&tx, deps, event).await?;
    tx.commit().await?;
    Ok(Export {
        query,
        after: String::new(),
    })
}

impl Export {
    /// What stands before the first user.
    pub fn head() -> String {
        let mut text = csv::BYTE_ORDER_MARK.to_owned();
        csv::record(&mut text, HEADINGS);
        text
    }

    /// The records of the next users; none at the end. Whoever loses the right meanwhile gets no more.
    pub async fn next(&mut self, deps: &Deps, actor: &Actor) -> Result<Option<String>> {
        let scope = actor.may(Permission::UsersRead)?;
        let (db, now) = (deps.db.read(), deps.now());
        let mut found = list::found(db, scope, &self.query, now).await?;
        found.values.push(self.after.as_str().into());
        let sql = format!(
            "SELECT found.id FROM ({}) AS found WHERE found.login_id > ${} ORDER BY found.login_id LIMIT {BATCH}",
            found.sql,
            found.values.len()
        );
        let mut ids = Vec::with_capacity(BATCH);
        for row in sql::all(db, &sql, found.values).await? {
            ids.push(UserId(row.try_get_by_index(0)?));
        }
        let accounts = store::all_of(db, &ids).await?;
        let Some(last) = accounts.last() else {
            return Ok(None);
        };
        self.after.clone_from(&last.login_id);
        let beside = Beside {
            companies: companies::store::all_of(db, accounts.iter().map(|one| one.company.0))
                .await?
                .into_iter()
                .map(|company| (company.id.0, company.name))
                .collect(),
            roles: roles::store::names_of(db, &ids).await?,
            related: roles::store::related_of(db, &ids).await?,
        };
        let mut text = String::new();
        for account in &accounts {
            beside.write(&mut text, account, scope, now);
        }
        Ok(Some(text))
    }
}

/// What is told of users beside their own fields.
struct Beside {
    companies: HashMap<i64, String>,
    roles: HashMap<UserId, Vec<String>>,
    related: HashMap<UserId, Vec<CompanyPath>>,
}

impl Beside {
    fn write(&self, text: &mut String, account: &Account, scope: &Scope, now: Timestamp) {
        let moment = |at: Option<Timestamp>| at.map(|at| at.to_string()).unwrap_or_default();
        // What the actor cannot see is not told.
        let related: Vec<String> = self
            .related
            .get(&account.id)
            .into_iter()
            .flatten()
            .filter(|path| scope.contains(path))
            .filter_map(|path| Some(path.company()?.to_string()))
            .collect();
        let roles = self.roles.get(&account.id).map(|roles| roles.join(BETWEEN));
        let cells: [String; HEADINGS.len()] = [
            account.login_id.clone(),
            account.email.clone(),
            account.first_name.clone(),
            account.last_name.clone(),
            account.company.to_string(),
            self.companies
                .get(&account.company.0)
                .cloned()
                .unwrap_or_default(),
            related.join(BETWEEN),
            roles.unwrap_or_default(),
            moment(account.expires_at),
            account.two_factor.code().to_owned(),
            account.language.tag().to_owned(),
            account.time_zone.clone(),
            account.status(now).code().to_owned(),
            moment(account.last_sign_in_at),
        ];
        csv::record(text, cells.iter().map(String::as_str));
    }
}

/// Notes what an export was narrowed to.
fn noted(mut event: audit::Entry, query: &UserQuery) -> audit::Entry {
    let UserQuery {
        company,
        subsidiaries,
        parent,
        search,
        status,
        role,
        two_factor,
        expiring_within_days,
        not_signed_in_for_days,
        sort: _,
        descending: _,
        page: _,
    } = query;
    let texts = [
        ("company", company.map(|id| id.to_string())),
        ("subsidiaries", subsidiaries.then(|| "true".to_owned())),
        ("parent", parent.map(|id| id.to_string())),
        ("search", Some(search.trim().to_owned())),
        ("status", status.map(|status| status.code().to_owned())),
        ("role", role.map(|role| role.to_string())),
        (
            "two_factor",
            two_factor.map(|state| state.code().to_owned()),
        ),
        (
            "expiring_within_days",
            expiring_within_days.map(|days| days.to_string()),
        ),
        (
            "not_signed_in_for_days",
            not_signed_in_for_days.map(|days| days.to_string()),
        ),
    ];
    for (field, text) in texts {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            event = event.with(field, text);
        }
    }
    event
}

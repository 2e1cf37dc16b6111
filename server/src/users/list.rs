//! The list of users: the one query that must stay quick whatever the number of users.
//!
//! It is plain SQL, read into narrow rows. Each order has an index, so that a page deep in the list costs as
//! much as the first; a search that matches few goes through the text index, one that matches many walks the
//! order's index and finds its page on the way.

mod row;

use std::collections::HashMap;

use app::{
    Page, Timestamp,
    policies::{Setting, SettingValue},
    users::{AccountStatus, TwoFactorState, UserQuery, UserRow, UserSort},
};
use sea_orm::{ConnectionTrait, DbBackend, Value};

use self::row::Row;
use super::{bin, store};
use crate::{
    actor::Scope,
    companies,
    db::{
        paging::{COUNT_LIMIT, Cut, Total, escape_like, searched},
        sql,
    },
    deps::Deps,
    error::Result,
    policies::{self, store::Pointed},
};

/// A search with fewer matches than this goes through the text index.
const FEW_MATCHES: i64 = 2_000;
/// Seconds in a day.
const DAY: i64 = 86_400;

/// A condition under construction: its text, and the values of its `$1`, `$2`, ….
#[derive(Clone, Default)]
struct Where {
    conditions: Vec<String>,
    values: Vec<Value>,
}

impl Where {
    fn value(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("${}", self.values.len())
    }

    fn and(&mut self, condition: impl Into<String>) {
        self.conditions.push(condition.into());
    }

    fn text(&self) -> String {
        match self.conditions.is_empty() {
            true => "TRUE".to_owned(),
            false => self.conditions.join(" AND "),
        }
    }
}

/// A value by which rows are ordered, and the identifier that decides between equals.
type Edge = (serde_json::Value, i64);

/// A page of the users of `scope`.
pub(super) async fn list(deps: &Deps, scope: &Scope, query: &UserQuery) -> Result<Page<UserRow>> {
    let db = deps.db.read();
    let now = deps.now();
    let mut filter = Where::default();
    within(db, scope, query, &mut filter).await?;
    below(db, scope, query, &mut filter).await?;
    narrow(query, now, &mut filter);
    let search = Search::of(db, &query.search).await?;
    let total = total(db, scope, query, &filter, &search).await?;
    search.add_to(&mut filter);
    let cut = Cut::<Edge>::read(&query.page)?.only_if(|(order, _)| is_of(order, query.sort))?;
    let rows = fetch(db, query, filter, &cut).await?;
    let page = cut.page(rows, total, |row| (row.order.clone(), row.id));
    let homes = companies::store::all_of(db, page.items.iter().map(|row| row.company_id)).await?;
    let pointed = Pointed::above(db, homes.iter().map(|company| &company.path)).await?;
    let homes: HashMap<i64, (String, bool)> = homes
        .into_iter()
        .map(|home| {
            let required = pointed.at(&home.path).two_factor_required.value;
            (home.id.0, (home.name, required))
        })
        .collect();
    Ok(page.map(|row| {
        let (name, required) = homes.get(&row.company_id).cloned().unwrap_or_default();
        row.view(name, required, now)
    }))
}

/// A SELECT of numbers and login IDs, and its values.
pub struct Found {
    /// Its text, with `$1`, `$2`, ….
    pub sql: String,
    /// The values.
    pub values: Vec<Value>,
}

/// Everyone of `scope` whom a query finds, whatever its order and page.
pub async fn found(
    db: &impl ConnectionTrait,
    scope: &Scope,
    query: &UserQuery,
    now: Timestamp,
) -> Result<Found> {
    let mut filter = Where::default();
    within(db, scope, query, &mut filter).await?;
    below(db, scope, query, &mut filter).await?;
    narrow(query, now, &mut filter);
    Search::of(db, &query.search).await?.add_to(&mut filter);
    Ok(Found {
        sql: format!(
            "SELECT u.id, u.login_id FROM users u WHERE {}",
            filter.text()
        ),
        values: filter.values,
    })
}

async fn within(
    db: &impl ConnectionTrait,
    scope: &Scope,
    query: &UserQuery,
    filter: &mut Where,
) -> Result<()> {
    let ranges = match query.company {
        Some(id) => {
            let company = companies::store::find(db, scope, id).await?;
            if !query.subsidiaries {
                let id = filter.value(company.id.0);
                filter.and(format!("u.company_id = {id}"));
                return Ok(());
            }
            Scope::of(vec![company.path])
        }
        None => scope.clone(),
    };
    if !ranges.is_everything() {
        let parts: Vec<String> = ranges
            .ranges()
            .map(|(from, until)| {
                let (from, until) = (filter.value(from), filter.value(until));
                format!("path >= {from} AND path < {until}")
            })
            .collect();
        filter.and(format!(
            "u.company_id IN (SELECT id FROM companies WHERE {})",
            parts.join(" OR ")
        ));
    }
    Ok(())
}

/// Only those who would go along if the parent were deleted, if the query names one.
async fn below(
    db: &impl ConnectionTrait,
    scope: &Scope,
    query: &UserQuery,
    filter: &mut Where,
) -> Result<()> {
    if let Some(id) = query.parent {
        let parent = store::find(db, scope, id).await?;
        let parent = filter.value(parent.id.0);
        filter.and(format!("u.id IN ({})", bin::below(&parent)));
    }
    Ok(())
}

fn narrow(query: &UserQuery, now: Timestamp, filter: &mut Where) {
    // Written out rather than bound, so that the planners see the partial indexes fit.
    filter.and(match query.status {
        Some(AccountStatus::Deleted) => "u.deleted_at > 0",
        _ => "u.deleted_at = 0",
    });
    let now_value = now.millis();
    match query.status {
        None | Some(AccountStatus::Deleted) => {}
        Some(AccountStatus::Disabled) => filter.and("u.disabled"),
        Some(AccountStatus::Expired) => {
            filter.and(format!("NOT u.disabled AND u.expires_at <= {now_value}"));
        }
        Some(AccountStatus::Invited) => filter.and(format!(
            "NOT u.disabled AND u.expires_at > {now_value} AND u.password_set_at = 0"
        )),
        Some(AccountStatus::Active) => filter.and(format!(
            "NOT u.disabled AND u.expires_at > {now_value} AND u.password_set_at > 0"
        )),
    }
    match query.two_factor {
        None => {}
        Some(TwoFactorState::Off) => filter.and(format!("NOT {}", required())),
        Some(TwoFactorState::ToSetUp) => {
            filter.and(format!("{} AND u.enrolled_at = 0", required()));
        }
        Some(TwoFactorState::On) => filter.and(format!("{} AND u.enrolled_at > 0", required())),
    }
    if let Some(role) = query.role {
        let role = filter.value(role.0);
        filter.and(format!(
            "EXISTS (SELECT 1 FROM user_roles ur WHERE ur.role_id = {role} AND ur.user_id = u.id)"
        ));
    }
    if let Some(days) = query.expiring_within_days {
        let end = now.plus_seconds(i64::from(days) * DAY).millis();
        filter.and(format!(
            "u.expires_at > {now_value} AND u.expires_at <= {end}"
        ));
    }
    if let Some(days) = query.not_signed_in_for_days {
        let since = now.plus_seconds(-i64::from(days) * DAY).millis();
        filter.and(format!("u.last_sign_in_at < {since}"));
    }
}

/// The condition that the second factor is asked of a user, by their own setting or by the policy.
fn required() -> String {
    format!(
        "(u.two_factor = 'yes' OR (u.two_factor = 'inherit' AND u.company_id IN ({})))",
        policies::store::companies_where(Setting::TwoFactorRequired, SettingValue::YesNo(true))
    )
}

/// How a search is carried out.
enum Search {
    Nothing,
    /// Through SQLite's text index: the match expression.
    Index(String),
    /// Row by row on SQLite, through the text index on PostgreSQL: LIKE patterns of which one fits; and where
    /// SQLite has an index that can count faster, its match expression.
    Pattern(Vec<String>, Option<String>),
}

/// What is looked for. The text indexes know parts of three characters: two are looked for where a word begins.
fn needles(text: &str) -> Vec<String> {
    match text.chars().count() {
        2 => vec![format!("\n{text}"), format!(" {text}")],
        _ => vec![text.to_owned()],
    }
}

impl Search {
    async fn of(db: &impl ConnectionTrait, text: &str) -> Result<Self> {
        let text = searched("search", text)?;
        if text.is_empty() {
            return Ok(Search::Nothing);
        }
        let needles = needles(&text);
        let patterns = needles
            .iter()
            .map(|needle| format!("%{}%", escape_like(needle)))
            .collect();
        if db.get_database_backend() != DbBackend::Sqlite || text.chars().count() < 2 {
            return Ok(Search::Pattern(patterns, None));
        }
        let phrases: Vec<String> = needles
            .iter()
            .map(|needle| format!("\"{}\"", needle.replace('"', "\"\"")))
            .collect();
        let phrase = phrases.join(" OR ");
        let counting = format!(
            "SELECT COUNT(*) FROM (SELECT 1 FROM users_search WHERE users_search MATCH $1 LIMIT {FEW_MATCHES})"
        );
        let matches = sql::number(db, &counting, [phrase.clone().into()]).await?;
        Ok(match matches < FEW_MATCHES {
            true => Search::Index(phrase),
            false => Search::Pattern(patterns, Some(phrase)),
        })
    }

    fn add_to(&self, filter: &mut Where) {
        match self {
            Search::Nothing => {}
            Search::Index(phrase) => {
                let phrase = filter.value(phrase.as_str());
                filter.and(format!(
                    "u.id IN (SELECT rowid FROM users_search WHERE users_search MATCH {phrase})"
                ));
            }
            Search::Pattern(patterns, _) => {
                let fits: Vec<String> = patterns
                    .iter()
                    .map(|pattern| filter.value(pattern.as_str()))
                    .map(|pattern| format!("u.search_text LIKE {pattern} ESCAPE '\\'"))
                    .collect();
                filter.and(format!("({})", fits.join(" OR ")));
            }
        }
    }
}

async fn total(
    db: &impl ConnectionTrait,
    scope: &Scope,
    query: &UserQuery,
    filter: &Where,
    search: &Search,
) -> Result<Total> {
    let unfiltered = UserQuery {
        company: query.company,
        subsidiaries: query.subsidiaries,
        sort: query.sort,
        descending: query.descending,
        page: query.page.clone(),
        ..UserQuery::default()
    };
    if *query == unfiltered {
        let rows =
            companies::store::users_within(db, scope, query.company, query.subsidiaries).await?;
        return Ok(Total { rows, exact: true });
    }
    let mut filter = filter.clone();
    let from = match search {
        Search::Pattern(_, Some(phrase)) => {
            let phrase = filter.value(phrase.as_str());
            filter.and(format!("f.users_search MATCH {phrase}"));
            "users_search f JOIN users u ON u.id = f.rowid"
        }
        other => {
            other.add_to(&mut filter);
            "users u"
        }
    };
    let sql = format!(
        "SELECT COUNT(*) FROM (SELECT 1 FROM {from} WHERE {} LIMIT {}) AS found",
        filter.text(),
        COUNT_LIMIT + 1
    );
    let rows = u64::try_from(sql::number(db, &sql, filter.values).await?).unwrap_or_default();
    Ok(Total {
        rows: rows.min(COUNT_LIMIT),
        exact: rows <= COUNT_LIMIT,
    })
}

async fn fetch(
    db: &impl ConnectionTrait,
    query: &UserQuery,
    mut filter: Where,
    cut: &Cut<Edge>,
) -> Result<Vec<Row>> {
    let column = match query.sort {
        UserSort::LoginId => "u.login_id",
        UserSort::Name => "u.sort_name",
        UserSort::LastSignIn => "u.last_sign_in_at",
        UserSort::ExpiresAt => "u.expires_at",
    };
    let upwards = query.descending == cut.backwards;
    let (beyond, direction) = if upwards { (">", "ASC") } else { ("<", "DESC") };
    if let Some((order, id)) = &cut.edge {
        let order = match order {
            serde_json::Value::Number(number) => filter.value(number.as_i64().unwrap_or_default()),
            other => filter.value(other.as_str().unwrap_or_default()),
        };
        let id = filter.value(*id);
        filter.and(format!("({column}, u.id) {beyond} ({order}, {id})"));
    }
    let sql = format!(
        "SELECT u.id, u.company_id, u.login_id, u.first_name, u.last_name, u.email, u.disabled,
                u.expires_at, u.two_factor, u.password_set_at, u.enrolled_at, u.last_sign_in_at,
                u.deleted_at, u.version, u.sort_name
         FROM users u WHERE {} ORDER BY {column} {direction}, u.id {direction} LIMIT {}",
        filter.text(),
        cut.fetch()
    );
    let rows = sql::all(db, &sql, filter.values).await?;
    rows.iter().map(|row| Row::read(row, query.sort)).collect()
}

/// Whether a cursor's value can be one of this order.
fn is_of(order: &serde_json::Value, sort: UserSort) -> bool {
    match sort {
        UserSort::LoginId | UserSort::Name => order
            .as_str()
            .is_some_and(|text| !text.chars().any(char::is_control)),
        UserSort::LastSignIn | UserSort::ExpiresAt => order.is_i64(),
    }
}

//! The list of users: the one query that must stay quick whatever the number of users.
//!
//! It is plain SQL, read into narrow rows. Each order has an index, so that a page deep in the list costs as
//! much as the first; a search that matches few goes through the text index, one that matches many walks the
//! order's index and finds its page on the way.

mod filter;
mod row;
mod search;
mod tally;
mod whose;

pub use tally::tally;

use std::collections::HashMap;

use app::{
    Page, Timestamp,
    users::{UserQuery, UserRow, UserSort},
};
use sea_orm::{ConnectionTrait, Value};

use self::{filter::Where, row::Row, search::Search, whose::Whose};
use crate::{
    actor::Scope,
    companies,
    db::{
        paging::{COUNT_LIMIT, Cut, Total},
        sql,
    },
    deps::Deps,
    error::Result,
    policies::store::Pointed,
};

/// A value by which rows are ordered, and the identifier that decides between equals.
type Edge = (serde_json::Value, i64);

/// A page of the users of `scope`.
pub(super) async fn list(deps: &Deps, scope: &Scope, query: &UserQuery) -> Result<Page<UserRow>> {
    let db = deps.db.read();
    let now = deps.now();
    let whose = Whose::of(db, scope, query).await?;
    let mut filter = filter::of(db, scope, &whose, query, now).await?;
    let search = Search::of(db, &query.search).await?;
    let total = total(db, &whose, query, &filter, &search).await?;
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
    let whose = Whose::of(db, scope, query).await?;
    let mut filter = filter::of(db, scope, &whose, query, now).await?;
    Search::of(db, &query.search).await?.add_to(&mut filter);
    Ok(Found {
        sql: format!(
            "SELECT u.id, u.login_id FROM users u WHERE {}",
            filter.text()
        ),
        values: filter.values,
    })
}

async fn total(
    db: &impl ConnectionTrait,
    whose: &Whose,
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
        return Ok(Total {
            rows: whose.users,
            exact: true,
        });
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

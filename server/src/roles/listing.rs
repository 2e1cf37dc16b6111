//! The list of roles, page by page: what came with Doorward first, then the others by name.

use app::{
    CompanyId, Language, Page, Refusal,
    roles::{BuiltInRole, RoleQuery},
};
use sea_orm::{ConnectionTrait, Value};

use super::catalogue::{self, COLUMNS, RoleRecord};
use crate::{
    actor::Scope,
    db::{
        paging::{COUNT_LIMIT, Cut, Total, escape_like, searched},
        sql,
    },
    error::Result,
};

/// By what roles are ordered: built-in or not, name, number.
type Key = (i64, String, i64);
const KEY: [&str; 3] = [
    "CAST(CASE WHEN r.built_in THEN 0 ELSE 1 END AS BIGINT)",
    "CASE WHEN r.built_in THEN '' ELSE lower(r.name) END",
    "r.id",
];

/// A role of the list.
pub struct Listed {
    /// The role.
    pub record: RoleRecord,
    /// How many have it, up to the limit at which counting stops, without the bin.
    pub holders: Total,
    key: Key,
}

/// A condition and its values, numbered as they come.
#[derive(Default)]
struct Filter {
    conditions: Vec<String>,
    values: Vec<Value>,
}

impl Filter {
    fn value(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("${}", self.values.len())
    }

    fn and(&mut self, condition: String) {
        self.conditions.push(format!("({condition})"));
    }

    fn text(&self) -> String {
        match self.conditions.as_slice() {
            [] => "1 = 1".to_owned(),
            all => all.join(" AND "),
        }
    }
}

/// A page of the roles that can be used somewhere in `scope`.
pub async fn page(
    db: &impl ConnectionTrait,
    scope: &Scope,
    query: &RoleQuery,
) -> Result<Page<Listed>> {
    let cut = Cut::<Key>::read(&query.page)?;
    let mut filter = Filter::default();
    within(&mut filter, scope);
    if let Some(CompanyId(company)) = query.company {
        let company = filter.value(company);
        filter.and(format!("r.company_id = {company}"));
    }
    search(&mut filter, &query.search)?;
    let total = total(db, &filter).await?;
    let key = KEY.join(", ");
    let (order, sign) = if cut.backwards {
        ("DESC", "<")
    } else {
        ("ASC", ">")
    };
    if let Some((rank, name, id)) = cut.edge.clone() {
        let (rank, name, id) = (filter.value(rank), filter.value(name), filter.value(id));
        filter.and(format!("({key}) {sign} ({rank}, {name}, {id})"));
    }
    let by = KEY.map(|part| format!("{part} {order}")).join(", ");
    let sql = format!(
        "SELECT {COLUMNS}, {key}, (SELECT COUNT(*) FROM (
             SELECT 1 FROM user_roles ur JOIN users u ON u.id = ur.user_id AND u.deleted_at = 0
             WHERE ur.role_id = r.id LIMIT {}) h)
         FROM roles r LEFT JOIN companies c ON c.id = r.company_id
         WHERE {} ORDER BY {} LIMIT {}",
        COUNT_LIMIT + 1,
        filter.text(),
        by,
        cut.fetch()
    );
    let rows = sql::all(db, &sql, filter.values).await?;
    let mut keys = Vec::with_capacity(rows.len());
    for row in &rows {
        let key: Key = (
            row.try_get_by_index(9)?,
            row.try_get_by_index(10)?,
            row.try_get_by_index(11)?,
        );
        let holders: i64 = row.try_get_by_index(12)?;
        keys.push((key, u64::try_from(holders).unwrap_or_default()));
    }
    let records = catalogue::records(db, rows).await?;
    let listed = records
        .into_iter()
        .zip(keys)
        .map(|(record, (key, holders))| Listed {
            record,
            holders: limited(holders),
            key,
        });
    Ok(cut.page(listed.collect(), total, |listed| listed.key.clone()))
}

fn limited(counted: u64) -> Total {
    Total {
        rows: counted.min(COUNT_LIMIT),
        exact: counted <= COUNT_LIMIT,
    }
}

/// What belongs to companies of the scope, or comes from above it.
fn within(filter: &mut Filter, scope: &Scope) {
    if scope.is_everything() {
        return;
    }
    let mut any = vec!["r.company_id IS NULL".to_owned()];
    for (from, to) in scope.ranges() {
        let (from, to) = (filter.value(from), filter.value(to));
        any.push(format!("(c.path >= {from} AND c.path < {to})"));
    }
    let above = scope.roots().iter().flat_map(|root| root.companies());
    let above: Vec<String> = above.map(|id| id.to_string()).collect();
    any.push(format!("r.company_id IN ({})", above.join(", ")));
    filter.and(any.join(" OR "));
}

fn search(filter: &mut Filter, text: &str) -> Result<(), Refusal> {
    let text = searched("search", text)?;
    if text.is_empty() {
        return Ok(());
    }
    let pattern = filter.value(format!("%{}%", escape_like(&text)));
    let mut any = vec![format!(
        "NOT r.built_in AND lower(r.name) LIKE {pattern} ESCAPE '\\'"
    )];
    let named = |role: &BuiltInRole| {
        Language::ALL
            .into_iter()
            .any(|language| role.words(language).to_lowercase().contains(&text))
    };
    let codes: Vec<String> = BuiltInRole::ALL
        .iter()
        .filter(|role| named(role))
        .map(|role| format!("'{}'", role.code()))
        .collect();
    if !codes.is_empty() {
        any.push(format!("r.built_in AND r.name IN ({})", codes.join(", ")));
    }
    filter.and(any.join(" OR "));
    Ok(())
}

async fn total(db: &impl ConnectionTrait, filter: &Filter) -> Result<Total> {
    let sql = format!(
        "SELECT COUNT(*) FROM (SELECT r.id FROM roles r LEFT JOIN companies c ON c.id = r.company_id
         WHERE {} LIMIT {}) found",
        filter.text(),
        COUNT_LIMIT + 1
    );
    let rows = sql::number(db, &sql, filter.values.clone()).await?;
    Ok(limited(u64::try_from(rows).unwrap_or_default()))
}

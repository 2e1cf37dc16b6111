//! Users as a file: what the list finds, with what was set for each.

use app::{
    UserId,
    audit::AuditAction,
    roles::Permission,
    users::{UserColumn, UserQuery},
};

use async_trait::async_trait;

use super::{list, sheet, store};
use crate::{
    actor::Actor, audit, csv, db::sql, deps::Deps, desk::Caller, error::Result,
    http::download::Download,
};

/// Users that are read at a time: the memory is that of one batch, however many there are.
const BATCH: usize = 500;
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

#[async_trait]
impl Download for Export {
    fn head(&self) -> String {
        let mut text = csv::BYTE_ORDER_MARK.to_owned();
        csv::record(&mut text, UserColumn::ALL.map(UserColumn::code));
        text
    }

    async fn next(&mut self, deps: &Deps, actor: &Actor) -> Result<Option<String>> {
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
        let mut text = String::new();
        for cells in sheet::cells(db, scope, &accounts, now).await? {
            csv::record(&mut text, cells.iter().map(String::as_str));
        }
        Ok(Some(text))
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

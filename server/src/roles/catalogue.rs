//! Roles as they are stored: finding, listing and writing them.

use std::collections::HashMap;

use app::{
    CompanyId, Refusal, RoleId,
    companies::{CompanyKind, CompanyRef},
    field::Problem,
    roles::{BuiltInRole, Permissions, RoleRef, RoleTexts},
};
use sea_orm::{ConnectionTrait, DbBackend, QueryResult, SqlErr};

use crate::{
    actor::{CompanyPath, Scope},
    db::{Tx, sql},
    error::Result,
};

/// A role as it is stored.
#[derive(Clone, Debug)]
pub struct RoleRecord {
    /// Which role.
    pub role: RoleRef,
    /// What it is for.
    pub description: String,
    /// The company it belongs to, and its place in the tree; none for what came with Doorward.
    pub owner: Option<(CompanyRef, CompanyPath)>,
    /// What it allows.
    pub permissions: Permissions,
    /// Counts the changes.
    pub version: i64,
}

impl RoleRecord {
    /// The company it belongs to.
    pub fn owner(&self) -> Option<CompanyRef> {
        self.owner.as_ref().map(|(company, _)| company.clone())
    }

    /// Whether it can be used somewhere in `scope`, from wherever it comes.
    fn concerns(&self, scope: &Scope) -> bool {
        self.owner.as_ref().is_none_or(|(_, path)| {
            scope.contains(path) || scope.roots().iter().any(|root| path.contains(root))
        })
    }
}

/// What a query selects of roles `r` and their companies `c`, for [`records`].
pub(super) const COLUMNS: &str =
    "r.id, r.name, r.built_in, r.description, r.version, c.id, c.name, c.kind, c.path";

/// The roles that were found, with what they allow.
pub(super) async fn records(
    db: &impl ConnectionTrait,
    rows: Vec<QueryResult>,
) -> Result<Vec<RoleRecord>> {
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        let company: Option<i64> = row.try_get_by_index(5)?;
        let owner = match company {
            Some(id) => {
                let kind: String = row.try_get_by_index(7)?;
                let company = CompanyRef {
                    id: CompanyId(id),
                    name: row.try_get_by_index(6)?,
                    kind: CompanyKind::from_code(&kind).unwrap_or(CompanyKind::Customer),
                };
                Some((company, CompanyPath(row.try_get_by_index(8)?)))
            }
            None => None,
        };
        found.push(RoleRecord {
            role: RoleRef {
                id: RoleId(row.try_get_by_index(0)?),
                name: row.try_get_by_index(1)?,
                built_in: row.try_get_by_index(2)?,
            },
            description: row.try_get_by_index(3)?,
            version: row.try_get_by_index(4)?,
            owner,
            permissions: Permissions::NONE,
        });
    }
    let own: Vec<RoleId> = found.iter().map(|record| record.role.id).collect();
    let granted = granted(db, &own).await?;
    for record in &mut found {
        let built_in = BuiltInRole::from_code(&record.role.name).filter(|_| record.role.built_in);
        record.permissions = match built_in {
            Some(role) => role.permissions(),
            None => granted.get(&record.role.id).copied().unwrap_or_default(),
        };
    }
    Ok(found)
}

/// What the rows of `roles` allow, in one query.
async fn granted(
    db: &impl ConnectionTrait,
    roles: &[RoleId],
) -> Result<HashMap<RoleId, Permissions>> {
    let mut granted: HashMap<RoleId, Permissions> = HashMap::new();
    if roles.is_empty() {
        return Ok(granted);
    }
    let sql = format!(
        "SELECT role_id, permission, channel FROM role_permissions WHERE role_id IN ({})",
        numbers(roles)
    );
    for row in sql::all(db, &sql, []).await? {
        let permission: String = row.try_get_by_index(1)?;
        let channel: String = row.try_get_by_index(2)?;
        let role = RoleId(row.try_get_by_index(0)?);
        let held = granted.entry(role).or_default();
        held.grant_stored(&permission, &channel);
    }
    Ok(granted)
}

fn numbers(roles: &[RoleId]) -> String {
    let numbers: Vec<String> = roles.iter().map(ToString::to_string).collect();
    numbers.join(", ")
}

/// These roles, whoever may see them.
pub async fn all_of(db: &impl ConnectionTrait, roles: &[RoleId]) -> Result<Vec<RoleRecord>> {
    if roles.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT {COLUMNS} FROM roles r LEFT JOIN companies c ON c.id = r.company_id
         WHERE r.id IN ({}) ORDER BY r.id",
        numbers(roles)
    );
    let rows = sql::all(db, &sql, []).await?;
    records(db, rows).await
}

/// The role, if it can be used somewhere in `scope`.
pub async fn find(db: &impl ConnectionTrait, scope: &Scope, id: RoleId) -> Result<RoleRecord> {
    let found = all_of(db, &[id]).await?.pop();
    Ok(found
        .filter(|record| record.concerns(scope))
        .ok_or(Refusal::NotFound)?)
}

/// The roles usable at the company at `path`: the built-in ones and those of it and the companies above.
pub async fn usable(db: &impl ConnectionTrait, path: &CompanyPath) -> Result<Vec<RoleRecord>> {
    let above: Vec<String> = path.companies().iter().map(ToString::to_string).collect();
    let sql = format!(
        "SELECT {COLUMNS} FROM roles r LEFT JOIN companies c ON c.id = r.company_id
         WHERE r.company_id IS NULL OR r.company_id IN ({}) ORDER BY r.id",
        above.join(", ")
    );
    let rows = sql::all(db, &sql, []).await?;
    records(db, rows).await
}

/// Keeps roles from being changed or deleted until the transaction ends, for whoever is about to give them. The
/// built-in ones never change; SQLite has one writer anyway.
pub async fn keep(db: &impl ConnectionTrait, roles: &[RoleId]) -> Result<()> {
    if db.get_database_backend() == DbBackend::Postgres && !roles.is_empty() {
        let sql = format!(
            "SELECT id FROM roles WHERE NOT built_in AND id IN ({}) ORDER BY id FOR KEY SHARE",
            numbers(roles)
        );
        sql::all(db, &sql, []).await?;
    }
    Ok(())
}

/// Waits for those who are about to give a role, and lets nobody else do so until the transaction ends.
pub async fn close(tx: &Tx, id: RoleId) -> Result<()> {
    if tx.get_database_backend() == DbBackend::Postgres {
        let sql = "SELECT id FROM roles WHERE id = $1 FOR UPDATE";
        sql::all(&**tx, sql, [id.0.into()]).await?;
    }
    Ok(())
}

/// Refuses a name that another role of the same company has.
pub async fn name_is_free(
    tx: &Tx,
    company: CompanyId,
    texts: &RoleTexts,
    except: Option<RoleId>,
) -> Result<()> {
    const SQL: &str = "SELECT COUNT(*) FROM roles WHERE company_id = $1 AND name = $2 AND id <> $3";
    let except = except.map_or(0, |id| id.0);
    let name = texts.name.as_str();
    let same = sql::number(&**tx, SQL, [company.0.into(), name.into(), except.into()]).await?;
    match same {
        0 => Ok(()),
        _ => Err(name_taken().into()),
    }
}

fn name_taken() -> Refusal {
    Refusal::field("name", Problem::RoleNameTaken)
}

/// Stores a new role.
pub async fn insert(
    tx: &Tx,
    company: CompanyId,
    texts: &RoleTexts,
    permissions: Permissions,
) -> Result<RoleId> {
    const SQL: &str =
        "INSERT INTO roles (company_id, name, description) VALUES ($1, $2, $3) RETURNING id";
    let values = [
        company.0.into(),
        texts.name.as_str().into(),
        texts.description.as_str().into(),
    ];
    let row = match sql::one(&**tx, SQL, values).await {
        Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
            return Err(name_taken().into());
        }
        other => other?,
    };
    let row =
        row.ok_or_else(|| crate::error::Error::Broken("a role just made is not there".into()))?;
    let id = RoleId(row.try_get_by_index(0)?);
    allow(tx, id, permissions).await?;
    Ok(id)
}

/// Stores what has changed about a role that is still at its version. Whether it was.
pub async fn update(
    tx: &Tx,
    before: &RoleRecord,
    texts: &RoleTexts,
    permissions: Permissions,
) -> Result<bool> {
    const SQL: &str = "UPDATE roles SET name = $1, description = $2, version = version + 1
                       WHERE id = $3 AND version = $4";
    let values = [
        texts.name.as_str().into(),
        texts.description.as_str().into(),
        before.role.id.0.into(),
        before.version.into(),
    ];
    let updated = match sql::execute(&**tx, SQL, values).await {
        Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
            return Err(name_taken().into());
        }
        other => other?,
    };
    if permissions != before.permissions {
        let id = before.role.id.0;
        sql::execute(
            &**tx,
            "DELETE FROM role_permissions WHERE role_id = $1",
            [id.into()],
        )
        .await?;
        allow(tx, before.role.id, permissions).await?;
    }
    Ok(updated == 1)
}

async fn allow(tx: &Tx, role: RoleId, permissions: Permissions) -> Result<()> {
    let rows = super::store::rows(role.0, permissions);
    if !rows.is_empty() {
        let sql =
            format!("INSERT INTO role_permissions (role_id, permission, channel) VALUES {rows}");
        sql::execute(&**tx, &sql, []).await?;
    }
    Ok(())
}

/// Removes a role that nobody has any more.
pub async fn delete(tx: &Tx, id: RoleId) -> Result<()> {
    sql::execute(&**tx, "DELETE FROM roles WHERE id = $1", [id.0.into()]).await?;
    Ok(())
}

/// Removes the roles of a company, if nobody has one of them. How many users do.
pub async fn delete_of_company(tx: &Tx, company: CompanyId) -> Result<u64> {
    const HELD: &str =
        "SELECT COUNT(DISTINCT ur.user_id) FROM user_roles ur JOIN roles r ON r.id = ur.role_id
                        WHERE r.company_id = $1";
    let held = sql::number(&**tx, HELD, [company.0.into()]).await?;
    if held == 0 {
        let sql = "DELETE FROM roles WHERE company_id = $1";
        sql::execute(&**tx, sql, [company.0.into()]).await?;
    }
    Ok(u64::try_from(held).unwrap_or_default())
}

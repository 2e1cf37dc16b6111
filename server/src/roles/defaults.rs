//! The default role of each kind of company, as it is stored.

use app::{RoleId, companies::CompanyKind, roles::BuiltInRole};
use sea_orm::ConnectionTrait;

use super::store;
use crate::{
    db::{Tx, sql},
    error::Result,
};

/// The default role of a kind of company; the one without rights where none was chosen.
pub async fn of(db: &impl ConnectionTrait, kind: CompanyKind) -> Result<RoleId> {
    const SQL: &str = "SELECT role_id FROM default_roles WHERE kind = $1";
    match sql::one(db, SQL, [kind.code().into()]).await? {
        Some(row) => Ok(RoleId(row.try_get_by_index(0)?)),
        None => store::built_in(db, BuiltInRole::User).await,
    }
}

/// The kinds of company whose default role it is.
pub async fn kinds_of(db: &impl ConnectionTrait, role: RoleId) -> Result<Vec<CompanyKind>> {
    const SQL: &str = "SELECT kind FROM default_roles WHERE role_id = $1";
    let mut chosen = Vec::new();
    for row in sql::all(db, SQL, [role.0.into()]).await? {
        let code: String = row.try_get_by_index(0)?;
        chosen.push(code);
    }
    let kinds = CompanyKind::ALL.into_iter();
    Ok(kinds
        .filter(|kind| chosen.iter().any(|code| code == kind.code()))
        .collect())
}

/// Makes a role the default of a kind of company.
pub async fn set(tx: &Tx, kind: CompanyKind, role: RoleId) -> Result<()> {
    const SQL: &str = "INSERT INTO default_roles (kind, role_id) VALUES ($1, $2)
                       ON CONFLICT (kind) DO UPDATE SET role_id = excluded.role_id";
    sql::execute(&**tx, SQL, [kind.code().into(), role.0.into()]).await?;
    Ok(())
}

//! The rights of everybody in a company, in a few queries whatever their number.

use std::collections::HashMap;

use app::{
    CompanyId, RoleId, Timestamp, UserId,
    roles::{BuiltInRole, Channel, Permission},
};
use sea_orm::ConnectionTrait;

use super::{catalogue, store::Rights};
use crate::{actor::CompanyPath, db::sql, error::Result};

/// The rights of the users of `company` but for the bin; who has none is not among them.
pub async fn rights_in(
    db: &impl ConnectionTrait,
    company: CompanyId,
) -> Result<HashMap<UserId, Rights>> {
    let mut rights = HashMap::<UserId, Rights>::new();
    let rows = of_members(db, company, "user_roles", "h.role_id", "").await?;
    let mut given = Vec::new();
    for row in rows {
        let user = UserId(row.try_get_by_index(0)?);
        given.push((user, RoleId(row.try_get_by_index(1)?)));
    }
    let mut distinct: Vec<RoleId> = given.iter().map(|(_, role)| *role).collect();
    distinct.sort_unstable();
    distinct.dedup();
    let records = catalogue::all_of(db, &distinct).await?;
    for (user, role) in given {
        if let Some(record) = records.iter().find(|record| record.role.id == role) {
            let held = rights.entry(user).or_default();
            held.permissions = held.permissions.union(record.permissions);
            held.roles.push(record.role.clone());
        }
    }
    for row in of_members(db, company, "user_grants", "h.permission, h.channel", "").await? {
        let permission: String = row.try_get_by_index(1)?;
        let channel: String = row.try_get_by_index(2)?;
        let held = rights.entry(UserId(row.try_get_by_index(0)?)).or_default();
        held.permissions.grant_stored(&permission, &channel);
        held.grants.grant_stored(&permission, &channel);
    }
    let rows = of_members(
        db,
        company,
        "related_companies",
        "c.path",
        "JOIN companies c ON c.id = h.company_id",
    )
    .await?;
    for row in rows {
        let held = rights.entry(UserId(row.try_get_by_index(0)?)).or_default();
        held.related.push(CompanyPath(row.try_get_by_index(1)?));
    }
    Ok(rights)
}

/// What the users of a company hold in `table`: whose it is, then `columns`.
async fn of_members(
    db: &impl ConnectionTrait,
    company: CompanyId,
    table: &str,
    columns: &str,
    join: &str,
) -> Result<Vec<sea_orm::QueryResult>> {
    let sql = format!(
        "SELECT h.user_id, {columns} FROM {table} h JOIN users u ON u.id = h.user_id {join}
         WHERE u.company_id = $1 AND u.deleted_at = 0"
    );
    Ok(sql::all(db, &sql, [company.0.into()]).await?)
}

/// The users of `company` who can sign in now and hold `permission` on some channel.
pub async fn who_may(
    db: &impl ConnectionTrait,
    company: CompanyId,
    permission: Permission,
    now: Timestamp,
) -> Result<Vec<UserId>> {
    let holding: Vec<String> = BuiltInRole::ALL
        .into_iter()
        .filter(|role| role.permissions().allows(permission, Channel::Web))
        .map(|role| format!("'{}'", role.code()))
        .collect();
    let sql = format!(
        "SELECT u.id FROM users u
         WHERE u.company_id = $1 AND u.deleted_at = 0 AND NOT u.disabled AND u.expires_at > $2
         AND u.password_set_at > 0 AND (
             EXISTS (SELECT 1 FROM user_grants g WHERE g.user_id = u.id AND g.permission = $3)
             OR EXISTS (
                 SELECT 1 FROM user_roles ur JOIN roles r ON r.id = ur.role_id
                 WHERE ur.user_id = u.id AND (
                     (r.built_in AND r.name IN ({}))
                     OR EXISTS (SELECT 1 FROM role_permissions rp WHERE rp.role_id = r.id AND rp.permission = $3)
                 )
             )
         ) ORDER BY u.id",
        holding.join(", ")
    );
    let values = [
        company.0.into(),
        now.millis().into(),
        permission.code().into(),
    ];
    let mut users = Vec::new();
    for row in sql::all(db, &sql, values).await? {
        users.push(UserId(row.try_get_by_index(0)?));
    }
    Ok(users)
}

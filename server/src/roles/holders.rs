//! Those who have a role: how many, who, and what else they have.

use std::collections::HashMap;

use app::{RoleId, UserId, companies::CompanyKind, roles::Permissions, users::UserRef};
use sea_orm::{ConnectionTrait, Value};

use super::catalogue;
use crate::{
    actor::{Actor, CompanyPath, Scope},
    db::{Tx, sql},
    error::Result,
};

/// Somebody who has a role.
pub struct Holder {
    /// Who.
    pub user: UserRef,
    /// The place of their company in the tree.
    pub path: CompanyPath,
    /// What they may do without the role.
    pub otherwise: Permissions,
}

/// How many have a role, without the bin, and how many of them `scope` does not reach.
pub async fn count(db: &impl ConnectionTrait, scope: &Scope, role: RoleId) -> Result<(u64, u64)> {
    const ALL: &str = "SELECT COUNT(*) FROM user_roles ur
        JOIN users u ON u.id = ur.user_id AND u.deleted_at = 0 WHERE ur.role_id = $1";
    let all = sql::number(db, ALL, [role.0.into()]).await?;
    let elsewhere = match beyond(scope) {
        Some((beyond, values)) => {
            let sql = format!(
                "SELECT COUNT(*) FROM user_roles ur
                 JOIN users u ON u.id = ur.user_id AND u.deleted_at = 0
                 JOIN companies c ON c.id = u.company_id WHERE ur.role_id = $1 AND {beyond}"
            );
            sql::number(db, &sql, with(role, values)).await?
        }
        None => 0,
    };
    let number = |count: i64| u64::try_from(count).unwrap_or_default();
    Ok((number(all), number(elsewhere)))
}

/// The condition that a company `c` is not within `scope`, and its values from `$2` on; none if all are.
fn beyond(scope: &Scope) -> Option<(String, Vec<Value>)> {
    if scope.is_everything() {
        return None;
    }
    let (mut ranges, mut values): (Vec<String>, Vec<Value>) = Default::default();
    for (from, to) in scope.ranges() {
        let next = values.len() + 2;
        ranges.push(format!("(c.path >= ${next} AND c.path < ${})", next + 1));
        values.extend([from.into(), to.into()]);
    }
    Some((format!("NOT ({})", ranges.join(" OR ")), values))
}

fn with(role: RoleId, more: Vec<Value>) -> Vec<Value> {
    let mut values = vec![role.0.into()];
    values.extend(more);
    values
}

/// Everybody who has a role, also in the bin.
pub async fn ids(db: &impl ConnectionTrait, role: RoleId) -> Result<Vec<UserId>> {
    const SQL: &str = "SELECT user_id FROM user_roles WHERE role_id = $1 ORDER BY user_id";
    let rows = sql::all(db, SQL, [role.0.into()]).await?;
    rows.iter()
        .map(|row| Ok(UserId(row.try_get_by_index(0)?)))
        .collect()
}

/// Whether `user` has the role.
pub async fn has(db: &impl ConnectionTrait, user: UserId, role: RoleId) -> Result<bool> {
    const SQL: &str = "SELECT COUNT(*) FROM user_roles WHERE user_id = $1 AND role_id = $2";
    Ok(sql::number(db, SQL, [user.0.into(), role.0.into()]).await? > 0)
}

/// The first who have a role, by login ID, without the bin, and what else they have.
pub async fn first(db: &impl ConnectionTrait, role: RoleId, limit: u64) -> Result<Vec<Holder>> {
    let found = format!(
        "SELECT u.id, u.login_id, u.first_name, u.last_name, u.company_id FROM user_roles ur
         JOIN users u ON u.id = ur.user_id AND u.deleted_at = 0
         WHERE ur.role_id = $1 ORDER BY u.login_id LIMIT {limit}"
    );
    let sql = format!(
        "SELECT f.id, f.login_id, f.first_name, f.last_name, c.path
         FROM ({found}) f JOIN companies c ON c.id = f.company_id ORDER BY f.login_id"
    );
    let mut holders = Vec::new();
    for row in sql::all(db, &sql, [role.0.into()]).await? {
        let (first, last): (String, String) = (row.try_get_by_index(2)?, row.try_get_by_index(3)?);
        holders.push(Holder {
            user: UserRef {
                id: UserId(row.try_get_by_index(0)?),
                login_id: row.try_get_by_index(1)?,
                name: format!("{first} {last}"),
            },
            path: CompanyPath(row.try_get_by_index(4)?),
            otherwise: Permissions::NONE,
        });
    }
    let mut otherwise = others(db, role, &found).await?;
    for holder in &mut holders {
        holder.otherwise = otherwise.remove(&holder.user.id).unwrap_or_default();
    }
    Ok(holders)
}

/// What those `found` may do without the role.
async fn others(
    db: &impl ConnectionTrait,
    role: RoleId,
    found: &str,
) -> Result<HashMap<UserId, Permissions>> {
    let mut held: Vec<(UserId, RoleId)> = Vec::new();
    let sql = format!(
        "SELECT o.user_id, o.role_id FROM ({found}) f
         JOIN user_roles o ON o.user_id = f.id AND o.role_id <> $1"
    );
    for row in sql::all(db, &sql, [role.0.into()]).await? {
        held.push((
            UserId(row.try_get_by_index(0)?),
            RoleId(row.try_get_by_index(1)?),
        ));
    }
    let mut roles: Vec<RoleId> = held.iter().map(|(_, role)| *role).collect();
    roles.sort_unstable();
    roles.dedup();
    let roles: HashMap<RoleId, Permissions> = catalogue::all_of(db, &roles)
        .await?
        .into_iter()
        .map(|record| (record.role.id, record.permissions))
        .collect();
    let mut sum: HashMap<UserId, Permissions> = HashMap::new();
    for (user, role) in held {
        let permissions = roles.get(&role).copied().unwrap_or_default();
        let entry = sum.entry(user).or_default();
        *entry = entry.union(permissions);
    }
    let sql = format!(
        "SELECT g.user_id, g.permission, g.channel FROM ({found}) f JOIN user_grants g ON g.user_id = f.id"
    );
    for row in sql::all(db, &sql, [role.0.into()]).await? {
        let (permission, channel): (String, String) =
            (row.try_get_by_index(1)?, row.try_get_by_index(2)?);
        let user = UserId(row.try_get_by_index(0)?);
        let held = sum.entry(user).or_default();
        held.grant_stored(&permission, &channel);
    }
    Ok(sum)
}

/// Whether anybody who has the role, also in the bin, has a right or a company in their scope that the actor lacks.
pub async fn any_stronger(tx: &Tx, actor: &Actor, role: RoleId) -> Result<bool> {
    if let Some((beyond, values)) = beyond(&actor.scope) {
        for place in [
            "users u ON u.id = ur.user_id JOIN companies c ON c.id = u.company_id",
            "related_companies rc ON rc.user_id = ur.user_id JOIN companies c ON c.id = rc.company_id",
        ] {
            let sql = format!(
                "SELECT 1 FROM user_roles ur JOIN {place} WHERE ur.role_id = $1 AND {beyond} LIMIT 1"
            );
            let found = sql::one(&**tx, &sql, with(role, values.clone())).await?;
            if found.is_some() {
                return Ok(true);
            }
        }
    }
    const ROLES: &str = "SELECT DISTINCT o.role_id FROM user_roles ur
        JOIN user_roles o ON o.user_id = ur.user_id WHERE ur.role_id = $1 AND o.role_id <> $1";
    let rows = sql::all(&**tx, ROLES, [role.0.into()]).await?;
    let mut others = Vec::with_capacity(rows.len());
    for row in rows {
        others.push(RoleId(row.try_get_by_index(0)?));
    }
    let others = catalogue::all_of(&**tx, &others).await?;
    const GRANTS: &str = "SELECT DISTINCT g.permission, g.channel FROM user_roles ur
        JOIN user_grants g ON g.user_id = ur.user_id WHERE ur.role_id = $1";
    let mut sum = Permissions::NONE;
    for row in sql::all(&**tx, GRANTS, [role.0.into()]).await? {
        let (permission, channel): (String, String) =
            (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        sum.grant_stored(&permission, &channel);
    }
    let sum = others
        .iter()
        .fold(sum, |sum, other| sum.union(other.permissions));
    Ok(!actor.permissions.covers(sum))
}

/// Whether anybody who has the role, also in the bin, belongs to another company than the operator's own.
pub async fn any_outside_operator(tx: &Tx, role: RoleId) -> Result<bool> {
    const SQL: &str = "SELECT COUNT(*) FROM user_roles ur JOIN users u ON u.id = ur.user_id
        JOIN companies c ON c.id = u.company_id WHERE ur.role_id = $1 AND c.kind <> $2";
    let operator = CompanyKind::Operator.code();
    Ok(sql::number(&**tx, SQL, [role.0.into(), operator.into()]).await? > 0)
}

/// Of those who have no other role: how many, and the default roles that they would get.
pub async fn left_without(db: &impl ConnectionTrait, role: RoleId) -> Result<(u64, Vec<RoleId>)> {
    let sql = format!("SELECT d.role_id, COUNT(*) FROM {LEFT_WITHOUT} GROUP BY d.role_id");
    let (mut number, mut defaults) = (0, Vec::new());
    for row in sql::all(db, &sql, [role.0.into()]).await? {
        defaults.push(RoleId(row.try_get_by_index(0)?));
        let count: i64 = row.try_get_by_index(1)?;
        number += u64::try_from(count).unwrap_or_default();
    }
    Ok((number, defaults))
}

const LEFT_WITHOUT: &str = "user_roles ur JOIN users u ON u.id = ur.user_id
    JOIN companies c ON c.id = u.company_id JOIN default_roles d ON d.kind = c.kind
    WHERE ur.role_id = $1 AND NOT EXISTS (
        SELECT 1 FROM user_roles o WHERE o.user_id = ur.user_id AND o.role_id <> $1
    )";

/// Takes a role from everybody who has it. Who has no other gets the default role of their company's kind.
pub async fn take_from_all(tx: &Tx, role: RoleId) -> Result<()> {
    let instead = format!(
        "INSERT INTO user_roles (user_id, role_id) SELECT ur.user_id, d.role_id FROM {LEFT_WITHOUT}"
    );
    for sql in [
        instead.as_str(),
        // Who has the list of their roles open in a form is not to give this one again.
        "UPDATE users SET version = version + 1 WHERE id IN (SELECT user_id FROM user_roles WHERE role_id = $1)",
        "DELETE FROM user_roles WHERE role_id = $1",
    ] {
        sql::execute(&**tx, sql, [role.0.into()]).await?;
    }
    Ok(())
}

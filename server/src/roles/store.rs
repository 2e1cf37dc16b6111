//! What somebody holds, and giving it to them.

use std::collections::HashMap;

use app::{
    CompanyId, RoleId, UserId,
    roles::{BuiltInRole, Channel, Permission, Permissions, RoleRef},
};
use sea_orm::{ConnectionTrait, DbBackend};

use crate::{
    actor::CompanyPath,
    db::{Tx, sql},
    error::{Error, Result},
};

/// What somebody holds and how far they reach beyond their own company.
#[derive(Clone, Debug, Default)]
pub struct Rights {
    /// The union of all their roles and their own grants.
    pub permissions: Permissions,
    /// Their roles.
    pub roles: Vec<RoleRef>,
    /// What was given to them individually.
    pub grants: Permissions,
    /// Their related companies.
    pub related: Vec<CompanyPath>,
}

impl Rights {
    /// Whether a built-in role is among theirs.
    pub fn includes(&self, role: BuiltInRole) -> bool {
        self.roles
            .iter()
            .any(|held| held.built_in && held.name == role.code())
    }
}

/// The rights of `user`, in one query.
pub async fn rights(db: &impl ConnectionTrait, user: UserId) -> Result<Rights> {
    const SQL: &str = "
        SELECT 'role' AS what, r.name AS a, CASE WHEN r.built_in THEN 'built-in' ELSE '' END AS b, r.id AS c
        FROM user_roles ur JOIN roles r ON r.id = ur.role_id WHERE ur.user_id = $1
        UNION ALL
        SELECT 'permission', rp.permission, rp.channel, 0
        FROM user_roles ur JOIN role_permissions rp ON rp.role_id = ur.role_id WHERE ur.user_id = $1
        UNION ALL
        SELECT 'grant', g.permission, g.channel, 0 FROM user_grants g WHERE g.user_id = $1
        UNION ALL
        SELECT 'related', c.path, '', 0
        FROM related_companies rc JOIN companies c ON c.id = rc.company_id WHERE rc.user_id = $1";
    let rows = sql::all(db, SQL, [user.0.into()]).await?;
    let mut rights = Rights {
        permissions: Permissions::NONE,
        roles: Vec::new(),
        grants: Permissions::NONE,
        related: Vec::new(),
    };
    for row in rows {
        let what: String = row.try_get_by_index(0)?;
        let a: String = row.try_get_by_index(1)?;
        let b: String = row.try_get_by_index(2)?;
        match what.as_str() {
            "role" => {
                let built_in = b == "built-in";
                if let Some(role) = BuiltInRole::from_code(&a).filter(|_| built_in) {
                    rights.permissions = rights.permissions.union(role.permissions());
                }
                let id: i64 = row.try_get_by_index(3)?;
                rights.roles.push(RoleRef {
                    id: RoleId(id),
                    name: a,
                    built_in,
                });
            }
            "permission" | "grant" => {
                rights.permissions.grant_stored(&a, &b);
                if what == "grant" {
                    rights.grants.grant_stored(&a, &b);
                }
            }
            _ => rights.related.push(CompanyPath(a)),
        }
    }
    rights.roles.sort_by_key(|role| role.id);
    Ok(rights)
}

/// The roles of each of `users` as a file writes them: by their names, or where that could be misread, `#` and their
/// number.
pub async fn written_of(
    db: &impl ConnectionTrait,
    users: &[UserId],
) -> Result<HashMap<UserId, Vec<String>>> {
    let join = "user_roles h JOIN roles r ON r.id = h.role_id";
    let written =
        "CASE WHEN r.name LIKE '%;%' OR r.name LIKE '#%' THEN '#' || r.id ELSE r.name END";
    of_each(db, users, written, join, "r.id", |name| name).await
}

/// The related companies of each of `users`.
pub async fn related_of(
    db: &impl ConnectionTrait,
    users: &[UserId],
) -> Result<HashMap<UserId, Vec<CompanyPath>>> {
    let join = "related_companies h JOIN companies c ON c.id = h.company_id";
    of_each(db, users, "c.path", join, "c.id", CompanyPath).await
}

/// The texts in `column` of what each of `users` holds in `from`.
async fn of_each<T>(
    db: &impl ConnectionTrait,
    users: &[UserId],
    column: &str,
    from: &str,
    order: &str,
    read: impl Fn(String) -> T,
) -> Result<HashMap<UserId, Vec<T>>> {
    let mut held: HashMap<UserId, Vec<T>> = HashMap::with_capacity(users.len());
    // A statement takes only so many values.
    for some in users.chunks(1000) {
        let ids: Vec<String> = some.iter().map(ToString::to_string).collect();
        let sql = format!(
            "SELECT h.user_id, {column} FROM {from} WHERE h.user_id IN ({}) ORDER BY {order}",
            ids.join(", ")
        );
        for row in sql::all(db, &sql, []).await? {
            let user = UserId(row.try_get_by_index(0)?);
            held.entry(user)
                .or_default()
                .push(read(row.try_get_by_index(1)?));
        }
    }
    Ok(held)
}

/// The names that roles have now, in the order of their identifiers.
pub async fn names(db: &impl ConnectionTrait, roles: &[RoleId]) -> Result<String> {
    if roles.is_empty() {
        return Ok(String::new());
    }
    let ids: Vec<String> = roles.iter().map(ToString::to_string).collect();
    let sql = format!(
        "SELECT name FROM roles WHERE id IN ({}) ORDER BY id",
        ids.join(", ")
    );
    let mut names: Vec<String> = Vec::new();
    for row in sql::all(db, &sql, []).await? {
        names.push(row.try_get_by_index(0)?);
    }
    Ok(names.join(", "))
}

/// The identifier of a built-in role.
pub async fn built_in(db: &impl ConnectionTrait, role: BuiltInRole) -> Result<RoleId> {
    const SQL: &str = "SELECT id FROM roles WHERE built_in AND name = $1";
    let rows = sql::all(db, SQL, [role.code().into()]).await?;
    let row = rows
        .first()
        .ok_or_else(|| Error::Broken(format!("the role {} is missing", role.code())))?;
    Ok(RoleId(row.try_get_by_index(0)?))
}

/// Makes `roles` the roles of `user`.
pub async fn assign(tx: &Tx, user: UserId, roles: &[RoleId]) -> Result<()> {
    sql::execute(
        &**tx,
        "DELETE FROM user_roles WHERE user_id = $1",
        [user.0.into()],
    )
    .await?;
    for role in roles {
        sql::execute(
            &**tx,
            "INSERT INTO user_roles (user_id, role_id) VALUES ($1, $2)",
            [user.0.into(), role.0.into()],
        )
        .await?;
    }
    Ok(())
}

/// Makes `grants` what is given to `user` individually.
pub async fn give(tx: &Tx, user: UserId, grants: Permissions) -> Result<()> {
    sql::execute(
        &**tx,
        "DELETE FROM user_grants WHERE user_id = $1",
        [user.0.into()],
    )
    .await?;
    let rows = rows(user.0, grants);
    if !rows.is_empty() {
        let sql = format!("INSERT INTO user_grants (user_id, permission, channel) VALUES {rows}");
        sql::execute(&**tx, &sql, []).await?;
    }
    Ok(())
}

/// The rows in which `owner` holds `permissions`, as SQL. The codes are our own.
pub(super) fn rows(owner: i64, permissions: Permissions) -> String {
    let row = |(permission, channel): (Permission, Channel)| {
        format!("({owner}, '{}', '{}')", permission.code(), channel.code())
    };
    permissions.each().map(row).collect::<Vec<_>>().join(", ")
}

/// Makes `companies` the related companies of `user`.
pub async fn relate(tx: &Tx, user: UserId, companies: &[CompanyId]) -> Result<()> {
    sql::execute(
        &**tx,
        "DELETE FROM related_companies WHERE user_id = $1",
        [user.0.into()],
    )
    .await?;
    for company in companies {
        sql::execute(
            &**tx,
            "INSERT INTO related_companies (user_id, company_id) VALUES ($1, $2)",
            [user.0.into(), company.0.into()],
        )
        .await?;
    }
    Ok(())
}

/// How many operator administrators can sign in now and beyond `until`, leaving out those in `without`.
pub async fn operator_administrators(tx: &Tx, until: i64, without: &[UserId]) -> Result<i64> {
    let without: Vec<String> = without.iter().map(ToString::to_string).collect();
    // CROSS JOIN keeps SQLite to this order: from the few who have the role, not from all users of the company.
    let sql = format!(
        "SELECT COUNT(*) FROM roles r CROSS JOIN user_roles ur CROSS JOIN users u CROSS JOIN companies c
         WHERE r.built_in AND r.name = 'operator_administrator' AND ur.role_id = r.id
         AND u.id = ur.user_id AND c.id = u.company_id AND c.kind = 'operator'
         AND u.deleted_at = 0 AND NOT u.disabled AND u.expires_at > $1 AND u.password_set_at > 0
         AND u.id NOT IN ({})",
        if without.is_empty() {
            "0".to_owned()
        } else {
            without.join(", ")
        }
    );
    let rows = sql::all(&**tx, &sql, [until.into()]).await?;
    Ok(rows
        .first()
        .map(|row| row.try_get_by_index(0))
        .transpose()?
        .unwrap_or_default())
}

/// Locks the role of operator administrators, so that two cannot remove each other at the same time.
/// SQLite has one writer anyway.
pub async fn lock_operator_administrators(tx: &Tx) -> Result<()> {
    if tx.get_database_backend() == DbBackend::Postgres {
        sql::all(
            &**tx,
            "SELECT id FROM roles WHERE built_in AND name = 'operator_administrator' FOR UPDATE",
            [],
        )
        .await?;
    }
    Ok(())
}

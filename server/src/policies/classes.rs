//! Finding and changing policy classes, and which company points to which.

use app::{
    CompanyId, PolicyClassId, Timestamp,
    companies::CompanyRef,
    policies::{ClassSettings, PolicyClassName},
};
use sea_orm::{ConnectionTrait, SqlErr};

use super::store::read_setting;
use crate::{
    actor::{CompanyPath, Scope},
    companies,
    db::{Tx, sql},
    error::{Error, Result},
};

/// A policy class as it is stored.
#[derive(Clone, Debug)]
pub struct Class {
    /// Its identifier.
    pub id: PolicyClassId,
    /// Its name.
    pub name: String,
    /// The company it belongs to.
    pub owner: CompanyRef,
    /// That company's place in the tree.
    pub path: CompanyPath,
    /// What it says.
    pub settings: ClassSettings,
    /// Counts the changes.
    pub version: i64,
}

impl Class {
    /// Whether somebody who reaches `scope` may see it: it belongs to a company of the scope, or to one above.
    pub fn is_seen_from(&self, scope: &Scope) -> bool {
        scope.contains(&self.path) || scope.roots().iter().any(|root| self.path.contains(root))
    }
}

/// All policy classes that `scope` may see, by name.
pub async fn seen_from(db: &impl ConnectionTrait, scope: &Scope) -> Result<Vec<Class>> {
    let classes = read(db, "TRUE").await?;
    Ok(classes
        .into_iter()
        .filter(|class| class.is_seen_from(scope))
        .collect())
}

/// A policy class, whoever asks.
pub async fn by_id(db: &impl ConnectionTrait, id: PolicyClassId) -> Result<Option<Class>> {
    Ok(read(db, &format!("k.id = {id}")).await?.pop())
}

async fn read(db: &impl ConnectionTrait, which: &str) -> Result<Vec<Class>> {
    let sql = format!(
        "SELECT k.id, k.name, k.version, k.company_id, s.setting, s.value
         FROM policy_classes k LEFT JOIN policy_class_settings s ON s.class_id = k.id
         WHERE {which} ORDER BY k.name, k.id"
    );
    let rows = sql::all(db, &sql, []).await?;
    let mut owners = Vec::new();
    for row in &rows {
        owners.push(row.try_get_by_index::<i64>(3)?);
    }
    let owners = companies::store::all_of(db, owners).await?;
    let mut classes: Vec<Class> = Vec::new();
    for row in &rows {
        let id = PolicyClassId(row.try_get_by_index(0)?);
        if classes.last().is_none_or(|last| last.id != id) {
            let company: i64 = row.try_get_by_index(3)?;
            let Some(owner) = owners.iter().find(|owner| owner.id.0 == company) else {
                continue;
            };
            classes.push(Class {
                id,
                name: row.try_get_by_index(1)?,
                path: owner.path.clone(),
                owner: owner.clone().into_ref(),
                settings: ClassSettings::default(),
                version: row.try_get_by_index(2)?,
            });
        }
        if let Some(class) = classes.last_mut() {
            read_setting(row, 4, &mut class.settings)?;
        }
    }
    Ok(classes)
}

/// Stores a new class. None when its company has one of this name.
pub async fn insert(
    tx: &Tx,
    company: CompanyId,
    name: &PolicyClassName,
    settings: &ClassSettings,
    now: Timestamp,
) -> Result<Option<PolicyClassId>> {
    let inserted = sql::one(
        &**tx,
        "INSERT INTO policy_classes (company_id, name, created_at) VALUES ($1, $2, $3) RETURNING id",
        [company.0.into(), name.as_str().into(), now.millis().into()],
    )
    .await;
    let Some(row) = unless_taken(inserted)?.flatten() else {
        return Ok(None);
    };
    let id = PolicyClassId(row.try_get_by_index(0)?);
    say(tx, id, settings).await?;
    Ok(Some(id))
}

/// Gives a class that is still at `version` its name and what it says. None when the name is taken, else whether it was.
pub async fn update(
    tx: &Tx,
    class: &Class,
    name: &PolicyClassName,
    settings: &ClassSettings,
) -> Result<Option<bool>> {
    let updated = sql::execute(
        &**tx,
        "UPDATE policy_classes SET name = $1, version = version + 1 WHERE id = $2 AND version = $3",
        [
            name.as_str().into(),
            class.id.0.into(),
            class.version.into(),
        ],
    )
    .await;
    let Some(updated) = unless_taken(updated)? else {
        return Ok(None);
    };
    say(tx, class.id, settings).await?;
    Ok(Some(updated == 1))
}

fn unless_taken<T>(result: Result<T, sea_orm::DbErr>) -> Result<Option<T>> {
    match result {
        Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
            Ok(None)
        }
        other => Ok(Some(other?)),
    }
}

async fn say(tx: &Tx, id: PolicyClassId, settings: &ClassSettings) -> Result<()> {
    sql::execute(
        &**tx,
        "DELETE FROM policy_class_settings WHERE class_id = $1",
        [id.0.into()],
    )
    .await?;
    for (setting, value) in settings.said() {
        let value = serde_json::to_string(&value)
            .map_err(|_| Error::Broken(format!("{} cannot be written", setting.code())))?;
        sql::execute(
            &**tx,
            "INSERT INTO policy_class_settings (class_id, setting, value) VALUES ($1, $2, $3)",
            [id.0.into(), setting.code().into(), value.into()],
        )
        .await?;
    }
    Ok(())
}

/// Removes a class that is still at `version`; whoever points to it inherits. Whether it was.
pub async fn delete(tx: &Tx, class: &Class) -> Result<bool> {
    let deleted = sql::execute(
        &**tx,
        "DELETE FROM policy_classes WHERE id = $1 AND version = $2",
        [class.id.0.into(), class.version.into()],
    )
    .await?;
    Ok(deleted == 1)
}

/// Makes a company point to a class, or to none.
pub async fn point(tx: &Tx, company: CompanyId, class: Option<PolicyClassId>) -> Result<()> {
    sql::execute(
        &**tx,
        "DELETE FROM company_policy_classes WHERE company_id = $1",
        [company.0.into()],
    )
    .await?;
    if let Some(class) = class {
        sql::execute(
            &**tx,
            "INSERT INTO company_policy_classes (company_id, class_id) VALUES ($1, $2)",
            [company.0.into(), class.0.into()],
        )
        .await?;
    }
    Ok(())
}

/// Which companies point to which class: pairs of class and company.
pub async fn pointing(db: &impl ConnectionTrait) -> Result<Vec<(PolicyClassId, i64)>> {
    let rows = sql::all(
        db,
        "SELECT class_id, company_id FROM company_policy_classes",
        [],
    )
    .await?;
    let mut pairs = Vec::with_capacity(rows.len());
    for row in rows {
        pairs.push((
            PolicyClassId(row.try_get_by_index(0)?),
            row.try_get_by_index(1)?,
        ));
    }
    Ok(pairs)
}

/// The names of the classes that the company at `path` or its subsidiaries point to, and could not any more once it
/// stands under the company at `parent`.
pub async fn unusable_after_move(
    db: &impl ConnectionTrait,
    path: &CompanyPath,
    parent: &CompanyPath,
) -> Result<Vec<String>> {
    let rows = sql::all(
        db,
        "SELECT DISTINCT k.name, o.path FROM company_policy_classes p
         JOIN companies c ON c.id = p.company_id
         JOIN policy_classes k ON k.id = p.class_id
         JOIN companies o ON o.id = k.company_id
         WHERE c.path >= $1 AND c.path < $2 ORDER BY k.name",
        [path.0.as_str().into(), path.end().into()],
    )
    .await?;
    let mut unusable = Vec::new();
    for row in rows {
        let owner = CompanyPath(row.try_get_by_index(1)?);
        // A class of the companies that move goes along with them.
        if !path.contains(&owner) && !owner.contains(parent) {
            unusable.push(row.try_get_by_index(0)?);
        }
    }
    Ok(unusable)
}

/// Waits for whoever else changes policies, and lets nobody else do so until the transaction ends: what was previewed
/// must be what happens. SQLite has one writer anyway.
pub async fn lock(tx: &Tx) -> Result<()> {
    companies::store::lock_shape(tx).await
}

//! Finding and changing companies.

use app::{
    CompanyId, Refusal, Timestamp,
    companies::{CompanyKind, CompanyName, CompanyRef},
    field::Problem,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Set, sea_query::Expr,
};

use super::entity::{self, Column, Entity};
use crate::{
    actor::{CompanyPath, Scope},
    db::{Tx, sql},
    error::{Error, Result},
};

/// A company as it is stored.
#[derive(Clone, Debug)]
pub struct Company {
    /// Its identifier.
    pub id: CompanyId,
    /// The company above.
    pub parent: Option<CompanyId>,
    /// Its kind.
    pub kind: CompanyKind,
    /// Its name.
    pub name: String,
    /// Its place in the tree.
    pub path: CompanyPath,
    /// Users in it, without the bin.
    pub users: i64,
    /// Counts the changes.
    pub version: i64,
    /// When it was created.
    pub created_at: Timestamp,
}

impl Company {
    /// Enough to name it and link to it.
    pub fn into_ref(self) -> CompanyRef {
        CompanyRef {
            id: self.id,
            name: self.name,
            kind: self.kind,
        }
    }
}

impl From<entity::Model> for Company {
    fn from(row: entity::Model) -> Self {
        Self {
            id: CompanyId(row.id),
            parent: row.parent_id.map(CompanyId),
            kind: CompanyKind::from_code(&row.kind).unwrap_or(CompanyKind::Customer),
            name: row.name,
            path: CompanyPath(row.path),
            users: row.users,
            version: row.version,
            created_at: Timestamp::from_millis(row.created_at),
        }
    }
}

/// The company, if it is within `scope`.
pub async fn find(db: &impl ConnectionTrait, scope: &Scope, id: CompanyId) -> Result<Company> {
    let row = Entity::find_by_id(id.0)
        .filter(scope.of_path(Column::Path))
        .one(db)
        .await?;
    Ok(row.ok_or(Refusal::NotFound)?.into())
}

/// The company that a request names in `field`; one that is not within `scope` is that field's problem.
pub async fn find_for(
    db: &impl ConnectionTrait,
    scope: &Scope,
    field: &str,
    id: CompanyId,
) -> Result<Company> {
    match find(db, scope, id).await {
        Err(Error::Refused(Refusal::NotFound)) => {
            Err(Refusal::field(field, Problem::NotFound).into())
        }
        found => found,
    }
}

/// The companies of `scope` with this very name.
pub async fn of_name(db: &impl ConnectionTrait, scope: &Scope, name: &str) -> Result<Vec<Company>> {
    let rows = Entity::find()
        .filter(Column::Name.eq(name))
        .filter(scope.of_path(Column::Path))
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(Company::from).collect())
}

/// Names and kinds of companies, whoever may see them; for showing where something already visible belongs.
pub async fn refs(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = i64>,
) -> Result<Vec<CompanyRef>> {
    let companies = all_of(db, ids).await?;
    Ok(companies.into_iter().map(Company::into_ref).collect())
}

/// The companies themselves, whoever may see them; for what is decided by their places.
pub async fn all_of(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = i64>,
) -> Result<Vec<Company>> {
    let mut ids: Vec<i64> = ids.into_iter().collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = Entity::find().filter(Column::Id.is_in(ids)).all(db).await?;
    Ok(rows.into_iter().map(Company::from).collect())
}

/// The companies of the subtrees of `tops`, whoever may see them, parents before children.
pub async fn below(db: &impl ConnectionTrait, tops: &[CompanyPath]) -> Result<Vec<Company>> {
    if tops.is_empty() {
        return Ok(Vec::new());
    }
    let rows = Entity::find()
        .filter(Scope::of(tops.to_vec()).of_path(Column::Path))
        .order_by_asc(Column::Path)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(Company::from).collect())
}

/// Counts a change of a company that is still at `version`. Whether it was.
pub async fn count_change(tx: &Tx, id: CompanyId, version: i64) -> Result<bool> {
    let counted = Entity::update_many()
        .col_expr(Column::Version, Expr::value(version + 1))
        .filter(Column::Id.eq(id.0))
        .filter(Column::Version.eq(version))
        .exec(&**tx)
        .await?;
    Ok(counted.rows_affected == 1)
}

/// The companies above the one at `path` that are within `scope`, from the top.
pub async fn ancestors(
    db: &impl ConnectionTrait,
    scope: &Scope,
    path: &CompanyPath,
) -> Result<Vec<CompanyRef>> {
    let mut ids = path.companies();
    ids.pop();
    let rows = Entity::find()
        .filter(Column::Id.is_in(ids.iter().map(|id| id.0)))
        .filter(scope.of_path(Column::Path))
        .order_by_asc(Column::Path)
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(Company::from)
        .map(Company::into_ref)
        .collect())
}

/// Whether a company of this name stands directly under `parent`, other than `except`.
pub async fn name_is_taken(
    tx: &Tx,
    parent: CompanyId,
    name: &CompanyName,
    except: Option<CompanyId>,
) -> Result<bool> {
    let mut same = Entity::find()
        .filter(Column::ParentId.eq(parent.0))
        .filter(Column::Name.eq(name.as_str()));
    if let Some(except) = except {
        same = same.filter(Column::Id.ne(except.0));
    }
    Ok(same.count(&**tx).await? > 0)
}

/// Stores a new company under `parent`, or as the root.
pub async fn insert(
    tx: &Tx,
    parent: Option<&Company>,
    kind: CompanyKind,
    name: &CompanyName,
    now: Timestamp,
) -> Result<Company> {
    let row = entity::ActiveModel {
        parent_id: Set(parent.map(|parent| parent.id.0)),
        kind: Set(kind.code().to_owned()),
        name: Set(name.as_str().to_owned()),
        // Its own number is part of the path and known only afterwards.
        path: Set(String::new()),
        users: Set(0),
        version: Set(1),
        created_at: Set(now.millis()),
        ..Default::default()
    };
    let mut row = Entity::insert(row).exec_with_returning(&**tx).await?;
    let above = parent.map_or_else(|| CompanyPath("/".into()), |parent| parent.path.clone());
    row.path = above.child(CompanyId(row.id)).0;
    Entity::update_many()
        .col_expr(Column::Path, Expr::value(row.path.as_str()))
        .filter(Column::Id.eq(row.id))
        .exec(&**tx)
        .await?;
    Ok(row.into())
}

/// Gives a company that is still at `version` its name and the company above, both at once because together they
/// are unique. Whether it was. What moves must also be [moved](move_under).
pub async fn update(
    tx: &Tx,
    id: CompanyId,
    version: i64,
    name: &str,
    parent: Option<CompanyId>,
) -> Result<bool> {
    let updated = Entity::update_many()
        .col_expr(Column::Name, Expr::value(name))
        .col_expr(Column::ParentId, Expr::value(parent.map(|parent| parent.0)))
        .col_expr(Column::Version, Expr::value(version + 1))
        .filter(Column::Id.eq(id.0))
        .filter(Column::Version.eq(version))
        .exec(&**tx)
        .await?;
    Ok(updated.rows_affected == 1)
}

/// Moves the paths of a company and everything below it under `parent`, in one statement whatever the size of the
/// subtree.
pub async fn move_under(tx: &Tx, company: &Company, parent: &Company) -> Result<()> {
    let path = parent.path.child(company.id);
    let sql = "UPDATE companies SET path = $1 || substr(path, $2)
               WHERE path >= $3 AND path < $4";
    let old = &company.path.0;
    sql::execute(
        &**tx,
        sql,
        [
            path.0.into(),
            i32::try_from(old.len() + 1).unwrap_or(i32::MAX).into(),
            old.as_str().into(),
            company.path.end().into(),
        ],
    )
    .await?;
    Ok(())
}

/// Adds `by` to the number of users of a company.
pub async fn count_users(tx: &Tx, id: CompanyId, by: i64) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::Users, Expr::col(Column::Users).add(by))
        .filter(Column::Id.eq(id.0))
        .exec(&**tx)
        .await?;
    Ok(())
}

/// How many companies stand directly below.
pub async fn subsidiaries(db: &impl ConnectionTrait, id: CompanyId) -> Result<u64> {
    Ok(Entity::find()
        .filter(Column::ParentId.eq(id.0))
        .count(db)
        .await?)
}

/// Removes an empty company.
pub async fn delete(tx: &Tx, id: CompanyId) -> Result<()> {
    Entity::delete_by_id(id.0).exec(&**tx).await?;
    Ok(())
}

/// Locks the tree's shape until the transaction ends, so that two moves cannot make a cycle together.
/// SQLite has one writer anyway.
pub async fn lock_shape(tx: &Tx) -> Result<()> {
    lock(tx, "parent_id IS NULL FOR UPDATE").await
}

/// Keeps a company from being deleted until the transaction ends, for whoever is about to belong to it.
pub async fn keep(tx: &Tx, id: CompanyId) -> Result<()> {
    lock(tx, &format!("id = {id} FOR KEY SHARE")).await
}

/// Waits for those who are about to belong to a company, and lets nobody else do so until the transaction ends.
pub async fn close(tx: &Tx, id: CompanyId) -> Result<()> {
    lock(tx, &format!("id = {id} FOR UPDATE")).await
}

async fn lock(tx: &Tx, which: &str) -> Result<()> {
    if tx.get_database_backend() == sea_orm::DbBackend::Postgres {
        let sql = format!("SELECT id FROM companies WHERE {which}");
        sql::all(&**tx, &sql, []).await?;
    }
    Ok(())
}

/// The place of a company in the tree.
pub async fn path(db: &impl ConnectionTrait, id: CompanyId) -> Result<CompanyPath> {
    let path: Option<String> = Entity::find_by_id(id.0)
        .select_only()
        .column(Column::Path)
        .into_tuple()
        .one(db)
        .await?;
    Ok(CompanyPath(path.ok_or(Refusal::NotFound)?))
}

/// How many users, without the bin, belong to the companies of `scope`, or to the `only` one of them.
pub async fn users_within(
    db: &impl ConnectionTrait,
    scope: &Scope,
    only: Option<CompanyId>,
) -> Result<u64> {
    let mut companies = Entity::find()
        .select_only()
        .expr(Expr::cust("CAST(COALESCE(SUM(users), 0) AS BIGINT)"))
        .filter(scope.of_path(Column::Path));
    if let Some(only) = only {
        companies = companies.filter(Column::Id.eq(only.0));
    }
    let users: Option<i64> = companies.into_tuple().one(db).await?;
    Ok(users
        .and_then(|users| u64::try_from(users).ok())
        .unwrap_or_default())
}

/// The operator's company, once there is one.
pub async fn root(db: &impl ConnectionTrait) -> Result<Option<Company>> {
    let row = Entity::find()
        .filter(Column::Kind.eq(CompanyKind::Operator.code()))
        .one(db)
        .await?;
    Ok(row.map(Company::from))
}

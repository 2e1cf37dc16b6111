//! Finding and changing users.

use std::collections::{HashMap, HashSet, hash_map::Entry};

use app::{
    CompanyId, Language, Refusal, Timestamp, UserId,
    account::Theme,
    policies::{OwnSetting, TwoFactorSetting, VerificationSetting},
    users::{EmailAddress, LoginId, TokenValidity},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, ExprTrait, FromQueryResult,
    PaginatorTrait, QueryFilter, QuerySelect, Select, Set, sea_query::Expr,
};

use super::{
    account::{Account, stored_minutes},
    entity::{self, Column, Entity},
};
use crate::{
    actor::{CompanyPath, Scope},
    companies,
    db::{Tx, sql},
    error::Result,
};

/// Stored as the end of an account that never ends.
pub const NEVER: i64 = i64::MAX;

/// The user, also from the bin, if their company is within `scope`.
pub async fn find(db: &impl ConnectionTrait, scope: &Scope, id: UserId) -> Result<Account> {
    let one = Entity::find_by_id(id.0).filter(scope.of_company(Column::CompanyId));
    Ok(account(db, one).await?.ok_or(Refusal::NotFound)?)
}

/// Those of `users` whose company is within `scope`, also from the bin.
pub async fn within(
    db: &impl ConnectionTrait,
    scope: &Scope,
    users: &[UserId],
) -> Result<HashSet<UserId>> {
    let mut there = HashSet::with_capacity(users.len());
    // A statement takes only so many values.
    for some in users.chunks(1000) {
        let ids: Vec<i64> = Entity::find()
            .select_only()
            .column(Column::Id)
            .filter(Column::Id.is_in(some.iter().map(|id| id.0)))
            .filter(scope.of_company(Column::CompanyId))
            .into_tuple()
            .all(db)
            .await?;
        there.extend(ids.into_iter().map(UserId));
    }
    Ok(there)
}

/// Who has which of these login IDs within `scope`, also in the bin.
pub async fn of_login_ids(
    db: &impl ConnectionTrait,
    scope: &Scope,
    login_ids: impl IntoIterator<Item = &String>,
) -> Result<HashMap<String, UserId>> {
    let found: Vec<(String, i64)> = Entity::find()
        .select_only()
        .column(Column::LoginId)
        .column(Column::Id)
        .filter(Column::LoginId.is_in(login_ids))
        .filter(scope.of_company(Column::CompanyId))
        .into_tuple()
        .all(db)
        .await?;
    let found = found.into_iter();
    Ok(found.map(|(login_id, id)| (login_id, UserId(id))).collect())
}

/// The user of a login ID, whoever asks: for signing in.
pub async fn by_login_id(db: &impl ConnectionTrait, login_id: &LoginId) -> Result<Option<Account>> {
    account(
        db,
        Entity::find().filter(Column::LoginId.eq(login_id.as_str())),
    )
    .await
}

/// The user, whoever asks: for flows and links that already name them.
pub async fn by_id(db: &impl ConnectionTrait, id: UserId) -> Result<Option<Account>> {
    account(db, Entity::find_by_id(id.0)).await
}

/// A user and where their company stands.
#[derive(FromQueryResult)]
struct Placed {
    #[sea_orm(nested)]
    user: entity::Model,
    company_path: String,
}

async fn account(db: &impl ConnectionTrait, one: Select<Entity>) -> Result<Option<Account>> {
    const PATH: &str = "(SELECT c.path FROM companies c WHERE c.id = users.company_id)";
    let placed = one
        .expr_as(Expr::cust(PATH), "company_path")
        .into_model::<Placed>()
        .one(db)
        .await?;
    Ok(placed.map(|placed| Account::of(placed.user, CompanyPath(placed.company_path))))
}

/// Whether somebody has this login ID, also in the bin.
pub async fn login_id_is_taken(tx: &Tx, login_id: &LoginId) -> Result<bool> {
    Ok(Entity::find()
        .filter(Column::LoginId.eq(login_id.as_str()))
        .count(&**tx)
        .await?
        > 0)
}

/// A user to be stored.
pub struct NewAccount<'a> {
    /// The company they belong to.
    pub company: CompanyId,
    /// Who created them.
    pub parent: Option<UserId>,
    /// Their login ID.
    pub login_id: &'a LoginId,
    /// Where mail goes.
    pub email: &'a EmailAddress,
    /// First name.
    pub first_name: &'a str,
    /// Last name.
    pub last_name: &'a str,
    /// The group they count themselves to; empty for none.
    pub group: &'a str,
    /// What is said about them; empty for nothing.
    pub description: &'a str,
    /// When the account ends, if it does.
    pub expires_at: Option<Timestamp>,
    /// The two-factor setting.
    pub two_factor: TwoFactorSetting,
    /// The language of their portal and mails.
    pub language: Language,
    /// Their IANA time zone.
    pub time_zone: &'a str,
}

/// Stores a new user and counts them in their company.
pub async fn insert(tx: &Tx, new: NewAccount<'_>, now: Timestamp) -> Result<UserId> {
    let row = entity::ActiveModel {
        company_id: Set(new.company.0),
        parent_id: Set(new.parent.map(|parent| parent.0)),
        login_id: Set(new.login_id.as_str().to_owned()),
        email: Set(new.email.as_str().to_owned()),
        first_name: Set(new.first_name.to_owned()),
        last_name: Set(new.last_name.to_owned()),
        user_group: Set(new.group.to_owned()),
        description: Set(new.description.to_owned()),
        sort_name: Set(sort_name(new.first_name, new.last_name)),
        search_text: Set(search_text(
            new.login_id.as_str(),
            new.first_name,
            new.last_name,
            new.email.as_str(),
        )),
        disabled: Set(false),
        expires_at: Set(new.expires_at.map_or(NEVER, Timestamp::millis)),
        two_factor: Set(new.two_factor.code().to_owned()),
        password_set_at: Set(0),
        enrolled_at: Set(0),
        last_sign_in_at: Set(0),
        language: Set(new.language.tag().to_owned()),
        time_zone: Set(new.time_zone.to_owned()),
        created_at: Set(now.millis()),
        deleted_at: Set(0),
        deletion: Set(0),
        version: Set(1),
        trusted_addresses: Set(String::new()),
        web_login_verification: Set(VerificationSetting::Inherit.code().to_owned()),
        app_login_verification: Set(VerificationSetting::Inherit.code().to_owned()),
        app_unlock_verification: Set(VerificationSetting::Inherit.code().to_owned()),
        exclusive_login: Set(OwnSetting::Inherit.code().to_owned()),
        token_minutes: Set(stored_minutes(TokenValidity::Inherit)),
        date_output: Set(String::new()),
        date_input: Set(String::new()),
        theme: Set(Theme::default().code().to_owned()),
        ..Default::default()
    };
    let inserted = Entity::insert(row).exec(&**tx).await;
    let inserted = match inserted {
        Err(error)
            if matches!(
                error.sql_err(),
                Some(sea_orm::SqlErr::UniqueConstraintViolation(_))
            ) =>
        {
            return Err(Refusal::field("login_id", app::field::Problem::Taken).into());
        }
        other => other?,
    };
    companies::store::count_users(tx, new.company, 1).await?;
    Ok(UserId(inserted.last_insert_id))
}

/// By what the list is sorted when it is sorted by name.
pub fn sort_name(first: &str, last: &str) -> String {
    format!("{last} {first}").to_lowercase()
}

/// In what the search looks: every order in which somebody may type it.
pub fn search_text(login_id: &str, first: &str, last: &str, email: &str) -> String {
    // Every word follows a break, also the first: by that its beginning is found.
    format!("\n{login_id}\n{first} {last}\n{last} {first}\n{email}").to_lowercase()
}

/// Stores the changed fields of an account that is still at its version. Whether it was.
pub async fn update(tx: &Tx, account: &Account) -> Result<bool> {
    let row = entity::ActiveModel {
        company_id: Set(account.company.0),
        email: Set(account.email.clone()),
        first_name: Set(account.first_name.clone()),
        last_name: Set(account.last_name.clone()),
        user_group: Set(account.group.clone()),
        description: Set(account.description.clone()),
        sort_name: Set(sort_name(&account.first_name, &account.last_name)),
        search_text: Set(search_text(
            &account.login_id,
            &account.first_name,
            &account.last_name,
            &account.email,
        )),
        disabled: Set(account.disabled),
        expires_at: Set(account.expires_at.map_or(NEVER, Timestamp::millis)),
        two_factor: Set(account.two_factor.code().to_owned()),
        language: Set(account.language.tag().to_owned()),
        time_zone: Set(account.time_zone.clone()),
        version: Set(account.version + 1),
        trusted_addresses: Set(account.trusted_addresses_as_stored().to_owned()),
        web_login_verification: Set(account.verification.web_login.code().to_owned()),
        app_login_verification: Set(account.verification.app_login.code().to_owned()),
        app_unlock_verification: Set(account.verification.app_unlock.code().to_owned()),
        exclusive_login: Set(account.exclusive_login.code().to_owned()),
        token_minutes: Set(stored_minutes(account.token_validity)),
        date_output: Set(account.date_output.clone()),
        date_input: Set(account.date_input.clone()),
        theme: Set(account.theme.code().to_owned()),
        ..Default::default()
    };
    let updated = Entity::update_many()
        .set(row)
        .filter(Column::Id.eq(account.id.0))
        .filter(Column::Version.eq(account.version))
        .exec(&**tx)
        .await?;
    Ok(updated.rows_affected == 1)
}

/// Notes when a password was set.
pub async fn note_password(tx: &Tx, user: UserId, at: i64) -> Result<()> {
    note(tx, user, Column::PasswordSetAt, at).await
}

/// Notes since when an authenticator is bound; 0 for none.
pub async fn note_enrolment(tx: &Tx, user: UserId, at: i64) -> Result<()> {
    note(tx, user, Column::EnrolledAt, at).await
}

/// Notes a sign-in.
pub async fn note_sign_in(tx: &Tx, user: UserId, at: i64) -> Result<()> {
    note(tx, user, Column::LastSignInAt, at).await
}

async fn note(tx: &Tx, user: UserId, column: Column, value: i64) -> Result<()> {
    Entity::update_many()
        .col_expr(column, Expr::value(value))
        .filter(Column::Id.eq(user.0))
        .exec(&**tx)
        .await?;
    Ok(())
}

/// Locks a user until the transaction ends, so that of what is unique to them two are not made at the same time.
/// SQLite has one writer anyway.
pub async fn lock(tx: &Tx, user: UserId) -> Result<()> {
    lock_all(tx, &[user]).await
}

/// Locks users like [`lock`], all in the same order, so that two who lock some of the same do not wait for each other.
pub async fn lock_all(tx: &Tx, users: &[UserId]) -> Result<()> {
    if tx.get_database_backend() == DbBackend::Postgres && !users.is_empty() {
        let ids: Vec<String> = users.iter().map(ToString::to_string).collect();
        let sql = format!(
            "SELECT id FROM users WHERE id IN ({}) ORDER BY id FOR NO KEY UPDATE",
            ids.join(", ")
        );
        sql::all(&**tx, &sql, []).await?;
    }
    Ok(())
}

/// Ends the login flows of `users`.
pub async fn end_flows(tx: &Tx, users: &[UserId]) -> Result<()> {
    // A statement takes only so many values.
    for some in users.chunks(1000) {
        let ids: Vec<String> = some.iter().map(ToString::to_string).collect();
        let sql = format!(
            "DELETE FROM login_flows WHERE user_id IN ({})",
            ids.join(", ")
        );
        sql::execute(&**tx, &sql, []).await?;
    }
    Ok(())
}

/// How many users belong to a company, with those in the bin.
pub async fn count_in_company(tx: &Tx, company: CompanyId) -> Result<u64> {
    Ok(Entity::find()
        .filter(Column::CompanyId.eq(company.0))
        .count(&**tx)
        .await?)
}

/// How many users `user` created, without the bin.
pub async fn count_sub_users(db: &impl ConnectionTrait, user: UserId) -> Result<u64> {
    Ok(Entity::find()
        .filter(Column::ParentId.eq(user.0))
        .filter(Column::DeletedAt.eq(0))
        .count(db)
        .await?)
}

/// The accounts of a set of users, by login ID.
pub async fn all_of(db: &impl ConnectionTrait, ids: &[UserId]) -> Result<Vec<Account>> {
    let mut rows = Vec::with_capacity(ids.len());
    // A statement takes only so many values.
    for some in ids.chunks(1000) {
        let some = Column::Id.is_in(some.iter().map(|id| id.0));
        rows.extend(Entity::find().filter(some).all(db).await?);
    }
    rows.sort_unstable_by(|a, b| a.login_id.cmp(&b.login_id));
    let mut paths = HashMap::new();
    let mut accounts = Vec::with_capacity(rows.len());
    for row in rows {
        let path = match paths.entry(row.company_id) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => {
                new.insert(companies::store::path(db, CompanyId(row.company_id)).await?)
            }
        };
        accounts.push(Account::of(row, path.clone()));
    }
    Ok(accounts)
}

/// Whether nobody is stored at all.
pub async fn is_empty(db: &impl ConnectionTrait) -> Result<bool> {
    Ok(Entity::find()
        .select_only()
        .column(Column::Id)
        .into_tuple::<i64>()
        .one(db)
        .await?
        .is_none())
}

/// Sets the two-factor setting of somebody who sets up or removes an authenticator of their own accord.
pub async fn set_two_factor(tx: &Tx, user: UserId, setting: TwoFactorSetting) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::TwoFactor, Expr::value(setting.code()))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(user.0))
        .exec(&**tx)
        .await?;
    Ok(())
}

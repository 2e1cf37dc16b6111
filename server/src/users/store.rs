//! Finding and changing users.

use app::{
    CompanyId, Language, Refusal, Timestamp, UserId,
    policies::{self, TwoFactorSetting},
    users::{AccountStatus, EmailAddress, LoginId, UserRef},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set, Statement, sea_query::Expr,
};

use super::entity::{self, Column, Entity};
use crate::{
    actor::{CompanyPath, Scope},
    companies,
    db::Tx,
    error::{Error, Result},
};

/// Stored as the end of an account that never ends.
pub const NEVER: i64 = i64::MAX;

/// A user as they are stored.
#[derive(Clone, Debug)]
pub struct Account {
    /// Their identifier.
    pub id: UserId,
    /// The company they belong to.
    pub company: CompanyId,
    /// Its place in the tree.
    pub path: CompanyPath,
    /// Who created them.
    pub parent: Option<UserId>,
    /// Their login ID.
    pub login_id: String,
    /// Where mail goes.
    pub email: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Stopped by an administrator.
    pub disabled: bool,
    /// When the account ends, if it does.
    pub expires_at: Option<Timestamp>,
    /// The two-factor setting.
    pub two_factor: TwoFactorSetting,
    /// When a password was set last, if one was.
    pub password_set_at: Option<Timestamp>,
    /// Since when an authenticator is bound, if one is.
    pub enrolled_at: Option<Timestamp>,
    /// When they last signed in.
    pub last_sign_in_at: Option<Timestamp>,
    /// The language of their portal and mails.
    pub language: Language,
    /// Their IANA time zone.
    pub time_zone: String,
    /// When the account was created.
    pub created_at: Timestamp,
    /// When it was put in the bin, if it is there.
    pub deleted_at: Option<Timestamp>,
    /// The deletion that put it there, with everyone who went along.
    pub deletion: i64,
    /// Counts the changes.
    pub version: i64,
}

impl Account {
    fn of(row: entity::Model, path: CompanyPath) -> Self {
        let moment = |millis: i64| (millis > 0).then(|| Timestamp::from_millis(millis));
        Self {
            id: UserId(row.id),
            company: CompanyId(row.company_id),
            path,
            parent: row.parent_id.map(UserId),
            login_id: row.login_id,
            email: row.email,
            first_name: row.first_name,
            last_name: row.last_name,
            disabled: row.disabled,
            expires_at: (row.expires_at != NEVER).then(|| Timestamp::from_millis(row.expires_at)),
            two_factor: TwoFactorSetting::from_code(&row.two_factor).unwrap_or_default(),
            password_set_at: moment(row.password_set_at),
            enrolled_at: moment(row.enrolled_at),
            last_sign_in_at: moment(row.last_sign_in_at),
            language: Language::from_tag(&row.language).unwrap_or_default(),
            time_zone: row.time_zone,
            created_at: Timestamp::from_millis(row.created_at),
            deleted_at: moment(row.deleted_at),
            deletion: row.deletion,
            version: row.version,
        }
    }

    /// Whether the second factor is asked of them. Until policy classes exist, inheriting means no.
    pub fn second_factor_required(&self) -> bool {
        policies::required(self.two_factor, false)
    }

    /// Whether, and if not why not, they can sign in.
    pub fn status(&self, now: Timestamp) -> AccountStatus {
        AccountStatus::of(
            self.deleted_at.is_some(),
            self.disabled,
            self.expires_at,
            self.password_set_at.is_some(),
            now,
        )
    }

    /// The words a password of theirs must not consist of.
    pub fn own_words(&self) -> [&str; 4] {
        [&self.login_id, &self.first_name, &self.last_name, &self.email]
    }

    /// Their address as it was stored, which was checked then.
    pub fn email_address(&self) -> Result<EmailAddress> {
        EmailAddress::parse(&self.email)
            .map_err(|_| Error::Broken(format!("user {} has no usable e-mail address", self.id)))
    }

    /// Enough to name them and link to them.
    pub fn to_ref(&self) -> UserRef {
        UserRef {
            id: self.id,
            login_id: self.login_id.clone(),
            name: format!("{} {}", self.first_name, self.last_name),
        }
    }

    /// How mail reaches them.
    pub fn recipient(&self) -> Result<crate::mail::Recipient> {
        Ok(crate::mail::Recipient {
            email: self.email_address()?,
            login_id: self.login_id.clone(),
            name: app::users::full_name(&self.first_name, &self.last_name, self.language),
            language: self.language,
            user: Some(self.id),
            company: self.company,
            time_zone: self.time_zone.clone(),
        })
    }
}

/// The user, also from the bin, if their company is within `scope`.
pub async fn find(db: &impl ConnectionTrait, scope: &Scope, id: UserId) -> Result<Account> {
    let row = Entity::find_by_id(id.0)
        .filter(scope.of_company(Column::CompanyId))
        .one(db)
        .await?
        .ok_or(Refusal::NotFound)?;
    with_path(db, row).await
}

/// The user of a login ID, whoever asks: for signing in.
pub async fn by_login_id(db: &impl ConnectionTrait, login_id: &LoginId) -> Result<Option<Account>> {
    let row = Entity::find().filter(Column::LoginId.eq(login_id.as_str())).one(db).await?;
    match row {
        Some(row) => Ok(Some(with_path(db, row).await?)),
        None => Ok(None),
    }
}

/// The user, whoever asks: for flows and links that already name them.
pub async fn by_id(db: &impl ConnectionTrait, id: UserId) -> Result<Option<Account>> {
    match Entity::find_by_id(id.0).one(db).await? {
        Some(row) => Ok(Some(with_path(db, row).await?)),
        None => Ok(None),
    }
}

async fn with_path(db: &impl ConnectionTrait, row: entity::Model) -> Result<Account> {
    let path = companies::store::path(db, CompanyId(row.company_id)).await?;
    Ok(Account::of(row, path))
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
        ..Default::default()
    };
    let inserted = Entity::insert(row).exec(&**tx).await;
    let inserted = match inserted {
        Err(error) if matches!(error.sql_err(), Some(sea_orm::SqlErr::UniqueConstraintViolation(_))) => {
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
    format!("{login_id}\n{first} {last}\n{last} {first}\n{email}").to_lowercase()
}

/// Stores the changed fields of an account that is still at its version. Whether it was.
pub async fn update(tx: &Tx, account: &Account) -> Result<bool> {
    let row = entity::ActiveModel {
        company_id: Set(account.company.0),
        email: Set(account.email.clone()),
        first_name: Set(account.first_name.clone()),
        last_name: Set(account.last_name.clone()),
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

/// Ends the login flows of `users`.
pub async fn end_flows(tx: &Tx, users: &[UserId]) -> Result<()> {
    for user in users {
        let statement = Statement::from_sql_and_values(
            tx.get_database_backend(),
            "DELETE FROM login_flows WHERE user_id = $1",
            [user.0.into()],
        );
        tx.execute_raw(statement).await?;
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
    let rows = Entity::find()
        .filter(Column::Id.is_in(ids.iter().map(|id| id.0)))
        .order_by_asc(Column::LoginId)
        .all(db)
        .await?;
    let mut accounts = Vec::with_capacity(rows.len());
    for row in rows {
        accounts.push(with_path(db, row).await?);
    }
    Ok(accounts)
}

/// Everyone created by `user`, or by somebody created by them, and so on, without the bin.
pub async fn descendants(db: &impl ConnectionTrait, user: UserId) -> Result<Vec<UserId>> {
    const SQL: &str = "
        WITH RECURSIVE below (id) AS (
            SELECT id FROM users WHERE parent_id = $1 AND deleted_at = 0
            UNION
            SELECT u.id FROM users u JOIN below b ON u.parent_id = b.id WHERE u.deleted_at = 0
        )
        SELECT id FROM below ORDER BY id";
    let statement = Statement::from_sql_and_values(db.get_database_backend(), SQL, [user.0.into()]);
    let mut ids = Vec::new();
    for row in db.query_all_raw(statement).await? {
        ids.push(UserId(row.try_get_by_index(0)?));
    }
    Ok(ids)
}

/// Puts `account` in the bin as part of `deletion`.
pub async fn put_in_bin(tx: &Tx, account: &Account, deletion: i64, now: Timestamp) -> Result<()> {
    set_bin(tx, account, now.millis(), deletion).await?;
    companies::store::count_users(tx, account.company, -1).await
}

/// Takes `account` out of the bin.
pub async fn take_from_bin(tx: &Tx, account: &Account) -> Result<()> {
    set_bin(tx, account, 0, 0).await?;
    companies::store::count_users(tx, account.company, 1).await
}

async fn set_bin(tx: &Tx, account: &Account, deleted_at: i64, deletion: i64) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::DeletedAt, Expr::value(deleted_at))
        .col_expr(Column::Deletion, Expr::value(deletion))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(account.id.0))
        .exec(&**tx)
        .await?;
    Ok(())
}

/// Everyone who was put in the bin by `deletion`.
pub async fn of_deletion(db: &impl ConnectionTrait, deletion: i64) -> Result<Vec<UserId>> {
    let ids: Vec<i64> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::Deletion.eq(deletion))
        .filter(Column::DeletedAt.gt(0))
        .into_tuple()
        .all(db)
        .await?;
    Ok(ids.into_iter().map(UserId).collect())
}

/// Everyone who has been in the bin since before `moment`.
pub async fn in_bin_since_before(db: &impl ConnectionTrait, moment: Timestamp, limit: u64) -> Result<Vec<UserId>> {
    let ids: Vec<i64> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Expr::cust("deleted_at > 0"))
        .filter(Column::DeletedAt.lt(moment.millis()))
        .limit(limit)
        .into_tuple()
        .all(db)
        .await?;
    Ok(ids.into_iter().map(UserId).collect())
}

/// Removes a user for good.
pub async fn purge(tx: &Tx, user: UserId) -> Result<()> {
    Entity::delete_by_id(user.0).exec(&**tx).await?;
    Ok(())
}

/// Whether nobody is stored at all.
pub async fn is_empty(db: &impl ConnectionTrait) -> Result<bool> {
    Ok(Entity::find().select_only().column(Column::Id).into_tuple::<i64>().one(db).await?.is_none())
}

/// Sets the two-factor setting of somebody who set up an authenticator of their own accord.
pub async fn require_second_factor(tx: &Tx, user: UserId, setting: TwoFactorSetting) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::TwoFactor, Expr::value(setting.code()))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(user.0))
        .exec(&**tx)
        .await?;
    Ok(())
}

//! A row of the list, from its columns to what is shown.

use app::{
    CompanyId, Timestamp, UserId,
    policies::TwoFactorSetting,
    users::{AccountStatus, TwoFactorState, UserRow, UserSort},
};
use sea_orm::QueryResult;

use crate::{error::Result, users::store::NEVER};

/// A row as it is read.
pub(super) struct Row {
    pub id: i64,
    pub company_id: i64,
    login_id: String,
    first_name: String,
    last_name: String,
    email: String,
    disabled: bool,
    expires_at: i64,
    two_factor: String,
    password_set_at: i64,
    enrolled_at: i64,
    last_sign_in_at: i64,
    deleted_at: i64,
    version: i64,
    /// The value by which it is ordered.
    pub order: serde_json::Value,
}

impl Row {
    /// Reads what the list selects.
    pub fn read(row: &QueryResult, sort: UserSort) -> Result<Self> {
        let mut read = Self {
            id: row.try_get_by_index(0)?,
            company_id: row.try_get_by_index(1)?,
            login_id: row.try_get_by_index(2)?,
            first_name: row.try_get_by_index(3)?,
            last_name: row.try_get_by_index(4)?,
            email: row.try_get_by_index(5)?,
            disabled: row.try_get_by_index(6)?,
            expires_at: row.try_get_by_index(7)?,
            two_factor: row.try_get_by_index(8)?,
            password_set_at: row.try_get_by_index(9)?,
            enrolled_at: row.try_get_by_index(10)?,
            last_sign_in_at: row.try_get_by_index(11)?,
            deleted_at: row.try_get_by_index(12)?,
            version: row.try_get_by_index(13)?,
            order: serde_json::Value::Null,
        };
        read.order = match sort {
            UserSort::LoginId => read.login_id.clone().into(),
            UserSort::Name => row.try_get_by_index::<String>(14)?.into(),
            UserSort::LastSignIn => read.last_sign_in_at.into(),
            UserSort::ExpiresAt => read.expires_at.into(),
        };
        Ok(read)
    }

    /// The row as it is shown.
    ///
    /// `policy` says whether the policy in force in their company asks for the second factor.
    pub fn view(self, company: String, policy: bool, now: Timestamp) -> UserRow {
        let expires_at =
            (self.expires_at != NEVER).then(|| Timestamp::from_millis(self.expires_at));
        let setting = TwoFactorSetting::from_code(&self.two_factor).unwrap_or_default();
        UserRow {
            id: UserId(self.id),
            login_id: self.login_id,
            first_name: self.first_name,
            last_name: self.last_name,
            email: self.email,
            company_id: CompanyId(self.company_id),
            company,
            status: AccountStatus::of(
                self.deleted_at > 0,
                self.disabled,
                expires_at,
                self.password_set_at > 0,
                now,
            ),
            two_factor: TwoFactorState::of(setting.or(policy), self.enrolled_at > 0),
            last_sign_in_at: (self.last_sign_in_at > 0)
                .then(|| Timestamp::from_millis(self.last_sign_in_at)),
            expires_at,
            version: self.version,
        }
    }
}

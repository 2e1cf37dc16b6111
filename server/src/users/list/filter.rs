//! Which users a query is about: its conditions on them.

use app::{
    Timestamp,
    policies::{Setting, SettingValue},
    users::{AccountStatus, TwoFactorState, UserQuery},
};
use sea_orm::{ConnectionTrait, Value};

use super::whose::Whose;
use crate::{
    actor::Scope,
    error::Result,
    policies,
    users::{bin, store},
};

/// Seconds in a day.
const DAY: i64 = 86_400;

/// A condition under construction: its text, and the values of its `$1`, `$2`, ….
#[derive(Clone, Default)]
pub(super) struct Where {
    conditions: Vec<String>,
    /// Its values.
    pub values: Vec<Value>,
}

impl Where {
    /// Adds a value. How the text names it.
    pub fn value(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("${}", self.values.len())
    }

    /// Adds a condition.
    pub fn and(&mut self, condition: impl Into<String>) {
        self.conditions.push(condition.into());
    }

    /// All its conditions.
    pub fn text(&self) -> String {
        match self.conditions.is_empty() {
            true => "TRUE".to_owned(),
            false => self.conditions.join(" AND "),
        }
    }
}

/// The conditions of a query, but for its search.
pub(super) async fn of(
    db: &impl ConnectionTrait,
    scope: &Scope,
    whose: &Whose,
    query: &UserQuery,
    now: Timestamp,
) -> Result<Where> {
    let mut filter = Where::default();
    whose.add_to(&mut filter);
    below(db, scope, query, &mut filter).await?;
    narrow(query, now, &mut filter);
    Ok(filter)
}

/// Only those who would go along if the parent were deleted, if the query names one.
async fn below(
    db: &impl ConnectionTrait,
    scope: &Scope,
    query: &UserQuery,
    filter: &mut Where,
) -> Result<()> {
    if let Some(id) = query.parent {
        let parent = store::find(db, scope, id).await?;
        let parent = filter.value(parent.id.0);
        filter.and(format!("u.id IN ({})", bin::below(&parent)));
    }
    Ok(())
}

fn narrow(query: &UserQuery, now: Timestamp, filter: &mut Where) {
    // Written out rather than bound, so that the planners see the partial indexes fit.
    filter.and(match query.status {
        Some(AccountStatus::Deleted) => "u.deleted_at > 0",
        _ => "u.deleted_at = 0",
    });
    let now_value = now.millis();
    match query.status {
        None | Some(AccountStatus::Deleted) => {}
        Some(AccountStatus::Disabled) => filter.and("u.disabled"),
        Some(AccountStatus::Expired) => {
            filter.and(format!("NOT u.disabled AND u.expires_at <= {now_value}"));
        }
        Some(AccountStatus::Invited) => filter.and(format!(
            "NOT u.disabled AND u.expires_at > {now_value} AND u.password_set_at = 0"
        )),
        Some(AccountStatus::Active) => filter.and(format!(
            "NOT u.disabled AND u.expires_at > {now_value} AND u.password_set_at > 0"
        )),
    }
    match query.two_factor {
        None => {}
        Some(TwoFactorState::Off) => filter.and(format!("NOT {}", required())),
        Some(TwoFactorState::ToSetUp) => {
            filter.and(format!("{} AND u.enrolled_at = 0", required()));
        }
        Some(TwoFactorState::On) => filter.and(format!("{} AND u.enrolled_at > 0", required())),
    }
    if let Some(role) = query.role {
        let role = filter.value(role.0);
        filter.and(format!(
            "EXISTS (SELECT 1 FROM user_roles ur WHERE ur.role_id = {role} AND ur.user_id = u.id)"
        ));
    }
    if let Some(days) = query.expiring_within_days {
        let end = now.plus_seconds(i64::from(days) * DAY).millis();
        filter.and(format!(
            "u.expires_at > {now_value} AND u.expires_at <= {end}"
        ));
    }
    if let Some(days) = query.not_signed_in_for_days {
        let since = now.plus_seconds(-i64::from(days) * DAY).millis();
        filter.and(format!("u.last_sign_in_at < {since}"));
    }
}

/// The condition that the second factor is asked of a user, by their own setting or by the policy.
fn required() -> String {
    format!(
        "(u.two_factor = 'yes' OR (u.two_factor = 'inherit' AND u.company_id IN ({})))",
        policies::store::companies_where(Setting::TwoFactorRequired, SettingValue::YesNo(true))
    )
}

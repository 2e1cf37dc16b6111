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
    if let Some(status) = query.status {
        filter.and(of_status(status, now));
    }
    if let Some(state) = query.two_factor {
        filter.and(of_two_factor(state));
    }
    if let Some(role) = query.role {
        let role = filter.value(role.0);
        filter.and(format!(
            "EXISTS (SELECT 1 FROM user_roles ur WHERE ur.role_id = {role} AND ur.user_id = u.id)"
        ));
    }
    if let Some(days) = query.expiring_within_days {
        filter.and(ends_within(days, now));
    }
    if let Some(days) = query.not_signed_in_for_days {
        let since = now.plus_seconds(-i64::from(days) * DAY).millis();
        filter.and(format!("u.last_sign_in_at < {since}"));
    }
}

/// The condition that somebody has a status, who is in the bin or not as that status says.
pub(super) fn of_status(status: AccountStatus, now: Timestamp) -> String {
    let now = now.millis();
    match status {
        AccountStatus::Deleted => "TRUE".to_owned(),
        AccountStatus::Disabled => "u.disabled".to_owned(),
        AccountStatus::Expired => format!("NOT u.disabled AND u.expires_at <= {now}"),
        AccountStatus::Invited => {
            format!("NOT u.disabled AND u.expires_at > {now} AND u.password_set_at = 0")
        }
        AccountStatus::Active => {
            format!("NOT u.disabled AND u.expires_at > {now} AND u.password_set_at > 0")
        }
    }
}

/// The condition that somebody stands so with the second factor.
pub(super) fn of_two_factor(state: TwoFactorState) -> String {
    match state {
        TwoFactorState::Off => format!("NOT {}", required()),
        TwoFactorState::ToSetUp => format!("{} AND u.enrolled_at = 0", required()),
        TwoFactorState::On => format!("{} AND u.enrolled_at > 0", required()),
    }
}

/// The condition that an account ends within so many days.
pub(super) fn ends_within(days: u32, now: Timestamp) -> String {
    let end = now.plus_seconds(i64::from(days) * DAY).millis();
    format!("u.expires_at > {} AND u.expires_at <= {end}", now.millis())
}

/// The condition that the second factor is asked of a user, by their own setting or by the policy.
fn required() -> String {
    format!(
        "(u.two_factor = 'yes' OR (u.two_factor = 'inherit' AND u.company_id IN ({})))",
        policies::store::companies_where(Setting::TwoFactorRequired, SettingValue::YesNo(true))
    )
}

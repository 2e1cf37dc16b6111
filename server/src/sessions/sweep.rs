//! The janitor's round through the sessions: what time has ended is removed, and why it ended remembered for a while.

use std::collections::HashMap;

use app::{Timestamp, policies::OwnSetting, sessions::Ending, users::TokenValidity};
use sea_orm::ConnectionTrait;

use super::{
    ended::{self, end_where},
    limits::{Limits, Terms},
};
use crate::{companies, db::sql, error::Result, policies::store::Pointed, users::store::NEVER};

/// Removes the sessions that ended by themselves, and forgets why others did after a day.
pub async fn sweep(db: &impl ConnectionTrait, now: Timestamp) -> Result<()> {
    const ACCOUNT: &str = "user_id IN (SELECT id FROM users WHERE expires_at <= $1)";
    end_where(
        db,
        ACCOUNT,
        [now.millis().into()],
        &Ending::AccountExpired,
        now,
    )
    .await?;
    const END: &str = "expires_at <= $1";
    end_where(db, END, [now.millis().into()], &Ending::TimeUp, now).await?;
    by_policy(db, now).await?;
    by_own_lifetime(db, now).await?;
    ended::forget(db, now).await
}

/// Those beyond what is in force in their user's company.
async fn by_policy(db: &impl ConnectionTrait, now: Timestamp) -> Result<()> {
    const COMPANIES: &str =
        "SELECT DISTINCT u.company_id FROM sessions s JOIN users u ON u.id = s.user_id";
    let mut companies = Vec::new();
    for row in sql::all(db, COMPANIES, []).await? {
        companies.push(row.try_get_by_index(0)?);
    }
    let companies = companies::store::all_of(db, companies).await?;
    let pointed = Pointed::above(db, companies.iter().map(|company| &company.path)).await?;
    let mut by_terms: HashMap<Terms, Vec<String>> = HashMap::new();
    for company in &companies {
        let policy = pointed.at(&company.path);
        let terms = Terms::of(&policy, TokenValidity::Inherit, OwnSetting::Inherit);
        by_terms
            .entry(terms)
            .or_default()
            .push(company.id.to_string());
    }
    for (terms, companies) in by_terms {
        let of = format!("company_id IN ({})", companies.join(", "));
        let browsers = format!("channel <> 'app' AND user_id IN (SELECT id FROM users WHERE {of})");
        beyond(db, &browsers, terms.browser, now).await?;
        let apps = format!(
            "channel = 'app' AND user_id IN (SELECT id FROM users WHERE token_minutes = 0 AND {of})"
        );
        beyond(db, &apps, terms.app, now).await?;
    }
    Ok(())
}

async fn beyond(
    db: &impl ConnectionTrait,
    which: &str,
    limits: Limits,
    now: Timestamp,
) -> Result<()> {
    let (unused_since, opened_at) = limits.ended_before(now);
    let opened = format!("created_at <= $1 AND {which}");
    end_where(db, &opened, [opened_at.into()], &Ending::TimeUp, now).await?;
    let unused = format!("last_seen_at <= $1 AND {which}");
    end_where(db, &unused, [unused_since.into()], &Ending::Idle, now).await?;
    Ok(())
}

/// App sessions beyond the lifetime that is set for their user.
async fn by_own_lifetime(db: &impl ConnectionTrait, now: Timestamp) -> Result<()> {
    // Divided rather than multiplied, because the largest number stands for long-term.
    const SQL: &str = "id IN (
        SELECT s.id FROM sessions s JOIN users u ON u.id = s.user_id
        WHERE s.channel = 'app' AND u.token_minutes > 0 AND u.token_minutes < $2
        AND ($1 - s.created_at) / 60000 >= u.token_minutes)";
    let values = [now.millis().into(), NEVER.into()];
    end_where(db, SQL, values, &Ending::TimeUp, now).await?;
    Ok(())
}

//! What it costs that somebody reaches not everything: a reseller with 10,000 companies below, and who acts read anew.

use std::time::Duration;

use sea_orm::{ConnectionTrait, Database, DbBackend};

use crate::{
    Plan,
    lists::{fresh, ms, page, targets},
    load::{self, Load},
    portal::{Ground, Portal},
    report::Report,
};

type Failure = Box<dyn std::error::Error>;
const COMPANIES: u64 = 10_000;
/// Longer than who acts is remembered.
const FORGOTTEN: Duration = Duration::from_millis(600);
const LENGTH: Duration = Duration::from_secs(12);

/// Measures with as many users as the largest list.
pub async fn measure(plan: &Plan, report: &mut Report) -> Result<(), Failure> {
    let users = plan.sizes.iter().copied().max().unwrap_or(1000);
    on(plan, report, "SQLite", users, None).await?;
    if let Some(server) = &plan.postgres {
        let url = fresh(server, users).await?;
        on(plan, report, "PostgreSQL", users, Some(url)).await?;
    }
    Ok(())
}

async fn on(
    plan: &Plan,
    report: &mut Report,
    database: &str,
    users: u64,
    url: Option<String>,
) -> Result<(), Failure> {
    let ground = Ground::new(plan, url)?;
    ground.fill_companies(users, COMPANIES)?;
    let login_id = put_below_a_reseller(&ground.database_url()).await?;
    let portal = ground.start().await?;
    portal.rested().await;
    let reseller = portal.signed_in(&login_id).await?;
    let operator = portal.administrator().await?;
    let at = format!("{database}, {COMPANIES} companies, {users} users");
    let (page_target, search_target) = targets(users);
    for (what, query, target) in [
        ("a page of 50", "", page_target),
        (
            "a search with few matches",
            "&search=tanaka1",
            search_target,
        ),
        (
            "a search that matches everybody",
            "&search=example",
            search_target,
        ),
    ] {
        let theirs = page(&portal, &reseller, query).await;
        let all = page(&portal, &operator, query).await;
        report.add(
            &format!("{what} in a reseller's scope, {at}"),
            ms(&theirs),
            format!("{:.2} of an operator's", theirs.p95() / all.p95()),
            target,
        );
    }
    let anew = who_am_i(&portal, &reseller, FORGOTTEN).await;
    let remembered = who_am_i(&portal, &reseller, Duration::from_millis(1)).await;
    report.add(
        &format!("who acts and what they may, read anew, {at}"),
        format!("{:.2} ms", anew.median()),
        format!("{:.2} ms while it is remembered", remembered.median()),
        "≤ 5 ms",
    );
    Ok(())
}

/// Puts a reseller between the operator and everybody else, and makes somebody its administrator. Their login ID.
async fn put_below_a_reseller(url: &str) -> Result<String, Failure> {
    let db = Database::connect(url).await?;
    for sql in [
        "INSERT INTO companies (parent_id, kind, name, path, created_at)
         SELECT id, 'reseller', 'Between', '', 0 FROM companies WHERE kind = 'operator'",
        "UPDATE companies SET path = (SELECT '/' || o.id || '/' || b.id || '/' FROM companies o, companies b
            WHERE o.kind = 'operator' AND b.name = 'Between') || CASE WHEN name = 'Between' THEN '' ELSE
            SUBSTR(path, (SELECT LENGTH(path) + 1 FROM companies WHERE kind = 'operator')) END
         WHERE kind <> 'operator'",
        "UPDATE companies SET parent_id = (SELECT id FROM companies WHERE name = 'Between')
         WHERE name <> 'Between' AND parent_id = (SELECT id FROM companies WHERE kind = 'operator')",
        // The seed's second user has the password that is known.
        "UPDATE users SET company_id = (SELECT id FROM companies WHERE name = 'Between'), login_id = 'between',
            disabled = FALSE, two_factor = 'no', expires_at = 9223372036854775807 WHERE id = 3",
        "DELETE FROM user_roles WHERE user_id = 3",
        "INSERT INTO user_roles (user_id, role_id)
         SELECT 3, id FROM roles WHERE built_in AND name = 'company_administrator'",
    ] {
        db.execute_unprepared(sql).await?;
    }
    // What PostgreSQL does by itself within a minute of such a change.
    let tidy = match db.get_database_backend() {
        DbBackend::Sqlite => "ANALYZE",
        _ => "VACUUM ANALYZE",
    };
    db.execute_unprepared(tidy).await?;
    db.close().await?;
    Ok("between".to_owned())
}

async fn who_am_i(portal: &Portal, client: &reqwest::Client, pause: Duration) -> Load {
    let url = format!("{}/api/v1/me", portal.base);
    let mut whole = Load::default();
    let begun = std::time::Instant::now();
    while begun.elapsed() < LENGTH {
        tokio::time::sleep(pause).await;
        let (client, url) = (client.clone(), url.clone());
        whole.add(
            load::once(async move {
                let answer = client.get(&url).send().await;
                assert!(
                    answer.is_ok_and(|answer| answer.status().is_success()),
                    "a request failed"
                );
            })
            .await,
        );
    }
    whole
}

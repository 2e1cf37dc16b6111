//! Pages of the users list and searches, at each size, on both databases.

use std::time::Duration;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sea_orm::{ConnectionTrait, Database};

use crate::{
    Plan,
    load::{self, Load},
    portal::{Ground, Portal},
    report::Report,
};

type Failure = Box<dyn std::error::Error>;
const LENGTH: Duration = Duration::from_secs(3);

/// Measures.
pub async fn measure(plan: &Plan, report: &mut Report) -> Result<(), Failure> {
    for &size in &plan.sizes {
        on(plan, report, "SQLite", size, None).await?;
        if let Some(server) = &plan.postgres {
            let url = fresh(server, size).await?;
            on(plan, report, "PostgreSQL", size, Some(url)).await?;
        }
    }
    Ok(())
}

/// The URL of an empty database on the PostgreSQL at `server`.
pub async fn fresh(server: &str, size: u64) -> Result<String, Failure> {
    let name = format!("bench_{size}");
    let connection = Database::connect(server).await?;
    connection
        .execute_unprepared(&format!("DROP DATABASE IF EXISTS {name}"))
        .await?;
    connection
        .execute_unprepared(&format!("CREATE DATABASE {name}"))
        .await?;
    let (base, _) = server.rsplit_once('/').ok_or("the URL names no database")?;
    Ok(format!("{base}/{name}"))
}

async fn on(
    plan: &Plan,
    report: &mut Report,
    database: &str,
    size: u64,
    url: Option<String>,
) -> Result<(), Failure> {
    let ground = Ground::new(plan, url)?;
    ground.fill(size)?;
    let portal = ground.start().await?;
    portal.rested().await;
    let client = portal.administrator().await?;
    // The cursor of somebody far down the list, as a page before it would have given it.
    let deep = URL_SAFE_NO_PAD.encode(r#"["w",0]"#);
    let first = page(&portal, &client, "").await;
    let deep = page(&portal, &client, &format!("&after={deep}")).await;
    let rare = page(&portal, &client, "&search=tanaka1").await;
    let short = page(&portal, &client, "&search=zq").await;
    let common = page(&portal, &client, "&search=example").await;
    let at = format!("{database}, {size} users");
    let (page_target, search_target) = targets(size);
    report.add(
        &format!("a page of 50, {at}"),
        ms(&first),
        String::new(),
        page_target,
    );
    report.add(
        &format!("a deep page, {at}"),
        ms(&deep),
        format!("{:.2} of the first", deep.p95() / first.p95()),
        "≤ 1.5 of the first",
    );
    report.add(
        &format!("a search with few matches, {at}"),
        ms(&rare),
        String::new(),
        search_target,
    );
    report.add(
        &format!("a search for two letters, {at}"),
        ms(&short),
        String::new(),
        search_target,
    );
    report.add(
        &format!("a search that matches everybody, {at}"),
        ms(&common),
        String::new(),
        search_target,
    );
    Ok(())
}

/// How long a page, and one of a search, may take with so many users.
pub fn targets(users: u64) -> (&'static str, &'static str) {
    match users > 100_000 {
        true => ("≤ 20 ms", "≤ 50 ms"),
        false => ("≤ 5 ms", "≤ 20 ms"),
    }
}

/// A page of users, over and over.
pub async fn page(portal: &Portal, client: &reqwest::Client, more: &str) -> Load {
    let url = format!("{}/api/v1/users?limit=50{more}", portal.base);
    let client = client.clone();
    load::run(1, LENGTH, move |_| {
        let request = client.get(&url);
        async move {
            let body = match request
                .send()
                .await
                .and_then(reqwest::Response::error_for_status)
            {
                Ok(answer) => answer.text().await,
                Err(error) => Err(error),
            };
            assert!(
                body.as_ref().is_ok_and(|body| body.contains("\"items\":")),
                "a page failed: {body:?}"
            );
        }
    })
    .await
}

/// The time within which 95 of 100 were answered, in words.
pub fn ms(load: &Load) -> String {
    format!("p95 {:.1} ms", load.p95())
}

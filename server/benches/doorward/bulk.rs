//! What is done to many users at once: a bulk action, and a file out and in again, beside the same one by one.

use std::time::{Duration, Instant};

use reqwest::Client;
use serde_json::{Value, json};

use crate::{
    Plan,
    lists::fresh,
    portal::{Ground, Portal},
    report::Report,
};

type Failure = Box<dyn std::error::Error>;
/// The most users that a run is measured with.
const MOST: u64 = 100_000;
/// Users that are done one by one, to compare.
const ONE_BY_ONE: u32 = 200;

/// Measures with as many users as the largest list, up to [`MOST`].
pub async fn measure(plan: &Plan, report: &mut Report) -> Result<(), Failure> {
    let users = plan.sizes.iter().copied().max().unwrap_or(1000).min(MOST);
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
    ground.fill(users)?;
    let portal = ground.start().await?;
    let client = portal.administrator().await?;
    let at = format!("{database}, {users} users");

    let single = one_by_one(&portal, &client).await?;
    let draft = json!({ "action": { "kind": "disable" }, "selection": { "matching": {} } });
    let begun = Instant::now();
    let answer = client.post(portal.at("/api/v1/jobs")).json(&draft);
    let job = read(answer).await?;
    followed(
        &portal,
        &client,
        &job,
        begun,
        single,
        report,
        &format!("a bulk action, {at}"),
    )
    .await?;

    let begun = Instant::now();
    let file = client.get(portal.at("/api/v1/users/export")).send().await?;
    let file = file.error_for_status()?.text().await?;
    add(
        report,
        &format!("export, {at}"),
        users,
        begun.elapsed(),
        String::new(),
    );

    let company = first_company(&portal, &client).await?;
    let mut new = String::from("login_id,email,first_name,last_name,company\n");
    for number in 0..users {
        new += &format!("import{number},import{number}@example.com,New,Comer,{company}\n");
    }
    for (what, file) in [("what was exported", file), ("new users", new)] {
        let what = format!("import of {what}, {at}");
        let begun = Instant::now();
        let answer = client
            .post(portal.at("/api/v1/users/import"))
            .header("content-type", "text/csv")
            .body(file);
        let job = read(answer).await?;
        add(
            report,
            &format!("{what}: read"),
            users,
            begun.elapsed(),
            String::new(),
        );
        followed(
            &portal,
            &client,
            &job,
            Instant::now(),
            single,
            report,
            &what,
        )
        .await?;
    }
    report.add(
        // Pages of the database file that are mapped are not its own; the system takes them back as it likes.
        &format!("own memory afterwards, {at}"),
        format!("{:.0} MB", portal.memory("RssAnon")),
        String::new(),
        "≤ 150 MB",
    );
    Ok(())
}

/// Waits for the preview of a job, starts it if there is anything to do, and waits for its end.
async fn followed(
    portal: &Portal,
    client: &Client,
    job: &Value,
    begun: Instant,
    single: f64,
    report: &mut Report,
    what: &str,
) -> Result<(), Failure> {
    let path = portal.at(&format!("/api/v1/jobs/{}", job["id"]));
    let ready = wait(client, &path, "ready").await?;
    let rows = ready["counts"]["rows"].as_u64().unwrap_or_default();
    let beside = |took: Duration, rows: u64| {
        let rate = rows as f64 / took.as_secs_f64();
        format!("{:.1} times one by one", rate / single)
    };
    let took = begun.elapsed();
    add(
        report,
        &format!("{what}: preview"),
        rows,
        took,
        beside(took, rows),
    );
    let count = |name: &str| ready["counts"][name].as_u64().unwrap_or_default();
    let to_do = count("would_change") + count("would_create");
    if to_do == 0 {
        return Ok(());
    }
    let begun = Instant::now();
    read(client.post(format!("{path}/start")).json(&json!({}))).await?;
    wait(client, &path, "done").await?;
    let took = begun.elapsed();
    add(
        report,
        &format!("{what}: done"),
        to_do,
        took,
        beside(took, to_do),
    );
    Ok(())
}

async fn wait(client: &Client, path: &str, state: &str) -> Result<Value, Failure> {
    loop {
        let job = read(client.get(path)).await?;
        match job["state"].as_str() {
            Some(now) if now == state => return Ok(job),
            Some("previewing" | "running") => tokio::time::sleep(Duration::from_millis(250)).await,
            other => return Err(format!("the job is {other:?}").into()),
        }
    }
}

/// How many users a second are enabled over REST, each by a request of its own.
async fn one_by_one(portal: &Portal, client: &Client) -> Result<f64, Failure> {
    let page = read(client.get(portal.at("/api/v1/users?limit=200&status=invited"))).await?;
    let users = page["items"].as_array().cloned().unwrap_or_default();
    let begun = Instant::now();
    let mut done = 0;
    for user in users.iter().take(ONE_BY_ONE as usize) {
        let path = portal.at(&format!("/api/v1/users/{}/disabled", user["id"]));
        read(client.put(path).json(&json!({ "disabled": true }))).await?;
        done += 1;
    }
    Ok(f64::from(done) / begun.elapsed().as_secs_f64())
}

async fn first_company(portal: &Portal, client: &Client) -> Result<u64, Failure> {
    let tree = read(client.get(portal.at("/api/v1/me"))).await?;
    Ok(tree["company"]["id"].as_u64().ok_or("no company")?)
}

async fn read(request: reqwest::RequestBuilder) -> Result<Value, Failure> {
    let answer = request.send().await?;
    let status = answer.status();
    let body = answer.text().await?;
    match status.is_success() {
        true => Ok(serde_json::from_str(&body)?),
        false => Err(format!("{status}: {body}").into()),
    }
}

fn add(report: &mut Report, what: &str, rows: u64, took: Duration, beside: String) {
    let rate = rows as f64 / took.as_secs_f64();
    report.add(what, format!("{rate:.0} users/s"), beside, "");
}

//! Jobs: one action on many users, previewed, done and reported row by row.

mod actions;
mod deleting;
mod files;
mod importing;
mod importing_rights;
mod losing;
mod owning;
mod previewing;
mod together;

use app::{
    JobId, Page, UserId,
    jobs::{Job, JobRow, JobState, RowOutcome},
};
use reqwest::Method;
use serde_json::{Value, json};
use server::jobs::worker;

use crate::util::{Answer, Client, TestApp};

/// A job on these users whose preview is made.
async fn previewed(app: &TestApp, by: &Client, action: Value, users: &[UserId]) -> Job {
    previewed_of(app, by, action, json!({ "users": users })).await
}

/// A job on a selection whose preview is made.
async fn previewed_of(app: &TestApp, by: &Client, action: Value, selection: Value) -> Job {
    let draft = json!({ "action": action, "selection": selection });
    let job: Job = by.post("/api/v1/jobs", draft).await.ok().read();
    assert_eq!(job.state, JobState::Previewing);
    work_off(app).await;
    let job = shown(by, job.id).await;
    assert_eq!(job.state, JobState::Ready);
    job
}

/// Sends a file to be imported.
async fn send(by: &Client, query: &str, file: impl Into<Vec<u8>>) -> Answer {
    let request = by
        .request(Method::POST, &format!("/api/v1/users/import{query}"))
        .header("content-type", "text/csv")
        .body(file.into());
    by.send(request).await
}

/// The import of a file whose dry run is made.
async fn dry_run(app: &TestApp, by: &Client, file: &str) -> Job {
    let job: Job = send(by, "", file).await.status(201).read();
    assert_eq!(job.state, JobState::Previewing);
    work_off(app).await;
    let job = shown(by, job.id).await;
    assert_eq!(job.state, JobState::Ready);
    job
}

/// Line, outcome, and what would change or why not, of each row of an import.
async fn imported(by: &Client, job: JobId) -> Vec<String> {
    let line = |row: JobRow| {
        let imported = row.imported.expect("a row of a file");
        let differences = imported.differences.iter().map(|one| {
            let (column, before, after) = (one.column.code(), &one.before, &one.after);
            format!(" {column}:{before}>{after}")
        });
        let differences: String = differences.collect();
        let why = row.why.map(|why| format!(" {why}")).unwrap_or_default();
        format!("{} {}{differences}{why}", imported.line, row.outcome.code())
    };
    rows(by, job).await.into_iter().map(line).collect()
}

/// Starts a job and waits until it is done.
async fn done(app: &TestApp, by: &Client, job: &Job) -> Job {
    start(by, job.id).await;
    work_off(app).await;
    shown(by, job.id).await
}

async fn start(by: &Client, job: JobId) -> Job {
    let path = format!("/api/v1/jobs/{job}/start");
    by.post(&path, json!({})).await.ok().read()
}

/// Works at all jobs until there is nothing left to do.
async fn work_off(app: &TestApp) {
    while worker::batch(&app.deps).await.unwrap() {}
}

async fn shown(by: &Client, job: JobId) -> Job {
    by.get(&format!("/api/v1/jobs/{job}")).await.ok().read()
}

async fn rows(by: &Client, job: JobId) -> Vec<JobRow> {
    let path = format!("/api/v1/jobs/{job}/rows?limit=200");
    let page: Page<JobRow> = by.get(&path).await.ok().read();
    page.items
}

/// Login ID, outcome and the code of the refusal of each row.
async fn told(by: &Client, job: JobId) -> Vec<(String, RowOutcome, String)> {
    rows(by, job)
        .await
        .into_iter()
        .map(|row| {
            let why = row.refusal.map(|refusal| {
                let json = serde_json::to_value(&refusal).unwrap();
                json["about"]
                    .as_str()
                    .unwrap_or(json["refusal"].as_str().unwrap())
                    .to_owned()
            });
            let login_id = row
                .user
                .map(|user| user.login_id)
                .or(row.user_id.map(|id| format!("#{id}")));
            let login_id = login_id.unwrap_or_default();
            (login_id, row.outcome, why.unwrap_or_default())
        })
        .collect()
}

fn row(login_id: &str, outcome: RowOutcome, why: &str) -> (String, RowOutcome, String) {
    (login_id.to_owned(), outcome, why.to_owned())
}

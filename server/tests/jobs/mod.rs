//! Jobs: one action on many users, previewed, done and reported row by row.

mod actions;
mod deleting;
mod losing;
mod owning;
mod previewing;
mod together;

use app::{
    JobId, Page, UserId,
    jobs::{Job, JobRow, JobState, RowOutcome},
};
use serde_json::{Value, json};
use server::jobs::worker;

use crate::util::{Client, TestApp};

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
                .map_or_else(|| format!("#{}", row.user_id), |user| user.login_id);
            (login_id, row.outcome, why.unwrap_or_default())
        })
        .collect()
}

fn row(login_id: &str, outcome: RowOutcome, why: &str) -> (String, RowOutcome, String) {
    (login_id.to_owned(), outcome, why.to_owned())
}

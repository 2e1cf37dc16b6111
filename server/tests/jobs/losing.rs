//! What the starter loses meanwhile counts for every row that is not done yet.

use app::{
    UserId,
    jobs::{JobState, RowOutcome},
};
use serde_json::json;
use server::jobs::worker;

use super::{previewed, shown, start, told, work_off};
use crate::util::{Client, Siblings};

/// An administrator of Acme with a running job on more users than one batch holds, of which the first is done.
async fn half_done(scene: &Siblings) -> (UserId, Client, app::JobId) {
    let (admin, client) = scene
        .user("admin.acme", scene.acme, "company_administrator")
        .await;
    let mut users = Vec::new();
    for number in 100..170 {
        users.push(scene.quiet(&format!("user{number}"), scene.acme).await.id);
    }
    let disable = json!({ "kind": "disable" });
    let job = previewed(&scene.app, &client, disable, &users).await;
    start(&client, job.id).await;
    assert!(worker::batch(&scene.app.deps).await.unwrap());
    let job = shown(&client, job.id).await;
    assert_eq!((job.state, job.counts.changed), (JobState::Running, 50));
    (admin.id, client, job.id)
}

/// The outcomes of the job's rows by their number, as stored.
async fn outcome(scene: &Siblings, outcome: RowOutcome) -> usize {
    let sql = format!(
        "SELECT position FROM job_rows WHERE outcome = '{}'",
        outcome.code()
    );
    scene.app.numbers(&sql).await.len()
}

async fn last_event(scene: &Siblings) -> i64 {
    let sql = "SELECT COUNT(*) FROM audit_events WHERE action = 'job.ended'";
    scene.app.numbers(sql).await[0]
}

#[tokio::test]
async fn signing_out_does_not_end_it() {
    let scene = Siblings::start().await;
    let (_, client, _) = half_done(&scene).await;
    client.post("/api/v1/logout", json!({})).await.ok();
    work_off(&scene.app).await;
    assert_eq!(outcome(&scene, RowOutcome::Changed).await, 70);
    assert_eq!(last_event(&scene).await, 1);
}

#[tokio::test]
async fn nothing_more_is_done_for_who_was_disabled() {
    let scene = Siblings::start().await;
    let (admin, client, job) = half_done(&scene).await;
    scene.app.set_disabled(&scene.root, admin, true).await.ok();
    work_off(&scene.app).await;
    assert_eq!(outcome(&scene, RowOutcome::Changed).await, 50);
    assert_eq!(outcome(&scene, RowOutcome::Refused).await, 20);
    assert_eq!(last_event(&scene).await, 1);
    scene.app.set_disabled(&scene.root, admin, false).await.ok();
    client
        .sign_in("admin.acme", crate::util::PASSWORD)
        .await
        .ok();
    let told = told(&client, job).await;
    assert_eq!(told[60].2, "starter_gone");
}

#[tokio::test]
async fn nothing_more_is_done_for_who_was_deleted_or_has_expired() {
    for end in ["deleted_at = 1", "expires_at = 1"] {
        let scene = Siblings::start().await;
        let (admin, ..) = half_done(&scene).await;
        let sql = format!("UPDATE users SET {end} WHERE id = {admin}");
        scene.app.sql(&sql).await;
        work_off(&scene.app).await;
        assert_eq!(outcome(&scene, RowOutcome::Changed).await, 50, "{end}");
        assert_eq!(outcome(&scene, RowOutcome::Refused).await, 20, "{end}");
    }
}

#[tokio::test]
async fn nothing_more_is_done_for_who_has_lost_the_permission_or_the_scope() {
    let scene = Siblings::start().await;
    let (admin, client, job) = half_done(&scene).await;
    let role = scene.app.role(&scene.root, scene.acme, "auditor").await;
    let roles = json!({ "roles": [role] });
    scene.app.edit(&scene.root, admin, roles).await.ok();
    work_off(&scene.app).await;
    let told = told(&client, job).await;
    assert_eq!(
        (told[49].1, told[50].1),
        (RowOutcome::Changed, RowOutcome::Refused)
    );
    assert_eq!(told[50].2, "users:update");

    let scene = Siblings::start().await;
    let (admin, client, job) = half_done(&scene).await;
    let elsewhere = json!({ "company": scene.beta });
    scene.app.edit(&scene.root, admin, elsewhere).await.ok();
    work_off(&scene.app).await;
    assert_eq!(outcome(&scene, RowOutcome::Changed).await, 50);
    // They no longer see who it was either.
    let told = super::told(&client, job).await;
    assert!(told.iter().all(|row| row.0.starts_with('#')), "{told:?}");
    assert_eq!(told[50].2, "not_found");
}

#[tokio::test]
async fn what_was_not_done_when_it_is_cancelled_stays() {
    let scene = Siblings::start().await;
    let (_, client, job) = half_done(&scene).await;
    let path = format!("/api/v1/jobs/{job}/cancel");
    client.post(&path, json!({})).await.ok();
    work_off(&scene.app).await;
    let ended = shown(&client, job).await;
    assert_eq!(ended.state, JobState::Cancelled);
    assert_eq!((ended.counts.changed, ended.counts.would_change), (50, 20));
    let disabled = "SELECT id FROM users WHERE disabled";
    assert_eq!(scene.app.numbers(disabled).await.len(), 50);
    assert_eq!(last_event(&scene).await, 1);
    client.post(&path, json!({})).await.status(409);
    let path = format!("/api/v1/jobs/{job}/start");
    client.post(&path, json!({})).await.status(409);
}

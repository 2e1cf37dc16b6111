//! Everybody has their own jobs, no more than a few at once, and each needs what the single action needs.

use app::{JobId, Page, jobs::Job, roles::Permission};
use serde_json::json;

use super::{previewed, work_off};
use crate::util::Siblings;

#[tokio::test]
async fn the_jobs_of_others_are_not_there() {
    let scene = Siblings::start().await;
    let user = scene.quiet("plain", scene.acme).await.id;
    let job = previewed(
        &scene.app,
        &scene.root,
        json!({ "kind": "disable" }),
        &[user],
    )
    .await;
    let (_, other) = scene
        .user("second", scene.operator, "operator_administrator")
        .await;
    let nothing = JobId(9_000_001);
    for id in [job.id, nothing] {
        let path = format!("/api/v1/jobs/{id}");
        other.get(&path).await.status(404);
        other.get(&format!("{path}/rows")).await.status(404);
        for act in ["start", "cancel"] {
            let path = format!("{path}/{act}");
            other.post(&path, json!({})).await.status(404);
        }
    }
    let theirs: Page<Job> = other.get("/api/v1/jobs").await.ok().read();
    assert!(theirs.items.is_empty());
    let own: Page<Job> = scene.root.get("/api/v1/jobs").await.ok().read();
    assert_eq!(own.items, [job]);
}

#[tokio::test]
async fn each_action_needs_the_permission_of_the_single_one() {
    let scene = Siblings::start().await;
    let user = scene.quiet("plain", scene.acme).await.id;
    let actions = [
        ("enable_two_factor", Permission::CredentialsReset),
        ("disable_two_factor", Permission::CredentialsReset),
        ("reset_two_factor", Permission::CredentialsReset),
        ("disable", Permission::UsersUpdate),
        ("enable", Permission::UsersUpdate),
        ("issue_credentials", Permission::CredentialsIssue),
        ("delete", Permission::UsersDelete),
    ];
    let needed = [
        Permission::UsersRead,
        Permission::UsersUpdate,
        Permission::UsersDelete,
        Permission::CredentialsReset,
        Permission::CredentialsIssue,
    ];
    for (kind, permission) in actions {
        let others: Vec<&str> = needed
            .iter()
            .filter(|&&other| other != permission)
            .map(|other| other.code())
            .collect();
        let name = format!("without {kind}");
        scene.custom_role(scene.acme, &name, &others).await;
        let login_id = kind.replace('_', ".");
        let (_, client) = scene.user(&login_id, scene.acme, &name).await;
        let draft = json!({ "action": { "kind": kind }, "selection": { "users": [user] } });
        let answer = client.post("/api/v1/jobs", draft).await;
        let code = format!("“{}”", permission.code());
        assert_eq!(answer.refusal(), "not_allowed", "{kind}");
        assert!(answer.body.contains(&code), "{kind}: {}", answer.body);
    }
}

#[tokio::test]
async fn there_is_an_end_to_the_jobs_of_one_person_at_once() {
    let scene = Siblings::start().await;
    let user = scene.quiet("plain", scene.acme).await.id;
    let draft = json!({ "action": { "kind": "disable" }, "selection": { "users": [user] } });
    for _ in 0..5 {
        scene.root.post("/api/v1/jobs", draft.clone()).await.ok();
    }
    let answer = scene.root.post("/api/v1/jobs", draft.clone()).await;
    assert_eq!(answer.refusal(), "job.too_many");
    work_off(&scene.app).await;
    let jobs: Page<Job> = scene.root.get("/api/v1/jobs").await.ok().read();
    let path = format!("/api/v1/jobs/{}/cancel", jobs.items[0].id);
    scene.root.post(&path, json!({})).await.ok();
    scene.root.post("/api/v1/jobs", draft).await.ok();
}

#[tokio::test]
async fn they_are_kept_for_thirty_days() {
    let scene = Siblings::start().await;
    let user = scene.quiet("plain", scene.acme).await.id;
    previewed(
        &scene.app,
        &scene.root,
        json!({ "kind": "disable" }),
        &[user],
    )
    .await;
    let jobs = "SELECT id FROM jobs";
    scene.app.clock.advance(29 * 24 * 60 * 60);
    server::sign_in::janitor::sweep(&scene.app.deps)
        .await
        .unwrap();
    assert_eq!(scene.app.numbers(jobs).await.len(), 1);
    scene.app.clock.advance(2 * 24 * 60 * 60);
    server::sign_in::janitor::sweep(&scene.app.deps)
        .await
        .unwrap();
    assert_eq!(scene.app.numbers(jobs).await.len(), 0);
    let rows = scene.app.numbers("SELECT position FROM job_rows").await;
    assert_eq!(rows.len(), 0);
}

//! Several workers share the work, and nothing is done twice.

use app::jobs::JobState;
use serde_json::json;
use server::jobs::worker;

use super::{previewed, shown, start, work_off};
use crate::util::Siblings;

#[tokio::test]
async fn two_workers_do_each_row_once() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let other = app.another().await;
    let mut users = Vec::new();
    for number in 100..230 {
        users.push(scene.quiet(&format!("user{number}"), scene.acme).await.id);
    }
    let issue = json!({ "kind": "issue_credentials" });
    let disable = json!({ "kind": "disable" });
    let jobs = [
        previewed(app, &scene.root, issue, &users[..65]).await.id,
        previewed(app, &scene.root, disable, &users[65..]).await.id,
    ];
    for job in jobs {
        start(&scene.root, job).await;
    }
    let work = async |deps| while worker::batch(deps).await.unwrap() {};
    tokio::join!(work(&app.deps), work(&other.deps));
    // One may have left the last batch to the other.
    work_off(app).await;
    for job in jobs {
        let job = shown(&scene.root, job).await;
        assert_eq!((job.state, job.counts.changed), (JobState::Done, 65));
    }
    for (action, times) in [
        ("credentials.issued", 65),
        ("user.disabled", 65),
        ("job.ended", 2),
    ] {
        let sql = format!("SELECT id FROM audit_events WHERE action = '{action}'");
        assert_eq!(app.numbers(&sql).await.len(), times, "{action}");
    }
}

#[tokio::test]
async fn jobs_take_turns() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let mut users = Vec::new();
    for number in 100..160 {
        users.push(scene.quiet(&format!("user{number}"), scene.acme).await.id);
    }
    let enable = json!({ "kind": "enable_two_factor" });
    let long = previewed(app, &scene.root, enable.clone(), &users).await.id;
    let short = previewed(app, &scene.root, enable, &users[..1]).await.id;
    start(&scene.root, long).await;
    start(&scene.root, short).await;
    app.clock.advance(1);
    assert!(worker::batch(&app.deps).await.unwrap());
    app.clock.advance(1);
    assert!(worker::batch(&app.deps).await.unwrap());
    assert_eq!(shown(&scene.root, long).await.state, JobState::Running);
    assert_eq!(shown(&scene.root, short).await.state, JobState::Done);
}

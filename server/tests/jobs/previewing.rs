//! A preview says what would become of each row, and changes nothing.

use app::{UserId, jobs::RowOutcome};
use serde_json::json;

use super::{done, previewed, previewed_of, row, told};
use crate::util::Siblings;

#[tokio::test]
async fn it_tells_of_each_row_and_changes_nothing_and_the_start_does_just_that() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (admin, client) = scene
        .user("admin.acme", scene.acme, "company_administrator")
        .await;
    let (stronger, _) = scene.user("stronger", scene.acme, "auditor").await;
    let wide = json!({ "related_companies": [scene.beta] });
    app.edit(&scene.root, stronger.id, wide).await.ok();
    let plain = scene.quiet("plain", scene.acme).await.id;
    let off = scene.quiet("off", scene.acme).await.id;
    app.set_disabled(&scene.root, off, true).await.ok();

    let before = app.rows().await;
    let users = [admin.id, plain, stronger.id, off, plain];
    let job = previewed(app, &client, json!({ "kind": "disable" }), &users).await;
    let mut after = app.rows().await;
    for table in ["jobs", "job_rows"] {
        after.insert(table.into(), before[table].clone());
    }
    assert_eq!(after, before);
    assert_eq!((job.counts.rows, job.counts.waiting), (4, 0));
    assert_eq!((job.counts.would_change, job.counts.refused), (1, 2));
    let expected = |plain| {
        [
            row("admin.acme", RowOutcome::Refused, "oneself"),
            row("plain", plain, ""),
            row("stronger", RowOutcome::Refused, "stronger"),
            row("off", RowOutcome::NothingToDo, ""),
        ]
    };
    assert_eq!(
        told(&client, job.id).await,
        expected(RowOutcome::WouldChange)
    );

    let job = done(app, &client, &job).await;
    assert_eq!((job.counts.changed, job.counts.would_change), (1, 0));
    assert_eq!(told(&client, job.id).await, expected(RowOutcome::Changed));
    assert!(app.shown(&scene.root, plain).await.disabled);
}

#[tokio::test]
async fn all_that_match_are_those_of_the_list_at_that_moment() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    for login_id in ["acme.c", "acme.a", "acme.b"] {
        scene.quiet(login_id, scene.acme).await;
    }
    scene.quiet("beta.a", scene.beta).await;
    let matching = json!({ "matching": { "search": "acme.", "status": "invited" } });
    let action = json!({ "kind": "enable_two_factor" });
    let job = previewed_of(app, &scene.root, action, matching).await;
    // Who comes later is not meant.
    let late = scene.quiet("acme.late", scene.acme).await;
    let job = done(app, &scene.root, &job).await;
    assert_eq!((job.counts.rows, job.counts.changed), (3, 3));
    let told: Vec<_> = told(&scene.root, job.id)
        .await
        .into_iter()
        .map(|row| row.0)
        .collect();
    assert_eq!(told, ["acme.a", "acme.b", "acme.c"]);
    let setting = app.shown(&scene.root, late.id).await.two_factor.setting;
    assert_eq!(setting, app::policies::TwoFactorSetting::Inherit);
}

#[tokio::test]
async fn who_is_elsewhere_is_refused_like_who_never_was() {
    let scene = Siblings::start().await;
    let (_, client) = scene
        .user("admin.acme", scene.acme, "company_administrator")
        .await;
    let own = scene.quiet("own", scene.acme).await.id;
    let elsewhere = scene.quiet("elsewhere", scene.beta).await.id;
    for stranger in [elsewhere, UserId(9_000_001)] {
        let selection = json!({ "users": [own, stranger] });
        let draft = json!({ "action": { "kind": "disable" }, "selection": selection });
        let answer = client.post("/api/v1/jobs", draft).await.status(422);
        assert_eq!(answer.json()["errors"][0]["field"], "selection.users[1]");
    }
    assert_eq!(scene.app.numbers("SELECT id FROM jobs").await, [0; 0]);
}

#[tokio::test]
async fn a_filter_of_another_company_or_nobody_at_all_is_refused() {
    let scene = Siblings::start().await;
    let (_, client) = scene
        .user("admin.acme", scene.acme, "company_administrator")
        .await;
    let ask = async |selection| {
        let draft = json!({ "action": { "kind": "disable" }, "selection": selection });
        client.post("/api/v1/jobs", draft).await
    };
    ask(json!({ "matching": { "company": scene.beta } }))
        .await
        .status(404);
    ask(json!({ "users": [] })).await.status(422);
    ask(json!({ "matching": { "search": "nobody.at.all" } }))
        .await
        .status(422);
    let rows = scene.app.numbers("SELECT COUNT(*) FROM jobs").await;
    assert_eq!(rows, [0]);
}

#[tokio::test]
async fn who_has_changed_since_the_preview_is_refused() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let same = scene.quiet("same", scene.acme).await.id;
    let edited = scene.quiet("edited", scene.acme).await.id;
    let job = previewed(
        app,
        &scene.root,
        json!({ "kind": "disable" }),
        &[same, edited],
    )
    .await;
    let change = json!({ "first_name": "Other" });
    app.edit(&scene.root, edited, change).await.ok();
    let job = done(app, &scene.root, &job).await;
    assert_eq!(
        told(&scene.root, job.id).await,
        [
            row("same", RowOutcome::Changed, ""),
            row("edited", RowOutcome::Refused, "user_changed")
        ]
    );
}

//! Deleting many: whoever goes along is shown, and nobody else goes.

use app::{UserId, jobs::RowOutcome};
use serde_json::json;

use super::{done, previewed, row, rows, told};
use crate::util::Siblings;

/// `child` was created by `parent`.
async fn below(scene: &Siblings, child: UserId, parent: UserId) {
    let sql = format!("UPDATE users SET parent_id = {parent} WHERE id = {child}");
    scene.app.sql(&sql).await;
}

#[tokio::test]
async fn sub_users_are_rows_and_go_along_and_come_back_as_a_set() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let mut ids = Vec::new();
    for login_id in ["head", "middle", "leaf", "other"] {
        ids.push(scene.quiet(login_id, scene.acme).await.id);
    }
    let [head, middle, leaf, other] = ids[..] else {
        unreachable!()
    };
    below(&scene, middle, head).await;
    below(&scene, leaf, middle).await;
    // The leaf is chosen too: it goes with the topmost who is meant.
    let delete = json!({ "kind": "delete" });
    let job = previewed(app, &scene.root, delete, &[leaf, other, head]).await;
    assert_eq!((job.counts.rows, job.counts.would_change), (4, 4));
    let along: Vec<_> = rows(&scene.root, job.id)
        .await
        .into_iter()
        .map(|row| (row.user.unwrap().login_id, row.along_with))
        .collect();
    let expected = [
        ("other", None),
        ("head", None),
        ("middle", Some(head)),
        ("leaf", Some(head)),
    ];
    assert_eq!(along, expected.map(|(name, with)| (name.to_owned(), with)));
    let job = done(app, &scene.root, &job).await;
    assert_eq!(job.counts.changed, 4);
    for id in &ids {
        assert!(app.shown(&scene.root, *id).await.deleted_at.is_some());
    }
    let path = format!("/api/v1/users/{leaf}/restore");
    scene.root.post(&path, json!({})).await.ok();
    assert!(app.shown(&scene.root, head).await.deleted_at.is_none());
    assert!(app.shown(&scene.root, other).await.deleted_at.is_some());
}

#[tokio::test]
async fn a_family_that_grew_or_changed_since_the_preview_stays() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let mut ids = Vec::new();
    for login_id in ["grown", "changed", "child", "same"] {
        ids.push(scene.quiet(login_id, scene.acme).await.id);
    }
    let [grown, changed, child, same] = ids[..] else {
        unreachable!()
    };
    below(&scene, child, changed).await;
    let delete = json!({ "kind": "delete" });
    let job = previewed(app, &scene.root, delete, &[grown, changed, same]).await;
    let new = scene.quiet("new", scene.acme).await.id;
    below(&scene, new, grown).await;
    let edit = json!({ "first_name": "Other" });
    app.edit(&scene.root, child, edit).await.ok();
    let job = done(app, &scene.root, &job).await;
    assert_eq!(
        told(&scene.root, job.id).await,
        [
            row("grown", RowOutcome::Refused, "deletion_changed"),
            row("changed", RowOutcome::Refused, "deletion_changed"),
            row("child", RowOutcome::Refused, "deletion_changed"),
            row("same", RowOutcome::Changed, ""),
        ]
    );
    assert!(app.shown(&scene.root, new).await.deleted_at.is_none());
}

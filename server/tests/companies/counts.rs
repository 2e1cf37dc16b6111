//! The numbers of users that the tree shows are right at every moment.

use std::collections::BTreeMap;

use app::{CompanyId, companies::CompanyTree};
use serde_json::json;

use crate::util::Siblings;

/// What the tree says, which must be what is there.
async fn counts(scene: &Siblings) -> BTreeMap<CompanyId, u64> {
    let tree: CompanyTree = scene.root.get("/api/v1/companies").await.ok().read();
    let counts: BTreeMap<_, _> = tree
        .companies
        .iter()
        .map(|company| (company.id, company.users))
        .collect();
    for (company, users) in &counts {
        let there =
            format!("SELECT COUNT(*) FROM users WHERE company_id = {company} AND deleted_at = 0");
        assert_eq!(
            scene.app.numbers(&there).await,
            [*users as i64],
            "company {company}"
        );
        for subsidiaries in ["false", "true"] {
            let list =
                format!("/api/v1/users?company={company}&subsidiaries={subsidiaries}&limit=200");
            let page = scene.root.get(&list).await.ok().json();
            assert_eq!(
                page["total"],
                json!(page["items"].as_array().unwrap().len()),
                "{list}"
            );
        }
    }
    counts
}

#[tokio::test]
async fn they_are_right_after_everything_that_changes_them() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (acme, beta) = (scene.acme, scene.beta);
    let of = |counts: &BTreeMap<_, u64>| (counts[&acme], counts[&beta]);
    assert_eq!(of(&counts(&scene).await), (0, 0));
    let (deputy, client) = scene.user("deputy", acme, "company_administrator").await;
    let child = app.invite(&client, "child", acme, json!({})).await;
    assert_eq!(of(&counts(&scene).await), (2, 0));
    app.edit(&scene.root, child.id, json!({ "company": beta }))
        .await
        .ok();
    assert_eq!(of(&counts(&scene).await), (1, 1));
    app.delete(&scene.root, deputy.id).await.status(204);
    assert_eq!(of(&counts(&scene).await), (0, 0));
    scene
        .root
        .post(&format!("/api/v1/users/{}/restore", deputy.id), json!({}))
        .await
        .ok();
    assert_eq!(of(&counts(&scene).await), (1, 1));
    app.set_disabled(&scene.root, child.id, true).await.ok();
    assert_eq!(of(&counts(&scene).await), (1, 1));
    app.delete(&scene.root, child.id).await.ok();
    scene
        .root
        .delete_plain(format!("/api/v1/users/{}/purge", child.id))
        .await
        .ok();
    assert_eq!(of(&counts(&scene).await), (1, 0));
    let path = format!("/api/v1/companies/{acme}");
    scene
        .root
        .patch(&path, 1, json!({ "parent": beta }))
        .await
        .ok();
    assert_eq!(of(&counts(&scene).await), (1, 0));
    // What is refused counts nothing.
    scene.root.post("/api/v1/users", json!({
        "login_id": "deputy", "email": "x@example.com", "first_name": "X", "last_name": "Y", "company": acme,
    })).await.status(422);
    assert_eq!(of(&counts(&scene).await), (1, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn they_are_right_after_many_changes_at_once() {
    let scene = Siblings::start().await;
    let root = std::sync::Arc::new(scene.app.signed_in("root").await);
    let tries: Vec<_> = (0..16)
        .map(|number| {
            let root = std::sync::Arc::clone(&root);
            let (from, to) = if number % 2 == 0 { (scene.acme, scene.beta) } else { (scene.beta, scene.acme) };
            tokio::spawn(async move {
                let draft = json!({
                    "login_id": format!("user.{number}"), "email": "user@example.com", "first_name": "U",
                    "last_name": "Ser", "company": from, "issue_credentials": false,
                });
                let user: app::users::User = root.post("/api/v1/users", draft).await.ok().read();
                let path = format!("/api/v1/users/{}", user.id);
                root.patch(&path, user.version, json!({ "company": to })).await.ok();
            })
        })
        .collect();
    for attempt in tries {
        attempt.await.unwrap();
    }
    assert_eq!(counts(&scene).await.values().sum::<u64>(), 17);
}

//! Deleting companies.

use app::CompanyId;
use serde_json::json;

use crate::util::{Answer, Client, Siblings};

async fn delete(client: &Client, id: CompanyId, version: i64) -> Answer {
    client
        .delete(&format!("/api/v1/companies/{id}"), version)
        .await
}

#[tokio::test]
async fn only_an_empty_company_can_be_deleted() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let branch = app
        .company(&scene.root, scene.acme, "customer", "Branch")
        .await
        .id;
    let user = scene.quiet("hana.sato", scene.acme).await;
    let before = app.rows().await;
    let full = delete(&scene.root, scene.acme, 1).await.status(409);
    assert_eq!(full.refusal(), "company.not_empty");
    assert_eq!(app.rows().await, before);
    delete(&scene.root, branch, 1).await.status(204);
    // Somebody in the bin may still come back.
    app.delete(&scene.root, user.id).await.ok();
    assert_eq!(
        delete(&scene.root, scene.acme, 1)
            .await
            .status(409)
            .refusal(),
        "company.not_empty"
    );
    scene
        .root
        .delete_plain(format!("/api/v1/users/{}/purge", user.id))
        .await
        .status(204);
    delete(&scene.root, scene.acme, 1).await.status(204);
    scene
        .root
        .get(&format!("/api/v1/companies/{}", scene.acme))
        .await
        .status(404);
    delete(&scene.root, scene.acme, 1).await.status(404);
}

#[tokio::test]
async fn what_somebody_has_changed_is_not_deleted() {
    let scene = Siblings::start().await;
    let path = format!("/api/v1/companies/{}", scene.acme);
    scene
        .root
        .patch(&path, 1, json!({ "name": "Acme Ltd" }))
        .await
        .ok();
    delete(&scene.root, scene.acme, 1).await.status(412);
    delete(&scene.root, scene.acme, 2).await.status(204);
}

#[tokio::test]
async fn neither_the_root_nor_ones_own_company_is_deleted() {
    let scene = Siblings::start().await;
    let (_, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    assert_eq!(
        delete(&scene.root, scene.operator, 1)
            .await
            .status(409)
            .refusal(),
        "company.root"
    );
    assert_eq!(
        delete(&admin, scene.acme, 1).await.status(409).refusal(),
        "company.own_company"
    );
}

#[tokio::test]
async fn who_was_related_to_it_keeps_the_rest_of_their_scope() {
    let scene = Siblings::start().await;
    let (user, client) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    scene
        .app
        .edit(
            &scene.root,
            user.id,
            json!({ "related_companies": [scene.beta] }),
        )
        .await
        .ok();
    delete(&scene.root, scene.beta, 1).await.status(204);
    client
        .get(&format!("/api/v1/companies/{}", scene.acme))
        .await
        .status(200);
    let left = scene.app.shown(&scene.root, user.id).await;
    assert_eq!(left.related_companies, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_left_in_a_company_that_goes_while_they_come() {
    let scene = Siblings::start().await;
    let root = std::sync::Arc::new(scene.app.signed_in("root").await);
    for round in 0..8 {
        let company = scene
            .app
            .company(
                &scene.root,
                scene.operator,
                "customer",
                &format!("New {round}"),
            )
            .await;
        let (adding, deleting) = (std::sync::Arc::clone(&root), std::sync::Arc::clone(&root));
        let draft = json!({
            "login_id": format!("user.{round}"), "email": "user@example.com", "first_name": "U", "last_name": "Ser",
            "company": company.id, "issue_credentials": false,
        });
        let added =
            tokio::spawn(async move { adding.post("/api/v1/users", draft).await.status.as_u16() });
        let deleted =
            tokio::spawn(async move { delete(&deleting, company.id, 1).await.status.as_u16() });
        let (added, deleted) = (added.await.unwrap(), deleted.await.unwrap());
        let one_of_them = matches!((added, deleted), (201, 409) | (422, 204));
        assert!(
            one_of_them,
            "round {round}: added {added}, deleted {deleted}"
        );
    }
}

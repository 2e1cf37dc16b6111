//! Deleting users together with those they added.

use app::users::{DeletionPreview, User, UserRow};
use serde_json::json;

use crate::util::{Client, PASSWORD, Siblings};

/// A deputy who has added two users, one of whom has added a third.
struct Family {
    scene: Siblings,
    deputy: User,
    clients: Vec<Client>,
}

impl Family {
    async fn start() -> Self {
        let scene = Siblings::start().await;
        let (deputy, client) = scene
            .user("deputy", scene.acme, "company_administrator")
            .await;
        let (_, child) = scene
            .app
            .user(&client, "child", scene.acme, "company_administrator")
            .await;
        let (_, other) = scene.app.user(&client, "other", scene.acme, "user").await;
        let (_, grandchild) = scene
            .app
            .user(&child, "grandchild", scene.acme, "user")
            .await;
        let clients = vec![client, child, other, grandchild];
        Self {
            scene,
            deputy,
            clients,
        }
    }

    async fn preview(&self) -> DeletionPreview {
        let path = format!("/api/v1/users/{}/deletion", self.deputy.id);
        self.scene.root.get(&path).await.ok().read()
    }

    async fn in_company(&self, query: &str) -> Vec<String> {
        let path = format!("/api/v1/users?company={}{query}", self.scene.acme);
        let page: app::Page<UserRow> = self.scene.root.get(&path).await.ok().read();
        page.items.into_iter().map(|row| row.login_id).collect()
    }
}

#[tokio::test]
async fn the_preview_names_everybody_who_goes_along() {
    let family = Family::start().await;
    let preview = family.preview().await;
    assert_eq!(preview.user.login_id, "deputy");
    let named: Vec<_> = preview
        .sub_users
        .iter()
        .map(|user| user.login_id.as_str())
        .collect();
    assert_eq!(named, ["child", "grandchild", "other"]);
    assert_eq!((preview.sub_user_count, preview.sessions), (3, 4));
}

#[tokio::test]
async fn those_who_go_along_can_be_listed() {
    let family = Family::start().await;
    let scene = &family.scene;
    let below = async |query: String| {
        let path = format!("/api/v1/users?parent={query}");
        let page: app::Page<UserRow> = scene.root.get(&path).await.ok().read();
        assert_eq!(page.total, page.items.len() as u64);
        page.items
            .into_iter()
            .map(|row| row.login_id)
            .collect::<Vec<_>>()
    };
    let deputy = family.deputy.id;
    assert_eq!(
        below(deputy.to_string()).await,
        ["child", "grandchild", "other"]
    );
    assert_eq!(
        below(format!("{deputy}&search=chi&sort=name&descending=true")).await,
        ["grandchild", "child"]
    );
    assert_eq!(
        below(format!("{deputy}&company={}", scene.beta)).await,
        [""; 0]
    );
    let child = scene.app.id_of(&scene.root, "child").await;
    scene.app.delete(&scene.root, child).await.status(204);
    assert_eq!(below(deputy.to_string()).await, ["other"]);
}

#[tokio::test]
async fn those_below_somebody_of_another_scope_are_not_listed() {
    let family = Family::start().await;
    let scene = &family.scene;
    let (_, stranger) = scene
        .user("stranger", scene.beta, "company_administrator")
        .await;
    let path = |id: app::UserId| format!("/api/v1/users?parent={id}");
    stranger.get(&path(family.deputy.id)).await.status(404);
    stranger
        .get(&path(app::UserId(9_000_001)))
        .await
        .status(404);

    // Below one's own deputy, too, only those of one's own scope.
    let everywhere = json!({ "related_companies": [scene.beta] });
    scene
        .app
        .edit(&scene.root, family.deputy.id, everywhere)
        .await
        .ok();
    scene
        .app
        .invite(&family.clients[0], "far", scene.beta, json!({}))
        .await;
    let (_, local) = scene
        .user("local", scene.acme, "company_administrator")
        .await;
    for (who, expected) in [
        (&local, vec!["child", "grandchild", "other"]),
        (&scene.root, vec!["child", "far", "grandchild", "other"]),
    ] {
        let page: app::Page<UserRow> = who.get(&path(family.deputy.id)).await.ok().read();
        let listed: Vec<_> = page.items.into_iter().map(|row| row.login_id).collect();
        assert_eq!(listed, expected);
    }
}

#[tokio::test]
async fn they_all_go_and_none_of_them_gets_in_any_more() {
    let family = Family::start().await;
    let app = &family.scene.app;
    app.delete(&family.scene.root, family.deputy.id)
        .await
        .status(204);
    for client in &family.clients {
        client.get("/api/v1/me").await.status(401);
    }
    for login_id in ["deputy", "child", "other", "grandchild"] {
        app.client().sign_in(login_id, PASSWORD).await.status(401);
    }
    assert_eq!(family.in_company("").await, [""; 0]);
    assert_eq!(
        family.in_company("&status=deleted").await,
        ["child", "deputy", "grandchild", "other"]
    );
    assert_eq!(app.numbers("SELECT COUNT(*) FROM sessions s JOIN users u ON u.id = s.user_id WHERE u.deleted_at > 0").await, [0]);
}

#[tokio::test]
async fn a_set_that_has_changed_since_it_was_shown_is_not_deleted() {
    let family = Family::start().await;
    let app = &family.scene.app;
    let shown = family.preview().await.fingerprint;
    let version = app
        .shown(&family.scene.root, family.deputy.id)
        .await
        .version;
    app.invite(
        &family.clients[3 - 2],
        "newcomer",
        family.scene.acme,
        json!({}),
    )
    .await;
    let before = app.rows().await;
    let path = format!("/api/v1/users/{}?fingerprint={shown}", family.deputy.id);
    let answer = family.scene.root.delete(&path, version).await.status(409);
    assert_eq!(answer.refusal(), "user.deletion_changed");
    assert_eq!(app.rows().await, before);
    app.delete(&family.scene.root, family.deputy.id)
        .await
        .status(204);
    assert_eq!(family.in_company("").await, [""; 0]);
}

#[tokio::test]
async fn a_fingerprint_of_somebody_else_is_none() {
    let family = Family::start().await;
    let other = family.scene.app.id_of(&family.scene.root, "other").await;
    let shown: DeletionPreview = family
        .scene
        .root
        .get(&format!("/api/v1/users/{other}/deletion"))
        .await
        .ok()
        .read();
    let version = family
        .scene
        .app
        .shown(&family.scene.root, family.deputy.id)
        .await
        .version;
    let path = format!(
        "/api/v1/users/{}?fingerprint={}",
        family.deputy.id, shown.fingerprint
    );
    let answer = family.scene.root.delete(&path, version).await.status(409);
    assert_eq!(answer.refusal(), "user.deletion_changed");
}

#[tokio::test]
async fn the_links_of_a_deleted_user_are_dead() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let user = app
        .invite(&scene.root, "hana.sato", scene.acme, json!({}))
        .await;
    let token = app
        .mail("hana.sato@example.com", "Acceptance")
        .await
        .token();
    let client = app.client();
    let flow = client.open_link(&token).await.flow.unwrap();
    app.delete(&scene.root, user.id).await.ok();
    let proof = json!({ "step": "new_password", "password": PASSWORD });
    client.prove(&flow, proof.clone()).await.status(410);
    scene
        .root
        .post(&format!("/api/v1/users/{}/restore", user.id), json!({}))
        .await
        .ok();
    let look = client
        .post("/api/v1/links/look", json!({ "token": token }))
        .await
        .status(410);
    assert_eq!(look.refusal(), "invitation.voided");
}

#[tokio::test]
async fn restoring_any_of_them_brings_back_the_whole_set() {
    let family = Family::start().await;
    let app = &family.scene.app;
    // Somebody who was deleted before stays in the bin.
    let other = app.id_of(&family.scene.root, "other").await;
    app.delete(&family.scene.root, other).await.ok();
    app.delete(&family.scene.root, family.deputy.id).await.ok();
    let path = format!("/api/v1/users/{}/restore", family.deputy.id);
    let restored: User = family.scene.root.post(&path, json!({})).await.ok().read();
    assert_eq!(restored.deleted_at, None);
    assert_eq!(
        family.in_company("").await,
        ["child", "deputy", "grandchild"]
    );
    assert_eq!(family.in_company("&status=deleted").await, ["other"]);
    app.client().sign_in("grandchild", PASSWORD).await.ok();
    let again = family.scene.root.post(&path, json!({})).await.status(409);
    assert_eq!(again.refusal(), "user.not_in_the_bin");
    // The sub-users are still who they were.
    assert_eq!(family.preview().await.sub_user_count, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn deleted_or_restored_by_many_at_once_they_are_counted_once() {
    let family = Family::start().await;
    let app = &family.scene.app;
    let root = std::sync::Arc::new(app.signed_in("root").await);
    let preview = family.preview().await;
    let version = app
        .shown(&family.scene.root, family.deputy.id)
        .await
        .version;
    let id = family.deputy.id;
    let users = format!(
        "SELECT users FROM companies WHERE id = {}",
        family.scene.acme
    );
    let events =
        |action: &str| format!("SELECT COUNT(*) FROM audit_events WHERE action = 'user.{action}'");
    for (action, left) in [("deleted", 0), ("restored", 4)] {
        let tries: Vec<_> = (0..8)
            .map(|_| {
                let (root, fingerprint) =
                    (std::sync::Arc::clone(&root), preview.fingerprint.clone());
                tokio::spawn(async move {
                    match action {
                        "deleted" => {
                            root.delete(
                                &format!("/api/v1/users/{id}?fingerprint={fingerprint}"),
                                version,
                            )
                            .await
                        }
                        _ => {
                            root.post(&format!("/api/v1/users/{id}/restore"), json!({}))
                                .await
                        }
                    }
                })
            })
            .collect();
        let mut done = 0;
        for attempt in tries {
            let answer = attempt.await.unwrap();
            match answer.status.is_success() {
                true => done += 1,
                false => assert!(
                    [409, 412].contains(&answer.status.as_u16()),
                    "{}",
                    answer.body
                ),
            }
        }
        assert_eq!(done, 1, "{action}");
        assert_eq!(app.numbers(&users).await, [left], "{action}");
        assert_eq!(app.numbers(&events(action)).await, [4], "{action}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_deletions_of_some_of_the_same_do_not_wait_for_each_other() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (deputy, client) = scene
        .user("deputy", scene.acme, "company_administrator")
        .await;
    let (lead, by_lead) = app
        .user(&client, "lead", scene.acme, "company_administrator")
        .await;
    for number in 0..6 {
        // Some come before their lead in the order of the names, some after; the lead came before them all.
        let login_id = format!("{}.member{number}", if number % 2 == 0 { "a" } else { "z" });
        let quietly = json!({ "issue_credentials": false });
        app.invite(&by_lead, &login_id, scene.acme, quietly).await;
    }
    for _ in 0..8 {
        let (whole, part) = tokio::join!(
            app.delete(&scene.root, deputy.id),
            app.delete(&scene.root, lead.id)
        );
        for answer in [&whole, &part] {
            let status = answer.status.as_u16();
            assert!([204, 409, 412].contains(&status), "{}", answer.body);
        }
        assert!(whole.status.is_success() || part.status.is_success());
        for user in [deputy.id, lead.id] {
            let path = format!("/api/v1/users/{user}/restore");
            let restored = scene.root.post(&path, json!({})).await;
            assert!([200, 409].contains(&restored.status.as_u16()));
        }
    }
}

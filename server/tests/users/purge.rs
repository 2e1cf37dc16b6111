//! The bin's end: purging by hand, and by the janitor after thirty days.

use app::{
    UserId,
    audit::{AuditEvent, AuditOrigin},
};
use serde_json::json;
use server::sign_in::janitor;

use crate::util::{Answer, PASSWORD, Siblings};

const DAY: i64 = 24 * 60 * 60;

async fn add(scene: &Siblings, login_id: &str) -> Answer {
    let draft = json!({
        "login_id": login_id, "email": "some.one@example.com", "first_name": "Some", "last_name": "One",
        "company": scene.acme,
    });
    scene.root.post("/api/v1/users", draft).await
}

async fn traces(scene: &Siblings, id: UserId) -> Vec<String> {
    let tables = scene.app.rows().await;
    let mut left = Vec::new();
    for (table, column) in [
        ("users", "id"),
        ("passwords", "user_id"),
        ("authenticators", "user_id"),
        ("recovery_codes", "user_id"),
        ("links", "user_id"),
        ("login_flows", "user_id"),
        ("sessions", "user_id"),
        ("known_devices", "user_id"),
        ("user_roles", "user_id"),
        ("earlier_passwords", "user_id"),
        ("related_companies", "user_id"),
        ("mails", "user_id"),
    ] {
        assert!(tables.contains_key(table), "{table}");
        let sql = format!("SELECT COUNT(*) FROM {table} WHERE {column} = {id}");
        if scene.app.numbers(&sql).await != [0] {
            left.push(table.to_owned());
        }
    }
    left
}

#[tokio::test]
async fn the_login_id_is_kept_until_the_purge_and_free_afterwards() {
    let scene = Siblings::start().await;
    let (user, ..) = scene
        .app
        .user_with_authenticator(&scene.root, "hana.sato", scene.acme)
        .await;
    scene.app.delete(&scene.root, user.id).await.ok();
    assert_eq!(
        add(&scene, "hana.sato").await.status(422).fields(),
        ["login_id"]
    );
    let path = format!("/api/v1/users/{}", user.id);
    scene
        .root
        .delete_plain(format!("{path}/purge"))
        .await
        .status(204);
    scene.root.get(&path).await.status(404);
    assert_eq!(traces(&scene, user.id).await, [""; 0]);
    let new: app::users::User = add(&scene, "hana.sato").await.status(201).read();
    assert_ne!(new.id, user.id);
    scene
        .app
        .client()
        .sign_in("hana.sato", PASSWORD)
        .await
        .status(401);
}

#[tokio::test]
async fn the_trail_keeps_what_was_done_to_them_and_forgets_their_names_and_addresses() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let change = json!({ "email": "second.address@example.com", "last_name": "Wakabayashi" });
    app.edit(&scene.root, user.id, change).await.ok();
    app.delete(&scene.root, user.id).await.ok();
    let trail = format!(
        "SELECT action FROM audit_events WHERE subject_id = {} ORDER BY id",
        user.id
    );
    let before = app.texts(&trail).await;
    let purge = format!("/api/v1/users/{}/purge", user.id);
    scene.root.delete_plain(purge).await.status(204);
    let after = app.texts(&trail).await;
    assert_eq!(after[..before.len()], before);
    assert_eq!(after[before.len()..], ["user.purged"]);
    for (table, rows) in app.rows().await {
        for row in rows {
            for personal in ["second.address", "Wakabayashi", "hana.sato@example.com"] {
                assert!(!row.contains(personal), "{table}: {row}");
            }
        }
    }
}

#[tokio::test]
async fn only_who_is_in_the_bin_can_be_purged_or_restored() {
    let scene = Siblings::start().await;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let before = scene.app.rows().await;
    let path = format!("/api/v1/users/{}", user.id);
    let purged = scene
        .root
        .delete_plain(format!("{path}/purge"))
        .await
        .status(409);
    assert_eq!(purged.refusal(), "user.not_in_the_bin");
    let restored = scene
        .root
        .post(&format!("{path}/restore"), json!({}))
        .await
        .status(409);
    assert_eq!(restored.refusal(), "user.not_in_the_bin");
    assert_eq!(scene.app.rows().await, before);
}

#[tokio::test]
async fn the_janitor_purges_after_thirty_days_and_not_before() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (first, _) = scene.user("first", scene.acme, "user").await;
    let (second, _) = scene.user("second", scene.acme, "user").await;
    let (stays, _) = scene.user("stays", scene.acme, "user").await;
    app.delete(&scene.root, first.id).await.ok();
    app.clock.advance(10);
    app.delete(&scene.root, second.id).await.ok();
    app.clock.advance(30 * DAY - 10);
    janitor::sweep(&app.deps).await.unwrap();
    let left = "SELECT id FROM users WHERE login_id IN ('first', 'second', 'stays') ORDER BY id";
    assert_eq!(
        app.numbers(left).await,
        [first.id.0, second.id.0, stays.id.0]
    );
    app.clock.advance(1);
    janitor::sweep(&app.deps).await.unwrap();
    assert_eq!(app.numbers(left).await, [second.id.0, stays.id.0]);
    app.clock.advance(30 * DAY);
    janitor::sweep(&app.deps).await.unwrap();
    assert_eq!(app.numbers(left).await, [stays.id.0]);
    // The session is long over.
    let root = app.signed_in("root").await;
    let noted: app::Page<AuditEvent> = root
        .get("/api/v1/audit-events?action=user.purged")
        .await
        .ok()
        .read();
    let origins: Vec<_> = noted.items.iter().map(|event| event.origin).collect();
    assert_eq!(origins, [AuditOrigin::Doorward; 2]);
}

#[tokio::test]
async fn a_purged_users_sub_users_stay_and_have_no_parent() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (deputy, client) = scene
        .user("deputy", scene.acme, "company_administrator")
        .await;
    let (child, _) = app.user(&client, "child", scene.acme, "user").await;
    app.delete(&scene.root, deputy.id).await.ok();
    scene
        .root
        .delete_plain(format!("/api/v1/users/{}/purge", deputy.id))
        .await
        .status(204);
    let path = format!("/api/v1/users/{}/restore", child.id);
    let restored: app::users::User = scene.root.post(&path, json!({})).await.ok().read();
    assert_eq!(restored.parent, None);
    app.client().sign_in("child", PASSWORD).await.ok();
}

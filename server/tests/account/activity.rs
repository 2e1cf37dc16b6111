//! Recent activity: one's own events, and nobody else's.

use app::{Page, account::ActivityEvent, audit::AuditAction};
use serde_json::json;

use crate::util::{Client, Siblings};

async fn activity(client: &Client, query: &str) -> Page<ActivityEvent> {
    client
        .get(&format!("/api/v1/me/activity{query}"))
        .await
        .ok()
        .read()
}

#[tokio::test]
async fn everybody_sees_what_they_did_and_what_was_done_to_them() {
    let scene = Siblings::start().await;
    let (user, hana) = scene.user("hana.sato", scene.acme, "user").await;
    scene
        .app
        .edit(&scene.root, user.id, json!({ "first_name": "Hanako" }))
        .await
        .ok();
    let page = activity(&hana, "").await;
    let actions: Vec<AuditAction> = page.items.iter().map(|event| event.action).collect();
    assert_eq!(actions[0], AuditAction::UserChanged);
    assert!(actions.contains(&AuditAction::SignedIn));
    assert!(actions.contains(&AuditAction::UserCreated));
    // From where an administrator acted is not the user's to know.
    let theirs = &page.items[0];
    assert_eq!(theirs.actor.as_ref().unwrap().login_id, "root");
    assert_eq!(theirs.address, None);
    let own = page
        .items
        .iter()
        .find(|event| event.action == AuditAction::SignedIn);
    assert!(own.unwrap().address.is_some());
}

#[tokio::test]
async fn nobody_sees_what_concerns_others() {
    let scene = Siblings::start().await;
    let (_, hana) = scene.user("hana.sato", scene.acme, "user").await;
    let (other, _) = scene.user("ken.tanaka", scene.acme, "user").await;
    scene
        .app
        .set_disabled(&scene.root, other.id, true)
        .await
        .ok();
    let me = hana.me().await.id;
    for event in activity(&hana, "?limit=200").await.items {
        let of_hana = [&event.actor, &event.behind, &event.subject]
            .into_iter()
            .flatten()
            .any(|who| who.id == me);
        assert!(of_hana, "{event:?}");
    }
    // No parameter widens it.
    hana.get(&format!("/api/v1/me/activity?user={}", other.id))
        .await
        .status(400);
}

#[tokio::test]
async fn who_logged_in_as_one_is_seen() {
    let scene = Siblings::start().await;
    let (user, hana) = scene.user("hana.sato", scene.acme, "user").await;
    scene.root.log_in_as(user.id).await.ok();
    scene.root.go_back().await.ok();
    let page = activity(&hana, "").await;
    let started = page
        .items
        .iter()
        .find(|event| event.action == AuditAction::LogInAsStarted);
    assert_eq!(started.unwrap().actor.as_ref().unwrap().login_id, "root");
}

#[tokio::test]
async fn it_is_walked_by_cursors() {
    let scene = Siblings::start().await;
    let (_, hana) = scene.user("hana.sato", scene.acme, "user").await;
    let all = activity(&hana, "").await;
    let mut seen = Vec::new();
    let mut query = "?limit=2".to_owned();
    loop {
        let page = activity(&hana, &query).await;
        seen.extend(page.items);
        let Some(next) = page.next else { break };
        query = format!("?limit=2&after={next}");
    }
    assert_eq!(seen, all.items);
    assert_eq!(all.total, seen.len() as u64);
}

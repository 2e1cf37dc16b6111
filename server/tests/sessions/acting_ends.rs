//! Log in as: when it ends, by whom ever, and that nothing is then done as the wrong one.

use app::{roles::Permission, sessions::WhyOver};
use serde_json::json;
use server::sign_in::janitor;

use crate::util::{Client, PASSWORD, Siblings};

/// The administrator is themselves again, is told why, and does nothing before they have heard it.
async fn is_over(scene: &Siblings, client: &Client, why: WhyOver) {
    let over = client.get("/api/v1/users").await.status(409);
    assert_eq!(over.refusal(), "acting.over");
    let me = client.me().await;
    assert_eq!(me.acting, None);
    assert_eq!(me.acting_over.as_ref().unwrap().why, why);
    let role = json!({ "name": "Meant for somebody else", "company": scene.acme });
    let role = client.post("/api/v1/roles", role).await.status(409);
    assert_eq!(role.refusal(), "acting.over");
    let ended = format!(
        "SELECT details FROM audit_events WHERE action = 'log_in_as.ended' AND details LIKE '%{}%'",
        why.code()
    );
    let ended = scene.app.texts(&ended).await;
    assert_eq!(ended.len(), 1, "it is noted once");
    client.go_back().await.ok();
    assert_eq!(client.me().await.acting_over, None);
}

/// An administrator of Acme who is logged in as Hana.
async fn acting(scene: &Siblings) -> (app::users::User, app::users::User, Client) {
    let (admin, client) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let (hana, _) = scene.user("hana.sato", scene.acme, "user").await;
    client.log_in_as(hana.id).await.ok();
    assert_eq!(client.me().await.id, hana.id);
    (admin, hana, client)
}

#[tokio::test]
async fn it_ends_to_the_millisecond_however_much_it_is_used() {
    let scene = Siblings::start().await;
    let (_, hana, client) = acting(&scene).await;
    scene.app.clock.advance(29 * 60);
    assert_eq!(client.me().await.id, hana.id);
    scene.app.clock.advance_millis(60_000 - 1);
    assert_eq!(client.me().await.id, hana.id, "remembered just before");
    scene.app.clock.advance_millis(1);
    is_over(&scene, &client, WhyOver::TimeOver).await;
    client.get("/api/v1/users").await.ok();
}

#[tokio::test]
async fn it_lasts_no_longer_than_ones_own_session() {
    let scene = Siblings::start().await;
    let (_, client) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let (hana, _) = scene.user("hana.sato", scene.acme, "user").await;
    for _ in 0..12 {
        scene.app.clock.advance(3500);
        client.me().await;
    }
    let me: app::sign_in::Me = client.log_in_as(hana.id).await.ok().read();
    assert_eq!(me.acting.unwrap().until, me.session_expires_at.unwrap());
    scene.app.clock.advance(12 * 3600 - 12 * 3500);
    client.get("/api/v1/me").await.status(401);
}

#[tokio::test]
async fn it_ends_with_the_users_account() {
    let scene = Siblings::start().await;
    let (admin, hana, client) = acting(&scene).await;
    let app = &scene.app;
    app.set_disabled(&scene.root, hana.id, true).await.ok();
    is_over(&scene, &client, WhyOver::SubjectClosed).await;
    app.set_disabled(&scene.root, hana.id, false).await.ok();
    app.sql("DELETE FROM audit_events WHERE action = 'log_in_as.ended'")
        .await;
    let end = app.deps.now().plus_seconds(60);
    app.edit(&scene.root, hana.id, json!({ "expires_at": end }))
        .await
        .ok();
    client.log_in_as(hana.id).await.ok();
    app.clock.advance_millis(59_999);
    assert_eq!(client.me().await.id, hana.id);
    app.clock.advance_millis(1);
    is_over(&scene, &client, WhyOver::SubjectClosed).await;
    assert_eq!(client.me().await.id, admin.id);
}

#[tokio::test]
async fn it_ends_when_the_user_is_purged() {
    let scene = Siblings::start().await;
    let (_, hana, client) = acting(&scene).await;
    scene.app.delete(&scene.root, hana.id).await.ok();
    let purge = format!("/api/v1/users/{}/purge", hana.id);
    scene.root.delete_plain(purge).await.ok();
    is_over(&scene, &client, WhyOver::SubjectClosed).await;
}

#[tokio::test]
async fn it_ends_with_the_administrators_own_right_or_account() {
    let scene = Siblings::start().await;
    let (admin, hana, client) = acting(&scene).await;
    let app = &scene.app;
    let desk = app.role(&scene.root, scene.acme, "help_desk").await;
    app.edit(&scene.root, admin.id, json!({ "roles": [desk] }))
        .await
        .ok();
    is_over(&scene, &client, WhyOver::NotAllowed).await;
    let boss = app
        .role(&scene.root, scene.acme, "company_administrator")
        .await;
    app.edit(&scene.root, admin.id, json!({ "roles": [boss] }))
        .await
        .ok();
    client.log_in_as(hana.id).await.ok();
    app.set_disabled(&scene.root, admin.id, true).await.ok();
    client.get("/api/v1/me").await.status(401);
}

#[tokio::test]
async fn it_ends_when_the_user_leaves_the_scope_or_becomes_as_strong() {
    let scene = Siblings::start().await;
    let (_, hana, client) = acting(&scene).await;
    let app = &scene.app;
    let boss = app
        .role(&scene.root, scene.acme, "company_administrator")
        .await;
    app.edit(&scene.root, hana.id, json!({ "roles": [boss] }))
        .await
        .ok();
    is_over(&scene, &client, WhyOver::NotAllowed).await;
    let user = app.role(&scene.root, scene.acme, "user").await;
    app.edit(&scene.root, hana.id, json!({ "roles": [user] }))
        .await
        .ok();
    app.sql("DELETE FROM audit_events WHERE action = 'log_in_as.ended'")
        .await;
    client.log_in_as(hana.id).await.ok();
    app.edit(&scene.root, hana.id, json!({ "company": scene.beta }))
        .await
        .ok();
    is_over(&scene, &client, WhyOver::NotAllowed).await;
}

#[tokio::test]
async fn it_ends_when_the_policy_forbids_it_from_now_on() {
    let scene = Siblings::start().await;
    let (_, _, client) = acting(&scene).await;
    let class = json!({
        "name": "Private", "company": scene.operator, "settings": { "log_in_as_allowed": false },
    });
    let class = scene.root.post("/api/v1/policy-classes", class).await.ok();
    let path = format!("/api/v1/companies/{}/policy", scene.acme);
    let version = format!("SELECT version FROM companies WHERE id = {}", scene.acme);
    let version = scene.app.numbers(&version).await[0];
    let choice = json!({ "class": class.json()["id"] });
    scene.root.put_at(&path, version, choice).await.ok();
    is_over(&scene, &client, WhyOver::Forbidden).await;
}

#[tokio::test]
async fn what_ends_it_counts_in_another_process_within_half_a_second() {
    let scene = Siblings::start().await;
    let (_, hana, client) = acting(&scene).await;
    let other = scene.app.another().await;
    let root = other.signed_in("root").await;
    other.set_disabled(&root, hana.id, true).await.ok();
    scene.app.clock.advance_millis(500);
    is_over(&scene, &client, WhyOver::SubjectClosed).await;
}

#[tokio::test]
async fn a_time_that_passed_unused_is_noted_by_the_janitor() {
    let scene = Siblings::start().await;
    let (admin, hana, client) = acting(&scene).await;
    scene.app.clock.advance(30 * 60);
    janitor::sweep(&scene.app.deps).await.unwrap();
    janitor::sweep(&scene.app.deps).await.unwrap();
    let [ended] = &scene.events("log_in_as.ended").await[..] else {
        panic!("it ended once");
    };
    assert_eq!(ended.actor.as_ref().unwrap().id, admin.id);
    assert_eq!(ended.subject.as_ref().unwrap().id, hana.id);
    is_over(&scene, &client, WhyOver::TimeOver).await;
}

#[tokio::test]
async fn signing_out_ends_both() {
    let scene = Siblings::start().await;
    let (admin, hana, client) = acting(&scene).await;
    client.post("/api/v1/logout", json!({})).await.ok();
    client.get("/api/v1/me").await.status(401);
    let ended = &scene.events("log_in_as.ended").await[0];
    assert_eq!(ended.subject.as_ref().unwrap().id, hana.id);
    let out = &scene.events("sign_in.ended").await[0];
    assert_eq!(out.actor.as_ref().unwrap().id, admin.id);
    client.sign_in("acme.admin", PASSWORD).await.ok();
    assert_eq!(client.me().await.id, admin.id);
}

#[tokio::test]
async fn the_users_own_sessions_know_nothing_of_it() {
    let scene = Siblings::start().await;
    let (hana, own) = scene.user("hana.sato", scene.acme, "user").await;
    scene.root.log_in_as(hana.id).await.ok();
    assert_eq!(own.me().await.acting, None);
    let path = format!("/api/v1/users/{}/sessions", hana.id);
    assert_eq!(
        own.get(&path).await.ok().json().as_array().unwrap().len(),
        1
    );
    // And cannot be ended by whoever is logged in as them, nor anything else of their own.
    let ended = scene.root.delete_plain(path).await.status(403);
    assert_eq!(ended.refusal(), "acting.not_while_acting");
    assert!(!scene.root.me().await.may(Permission::SessionsEnd));
    own.me().await;
}

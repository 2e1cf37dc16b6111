//! Acting by an access token: who one is, for how long, and what is noted.

use reqwest::Method;
use serde_json::{Value, json};

use super::{access, bearing, get, issue};
use crate::util::Siblings;

#[tokio::test]
async fn a_program_is_its_owner_on_the_channel_of_programs() {
    let scene = Siblings::start().await;
    let (hana, client) = scene.user("hana.sato", scene.acme, "auditor").await;
    scene
        .give(
            hana.id,
            json!({ "web": ["mail:send"], "app": [], "api": [] }),
        )
        .await;
    let issued = issue(&client, json!({})).await;
    let token = access(&scene, &issued.secret).await;
    let me: app::sign_in::Me = get(&scene, &token, "/api/v1/me").await.ok().read();
    assert_eq!(me.id, hana.id);
    assert!(!me.permissions.contains(&app::roles::Permission::MailSend));
    get(&scene, &token, "/api/v1/users").await.ok();
    get(
        &scene,
        &token,
        &format!("/api/v1/users/{}", scene.root.me().await.id),
    )
    .await
    .status(404);
}

#[tokio::test]
async fn it_is_good_for_as_long_as_the_policy_says() {
    let scene = Siblings::start().await;
    let class = scene.class_of(scene.operator).await;
    let sql = format!(
        "INSERT INTO policy_class_settings (class_id, setting, value) VALUES ({class}, 'access_token_minutes', '2')"
    );
    scene.app.sql(&sql).await;
    let point = format!(
        "INSERT INTO company_policy_classes (company_id, class_id) VALUES ({}, {class})",
        scene.operator
    );
    scene.app.sql(&point).await;
    let issued = issue(&scene.root, json!({})).await;
    let token = access(&scene, &issued.secret).await;
    scene.app.clock.advance(119);
    get(&scene, &token, "/api/v1/me").await.ok();
    scene.app.clock.advance(1);
    let answer = get(&scene, &token, "/api/v1/me").await.status(401);
    assert_eq!(answer.refusal(), "token.invalid");
    let advice = answer.headers["www-authenticate"].to_str().unwrap();
    assert!(advice.starts_with("Bearer") && advice.contains("invalid_token"));
}

#[tokio::test]
async fn what_is_presented_and_no_access_token_is_refused() {
    let scene = Siblings::start().await;
    let issued = issue(&scene.root, json!({})).await;
    let token = access(&scene, &issued.secret).await;
    let program = scene.app.client();
    for wrong in [
        "",
        "nothing",
        "a.b.c",
        &token[1..],
        &format!("{token} {token}"),
    ] {
        let request = program
            .request(Method::GET, "/api/v1/me")
            .bearer_auth(wrong);
        let answer = program.send(request).await.status(401);
        assert_eq!(answer.refusal(), "token.invalid", "{wrong:?}");
    }
    let twice = program
        .request(Method::GET, "/api/v1/me")
        .bearer_auth(&token)
        .header("authorization", format!("Bearer {token}"));
    program.send(twice).await.status(401);
    let other = program
        .request(Method::GET, "/api/v1/me")
        .basic_auth("root", Some("x"));
    assert_eq!(
        program.send(other).await.status(401).refusal(),
        "not_signed_in"
    );
    // Neither in the address nor in a form (RFC 9700 §4.3.2).
    program
        .get(&format!("/api/v1/me?access_token={token}"))
        .await
        .status(401);
}

#[tokio::test]
async fn a_token_and_a_session_of_two_users_are_refused_together() {
    let scene = Siblings::start().await;
    let (_, hana) = scene.user("hana.sato", scene.acme, "auditor").await;
    let issued = issue(&scene.root, json!({})).await;
    let token = access(&scene, &issued.secret).await;
    let both = |client: &crate::util::Client| {
        client
            .request(Method::GET, "/api/v1/users")
            .bearer_auth(&token)
    };
    let answer = hana.send(both(&hana)).await.status(400);
    assert_eq!(answer.refusal(), "token.two_users");
    scene.root.send(both(&scene.root)).await.ok();
}

#[tokio::test]
async fn what_is_lost_is_lost_at_once() {
    let scene = Siblings::start().await;
    let (hana, client) = scene.user("hana.sato", scene.acme, "auditor").await;
    let issued = issue(&client, json!({})).await;
    let token = access(&scene, &issued.secret).await;
    get(&scene, &token, "/api/v1/users").await.ok();
    let user = scene.app.shown(&scene.root, hana.id).await;
    let roles = "SELECT id FROM roles WHERE built_in AND name = 'user'";
    let role = scene.app.numbers(roles).await[0];
    scene
        .app
        .edit(&scene.root, user.id, json!({ "roles": [role] }))
        .await
        .ok();
    let answer = get(&scene, &token, "/api/v1/users").await.status(403);
    assert_eq!(answer.refusal(), "not_allowed");
    scene
        .app
        .set_disabled(&scene.root, hana.id, true)
        .await
        .ok();
    get(&scene, &token, "/api/v1/me").await.status(401);
    scene
        .app
        .set_disabled(&scene.root, hana.id, false)
        .await
        .ok();
    get(&scene, &token, "/api/v1/me").await.ok();
}

#[tokio::test]
async fn what_a_program_does_is_noted_with_its_token() {
    let scene = Siblings::start().await;
    let issued = issue(&scene.root, json!({})).await;
    let token = access(&scene, &issued.secret).await;
    let draft = json!({ "name": "By program", "kind": "customer", "parent": scene.acme });
    bearing(&scene, &token, Method::POST, "/api/v1/companies", draft)
        .await
        .status(201);
    let events = scene
        .root
        .get("/api/v1/audit-events?action=company.created&limit=1")
        .await
        .ok()
        .json();
    let event = &events["items"][0];
    assert_eq!(
        (&event["actor"]["login_id"], &event["channel"]),
        (&json!("root"), &json!("api"))
    );
    let by = event["details"]
        .as_array()
        .unwrap()
        .iter()
        .find(|detail| detail["field"] == "by_token");
    assert_eq!(by.unwrap()["after"], issued.token.id.to_string());
}

#[tokio::test]
async fn nothing_of_a_session_is_done_with_a_token() {
    let scene = Siblings::start().await;
    let (hana, _) = scene.user("hana.sato", scene.acme, "user").await;
    let issued = issue(&scene.root, json!({})).await;
    let token = access(&scene, &issued.secret).await;
    let path = format!("/api/v1/users/{}/log-in-as", hana.id);
    let wish = json!({ "reason": "x", "password": crate::util::PASSWORD });
    let answer = bearing(&scene, &token, Method::POST, &path, wish).await;
    assert_eq!(answer.status(403).refusal(), "token.not_by_token");
    get(&scene, &token, "/api/v1/session").await.status(401);
    bearing(&scene, &token, Method::POST, "/api/v1/logout", Value::Null).await;
    get(&scene, &token, "/api/v1/me").await.ok();
}

#[tokio::test]
async fn every_process_on_the_database_knows_the_token() {
    let scene = Siblings::start().await;
    let issued = issue(&scene.root, json!({})).await;
    let token = access(&scene, &issued.secret).await;
    let other = scene.app.another().await;
    let program = other.client();
    let request = program
        .request(Method::GET, "/api/v1/me")
        .bearer_auth(&token);
    program.send(request).await.ok();
    let root = scene.root.me().await.id;
    scene
        .root
        .delete_plain(format!("/api/v1/users/{root}/tokens"))
        .await
        .ok();
    other.clock.advance_millis(600);
    let request = program
        .request(Method::GET, "/api/v1/me")
        .bearer_auth(&token);
    program.send(request).await.status(401);
}

//! The expiration date of one account: the moment it ends, and who may set which.

use app::{Timestamp, sign_in::Me};
use serde_json::json;

use crate::util::{PASSWORD, Siblings};

#[tokio::test]
async fn sessions_end_at_the_very_millisecond() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, client) = scene.user("hana.sato", scene.acme, "user").await;
    let end = app.deps.now().plus_seconds(600);
    app.edit(&scene.root, user.id, json!({ "expires_at": end }))
        .await
        .ok();
    app.clock.advance_millis(599_999);
    let me: Me = client.get("/api/v1/me").await.ok().read();
    assert_eq!(me.expires_at, Some(end));
    assert_eq!(me.session_expires_at, Some(end));
    app.client().sign_in("hana.sato", PASSWORD).await.ok();
    app.clock.advance_millis(1);
    client.get("/api/v1/me").await.status(401);
}

#[tokio::test]
async fn only_who_knows_the_password_learns_that_the_account_has_expired() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let end = app.deps.now().plus_seconds(60);
    app.edit(&scene.root, user.id, json!({ "expires_at": end }))
        .await
        .ok();
    app.clock.advance(60);
    let client = app.client();
    let wrong = client.sign_in("hana.sato", "not the password at all");
    assert_eq!(
        wrong.await.status(401).refusal(),
        "sign_in.wrong_credentials"
    );
    let right = app.client().sign_in("hana.sato", PASSWORD).await;
    assert_eq!(right.status(403).refusal(), "sign_in.account_expired");
}

#[tokio::test]
async fn a_login_flow_under_way_ends_with_the_account() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, _, authenticator, _) = app
        .user_with_authenticator(&scene.root, "hana.sato", scene.acme)
        .await;
    let end = app.deps.now().plus_seconds(60);
    app.edit(&scene.root, user.id, json!({ "expires_at": end }))
        .await
        .ok();
    let client = app.client();
    let flow = client.sign_in("hana.sato", PASSWORD).await.ok().json()["flow"]
        .as_str()
        .unwrap()
        .to_owned();
    app.clock.advance(60);
    let code = json!({ "step": "code", "code": authenticator.code(app.deps.now()) });
    client.prove(&flow, code).await.status(410);
}

#[tokio::test]
async fn an_account_that_lives_again_does_not_bring_its_sessions_back() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, client) = scene.user("hana.sato", scene.acme, "user").await;
    let end = app.deps.now().plus_seconds(60);
    app.edit(&scene.root, user.id, json!({ "expires_at": end }))
        .await
        .ok();
    app.clock.advance(60);
    app.edit(&scene.root, user.id, json!({ "expires_at": null }))
        .await
        .ok();
    client.get("/api/v1/me").await.status(401);
    app.client().sign_in("hana.sato", PASSWORD).await.ok();
}

#[tokio::test]
async fn nobody_gives_more_time_than_they_have() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (admin, client) = scene
        .user("admin.acme", scene.acme, "company_administrator")
        .await;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let own = app.deps.now().plus_seconds(86_400);
    app.edit(&scene.root, admin.id, json!({ "expires_at": own }))
        .await
        .ok();
    let before = app.rows().await;
    let draft = |end: Option<Timestamp>| {
        json!({
            "login_id": "new", "email": "new@example.com", "first_name": "Ken", "last_name": "Tanaka",
            "company": scene.acme, "expires_at": end,
        })
    };
    let later = Timestamp::from_millis(own.millis() + 1);
    let path = format!("/api/v1/companies/{}/expiry", scene.acme);
    let set_all = json!({ "expires_at": null, "fingerprint": "0" });
    for answer in [
        client.post("/api/v1/users", draft(None)).await,
        client.post("/api/v1/users", draft(Some(later))).await,
        app.edit(&client, user.id, json!({ "expires_at": later }))
            .await,
        client.get(&path).await,
        client.get(&format!("{path}?expires_at={later}")).await,
        client.put(&path, set_all).await,
    ] {
        let answer = answer.status(422);
        assert_eq!(answer.fields(), ["expires_at"]);
        let said = answer.json()["errors"][0].to_string();
        assert!(said.contains(&own.to_minute()), "{said}");
    }
    assert_eq!(app.rows().await, before);
    app.edit(&client, user.id, json!({ "expires_at": own }))
        .await
        .ok();
    client.post("/api/v1/users", draft(Some(own))).await.ok();
    // What does not touch the date is not refused for it.
    app.edit(&scene.root, user.id, json!({ "expires_at": null }))
        .await
        .ok();
    app.edit(&client, user.id, json!({ "first_name": "Hanako" }))
        .await
        .ok();
}

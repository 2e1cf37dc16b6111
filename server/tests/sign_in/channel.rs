//! A session is for the channel for which its sign-in was begun.

use app::{
    roles::Channel,
    sessions::Session,
    sign_in::{FlowView, Me},
};
use serde_json::{Value, json};

use crate::util::{Client, PASSWORD, Siblings};

fn start(login_id: &str, channel: Value) -> Value {
    let mut start = json!({ "by": "password", "login_id": login_id, "password": PASSWORD });
    if !channel.is_null() {
        start["channel"] = channel;
    }
    start
}

/// The channel of the session in which `client` asks.
async fn channel(client: &Client) -> Channel {
    let me: Me = client.get("/api/v1/me").await.ok().read();
    let path = format!("/api/v1/users/{}/sessions", me.id);
    let sessions: Vec<Session> = client.get(&path).await.ok().read();
    let own = sessions.iter().find(|session| session.current);
    own.expect("the session that asks").channel
}

#[tokio::test]
async fn a_program_says_its_channel_and_is_an_api_client_otherwise() {
    let scene = Siblings::start().await;
    scene.user("hana.sato", scene.acme, "user").await;
    for (said, expected) in [
        (Value::Null, Channel::Api),
        (json!("api"), Channel::Api),
        (json!("app"), Channel::App),
    ] {
        let client = scene.app.client();
        let start = start("hana.sato", said);
        client.post("/api/v1/login", start).await.ok();
        assert_eq!(channel(&client).await, expected);
    }
}

#[tokio::test]
async fn the_channel_is_kept_over_the_steps_of_a_flow() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (_, _, authenticator, _) = app
        .user_with_authenticator(&scene.root, "hana.sato", scene.acme)
        .await;
    let client = app.client();
    let start = start("hana.sato", json!("app"));
    let flow: FlowView = client.post("/api/v1/login", start).await.ok().read();
    let code = authenticator.code(app.deps.now());
    let proof = json!({ "step": "code", "code": code });
    client.prove(&flow.flow.unwrap(), proof).await.ok();
    assert_eq!(channel(&client).await, Channel::App);
    let events = "SELECT channel FROM audit_events WHERE action = 'sign_in.done' ORDER BY id DESC";
    assert_eq!(app.texts(events).await[0], "app");
}

#[tokio::test]
async fn an_invitation_can_be_accepted_in_an_app() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    app.invite(&scene.root, "hana.sato", scene.acme, json!({}))
        .await;
    let mail = app.mail("hana.sato@example.com", "Acceptance").await;
    let client = app.client();
    let start = json!({ "by": "link", "token": mail.token(), "channel": "app" });
    let flow: FlowView = client.post("/api/v1/login", start).await.ok().read();
    let proof = json!({ "step": "new_password", "password": PASSWORD });
    client.prove(&flow.flow.unwrap(), proof).await.ok();
    assert_eq!(channel(&client).await, Channel::App);
}

#[tokio::test]
async fn a_program_is_no_browser_and_a_channel_that_is_none_is_named() {
    let scene = Siblings::start().await;
    scene.user("hana.sato", scene.acme, "user").await;
    let client = scene.app.client();
    for channel in ["web", "telephone", ""] {
        let start = start("hana.sato", json!(channel));
        let answer = client.post("/api/v1/login", start).await.status(400);
        assert_eq!(answer.fields(), ["channel"], "{}", answer.body);
        assert!(answer.body.contains("app, api"), "{}", answer.body);
    }
}

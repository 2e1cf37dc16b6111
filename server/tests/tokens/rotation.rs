//! Tokens whose secret is replaced: by each exchange, where a thief is found out, or by hand, with an overlap.

use app::tokens::{IssuedToken, Token};
use serde_json::{Value, json};

use super::{access, exchange, get, issue};
use crate::util::Siblings;

#[tokio::test]
async fn each_exchange_replaces_the_secret() {
    let scene = Siblings::start().await;
    let issued = issue(&scene.root, json!({ "rotates": true })).await;
    let program = scene.app.client();
    let mut secret = issued.secret;
    for _ in 0..3 {
        let answer = exchange(&program, &secret).await.ok().json();
        let next = answer["refresh_token"].as_str().unwrap().to_owned();
        assert!(next.starts_with("dwr_") && next != secret);
        get(
            &scene,
            answer["access_token"].as_str().unwrap(),
            "/api/v1/users",
        )
        .await
        .ok();
        secret = next;
    }
    let root = scene.root.me().await.id;
    let listed: Vec<Token> = scene
        .root
        .get(&format!("/api/v1/users/{root}/tokens"))
        .await
        .ok()
        .read();
    assert_eq!(listed.len(), 1);
    assert!(secret.starts_with(&listed[0].hint));
}

#[tokio::test]
async fn a_replaced_secret_that_comes_again_ends_the_whole_token() {
    let scene = Siblings::start().await;
    let issued = issue(&scene.root, json!({ "rotates": true })).await;
    let (owner, thief) = (scene.app.client(), scene.app.client());
    let first = exchange(&owner, &issued.secret).await.ok().json();
    let next = first["refresh_token"].as_str().unwrap();
    let token = first["access_token"].as_str().unwrap();
    get(&scene, token, "/api/v1/me").await.ok();
    assert_eq!(
        exchange(&thief, &issued.secret).await.status(400).json()["error"],
        "invalid_grant"
    );
    exchange(&owner, next).await.status(400);
    assert_eq!(
        get(&scene, token, "/api/v1/me").await.refusal(),
        "token.invalid"
    );
    let events = "SELECT COUNT(*) FROM audit_events WHERE action = 'token.reused' AND subject_login_id = 'root'";
    assert_eq!(scene.app.numbers(events).await, [1]);
}

#[tokio::test]
async fn of_thirty_two_exchanges_at_once_at_most_one_is_answered() {
    let scene = Siblings::start().await;
    for _ in 0..3 {
        let issued = issue(&scene.root, json!({ "rotates": true })).await;
        let tries: Vec<_> = (0..32)
            .map(|_| {
                let (client, secret) = (scene.app.client(), issued.secret.clone());
                tokio::spawn(async move { exchange(&client, &secret).await })
            })
            .collect();
        let mut given = 0;
        for one in tries {
            let answer = one.await.unwrap();
            match answer.status.as_u16() {
                200 => given += 1,
                400 => assert_eq!(answer.json()["error"], "invalid_grant"),
                other => panic!("{other} {}", answer.body),
            }
        }
        assert_eq!(given, 1);
    }
}

#[tokio::test]
async fn of_a_token_that_does_not_rotate_all_are_answered() {
    let scene = Siblings::start().await;
    let issued = issue(&scene.root, json!({})).await;
    let tries: Vec<_> = (0..32)
        .map(|_| {
            let (client, secret) = (scene.app.client(), issued.secret.clone());
            tokio::spawn(async move { exchange(&client, &secret).await })
        })
        .collect();
    for one in tries {
        one.await.unwrap().ok();
    }
}

#[tokio::test]
async fn a_secret_replaced_by_hand_stays_good_for_a_day() {
    let scene = Siblings::start().await;
    let issued = issue(&scene.root, json!({})).await;
    let path = format!("/api/v1/me/tokens/{}/secret", issued.token.id);
    let replaced: IssuedToken = scene.root.post(&path, Value::Null).await.ok().read();
    let until = scene.app.deps.now().plus_seconds(86_400);
    assert_eq!(replaced.token.earlier_good_until, Some(until));
    assert_eq!(
        (replaced.token.id, &replaced.token.name),
        (issued.token.id, &issued.token.name)
    );
    access(&scene, &issued.secret).await;
    access(&scene, &replaced.secret).await;
    scene.app.clock.advance(86_399);
    access(&scene, &issued.secret).await;
    scene.app.clock.advance(1);
    exchange(&scene.app.client(), &issued.secret)
        .await
        .status(400);
    // Nobody stole anything: the token goes on.
    access(&scene, &replaced.secret).await;
}

#[tokio::test]
async fn only_its_owner_replaces_it() {
    let scene = Siblings::start().await;
    let (_, hana) = scene.user("hana.sato", scene.acme, "user").await;
    let issued = issue(&hana, json!({})).await;
    let path = format!("/api/v1/me/tokens/{}/secret", issued.token.id);
    scene.root.post(&path, Value::Null).await.status(404);
    access(&scene, &issued.secret).await;
}

#[tokio::test]
async fn what_ended_a_month_ago_is_no_longer_kept() {
    let scene = Siblings::start().await;
    let end = scene.app.deps.now().plus_seconds(3600);
    issue(&scene.root, json!({ "expires_at": end })).await;
    let rotating = issue(&scene.root, json!({ "rotates": true })).await;
    exchange(&scene.app.client(), &rotating.secret).await.ok();
    let counts = "SELECT COUNT(*) FROM tokens UNION ALL SELECT COUNT(*) FROM token_secrets";
    assert_eq!(scene.app.numbers(counts).await, [2, 3]);
    scene.app.clock.advance(29 * 86_400);
    server::sign_in::janitor::sweep(&scene.app.deps)
        .await
        .unwrap();
    assert_eq!(scene.app.numbers(counts).await, [2, 3]);
    scene.app.clock.advance(2 * 86_400);
    server::sign_in::janitor::sweep(&scene.app.deps)
        .await
        .unwrap();
    assert_eq!(scene.app.numbers(counts).await, [1, 1]);
}

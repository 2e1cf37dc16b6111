//! The token endpoint: what it takes, what it refuses, and in which words.

use serde_json::{Value, json};

use super::{access, exchange, form, get, issue};
use crate::util::{Answer, Siblings};

#[track_caller]
fn refused(answer: Answer, error: &str) {
    let answer = answer.status(400);
    assert_eq!(answer.json()["error"], error, "{}", answer.body);
    assert!(answer.json()["error_description"].as_str().unwrap().len() > 10);
    assert_eq!(answer.headers["cache-control"], "no-store");
}

#[tokio::test]
async fn a_refresh_token_is_exchanged_again_and_again() {
    let scene = Siblings::start().await;
    let (_, client) = scene.user("hana.sato", scene.acme, "auditor").await;
    let issued = issue(&client, json!({})).await;
    let program = scene.app.client();
    for _ in 0..3 {
        let answer = exchange(&program, &issued.secret).await.ok();
        assert_eq!(answer.headers["cache-control"], "no-store");
        assert!(answer.headers.get("set-cookie").is_none());
        let answer = answer.json();
        assert_eq!(
            (&answer["token_type"], &answer["expires_in"]),
            (&json!("Bearer"), &json!(600))
        );
        assert_eq!(answer["refresh_token"], Value::Null);
        assert!(answer["scope"].as_str().unwrap().contains("audit:read"));
        get(
            &scene,
            answer["access_token"].as_str().unwrap(),
            "/api/v1/users",
        )
        .await
        .ok();
    }
}

#[tokio::test]
async fn what_is_no_sound_request_is_told_in_the_standards_words() {
    let scene = Siblings::start().await;
    let issued = issue(&scene.root, json!({})).await;
    let (program, secret) = (scene.app.client(), issued.secret.as_str());
    let grant = ("grant_type", "refresh_token");
    for (fields, error) in [
        (vec![], "invalid_request"),
        (vec![grant], "invalid_request"),
        (vec![grant, ("refresh_token", "")], "invalid_request"),
        (vec![("refresh_token", secret)], "invalid_request"),
        (
            vec![grant, grant, ("refresh_token", secret)],
            "invalid_request",
        ),
        (
            vec![("grant_type", "password"), ("refresh_token", secret)],
            "unsupported_grant_type",
        ),
        (
            vec![("grant_type", "client_credentials")],
            "unsupported_grant_type",
        ),
        (
            vec![grant, ("refresh_token", "dwr_nothing")],
            "invalid_grant",
        ),
        (
            vec![grant, ("refresh_token", &secret[1..])],
            "invalid_grant",
        ),
        (
            vec![grant, ("refresh_token", secret), ("scope", "everything")],
            "invalid_scope",
        ),
        (
            vec![
                grant,
                ("refresh_token", secret),
                ("scope", "users:read users:fly"),
            ],
            "invalid_scope",
        ),
    ] {
        refused(form(&program, "/oauth/token", &fields).await, error);
    }
    let body = json!({ "grant_type": "refresh_token", "refresh_token": secret });
    refused(program.post("/oauth/token", body).await, "invalid_request");
    program.get("/oauth/token").await.status(405);
    let fields = [
        grant,
        ("refresh_token", secret),
        ("client_id", "anything"),
        ("scope", ""),
    ];
    form(&program, "/oauth/token", &fields).await.ok();
}

#[tokio::test]
async fn whatever_takes_its_ground_away_ends_it() {
    for end in [
        "UPDATE users SET disabled = TRUE WHERE login_id = 'hana.sato'",
        "UPDATE users SET expires_at = 5 WHERE login_id = 'hana.sato'",
        "UPDATE users SET deleted_at = 5 WHERE login_id = 'hana.sato'",
        "UPDATE users SET trusted_addresses = '10.0.0.1' WHERE login_id = 'hana.sato'",
        "UPDATE tokens SET trusted_addresses = '10.0.0.1'",
        "UPDATE tokens SET expires_at = 5",
        "DELETE FROM tokens",
    ] {
        let scene = Siblings::start().await;
        let (_, client) = scene.user("hana.sato", scene.acme, "auditor").await;
        let issued = issue(&client, json!({})).await;
        let token = access(&scene, &issued.secret).await;
        get(&scene, &token, "/api/v1/users").await.ok();
        scene.app.sql(end).await;
        scene.app.clock.advance(1);
        refused(
            exchange(&scene.app.client(), &issued.secret).await,
            "invalid_grant",
        );
        let answer = get(&scene, &token, "/api/v1/users").await;
        let expected = match end.contains("trusted") {
            true => (403, "address_not_trusted"),
            false => (401, "token.invalid"),
        };
        assert_eq!(
            (answer.status.as_u16(), answer.refusal().as_str()),
            expected,
            "{end}"
        );
    }
}

#[tokio::test]
async fn a_deleted_user_that_is_restored_has_no_tokens() {
    let scene = Siblings::start().await;
    let (hana, client) = scene.user("hana.sato", scene.acme, "user").await;
    let issued = issue(&client, json!({})).await;
    scene.app.delete(&scene.root, hana.id).await.ok();
    scene
        .root
        .post(&format!("/api/v1/users/{}/restore", hana.id), Value::Null)
        .await
        .ok();
    refused(
        exchange(&scene.app.client(), &issued.secret).await,
        "invalid_grant",
    );
}

#[tokio::test]
async fn a_token_of_one_kind_is_none_of_the_other() {
    let scene = Siblings::start().await;
    let api = issue(&scene.root, json!({ "kind": "api" })).await;
    assert!(api.secret.starts_with("dwa_"));
    refused(
        exchange(&scene.app.client(), &api.secret).await,
        "invalid_grant",
    );
    let refresh = issue(&scene.root, json!({})).await;
    let access = access(&scene, &refresh.secret).await;
    refused(
        exchange(&scene.app.client(), &access).await,
        "invalid_grant",
    );
    for secret in [&refresh.secret, &api.secret] {
        get(&scene, secret, "/api/v1/me").await.status(401);
    }
}

#[tokio::test]
async fn whoever_has_a_token_can_revoke_it() {
    let scene = Siblings::start().await;
    let issued = issue(&scene.root, json!({})).await;
    let token = access(&scene, &issued.secret).await;
    let program = scene.app.client();
    refused(
        form(&program, "/oauth/revoke", &[]).await,
        "invalid_request",
    );
    refused(
        form(&program, "/oauth/revoke", &[("token", &token)]).await,
        "unsupported_token_type",
    );
    for unknown in ["dwr_nothing", "nothing", "a.b.c"] {
        form(&program, "/oauth/revoke", &[("token", unknown)])
            .await
            .status(200);
    }
    get(&scene, &token, "/api/v1/me").await.ok();
    for _ in 0..2 {
        let fields = [
            ("token", issued.secret.as_str()),
            ("token_type_hint", "refresh_token"),
        ];
        form(&program, "/oauth/revoke", &fields).await.status(200);
    }
    assert_eq!(
        get(&scene, &token, "/api/v1/me").await.refusal(),
        "token.invalid"
    );
    refused(exchange(&program, &issued.secret).await, "invalid_grant");
}

//! Who issues tokens, of which kind, for how long, and who sees and deletes them.

use app::tokens::{Token, TokenChoice};
use serde_json::{Value, json};

use super::{access, bearing, exchange, get, issue, issued};
use crate::util::{Client, Siblings};

async fn tokens(client: &Client, user: app::UserId) -> Vec<Token> {
    let path = format!("/api/v1/users/{user}/tokens");
    client.get(&path).await.ok().read()
}

#[tokio::test]
async fn a_token_is_shown_once_and_listed_without_its_secret() {
    let scene = Siblings::start().await;
    let (hana, client) = scene.user("hana.sato", scene.acme, "auditor").await;
    let wish = json!({ "permissions": ["users:read"], "trusted_addresses": ["127.0.0.0/8"] });
    let issued = issue(&client, wish).await;
    assert!(issued.secret.starts_with("dwr_") && issued.secret.len() == 47);
    assert!(issued.secret.starts_with(&issued.token.hint) && issued.token.hint.len() == 8);
    let listed = client
        .get(&format!("/api/v1/users/{}/tokens", hana.id))
        .await
        .ok();
    assert!(!listed.body.contains(&issued.secret[10..]));
    assert_eq!(
        listed.read::<Vec<Token>>(),
        std::slice::from_ref(&issued.token)
    );
    assert_eq!(issued.token.last_used_at, None);
    assert_eq!(issued.token.trusted_addresses.to_string(), "127.0.0.0/8");

    access(&scene, &issued.secret).await;
    let used = tokens(&client, hana.id).await.pop().unwrap();
    assert_eq!(used.last_used_at, Some(scene.app.deps.now()));
    assert_eq!(used.last_used_from.as_deref(), Some("127.0.0.1"));
}

#[tokio::test]
async fn nothing_that_is_stored_opens_anything() {
    let scene = Siblings::start().await;
    let (_, client) = scene.user("hana.sato", scene.acme, "auditor").await;
    let issued = issue(&client, json!({})).await;
    let access = access(&scene, &issued.secret).await;
    let dump = format!("{:?}", scene.app.rows().await);
    for secret in [
        &issued.secret[8..],
        &access,
        access.rsplit('.').next().unwrap(),
    ] {
        assert!(!dump.contains(secret));
    }
}

#[tokio::test]
async fn a_token_lasts_no_longer_than_the_policy_and_its_owners_account() {
    let scene = Siblings::start().await;
    let (hana, client) = scene.user("hana.sato", scene.acme, "user").await;
    let choice: TokenChoice = client.get("/api/v1/me/token-choice").await.ok().read();
    let now = scene.app.deps.now();
    assert_eq!(choice.latest, Some(now.plus_seconds(30 * 86_400)));
    for wrong in [
        json!(null),
        json!(now.plus_seconds(30 * 86_400 + 1)),
        json!(now.plus_seconds(-1)),
        json!("soon"),
    ] {
        let answer = issued(&client, json!({ "expires_at": wrong })).await;
        assert_eq!(answer.fields(), ["expires_at"], "{wrong}");
    }
    let long =
        json!({ "token_validity": { "validity": "long_term" }, "exclusive_login": "inherit" });
    scene.app.set_tokens(&scene.root, hana.id, long).await.ok();
    assert_eq!(
        issue(&client, json!({ "expires_at": null }))
            .await
            .token
            .expires_at,
        None
    );

    let end = now.plus_seconds(3600);
    scene
        .app
        .edit(&scene.root, hana.id, json!({ "expires_at": end }))
        .await
        .ok();
    let answer = issued(&client, json!({ "expires_at": null }))
        .await
        .status(422);
    assert_eq!(answer.fields(), ["expires_at"]);
    issue(&client, json!({ "expires_at": end })).await;
}

#[tokio::test]
async fn nobody_puts_in_what_they_do_not_hold_for_programs() {
    let scene = Siblings::start().await;
    let (hana, client) = scene.user("hana.sato", scene.acme, "user").await;
    scene
        .give(
            hana.id,
            json!({ "web": ["users:read", "mail:read"], "app": [], "api": ["users:read"] }),
        )
        .await;
    let choice: TokenChoice = client.get("/api/v1/me/token-choice").await.ok().read();
    assert_eq!(choice.permissions, [app::roles::Permission::UsersRead]);
    let answer = issued(
        &client,
        json!({ "permissions": ["users:read", "mail:read"] }),
    )
    .await;
    assert_eq!(answer.status(422).fields(), ["permissions"]);
    issue(&client, json!({ "permissions": ["users:read"] })).await;
    issue(&client, json!({ "permissions": [] })).await;
}

#[tokio::test]
async fn every_wrong_field_is_named_and_nothing_is_kept() {
    let scene = Siblings::start().await;
    let (hana, client) = scene.user("hana.sato", scene.acme, "user").await;
    let wish = json!({
        "kind": "api", "rotates": true, "name": "", "trusted_addresses": ["10.0.0.0/33"], "permissions": ["users:read"],
    });
    let answer = issued(&client, wish).await.status(422);
    let named = ["name", "trusted_addresses[0]", "permissions", "rotates"];
    assert_eq!(answer.fields(), named);
    assert!(tokens(&client, hana.id).await.is_empty());
}

#[tokio::test]
async fn one_can_have_a_hundred() {
    let scene = Siblings::start().await;
    let (hana, client) = scene.user("hana.sato", scene.acme, "user").await;
    for _ in 0..100 {
        scene.token_of(hana.id).await;
    }
    let answer = issued(&client, json!({})).await.status(409);
    assert_eq!(answer.refusal(), "token.too_many");
    let gone = client
        .delete_plain(format!("/api/v1/users/{}/tokens", hana.id))
        .await
        .ok();
    assert_eq!(gone.json(), json!({ "deleted": 100 }));
    issue(&client, json!({})).await;
}

#[tokio::test]
async fn no_token_makes_or_deletes_tokens_of_its_owner() {
    let scene = Siblings::start().await;
    let root = scene.root.me().await.id;
    let issued = issue(&scene.root, json!({})).await;
    let token = access(&scene, &issued.secret).await;
    let draft = json!({ "name": "Another", "expires_at": "2027-02-01T00:00:00Z" });
    let id = issued.token.id;
    for (method, path, body) in [
        ("POST", "/api/v1/me/tokens".to_owned(), draft),
        (
            "POST",
            format!("/api/v1/me/tokens/{id}/secret"),
            Value::Null,
        ),
        (
            "DELETE",
            format!("/api/v1/users/{root}/tokens/{id}"),
            Value::Null,
        ),
        (
            "DELETE",
            format!("/api/v1/users/{root}/tokens"),
            Value::Null,
        ),
    ] {
        let answer = bearing(&scene, &token, method.parse().unwrap(), &path, body).await;
        assert_eq!(answer.status(403).refusal(), "token.not_by_token", "{path}");
    }
    get(&scene, &token, "/api/v1/me").await.ok();
}

#[tokio::test]
async fn administrators_see_and_delete_tokens_of_weaker_users_in_their_scope() {
    let scene = Siblings::start().await;
    let (hana, client) = scene.user("hana.sato", scene.acme, "user").await;
    let (_, colleague) = scene.user("ken.tanaka", scene.acme, "user").await;
    let (boss, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let (_, auditor) = scene.user("audit.or", scene.acme, "auditor").await;
    let (_, other) = scene
        .user("beta.admin", scene.beta, "company_administrator")
        .await;
    let issued = issue(&client, json!({})).await;
    let path = format!("/api/v1/users/{}/tokens", hana.id);
    let one = format!("{path}/{}", issued.token.id);
    assert_eq!(
        tokens(&auditor, hana.id).await,
        std::slice::from_ref(&issued.token)
    );
    for (client, status) in [(&colleague, 403), (&other, 404)] {
        client.get(&path).await.status(status);
    }
    for (client, status) in [(&colleague, 403), (&auditor, 403), (&other, 404)] {
        client.delete_plain(one.clone()).await.status(status);
        client.delete_plain(path.clone()).await.status(status);
    }
    // Of the right user, or not at all.
    let elsewhere = format!("/api/v1/users/{}/tokens/{}", boss.id, issued.token.id);
    scene.root.delete_plain(elsewhere).await.status(404);
    let stronger = scene.token_of(scene.root.me().await.id).await;
    let of_root = format!(
        "/api/v1/users/{}/tokens/{stronger}",
        scene.root.me().await.id
    );
    admin.delete_plain(of_root).await.status(404);
    admin.delete_plain(one.clone()).await.status(204);
    admin.delete_plain(one).await.status(404);
    exchange(&scene.app.client(), &issued.secret)
        .await
        .status(400);
}

#[tokio::test]
async fn who_has_not_proved_for_ten_minutes_that_it_is_they_is_asked_to() {
    let scene = Siblings::start().await;
    let (hana, client) = scene.user("hana.sato", scene.acme, "user").await;
    let first = issue(&client, json!({})).await.token.id;
    scene.app.clock.advance(601);
    let tokens = format!("/api/v1/users/{}/tokens", hana.id);
    let secret = format!("/api/v1/me/tokens/{first}/secret");
    for answer in [
        issued(&client, json!({})).await,
        client.post(&secret, Value::Null).await,
        client.delete_plain(format!("{tokens}/{first}")).await,
        client.delete_plain(tokens.clone()).await,
    ] {
        assert_eq!(answer.status(403).refusal(), "proof_needed.password");
    }
    let proof = json!({ "password": crate::util::PASSWORD });
    client.post("/api/v1/me/proof", proof).await.ok();
    issue(&client, json!({})).await;
    client.post(&secret, Value::Null).await.ok();
    client.delete_plain(tokens).await.ok();
}

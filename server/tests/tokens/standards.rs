//! What any OAuth library finds: the documents, the keys, and tokens signed by them.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use super::{access, issue};
use crate::util::Siblings;

fn part(token: &str, number: usize) -> Value {
    let part = token.split('.').nth(number).unwrap();
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap()
}

#[tokio::test]
async fn everything_is_found_from_the_discovery_document() {
    let scene = Siblings::start().await;
    let program = scene.app.client();
    let issuer = &scene.app.deps.public_url;
    let mut documents = Vec::new();
    for name in ["oauth-authorization-server", "openid-configuration"] {
        let answer = program.get(&format!("/.well-known/{name}")).await.ok();
        assert_eq!(answer.headers["content-type"], "application/json");
        documents.push(answer.json());
    }
    assert_eq!(documents[0], documents[1]);
    let document = &documents[0];
    assert_eq!(document["issuer"], json!(issuer));
    assert_eq!(document["grant_types_supported"], json!(["refresh_token"]));
    for (endpoint, status) in [
        ("token_endpoint", 405),
        ("revocation_endpoint", 405),
        ("introspection_endpoint", 405),
        ("jwks_uri", 200),
    ] {
        let path = document[endpoint]
            .as_str()
            .unwrap()
            .strip_prefix(issuer.as_str())
            .unwrap();
        program.get(path).await.status(status);
    }
}

#[tokio::test]
async fn an_access_token_is_what_rfc_9068_says_and_its_key_is_published() {
    let scene = Siblings::start().await;
    let root = scene.root.me().await;
    let issued = issue(&scene.root, json!({ "permissions": ["users:read"] })).await;
    let token = access(&scene, &issued.secret).await;
    let keys = scene.app.client().get("/.well-known/jwks.json").await.ok();
    assert_eq!(keys.headers["cache-control"], "public, max-age=3600");
    let keys = keys.json();
    let (header, claims) = (part(&token, 0), part(&token, 1));
    assert_eq!(
        (&header["alg"], &header["typ"]),
        (&json!("EdDSA"), &json!("at+jwt"))
    );
    let key = keys["keys"]
        .as_array()
        .unwrap()
        .iter()
        .find(|key| key["kid"] == header["kid"])
        .unwrap();
    assert_eq!(
        (&key["kty"], &key["crv"], &key["use"]),
        (&json!("OKP"), &json!("Ed25519"), &json!("sig"))
    );
    assert!(key.get("d").is_none());
    let now = scene.app.deps.now().millis() / 1000;
    let issuer = &scene.app.deps.public_url;
    assert_eq!(claims["iss"], json!(issuer));
    assert_eq!(claims["aud"], json!(format!("{issuer}/api/v1")));
    assert_eq!(
        (&claims["iat"], &claims["exp"]),
        (&json!(now), &json!(now + 600))
    );
    assert_eq!(claims["sub"], root.id.to_string());
    assert_eq!(claims["client_id"], format!("token-{}", issued.token.id));
    assert_eq!(claims["scope"], "users:read");
    assert!(claims["jti"].as_str().unwrap().len() > 20);
    assert_ne!(
        part(&access(&scene, &issued.secret).await, 1)["jti"],
        claims["jti"]
    );
}

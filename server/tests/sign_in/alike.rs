//! Every reason to say no at the first step looks alike.

use serde_json::json;

use crate::util::{PASSWORD, Siblings};

#[tokio::test]
async fn unknown_wrong_disabled_deleted_and_invited_and_expired_without_the_password_are_answered_alike()
 {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (disabled, _) = scene.user("disabled", scene.acme, "user").await;
    app.set_disabled(&scene.root, disabled.id, true).await.ok();
    let (deleted, _) = scene.user("deleted", scene.acme, "user").await;
    app.delete(&scene.root, deleted.id).await.ok();
    app.invite(&scene.root, "invited", scene.acme, json!({}))
        .await;
    scene.user("wrong", scene.acme, "user").await;
    let (expired, _) = scene.user("expired", scene.acme, "user").await;
    let soon = app.deps.now().plus_seconds(60);
    app.edit(&scene.root, expired.id, json!({ "expires_at": soon }))
        .await
        .ok();
    app.clock.advance(60);
    let unknown = app
        .client()
        .sign_in("nobody.here", PASSWORD)
        .await
        .status(401);
    assert_eq!(unknown.refusal(), "sign_in.wrong_credentials");
    for (login_id, password) in [
        ("wrong", "not the password at all"),
        ("disabled", PASSWORD),
        ("expired", "not the password at all"),
        ("deleted", PASSWORD),
        ("invited", PASSWORD),
        ("はな", PASSWORD),
        ("x", PASSWORD),
        ("wrong", &"long".repeat(500)),
    ] {
        let answer = app.client().sign_in(login_id, password).await;
        assert_eq!(answer.said(), unknown.said(), "{login_id}");
        let names = |answer: &crate::util::Answer| {
            let mut names: Vec<_> = answer.headers.keys().map(ToString::to_string).collect();
            names.sort_unstable();
            names
        };
        assert_eq!(names(&answer), names(&unknown), "{login_id}");
    }
    app.client().sign_in("WRONG ", PASSWORD).await.status(200);
}

#[tokio::test]
async fn what_was_not_typed_is_named() {
    let scene = Siblings::start().await;
    let client = scene.app.client();
    assert_eq!(
        client.sign_in(" ", PASSWORD).await.status(422).fields(),
        ["login_id"]
    );
    assert_eq!(
        client.sign_in("root", "").await.status(422).fields(),
        ["password"]
    );
}

#[tokio::test]
async fn a_link_of_somebody_who_may_no_longer_sign_in_is_not_one_of_ours() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let user = app
        .invite(&scene.root, "hana.sato", scene.acme, json!({}))
        .await;
    let token = app
        .mail("hana.sato@example.com", "Acceptance")
        .await
        .token();
    let client = app.client();
    let unknown = client
        .post("/api/v1/links/look", json!({ "token": "no-such-link" }))
        .await
        .said();
    app.set_disabled(&scene.root, user.id, true).await.ok();
    assert_eq!(
        client
            .post("/api/v1/links/look", json!({ "token": token }))
            .await
            .said(),
        unknown
    );
    let begin = json!({ "by": "link", "token": token });
    assert_eq!(client.post("/api/v1/login", begin).await.said(), unknown);
    app.set_disabled(&scene.root, user.id, false).await.ok();
    client
        .post("/api/v1/links/look", json!({ "token": token }))
        .await
        .ok();
    app.delete(&scene.root, user.id).await.ok();
    assert_eq!(
        client
            .post("/api/v1/links/look", json!({ "token": token }))
            .await
            .said(),
        unknown
    );
}

//! Generate password: who may, what ends with it, and that it opens the door only to choosing another.

use std::sync::Arc;

use app::{
    sign_in::{FlowView, Step},
    users::{AccountStatus, GeneratedPassword},
};
use serde_json::json;

use crate::util::{Answer, Client, PASSWORD, Siblings};

const CHOSEN: &str = "copper kettle november";

async fn generate(by: &Client, user: app::UserId) -> Answer {
    by.post(&format!("/api/v1/users/{user}/password"), json!({}))
        .await
}

async fn generated(by: &Client, user: app::UserId) -> String {
    let made: GeneratedPassword = generate(by, user).await.ok().read();
    made.password.reveal().to_owned()
}

#[tokio::test]
async fn it_lets_in_only_to_choose_another_and_is_dead_afterwards() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, old) = scene.user("hana.sato", scene.acme, "user").await;
    let password = generated(&scene.root, user.id).await;
    old.get("/api/v1/me").await.status(401);
    app.client()
        .sign_in("hana.sato", PASSWORD)
        .await
        .status(401);
    let client = app.client();
    let flow: FlowView = client.sign_in("hana.sato", &password).await.ok().read();
    assert!(
        matches!(flow.step, Step::NewPassword { .. }),
        "{:?}",
        flow.step
    );
    client.get("/api/v1/me").await.status(401);
    let flow = flow.flow.unwrap();
    let same = json!({ "step": "new_password", "password": password });
    let same = client.prove(&flow, same).await.status(422);
    assert_eq!(same.fields(), ["password"]);
    let chosen = json!({ "step": "new_password", "password": CHOSEN });
    client.prove(&flow, chosen).await.ok();
    client.get("/api/v1/me").await.ok();
    app.client()
        .sign_in("hana.sato", &password)
        .await
        .status(401);
    let view: FlowView = app.client().sign_in("hana.sato", CHOSEN).await.ok().read();
    assert!(matches!(view.step, Step::SignedIn));
}

#[tokio::test]
async fn it_is_told_once_and_kept_nowhere() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let request = scene
        .root
        .request(
            reqwest::Method::POST,
            &format!("/api/v1/users/{}/password", user.id),
        )
        .header("idempotency-key", "once");
    let answer = scene.root.send(request).await.ok();
    assert_eq!(answer.headers["cache-control"], "no-store");
    let made: GeneratedPassword = answer.read();
    let password = made.password.reveal();
    let mail = app.mail("hana.sato@example.com", "administrator").await;
    assert!(!mail.text.contains(password), "{}", mail.text);
    for (table, rows) in app.rows().await {
        for row in rows {
            assert!(!row.contains(password), "{table}: {row}");
        }
    }
}

#[tokio::test]
async fn a_second_factor_is_still_asked() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, _, authenticator, _) = app
        .user_with_authenticator(&scene.root, "hana.sato", scene.acme)
        .await;
    let password = generated(&scene.root, user.id).await;
    let client = app.client();
    let flow: FlowView = client.sign_in("hana.sato", &password).await.ok().read();
    assert!(matches!(flow.step, Step::SecondFactor));
    let flow = flow.flow.unwrap();
    let code = json!({ "step": "code", "code": authenticator.code(app.deps.now()) });
    let view: FlowView = client.prove(&flow, code).await.ok().read();
    assert!(matches!(view.step, Step::NewPassword { .. }));
}

#[tokio::test]
async fn who_may_not_changes_nothing() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let (stronger, _) = scene
        .user("admin.acme", scene.acme, "company_administrator")
        .await;
    let desk = scene
        .custom_role(scene.acme, "desk", &["users:read", "credentials:reset"])
        .await;
    let reader = scene
        .custom_role(scene.acme, "reader", &["users:read"])
        .await;
    let (desk_user, helper) = scene.user("helper", scene.acme, "desk").await;
    let (_, looker) = scene.user("looker", scene.acme, "reader").await;
    let elsewhere = scene
        .custom_role(scene.beta, "far", &["users:read", "credentials:reset"])
        .await;
    assert!(desk > 0 && reader > 0 && elsewhere > 0);
    let (_, far) = scene.user("far.away", scene.beta, "far").await;
    let (disabled, _) = scene.user("disabled", scene.acme, "user").await;
    app.set_disabled(&scene.root, disabled.id, true).await.ok();
    let (deleted, _) = scene.user("deleted", scene.acme, "user").await;
    app.delete(&scene.root, deleted.id).await.ok();
    let before = app.rows().await;
    for (by, whom, status, refusal) in [
        (&looker, user.id, 403, "not_allowed"),
        (&far, user.id, 404, "not_found"),
        (&helper, stronger.id, 403, "user.stronger"),
        (&helper, desk_user.id, 409, "user.oneself"),
        (&helper, disabled.id, 409, "user.cannot_sign_in"),
        (&helper, deleted.id, 409, "user.in_the_bin"),
        (&app.client(), user.id, 401, "not_signed_in"),
    ] {
        let answer = generate(by, whom).await.status(status);
        assert_eq!(answer.refusal(), refusal);
    }
    assert_eq!(app.rows().await, before);
    generated(&helper, user.id).await;
}

#[tokio::test]
async fn the_links_that_were_out_are_void() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let invited = app
        .invite(&scene.root, "invited", scene.acme, json!({}))
        .await;
    let invitation = app
        .mail("invited@example.com", "User Registration Acceptance Email")
        .await;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let forgotten = json!({ "login_id": "hana.sato" });
    app.client()
        .post("/api/v1/login/forgotten-password", forgotten)
        .await
        .ok();
    let link = app.mail("hana.sato@example.com", "password").await;
    generated(&scene.root, invited.id).await;
    generated(&scene.root, user.id).await;
    for token in [invitation.token(), link.token()] {
        let start = json!({ "by": "link", "token": token });
        let answer = app.client().post("/api/v1/login", start).await.status(410);
        assert_eq!(answer.refusal(), "invitation.voided");
    }
    let shown = app.shown(&scene.root, invited.id).await;
    assert_eq!(shown.status, AccountStatus::Active);
}

#[tokio::test]
async fn a_flow_that_stood_at_the_new_password_does_not_outlive_it() {
    let scene = Siblings::start().await;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let first = generated(&scene.root, user.id).await;
    let client = scene.app.client();
    let flow: FlowView = client.sign_in("hana.sato", &first).await.ok().read();
    generated(&scene.root, user.id).await;
    let chosen = json!({ "step": "new_password", "password": CHOSEN });
    client.prove(&flow.flow.unwrap(), chosen).await.status(410);
    scene
        .app
        .client()
        .sign_in("hana.sato", CHOSEN)
        .await
        .status(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_made_at_once_one_is_the_password() {
    let scene = Siblings::start().await;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let root = Arc::new(scene.app.signed_in("root").await);
    let tries: Vec<_> = (0..8)
        .map(|_| {
            let root = Arc::clone(&root);
            tokio::spawn(async move { generated(&root, user.id).await })
        })
        .collect();
    // Only when all are made: until then each may have been the password for a moment.
    let mut passwords = Vec::new();
    for attempt in tries {
        passwords.push(attempt.await.unwrap());
    }
    let mut right = 0;
    for password in passwords {
        // As an administrator would: what went wrong before must not slow the next one down.
        let path = format!("/api/v1/users/{}/unlock", user.id);
        root.post(&path, json!({})).await.ok();
        let answer = scene.app.client().sign_in("hana.sato", &password).await;
        right += u32::from(answer.status.is_success());
    }
    assert_eq!(right, 1);
}

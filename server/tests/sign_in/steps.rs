//! A login flow takes at each step what is asked there, and nothing else.

use std::time::Duration;

use app::sign_in::{FlowView, Step};
use sea_orm::ConnectionTrait;
use serde_json::json;

use crate::util::{PASSWORD, Siblings};

#[tokio::test]
async fn another_users_recovery_code_is_none() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (.., theirs) = app
        .user_with_authenticator(&scene.root, "kenji", scene.acme)
        .await;
    let (_, client, _, own) = app
        .user_with_authenticator(&scene.root, "hana.sato", scene.acme)
        .await;
    let flow: FlowView = client.sign_in("hana.sato", PASSWORD).await.ok().read();
    let flow = flow.flow.unwrap();
    let foreign = json!({ "step": "recovery_code", "code": theirs[0] });
    client.prove(&flow, foreign).await.status(422);
    // It is not spent by that either.
    let kenji = app.client();
    let view: FlowView = kenji.sign_in("kenji", PASSWORD).await.ok().read();
    kenji
        .prove(
            &view.flow.unwrap(),
            json!({ "step": "recovery_code", "code": theirs[0] }),
        )
        .await
        .ok();
    client
        .prove(&flow, json!({ "step": "recovery_code", "code": own[0] }))
        .await
        .ok();
}

#[tokio::test]
async fn another_users_authenticator_is_none() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (_, _, theirs, _) = app
        .user_with_authenticator(&scene.root, "kenji", scene.acme)
        .await;
    let (_, client, ..) = app
        .user_with_authenticator(&scene.root, "hana.sato", scene.acme)
        .await;
    let flow: FlowView = client.sign_in("hana.sato", PASSWORD).await.ok().read();
    let code = json!({ "step": "code", "code": theirs.code(app.deps.now()) });
    client.prove(&flow.flow.unwrap(), code).await.status(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_that_is_changed_while_it_is_looked_at_opens_nothing() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let sessions = format!("SELECT id FROM sessions WHERE user_id = {}", user.id);
    let before = app.numbers(&sessions).await;
    let elsewhere = app.deps.db.begin().await.unwrap();
    let change = format!(
        "UPDATE users SET password_set_at = password_set_at + 1 WHERE id = {}",
        user.id
    );
    elsewhere.execute_unprepared(&change).await.unwrap();
    let client = app.client();
    let sign_in = tokio::spawn(async move { client.sign_in("hana.sato", PASSWORD).await });
    // Time enough to look at the password; what comes of it waits for the change.
    tokio::time::sleep(Duration::from_millis(500)).await;
    elsewhere.commit().await.unwrap();
    let answer = sign_in.await.unwrap().status(410);
    assert_eq!(answer.refusal(), "sign_in.flow_over");
    assert_eq!(app.numbers(&sessions).await, before);
}

#[tokio::test]
async fn a_proof_of_another_step_is_refused_and_changes_nothing() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    app.user_with_authenticator(&scene.root, "hana.sato", scene.acme)
        .await;
    let client = app.client();
    let flow: FlowView = client.sign_in("hana.sato", PASSWORD).await.ok().read();
    let flow = flow.flow.unwrap();
    let before = app.rows().await;
    for proof in [
        json!({ "step": "new_password", "password": "gravel lantern sparrow" }),
        json!({ "step": "enrol", "code": "123456" }),
        json!({ "step": "not_now" }),
        json!({ "step": "kept_recovery_codes" }),
    ] {
        let answer = client.prove(&flow, proof.clone()).await.status(409);
        assert_eq!(answer.refusal(), "sign_in.wrong_step", "{proof}");
    }
    assert_eq!(app.rows().await, before);
    let view: FlowView = client
        .get(&format!("/api/v1/login/{flow}"))
        .await
        .ok()
        .read();
    assert_eq!(view.step, Step::SecondFactor);
}

#[tokio::test]
async fn what_is_required_cannot_be_put_off() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    app.invite(
        &scene.root,
        "hana.sato",
        scene.acme,
        json!({ "otp_configured": true }),
    )
    .await;
    let token = app
        .mail("hana.sato@example.com", "Acceptance")
        .await
        .token();
    let client = app.client();
    let view = client.open_link(&token).await;
    let Step::Enrol(shown) = view.step else {
        panic!("no QR code was shown: {:?}", view.step);
    };
    assert!(!shown.optional);
    let flow = view.flow.unwrap();
    for proof in [
        json!({ "step": "not_now" }),
        json!({ "step": "new_password", "password": PASSWORD }),
        json!({ "step": "code", "code": "123456" }),
        json!({ "step": "recovery_code", "code": "abcd-efgh-jkmn" }),
    ] {
        client.prove(&flow, proof).await.status(409);
    }
    // Looked at again, the same key is shown.
    let again: FlowView = client
        .get(&format!("/api/v1/login/{flow}"))
        .await
        .ok()
        .read();
    assert_eq!(again.step, Step::Enrol(shown));
}

#[tokio::test]
async fn the_key_is_shown_to_nobody_once_it_is_bound() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    app.user_with_authenticator(&scene.root, "hana.sato", scene.acme)
        .await;
    let client = app.client();
    let answer = client.sign_in("hana.sato", PASSWORD).await.ok();
    assert!(
        !answer.body.contains("otpauth") && !answer.body.contains("<svg"),
        "{}",
        answer.body
    );
    let flow: FlowView = answer.read();
    assert_eq!(flow.step, Step::SecondFactor);
}

#[tokio::test]
async fn a_flow_lasts_half_an_hour_and_can_be_given_up() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (_, _, authenticator, _) = app
        .user_with_authenticator(&scene.root, "hana.sato", scene.acme)
        .await;
    let client = app.client();
    let code = |app: &crate::util::TestApp| json!({ "step": "code", "code": authenticator.code(app.deps.now()) });
    let flow: FlowView = client.sign_in("hana.sato", PASSWORD).await.ok().read();
    app.clock.advance(30 * 60);
    client
        .prove(&flow.flow.unwrap(), code(app))
        .await
        .status(410);
    let flow: FlowView = client.sign_in("hana.sato", PASSWORD).await.ok().read();
    let flow = flow.flow.unwrap();
    client
        .delete_plain(format!("/api/v1/login/{flow}"))
        .await
        .status(204);
    client.prove(&flow, code(app)).await.status(410);
    client.get("/api/v1/me").await.status(401);
}

#[tokio::test]
async fn set_up_is_done_once() {
    let scene = Siblings::start().await;
    let client = scene.app.client();
    assert_eq!(
        client.get("/api/v1/set-up").await.ok().json()["needed"],
        false
    );
    assert!(
        server::sign_in::set_up::new_link(&scene.app.deps)
            .await
            .unwrap()
            .is_none()
    );
    let draft = json!({
        "token": "guessed", "company": "Evil", "login_id": "evil", "email": "evil@example.com",
        "first_name": "Eve", "last_name": "Evil", "password": "gravel lantern sparrow",
    });
    let before = scene.app.rows().await;
    assert_eq!(
        client
            .post("/api/v1/set-up", draft)
            .await
            .status(410)
            .refusal(),
        "sign_in.set_up_over"
    );
    assert_eq!(scene.app.rows().await, before);
}

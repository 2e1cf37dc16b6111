//! One's own authenticator: the old one works until the new one is confirmed, and it stays where it is required.

use app::{
    account::{AccountSecurity, RecoveryCodes},
    sign_in::{Enrolment, FlowView, Step},
};
use serde_json::json;

use crate::util::{Answer, Authenticator, Client, PASSWORD, Siblings};

const AUTHENTICATOR: &str = "/api/v1/me/authenticator";

async fn begin(client: &Client) -> Answer {
    client
        .post(AUTHENTICATOR, json!({ "password": PASSWORD }))
        .await
}

async fn begun(client: &Client) -> Authenticator {
    let enrolment: Enrolment = begin(client).await.ok().read();
    Authenticator::with_key(&enrolment.key)
}

async fn confirm(client: &Client, code: &str) -> Answer {
    client.put(AUTHENTICATOR, json!({ "code": code })).await
}

async fn remove(client: &Client) -> Answer {
    client.delete_plain(AUTHENTICATOR.into()).await
}

/// Signs in elsewhere with the password, and a code if it is asked.
async fn sign_in(scene: &Siblings, login_id: &str, authenticator: Option<&Authenticator>) -> bool {
    let client = scene.app.client();
    let view: FlowView = client.sign_in(login_id, PASSWORD).await.ok().read();
    match (view.step, authenticator) {
        (Step::SignedIn, None) => true,
        (Step::SecondFactor, Some(authenticator)) => {
            let code = authenticator.code(scene.app.deps.now());
            let proof = json!({ "step": "code", "code": code });
            let answer = client.prove(&view.flow.unwrap(), proof).await;
            answer.status.is_success()
        }
        _ => false,
    }
}

async fn security(client: &Client) -> AccountSecurity {
    client.get("/api/v1/me/security").await.ok().read()
}

#[tokio::test]
async fn whoever_likes_sets_one_up_and_takes_it_back() {
    let scene = Siblings::start().await;
    let (user, hana) = scene.user("hana.sato", scene.acme, "user").await;
    let elsewhere = scene.app.signed_in("hana.sato").await;
    let authenticator = begun(&hana).await;
    let code = authenticator.code(scene.app.deps.now());
    let codes: RecoveryCodes = confirm(&hana, &code).await.ok().read();
    assert_eq!(codes.codes.len(), 10);
    scene
        .app
        .mail(&user.email, "authenticator was set up")
        .await;
    // It closes no session, but what the password proved there is no longer enough.
    elsewhere.get("/api/v1/me").await.ok();
    let refused = remove(&elsewhere).await.status(403);
    assert_eq!(refused.refusal(), "proof_needed.code");
    scene.app.clock.advance(30);
    assert!(sign_in(&scene, "hana.sato", Some(&authenticator)).await);
    assert_eq!(security(&hana).await.second_factor.stays, None);
    remove(&hana).await.status(204);
    hana.get("/api/v1/me").await.ok();
    let told = elsewhere.get("/api/v1/me").await.status(401);
    assert_eq!(told.refusal(), "session_ended.authenticator_changed");
    scene.app.mail(&user.email, "switched off").await;
    assert!(sign_in(&scene, "hana.sato", None).await);
    assert_eq!(
        remove(&hana).await.status(409).refusal(),
        "account.no_authenticator"
    );
}

#[tokio::test]
async fn the_old_one_works_until_the_new_one_is_confirmed() {
    let scene = Siblings::start().await;
    let (_, hana, old, codes) = scene
        .app
        .user_with_authenticator(&scene.root, "hana.sato", scene.acme)
        .await;
    let new = begun(&hana).await;
    assert!(sign_in(&scene, "hana.sato", Some(&old)).await);
    scene.app.clock.advance(30);
    assert!(!sign_in(&scene, "hana.sato", Some(&new)).await);
    // A wrong code keeps what was shown.
    let wrong = old.code(scene.app.deps.now());
    assert_eq!(confirm(&hana, &wrong).await.status(422).fields(), ["code"]);
    let code = new.code(scene.app.deps.now());
    confirm(&hana, &code).await.ok();
    // It was used by that, here and where one signs in.
    assert!(!sign_in(&scene, "hana.sato", Some(&new)).await);
    assert_eq!(
        confirm(&hana, &code).await.status(410).refusal(),
        "account.set_up_over"
    );
    scene.app.clock.advance(30);
    assert!(!sign_in(&scene, "hana.sato", Some(&old)).await);
    assert!(sign_in(&scene, "hana.sato", Some(&new)).await);
    let client = scene.app.client();
    let view: FlowView = client.sign_in("hana.sato", PASSWORD).await.ok().read();
    let proof = json!({ "step": "recovery_code", "code": codes[0] });
    client.prove(&view.flow.unwrap(), proof).await.status(422);
}

#[tokio::test]
async fn replacing_asks_for_the_password_and_with_an_old_sign_in_for_a_code_too() {
    let scene = Siblings::start().await;
    let (_, hana, authenticator, _) = scene
        .app
        .user_with_authenticator(&scene.root, "hana.sato", scene.acme)
        .await;
    let wrong = json!({ "password": "not the password" });
    let refused = hana.post(AUTHENTICATOR, wrong).await.status(422);
    assert_eq!(refused.fields(), ["password"]);
    scene.app.clock.advance(11 * 60);
    for answer in [
        begin(&hana).await,
        hana.post("/api/v1/me/recovery-codes", json!({})).await,
    ] {
        assert_eq!(answer.status(403).refusal(), "proof_needed.code");
    }
    let code = json!({ "code": authenticator.code(scene.app.deps.now()) });
    hana.post("/api/v1/me/proof", code).await.status(204);
    begin(&hana).await.ok();
}

#[tokio::test]
async fn where_it_is_required_it_is_replaced_but_not_removed() {
    let scene = Siblings::start().await;
    let (user, hana, ..) = scene
        .app
        .user_with_authenticator(&scene.root, "hana.sato", scene.acme)
        .await;
    let seen = serde_json::to_value(security(&hana).await.second_factor.stays).unwrap();
    assert_eq!(seen, "required_for_you");
    assert_eq!(
        remove(&hana).await.status(409).refusal(),
        "account.required_for_you"
    );
    let class = scene.class_of(scene.acme).await;
    for sql in [
        format!(
            "INSERT INTO policy_class_settings (class_id, setting, value) VALUES ({class}, 'two_factor_required', 'true')"
        ),
        format!(
            "INSERT INTO company_policy_classes (company_id, class_id) VALUES ({}, {class})",
            scene.acme
        ),
        format!(
            "UPDATE users SET two_factor = 'inherit' WHERE id = {}",
            user.id
        ),
    ] {
        scene.app.sql(&sql).await;
    }
    assert_eq!(
        remove(&hana).await.status(409).refusal(),
        "account.required_by_policy"
    );
    assert!(
        security(&hana)
            .await
            .second_factor
            .authenticator_bound_at
            .is_some()
    );
}

#[tokio::test]
async fn what_an_administrator_asks_for_is_no_choice_any_more() {
    let scene = Siblings::start().await;
    let (user, hana) = scene.user("hana.sato", scene.acme, "user").await;
    let code = begun(&hana).await.code(scene.app.deps.now());
    confirm(&hana, &code).await.ok();
    let enable = format!("/api/v1/users/{}/two-factor", user.id);
    let answer = scene.root.put(&enable, json!({ "enabled": true })).await;
    answer.ok();
    let refused = remove(&hana).await.status(409);
    assert_eq!(refused.refusal(), "account.required_for_you");
    // Their authenticator is the same as before.
    let seen = security(&hana).await.second_factor;
    assert_eq!(seen.recovery_codes_left, 10);
}

#[tokio::test]
async fn new_recovery_codes_void_the_old() {
    let scene = Siblings::start().await;
    let (user, hana, _, old) = scene
        .app
        .user_with_authenticator(&scene.root, "hana.sato", scene.acme)
        .await;
    let answer = hana.post("/api/v1/me/recovery-codes", json!({})).await;
    let new: RecoveryCodes = answer.ok().read();
    assert_eq!(new.codes.len(), 10);
    scene.app.mail(&user.email, "New recovery codes").await;
    for (code, lets_in) in [(&old[0], false), (&new.codes[0], true)] {
        let client = scene.app.client();
        let view: FlowView = client.sign_in("hana.sato", PASSWORD).await.ok().read();
        let proof = json!({ "step": "recovery_code", "code": code });
        let answer = client.prove(&view.flow.unwrap(), proof).await;
        assert_eq!(answer.status.is_success(), lets_in);
    }
    assert_eq!(security(&hana).await.second_factor.recovery_codes_left, 9);
    let event = scene.events("recovery_codes.made").await.remove(0);
    assert!(event.succeeded);
}

#[tokio::test]
async fn of_many_confirmations_one_wins() {
    let scene = Siblings::start().await;
    let (_, hana) = scene.user("hana.sato", scene.acme, "user").await;
    let code = begun(&hana).await.code(scene.app.deps.now());
    let (a, b, c) = tokio::join!(
        confirm(&hana, &code),
        confirm(&hana, &code),
        confirm(&hana, &code)
    );
    let won = [&a, &b, &c]
        .iter()
        .filter(|answer| answer.status.is_success())
        .count();
    assert_eq!(won, 1, "{a:?} {b:?} {c:?}");
    assert_eq!(scene.events("authenticator.bound").await.len(), 1);
    assert_eq!(
        scene
            .app
            .numbers("SELECT COUNT(*) FROM recovery_codes")
            .await,
        [10]
    );
}

#[tokio::test]
async fn what_was_begun_is_known_to_its_session_alone_and_not_for_long() {
    let scene = Siblings::start().await;
    let (_, hana) = scene.user("hana.sato", scene.acme, "user").await;
    let elsewhere = scene.app.signed_in("hana.sato").await;
    let authenticator = begun(&hana).await;
    let code = authenticator.code(scene.app.deps.now());
    confirm(&elsewhere, &code).await.status(410);
    scene.app.clock.advance(31 * 60);
    let code = authenticator.code(scene.app.deps.now());
    confirm(&hana, &code).await.status(410);
    assert_eq!(
        security(&hana).await.second_factor.authenticator_bound_at,
        None
    );
}

#[tokio::test]
async fn what_began_before_another_was_bound_does_not_take_its_place() {
    let scene = Siblings::start().await;
    let (_, hana) = scene.user("hana.sato", scene.acme, "user").await;
    let elsewhere = scene.app.signed_in("hana.sato").await;
    let late = begun(&elsewhere).await;
    let first = begun(&hana).await;
    confirm(&hana, &first.code(scene.app.deps.now())).await.ok();
    let code = late.code(scene.app.deps.now());
    confirm(&elsewhere, &code).await.status(410);
}

#[tokio::test]
async fn who_lost_their_phone_comes_in_by_a_recovery_code_and_sets_up_another() {
    let scene = Siblings::start().await;
    let (_, _, _, codes) = scene
        .app
        .user_with_authenticator(&scene.root, "hana.sato", scene.acme)
        .await;
    let client = scene.app.client();
    let view: FlowView = client.sign_in("hana.sato", PASSWORD).await.ok().read();
    let proof = json!({ "step": "recovery_code", "code": codes[0] });
    client.prove(&view.flow.unwrap(), proof).await.ok();
    let new = begun(&client).await;
    let code = new.code(scene.app.deps.now());
    confirm(&client, &code).await.ok();
}

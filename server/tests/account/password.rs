//! Changing one's own password: the present one is asked, and everybody else who is signed in is out.

use app::{account::AccountSecurity, audit::AuditEvent};
use serde_json::json;

use crate::util::{Answer, Client, PASSWORD, Siblings};

const NEW: &str = "gravel lantern sparrow";

async fn change(client: &Client, current: &str, new: &str) -> Answer {
    let change = json!({ "current_password": current, "password": new });
    client.put("/api/v1/me/password", change).await
}

async fn newest(scene: &Siblings) -> AuditEvent {
    scene.events("password.set").await.remove(0)
}

#[tokio::test]
async fn it_ends_the_other_sessions_and_keeps_this_one() {
    let scene = Siblings::start().await;
    let (user, hana) = scene.user("hana.sato", scene.acme, "user").await;
    let elsewhere = scene.app.signed_in("hana.sato").await;
    change(&hana, PASSWORD, NEW).await.status(204);
    hana.get("/api/v1/me").await.ok();
    let told = elsewhere.get("/api/v1/me").await.status(401);
    assert_eq!(told.refusal(), "session_ended.password_changed");
    let client = scene.app.client();
    client.sign_in("hana.sato", PASSWORD).await.status(401);
    client.sign_in("hana.sato", NEW).await.ok();
    let mail = scene.app.mail(&user.email, "password was changed").await;
    assert!(!mail.text.contains(NEW));
    let event = newest(&scene).await;
    assert_eq!(
        (
            event.succeeded,
            event.actor.unwrap().id,
            event.subject.unwrap().id
        ),
        (true, user.id, user.id)
    );
    assert_eq!(event.details[0].field, "sessions_ended");
    assert_eq!(event.details[0].after.as_deref(), Some("1"));
}

#[tokio::test]
async fn a_wrong_present_password_changes_nothing_and_is_slowed_down_like_a_sign_in() {
    let scene = Siblings::start().await;
    let (_, hana) = scene.user("hana.sato", scene.acme, "user").await;
    for _ in 0..5 {
        let wrong = change(&hana, "not the password", NEW).await.status(422);
        assert_eq!(wrong.fields(), ["current_password"]);
    }
    change(&hana, "not the password", NEW).await.status(422);
    // Also the right one has to wait, here and where one signs in.
    change(&hana, PASSWORD, NEW).await.status(429);
    let client = scene.app.client();
    client.sign_in("hana.sato", PASSWORD).await.status(429);
    let event = newest(&scene).await;
    assert!(!event.succeeded);
    assert_eq!(event.details[0].after.as_deref(), Some("current_password"));
    scene.app.clock.advance(10);
    change(&hana, PASSWORD, NEW).await.status(204);
}

#[tokio::test]
async fn what_will_not_do_is_said_beside_the_field_and_only_to_who_knows_the_present_one() {
    let scene = Siblings::start().await;
    let (_, hana) = scene.user("hana.sato", scene.acme, "user").await;
    for new in [
        "",
        "short",
        "aaaaaaaaaaaaaaaaaaaaaa",
        "hana.satohana.sato",
        PASSWORD,
    ] {
        let refused = change(&hana, PASSWORD, new).await.status(422);
        assert_eq!(refused.fields(), ["password"], "{new}");
    }
    // Whoever found an open session does not learn the password by trying it as the new one.
    let guess = change(&hana, "a guess that is wrong", PASSWORD).await;
    assert_eq!(guess.fields(), ["current_password"]);
    assert_eq!(
        hana.put("/api/v1/me/password", json!({}))
            .await
            .status(422)
            .fields(),
        ["current_password", "password"]
    );
    change(&hana, PASSWORD, NEW).await.status(204);
}

#[tokio::test]
async fn with_an_authenticator_an_old_sign_in_needs_a_code_first() {
    let scene = Siblings::start().await;
    let (_, hana, authenticator, codes) = scene
        .app
        .user_with_authenticator(&scene.root, "hana.sato", scene.acme)
        .await;
    scene.app.clock.advance(11 * 60);
    let refused = change(&hana, PASSWORD, NEW).await.status(403);
    assert_eq!(refused.refusal(), "proof_needed.code");
    let recovery = json!({ "code": codes[0] });
    hana.post("/api/v1/me/proof", recovery).await.status(422);
    let code = json!({ "code": authenticator.code(scene.app.deps.now()) });
    hana.post("/api/v1/me/proof", code).await.status(204);
    change(&hana, PASSWORD, NEW).await.status(204);
}

#[tokio::test]
async fn without_one_the_present_password_is_proof_enough() {
    let scene = Siblings::start().await;
    let (_, hana) = scene.user("hana.sato", scene.acme, "user").await;
    scene.app.clock.advance(11 * 60);
    change(&hana, PASSWORD, NEW).await.status(204);
}

#[tokio::test]
async fn of_two_at_the_same_moment_one_wins() {
    let scene = Siblings::start().await;
    let (_, here) = scene.user("hana.sato", scene.acme, "user").await;
    let there = scene.app.signed_in("hana.sato").await;
    let (one, other) = tokio::join!(
        change(&here, PASSWORD, NEW),
        change(&there, PASSWORD, "marble harbour cloud"),
    );
    let won = [one.status.as_u16(), other.status.as_u16()]
        .iter()
        .filter(|status| **status == 204)
        .count();
    assert_eq!(won, 1, "{one:?} {other:?}");
    let sessions = "SELECT COUNT(*) FROM sessions s JOIN users u ON u.id = s.user_id WHERE u.login_id = 'hana.sato'";
    assert_eq!(scene.app.numbers(sessions).await, [1]);
}

#[tokio::test]
async fn a_link_that_was_mailed_before_is_void() {
    let scene = Siblings::start().await;
    let (user, hana) = scene.user("hana.sato", scene.acme, "user").await;
    let forgotten = json!({ "login_id": "hana.sato" });
    let client = scene.app.client();
    client
        .post("/api/v1/login/forgotten-password", forgotten)
        .await
        .status(204);
    let token = scene.app.mail(&user.email, "assword").await.token();
    change(&hana, PASSWORD, NEW).await.status(204);
    let start = json!({ "by": "link", "token": token });
    client.post("/api/v1/login", start).await.status(410);
}

#[tokio::test]
async fn who_has_no_password_is_told_so() {
    let scene = Siblings::start().await;
    let (_, hana) = scene.user("hana.sato", scene.acme, "user").await;
    for sql in [
        "DELETE FROM passwords",
        "UPDATE users SET password_set_at = 0",
    ] {
        let of_hana = match sql.starts_with("DELETE") {
            true => " WHERE user_id = (SELECT id FROM users WHERE login_id = 'hana.sato')",
            false => " WHERE login_id = 'hana.sato'",
        };
        scene.app.sql(&format!("{sql}{of_hana}")).await;
    }
    let refused = change(&hana, PASSWORD, NEW).await.status(409);
    assert_eq!(refused.refusal(), "account.no_password");
    let seen: AccountSecurity = hana.get("/api/v1/me/security").await.ok().read();
    assert_eq!(seen.password, None);
}

#[tokio::test]
async fn what_one_signs_in_by_is_seen_without_any_secret() {
    let scene = Siblings::start().await;
    let (_, hana) = scene.user("hana.sato", scene.acme, "user").await;
    let (_, ken, ..) = scene
        .app
        .user_with_authenticator(&scene.root, "ken.tanaka", scene.acme)
        .await;
    let hanas: AccountSecurity = hana.get("/api/v1/me/security").await.ok().read();
    assert_eq!(hanas.password.unwrap().min_length, 15);
    assert!(!hanas.second_factor.required);
    assert_eq!(hanas.second_factor.authenticator_bound_at, None);
    let kens: AccountSecurity = ken.get("/api/v1/me/security").await.ok().read();
    assert_eq!(kens.password.unwrap().min_length, 8);
    assert_eq!(kens.second_factor.recovery_codes_left, 10);
    assert!(kens.second_factor.authenticator_bound_at.is_some());
}

#[tokio::test]
async fn password_managers_are_sent_to_the_page() {
    let scene = Siblings::start().await;
    let answer = scene.app.client().get("/.well-known/change-password").await;
    assert_eq!(answer.status.as_u16(), 303);
    assert_eq!(answer.headers["location"], "/account?update=password");
}

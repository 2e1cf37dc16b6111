//! Why a session ended is told to whoever presents it, and to nobody else; asking whether it lasts is no use of it.

use app::{Refusal, UserId, sessions::Ending};
use reqwest::Method;
use serde_json::json;
use server::sign_in::janitor;

use crate::util::{Answer, Client, PASSWORD, Siblings};

const HOUR: i64 = 60 * 60;
const DAY: i64 = 24 * HOUR;

async fn check(client: &Client) -> Answer {
    client.get("/api/v1/session").await
}

/// Why it ended, as a page is told.
async fn told(client: &Client) -> Refusal {
    let answer = client.post("/ui/sessions/check", json!({})).await;
    answer.status(401).read()
}

/// Somebody signed in, then a deed, then why they are told that their session has ended.
async fn told_after(
    deed: impl AsyncFn(&Siblings, UserId, &Client),
    refusal: &str,
    expected: Ending,
) {
    let scene = Siblings::start().await;
    let (user, client) = scene.user("hana.sato", scene.acme, "user").await;
    check(&client).await.status(204);
    deed(&scene, user.id, &client).await;
    for path in ["/api/v1/session", "/api/v1/me"] {
        let answer = client.get(path).await.status(401);
        assert_eq!(answer.refusal(), refusal, "{path}");
        assert_eq!(answer.json()["ending"], json!(expected), "{path}");
    }
    assert_eq!(told(&client).await, Refusal::SessionEnded(expected));
    // A stranger who presents nothing, or something else, learns nothing.
    let stranger = scene.app.client();
    assert_eq!(
        check(&stranger).await.status(401).refusal(),
        "not_signed_in"
    );
    let request = stranger.request(Method::GET, "/api/v1/session").header(
        "cookie",
        "doorward-session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    );
    let guessed = stranger.send(request).await.status(401);
    assert_eq!(guessed.refusal(), "not_signed_in");
    assert!(guessed.json().get("ending").is_none());
}

#[tokio::test]
async fn by_an_administrator() {
    told_after(
        async |scene, id, _| {
            let path = format!("/api/v1/users/{id}/sessions");
            scene.root.delete_plain(path).await.ok();
        },
        "session_ended.ended_by_administrator",
        Ending::EndedByAdministrator,
    )
    .await;
}

#[tokio::test]
async fn by_oneself_from_another_session() {
    told_after(
        async |scene, id, _| {
            let other = scene.app.signed_in("hana.sato").await;
            let path = format!("/api/v1/users/{id}/sessions");
            other.delete_plain(path).await.ok();
            check(&other).await.status(204);
        },
        "session_ended.ended_by_oneself",
        Ending::EndedByOneself,
    )
    .await;
}

#[tokio::test]
async fn by_a_generated_password() {
    told_after(
        async |scene, id, _| {
            let path = format!("/api/v1/users/{id}/password");
            scene.root.post(&path, json!({})).await.ok();
        },
        "session_ended.password_generated",
        Ending::PasswordGenerated,
    )
    .await;
}

#[tokio::test]
async fn by_a_new_password() {
    told_after(
        async |scene, _, _| {
            let client = scene.app.client();
            let forgotten = json!({ "login_id": "hana.sato" });
            let path = "/api/v1/login/forgotten-password";
            client.post(path, forgotten).await.status(204);
            let mail = scene.app.mail("hana.sato@example.com", "assword").await;
            let flow = client.open_link(&mail.token()).await.flow.unwrap();
            let proof = json!({ "step": "new_password", "password": "gravel lantern sparrow" });
            client.prove(&flow, proof).await.ok();
        },
        "session_ended.password_changed",
        Ending::PasswordChanged,
    )
    .await;
}

#[tokio::test]
async fn by_a_reset_of_the_second_factor() {
    told_after(
        async |scene, id, _| {
            let path = format!("/api/v1/users/{id}/two-factor/reset");
            scene.root.post(&path, json!({})).await.ok();
        },
        "session_ended.two_factor_reset",
        Ending::TwoFactorReset,
    )
    .await;
}

#[tokio::test]
async fn by_disabling_the_account() {
    told_after(
        async |scene, id, _| {
            scene.app.set_disabled(&scene.root, id, true).await.ok();
        },
        "session_ended.account_disabled",
        Ending::AccountDisabled,
    )
    .await;
}

#[tokio::test]
async fn by_deleting_the_account() {
    told_after(
        async |scene, id, _| {
            scene.app.delete(&scene.root, id).await.status(204);
        },
        "session_ended.account_deleted",
        Ending::AccountDeleted,
    )
    .await;
}

#[tokio::test]
async fn by_the_end_of_the_account() {
    told_after(
        async |scene, id, _| {
            let end = scene.app.deps.now().plus_seconds(60);
            let change = json!({ "expires_at": end });
            scene.app.edit(&scene.root, id, change).await.ok();
            scene.app.clock.advance(60);
            janitor::sweep(&scene.app.deps).await.unwrap();
        },
        "session_ended.account_expired",
        Ending::AccountExpired,
    )
    .await;
}

#[tokio::test]
async fn by_lasting_as_long_as_one_may() {
    told_after(
        async |scene, _, client| {
            for _ in 0..24 {
                scene.app.clock.advance(HOUR / 2);
                client.get("/api/v1/me").await;
            }
        },
        "session_ended.time_up",
        Ending::TimeUp,
    )
    .await;
}

#[tokio::test]
async fn by_not_being_used_though_it_was_asked_about_all_the_time() {
    told_after(
        async |scene, _, client| {
            let mut left = HOUR;
            while left > 0 {
                check(client).await.status(204);
                scene.app.clock.advance(30);
                left -= 30;
            }
        },
        "session_ended.idle",
        Ending::Idle,
    )
    .await;
}

#[tokio::test]
async fn signing_out_is_no_ending_to_be_told() {
    let scene = Siblings::start().await;
    scene.user("hana.sato", scene.acme, "user").await;
    let client = scene.app.client();
    let cookie = client.sign_in("hana.sato", PASSWORD).await.ok();
    let cookie = cookie.session_cookie().unwrap();
    client.post("/api/v1/logout", json!({})).await.ok();
    let request = client
        .request(Method::GET, "/api/v1/session")
        .header("cookie", cookie);
    let answer = client.send(request).await.status(401);
    assert_eq!(answer.refusal(), "not_signed_in");
}

#[tokio::test]
async fn it_is_remembered_for_a_day_whether_the_janitor_comes_or_not() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (_, client) = scene.user("hana.sato", scene.acme, "user").await;
    app.clock.advance(HOUR);
    for _ in 0..3 {
        assert_eq!(told(&client).await, Refusal::SessionEnded(Ending::Idle));
        janitor::sweep(&app.deps).await.unwrap();
    }
    app.clock.advance(DAY - 1);
    janitor::sweep(&app.deps).await.unwrap();
    assert_eq!(told(&client).await, Refusal::SessionEnded(Ending::Idle));
    app.clock.advance(1);
    janitor::sweep(&app.deps).await.unwrap();
    assert_eq!(told(&client).await, Refusal::NotSignedIn);
    assert_eq!(
        app.numbers("SELECT COUNT(*) FROM ended_sessions").await,
        [0]
    );
}

#[tokio::test]
async fn asking_whether_it_lasts_writes_nothing_and_hides_no_use() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, client) = scene.user("hana.sato", scene.acme, "user").await;
    app.clock.advance(10 * 60);
    let before = app.rows().await;
    check(&client).await.status(204);
    assert_eq!(app.rows().await, before);
    // A use right after the question is noted all the same.
    client.get("/api/v1/me").await.ok();
    let seen = format!(
        "SELECT last_seen_at FROM sessions WHERE user_id = {}",
        user.id
    );
    assert_eq!(app.numbers(&seen).await, [app.deps.now().millis()]);
}

#[tokio::test]
async fn from_an_address_that_is_not_trusted_the_answer_is_no() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, client) = scene.user("hana.sato", scene.acme, "user").await;
    let version = app.shown(&scene.root, user.id).await.version;
    let path = format!("/api/v1/users/{}/trusted-addresses", user.id);
    let draft = json!({ "addresses": ["198.51.100.7"] });
    scene.root.put_at(&path, version, draft).await.ok();
    assert_eq!(
        check(&client).await.status(403).refusal(),
        "address_not_trusted"
    );
}

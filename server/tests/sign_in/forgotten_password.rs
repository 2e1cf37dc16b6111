//! A forgotten password.

use app::sign_in::{FlowView, Step};
use serde_json::json;

use crate::util::{Answer, Client, PASSWORD, Siblings, TestApp};

const NEW: &str = "gravel lantern sparrow";

async fn forget(app: &TestApp, login_id: &str) -> Answer {
    app.client()
        .post(
            "/api/v1/login/forgotten-password",
            json!({ "login_id": login_id }),
        )
        .await
}

async fn link(app: &TestApp, login_id: &str) -> String {
    forget(app, login_id).await.status(204);
    app.rows().await;
    app.mail(&format!("{login_id}@example.com"), "assword")
        .await
        .token()
}

async fn look(app: &TestApp, token: &str) -> Answer {
    app.client()
        .post("/api/v1/links/look", json!({ "token": token }))
        .await
}

async fn set(client: &Client, flow: &str, password: &str) -> Answer {
    client
        .prove(
            flow,
            json!({ "step": "new_password", "password": password }),
        )
        .await
}

#[tokio::test]
async fn the_answer_is_the_same_whoever_it_is_about() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    scene.user("hana.sato", scene.acme, "user").await;
    let (disabled, _) = scene.user("disabled", scene.acme, "user").await;
    app.set_disabled(&scene.root, disabled.id, true).await.ok();
    app.invite(&scene.root, "invited", scene.acme, json!({}))
        .await;
    let known = forget(app, "Hana.Sato ").await.status(204);
    assert_eq!(known.body, "");
    for login_id in ["nobody.here", "disabled", "invited", "はな"] {
        let answer = forget(app, login_id).await;
        assert_eq!(answer.said(), known.said(), "{login_id}");
    }
    app.mail("hana.sato@example.com", "assword").await;
    let mails = "SELECT COUNT(*) FROM mails WHERE kind = 'password_reset'";
    assert_eq!(app.numbers(mails).await, [1]);
}

#[tokio::test]
async fn the_link_lasts_thirty_minutes() {
    let scene = Siblings::start().await;
    scene.user("hana.sato", scene.acme, "user").await;
    let token = link(&scene.app, "hana.sato").await;
    scene.app.clock.advance(30 * 60 - 1);
    let client = scene.app.client();
    let flow = client.open_link(&token).await.flow.unwrap();
    scene.app.clock.advance(1);
    assert_eq!(
        look(&scene.app, &token).await.status(410).refusal(),
        "invitation.expired"
    );
    // Not even a flow that was opened in time outlasts it.
    assert_eq!(
        set(&client, &flow, NEW).await.status(410).refusal(),
        "invitation.expired"
    );
    scene.app.client().sign_in("hana.sato", PASSWORD).await.ok();
}

#[tokio::test]
async fn the_link_sets_a_password_once() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    scene.user("hana.sato", scene.acme, "user").await;
    let token = link(app, "hana.sato").await;
    let (client, other) = (app.client(), app.client());
    let flow = client.open_link(&token).await.flow.unwrap();
    let second = other.open_link(&token).await.flow.unwrap();
    set(&client, &flow, NEW).await.ok();
    set(&other, &second, "somebody else's password")
        .await
        .status(410);
    assert_eq!(
        look(app, &token).await.status(410).refusal(),
        "invitation.used"
    );
    app.client()
        .sign_in("hana.sato", PASSWORD)
        .await
        .status(401);
    app.client().sign_in("hana.sato", NEW).await.ok();
    app.mail("hana.sato@example.com", "changed").await;
}

#[tokio::test]
async fn a_newer_link_voids_the_older_one() {
    let scene = Siblings::start().await;
    scene.user("hana.sato", scene.acme, "user").await;
    let old = link(&scene.app, "hana.sato").await;
    forget(&scene.app, "hana.sato").await.status(204);
    assert_eq!(
        look(&scene.app, &old).await.status(410).refusal(),
        "invitation.voided"
    );
}

#[tokio::test]
async fn the_second_factor_is_still_asked() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (_, old, authenticator, _) = app
        .user_with_authenticator(&scene.root, "hana.sato", scene.acme)
        .await;
    let token = link(app, "hana.sato").await;
    let client = app.client();
    let view = client.open_link(&token).await;
    assert_eq!(view.step, Step::SecondFactor);
    let flow = view.flow.unwrap();
    assert_eq!(
        set(&client, &flow, NEW).await.status(409).refusal(),
        "sign_in.wrong_step"
    );
    let code = json!({ "step": "code", "code": authenticator.code(app.deps.now()) });
    let view: FlowView = client.prove(&flow, code).await.ok().read();
    assert!(
        matches!(view.step, Step::NewPassword { .. }),
        "{:?}",
        view.step
    );
    old.get("/api/v1/me").await.ok();
    set(&client, &flow, NEW).await.ok();
    client.get("/api/v1/me").await.ok();
    old.get("/api/v1/me").await.status(401);
}

#[tokio::test]
async fn the_new_password_must_be_good_and_another_one() {
    let scene = Siblings::start().await;
    scene.user("hana.sato", scene.acme, "user").await;
    let token = link(&scene.app, "hana.sato").await;
    let client = scene.app.client();
    let flow = client.open_link(&token).await.flow.unwrap();
    for (password, why) in [
        ("", "missing"),
        ("too short one", "too_short"),
        ("hana.satohana.sato", "guessable_password"),
        ("password1234567", "guessable_password"),
        (PASSWORD, "same_password"),
    ] {
        let answer = set(&client, &flow, password).await.status(422);
        assert_eq!(answer.fields(), ["password"]);
        assert_eq!(answer.json()["errors"][0]["code"], why, "{password}");
    }
    set(&client, &flow, NEW).await.ok();
}

#[tokio::test]
async fn who_asks_over_and_over_is_slowed_down() {
    let scene = Siblings::start().await;
    scene.user("hana.sato", scene.acme, "user").await;
    for login_id in ["hana.sato", "nobody.here"] {
        let mut statuses = Vec::new();
        for _ in 0..6 {
            statuses.push(forget(&scene.app, login_id).await.status.as_u16());
        }
        assert_eq!(statuses, [204, 204, 204, 204, 429, 429], "{login_id}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_asked_for_at_once_one_link_lives_and_nobody_is_told_of_trouble() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let tries: Vec<_> = (0..8)
        .map(|_| {
            let client = app.client();
            tokio::spawn(async move {
                let whose = json!({ "login_id": "hana.sato" });
                client
                    .post("/api/v1/login/forgotten-password", whose)
                    .await
                    .status
                    .as_u16()
            })
        })
        .collect();
    for attempt in tries {
        let status = attempt.await.unwrap();
        assert!([204, 429].contains(&status), "{status}");
    }
    let live = format!(
        "SELECT COUNT(*) FROM links WHERE user_id = {} AND used_at = 0 AND voided_at = 0",
        user.id
    );
    assert_eq!(app.numbers(&live).await, [1]);
}

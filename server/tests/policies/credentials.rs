//! Passwords and invitations as a policy class wants them.

use app::{
    invitations::InvitationView,
    sign_in::{FlowView, Step},
};
use serde_json::{Value, json};

use super::{class, held_to, point};
use crate::util::{Answer, Client, PASSWORD, Siblings};

const DAY: i64 = 24 * 60 * 60;

fn choose(password: &str) -> Value {
    json!({ "step": "new_password", "password": password })
}

/// The flow of a link to set a new password.
async fn forgotten(scene: &Siblings, login_id: &str) -> (Client, String, Step) {
    let client = scene.app.client();
    client
        .post(
            "/api/v1/login/forgotten-password",
            json!({ "login_id": login_id }),
        )
        .await
        .ok();
    // Once no mail waits any more, the newest is the one just asked for.
    scene.app.rows().await;
    let address = format!("{login_id}@example.com");
    let mail = scene.app.mail(&address, "Set a new password").await;
    let view = client.open_link(&mail.token()).await;
    (client, view.flow.unwrap(), view.step)
}

async fn reset(scene: &Siblings, password: &str) -> Answer {
    let (client, flow, _) = forgotten(scene, "hana.sato").await;
    let answer = client.prove(&flow, choose(password)).await;
    // So that asking for the next link is not slowed down.
    scene.app.clock.advance(3_600);
    answer
}

#[tokio::test]
async fn a_longer_shortest_password_is_asked_for_and_enforced() {
    let scene = held_to(json!({ "password_min_length": 30 })).await;
    scene
        .app
        .invite(&scene.root, "hana.sato", scene.acme, json!({}))
        .await;
    let mail = scene.app.mail("hana.sato@example.com", "Acceptance").await;
    let client = scene.app.client();
    let view = client.open_link(&mail.token()).await;
    assert_eq!(view.step, Step::NewPassword { min_length: 30 });
    let flow = view.flow.unwrap();
    let refused = client.prove(&flow, choose(PASSWORD)).await.status(422);
    assert_eq!(refused.fields(), ["password"]);
    client
        .prove(&flow, choose("walnut ferry october lantern harbour"))
        .await
        .ok();
}

#[tokio::test]
async fn a_password_past_its_age_must_be_changed_at_the_next_sign_in_and_not_before() {
    let scene = held_to(json!({ "password_max_age_days": 90 })).await;
    let app = &scene.app;
    scene.user("hana.sato", scene.acme, "user").await;
    app.clock.advance(90 * DAY - 1);
    let client = app.client();
    let view: FlowView = client.sign_in("hana.sato", PASSWORD).await.ok().read();
    assert_eq!(view.step, Step::SignedIn);
    app.clock.advance(1);
    let view: FlowView = client.sign_in("hana.sato", PASSWORD).await.ok().read();
    assert_eq!(view.step, Step::NewPassword { min_length: 15 });
    let flow = view.flow.unwrap();
    client.prove(&flow, choose(PASSWORD)).await.status(422);
    let new = "lantern harbour velvet";
    client.prove(&flow, choose(new)).await.ok();
    client.get("/api/v1/me").await.ok();
    let view: FlowView = app.client().sign_in("hana.sato", new).await.ok().read();
    assert_eq!(view.step, Step::SignedIn);
}

#[tokio::test]
async fn the_last_passwords_are_refused_and_no_more_are_kept() {
    let scene = held_to(json!({ "password_history_count": 2 })).await;
    scene.user("hana.sato", scene.acme, "user").await;
    let others = [
        "lantern harbour velvet",
        "copper meadow thunder",
        "silent walrus parade",
    ];
    for password in others {
        reset(&scene, password).await.ok();
    }
    let kept = "SELECT COUNT(*) FROM earlier_passwords";
    assert_eq!(scene.app.numbers(kept).await, [2]);
    for refused in others {
        let answer = reset(&scene, refused).await.status(422);
        assert_eq!(answer.fields(), ["password"], "{refused}");
    }
    // The first is the fourth from the end by now.
    reset(&scene, PASSWORD).await.ok();
}

#[tokio::test]
async fn without_a_class_only_the_present_password_is_refused_and_none_is_kept() {
    let scene = Siblings::start().await;
    scene.user("hana.sato", scene.acme, "user").await;
    reset(&scene, PASSWORD).await.status(422);
    reset(&scene, "lantern harbour velvet").await.ok();
    reset(&scene, PASSWORD).await.ok();
    let kept = "SELECT COUNT(*) FROM earlier_passwords";
    assert_eq!(scene.app.numbers(kept).await, [0]);
}

#[tokio::test]
async fn an_invitation_lasts_as_long_as_the_class_of_the_users_company_says() {
    let scene = held_to(json!({ "invitation_lifetime_hours": 24 })).await;
    let app = &scene.app;
    let own = class(
        &scene.root,
        scene.beta,
        "Quick",
        json!({ "invitation_lifetime_hours": 2 }),
    )
    .await;
    point(&scene, &scene.root, scene.beta, Some(own.id))
        .await
        .ok();
    for (login_id, company, hours) in [("hana.sato", scene.acme, 24), ("kenji", scene.beta, 2)] {
        let root = app.signed_in("root").await;
        let user = app.invite(&root, login_id, company, json!({})).await;
        let path = format!("/api/v1/users/{}/invitations", user.id);
        let made: Vec<InvitationView> = root.get(&path).await.ok().read();
        assert_eq!(
            made[0].expires_at,
            app.deps.now().plus_seconds(hours * 60 * 60)
        );
        let token = app.mail(&user.email, "Acceptance").await.token();
        app.clock.advance(hours * 60 * 60);
        let start = json!({ "by": "link", "token": token });
        let late = app.client().post("/api/v1/login", start).await.status(410);
        assert_eq!(late.refusal(), "invitation.expired");
    }
}

//! The step-up: an old sign-in is proved anew, by the right proof, and wrong ones are slowed down.

use serde_json::{Value, json};

use crate::util::{Answer, Client, PASSWORD, Siblings};

async fn prove(client: &Client, proof: Value) -> Answer {
    client.post("/api/v1/me/proof", proof).await
}

async fn proved_at(scene: &Siblings, login_id: &str) -> Vec<i64> {
    let sql = format!(
        "SELECT s.proved_at FROM sessions s JOIN users u ON u.id = s.user_id
         WHERE u.login_id = '{login_id}' ORDER BY s.id"
    );
    scene.app.numbers(&sql).await
}

#[tokio::test]
async fn a_sign_in_proves_it_and_so_does_the_password_of_who_has_no_authenticator() {
    let scene = Siblings::start().await;
    let (_, hana) = scene.user("hana.sato", scene.acme, "user").await;
    let start = scene.app.deps.now().millis();
    assert_eq!(proved_at(&scene, "hana.sato").await, [start]);
    scene.app.clock.advance(60);
    let wrong = prove(&hana, json!({ "password": "not the password" })).await;
    assert_eq!(wrong.status(422).fields(), ["password"]);
    assert_eq!(
        prove(&hana, json!({})).await.status(422).fields(),
        ["password"]
    );
    prove(&hana, json!({ "code": "123456" })).await.status(422);
    assert_eq!(proved_at(&scene, "hana.sato").await, [start]);
    prove(&hana, json!({ "password": PASSWORD }))
        .await
        .status(204);
    assert_eq!(proved_at(&scene, "hana.sato").await, [start + 60_000]);
    let events = scene.events("session.proved").await;
    let done: Vec<bool> = events.iter().map(|event| event.succeeded).collect();
    assert_eq!(done, [true, false]);
}

#[tokio::test]
async fn with_an_authenticator_only_a_code_counts_and_that_once() {
    let scene = Siblings::start().await;
    let (_, hana, authenticator, codes) = scene
        .app
        .user_with_authenticator(&scene.root, "hana.sato", scene.acme)
        .await;
    prove(&hana, json!({ "password": PASSWORD }))
        .await
        .status(422);
    prove(&hana, json!({ "code": codes[0] })).await.status(422);
    let code = json!({ "code": authenticator.code(scene.app.deps.now()) });
    prove(&hana, code.clone()).await.status(204);
    prove(&hana, code).await.status(422);
}

#[tokio::test]
async fn wrong_proofs_are_slowed_down_across_sessions() {
    let scene = Siblings::start().await;
    let (_, here) = scene.user("hana.sato", scene.acme, "user").await;
    let there = scene.app.signed_in("hana.sato").await;
    let wrong = json!({ "password": "not the password" });
    for _ in 0..3 {
        prove(&here, wrong.clone()).await.status(422);
        prove(&there, wrong.clone()).await.status(422);
    }
    prove(&here, json!({ "password": PASSWORD }))
        .await
        .status(429);
    scene.app.clock.advance(10);
    prove(&here, json!({ "password": PASSWORD }))
        .await
        .status(204);
}

#[tokio::test]
async fn it_counts_for_the_session_that_proved_it_alone() {
    let scene = Siblings::start().await;
    let (_, here) = scene.user("hana.sato", scene.acme, "user").await;
    scene.app.signed_in("hana.sato").await;
    let before = proved_at(&scene, "hana.sato").await;
    scene.app.clock.advance(60);
    prove(&here, json!({ "password": PASSWORD }))
        .await
        .status(204);
    let after = proved_at(&scene, "hana.sato").await;
    assert_eq!(after, [before[0] + 60_000, before[1]]);
}

#[tokio::test]
async fn nobody_proves_it_in_the_place_of_somebody_else() {
    let scene = Siblings::start().await;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    scene.root.log_in_as(user.id).await.ok();
    let refused = prove(&scene.root, json!({ "password": PASSWORD })).await;
    assert_eq!(refused.status(403).refusal(), "acting.not_while_acting");
    let nobody = scene.app.client();
    prove(&nobody, json!({ "password": PASSWORD }))
        .await
        .status(401);
}

//! Exclusive login: one session of a channel at a time, and both sides are told.

use app::{
    Refusal, UserId,
    sessions::{Ending, Session},
    sign_in::FlowView,
};
use serde_json::{Value, json};

use crate::util::{Answer, Client, PASSWORD, Siblings, TestApp};

/// Two addresses, as a trusted proxy tells them.
const HOME: &str = "198.51.100.7";
const CAFE: &str = "203.0.113.9";

async fn set(scene: &Siblings, user: UserId, exclusive: &str) -> Answer {
    let draft =
        json!({ "token_validity": { "validity": "inherit" }, "exclusive_login": exclusive });
    scene.app.set_tokens(&scene.root, user, draft).await
}

/// Makes the operator's company ask for it of everybody.
async fn by_policy(scene: &Siblings) {
    let class = scene.class_of(scene.operator).await;
    let sql = [
        format!(
            "INSERT INTO policy_class_settings (class_id, setting, value) VALUES ({class}, 'exclusive_login', 'true')"
        ),
        format!(
            "INSERT INTO company_policy_classes (company_id, class_id) VALUES ({}, {class})",
            scene.operator
        ),
    ];
    for sql in sql {
        scene.app.sql(&sql).await;
    }
    // What goes on behind the server's back counts once it has committed something.
    scene.app.clock.advance(1);
}

async fn ending(client: &Client) -> Value {
    let answer = client.get("/api/v1/session").await.status(401);
    answer.json()["ending"].clone()
}

async fn lasts(client: &Client) -> bool {
    client.get("/api/v1/me").await.status.is_success()
}

async fn sessions(app: &TestApp, user: UserId) -> i64 {
    let sql = format!("SELECT COUNT(*) FROM sessions WHERE user_id = {user}");
    app.numbers(&sql).await[0]
}

#[tokio::test]
async fn a_new_sign_in_ends_the_others_and_both_are_told() {
    let scene = Siblings::start().await;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    set(&scene, user.id, "yes").await.ok();
    let first = scene.app.client();
    first.sign_in_from(HOME, "hana.sato", PASSWORD).await.ok();
    scene.app.clock.advance(90);
    let second = scene.app.client();
    let view: FlowView = second
        .sign_in_from(CAFE, "hana.sato", PASSWORD)
        .await
        .ok()
        .read();
    let [taken] = view.taken_over.as_slice() else {
        panic!("{view:?}");
    };
    assert_eq!(taken.address, HOME);
    let told: Refusal = first
        .post("/ui/sign-in/me", json!({}))
        .await
        .status(401)
        .read();
    let Refusal::SessionEnded(Ending::Replaced(newer)) = told else {
        panic!("{told:?}");
    };
    assert_eq!(newer.address, CAFE);
    assert_eq!(newer.at, scene.app.deps.now());
    assert_eq!(ending(&first).await["kind"], "replaced");
    assert!(lasts(&second).await);
}

#[tokio::test]
async fn other_channels_and_other_users_stay() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, web) = scene.user("hana.sato", scene.acme, "user").await;
    let (_, somebody) = scene.user("kenji", scene.acme, "user").await;
    app.sql(&format!(
        "UPDATE sessions SET channel = 'web' WHERE user_id = {}",
        user.id
    ))
    .await;
    set(&scene, user.id, "yes").await.ok();
    // Over REST they sign in as a program.
    let api = app.signed_in("hana.sato").await;
    assert!(lasts(&web).await && lasts(&somebody).await && lasts(&api).await);
    let again = app.signed_in("hana.sato").await;
    assert!(lasts(&web).await && lasts(&again).await);
    assert!(!lasts(&api).await);
}

#[tokio::test]
async fn without_it_nobody_ends_anybody() {
    let scene = Siblings::start().await;
    let (_, first) = scene.user("hana.sato", scene.acme, "user").await;
    let view: FlowView = scene
        .app
        .client()
        .sign_in("hana.sato", PASSWORD)
        .await
        .ok()
        .read();
    assert!(view.taken_over.is_empty());
    assert!(lasts(&first).await);
}

#[tokio::test]
async fn of_32_parallel_sign_ins_exactly_one_stays() {
    let scene = Siblings::start().await;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    set(&scene, user.id, "yes").await.ok();
    let other = scene.app.another().await;
    let clients: Vec<Client> = (0..32)
        .map(|number| match number % 2 {
            0 => scene.app.client(),
            _ => other.client(),
        })
        .collect();
    let mut signing_in = tokio::task::JoinSet::new();
    for client in clients {
        signing_in.spawn(async move {
            client.sign_in("hana.sato", PASSWORD).await.ok();
            client
        });
    }
    let clients = signing_in.join_all().await;
    scene.app.clock.advance(1);
    let mut lasting = 0;
    for client in &clients {
        match lasts(client).await {
            true => lasting += 1,
            false => assert_eq!(ending(client).await["kind"], "replaced"),
        }
    }
    assert_eq!((lasting, sessions(&scene.app, user.id).await), (1, 1));
}

#[tokio::test]
async fn a_second_step_changes_nothing_about_it() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, first, authenticator, _) = app
        .user_with_authenticator(&scene.root, "hana.sato", scene.acme)
        .await;
    set(&scene, user.id, "yes").await.ok();
    let second = app.client();
    let view: FlowView = second.sign_in("hana.sato", PASSWORD).await.ok().read();
    assert!(lasts(&first).await, "a password alone signs nobody out");
    let code = json!({ "step": "code", "code": authenticator.code(app.deps.now()) });
    let view: FlowView = second.prove(&view.flow.unwrap(), code).await.ok().read();
    assert_eq!(view.taken_over.len(), 1);
    assert!(!lasts(&first).await && lasts(&second).await);
}

#[tokio::test]
async fn switched_on_it_ends_the_older_ones_at_once_and_the_newest_stays() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, first) = scene.user("hana.sato", scene.acme, "user").await;
    let second = app.signed_in("hana.sato").await;
    let third = app.signed_in("hana.sato").await;
    let trial = json!({ "token_validity": { "validity": "inherit" }, "exclusive_login": "yes" });
    let path = format!("/api/v1/users/{}/token-expiration/preview", user.id);
    let impact = scene.root.post(&path, trial).await.ok().json();
    assert_eq!(impact["sessions_ending"], 2);
    assert!(lasts(&first).await, "a trial changes nothing");
    set(&scene, user.id, "yes").await.ok();
    assert_eq!(sessions(app, user.id).await, 1);
    for ended in [&first, &second] {
        assert_eq!(ending(ended).await["kind"], "replaced");
    }
    assert!(lasts(&third).await);
}

#[tokio::test]
async fn a_policy_class_asks_for_it_and_what_is_set_for_the_user_goes_before() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, first) = scene.user("hana.sato", scene.acme, "user").await;
    let (free, one) = scene.user("kenji", scene.acme, "user").await;
    let second = app.signed_in("hana.sato").await;
    let two = app.signed_in("kenji").await;
    set(&scene, free.id, "no").await.ok();
    by_policy(&scene).await;
    // What became tighter holds at the next use.
    assert_eq!(ending(&first).await["kind"], "replaced");
    assert!(lasts(&second).await && lasts(&one).await && lasts(&two).await);
    let path = format!("/api/v1/users/{}/sessions", user.id);
    let listed: Vec<Session> = scene.root.get(&path).await.ok().read();
    assert_eq!(listed.len(), 1);
    let third = app.signed_in("hana.sato").await;
    assert!(!lasts(&second).await && lasts(&third).await);
    assert_eq!(sessions(app, user.id).await, 1);
}

//! Trusted addresses of a user.

use std::sync::Arc;

use app::{
    UserId,
    users::{AddressVerdict, User},
};
use reqwest::Method;
use serde_json::{Value, json};

use crate::util::{Answer, Client, PASSWORD, Siblings, TestApp};

/// An address of the office, and one that is not.
const OFFICE: &str = "198.51.100.7";
const CAFE: &str = "203.0.113.9";

async fn set(app: &TestApp, by: &Client, id: UserId, addresses: &[&str]) -> Answer {
    set_from(app, by, "127.0.0.1", id, addresses).await
}

/// Sets a list, working from `address` as a trusted proxy tells it.
async fn set_from(
    app: &TestApp,
    by: &Client,
    address: &str,
    id: UserId,
    addresses: &[&str],
) -> Answer {
    let sql = format!("SELECT version FROM users WHERE id = {id}");
    let version = app.numbers(&sql).await[0];
    let request = by
        .request(
            Method::PUT,
            &format!("/api/v1/users/{id}/trusted-addresses"),
        )
        .header("x-forwarded-for", address)
        .header("if-match", format!("\"{version}\""))
        .json(&json!({ "addresses": addresses }));
    by.send(request).await
}

async fn get_from(client: &Client, address: &str, path: &str) -> Answer {
    let request = client
        .request(Method::GET, path)
        .header("x-forwarded-for", address);
    client.send(request).await
}

async fn try_out(by: &Client, id: UserId, trial: Value) -> Answer {
    by.post(
        &format!("/api/v1/users/{id}/trusted-addresses/trial"),
        trial,
    )
    .await
}

#[tokio::test]
async fn who_comes_from_elsewhere_hears_the_same_as_with_a_wrong_password() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    set(app, &scene.root, user.id, &["198.51.100.0/255.255.255.0"])
        .await
        .ok();
    let client = app.client();
    let elsewhere = client.sign_in_from(CAFE, "hana.sato", PASSWORD).await;
    let wrong = client
        .sign_in_from(OFFICE, "hana.sato", "not the password at all")
        .await;
    assert_eq!(elsewhere.said(), wrong.said());
    assert_eq!(elsewhere.status(401).refusal(), "sign_in.wrong_credentials");
    client
        .sign_in_from(OFFICE, "hana.sato", PASSWORD)
        .await
        .ok();
    assert_eq!(
        get_from(&client, OFFICE, "/api/v1/me")
            .await
            .status
            .as_u16(),
        200
    );
}

#[tokio::test]
async fn an_open_session_is_of_no_use_elsewhere_at_once_and_of_use_again_back_at_the_office() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, client) = scene.user("hana.sato", scene.acme, "user").await;
    assert_eq!(
        get_from(&client, CAFE, "/api/v1/me").await.status.as_u16(),
        200
    );
    set(app, &scene.root, user.id, &[OFFICE]).await.ok();
    for (address, status) in [
        (CAFE, 403),
        (OFFICE, 200),
        (CAFE, 403),
        ("::ffff:198.51.100.7", 200),
    ] {
        let answer = get_from(&client, address, "/api/v1/me").await;
        assert_eq!(answer.status.as_u16(), status, "{address}");
    }
    let answer = get_from(&client, CAFE, "/api/v1/me").await;
    assert_eq!(answer.refusal(), "address_not_trusted");
    set(app, &scene.root, user.id, &[]).await.ok();
    get_from(&client, CAFE, "/api/v1/me").await.ok();
}

#[tokio::test]
async fn a_login_under_way_and_a_mailed_link_do_not_lead_in_from_elsewhere() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let user = app
        .invite(
            &scene.root,
            "hana.sato",
            scene.acme,
            json!({ "otp_configured": true }),
        )
        .await;
    let token = app
        .mail("hana.sato@example.com", "User Registration")
        .await
        .token();
    set(app, &scene.root, user.id, &[OFFICE]).await.ok();
    let start = json!({ "by": "link", "token": token });
    let client = app.client();
    let answer = client.post("/api/v1/login", start.clone()).await;
    assert_eq!(answer.status(403).refusal(), "address_not_trusted");
    let request = client
        .request(Method::POST, "/api/v1/login")
        .header("x-forwarded-for", OFFICE)
        .json(&start);
    let flow = client.send(request).await.ok().json()["flow"]
        .as_str()
        .expect("the flow's secret")
        .to_owned();
    let path = format!("/api/v1/login/{flow}");
    get_from(&client, OFFICE, &path).await.ok();
    let answer = get_from(&client, CAFE, &path).await;
    assert_eq!(answer.status(403).refusal(), "address_not_trusted");
}

#[tokio::test]
async fn each_wrong_entry_is_named_and_nothing_is_changed() {
    let scene = Siblings::start().await;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let before = scene.app.rows().await;
    let typed = ["10.0.0.1", "10.0.0.0/255.0.255.0", "10.0.0.0/33", ""];
    let answer = set(&scene.app, &scene.root, user.id, &typed).await;
    assert_eq!(
        answer.status(422).fields(),
        ["addresses[1]", "addresses[2]", "addresses[3]"]
    );
    let many = vec!["10.0.0.1"; 101];
    let answer = set(&scene.app, &scene.root, user.id, &many).await;
    assert_eq!(answer.status(422).fields(), ["addresses"]);
    assert_eq!(scene.app.rows().await, before);
}

#[tokio::test]
async fn nobody_keeps_themselves_out_nor_lets_themselves_out_of_a_list() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let root = app.id_of(&scene.root, "root").await;
    let before = app.rows().await;
    let answer = set_from(app, &scene.root, CAFE, root, &[OFFICE]).await;
    assert_eq!(answer.status(409).refusal(), "user.locks_oneself_out");
    assert_eq!(app.rows().await, before);
    set_from(app, &scene.root, OFFICE, root, &[OFFICE, "127.0.0.1"])
        .await
        .ok();

    let (admin, client) = scene
        .user("admin", scene.acme, "company_administrator")
        .await;
    let answer = set(app, &client, admin.id, &[]).await;
    assert_eq!(answer.status(409).refusal(), "user.oneself");
}

#[tokio::test]
async fn of_two_operator_administrators_who_keep_each_other_out_one_stays_in() {
    let scene = Siblings::start().await;
    let (second, client) = scene
        .user("second", scene.operator, "operator_administrator")
        .await;
    let first = scene.app.id_of(&scene.root, "root").await;
    let scene = Arc::new((scene, client));
    for round in 0..25 {
        let (a, b) = (Arc::clone(&scene), Arc::clone(&scene));
        let a = tokio::spawn(async move {
            set(&a.0.app, &a.0.root, second.id, &[CAFE])
                .await
                .status
                .as_u16()
        });
        let b =
            tokio::spawn(async move { set(&b.0.app, &b.1, first, &[CAFE]).await.status.as_u16() });
        let answers = [a.await.unwrap(), b.await.unwrap()];
        let kept_out = scene
            .0
            .app
            .numbers("SELECT COUNT(*) FROM users WHERE trusted_addresses <> ''")
            .await[0];
        assert_eq!(kept_out, 1, "round {round}: {answers:?}");
        scene
            .0
            .app
            .sql("UPDATE users SET trusted_addresses = '', version = version + 1")
            .await;
        // What a node remembers of who acts is known to nobody but itself, and this was written behind its back.
        scene.0.app.clock.advance(1);
    }
}

#[tokio::test]
async fn only_who_may_edit_a_user_sets_their_addresses() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, own) = scene.user("hana.sato", scene.acme, "user").await;
    let (_, neighbour) = scene
        .user("neighbour", scene.beta, "company_administrator")
        .await;
    let (_, auditor) = scene.user("auditor", scene.acme, "auditor").await;
    let (admin, client) = scene
        .user("admin", scene.acme, "company_administrator")
        .await;
    let root = app.id_of(&scene.root, "root").await;
    let before = app.rows().await;
    for (by, id, status) in [
        (&own, user.id, 403),
        (&auditor, user.id, 403),
        (&neighbour, user.id, 404),
        (&client, root, 404),
        (&app.client(), user.id, 401),
    ] {
        set(app, by, id, &[OFFICE]).await.status(status);
    }
    let (_, weaker) = {
        let role = scene
            .custom_role(scene.acme, "Editors", &["users:read", "users:update"])
            .await;
        let by = &scene.root;
        let user = app
            .invite(by, "editor", scene.acme, json!({ "roles": [role] }))
            .await;
        let token = app
            .mail("editor@example.com", "User Registration")
            .await
            .token();
        let editor = app.client();
        let flow = editor.open_link(&token).await.flow.expect("a flow");
        editor
            .prove(
                &flow,
                json!({ "step": "new_password", "password": PASSWORD }),
            )
            .await
            .ok();
        (user, editor)
    };
    let answer = set(app, &weaker, admin.id, &[OFFICE]).await;
    assert_eq!(answer.status(403).refusal(), "user.stronger");
    set(app, &weaker, user.id, &[OFFICE]).await.ok();
    assert_ne!(app.rows().await, before);
    let outside = try_out(&neighbour, user.id, json!({ "address": CAFE })).await;
    let nothing = try_out(&neighbour, UserId(9_000_000), json!({ "address": CAFE })).await;
    assert_eq!(outside.said(), nothing.said());
}

#[tokio::test]
async fn a_trial_tells_who_would_get_in_and_who_would_not_have() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    app.clock.advance(31 * 24 * 60 * 60);
    for address in [CAFE, OFFICE, CAFE] {
        app.client()
            .sign_in_from(address, "hana.sato", PASSWORD)
            .await
            .ok();
    }
    let root = app.client();
    root.sign_in("root", PASSWORD).await.ok();
    let trial = json!({ "addresses": ["198.51.100.0/24"], "address": OFFICE });
    let verdict: AddressVerdict = try_out(&root, user.id, trial).await.ok().read();
    assert_eq!(verdict.let_in, Some(true));
    assert_eq!(
        verdict.by.map(String::from).as_deref(),
        Some("198.51.100.0/24")
    );
    let told: Vec<_> = verdict
        .elsewhere
        .iter()
        .map(|sign_in| (sign_in.address.as_str(), sign_in.times))
        .collect();
    assert_eq!(told, [(CAFE, 2)], "what is older than 30 days is not told");

    let verdict: AddressVerdict = try_out(&root, user.id, json!({ "address": CAFE }))
        .await
        .ok()
        .read();
    assert_eq!((verdict.let_in, verdict.by), (Some(true), None));
    assert!(verdict.elsewhere.is_empty());
    let answer = try_out(&root, user.id, json!({ "address": "10.0.0.0/8" })).await;
    assert_eq!(answer.status(422).fields(), ["address"]);
}

#[tokio::test]
async fn what_was_set_is_shown_and_told_with_before_and_after() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let shown: User = set(
        app,
        &scene.root,
        user.id,
        &["192.168.192.0/255.255.255.0", "192.168.192.0/24"],
    )
    .await
    .ok()
    .read();
    assert_eq!(shown.trusted_addresses.to_string(), "192.168.192.0/24");
    let answer = scene
        .root
        .get(&format!("/api/v1/audit-events?user={}", user.id))
        .await
        .ok();
    let event = &answer.json()["items"][0];
    assert_eq!(event["action"], "trusted_addresses.set");
    assert_eq!(event["details"][0]["after"], "192.168.192.0/24");
    let stale = scene
        .root
        .send(
            scene
                .root
                .request(
                    Method::PUT,
                    &format!("/api/v1/users/{}/trusted-addresses", user.id),
                )
                .header("if-match", "\"1\"")
                .json(&json!({ "addresses": [] })),
        )
        .await;
    assert_eq!(stale.status(412).refusal(), "stale");
}

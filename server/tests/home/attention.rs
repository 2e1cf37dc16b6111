//! What wants attention about one's own account, and nobody else's.

use app::{Timestamp, credentials::FEW_RECOVERY_CODES, home::Attention};
use serde_json::{Value, json};

use crate::util::{Client, PASSWORD, Siblings};

const DAY: i64 = 86_400;
const FIREFOX: &str = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0";

async fn attention(client: &Client) -> Vec<Attention> {
    client.get("/api/v1/me/attention").await.ok().read()
}

/// What is said in Acme from now on.
async fn acme_says(scene: &Siblings, settings: Value) {
    let draft = json!({ "name": "Acme’s", "company": scene.acme, "settings": settings });
    let class = scene.root.post("/api/v1/policy-classes", draft).await;
    let class = class.status(201).json()["id"].clone();
    let sql = format!("SELECT version FROM companies WHERE id = {}", scene.acme);
    let version = scene.app.numbers(&sql).await[0];
    let path = format!("/api/v1/companies/{}/policy", scene.acme);
    let change = json!({ "class": class });
    scene.root.put_at(&path, version, change).await.ok();
}

/// Signs in with a browser that says what it is.
async fn signs_in_with(client: &Client, user_agent: &str) {
    let start = json!({ "by": "password", "login_id": "hana.sato", "password": PASSWORD });
    let request = client
        .request(reqwest::Method::POST, "/api/v1/login")
        .header("user-agent", user_agent)
        .json(&start);
    client.send(request).await.ok();
}

#[tokio::test]
async fn an_account_in_order_wants_none() {
    let scene = Siblings::start().await;
    let (_, hana) = scene.user("hana.sato", scene.acme, "user").await;
    assert_eq!(attention(&hana).await, []);
}

#[tokio::test]
async fn few_recovery_codes_are_told_as_long_as_they_can_be_asked_for() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, hana, ..) = app
        .user_with_authenticator(&scene.root, "hana.sato", scene.acme)
        .await;
    let left = async |codes: u32| {
        let sql = format!(
            "DELETE FROM recovery_codes WHERE user_id = {id} AND id NOT IN
             (SELECT id FROM recovery_codes WHERE user_id = {id} ORDER BY id LIMIT {codes})",
            id = user.id
        );
        app.sql(&sql).await;
        attention(&hana).await
    };
    assert_eq!(left(FEW_RECOVERY_CODES + 1).await, []);
    for codes in [FEW_RECOVERY_CODES, 0] {
        let low = Attention::RecoveryCodesLow { left: codes };
        assert_eq!(left(codes).await, [low]);
    }
    let off = json!({ "two_factor": "no" });
    app.edit(&scene.root, user.id, off).await.ok();
    let again = app.signed_in("hana.sato").await;
    assert_eq!(attention(&again).await, []);
}

#[tokio::test]
async fn what_ends_is_told_as_long_before_as_the_policy_says() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let settings = json!({ "expiry_warning_days": 5, "password_max_age_days": 90 });
    acme_says(&scene, settings).await;
    let begin = app.deps.now();
    let day = |days: i64| begin.plus_seconds(days * DAY);
    app.edit(&scene.root, user.id, json!({ "expires_at": day(92) }))
        .await
        .ok();
    let account = Attention::AccountEnds { at: day(92) };
    let password = |over| Attention::PasswordEnds { at: day(90), over };
    app.clock.advance(76 * DAY - 1);
    let hana = app.signed_in("hana.sato").await;
    assert_eq!(attention(&hana).await, []);
    app.clock.advance(1);
    assert_eq!(attention(&hana).await, [password(false)]);
    app.clock.advance(14 * DAY - 60);
    let hana = app.signed_in("hana.sato").await;
    assert_eq!(attention(&hana).await, [account.clone(), password(false)]);
    // Who is signed in stays so, and is told that the next sign-in asks for another one.
    app.clock.advance(60);
    assert_eq!(attention(&hana).await, [account, password(true)]);
}

#[tokio::test]
async fn with_a_policy_that_warns_of_nothing_nothing_is_told() {
    let scene = Siblings::start().await;
    let (user, hana) = scene.user("hana.sato", scene.acme, "user").await;
    acme_says(&scene, json!({ "expiry_warning_days": 0 })).await;
    let tomorrow = scene.app.deps.now().plus_seconds(DAY);
    let change = json!({ "expires_at": tomorrow });
    scene.app.edit(&scene.root, user.id, change).await.ok();
    assert_eq!(attention(&hana).await, []);
}

#[tokio::test]
async fn a_new_device_is_told_for_a_week_and_not_on_itself() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, hana) = scene.user("hana.sato", scene.acme, "user").await;
    let new = app.client();
    app.clock.advance(60);
    let at = app.deps.now();
    signs_in_with(&new, FIREFOX).await;
    let [
        Attention::NewDevice {
            at: told,
            device,
            address,
        },
    ] = &attention(&hana).await[..]
    else {
        panic!("it is not told");
    };
    assert_eq!((*told, address.as_str()), (at, "127.0.0.1"));
    assert_eq!(device.as_deref(), Some("Firefox · Windows"));
    let on_itself = new
        .request(reqwest::Method::GET, "/api/v1/me/attention")
        .header("user-agent", FIREFOX);
    let seen: Vec<Attention> = new.send(on_itself).await.ok().read();
    assert_eq!(seen, []);
    // Whoever is logged in as them sees what they see, with whatever device.
    scene.root.log_in_as(user.id).await.ok();
    assert_eq!(attention(&scene.root).await.len(), 1);
    // The second time it is known, and not told anew.
    app.clock.advance(6 * DAY);
    signs_in_with(&new, FIREFOX).await;
    let again = app.signed_in("hana.sato").await;
    assert_eq!(attention(&again).await.len(), 1);
    app.clock.advance(DAY);
    let again = app.signed_in("hana.sato").await;
    assert_eq!(attention(&again).await, []);
}

#[tokio::test]
async fn tokens_that_end_soon_are_counted_and_the_first_is_named() {
    let scene = Siblings::start().await;
    let (_, hana) = scene.user("hana.sato", scene.acme, "user").await;
    let end = |days: i64| scene.app.deps.now().plus_seconds(days * DAY);
    let issue = async |name: &str, at: Timestamp| {
        let draft = json!({ "name": name, "expires_at": at });
        hana.post("/api/v1/me/tokens", draft).await.status(201);
    };
    issue("Yearly", end(20)).await;
    assert_eq!(attention(&hana).await, []);
    issue("Nightly", end(14)).await;
    issue("Weekly", end(7)).await;
    let told = Attention::TokensEnd {
        tokens: 2,
        first: "Weekly".into(),
        at: end(7),
    };
    assert_eq!(attention(&hana).await, [told]);
}

#[tokio::test]
async fn an_address_that_waits_is_told_to_its_user_alone() {
    let scene = Siblings::start().await;
    let (user, hana) = scene.user("hana.sato", scene.acme, "user").await;
    let asked = json!({ "email": "hana@new.example" });
    hana.put("/api/v1/me/email", asked).await.ok();
    let [Attention::EmailPending { email, expired, .. }] = &attention(&hana).await[..] else {
        panic!("it is not told");
    };
    assert_eq!((email.as_str(), *expired), ("hana@new.example", false));
    assert_eq!(attention(&scene.root).await, []);
    scene.root.log_in_as(user.id).await.ok();
    assert_eq!(attention(&scene.root).await.len(), 1);
}

//! Another e-mail address: in force once it is confirmed where it was mailed to, and the present one can stop it.

use app::{account::Profile, users::User};
use serde_json::{Value, json};

use crate::util::{Answer, Client, PASSWORD, Siblings};

const NEW: &str = "hana@new.example";
const OLD: &str = "hana.sato@example.com";
const CONFIRM: &str = "Confirm your new e-mail address";
const STOP: &str = "about to change";

async fn ask(client: &Client, email: &str) -> Answer {
    client
        .put("/api/v1/me/email", json!({ "email": email }))
        .await
}

async fn follow(client: &Client, verb: &str, token: &str) -> Answer {
    let path = format!("/api/v1/email-links/{verb}");
    client.post(&path, json!({ "token": token })).await
}

async fn profile(client: &Client) -> Profile {
    client.get("/api/v1/me/profile").await.ok().read()
}

#[tokio::test]
async fn it_is_in_force_once_the_link_that_was_mailed_there_is_used() {
    let scene = Siblings::start().await;
    let (user, hana) = scene.user("hana.sato", scene.acme, "user").await;
    let asked: Profile = ask(&hana, NEW).await.ok().read();
    assert_eq!(asked.email, OLD);
    assert_eq!(asked.pending_email.as_ref().unwrap().email, NEW);
    let seen: User = scene.app.shown(&scene.root, user.id).await;
    assert_eq!(seen.pending_email, asked.pending_email);
    let mail = scene.app.mail(NEW, CONFIRM).await;
    assert!(!mail.text.contains("hana.sato"), "{}", mail.text);
    let told = scene.app.mail(OLD, STOP).await;
    assert!(
        told.text.contains(NEW) && told.text.contains("/email#"),
        "{}",
        told.text
    );
    // To look spends nothing, and nobody need be signed in.
    let anybody = scene.app.client();
    for _ in 0..2 {
        let seen = follow(&anybody, "look", &mail.token()).await.ok().json();
        assert_eq!(
            (&seen["purpose"], &seen["email"]),
            (&json!("confirm"), &json!(NEW))
        );
    }
    assert_eq!(profile(&hana).await.email, OLD);
    follow(&anybody, "use", &mail.token()).await.ok();
    let now = profile(&hana).await;
    assert_eq!((now.email.as_str(), &now.pending_email), (NEW, &None));
    for address in [OLD, NEW] {
        scene.app.mail(address, "address was changed").await;
    }
    for spent in [mail.token(), told.token()] {
        let over = follow(&anybody, "use", &spent).await.status(410);
        assert_eq!(over.refusal(), "account.email_link_over");
    }
    let event = scene.events("email.changed").await.remove(0);
    let (actor, detail) = (event.actor.unwrap(), &event.details[0]);
    assert_eq!(
        (actor.id, detail.before.as_deref(), detail.after.as_deref()),
        (user.id, Some(OLD), Some(NEW))
    );
}

#[tokio::test]
async fn the_present_address_stops_it() {
    let scene = Siblings::start().await;
    let (_, hana) = scene.user("hana.sato", scene.acme, "user").await;
    ask(&hana, NEW).await.ok();
    let (confirm, stop) = (
        scene.app.mail(NEW, CONFIRM).await.token(),
        scene.app.mail(OLD, STOP).await.token(),
    );
    let anybody = scene.app.client();
    let seen = follow(&anybody, "look", &stop).await.ok().json();
    assert_eq!(seen["purpose"], "stop");
    let used = follow(&anybody, "use", &stop).await.ok().json();
    assert_eq!(used["purpose"], "stop");
    follow(&anybody, "use", &confirm).await.status(410);
    let now = profile(&hana).await;
    assert_eq!((now.email.as_str(), now.pending_email), (OLD, None));
    assert_eq!(scene.events("email_change.ended").await.len(), 1);
}

#[tokio::test]
async fn a_link_works_for_a_day_and_the_newest_alone() {
    let scene = Siblings::start().await;
    let (_, hana) = scene.user("hana.sato", scene.acme, "user").await;
    let none = hana
        .post("/api/v1/me/email/link", Value::Null)
        .await
        .status(409);
    assert_eq!(none.refusal(), "account.no_email_change");
    ask(&hana, NEW).await.ok();
    let first = scene.app.mail(NEW, CONFIRM).await.token();
    hana.post("/api/v1/me/email/link", Value::Null).await.ok();
    for _ in 0..200 {
        if scene.app.mails(NEW).len() == 2 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    let tokens: Vec<String> = scene
        .app
        .mails(NEW)
        .iter()
        .map(|mail| mail.token())
        .collect();
    let second = tokens.iter().find(|token| **token != first).unwrap();
    let anybody = scene.app.client();
    follow(&anybody, "use", &first).await.status(410);
    follow(&anybody, "look", second).await.ok();
    // Another address in its place.
    ask(&hana, "hana@other.example").await.ok();
    follow(&anybody, "use", second).await.status(410);
    let third = scene.app.mail("hana@other.example", CONFIRM).await.token();
    scene.app.clock.advance(24 * 60 * 60);
    follow(&anybody, "use", &third).await.status(410);
    let again = scene.app.signed_in("hana.sato").await;
    assert!(profile(&again).await.pending_email.unwrap().expired);
    again.delete_plain("/api/v1/me/email".into()).await.ok();
    again.delete_plain("/api/v1/me/email".into()).await.ok();
    assert_eq!(profile(&again).await.pending_email, None);
}

#[tokio::test]
async fn who_asks_proves_first_that_it_is_they() {
    let scene = Siblings::start().await;
    let (_, hana) = scene.user("hana.sato", scene.acme, "user").await;
    scene.app.clock.advance(11 * 60);
    let refused = ask(&hana, NEW).await.status(403);
    assert_eq!(refused.refusal(), "proof_needed.password");
    assert_eq!(scene.app.mails(NEW).len(), 0);
    let proof = json!({ "password": PASSWORD });
    hana.post("/api/v1/me/proof", proof).await.status(204);
    ask(&hana, NEW).await.ok();
}

#[tokio::test]
async fn what_is_no_other_address_is_refused_beside_the_field_and_mails_are_rationed() {
    let scene = Siblings::start().await;
    let (_, hana) = scene.user("hana.sato", scene.acme, "user").await;
    for wrong in ["", "nobody", OLD] {
        assert_eq!(
            ask(&hana, wrong).await.status(422).fields(),
            ["email"],
            "{wrong}"
        );
    }
    for number in 0..4 {
        ask(&hana, &format!("hana@{number}.example")).await.ok();
    }
    ask(&hana, NEW).await.status(429);
}

#[tokio::test]
async fn it_is_settled_when_an_administrator_sets_the_address_or_the_account_ends() {
    let scene = Siblings::start().await;
    let (user, hana) = scene.user("hana.sato", scene.acme, "user").await;
    ask(&hana, NEW).await.ok();
    let first = scene.app.mail(NEW, CONFIRM).await.token();
    let set = json!({ "email": "hana@set.example" });
    scene.app.edit(&scene.root, user.id, set).await.ok();
    let anybody = scene.app.client();
    follow(&anybody, "use", &first).await.status(410);
    assert_eq!(profile(&hana).await.email, "hana@set.example");
    ask(&hana, "hana@third.example").await.ok();
    let second = scene.app.mail("hana@third.example", CONFIRM).await.token();
    let disabled = format!("/api/v1/users/{}/disabled", user.id);
    scene
        .root
        .put(&disabled, json!({ "disabled": true }))
        .await
        .ok();
    for verb in ["look", "use"] {
        follow(&anybody, verb, &second).await.status(410);
    }
}

#[tokio::test]
async fn of_many_who_use_a_link_at_the_same_moment_one_wins() {
    let scene = Siblings::start().await;
    let (_, hana) = scene.user("hana.sato", scene.acme, "user").await;
    ask(&hana, NEW).await.ok();
    let token = scene.app.mail(NEW, CONFIRM).await.token();
    let other = scene.app.another().await;
    let clients = [
        scene.app.client(),
        other.client(),
        scene.app.client(),
        other.client(),
    ];
    let tries = clients.iter().map(|client| follow(client, "use", &token));
    let [a, b, c, d]: [_; 4] = tries.collect::<Vec<_>>().try_into().ok().unwrap();
    let (a, b, c, d) = tokio::join!(a, b, c, d);
    let mut statuses = [a, b, c, d].map(|answer| answer.status.as_u16());
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 410, 410, 410]);
}

#[tokio::test]
async fn a_password_link_that_was_mailed_to_the_old_address_is_void() {
    let scene = Siblings::start().await;
    let (_, hana) = scene.user("hana.sato", scene.acme, "user").await;
    ask(&hana, NEW).await.ok();
    let anybody = scene.app.client();
    let forgotten = json!({ "login_id": "hana.sato" });
    anybody
        .post("/api/v1/login/forgotten-password", forgotten)
        .await
        .status(204);
    let old = scene.app.mail(OLD, "assword").await.token();
    let confirm = scene.app.mail(NEW, CONFIRM).await.token();
    follow(&anybody, "use", &confirm).await.ok();
    let start = json!({ "by": "link", "token": old });
    anybody.post("/api/v1/login", start).await.status(410);
}

//! Adding users.

use app::users::{AccountStatus, User};
use serde_json::{Value, json};

use crate::util::{Answer, Client, Siblings};

fn draft(login_id: &str, company: app::CompanyId) -> Value {
    json!({
        "login_id": login_id, "email": "some.one@example.com", "first_name": "Some", "last_name": "One",
        "company": company,
    })
}

async fn add(client: &Client, draft: &Value) -> Answer {
    client.post("/api/v1/users", draft.clone()).await
}

#[tokio::test]
async fn a_user_is_added_with_everything_that_was_asked() {
    let scene = Siblings::start().await;
    let mut draft = draft(" Hana.Sato ", scene.acme);
    let end = "2028-03-31T14:59:59Z";
    draft.as_object_mut().unwrap().extend(
        json!({
            "related_companies": [scene.beta], "expires_at": end, "otp_configured": true,
            "language": "ja", "time_zone": "Asia/Tokyo",
        })
        .as_object()
        .unwrap()
        .clone(),
    );
    let answer = add(&scene.root, &draft).await.status(201);
    let user: User = answer.read();
    assert_eq!(
        answer.headers["location"],
        format!("/api/v1/users/{}", user.id).as_str()
    );
    assert_eq!(
        (user.login_id.as_str(), user.status),
        ("hana.sato", AccountStatus::Invited)
    );
    assert_eq!(
        (user.company.id, user.related_companies[0].id),
        (scene.acme, scene.beta)
    );
    assert_eq!(user.expires_at, app::Timestamp::parse(end));
    assert!(user.two_factor.required && !user.two_factor.enrolled);
    assert_eq!(
        (user.language, user.time_zone.as_str()),
        (app::Language::Japanese, "Asia/Tokyo")
    );
    assert_eq!(
        user.roles
            .iter()
            .map(|role| role.name.as_str())
            .collect::<Vec<_>>(),
        ["user"]
    );
    let read: User = scene
        .root
        .get(&format!("/api/v1/users/{}", user.id))
        .await
        .ok()
        .read();
    assert_eq!(
        User {
            invitation: None,
            ..read
        },
        User {
            invitation: None,
            ..user
        }
    );
}

#[tokio::test]
async fn every_wrong_field_is_named_at_once_at_both_doors() {
    let scene = Siblings::start().await;
    let before = scene.app.rows().await;
    let draft = json!({
        "login_id": "-x", "email": "nobody", "first_name": "", "last_name": "a\nb", "company": scene.acme,
        "time_zone": "a b",
    });
    let wrong = ["login_id", "email", "first_name", "last_name", "time_zone"];
    assert_eq!(add(&scene.root, &draft).await.status(422).fields(), wrong);
    let called = scene
        .root
        .post("/ui/users/create", json!({ "draft": draft }))
        .await
        .status(422)
        .json();
    let named: Vec<_> = called["about"]
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| problem["field"].clone())
        .collect();
    assert_eq!(named, wrong);
    assert_eq!(scene.app.rows().await, before);
}

#[tokio::test]
async fn an_end_in_the_past_is_refused() {
    let scene = Siblings::start().await;
    let mut draft = draft("hana.sato", scene.acme);
    draft["expires_at"] = json!(scene.app.deps.now());
    assert_eq!(
        add(&scene.root, &draft).await.status(422).fields(),
        ["expires_at"]
    );
    draft["expires_at"] = json!(scene.app.deps.now().plus_seconds(1));
    add(&scene.root, &draft).await.status(201);
}

#[tokio::test]
async fn a_login_id_is_taken_whatever_its_capitals_and_leaves_nothing_behind() {
    let scene = Siblings::start().await;
    scene
        .app
        .invite(&scene.root, "hana.sato", scene.acme, json!({}))
        .await;
    let before = scene.app.rows().await;
    for (login_id, company) in [("hana.sato", scene.acme), ("HANA.sato", scene.beta)] {
        let answer = add(&scene.root, &draft(login_id, company))
            .await
            .status(422);
        assert_eq!(answer.fields(), ["login_id"]);
        assert_eq!(answer.json()["errors"][0]["code"], "taken");
    }
    assert_eq!(scene.app.rows().await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_add_the_same_login_id_at_once_one_succeeds() {
    let scene = Siblings::start().await;
    let second = scene.app.another().await;
    let other = second.signed_in("root").await;
    let here = scene.app.signed_in("root").await;
    let (other, here) = (std::sync::Arc::new(other), std::sync::Arc::new(here));
    let draft = draft("hana.sato", scene.acme);
    let tries: Vec<_> = (0..16)
        .map(|number| {
            let client = std::sync::Arc::clone(if number % 2 == 0 { &here } else { &other });
            let draft = draft.clone();
            tokio::spawn(async move { add(&client, &draft).await })
        })
        .collect();
    let mut added = 0;
    for attempt in tries {
        let answer = attempt.await.unwrap();
        match answer.status.as_u16() {
            201 => added += 1,
            _ => assert_eq!(answer.status(422).fields(), ["login_id"]),
        }
    }
    assert_eq!(added, 1);
    let app = &scene.app;
    for table in [
        "links",
        "mails WHERE kind = 'invitation'",
        "users WHERE login_id = 'hana.sato'",
    ] {
        assert_eq!(
            app.numbers(&format!("SELECT COUNT(*) FROM {table}")).await,
            [1],
            "{table}"
        );
    }
    let users = format!("SELECT users FROM companies WHERE id = {}", scene.acme);
    assert_eq!(app.numbers(&users).await, [1]);
}

#[tokio::test]
async fn without_the_mail_in_the_outbox_there_is_no_user_either() {
    let scene = Siblings::start().await;
    let before = scene.app.rows().await;
    scene
        .app
        .sql("ALTER TABLE links RENAME TO links_away")
        .await;
    add(&scene.root, &draft("hana.sato", scene.acme))
        .await
        .status(503);
    scene
        .app
        .sql("ALTER TABLE links_away RENAME TO links")
        .await;
    assert_eq!(scene.app.rows().await, before);
    add(&scene.root, &draft("hana.sato", scene.acme))
        .await
        .status(201);
}

#[tokio::test]
async fn credentials_can_be_issued_later() {
    let scene = Siblings::start().await;
    let user = scene.quiet("hana.sato", scene.acme).await;
    assert_eq!(user.invitation, None);
    assert_eq!(scene.app.numbers("SELECT COUNT(*) FROM mails").await, [0]);
    let path = format!("/api/v1/users/{}/invitations", user.id);
    scene.root.post(&path, json!({})).await.status(201);
    scene.app.mail("hana.sato@example.com", "Acceptance").await;
    let past = scene.app.deps.now().plus_seconds(1);
    scene
        .app
        .edit(&scene.root, user.id, json!({ "expires_at": past }))
        .await
        .ok();
    scene.app.clock.advance(1);
    assert_eq!(
        scene
            .root
            .post(&path, json!({}))
            .await
            .status(409)
            .refusal(),
        "user.cannot_sign_in"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_issue_credentials_at_once_each_succeeds_and_one_link_lives() {
    let scene = Siblings::start().await;
    let user = scene.quiet("hana.sato", scene.acme).await;
    let root = std::sync::Arc::new(scene.app.signed_in("root").await);
    let tries: Vec<_> = (0..8)
        .map(|_| {
            let (root, path) = (
                std::sync::Arc::clone(&root),
                format!("/api/v1/users/{}/invitations", user.id),
            );
            tokio::spawn(async move { root.post(&path, json!({})).await.status.as_u16() })
        })
        .collect();
    for attempt in tries {
        assert_eq!(attempt.await.unwrap(), 201);
    }
    let live = "SELECT COUNT(*) FROM links WHERE used_at = 0 AND voided_at = 0";
    assert_eq!(scene.app.numbers(live).await, [1]);
}

//! API tokens: issued by an administrator for a user, and the API sessions that they open.

use app::{
    roles::Permission,
    tokens::{IssuedToken, TokenChoice, TokenKind},
    users::User,
};
use reqwest::Method;
use serde_json::{Value, json};

use super::{bearing, form, get};
use crate::util::{Answer, Client, Siblings};

async fn issued(by: &Client, user: &User, wish: Value) -> Answer {
    let mut draft = json!({
        "name": "CRM", "expires_at": "2027-02-01T00:00:00Z", "permissions": ["users:read"],
    });
    for (field, value) in wish.as_object().unwrap() {
        draft[field] = value.clone();
    }
    by.post(&format!("/api/v1/users/{}/api-tokens", user.id), draft)
        .await
}

async fn issue(by: &Client, user: &User, wish: Value) -> IssuedToken {
    issued(by, user, wish).await.status(201).read()
}

async fn open(client: &Client, login_id: &str, token: &str) -> Answer {
    let start = json!({ "login_id": login_id, "token": token });
    client.post("/api/v1/session", start).await
}

/// Login ID and secret of a service account that may see users, and the account.
async fn service_account(scene: &Siblings) -> (User, IssuedToken) {
    let crm = scene.quiet("crm.sync", scene.acme).await;
    let grants = json!({ "web": [], "app": [], "api": ["users:read", "mail:read"] });
    scene.give(crm.id, grants).await;
    let issued = issue(&scene.root, &crm, json!({})).await;
    (crm, issued)
}

#[tokio::test]
async fn a_service_account_acts_by_its_api_token_alone() {
    let scene = Siblings::start().await;
    let (crm, issued) = service_account(&scene).await;
    assert_eq!(issued.token.kind, TokenKind::Api);
    assert!(issued.secret.starts_with("dwa_") && issued.secret.len() == 47);
    let program = scene.app.client();
    let answer = open(&program, "crm.sync", &issued.secret).await.ok();
    assert_eq!(answer.headers["cache-control"], "no-store");
    assert!(answer.headers.get("set-cookie").is_none());
    let answer = answer.json();
    assert_eq!(
        (
            &answer["token_type"],
            &answer["expires_in"],
            &answer["scope"]
        ),
        (&json!("Bearer"), &json!(600), &json!("users:read"))
    );
    let access = answer["access_token"].as_str().unwrap();
    get(&scene, access, "/api/v1/users").await.ok();
    get(&scene, access, "/api/v1/mails").await.status(403);
    let make = json!({ "name": "Another" });
    bearing(&scene, access, Method::POST, "/api/v1/me/tokens", make)
        .await
        .status(403);

    // Whoever reads its mail is told who issued it, and never the secret.
    let mail = scene.app.mail(&crm.email, "An API token was issued").await;
    assert!(mail.text.contains("(root)") && !mail.text.contains(&issued.secret));
    // It has no password, and nobody sent it a link to one.
    let mails = format!(
        "SELECT COUNT(*) FROM mails WHERE user_id = {} AND kind <> 'api_token_issued'",
        crm.id
    );
    assert_eq!(scene.app.numbers(&mails).await, [0]);
    scene
        .app
        .client()
        .post(
            "/api/v1/forgotten-password",
            json!({ "login_id": "crm.sync" }),
        )
        .await;
    assert_eq!(scene.app.numbers(&mails).await, [0]);
    let exchange = [
        ("grant_type", "refresh_token"),
        ("refresh_token", issued.secret.as_str()),
    ];
    form(&program, "/oauth/token", &exchange).await.status(400);
}

#[tokio::test]
async fn every_reason_to_open_no_session_looks_alike() {
    let scene = Siblings::start().await;
    let (_, issued) = service_account(&scene).await;
    let (_, hana) = scene.user("hana.sato", scene.acme, "auditor").await;
    let refresh = super::issue(&hana, json!({})).await.secret;
    let program = scene.app.client();
    let mut answers = vec![
        open(&program, "nobody.here", &issued.secret).await,
        open(&program, "no login id!", &issued.secret).await,
        open(&program, "crm.sync", "dwa_wrong").await,
        open(&program, "hana.sato", &issued.secret).await,
        open(&program, "hana.sato", &refresh).await,
    ];
    for end in [
        "UPDATE tokens SET trusted_addresses = '10.0.0.1' WHERE kind = 'api'",
        "UPDATE tokens SET trusted_addresses = '', expires_at = 5 WHERE kind = 'api'",
        "UPDATE tokens SET expires_at = 9999999999999 WHERE kind = 'api'",
    ] {
        scene.app.sql(end).await;
        answers.push(open(&program, "crm.sync", &issued.secret).await);
    }
    answers.pop().unwrap().ok();
    for end in [
        "UPDATE users SET trusted_addresses = '10.0.0.1' WHERE login_id = 'crm.sync'",
        "UPDATE users SET trusted_addresses = '', disabled = TRUE WHERE login_id = 'crm.sync'",
        "UPDATE users SET disabled = FALSE, expires_at = 5 WHERE login_id = 'crm.sync'",
        "DELETE FROM tokens",
    ] {
        scene.app.sql(end).await;
        scene.app.sql("DELETE FROM throttles").await;
        answers.push(open(&program, "crm.sync", &issued.secret).await);
    }
    for answer in &answers {
        assert_eq!(answer.refusal(), "token.api_session_refused");
        assert_eq!(answer.said(), answers[0].said());
        assert_eq!(answer.status, 401);
    }
    for (start, field) in [
        (json!({ "login_id": " ", "token": "x" }), "login_id"),
        (json!({ "login_id": "crm.sync", "token": "" }), "token"),
    ] {
        let answer = program.post("/api/v1/session", start).await.status(422);
        assert_eq!(answer.fields(), [field]);
    }
}

#[tokio::test]
async fn whatever_takes_its_ground_away_ends_the_session_at_once() {
    for end in [
        "UPDATE users SET disabled = TRUE WHERE login_id = 'crm.sync'",
        "UPDATE users SET expires_at = 5 WHERE login_id = 'crm.sync'",
        "UPDATE users SET trusted_addresses = '10.0.0.1' WHERE login_id = 'crm.sync'",
        "UPDATE tokens SET trusted_addresses = '10.0.0.1'",
        "UPDATE tokens SET expires_at = 5",
        "DELETE FROM tokens",
    ] {
        let scene = Siblings::start().await;
        let (_, issued) = service_account(&scene).await;
        let answer = open(&scene.app.client(), "crm.sync", &issued.secret).await;
        let access = answer.ok().json()["access_token"]
            .as_str()
            .unwrap()
            .to_owned();
        get(&scene, &access, "/api/v1/users").await.ok();
        scene.app.sql(end).await;
        scene.app.clock.advance(1);
        let answer = get(&scene, &access, "/api/v1/users").await;
        assert!([401, 403].contains(&answer.status.as_u16()), "{end}");
    }
}

#[tokio::test]
async fn wrong_tokens_are_slowed_down_where_they_come_from_and_noted() {
    let scene = Siblings::start().await;
    let (crm, issued) = service_account(&scene).await;
    let program = scene.app.client();
    for _ in 0..6 {
        open(&program, "crm.sync", "dwa_wrong").await.status(401);
    }
    open(&program, "crm.sync", &issued.secret).await.status(429);
    scene.app.clock.advance(3);
    open(&program, "crm.sync", &issued.secret).await.ok();
    let noted = format!(
        "SELECT COUNT(*) FROM audit_events WHERE action = 'api_session.opened' AND subject_id = {}",
        crm.id
    );
    assert_eq!(scene.app.numbers(&noted).await, [7]);
}

#[tokio::test]
async fn an_administrator_issues_what_both_hold_for_whom_they_may_and_nobody_else() {
    let scene = Siblings::start().await;
    let (_, chief) = scene
        .user("acme.chief", scene.acme, "company_administrator")
        .await;
    let (_, desk) = scene.user("acme.desk", scene.acme, "help_desk").await;
    let (beta, stranger) = scene
        .user("beta.chief", scene.beta, "company_administrator")
        .await;
    let (boss, _) = scene
        .user("boss.acme", scene.operator, "operator_administrator")
        .await;
    let crm = scene.quiet("crm.sync", scene.acme).await;
    scene
        .give(
            crm.id,
            json!({ "web": ["mail:read"], "app": [], "api": ["users:read"] }),
        )
        .await;
    let path = format!("/api/v1/users/{}/api-token-choice", crm.id);
    let choice: TokenChoice = chief.get(&path).await.ok().read();
    assert_eq!(choice.permissions, [Permission::UsersRead]);
    for too_much in [json!(["mail:read"]), json!(["users:read", "users:delete"])] {
        let answer = issued(&chief, &crm, json!({ "permissions": too_much })).await;
        assert_eq!(answer.status(422).fields(), ["permissions"]);
    }
    let wrong = json!({ "name": "", "trusted_addresses": ["10.0.0.0/33"], "expires_at": null });
    let answer = issued(&chief, &crm, wrong).await.status(422);
    assert_eq!(
        answer.fields(),
        ["name", "expires_at", "trusted_addresses[0]"]
    );
    issue(&chief, &crm, json!({})).await;

    issued(&desk, &crm, json!({})).await.status(403);
    desk.get(&path).await.status(403);
    issued(&stranger, &crm, json!({})).await.status(404);
    issued(&chief, &beta, json!({})).await.status(404);
    issued(&chief, &boss, json!({})).await.status(404);
    // Not for oneself, nor for whoever may do more.
    let me: User = {
        let id = chief.get("/api/v1/me").await.ok().json()["id"].clone();
        chief.get(&format!("/api/v1/users/{id}")).await.ok().read()
    };
    assert_eq!(
        issued(&chief, &me, json!({})).await.refusal(),
        "user.oneself"
    );
    let strong = scene.quiet("strong.one", scene.acme).await;
    scene
        .give(
            strong.id,
            json!({ "web": ["users:read"], "app": [], "api": [] }),
        )
        .await;
    let further = json!({ "related_companies": [scene.beta] });
    scene.app.edit(&scene.root, strong.id, further).await.ok();
    let answer = issued(&chief, &strong, json!({ "permissions": [] })).await;
    assert_eq!(answer.status(403).refusal(), "user.stronger");

    // Only soon after a proof.
    scene.app.clock.advance(11 * 60);
    let answer = issued(&chief, &crm, json!({})).await.status(403);
    assert_eq!(answer.refusal(), "proof_needed.password");
}

#[tokio::test]
async fn whoever_has_an_api_token_may_revoke_it() {
    let scene = Siblings::start().await;
    let (_, issued) = service_account(&scene).await;
    let program = scene.app.client();
    form(&program, "/oauth/revoke", &[("token", &issued.secret)])
        .await
        .ok();
    open(&program, "crm.sync", &issued.secret).await.status(401);
}

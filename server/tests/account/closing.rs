//! Closing one's own account: only where the policy lets users, and only by oneself.

use app::{
    account::{AccountRefusal, ClosingPreview},
    users::{AccountStatus, User},
};
use serde_json::json;

use crate::{
    policies::held_to,
    util::{Answer, Client, PASSWORD, Siblings},
};

async fn preview(client: &Client) -> ClosingPreview {
    client.get("/api/v1/me/closing").await.ok().read()
}

async fn close(client: &Client) -> Answer {
    client.delete_plain("/api/v1/me".into()).await
}

/// Where users may close their accounts, which rest in the bin for a week.
async fn lenient() -> Siblings {
    held_to(json!({ "account_closing_allowed": true, "bin_retention_days": 7 })).await
}

#[tokio::test]
async fn whoever_closes_their_account_is_out_everywhere_and_can_be_brought_back() {
    let scene = lenient().await;
    let (user, hana) = scene.user("hana.sato", scene.acme, "user").await;
    let elsewhere = scene.app.signed_in("hana.sato").await;
    scene.token_of(user.id).await;
    let seen = preview(&hana).await;
    assert_eq!((seen.stays, seen.sessions, seen.tokens), (None, 2, 1));
    assert_eq!(seen.bin_retention_days, 7);
    close(&hana).await.status(204);
    for client in [&hana, &elsewhere] {
        client.get("/api/v1/me").await.status(401);
    }
    let again = scene.app.client();
    again.sign_in("hana.sato", PASSWORD).await.status(401);
    let mail = scene.app.mail(&user.email, "Your account is closed").await;
    assert!(mail.text.contains("within 7 days"));
    let event = scene.events("account.closed").await.remove(0);
    let names = [event.actor, event.subject].map(|user| user.map(|user| user.login_id));
    assert_eq!(names, [Some("hana.sato".into()), Some("hana.sato".into())]);
    let kept: User = scene.app.shown(&scene.root, user.id).await;
    assert_eq!(kept.status, AccountStatus::Deleted);
    let path = format!("/api/v1/users/{}/restore", user.id);
    scene.root.post(&path, json!({})).await.ok();
    again.sign_in("hana.sato", PASSWORD).await.ok();
    assert_eq!(preview(&again).await.tokens, 0);
}

#[tokio::test]
async fn without_the_policys_word_nobody_closes_theirs() {
    let scene = Siblings::start().await;
    let (user, hana) = scene.user("hana.sato", scene.acme, "user").await;
    let seen = preview(&hana).await;
    assert_eq!(seen.stays, Some(AccountRefusal::ClosingNotAllowed));
    let refused = close(&hana).await.status(409);
    assert_eq!(refused.refusal(), "account.closing_not_allowed");
    hana.get("/api/v1/me").await.ok();
    let kept: User = scene.app.shown(&scene.root, user.id).await;
    assert_eq!(kept.status, AccountStatus::Active);
}

#[tokio::test]
async fn the_last_operator_administrator_and_who_has_sub_users_stay() {
    let scene = lenient().await;
    let (_, deputy) = scene
        .user("deputy", scene.acme, "company_administrator")
        .await;
    scene.app.user(&deputy, "child", scene.acme, "user").await;
    assert_eq!(
        preview(&deputy).await.stays,
        Some(AccountRefusal::HasSubUsers)
    );
    let refused = close(&deputy).await.status(409);
    assert_eq!(refused.refusal(), "account.has_sub_users");
    let (_, second) = scene
        .user("second", scene.operator, "operator_administrator")
        .await;
    close(&second).await.status(204);
    // Without anybody who would go along, there is still this.
    scene.app.sql("UPDATE users SET parent_id = NULL").await;
    let refused = close(&scene.root).await.status(409);
    assert_eq!(refused.refusal(), "user.last_operator_administrator");
    scene.root.get("/api/v1/me").await.ok();
}

#[tokio::test]
async fn an_old_sign_in_is_proved_anew_first() {
    let scene = lenient().await;
    let (_, hana) = scene.user("hana.sato", scene.acme, "user").await;
    scene.app.clock.advance(10 * 60 + 1);
    let refused = close(&hana).await.status(403);
    assert_eq!(refused.refusal(), "proof_needed.password");
    let proof = json!({ "password": PASSWORD });
    hana.post("/api/v1/me/proof", proof).await.status(204);
    close(&hana).await.status(204);
}

//! Log in as: what stays as it is meanwhile.

use app::users::User;
use serde_json::json;

use crate::util::{Client, Siblings};

/// The operator's administrator, logged in as the administrator of Acme, beside another user there.
async fn scene() -> (Siblings, User, User) {
    let scene = Siblings::start().await;
    let (boss, _) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let (hana, _) = scene.user("hana.sato", scene.acme, "user").await;
    scene.root.log_in_as(boss.id).await.ok();
    (scene, boss, hana)
}

async fn refused(scene: &Siblings, client: &Client, user: &User, change: serde_json::Value) {
    let answer = scene.app.edit(client, user.id, change.clone()).await;
    assert_eq!(
        answer.status(403).refusal(),
        "acting.not_while_acting",
        "{change}"
    );
}

#[tokio::test]
async fn nobodys_address_second_factor_reach_or_roles_change() {
    let (scene, _, hana) = scene().await;
    let auditor = scene.app.role(&scene.root, scene.acme, "auditor").await;
    for change in [
        json!({ "email": "taken@example.com" }),
        json!({ "two_factor": "yes" }),
        json!({ "related_companies": [scene.acme] }),
        json!({ "roles": [auditor] }),
    ] {
        refused(&scene, &scene.root, &hana, change).await;
    }
    // With the present address named among other things nothing is changed about it.
    let change = json!({ "email": hana.email, "first_name": "Hanako" });
    scene.app.edit(&scene.root, hana.id, change).await.ok();
    let path = format!("/api/v1/users/{}/trusted-addresses", hana.id);
    let addresses = json!({ "addresses": ["10.0.0.0/8"] });
    let answer = scene.root.put_at(&path, 2, addresses).await;
    assert_eq!(answer.status(403).refusal(), "acting.not_while_acting");
}

#[tokio::test]
async fn nobody_is_added_with_a_second_factor_an_invitation_or_a_reach() {
    let (scene, ..) = scene().await;
    let draft = |more: serde_json::Value| {
        let mut draft = json!({
            "login_id": "new.user", "email": "new@example.com", "first_name": "New", "last_name": "User",
            "company": scene.acme, "issue_credentials": false,
        });
        let more = more.as_object().unwrap().clone();
        draft.as_object_mut().unwrap().extend(more);
        draft
    };
    for more in [
        json!({ "issue_credentials": true }),
        json!({ "otp_configured": true }),
        json!({ "related_companies": [scene.acme] }),
        json!({ "parent_level": true }),
    ] {
        let answer = scene.root.post("/api/v1/users", draft(more.clone())).await;
        assert_eq!(
            answer.status(403).refusal(),
            "acting.not_while_acting",
            "{more}"
        );
    }
    scene
        .root
        .post("/api/v1/users", draft(json!({})))
        .await
        .ok();
}

#[tokio::test]
async fn the_users_own_account_stays_as_it_is() {
    let (scene, boss, _) = scene().await;
    assert!(!scene.app.shown(&scene.root, boss.id).await.may_act_on);
    refused(&scene, &scene.root, &boss, json!({ "first_name": "Other" })).await;
    let session = format!("SELECT id FROM sessions WHERE user_id = {}", boss.id);
    let session = scene.app.numbers(&session).await[0];
    let path = format!("/api/v1/users/{}/sessions/{session}", boss.id);
    let ended = scene.root.delete_plain(path).await.status(403);
    assert_eq!(ended.refusal(), "acting.not_while_acting");
    scene.app.delete(&scene.root, boss.id).await.status(409);
}

#[tokio::test]
async fn nobody_gives_more_time_than_both_have() {
    let scene = Siblings::start().await;
    let (admin, client) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let desk = scene
        .custom_role(scene.acme, "Clerk", &["users:read", "users:update"])
        .await;
    let (clerk, _) = scene.user("acme.clerk", scene.acme, "user").await;
    let (hana, _) = scene.user("hana.sato", scene.acme, "user").await;
    let app = &scene.app;
    app.edit(&scene.root, clerk.id, json!({ "roles": [desk] }))
        .await
        .ok();
    let end = app.deps.now().plus_seconds(86_400);
    app.edit(&scene.root, admin.id, json!({ "expires_at": end }))
        .await
        .ok();
    client.log_in_as(clerk.id).await.ok();
    let later = json!({ "expires_at": end.plus_seconds(1) });
    let answer = app.edit(&client, hana.id, later).await.status(422);
    assert_eq!(answer.fields(), ["expires_at"]);
    app.edit(&client, hana.id, json!({ "expires_at": end }))
        .await
        .ok();
}

//! What the built-in roles are for.

use app::{sessions::Session, users::User};
use serde_json::json;

use crate::util::{PASSWORD, Siblings};

#[tokio::test]
async fn a_help_desk_helps_users_who_cannot_get_in() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (_, desk) = scene.user("help.desk", scene.acme, "help_desk").await;
    let (user, client, ..) = app
        .user_with_authenticator(&scene.root, "hana.sato", scene.acme)
        .await;
    let path = format!("/api/v1/users/{}", user.id);
    let seen: User = desk.get(&path).await.ok().read();
    assert!(seen.may_act_on && seen.two_factor.enrolled);
    desk.post(&format!("{path}/unlock"), json!({}))
        .await
        .status(200);
    desk.post(&format!("{path}/invitations"), json!({}))
        .await
        .status(201);
    let sessions: Vec<Session> = desk.get(&format!("{path}/sessions")).await.ok().read();
    assert_eq!(sessions.len(), 1);
    desk.delete_plain(format!("{path}/sessions/{}", sessions[0].id))
        .await
        .status(204);
    client.get("/api/v1/me").await.status(401);
    let reset: User = desk
        .post(&format!("{path}/two-factor/reset"), json!({}))
        .await
        .ok()
        .read();
    assert!(!reset.two_factor.enrolled);
    let off: User = desk
        .put(&format!("{path}/two-factor"), json!({ "enabled": false }))
        .await
        .ok()
        .read();
    assert!(!off.two_factor.required);
    client.sign_in("hana.sato", PASSWORD).await.ok();
    client.get("/api/v1/me").await.ok();
}

#[tokio::test]
async fn a_company_administrator_runs_their_own_subtree() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (_, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let branch = app
        .company(&admin, scene.acme, "customer", "Branch")
        .await
        .id;
    let (deputy, client) = app
        .user(&admin, "deputy", branch, "company_administrator")
        .await;
    let (user, _) = app.user(&client, "hana.sato", branch, "user").await;
    app.edit(&admin, user.id, json!({ "first_name": "Changed" }))
        .await
        .ok();
    // The deputy reaches the branch alone.
    client
        .get(&format!("/api/v1/companies/{}", scene.acme))
        .await
        .status(404);
    app.delete(&admin, deputy.id).await.status(204);
    client.get("/api/v1/me").await.status(401);
}

#[tokio::test]
async fn a_right_given_or_taken_holds_at_once() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, client) = scene.user("hana.sato", scene.acme, "user").await;
    client.get("/api/v1/users").await.status(403);
    for (role, status) in [("auditor", 200), ("user", 403)] {
        let role = app.role(&scene.root, scene.acme, role).await;
        app.edit(&scene.root, user.id, json!({ "roles": [role] }))
            .await
            .ok();
        client.get("/api/v1/users").await.status(status);
    }
}

#[tokio::test]
async fn a_related_company_widens_the_scope_with_its_subsidiaries() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let below = app
        .company(&scene.root, scene.beta, "customer", "Below")
        .await
        .id;
    let (user, client) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let path = format!("/api/v1/companies/{below}");
    client.get(&path).await.status(404);
    app.edit(
        &scene.root,
        user.id,
        json!({ "related_companies": [scene.beta] }),
    )
    .await
    .ok();
    client.get(&path).await.status(200);
    app.edit(&scene.root, user.id, json!({ "related_companies": [] }))
        .await
        .ok();
    client.get(&path).await.status(404);
}

//! Individual permissions, and roles and permissions saved together.

use app::{roles::Permissions, users::UserAccess};
use serde_json::{Value, json};

use super::catalogue::{created, everywhere};
use crate::util::{Answer, Client, Siblings};

async fn put(client: &Client, scene: &Siblings, user: app::UserId, change: Value) -> Answer {
    let version = scene.app.shown(&scene.root, user).await.version;
    let path = format!("/api/v1/users/{user}/permissions");
    client.put_at(&path, version, change).await
}

#[tokio::test]
async fn a_permission_given_to_one_user_holds_at_once_and_says_where_it_comes_from() {
    let scene = Siblings::start().await;
    let (_, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let (user, client) = scene.user("hana.sato", scene.acme, "user").await;
    client.get("/api/v1/users").await.status(403);
    let grants = json!({ "web": ["mail:read"], "app": [], "api": ["users:read"] });
    let access: UserAccess = put(&admin, &scene, user.id, json!({ "grants": grants }))
        .await
        .ok()
        .read();
    assert_eq!(
        access.grants.to_string(),
        "users:read (api), mail:read (web)"
    );
    assert_eq!(access.effective, access.grants);
    // What holds for programs does not hold in a browser, and the other way round.
    client.get("/api/v1/users").await.status(200);
    client.get("/api/v1/mails").await.status(403);
    let taken: UserAccess = put(&admin, &scene, user.id, json!({ "grants": {} }))
        .await
        .ok()
        .read();
    assert_eq!(taken.effective, Permissions::NONE);
    client.get("/api/v1/users").await.status(403);
}

#[tokio::test]
async fn roles_and_permissions_are_saved_together_or_not_at_all() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (_, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let auditor = app.role(&admin, scene.acme, "auditor").await;
    let before = app.rows().await;
    // The roles are sound, the permission is not; then the other way round.
    let wrong = json!({ "roles": [auditor], "grants": everywhere(&["operator:manage"]) });
    let refused = put(&admin, &scene, user.id, wrong).await.status(422);
    assert_eq!(refused.fields(), ["grants"]);
    let wrong = json!({ "roles": [9_000_001], "grants": everywhere(&["users:read"]) });
    let refused = put(&admin, &scene, user.id, wrong).await.status(422);
    assert_eq!(refused.fields(), ["roles"]);
    assert_eq!(app.rows().await, before);
    let both = json!({ "roles": [auditor], "grants": everywhere(&["mail:send"]) });
    let version = app.shown(&admin, user.id).await.version;
    let access: UserAccess = put(&admin, &scene, user.id, both).await.ok().read();
    assert_eq!(access.held(), [auditor]);
    assert_eq!(access.version, version + 1);
    let path = format!("/api/v1/users/{}/permissions", user.id);
    let stale = admin.put_at(&path, version, json!({ "roles": [] })).await;
    assert_eq!(stale.status(412).refusal(), "stale");
    admin.put(&path, json!({ "roles": [] })).await.status(428);
}

#[tokio::test]
async fn nobody_gives_one_user_what_they_do_not_hold_on_that_channel() {
    let scene = Siblings::start().await;
    let (giver, client) = scene.user("giver", scene.acme, "user").await;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let held = json!({ "web": ["users:read", "mail:read"], "api": ["roles:assign", "roles:read", "users:read"] });
    scene.give(giver.id, held).await;
    let before = scene.app.rows().await;
    for grants in [
        json!({ "api": ["mail:read"] }),
        json!({ "web": ["users:update"] }),
        json!({ "app": ["users:read"] }),
    ] {
        let refused = put(&client, &scene, user.id, json!({ "grants": grants })).await;
        assert_eq!(refused.status(422).fields(), ["grants"]);
    }
    assert_eq!(scene.app.rows().await, before);
    put(
        &client,
        &scene,
        user.id,
        json!({ "grants": { "web": ["mail:read"] } }),
    )
    .await
    .ok();
}

#[tokio::test]
async fn nobody_changes_their_own_access_or_that_of_somebody_stronger_or_elsewhere() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (me, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let (above, _) = scene.user("op.user", scene.operator, "user").await;
    let (beside, _) = scene.user("beta.user", scene.beta, "user").await;
    let (gone, _) = scene.user("gone", scene.acme, "user").await;
    app.delete(&scene.root, gone.id).await.ok();
    let (wide, _) = scene
        .user("wide.admin", scene.acme, "company_administrator")
        .await;
    app.edit(
        &scene.root,
        wide.id,
        json!({ "related_companies": [scene.beta] }),
    )
    .await
    .ok();
    let before = app.rows().await;
    for (user, status, refusal) in [
        (me.id, 409, "user.oneself"),
        (above.id, 404, "not_found"),
        (beside.id, 404, "not_found"),
        (gone.id, 409, "user.in_the_bin"),
        (wide.id, 403, "user.stronger"),
    ] {
        for grants in [json!({}), everywhere(&["users:read"])] {
            let answer = put(&admin, &scene, user, json!({ "grants": grants })).await;
            assert_eq!(answer.status(status).refusal(), refusal);
        }
    }
    assert_eq!(app.rows().await, before);
    // Who may only look is told why.
    let path = format!("/api/v1/users/{}/permissions", wide.id);
    let seen: UserAccess = admin.get(&path).await.ok().read();
    assert!(!seen.may_change && seen.grantable.is_empty());
    assert_eq!(seen.locked, Some(app::users::UserRefusal::Stronger));
}

#[tokio::test]
async fn a_permission_does_not_open_what_others_related_the_user_to() {
    let scene = Siblings::start().await;
    let (_, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let related = json!({ "related_companies": [scene.beta] });
    scene.app.edit(&scene.root, user.id, related).await.ok();
    let before = scene.app.rows().await;
    let grants = json!({ "grants": everywhere(&["users:read"]) });
    let refused = put(&admin, &scene, user.id, grants).await.status(403);
    assert_eq!(refused.refusal(), "user.stronger");
    assert_eq!(scene.app.rows().await, before);
}

#[tokio::test]
async fn who_runs_the_installation_by_a_single_permission_stays_in_the_operators_company() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let manage = json!({ "grants": everywhere(&["operator:manage"]) });
    let refused = put(&scene.root, &scene, user.id, manage.clone())
        .await
        .status(422);
    assert_eq!(refused.fields(), ["grants"]);
    let (deputy, _) = scene.user("deputy", scene.operator, "user").await;
    put(&scene.root, &scene, deputy.id, manage).await.ok();
    let moved = app
        .edit(&scene.root, deputy.id, json!({ "company": scene.acme }))
        .await
        .status(422);
    assert_eq!(moved.fields(), ["company"]);
}

#[tokio::test]
async fn a_role_left_behind_by_a_move_is_shown_and_can_be_taken_away() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    created(&scene.root, scene.acme, "Ours", &["users:read"]).await;
    let branch = app
        .company(&scene.root, scene.acme, "customer", "Branch")
        .await;
    let (user, _) = app.user(&scene.root, "hana.sato", branch.id, "Ours").await;
    let path = format!("/api/v1/companies/{}", branch.id);
    let moved = json!({ "parent": scene.beta });
    scene.root.patch(&path, branch.version, moved).await.ok();
    let path = format!("/api/v1/users/{}/permissions", user.id);
    let seen: UserAccess = scene.root.get(&path).await.ok().read();
    let left = seen.roles.iter().find(|role| role.held).unwrap();
    assert_eq!((left.role.name.as_str(), left.grantable), ("Ours", false));
    let taken: UserAccess = put(&scene.root, &scene, user.id, json!({ "roles": [] }))
        .await
        .ok()
        .read();
    assert!(taken.roles.iter().all(|role| role.role.name != "Ours"));
}

//! Deleting a role: bound to those who were shown, and nobody is left without any.

use app::roles::{RoleDeletionPreview, RoleDetail};
use serde_json::json;

use super::catalogue::{created, everywhere};
use crate::util::{Client, Siblings};

async fn preview(client: &Client, role: &RoleDetail) -> RoleDeletionPreview {
    client
        .get(&format!("/api/v1/roles/{}/deletion", role.role.id))
        .await
        .ok()
        .read()
}

#[tokio::test]
async fn a_role_that_somebody_has_goes_only_with_those_who_were_shown() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let role = created(&scene.root, scene.acme, "Clerk", &["users:read"]).await;
    let (only, client) = app
        .user(&scene.root, "only.role", scene.acme, "Clerk")
        .await;
    let (both, _) = app
        .user(&scene.root, "both.roles", scene.acme, "Clerk")
        .await;
    let auditor = app.role(&scene.root, scene.acme, "auditor").await;
    app.edit(
        &scene.root,
        both.id,
        json!({ "roles": [role.role.id, auditor] }),
    )
    .await
    .ok();
    let path = format!("/api/v1/roles/{}", role.role.id);
    let shown = preview(&scene.root, &role).await;
    assert_eq!((shown.holders, shown.left_without), (2, 1));
    let named: Vec<_> = shown.named.iter().map(|user| user.id).collect();
    assert_eq!(named, [both.id, only.id]);
    let unconfirmed = scene.root.delete(&path, 1).await.status(409);
    assert_eq!(unconfirmed.refusal(), "role.in_use");
    // Somebody else gets it before the button is pressed.
    app.user(&scene.root, "late.comer", scene.acme, "Clerk")
        .await;
    let before = app.rows().await;
    let confirmed = format!("{path}?fingerprint={}", shown.fingerprint);
    let changed = scene.root.delete(&confirmed, 1).await.status(409);
    assert_eq!(changed.refusal(), "role.holders_changed");
    let stale = scene.root.delete(&confirmed, 7).await.status(412);
    assert_eq!(stale.refusal(), "stale");
    assert_eq!(app.rows().await, before);
    let shown = preview(&scene.root, &role).await;
    let confirmed = format!("{path}?fingerprint={}", shown.fingerprint);
    let version = app.shown(&scene.root, only.id).await.version;
    scene.root.delete(&confirmed, 1).await.status(204);
    scene.root.get(&path).await.status(404);
    client.get("/api/v1/users").await.status(403);
    let left = app.shown(&scene.root, only.id).await;
    assert_eq!(left.roles[0].name, "user");
    assert_eq!(left.version, version + 1);
    let names: Vec<_> = app.shown(&scene.root, both.id).await.roles;
    assert_eq!(names.len(), 1);
    assert_eq!(names[0].name, "auditor");
}

#[tokio::test]
async fn a_role_that_nobody_has_needs_no_confirmation() {
    let scene = Siblings::start().await;
    let role = created(&scene.root, scene.acme, "Clerk", &[]).await;
    let path = format!("/api/v1/roles/{}", role.role.id);
    scene.root.delete(&path, 1).await.status(204);
    scene.root.delete(&path, 1).await.status(404);
}

#[tokio::test]
async fn those_in_the_bin_lose_it_too_and_can_be_restored() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let role = created(&scene.root, scene.acme, "Clerk", &[]).await;
    let (user, _) = app
        .user(&scene.root, "hana.sato", scene.acme, "Clerk")
        .await;
    app.delete(&scene.root, user.id).await.ok();
    let shown = preview(&scene.root, &role).await;
    assert_eq!(shown.holders, 1);
    let path = format!(
        "/api/v1/roles/{}?fingerprint={}",
        role.role.id, shown.fingerprint
    );
    scene.root.delete(&path, 1).await.status(204);
    scene
        .root
        .post(&format!("/api/v1/users/{}/restore", user.id), json!({}))
        .await
        .ok();
    assert_eq!(app.shown(&scene.root, user.id).await.roles[0].name, "user");
}

#[tokio::test]
async fn nobody_takes_a_role_from_somebody_stronger_or_leaves_them_with_more_than_they_hold() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (_, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let role = created(&admin, scene.acme, "Clerk", &["users:read"]).await;
    let (clerk, _) = app.user(&admin, "clerk", scene.acme, "Clerk").await;
    app.edit(
        &scene.root,
        clerk.id,
        json!({ "related_companies": [scene.beta] }),
    )
    .await
    .ok();
    let delete = async |client: &Client| {
        let shown = preview(client, &role).await;
        let path = format!(
            "/api/v1/roles/{}?fingerprint={}",
            role.role.id, shown.fingerprint
        );
        client.delete(&path, 1).await
    };
    let before = app.rows().await;
    assert_eq!(
        delete(&admin).await.status(403).refusal(),
        "role.holder_stronger"
    );
    assert_eq!(app.rows().await, before);
    app.edit(&scene.root, clerk.id, json!({ "related_companies": [] }))
        .await
        .ok();
    // A default role that holds more than who deletes.
    let strong = created(
        &scene.root,
        scene.operator,
        "Strong",
        &["users:read", "audit:read"],
    )
    .await;
    scene
        .root
        .put(
            "/api/v1/default-roles/customer",
            json!({ "role": strong.role.id }),
        )
        .await
        .ok();
    created(
        &scene.root,
        scene.acme,
        "Manager",
        &["users:read", "roles:read", "roles:delete"],
    )
    .await;
    let (_, manager) = app
        .user(&scene.root, "manager", scene.acme, "Manager")
        .await;
    let before = app.rows().await;
    assert_eq!(
        delete(&manager).await.status(403).refusal(),
        "role.default_too_strong"
    );
    assert_eq!(app.rows().await, before);
    delete(&admin).await.status(204);
    assert_eq!(
        app.shown(&scene.root, clerk.id).await.roles[0].name,
        "Strong"
    );
}

#[tokio::test]
async fn a_default_role_stays_until_another_is_chosen() {
    let scene = Siblings::start().await;
    let role = created(&scene.root, scene.operator, "Newcomer", &[]).await;
    let path = format!("/api/v1/roles/{}", role.role.id);
    let choose = async |id: app::RoleId| {
        let change = json!({ "role": id });
        scene
            .root
            .put("/api/v1/default-roles/partner", change)
            .await
            .ok()
    };
    choose(role.role.id).await;
    let refused = scene.root.delete(&path, 1).await.status(409);
    assert_eq!(refused.refusal(), "role.is_default");
    choose(scene.app.role(&scene.root, scene.operator, "user").await).await;
    scene.root.delete(&path, 1).await.status(204);
}

#[tokio::test]
async fn no_edit_or_deletion_of_a_role_leaves_the_installation_without_an_administrator() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let root = app.id_of(&scene.root, "root").await;
    let administrator = app
        .role(&scene.root, scene.operator, "operator_administrator")
        .await;
    // Even where the last one has a role of the operator's own besides, which another takes from them.
    let all: Vec<&str> = app::roles::Permission::ALL
        .iter()
        .map(|one| one.code())
        .collect();
    let copy = created(&scene.root, scene.operator, "Copy", &all).await;
    let (_, deputy) = app
        .user(&scene.root, "deputy", scene.operator, "Copy")
        .await;
    let own = created(&scene.root, scene.operator, "Extra", &["users:read"]).await;
    app.edit(
        &deputy,
        root,
        json!({ "roles": [administrator, own.role.id] }),
    )
    .await
    .ok();
    let access = format!("/api/v1/users/{root}/permissions");
    let version = app.shown(&scene.root, root).await.version;
    let without = json!({ "roles": [own.role.id], "grants": everywhere(&all) });
    let refused = deputy.put_at(&access, version, without).await.status(409);
    assert_eq!(refused.refusal(), "user.last_operator_administrator");
    let shown = preview(&deputy, &own).await;
    let path = format!(
        "/api/v1/roles/{}?fingerprint={}",
        own.role.id, shown.fingerprint
    );
    deputy.delete(&path, 1).await.status(204);
    for path in [format!("/api/v1/roles/{administrator}")] {
        assert_eq!(
            deputy.delete(&path, 1).await.status(409).refusal(),
            "role.built_in"
        );
    }
    assert_eq!(
        app.shown(&scene.root, root).await.roles[0].id,
        administrator
    );
    drop(copy);
}

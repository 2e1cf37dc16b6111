//! Changing a role counts as giving it to everybody who has it.

use app::roles::{RoleDetail, RolePreview, RoleRefusal};
use serde_json::json;

use super::catalogue::{created, everywhere};
use crate::util::{Answer, Client, Siblings};

async fn change(client: &Client, role: &RoleDetail, permissions: &[&str]) -> Answer {
    let path = format!("/api/v1/roles/{}", role.role.id);
    let change = json!({ "permissions": everywhere(permissions) });
    let said = client
        .post(&format!("{path}/preview"), change.clone())
        .await;
    let done = client.patch(&path, role.version, change).await;
    // The preview says the same before.
    assert_eq!(
        said.status.is_success(),
        done.status.is_success(),
        "{}",
        said.body
    );
    if !done.status.is_success() {
        assert_eq!(said.said(), done.said());
    }
    done
}

#[tokio::test]
async fn a_role_from_above_is_seen_and_used_but_not_changed() {
    let scene = Siblings::start().await;
    let role = created(&scene.root, scene.operator, "From above", &["users:read"]).await;
    let (_, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let path = format!("/api/v1/roles/{}", role.role.id);
    let seen: RoleDetail = admin.get(&path).await.ok().read();
    assert_eq!(seen.locked, Some(RoleRefusal::FromAbove));
    scene
        .app
        .user(&admin, "hana.sato", scene.acme, "From above")
        .await;
    let before = scene.app.rows().await;
    assert_eq!(
        change(&admin, &role, &[]).await.status(403).refusal(),
        "role.from_above"
    );
    let renamed = admin.patch(&path, 1, json!({ "name": "Mine" })).await;
    assert_eq!(renamed.status(403).refusal(), "role.from_above");
    for answer in [
        admin.delete(&path, 1).await,
        admin.get(&format!("{path}/deletion")).await,
    ] {
        assert_eq!(answer.status(403).refusal(), "role.from_above");
    }
    assert_eq!(scene.app.rows().await, before);
}

#[tokio::test]
async fn what_came_with_doorward_stays_as_it_is() {
    let scene = Siblings::start().await;
    let id = scene.app.role(&scene.root, scene.operator, "auditor").await;
    let path = format!("/api/v1/roles/{id}");
    let role: RoleDetail = scene.root.get(&path).await.ok().read();
    assert_eq!(
        change(&scene.root, &role, &[]).await.status(409).refusal(),
        "role.built_in"
    );
    let deleted = scene.root.delete(&path, role.version).await;
    assert_eq!(deleted.status(409).refusal(), "role.built_in");
}

#[tokio::test]
async fn nobody_changes_a_role_that_allows_or_would_allow_more_than_they_hold() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let maker = created(
        &scene.root,
        scene.acme,
        "Maker",
        &[
            "users:read",
            "roles:read",
            "roles:create",
            "roles:update",
            "roles:delete",
            "roles:assign",
        ],
    )
    .await;
    let (_, client) = app.user(&scene.root, "maker", scene.acme, "Maker").await;
    let more = created(
        &scene.root,
        scene.acme,
        "More",
        &["users:read", "users:delete"],
    )
    .await;
    let before = app.rows().await;
    for permissions in [&["users:read"][..], &[]] {
        assert_eq!(
            change(&client, &more, permissions)
                .await
                .status(403)
                .refusal(),
            "role.more_than_yours"
        );
    }
    let path = format!("/api/v1/roles/{}", more.role.id);
    assert_eq!(
        client.delete(&path, 1).await.status(403).refusal(),
        "role.more_than_yours"
    );
    let refused = change(&client, &maker, &["users:read"]).await.status(409);
    assert_eq!(refused.refusal(), "role.your_own");
    assert_eq!(app.rows().await, before);
    let less = created(&client, scene.acme, "Less", &["users:read"]).await;
    let refused = change(&client, &less, &["users:read", "users:delete"])
        .await
        .status(422);
    assert_eq!(refused.fields(), ["permissions"]);
    change(&client, &less, &["roles:read"]).await.ok();
}

#[tokio::test]
async fn of_ones_own_role_the_name_can_be_changed_and_nothing_else() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let role = created(
        &scene.root,
        scene.acme,
        "Mine",
        &["roles:read", "roles:update", "users:read"],
    )
    .await;
    let (_, client) = app.user(&scene.root, "hana.sato", scene.acme, "Mine").await;
    let path = format!("/api/v1/roles/{}", role.role.id);
    let seen: RoleDetail = client.get(&path).await.ok().read();
    assert_eq!(seen.locked, Some(RoleRefusal::YourOwn));
    let refused = change(&client, &role, &["roles:read"]).await.status(409);
    assert_eq!(refused.refusal(), "role.your_own");
    let named: RoleDetail = client
        .patch(&path, 1, json!({ "name": "Ours", "description": "For us" }))
        .await
        .ok()
        .read();
    assert_eq!((named.role.name.as_str(), named.version), ("Ours", 2));
}

#[tokio::test]
async fn nobody_strengthens_or_weakens_somebody_stronger_through_a_role_they_have() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (_, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let branch = app
        .company(&admin, scene.acme, "customer", "Branch")
        .await
        .id;
    let role = created(&admin, scene.acme, "Clerk", &["users:read"]).await;
    let (clerk, _) = app.user(&admin, "clerk", scene.acme, "Clerk").await;
    change(&admin, &role, &["users:read", "mail:read"])
        .await
        .ok();
    let role = RoleDetail { version: 2, ..role };
    // By a right, given individually.
    let manager = created(
        &scene.root,
        scene.acme,
        "Manager",
        &[
            "users:read",
            "users:update",
            "roles:read",
            "roles:update",
            "mail:read",
        ],
    )
    .await;
    let (_, below) = app.user(&scene.root, "below", scene.acme, "Manager").await;
    scene.give(clerk.id, everywhere(&["audit:read"])).await;
    let refused = change(&below, &role, &["users:read"]).await.status(403);
    assert_eq!(refused.refusal(), "role.holder_stronger");
    // By another role.
    scene.give(clerk.id, json!({})).await;
    let auditor = app.role(&scene.root, scene.acme, "auditor").await;
    app.edit(
        &scene.root,
        clerk.id,
        json!({ "roles": [role.role.id, auditor] }),
    )
    .await
    .ok();
    let refused = change(&below, &role, &["users:read"]).await.status(403);
    assert_eq!(refused.refusal(), "role.holder_stronger");
    // By how far they reach.
    app.edit(
        &scene.root,
        clerk.id,
        json!({ "roles": [role.role.id], "related_companies": [scene.beta] }),
    )
    .await
    .ok();
    let before = app.rows().await;
    for permissions in [
        &[][..],
        &["users:read"],
        &["users:read", "mail:read", "audit:read"],
    ] {
        let refused = change(&admin, &role, permissions).await.status(403);
        assert_eq!(refused.refusal(), "role.holder_stronger");
    }
    assert_eq!(app.rows().await, before);
    app.edit(
        &scene.root,
        clerk.id,
        json!({ "related_companies": [branch] }),
    )
    .await
    .ok();
    change(&admin, &role, &["users:read"]).await.ok();
    drop(manager);
}

#[tokio::test]
async fn the_preview_says_who_gains_and_loses_what_they_do_not_have_otherwise() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let role = created(
        &scene.root,
        scene.acme,
        "Clerk",
        &["users:read", "mail:read"],
    )
    .await;
    let other = created(&scene.root, scene.acme, "Reader", &["mail:read"]).await;
    let (a, _) = app.user(&scene.root, "a.user", scene.acme, "Clerk").await;
    let (b, _) = app.user(&scene.root, "b.user", scene.acme, "Clerk").await;
    let (c, _) = app.user(&scene.root, "c.user", scene.acme, "Clerk").await;
    app.edit(
        &scene.root,
        b.id,
        json!({ "roles": [role.role.id, other.role.id] }),
    )
    .await
    .ok();
    scene.give(b.id, everywhere(&["audit:read"])).await;
    scene.give(c.id, everywhere(&["audit:read"])).await;
    let path = format!("/api/v1/roles/{}", role.role.id);
    let before = app.rows().await;
    let preview: RolePreview = scene
        .root
        .post(
            &format!("{path}/preview"),
            json!({ "permissions": everywhere(&["users:read", "audit:read"]) }),
        )
        .await
        .ok()
        .read();
    assert_eq!(app.rows().await, before);
    assert_eq!(
        (preview.added.to_string(), preview.removed.to_string()),
        (
            "audit:read (web, app, api)".into(),
            "mail:read (web, app, api)".into()
        )
    );
    // b has the one individually and the other by another role.
    assert_eq!(
        (preview.holders, preview.affected, preview.is_exact),
        (3, 2, true)
    );
    let told: Vec<_> = preview
        .named
        .iter()
        .map(|effect| (effect.user.id, effect.gained.count(), effect.lost.count()))
        .collect();
    assert_eq!(told, [(a.id, 3, 3), (c.id, 0, 3)]);
}

#[tokio::test]
async fn a_changed_role_holds_at_once_and_is_not_overwritten_unseen() {
    let scene = Siblings::start().await;
    let role = created(&scene.root, scene.acme, "Clerk", &[]).await;
    let (_, client) = scene.user("clerk", scene.acme, "Clerk").await;
    client.get("/api/v1/users").await.status(403);
    let changed: RoleDetail = change(&scene.root, &role, &["users:read"])
        .await
        .ok()
        .read();
    assert_eq!(changed.version, 2);
    client.get("/api/v1/users").await.status(200);
    let path = format!("/api/v1/roles/{}", role.role.id);
    let stale = scene.root.patch(&path, 1, json!({ "name": "X" })).await;
    assert_eq!(stale.status(412).refusal(), "stale");
    let request = scene
        .root
        .request(reqwest::Method::PATCH, &path)
        .json(&json!({ "name": "X" }));
    scene.root.send(request).await.status(428);
    // What changes nothing counts for nothing.
    let same: RoleDetail = scene
        .root
        .patch(&path, 2, json!({ "name": "Clerk" }))
        .await
        .ok()
        .read();
    assert_eq!(same.version, 2);
}

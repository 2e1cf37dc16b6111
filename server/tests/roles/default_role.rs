//! The default role of each kind of company: what a new user gets when none is chosen.

use app::roles::DefaultRole;
use serde_json::json;

use super::{catalogue::created, granting::add};
use crate::util::Siblings;

const CUSTOMER: &str = "/api/v1/default-roles/customer";

#[tokio::test]
async fn a_new_user_gets_the_default_role_of_their_companys_kind() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let role = created(&scene.root, scene.operator, "Reader", &["users:read"]).await;
    let set: Vec<DefaultRole> = scene
        .root
        .put(CUSTOMER, json!({ "role": role.role.id }))
        .await
        .ok()
        .read();
    let named: Vec<_> = set
        .iter()
        .map(|one| (one.kind.code(), one.role.name.as_str()))
        .collect();
    assert_eq!(
        named,
        [
            ("operator", "user"),
            ("reseller", "user"),
            ("partner", "user"),
            ("customer", "Reader")
        ]
    );
    assert_eq!(
        scene
            .root
            .get("/api/v1/default-roles")
            .await
            .ok()
            .read::<Vec<DefaultRole>>(),
        set
    );
    let customer: app::users::User = add(&scene.root, scene.acme, json!({})).await.ok().read();
    assert_eq!(customer.roles[0].name, "Reader");
    let other = json!({ "login_id": "op.one" });
    let operator: app::users::User = add(&scene.root, scene.operator, other).await.ok().read();
    assert_eq!(operator.roles[0].name, "user");
    // Taking every role away leaves the default one.
    let auditor = app.role(&scene.root, scene.acme, "auditor").await;
    app.edit(&scene.root, customer.id, json!({ "roles": [auditor] }))
        .await
        .ok();
    app.edit(&scene.root, customer.id, json!({ "roles": [] }))
        .await
        .ok();
    assert_eq!(
        app.shown(&scene.root, customer.id).await.roles[0].name,
        "Reader"
    );
}

#[tokio::test]
async fn nobody_gives_more_than_they_hold_by_choosing_no_role() {
    let scene = Siblings::start().await;
    let role = created(
        &scene.root,
        scene.operator,
        "Strong",
        &["audit:read", "mail:read"],
    )
    .await;
    created(
        &scene.root,
        scene.acme,
        "Adder",
        &["users:read", "users:create", "credentials:issue"],
    )
    .await;
    let (_, adder) = scene.user("adder", scene.acme, "Adder").await;
    scene
        .root
        .put(CUSTOMER, json!({ "role": role.role.id }))
        .await
        .ok();
    let before = scene.app.rows().await;
    for roles in [json!({}), json!({ "roles": [role.role.id] })] {
        let refused = add(&adder, scene.acme, roles).await.status(422);
        assert_eq!(refused.fields(), ["roles"]);
    }
    assert_eq!(scene.app.rows().await, before);
    add(&scene.root, scene.acme, json!({})).await.status(201);
}

#[tokio::test]
async fn only_operator_administrators_choose_it_among_roles_that_can_be_used_everywhere() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (_, admin) = scene
        .user("op.company", scene.operator, "company_administrator")
        .await;
    let auditor = app.role(&scene.root, scene.acme, "auditor").await;
    let local = created(&scene.root, scene.acme, "Local", &[]).await;
    let highest = app
        .role(&scene.root, scene.operator, "operator_administrator")
        .await;
    let before = app.rows().await;
    let refused = admin
        .put(CUSTOMER, json!({ "role": auditor }))
        .await
        .status(403);
    assert_eq!(refused.refusal(), "not_allowed");
    for role in [local.role.id, highest, app::RoleId(9_000_001)] {
        let refused = scene
            .root
            .put(CUSTOMER, json!({ "role": role }))
            .await
            .status(422);
        assert_eq!(refused.fields(), ["role"]);
    }
    scene
        .root
        .put("/api/v1/default-roles/nobody", json!({ "role": auditor }))
        .await
        .status(404);
    assert_eq!(app.rows().await, before);
}

//! Nobody gives a role that they do not hold.

use app::{CompanyId, roles::Role};
use serde_json::{Value, json};

use crate::util::{Answer, Client, Siblings};

pub(super) async fn add(client: &Client, company: CompanyId, more: Value) -> Answer {
    let mut draft = json!({
        "login_id": "new.one", "email": "new.one@example.com", "first_name": "New", "last_name": "One",
        "company": company,
    });
    draft
        .as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    client.post("/api/v1/users", draft).await
}

#[tokio::test]
async fn a_company_administrator_cannot_make_an_operator_administrator() {
    let scene = Siblings::start().await;
    let (_, admin) = scene
        .user("op.company", scene.operator, "company_administrator")
        .await;
    let (target, _) = scene.user("hana.sato", scene.operator, "user").await;
    let role = scene
        .app
        .role(&scene.root, scene.operator, "operator_administrator")
        .await;
    let before = scene.app.rows().await;
    let added = add(&admin, scene.operator, json!({ "roles": [role] }))
        .await
        .status(422);
    assert_eq!(added.fields(), ["roles"]);
    let edited = scene
        .app
        .edit(&admin, target.id, json!({ "roles": [role] }))
        .await
        .status(422);
    assert_eq!(edited.fields(), ["roles"]);
    assert_eq!(scene.app.rows().await, before);
}

#[tokio::test]
async fn not_even_the_operator_makes_one_outside_their_own_company() {
    let scene = Siblings::start().await;
    let role = scene
        .app
        .role(&scene.root, scene.operator, "operator_administrator")
        .await;
    let answer = add(&scene.root, scene.acme, json!({ "roles": [role] }))
        .await
        .status(422);
    assert_eq!(answer.fields(), ["roles"]);
    // Nor by moving one there.
    let (other, _) = scene
        .user("second.root", scene.operator, "operator_administrator")
        .await;
    let moved = scene
        .app
        .edit(&scene.root, other.id, json!({ "company": scene.acme }))
        .await
        .status(422);
    assert_eq!(moved.fields(), ["roles"]);
}

#[tokio::test]
async fn a_role_that_holds_more_than_ones_own_rights_cannot_be_given() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let more = scene
        .custom_role(scene.acme, "More", &["users:read", "operator:manage"])
        .await;
    let less = scene.custom_role(scene.acme, "Less", &["users:read"]).await;
    let (_, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let (target, _) = scene.user("hana.sato", scene.acme, "user").await;
    let roles: Vec<Role> = admin
        .get(&format!("/api/v1/roles?company={}", scene.acme))
        .await
        .ok()
        .read();
    let grantable = |id: i64| {
        roles
            .iter()
            .find(|role| role.role.id.0 == id)
            .unwrap()
            .grantable
    };
    assert_eq!((grantable(more), grantable(less)), (false, true));
    let refused = app
        .edit(&admin, target.id, json!({ "roles": [less, more] }))
        .await
        .status(422);
    assert_eq!(refused.fields(), ["roles"]);
    app.edit(&admin, target.id, json!({ "roles": [less] }))
        .await
        .ok();
}

#[tokio::test]
async fn a_role_of_another_company_looks_like_none() {
    let scene = Siblings::start().await;
    let foreign = scene
        .custom_role(scene.beta, "Theirs", &["users:read"])
        .await;
    let (_, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let said = add(&admin, scene.acme, json!({ "roles": [foreign] }))
        .await
        .status(422)
        .said();
    assert_eq!(
        said,
        add(&admin, scene.acme, json!({ "roles": [9_000_001] }))
            .await
            .said()
    );
    // Not even who holds it all gives it where it does not belong.
    add(&scene.root, scene.acme, json!({ "roles": [foreign] }))
        .await
        .status(422);
}

#[tokio::test]
async fn a_role_of_a_company_above_can_be_given_below() {
    let scene = Siblings::start().await;
    let role = scene.custom_role(scene.acme, "Ours", &["users:read"]).await;
    let (_, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let branch = scene
        .app
        .company(&admin, scene.acme, "customer", "Branch")
        .await
        .id;
    add(&admin, branch, json!({ "roles": [role] }))
        .await
        .status(201);
}

#[tokio::test]
async fn who_may_add_users_but_not_assign_roles_gives_the_default_role_alone() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let role = scene
        .custom_role(
            scene.acme,
            "Clerk",
            &[
                "users:read",
                "users:create",
                "users:update",
                "credentials:issue",
            ],
        )
        .await;
    let (clerk, client) = scene.user("clerk", scene.acme, "user").await;
    app.edit(&scene.root, clerk.id, json!({ "roles": [role] }))
        .await
        .ok();
    let auditor = app.role(&scene.root, scene.acme, "auditor").await;
    let refused = add(&client, scene.acme, json!({ "roles": [auditor] }))
        .await
        .status(403);
    assert_eq!(refused.refusal(), "not_allowed");
    let added: app::users::User = add(&client, scene.acme, json!({})).await.ok().read();
    assert_eq!(
        added
            .roles
            .iter()
            .map(|role| role.name.as_str())
            .collect::<Vec<_>>(),
        ["user"]
    );
    let edited = app
        .edit(&client, added.id, json!({ "roles": [role] }))
        .await
        .status(403);
    assert_eq!(edited.refusal(), "not_allowed");
    // Nor do they take a role away.
    app.edit(&scene.root, added.id, json!({ "roles": [role] }))
        .await
        .ok();
    let default = app.role(&scene.root, scene.acme, "user").await;
    let taken = app
        .edit(&client, added.id, json!({ "roles": [default] }))
        .await
        .status(403);
    assert_eq!(taken.refusal(), "not_allowed");
}

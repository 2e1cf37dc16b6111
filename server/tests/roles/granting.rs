//! Nobody gives what they do not hold, nor reach where they do not reach.

use app::{CompanyId, roles::Role};
use serde_json::{Value, json};

use crate::util::{Answer, Client, Siblings};

async fn add(client: &Client, company: CompanyId, more: Value) -> Answer {
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

#[tokio::test]
async fn nobody_gives_a_company_outside_their_scope() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (_, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let (target, _) = scene.user("hana.sato", scene.acme, "user").await;
    let before = app.rows().await;
    for company in [scene.beta, scene.operator] {
        let added = add(&admin, company, json!({})).await.status(422);
        assert_eq!(added.fields(), ["company"]);
        let related = json!({ "related_companies": [scene.acme, company] });
        let added = add(&admin, scene.acme, related.clone()).await.status(422);
        assert_eq!(added.fields(), ["related_companies[1]"]);
        assert_eq!(
            app.edit(&admin, target.id, related)
                .await
                .status(422)
                .fields()
                .len(),
            1
        );
        let moved = app
            .edit(&admin, target.id, json!({ "company": company }))
            .await
            .status(422);
        assert_eq!(moved.fields(), ["company"]);
    }
    assert_eq!(app.rows().await, before);
}

#[tokio::test]
async fn nobody_makes_somebody_stronger_than_themselves_by_what_others_gave_before() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (_, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    // Without rights the related company gives nothing; with them it would open Beta.
    let (target, _) = scene.user("hana.sato", scene.acme, "user").await;
    app.edit(
        &scene.root,
        target.id,
        json!({ "related_companies": [scene.beta] }),
    )
    .await
    .ok();
    let role = app.role(&admin, scene.acme, "company_administrator").await;
    let before = app.rows().await;
    let answer = app
        .edit(&admin, target.id, json!({ "roles": [role] }))
        .await
        .status(403);
    assert_eq!(answer.refusal(), "user.stronger");
    assert_eq!(app.rows().await, before);
}

#[tokio::test]
async fn a_related_company_outside_the_scope_is_neither_seen_nor_taken_away() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (_, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let branch = app
        .company(&admin, scene.acme, "customer", "Branch")
        .await
        .id;
    let (target, _) = scene.user("hana.sato", scene.acme, "user").await;
    app.edit(
        &scene.root,
        target.id,
        json!({ "related_companies": [scene.beta] }),
    )
    .await
    .ok();
    assert_eq!(app.shown(&admin, target.id).await.related_companies, []);
    let seen: app::users::User = app
        .edit(&admin, target.id, json!({ "related_companies": [branch] }))
        .await
        .ok()
        .read();
    let seen: Vec<CompanyId> = seen
        .related_companies
        .iter()
        .map(|company| company.id)
        .collect();
    assert_eq!(seen, [branch]);
    let all: Vec<CompanyId> = app
        .shown(&scene.root, target.id)
        .await
        .related_companies
        .iter()
        .map(|company| company.id)
        .collect();
    assert_eq!(all, [scene.beta, branch]);
}

#[tokio::test]
async fn only_operator_administrators_add_users_without_a_parent() {
    let scene = Siblings::start().await;
    let (me, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let refused = add(&admin, scene.acme, json!({ "parent_level": true }))
        .await
        .status(403);
    assert_eq!(refused.refusal(), "not_allowed");
    let added: app::users::User = add(&admin, scene.acme, json!({})).await.ok().read();
    assert_eq!(added.parent.map(|parent| parent.id), Some(me.id));
    let level = json!({ "parent_level": true, "login_id": "top.one" });
    let added: app::users::User = add(&scene.root, scene.acme, level).await.ok().read();
    assert_eq!(added.parent, None);
}

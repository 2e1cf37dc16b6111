//! Who must not be able to: a class from above is seen and used, never changed; what is beside does not exist.

use app::{
    companies::Company,
    policies::{Origin, PolicyClass},
};
use serde_json::json;

use super::{class, point, policy};
use crate::util::Siblings;

#[tokio::test]
async fn a_class_from_above_is_seen_and_used_but_not_changed_and_its_company_not_named() {
    let scene = Siblings::start().await;
    let (_, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let says = json!({ "session_idle_minutes": 15 });
    let above = class(&scene.root, scene.operator, "From above", says.clone()).await;
    class(&scene.root, scene.beta, "Next door", says).await;
    let seen: Vec<PolicyClass> = admin.get("/api/v1/policy-classes").await.ok().read();
    assert_eq!(seen.len(), 1);
    assert_eq!(seen[0].name, "From above");
    assert_eq!(seen[0].settings, above.settings);
    assert_eq!((seen[0].company.clone(), seen[0].editable), (None, false));
    point(&scene, &admin, scene.acme, Some(above.id)).await.ok();
    let before = scene.app.rows().await;
    let path = format!("/api/v1/policy-classes/{}", above.id);
    for answer in [
        admin.patch(&path, 1, json!({ "settings": {} })).await,
        admin.patch(&path, 1, json!({ "name": "Mine" })).await,
        admin.delete(&path, 1).await,
        admin
            .post(
                "/api/v1/policy-classes/preview",
                json!({ "plan": "change", "class": above.id, "settings": {} }),
            )
            .await,
    ] {
        assert_eq!(answer.status(403).refusal(), "policy.from_above");
    }
    assert_eq!(scene.app.rows().await, before);
    // Their own company may be named: it is theirs.
    let via = policy(&admin, scene.acme).await.in_force;
    let Origin::Class { via, .. } = via.session_idle_minutes.origin else {
        panic!("the class decides")
    };
    assert_eq!(via.unwrap().name, "Acme");
    point(&scene, &scene.root, scene.operator, Some(above.id))
        .await
        .ok();
    point(&scene, &admin, scene.acme, None).await.ok();
    let told = admin
        .get(&format!("/api/v1/companies/{}/policy", scene.acme))
        .await
        .ok();
    assert!(!told.body.contains("Operator"), "{}", told.body);
    assert!(told.body.contains("From above"), "{}", told.body);
}

#[tokio::test]
async fn a_sibling_companys_class_is_nothing_to_choose_or_to_preview() {
    let scene = Siblings::start().await;
    let (_, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let theirs = class(&scene.root, scene.beta, "Next door", json!({})).await;
    let before = scene.app.rows().await;
    let nothing = app::PolicyClassId(9_000_001);
    for id in [theirs.id, nothing] {
        let answer = point(&scene, &admin, scene.acme, Some(id))
            .await
            .status(422);
        assert_eq!(answer.fields(), ["class"]);
        let path = format!("/api/v1/policy-classes/{id}");
        admin.get(&path).await.status(404);
        admin.delete(&path, 1).await.status(404);
        let plan = json!({ "plan": "assign", "company": scene.acme, "class": id });
        let answer = admin
            .post("/api/v1/policy-classes/preview", plan)
            .await
            .status(422);
        assert_eq!(answer.fields(), ["class"]);
    }
    // Not even the operator makes a company use the class of another branch.
    let answer = point(&scene, &scene.root, scene.acme, Some(theirs.id)).await;
    assert_eq!(answer.status(422).fields(), ["class"]);
    assert_eq!(scene.app.rows().await, before);
}

#[tokio::test]
async fn each_permission_allows_its_own_and_no_other() {
    let scene = Siblings::start().await;
    let strict = class(&scene.root, scene.acme, "Strict", json!({})).await;
    let role = scene
        .custom_role(scene.acme, "Reader", &["policies:read"])
        .await;
    let (user, reader) = scene.user("reader", scene.acme, "user").await;
    scene
        .app
        .sql(&format!(
            "INSERT INTO user_roles (user_id, role_id) VALUES ({}, {role})",
            user.id
        ))
        .await;
    let reader = {
        drop(reader);
        scene.app.signed_in("reader").await
    };
    let path = format!("/api/v1/policy-classes/{}", strict.id);
    let shown: PolicyClass = reader.get(&path).await.ok().read();
    assert!(!shown.editable);
    let before = scene.app.rows().await;
    let draft = json!({ "name": "New", "company": scene.acme });
    for answer in [
        reader.post("/api/v1/policy-classes", draft).await,
        reader.patch(&path, 1, json!({ "name": "New" })).await,
        reader.delete(&path, 1).await,
        point(&scene, &reader, scene.acme, Some(strict.id)).await,
    ] {
        assert_eq!(answer.status(403).refusal(), "not_allowed");
    }
    assert_eq!(scene.app.rows().await, before);
}

#[tokio::test]
async fn a_company_does_not_move_to_where_its_class_cannot_be_used() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let branch = app
        .company(&scene.root, scene.acme, "customer", "Branch")
        .await;
    let class = class(&scene.root, scene.acme, "Acme standard", json!({})).await;
    point(&scene, &scene.root, branch.id, Some(class.id))
        .await
        .ok();
    let path = format!("/api/v1/companies/{}", branch.id);
    let change = json!({ "parent": scene.beta });
    let refused = scene
        .root
        .patch(&path, branch.version + 1, change.clone())
        .await
        .status(409);
    assert_eq!(refused.refusal(), "policy.not_usable_there");
    assert!(refused.body.contains("Acme standard"), "{}", refused.body);
    point(&scene, &scene.root, branch.id, None).await.ok();
    let moved: Company = scene
        .root
        .patch(&path, branch.version + 2, change)
        .await
        .ok()
        .read();
    assert_eq!(moved.path.last().unwrap().id, scene.beta);
}

#[tokio::test]
async fn a_company_that_moves_inherits_from_where_it_stands() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let branch = app
        .company(&scene.root, scene.acme, "customer", "Branch")
        .await;
    let says = json!({ "session_idle_minutes": 7 });
    let class = class(&scene.root, scene.beta, "Beta standard", says).await;
    point(&scene, &scene.root, scene.beta, Some(class.id))
        .await
        .ok();
    let idle = async || {
        let policy = policy(&scene.root, branch.id).await;
        policy.in_force.session_idle_minutes.value
    };
    assert_eq!(idle().await, 60);
    let path = format!("/api/v1/companies/{}", branch.id);
    scene
        .root
        .patch(&path, branch.version, json!({ "parent": scene.beta }))
        .await
        .ok();
    assert_eq!(idle().await, 7);
}

#[tokio::test]
async fn who_does_not_run_the_installation_weakens_nothing_for_those_who_do() {
    let scene = Siblings::start().await;
    let (_, admin) = scene
        .user("op.admin", scene.operator, "company_administrator")
        .await;
    let says = json!({ "session_idle_minutes": 15 });
    let strict = class(&scene.root, scene.operator, "Strict", says).await;
    point(&scene, &scene.root, scene.operator, Some(strict.id))
        .await
        .ok();
    let lax = class(&admin, scene.operator, "Lax", json!({})).await;
    let before = scene.app.rows().await;
    let path = format!("/api/v1/policy-classes/{}", strict.id);
    let loosen = json!({ "settings": { "session_idle_minutes": 1440 } });
    for answer in [
        point(&scene, &admin, scene.operator, Some(lax.id)).await,
        point(&scene, &admin, scene.operator, None).await,
        admin.patch(&path, 1, loosen).await,
        admin.delete(&path, 1).await,
    ] {
        assert_eq!(answer.status(403).refusal(), "not_allowed");
    }
    assert_eq!(scene.app.rows().await, before);
    // Below, they decide.
    point(&scene, &admin, scene.acme, Some(lax.id)).await.ok();
}

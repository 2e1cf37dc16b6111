//! Nobody gives reach where they do not reach, or more than they have.

use app::CompanyId;
use serde_json::json;

use super::granting::add;
use crate::util::Siblings;

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

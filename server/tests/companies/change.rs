//! Renaming and moving companies.

use app::{CompanyId, companies::Company};
use serde_json::{Value, json};

use crate::util::{Answer, Client, Siblings, TestApp};

async fn change(app: &TestApp, client: &Client, id: CompanyId, change: Value) -> Answer {
    let version = app
        .numbers(&format!("SELECT version FROM companies WHERE id = {id}"))
        .await[0];
    client
        .patch(&format!("/api/v1/companies/{id}"), version, change)
        .await
}

/// The tree is one: each company's path is its parent's, and its own number.
async fn is_sound(app: &TestApp) {
    let broken = "SELECT COUNT(*) FROM companies c LEFT JOIN companies p ON p.id = c.parent_id
                  WHERE c.path <> COALESCE(p.path, '/') || c.id || '/'";
    assert_eq!(
        app.numbers(broken).await,
        [0],
        "{:?}",
        app.texts("SELECT path FROM companies").await
    );
}

#[tokio::test]
async fn a_company_is_renamed_where_no_sibling_has_the_name() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let renamed: Company = change(
        app,
        &scene.root,
        scene.acme,
        json!({ "name": " Acme Ltd " }),
    )
    .await
    .ok()
    .read();
    assert_eq!((renamed.name.as_str(), renamed.version), ("Acme Ltd", 2));
    let before = app.rows().await;
    for name in ["Beta", "", "a\nb"] {
        let answer = change(app, &scene.root, scene.acme, json!({ "name": name }))
            .await
            .status(422);
        assert_eq!(answer.fields(), ["name"], "{name}");
    }
    let stale = scene
        .root
        .patch(
            &format!("/api/v1/companies/{}", scene.acme),
            1,
            json!({ "name": "Other" }),
        )
        .await;
    stale.status(412);
    assert_eq!(app.rows().await, before);
}

#[tokio::test]
async fn a_company_moves_with_everything_below_it() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let branch = app
        .company(&scene.root, scene.acme, "customer", "Branch")
        .await
        .id;
    let leaf = app
        .company(&scene.root, branch, "customer", "Leaf")
        .await
        .id;
    let (_, acme) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let (_, beta) = scene
        .user("beta.admin", scene.beta, "company_administrator")
        .await;
    let user = scene.quiet("hana.sato", leaf).await;
    let user = format!("/api/v1/users/{}", user.id);
    acme.get(&user).await.status(200);
    beta.get(&user).await.status(404);
    let moved: Company = change(app, &scene.root, branch, json!({ "parent": scene.beta }))
        .await
        .ok()
        .read();
    assert_eq!(
        moved
            .path
            .iter()
            .map(|company| company.name.as_str())
            .collect::<Vec<_>>(),
        ["Operator", "Beta"]
    );
    is_sound(app).await;
    acme.get(&user).await.status(404);
    beta.get(&user).await.status(200);
    let page = beta.get("/api/v1/users").await.ok().json();
    assert_eq!(page["total"], 2);
}

#[tokio::test]
async fn a_company_cannot_move_below_itself() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let branch = app
        .company(&scene.root, scene.acme, "customer", "Branch")
        .await
        .id;
    let before = app.rows().await;
    for parent in [scene.acme, branch] {
        let answer = change(app, &scene.root, scene.acme, json!({ "parent": parent }))
            .await
            .status(422);
        assert_eq!(answer.fields(), ["parent"]);
        assert_eq!(answer.json()["errors"][0]["code"], "would_be_a_cycle");
    }
    assert_eq!(app.rows().await, before);
}

#[tokio::test]
async fn who_is_related_to_a_company_does_not_take_it_from_those_above() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let below = app
        .company(&scene.root, scene.beta, "customer", "Below")
        .await
        .id;
    let related = json!({ "related_companies": [scene.beta] });
    app.edit(&scene.root, user.id, related).await.ok();
    let before = app.rows().await;
    let moved = change(app, &admin, scene.beta, json!({ "parent": scene.acme })).await;
    assert_eq!(moved.status(409).refusal(), "company.top_of_scope");
    let path = format!("/api/v1/companies/{}", scene.beta);
    let deleted = admin.delete(&path, 1).await;
    assert_eq!(deleted.status(409).refusal(), "company.top_of_scope");
    assert_eq!(app.rows().await, before);
    // What lies below it is theirs to order.
    change(app, &admin, below, json!({ "parent": scene.acme }))
        .await
        .ok();
}

#[tokio::test]
async fn neither_the_root_nor_ones_own_company_moves() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (_, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let branch = app
        .company(&scene.root, scene.acme, "customer", "Branch")
        .await
        .id;
    let root = change(
        app,
        &scene.root,
        scene.operator,
        json!({ "parent": scene.acme }),
    )
    .await
    .status(409);
    assert_eq!(root.refusal(), "company.root");
    let own = change(app, &admin, scene.acme, json!({ "parent": branch }))
        .await
        .status(409);
    assert_eq!(own.refusal(), "company.own_company");
    change(app, &admin, scene.acme, json!({ "name": "Acme Ltd" }))
        .await
        .ok();
}

#[tokio::test]
async fn a_company_moves_only_where_its_kind_and_name_may_stand() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let reseller = app
        .company(&scene.root, scene.operator, "reseller", "Reseller")
        .await
        .id;
    app.company(&scene.root, reseller, "customer", "Acme").await;
    let before = app.rows().await;
    let kind = change(app, &scene.root, reseller, json!({ "parent": scene.acme }))
        .await
        .status(422);
    assert_eq!(kind.fields(), ["parent"]);
    let name = change(app, &scene.root, scene.acme, json!({ "parent": reseller }))
        .await
        .status(422);
    assert_eq!(name.fields(), ["name"]);
    assert_eq!(app.rows().await, before);
    change(
        app,
        &scene.root,
        scene.acme,
        json!({ "parent": reseller, "name": "Acme Two" }),
    )
    .await
    .ok();
    is_sound(app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_moves_at_once_make_no_cycle() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let root = std::sync::Arc::new(app.signed_in("root").await);
    for round in 0..12 {
        let one = app
            .company(
                &scene.root,
                scene.operator,
                "customer",
                &format!("One {round}"),
            )
            .await;
        let two = app
            .company(
                &scene.root,
                scene.operator,
                "customer",
                &format!("Two {round}"),
            )
            .await;
        let leaf = app.company(&scene.root, two.id, "customer", "Leaf").await;
        let moves = [(one.clone(), leaf.id), (two.clone(), one.id)].map(|(company, parent)| {
            let root = std::sync::Arc::clone(&root);
            tokio::spawn(async move {
                let path = format!("/api/v1/companies/{}", company.id);
                root.patch(&path, company.version, json!({ "parent": parent }))
                    .await
            })
        });
        let mut moved = 0;
        for attempt in moves {
            let answer = attempt.await.unwrap();
            match answer.status.as_u16() {
                200 => moved += 1,
                _ => assert_eq!(answer.status(422).fields(), ["parent"]),
            }
        }
        assert_eq!(moved, 1, "round {round}");
        is_sound(app).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_created_below_a_company_that_moves_moves_along() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let root = std::sync::Arc::new(app.signed_in("root").await);
    let branch = app
        .company(&scene.root, scene.acme, "customer", "Branch")
        .await;
    let creates: Vec<_> = (0..8)
        .map(|number| {
            let (root, parent) = (std::sync::Arc::clone(&root), branch.id);
            tokio::spawn(async move {
                let draft = json!({ "name": format!("New {number}"), "kind": "customer", "parent": parent });
                root.post("/api/v1/companies", draft).await.status.as_u16()
            })
        })
        .collect();
    for (version, parent) in [(1, scene.beta), (2, scene.acme), (3, scene.beta)] {
        let path = format!("/api/v1/companies/{}", branch.id);
        scene
            .root
            .patch(&path, version, json!({ "parent": parent }))
            .await
            .ok();
    }
    for create in creates {
        assert_eq!(create.await.unwrap(), 201);
    }
    is_sound(app).await;
}

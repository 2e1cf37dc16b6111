//! Creating companies.

use app::companies::{Company, CompanyKind};
use serde_json::{Value, json};

use crate::util::{Answer, Client, Siblings};

async fn create(client: &Client, name: &str, kind: &str, parent: impl serde::Serialize) -> Answer {
    let draft: Value = json!({ "name": name, "kind": kind, "parent": parent });
    client.post("/api/v1/companies", draft).await
}

#[tokio::test]
async fn a_company_stands_where_it_was_put() {
    let scene = Siblings::start().await;
    let answer = create(&scene.root, "  Acme Japan ", "customer", scene.acme)
        .await
        .status(201);
    let company: Company = answer.read();
    assert_eq!(
        answer.headers["location"],
        format!("/api/v1/companies/{}", company.id).as_str()
    );
    assert_eq!(
        (company.name.as_str(), company.users, company.subsidiaries),
        ("Acme Japan", 0, 0)
    );
    let above: Vec<_> = company
        .path
        .iter()
        .map(|company| company.name.as_str())
        .collect();
    assert_eq!(above, ["Operator", "Acme"]);
    let acme: Company = scene
        .root
        .get(&format!("/api/v1/companies/{}", scene.acme))
        .await
        .ok()
        .read();
    assert_eq!(acme.subsidiaries, 1);
}

#[tokio::test]
async fn each_kind_stands_only_where_it_may() {
    let scene = Siblings::start().await;
    let mut parents = vec![(CompanyKind::Operator, scene.operator)];
    for kind in [
        CompanyKind::Reseller,
        CompanyKind::Partner,
        CompanyKind::Customer,
    ] {
        let company = scene
            .app
            .company(&scene.root, scene.operator, kind.code(), kind.code())
            .await;
        parents.push((kind, company.id));
    }
    for (above, parent) in parents {
        for kind in CompanyKind::ALL {
            let answer = create(
                &scene.root,
                &format!("A {}", kind.code()),
                kind.code(),
                parent,
            )
            .await;
            match above.may_contain(kind) {
                true => assert_eq!(answer.status.as_u16(), 201, "{above:?} {kind:?}"),
                false => assert_eq!(answer.status(422).fields(), ["kind"], "{above:?} {kind:?}"),
            }
        }
    }
}

#[tokio::test]
async fn siblings_have_different_names() {
    let scene = Siblings::start().await;
    let before = scene.app.rows().await;
    let answer = create(&scene.root, "Acme", "customer", scene.operator)
        .await
        .status(422);
    assert_eq!(
        (
            answer.fields()[0].as_str(),
            answer.json()["errors"][0]["code"].clone()
        ),
        ("name", json!("name_taken"))
    );
    for name in ["", " ", "a\nb", &"long".repeat(30)] {
        assert_eq!(
            create(&scene.root, name, "customer", scene.operator)
                .await
                .status(422)
                .fields(),
            ["name"]
        );
    }
    assert_eq!(scene.app.rows().await, before);
    create(&scene.root, "Acme", "customer", scene.acme)
        .await
        .status(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_create_the_same_company_at_once_one_succeeds() {
    let scene = Siblings::start().await;
    let root = std::sync::Arc::new(scene.app.signed_in("root").await);
    let tries: Vec<_> = (0..8)
        .map(|_| {
            let (root, parent) = (std::sync::Arc::clone(&root), scene.operator);
            tokio::spawn(async move { create(&root, "New", "customer", parent).await })
        })
        .collect();
    let mut created = 0;
    for attempt in tries {
        let answer = attempt.await.unwrap();
        match answer.status.as_u16() {
            201 => created += 1,
            _ => assert_eq!(answer.status(422).fields(), ["name"]),
        }
    }
    assert_eq!(created, 1);
}

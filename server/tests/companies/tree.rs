//! The tree of companies as somebody sees it.

use app::companies::CompanyTree;
use serde_json::json;

use crate::util::{Client, Siblings};

/// Names with the names of their parents, in the order of the tree.
async fn seen(client: &Client, query: &str) -> Vec<(String, Option<String>)> {
    let tree: CompanyTree = client
        .get(&format!("/api/v1/companies{query}"))
        .await
        .ok()
        .read();
    assert!(!tree.more);
    let name = |id| {
        let found = tree.companies.iter().find(|company| company.id == id);
        found.expect("a parent that is named is there").name.clone()
    };
    tree.companies
        .iter()
        .map(|company| (company.name.clone(), company.parent.map(name)))
        .collect()
}

fn expected(rows: &[(&str, Option<&str>)]) -> Vec<(String, Option<String>)> {
    rows.iter()
        .map(|(name, parent)| (name.to_string(), parent.map(str::to_owned)))
        .collect()
}

#[tokio::test]
async fn parents_come_before_children_and_siblings_by_name() {
    let scene = Siblings::start().await;
    scene
        .app
        .company(&scene.root, scene.acme, "customer", "Zeta")
        .await;
    scene
        .app
        .company(&scene.root, scene.acme, "customer", "Eta")
        .await;
    scene
        .app
        .company(&scene.root, scene.operator, "customer", "Abacus")
        .await;
    let tree = [
        ("Operator", None),
        ("Abacus", Some("Operator")),
        ("Acme", Some("Operator")),
        ("Eta", Some("Acme")),
        ("Zeta", Some("Acme")),
        ("Beta", Some("Operator")),
    ];
    let mut all = seen(&scene.root, "").await;
    let order = |rows: &[(String, Option<String>)], name: &str| {
        rows.iter().position(|row| row.0 == name).unwrap()
    };
    for (name, parent) in &tree {
        if let Some(parent) = parent {
            assert!(order(&all, parent) < order(&all, name), "{parent} {name}");
        }
    }
    for (first, second) in [("Abacus", "Acme"), ("Acme", "Beta"), ("Eta", "Zeta")] {
        assert!(order(&all, first) < order(&all, second), "{first} {second}");
    }
    all.sort();
    let mut tree = expected(&tree);
    tree.sort();
    assert_eq!(all, tree);
}

#[tokio::test]
async fn a_search_shows_what_it_finds_and_what_stands_above() {
    let scene = Siblings::start().await;
    scene
        .app
        .company(&scene.root, scene.acme, "customer", "東京支社 100%")
        .await;
    for (search, rows) in [
        ("beta", vec![("Operator", None), ("Beta", Some("Operator"))]),
        ("BET", vec![("Operator", None), ("Beta", Some("Operator"))]),
        (
            "%E6%94%AF%E7%A4%BE",
            vec![
                ("Operator", None),
                ("Acme", Some("Operator")),
                ("東京支社 100%", Some("Acme")),
            ],
        ),
        (
            "%25",
            vec![
                ("Operator", None),
                ("Acme", Some("Operator")),
                ("東京支社 100%", Some("Acme")),
            ],
        ),
        ("_", vec![]),
        ("nothing", vec![]),
    ] {
        assert_eq!(
            seen(&scene.root, &format!("?search={search}")).await,
            expected(&rows),
            "{search}"
        );
    }
}

#[tokio::test]
async fn a_limit_counts_what_is_found_not_what_stands_above() {
    let scene = Siblings::start().await;
    for name in ["Branch East", "Branch West"] {
        scene
            .app
            .company(&scene.root, scene.acme, "customer", name)
            .await;
    }
    for (query, names, more) in [
        ("?limit=2", vec!["Operator", "Acme"], true),
        ("?limit=0", vec!["Operator"], true),
        (
            "?search=branch&limit=1",
            vec!["Operator", "Acme", "Branch East"],
            true,
        ),
        (
            "?search=branch&limit=2",
            vec!["Operator", "Acme", "Branch East", "Branch West"],
            false,
        ),
        (
            "?search=west&limit=1",
            vec!["Operator", "Acme", "Branch West"],
            false,
        ),
    ] {
        let answer = scene.root.get(&format!("/api/v1/companies{query}")).await;
        let tree: CompanyTree = answer.ok().read();
        let seen: Vec<_> = tree.companies.iter().map(|row| row.name.as_str()).collect();
        assert_eq!((seen, tree.more), (names, more), "{query}");
    }
}

#[tokio::test]
async fn it_begins_at_the_top_of_ones_scope() {
    let scene = Siblings::start().await;
    let branch = scene
        .app
        .company(&scene.root, scene.acme, "customer", "Branch")
        .await
        .id;
    let (user, client) = scene
        .user("branch.admin", branch, "company_administrator")
        .await;
    assert_eq!(seen(&client, "").await, expected(&[("Branch", None)]));
    assert_eq!(seen(&client, "?search=acme").await, []);
    scene
        .app
        .edit(
            &scene.root,
            user.id,
            json!({ "related_companies": [scene.beta] }),
        )
        .await
        .ok();
    assert_eq!(
        seen(&client, "").await,
        expected(&[("Beta", None), ("Branch", None)])
    );
}

#[tokio::test]
async fn places_for_a_company_are_where_it_may_stand_and_never_inside_itself() {
    let scene = Siblings::start().await;
    let (app, root) = (&scene.app, &scene.root);
    let reseller = app
        .company(root, scene.operator, "reseller", "Reseller")
        .await;
    let partner = app.company(root, reseller.id, "partner", "Partner").await;
    let shop = app.company(root, partner.id, "customer", "Shop").await;
    let top = ("Operator", None);
    let sells = ("Reseller", Some("Operator"));
    for (company, search, places) in [
        (reseller.id, "", vec![top]),
        (partner.id, "", vec![top, sells]),
        (partner.id, "sell", vec![top, sells]),
        (
            shop.id,
            "",
            vec![
                top,
                ("Acme", Some("Operator")),
                ("Beta", Some("Operator")),
                sells,
                ("Partner", Some("Reseller")),
            ],
        ),
        (shop.id, "shop", vec![]),
        (scene.acme, "bet", vec![top, ("Beta", Some("Operator"))]),
        (scene.operator, "", vec![]),
    ] {
        let query = format!("?place_for={company}&search={search}");
        assert_eq!(seen(root, &query).await, expected(&places), "{query}");
    }
}

#[tokio::test]
async fn nobody_outside_the_scope_is_named_as_a_place_or_has_places() {
    let scene = Siblings::start().await;
    let branch = scene
        .app
        .company(&scene.root, scene.acme, "customer", "Branch")
        .await
        .id;
    let (_, client) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let query = format!("?place_for={branch}");
    assert_eq!(seen(&client, &query).await, expected(&[("Acme", None)]));
    for elsewhere in [scene.beta.0, scene.operator.0, 4711] {
        let query = format!("/api/v1/companies?place_for={elsewhere}");
        let answer = client.get(&query).await;
        assert_eq!(answer.status(422).fields(), ["place_for"], "{elsewhere}");
    }
    let nonsense = scene.root.get("/api/v1/companies?place_for=acme").await;
    assert_eq!(nonsense.status(400).fields(), ["place_for"]);
}

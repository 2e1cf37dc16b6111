//! What is in force is what the nearest class above says, whatever the tree.

use app::{
    CompanyId,
    companies::CompanyKind,
    policies::{Origin, Setting, SettingValue, Sourced},
};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use server::{
    actor::{CompanyPath, Scope},
    companies::store::{self, Company},
    policies::store::{in_force, seen},
};

use crate::util::TestApp;

/// The company above, as an index among those before, and minutes that its own class says, if it points to one.
type Node = (prop::sample::Index, Option<Option<u32>>);

async fn grow(app: &TestApp, nodes: &[Node]) -> Vec<Company> {
    let mut companies: Vec<Company> = Vec::new();
    for (index, (above, class)) in nodes.iter().enumerate() {
        let parent = (index > 0).then(|| &companies[above.index(index)]);
        let kind = match parent {
            None => CompanyKind::Operator,
            Some(_) => CompanyKind::Reseller,
        };
        let name = app::companies::CompanyName::parse(&format!("company {index}")).unwrap();
        let tx = app.deps.db.begin().await.unwrap();
        let company = store::insert(&tx, parent, kind, &name, app.deps.now())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        if let Some(says) = class {
            point(app, company.id, index, *says).await;
        }
        companies.push(company);
    }
    companies
}

async fn point(app: &TestApp, company: CompanyId, number: usize, minutes: Option<u32>) {
    app.sql(&format!(
        "INSERT INTO policy_classes (company_id, name, created_at) VALUES ({company}, 'class {number}', 1)"
    ))
    .await;
    let newest = app.numbers("SELECT MAX(id) FROM policy_classes").await[0];
    app.sql(&format!(
        "INSERT INTO company_policy_classes (company_id, class_id) VALUES ({company}, {newest})"
    ))
    .await;
    if let Some(minutes) = minutes {
        app.sql(&format!(
            "INSERT INTO policy_class_settings (class_id, setting, value)
             VALUES ({newest}, 'session_idle_minutes', '{minutes}'), ({newest}, 'of_a_newer_version', '[]')"
        ))
        .await;
    }
}

/// The minutes in force, and the index of the company whose class says so.
fn naive(nodes: &[Node], index: usize) -> (u32, Option<usize>) {
    match nodes[index].1 {
        Some(Some(minutes)) => (minutes, Some(index)),
        _ if index == 0 => (60, None),
        _ => naive(nodes, nodes[index].0.index(index)),
    }
}

#[tokio::test]
async fn the_nearest_company_whose_class_says_a_value_decides() {
    let nodes = proptest::collection::vec(
        (
            any::<prop::sample::Index>(),
            proptest::option::weighted(0.5, proptest::option::weighted(0.6, 5..=1440u32)),
        ),
        12,
    );
    let mut runner = TestRunner::deterministic();
    for _ in 0..4 {
        let nodes = nodes.new_tree(&mut runner).unwrap().current();
        let app = TestApp::start().await;
        let companies = grow(&app, &nodes).await;
        for (index, company) in companies.iter().enumerate() {
            let policy = in_force(app.deps.db.read(), &company.path).await.unwrap();
            let (minutes, decides) = naive(&nodes, index);
            assert_eq!(policy.session_idle_minutes.value, minutes, "{nodes:?}");
            match (&policy.session_idle_minutes.origin, decides) {
                (Origin::Default, None) => {}
                (Origin::Class { class, via }, Some(decides)) => {
                    assert_eq!(class.name, format!("class {decides}"));
                    assert_eq!(via.as_ref().unwrap().id, companies[decides].id);
                }
                other => panic!("{other:?} in {nodes:?}"),
            }
            // What nobody says stays with the default.
            assert_eq!(
                policy.get(Setting::BinRetentionDays),
                Sourced::default_of(SettingValue::Number(30))
            );
        }
    }
}

#[tokio::test]
async fn the_name_of_a_company_above_the_scope_is_not_told() {
    let app = TestApp::start().await;
    let nodes: Vec<Node> = proptest::collection::vec(any::<prop::sample::Index>(), 3)
        .new_tree(&mut TestRunner::deterministic())
        .unwrap()
        .current()
        .into_iter()
        .zip([Some(Some(10)), None, None])
        .collect();
    let companies = grow(&app, &nodes).await;
    let path = &companies[1].path;
    let via = |scope: &Scope, policy| match seen(policy, scope, path).session_idle_minutes.origin {
        Origin::Class { via, .. } => via.map(|via| via.name),
        Origin::Default => panic!("the class of the operator decides"),
    };
    let policy = in_force(app.deps.db.read(), path).await.unwrap();
    let whole = Scope::of(vec![CompanyPath(companies[0].path.0.clone())]);
    assert_eq!(via(&whole, policy.clone()).as_deref(), Some("company 0"));
    assert_eq!(via(&Scope::of(vec![path.clone()]), policy), None);
}

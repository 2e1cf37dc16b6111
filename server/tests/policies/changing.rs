//! Creating, editing, deleting and choosing policy classes, told before and noted after.

use app::{
    Page,
    audit::AuditEvent,
    policies::{PolicyClass, PolicyImpact, Setting, SettingValue},
};
use serde_json::{Value, json};

use super::{class, point, policy};
use crate::util::{Client, Siblings};

async fn preview(by: &Client, plan: Value) -> PolicyImpact {
    by.post("/api/v1/policy-classes/preview", plan)
        .await
        .ok()
        .read()
}

/// The details of the newest audit event: field, before, after.
async fn newest(by: &Client) -> (String, Vec<(String, Option<String>, Option<String>)>) {
    let page: Page<AuditEvent> = by.get("/api/v1/audit-events?limit=1").await.ok().read();
    let event = page.items.into_iter().next().unwrap();
    let details = event
        .details
        .into_iter()
        .map(|detail| (detail.field, detail.before, detail.after))
        .collect();
    (event.action.code().to_owned(), details)
}

fn changed(field: &str, before: &str, after: &str) -> (String, Option<String>, Option<String>) {
    (
        field.to_owned(),
        Some(before.to_owned()),
        Some(after.to_owned()),
    )
}

#[tokio::test]
async fn every_bad_input_names_its_field() {
    let scene = Siblings::start().await;
    class(&scene.root, scene.acme, "Strict", json!({})).await;
    let before = scene.app.rows().await;
    let sibling = json!({ "name": "Strict", "company": scene.acme });
    for (draft, status, field) in [
        (sibling, 422, "name"),
        (json!({ "name": " ", "company": scene.acme }), 422, "name"),
        (
            json!({ "name": "New", "company": 9_000_002 }),
            422,
            "company",
        ),
        (
            json!({ "name": "New", "company": scene.acme, "settings": { "password_min_length": 14 } }),
            422,
            "settings.password_min_length",
        ),
        (
            json!({ "name": "New", "company": scene.acme, "settings": { "session_idle_minutes": "soon" } }),
            400,
            "settings.session_idle_minutes",
        ),
    ] {
        let answer = scene.root.post("/api/v1/policy-classes", draft).await;
        assert_eq!(answer.status(status).fields(), [field]);
    }
    let unknown =
        json!({ "name": "New", "company": scene.acme, "settings": { "session_idle": 5 } });
    let answer = scene.root.post("/api/v1/policy-classes", unknown).await;
    assert!(answer.status.is_client_error(), "{}", answer.body);
    assert!(answer.body.contains("session_idle"), "{}", answer.body);
    assert_eq!(scene.app.rows().await, before);
}

#[tokio::test]
async fn an_edit_is_based_on_a_version_and_notes_each_setting_before_and_after() {
    let scene = Siblings::start().await;
    let says = json!({ "two_factor_required": true, "session_idle_minutes": 15 });
    let class = class(&scene.root, scene.acme, "Strict", says).await;
    let path = format!("/api/v1/policy-classes/{}", class.id);
    let change = json!({ "settings": { "two_factor_required": true, "session_idle_minutes": 20 } });
    scene.root.patch(&path, 7, change.clone()).await.status(412);
    let after: PolicyClass = scene.root.patch(&path, 1, change).await.ok().read();
    assert_eq!(after.version, 2);
    let (action, details) = newest(&scene.root).await;
    assert_eq!(action, "policy_class.changed");
    assert!(details.contains(&changed("session_idle_minutes", "15", "20")));
    assert_eq!(details.len(), 2, "and the name of the class: {details:?}");
    // A rename leaves alone what it says.
    let after: PolicyClass = scene
        .root
        .patch(&path, 2, json!({ "name": "Stricter" }))
        .await
        .ok()
        .read();
    assert_eq!(after.settings.session_idle_minutes, Some(20));
}

#[tokio::test]
async fn a_preview_says_whom_a_choice_touches_and_how() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let branch = app
        .company(&scene.root, scene.acme, "customer", "Branch")
        .await;
    let strict = class(
        &scene.root,
        scene.operator,
        "Strict",
        json!({ "two_factor_required": true, "bin_retention_days": 30 }),
    )
    .await;
    for login_id in ["a", "b"] {
        scene.quiet(&format!("user.{login_id}"), branch.id).await;
    }
    app.user_with_authenticator(&scene.root, "enrolled", scene.acme)
        .await;
    let bare = scene.quiet("bare", scene.acme).await;
    app.edit(&scene.root, bare.id, json!({ "two_factor": "no" }))
        .await
        .ok();
    let before = app.rows().await;
    let plan = json!({ "plan": "assign", "company": scene.acme, "class": strict.id });
    let impact = preview(&scene.root, plan).await;
    assert_eq!((impact.companies, impact.users), (2, 4));
    let named: Vec<_> = impact.named.iter().map(|company| &*company.name).collect();
    assert_eq!(named, ["Acme", "Branch"]);
    // The thirty days are in force already.
    let [effect] = &impact.effects[..] else {
        panic!("{:?}", impact.effects)
    };
    assert_eq!(effect.setting, Setting::TwoFactorRequired);
    assert_eq!(effect.before, SettingValue::YesNo(false));
    assert_eq!(effect.after, SettingValue::YesNo(true));
    // One has a Yes, one a No of their own.
    assert_eq!((effect.users, effect.without_authenticator), (2, Some(2)));
    assert_eq!(app.rows().await, before, "a preview changes nothing");
}

#[tokio::test]
async fn a_choice_is_noted_with_what_is_in_force_before_and_after() {
    let scene = Siblings::start().await;
    let says = json!({ "session_idle_minutes": 15 });
    let strict = class(&scene.root, scene.operator, "Strict", says).await;
    point(&scene, &scene.root, scene.acme, Some(strict.id))
        .await
        .ok();
    let (action, details) = newest(&scene.root).await;
    assert_eq!(action, "policy_class.assigned");
    let expected = [
        changed("class", "inherit", "Strict"),
        changed("session_idle_minutes", "60", "15"),
    ];
    assert_eq!(details, expected);
    let shown = policy(&scene.root, scene.acme).await;
    assert_eq!(shown.class.unwrap().id, strict.id);
    // To choose the same once more is no event.
    let before = scene.app.rows().await;
    point(&scene, &scene.root, scene.acme, Some(strict.id))
        .await
        .ok();
    assert_eq!(scene.app.rows().await, before);
    let stale = scene
        .root
        .request(
            reqwest::Method::PUT,
            &format!("/api/v1/companies/{}/policy", scene.acme),
        )
        .header("if-match", "\"77\"")
        .json(&json!({ "class": null }));
    scene.root.send(stale).await.status(412);
}

#[tokio::test]
async fn a_class_in_use_goes_only_as_it_was_shown_and_whoever_used_it_inherits() {
    let scene = Siblings::start().await;
    let root = &scene.root;
    let says = json!({ "session_idle_minutes": 15 });
    let strict = class(root, scene.operator, "Strict", says).await;
    point(&scene, root, scene.acme, Some(strict.id)).await.ok();
    let path = format!("/api/v1/policy-classes/{}", strict.id);
    let unseen = root.delete(&path, 1).await.status(409);
    assert_eq!(unseen.refusal(), "policy.in_use");
    let plan = json!({ "plan": "delete", "class": strict.id });
    let shown = preview(root, plan.clone()).await;
    assert_eq!((shown.used_by, shown.companies), (1, 1));
    point(&scene, root, scene.beta, Some(strict.id)).await.ok();
    let before = scene.app.rows().await;
    let late = format!("{path}?fingerprint={}", shown.fingerprint);
    let answer = root.delete(&late, 1).await.status(409);
    assert_eq!(answer.refusal(), "policy.in_use");
    assert_eq!(scene.app.rows().await, before);
    let now = preview(root, plan).await.fingerprint;
    root.delete(&format!("{path}?fingerprint={now}"), 1)
        .await
        .status(204);
    let left = policy(root, scene.acme).await;
    assert_eq!(left.class, None);
    assert_eq!(left.in_force.session_idle_minutes.value, 60);
    // One that nobody uses needs no preview.
    let unused = class(root, scene.acme, "Unused", json!({})).await;
    root.delete(&format!("/api/v1/policy-classes/{}", unused.id), 1)
        .await
        .status(204);
}

#[tokio::test]
async fn a_preview_leaves_out_whoever_has_a_setting_of_their_own() {
    let scene = Siblings::start().await;
    scene.quiet("hana.sato", scene.acme).await;
    let own = scene.quiet("kenji", scene.acme).await;
    let draft = json!({
        "token_validity": { "validity": "long_term" }, "exclusive_login": "no",
    });
    scene.app.set_tokens(&scene.root, own.id, draft).await.ok();
    let says = json!({ "exclusive_login": true, "token_lifetime_days": 7 });
    let class = class(&scene.root, scene.acme, "Strict", says).await;
    let plan = json!({ "plan": "assign", "company": scene.acme, "class": class.id });
    let impact = preview(&scene.root, plan).await;
    let told: Vec<_> = impact
        .effects
        .iter()
        .map(|effect| (effect.setting, effect.users))
        .collect();
    let expected = [
        (Setting::ExclusiveLogin, 1),
        (Setting::TokenLifetimeDays, 1),
    ];
    assert_eq!((impact.users, told.as_slice()), (2, expected.as_slice()));
}

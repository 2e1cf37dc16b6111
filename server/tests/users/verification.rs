//! Multi-factor Authentication of a user: who may set it, and what is then shown.

use app::{
    policies::{Origin, Verification, VerificationSetting},
    users::User,
};
use serde_json::{Value, json};

use crate::util::{Answer, Client, Siblings};

async fn set(by: &Client, user: &User, version: i64, settings: Value) -> Answer {
    let path = format!("/api/v1/users/{}/verification-methods", user.id);
    by.put_at(&path, version, settings).await
}

fn methods(web: &str, app: &str, unlock: &str) -> Value {
    json!({ "web_login": web, "app_login": app, "app_unlock": unlock })
}

#[tokio::test]
async fn what_is_set_goes_before_the_class_and_each_area_stands_by_itself() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let user = scene.quiet("hana.sato", scene.acme).await;
    assert_eq!(
        user.verification.web_login.policy.origin,
        Origin::Default,
        "nobody has said anything yet"
    );
    let draft = json!({
        "name": "Codes", "company": scene.acme,
        "settings": { "web_login_verification": "email", "app_unlock_verification": "email" },
    });
    let class = scene.root.post("/api/v1/policy-classes", draft).await;
    let class = class.status(201).json()["id"].as_i64().unwrap();
    let version = app
        .numbers(&format!(
            "SELECT version FROM companies WHERE id = {}",
            scene.acme
        ))
        .await[0];
    let path = format!("/api/v1/companies/{}/policy", scene.acme);
    let chosen = json!({ "class": class });
    scene.root.put_at(&path, version, chosen).await.ok();
    let answer = set(
        &scene.root,
        &user,
        user.version,
        methods("none", "email", "inherit"),
    )
    .await;
    let shown: User = answer.ok().read();
    let web = &shown.verification.web_login;
    assert_eq!(web.setting, VerificationSetting::None);
    assert_eq!(web.method, Verification::None);
    assert_eq!(web.policy.value, Verification::Email);
    let Origin::Class { class, via } = &web.policy.origin else {
        panic!("{:?}", web.policy.origin)
    };
    assert_eq!(class.name, "Codes");
    assert_eq!(via.as_ref().unwrap().name, "Acme");
    assert_eq!(shown.verification.app_login.method, Verification::Email);
    assert_eq!(shown.verification.app_unlock.method, Verification::Email);
    assert_eq!(shown.verification.app_login.policy.origin, Origin::Default);
}

#[tokio::test]
async fn it_leaves_one_event_with_before_and_after_and_none_when_nothing_changes() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let user = scene.quiet("hana.sato", scene.acme).await;
    for _ in 0..2 {
        let version = app.shown(&scene.root, user.id).await.version;
        set(
            &scene.root,
            &user,
            version,
            methods("email", "inherit", "none"),
        )
        .await
        .ok();
    }
    let events: Value = scene
        .root
        .get(&format!(
            "/api/v1/audit-events?user={}&action=verification.set",
            user.id
        ))
        .await
        .ok()
        .json();
    let events = events["items"].as_array().unwrap();
    assert_eq!(events.len(), 1, "{events:?}");
    let said = events[0].to_string();
    assert!(said.contains("web_login_verification"), "{said}");
    assert!(said.contains("app_unlock_verification"), "{said}");
    assert!(!said.contains("app_login_verification"), "{said}");
}

#[tokio::test]
async fn not_by_whoever_may_not_reset_nor_on_oneself_nor_on_the_stronger_nor_elsewhere() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (own, administrator) = scene
        .user("kenji", scene.acme, "company_administrator")
        .await;
    let (_, plain) = scene.user("plain", scene.acme, "user").await;
    let (_, help) = scene.user("help", scene.acme, "help_desk").await;
    let elsewhere = scene.quiet("mika", scene.beta).await;
    let within = scene.quiet("hana.sato", scene.acme).await;
    let before = app.rows().await;
    let none = || methods("none", "none", "none");
    let refused = [
        (&plain, &within, 403, "not_allowed"),
        (&administrator, &own, 409, "user.oneself"),
        (&help, &own, 403, "user.stronger"),
        (&administrator, &elsewhere, 404, "not_found"),
        (&app.client(), &within, 401, "not_signed_in"),
    ];
    for (by, user, status, refusal) in refused {
        let version = app
            .numbers(&format!("SELECT version FROM users WHERE id = {}", user.id))
            .await[0];
        let answer = set(by, user, version, none()).await.status(status);
        assert_eq!(answer.refusal(), refusal);
    }
    assert_eq!(app.rows().await, before);
    set(&administrator, &within, within.version, none())
        .await
        .ok();
}

#[tokio::test]
async fn an_older_version_and_what_is_no_method_are_refused_by_name() {
    let scene = Siblings::start().await;
    let user = scene.quiet("hana.sato", scene.acme).await;
    let settings = methods("email", "inherit", "inherit");
    set(&scene.root, &user, user.version, settings.clone())
        .await
        .ok();
    let stale = set(&scene.root, &user, user.version, settings).await;
    assert_eq!(stale.status(412).refusal(), "stale");
    let face = methods("email", "face", "inherit");
    let answer = set(&scene.root, &user, user.version + 1, face).await;
    let answer = answer.status(400);
    assert_eq!(answer.fields(), ["app_login"]);
    assert!(answer.body.contains("email"), "{}", answer.body);
    let path = format!("/api/v1/users/{}/verification-methods", user.id);
    let half = json!({ "web_login": "email" });
    let answer = scene.root.put_at(&path, user.version + 1, half).await;
    assert_eq!(answer.status(422).fields(), ["app_login", "app_unlock"]);
}

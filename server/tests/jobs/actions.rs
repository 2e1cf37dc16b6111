//! Each action does to many what the single one does to one, with one audit event for each user.

use app::{UserId, jobs::RowOutcome, policies::TwoFactorSetting};
use serde_json::{Value, json};

use super::{done, previewed, row, told};
use crate::util::Siblings;

/// Does it to the users; how many were changed, and how many audit events of this action tell of them.
async fn act(scene: &Siblings, action: Value, users: &[UserId], event: &str) -> (u64, usize) {
    let job = previewed(&scene.app, &scene.root, action, users).await;
    let count = format!("SELECT id FROM audit_events WHERE action = '{event}'");
    let before = scene.app.numbers(&count).await.len();
    let job = done(&scene.app, &scene.root, &job).await;
    let events = scene.app.numbers(&count).await.len() - before;
    (job.counts.changed, events)
}

#[tokio::test]
async fn the_second_factor_is_enabled_disabled_and_reset() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (enrolled, ..) = app
        .user_with_authenticator(&scene.root, "enrolled", scene.acme)
        .await;
    let plain = scene.quiet("plain", scene.acme).await;
    let users = [enrolled.id, plain.id];
    let enable = json!({ "kind": "enable_two_factor" });
    assert_eq!(
        act(&scene, enable.clone(), &users, "two_factor.enabled").await,
        (1, 1)
    );
    assert_eq!(
        act(&scene, enable, &users, "two_factor.enabled").await,
        (0, 0)
    );
    // Who has no authenticator has nothing to reset, and is not told of a reset.
    let reset = json!({ "kind": "reset_two_factor" });
    assert_eq!(act(&scene, reset, &users, "two_factor.reset").await, (1, 1));
    let disable = json!({ "kind": "disable_two_factor" });
    assert_eq!(
        act(&scene, disable, &users, "two_factor.disabled").await,
        (2, 2)
    );
    for id in users {
        let user = app.shown(&scene.root, id).await;
        assert_eq!(user.two_factor.setting, TwoFactorSetting::No);
        assert!(!user.two_factor.enrolled);
    }
}

#[tokio::test]
async fn expiry_company_and_roles_are_set() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let first = scene.quiet("first", scene.acme).await.id;
    let second = scene.quiet("second", scene.beta).await.id;
    let users = [first, second];
    let end = app.deps.now().plus_seconds(5_000);
    let expiry = json!({ "kind": "set_expiry", "expires_at": end });
    assert_eq!(act(&scene, expiry, &users, "user.changed").await, (2, 2));
    let never = json!({ "kind": "set_expiry", "expires_at": null });
    assert_eq!(app.shown(&scene.root, first).await.expires_at, Some(end));
    assert_eq!(act(&scene, never, &users, "user.changed").await, (2, 2));

    let to_beta = json!({ "kind": "move", "company": scene.beta });
    assert_eq!(act(&scene, to_beta, &users, "user.changed").await, (1, 1));
    assert_eq!(app.shown(&scene.root, first).await.company.id, scene.beta);

    let role = app.role(&scene.root, scene.beta, "auditor").await;
    let add = json!({ "kind": "add_role", "role": role });
    let event = "user.access_changed";
    assert_eq!(act(&scene, add.clone(), &users, event).await, (2, 2));
    assert_eq!(act(&scene, add, &users, event).await, (0, 0));
    let held = app.shown(&scene.root, first).await.roles;
    assert_eq!(held.len(), 2);
    let remove = json!({ "kind": "remove_role", "role": role });
    assert_eq!(act(&scene, remove.clone(), &users, event).await, (2, 2));
    assert_eq!(act(&scene, remove, &users, event).await, (0, 0));
}

#[tokio::test]
async fn they_are_disabled_enabled_and_invited_again() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (hana, client) = scene.user("hana.sato", scene.acme, "user").await;
    let off = scene.quiet("off", scene.acme).await.id;
    app.set_disabled(&scene.root, off, true).await.ok();
    let users = [hana.id, off];
    // The disabled get no invitation.
    let issue = json!({ "kind": "issue_credentials" });
    let before = app.mails(&hana.email).len();
    assert_eq!(
        act(&scene, issue, &users, "credentials.issued").await,
        (1, 1)
    );
    while app.mails(&hana.email).len() == before {
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    let disable = json!({ "kind": "disable" });
    assert_eq!(act(&scene, disable, &users, "user.disabled").await, (1, 1));
    client.get("/api/v1/me").await.status(401);
    let enable = json!({ "kind": "enable" });
    assert_eq!(act(&scene, enable, &users, "user.enabled").await, (2, 2));
}

#[tokio::test]
async fn what_does_not_make_sense_is_refused_by_its_field_at_once() {
    let scene = Siblings::start().await;
    let user = scene.quiet("plain", scene.acme).await.id;
    let ask = async |action| {
        let draft = json!({ "action": action, "selection": { "users": [user] } });
        let answer = scene.root.post("/api/v1/jobs", draft).await;
        (
            answer.status.as_u16(),
            answer.json()["errors"][0]["field"].clone(),
        )
    };
    let past = scene.app.deps.now().plus_seconds(-1);
    assert_eq!(
        ask(json!({ "kind": "set_expiry", "expires_at": past })).await,
        (422, "expires_at".into())
    );
    assert_eq!(
        ask(json!({ "kind": "move", "company": 9_000_001 })).await,
        (422, "action.company".into())
    );
    assert_eq!(
        ask(json!({ "kind": "add_role", "role": 9_000_001 })).await,
        (422, "action.role".into())
    );
    assert_eq!(ask(json!({ "kind": "promote" })).await.0, 400);
}

#[tokio::test]
async fn the_last_operator_administrators_do_not_go_together() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (second, _) = scene
        .user("second", scene.operator, "operator_administrator")
        .await;
    let (third, _) = scene
        .user("third", scene.operator, "operator_administrator")
        .await;
    // Each alone could go. The first one acts, and so stays.
    let disable = json!({ "kind": "disable" });
    let job = previewed(app, &scene.root, disable, &[second.id, third.id]).await;
    let root = app
        .numbers("SELECT id FROM users WHERE login_id = 'root'")
        .await[0];
    app.sql(&format!(
        "UPDATE users SET expires_at = {} WHERE id = {root}",
        app.deps.now().plus_seconds(60).millis()
    ))
    .await;
    let job = done(app, &scene.root, &job).await;
    assert_eq!(
        told(&scene.root, job.id).await,
        [
            row("second", RowOutcome::Changed, ""),
            row("third", RowOutcome::Refused, "last_operator_administrator")
        ]
    );
}

//! One expiration date for all accounts of a company.

use std::sync::Arc;

use app::{
    CompanyId, Timestamp,
    users::{ExpiryApplied, ExpiryPreview, WhyLeftOut},
};
use serde_json::json;

use crate::util::{Answer, Client, PASSWORD, Siblings};

fn path(company: CompanyId) -> String {
    format!("/api/v1/companies/{company}/expiry")
}

async fn preview(by: &Client, company: CompanyId, end: Option<Timestamp>) -> ExpiryPreview {
    let query = end.map_or_else(String::new, |end| format!("?expires_at={end}"));
    by.get(&format!("{}{query}", path(company)))
        .await
        .ok()
        .read()
}

async fn apply(by: &Client, shown: &ExpiryPreview) -> Answer {
    let confirmed = json!({ "expires_at": shown.expires_at, "fingerprint": shown.fingerprint });
    by.put(&path(shown.company.id), confirmed).await
}

#[tokio::test]
async fn it_changes_what_was_shown_and_nothing_else() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let now = app.deps.now();
    let (admin, client) = scene
        .user("admin.acme", scene.acme, "company_administrator")
        .await;
    let below = app
        .company(&scene.root, scene.acme, "customer", "Below")
        .await;
    let in_acme = async |login_id: &str, end: Option<i64>| {
        let user = scene.quiet(login_id, scene.acme).await;
        let end = end.map(|seconds| now.plus_seconds(seconds));
        app.edit(&scene.root, user.id, json!({ "expires_at": end }))
            .await
            .ok();
        user.id
    };
    let same = in_acme("same", Some(5_000)).await;
    let never = in_acme("never", None).await;
    let sooner = in_acme("sooner", Some(4_000)).await;
    let ended = in_acme("ended", Some(60)).await;
    let subsidiary = scene.quiet("subsidiary", below.id).await;
    let elsewhere = scene.quiet("elsewhere", scene.beta).await;
    let binned = scene.quiet("binned", scene.acme).await;
    app.delete(&scene.root, binned.id).await.ok();
    // Their related company is beyond the administrator's scope.
    let (stronger, _) = scene.user("stronger", scene.acme, "auditor").await;
    let wide = json!({ "related_companies": [scene.beta] });
    app.edit(&scene.root, stronger.id, wide).await.ok();
    app.clock.advance(100);

    let end = Some(now.plus_seconds(5_000));
    let shown = preview(&client, scene.acme, end).await;
    assert_eq!((shown.changed, shown.earlier, shown.later), (3, 1, 2));
    assert_eq!((shown.revived, shown.unchanged), (1, 1));
    let left_out: Vec<_> = shown
        .left_out
        .iter()
        .map(|left| (left.user.login_id.as_str(), left.why))
        .collect();
    assert_eq!(
        left_out,
        [
            ("admin.acme", WhyLeftOut::Oneself),
            ("stronger", WhyLeftOut::Stronger)
        ]
    );
    assert_eq!(shown.left_out_count, 2);

    let applied: ExpiryApplied = apply(&client, &shown).await.ok().read();
    assert_eq!(applied.changed, 3);
    for (id, expected) in [
        (same, end),
        (never, end),
        (sooner, end),
        (ended, end),
        (admin.id, None),
        (stronger.id, None),
        (subsidiary.id, None),
        (elsewhere.id, None),
        (binned.id, None),
    ] {
        assert_eq!(app.shown(&scene.root, id).await.expires_at, expected);
    }
    let events = "SELECT COUNT(*) FROM audit_events WHERE action = 'user.changed' AND details LIKE '%all accounts of this company%'";
    assert_eq!(app.numbers(events).await, [3]);
    let requests = "SELECT COUNT(DISTINCT request_id) FROM audit_events WHERE details LIKE '%all accounts of this company%'";
    assert_eq!(app.numbers(requests).await, [1]);
    let subjects = "SELECT subject_id FROM audit_events WHERE details LIKE '%all accounts of this company%' ORDER BY subject_id";
    assert_eq!(app.numbers(subjects).await, [never.0, sooner.0, ended.0]);
}

#[tokio::test]
async fn what_changed_since_the_preview_is_asked_again() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let end = Some(app.deps.now().plus_seconds(5_000));
    let user = scene.quiet("hana.sato", scene.acme).await;
    let shown = preview(&scene.root, scene.acme, end).await;
    scene.quiet("new", scene.acme).await;
    let before = app.rows().await;
    let refused = apply(&scene.root, &shown).await.status(409);
    assert_eq!(refused.refusal(), "user.expiry_changed");
    assert_eq!(app.rows().await, before);

    let shown = preview(&scene.root, scene.acme, end).await;
    let other = json!({ "expires_at": app.deps.now().plus_seconds(10) });
    app.edit(&scene.root, user.id, other).await.ok();
    apply(&scene.root, &shown).await.status(409);
    // Another date than the one that was shown is not confirmed either.
    let shown = preview(&scene.root, scene.acme, end).await;
    let another = ExpiryPreview {
        expires_at: None,
        ..shown.clone()
    };
    apply(&scene.root, &another).await.status(409);
    apply(&scene.root, &shown).await.ok();
}

#[tokio::test]
async fn who_may_not_edit_users_there_changes_nothing() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    scene.quiet("hana.sato", scene.acme).await;
    let (_, far) = scene
        .user("admin.beta", scene.beta, "company_administrator")
        .await;
    let (_, desk) = scene.user("desk", scene.acme, "help_desk").await;
    let end = app.deps.now().plus_seconds(5_000);
    let shown = preview(&scene.root, scene.acme, Some(end)).await;
    let before = app.rows().await;
    let query = format!("{}?expires_at={end}", path(scene.acme));
    for (client, status) in [(&far, 404), (&desk, 403), (&app.client(), 401)] {
        client.get(&query).await.status(status);
        apply(client, &shown).await.status(status);
    }
    let past = json!({ "expires_at": app.deps.now(), "fingerprint": shown.fingerprint });
    let refused = scene.root.put(&path(scene.acme), past).await.status(422);
    assert_eq!(refused.fields(), ["expires_at"]);
    assert_eq!(app.rows().await, before);
}

#[tokio::test]
async fn the_last_operator_administrator_never_ends_by_it() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    // Somebody who reaches everything, but is no operator administrator by role.
    let all: Vec<&str> = app::roles::Permission::ALL
        .iter()
        .map(|permission| permission.code())
        .collect();
    let role = scene.custom_role(scene.operator, "everything", &all).await;
    assert!(role > 0);
    let (_, client) = scene.user("second", scene.operator, "everything").await;
    let end = Some(app.deps.now().plus_seconds(5_000));
    let shown = preview(&client, scene.operator, end).await;
    assert_eq!(shown.changed, 1, "root");
    let before = app.rows().await;
    let refused = apply(&client, &shown).await.status(409);
    assert_eq!(refused.refusal(), "user.last_operator_administrator");
    assert_eq!(app.rows().await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_at_once_one_is_applied_and_nobody_waits_for_ever() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    for number in 0..5 {
        scene.quiet(&format!("user.{number}"), scene.acme).await;
    }
    let end = Some(app.deps.now().plus_seconds(5_000));
    let shown = Arc::new(preview(&scene.root, scene.acme, end).await);
    let root = Arc::new(app.signed_in("root").await);
    let tries: Vec<_> = (0..6)
        .map(|_| {
            let (root, shown) = (Arc::clone(&root), Arc::clone(&shown));
            tokio::spawn(async move { apply(&root, &shown).await.status.as_u16() })
        })
        .collect();
    let mut statuses = Vec::new();
    for attempt in tries {
        statuses.push(attempt.await.unwrap());
    }
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409, 409, 409, 409, 409]);
}

#[tokio::test]
async fn sessions_end_at_the_new_date_and_do_not_come_back_with_the_account() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (_, client) = scene.user("hana.sato", scene.acme, "user").await;
    let end = Some(app.deps.now().plus_seconds(60));
    let shown = preview(&scene.root, scene.acme, end).await;
    apply(&scene.root, &shown).await.ok();
    app.clock.advance_millis(59_999);
    client.get("/api/v1/me").await.ok();
    app.clock.advance_millis(1);
    client.get("/api/v1/me").await.status(401);
    let shown = preview(&scene.root, scene.acme, None).await;
    assert_eq!(shown.revived, 1);
    apply(&scene.root, &shown).await.ok();
    client.get("/api/v1/me").await.status(401);
    app.client().sign_in("hana.sato", PASSWORD).await.ok();
}

#[tokio::test]
async fn ten_thousand_accounts_take_seconds() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let one = scene.quiet("one", scene.acme).await;
    for tens in 0..10 {
        let sql = format!(
            "INSERT INTO users (company_id, login_id, email, first_name, last_name, sort_name, search_text,
                 expires_at, two_factor, language, time_zone, created_at)
             SELECT u.company_id, 'many.{tens}.' || a.n || '.' || b.n || '.' || c.n, u.email, u.first_name, u.last_name,
                 u.sort_name, u.search_text, u.expires_at, u.two_factor, u.language, u.time_zone, u.created_at
             FROM users u, ({TEN}) a, ({TEN}) b, ({TEN}) c WHERE u.id = {}",
            one.id
        );
        app.sql(&sql).await;
    }
    let end = Some(app.deps.now().plus_seconds(5_000));
    let shown = preview(&scene.root, scene.acme, end).await;
    assert_eq!(shown.changed, 10_001);
    let applied: ExpiryApplied = apply(&scene.root, &shown).await.ok().read();
    assert_eq!(applied.changed, 10_001);
    let events = "SELECT COUNT(*) FROM audit_events WHERE action = 'user.changed'";
    assert_eq!(app.numbers(events).await, [10_001]);
}

/// Ten rows.
const TEN: &str =
    "SELECT 0 AS n UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5
    UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9";

//! Filtering users.

use app::users::UserRow;
use serde_json::json;

use crate::util::Siblings;

const DAY: i64 = 24 * 60 * 60;

async fn listed(scene: &Siblings, query: &str) -> Vec<String> {
    let path = format!("/api/v1/users?{query}");
    let page: app::Page<UserRow> = scene.root.get(&path).await.ok().read();
    assert_eq!(
        (page.total, page.total_is_exact),
        (page.items.len() as u64, true),
        "{query}"
    );
    page.items.into_iter().map(|row| row.login_id).collect()
}

#[tokio::test]
async fn each_filter_shows_exactly_those_it_names() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (with_otp, ..) = app
        .user_with_authenticator(&scene.root, "a.enrolled", scene.acme)
        .await;
    app.invite(
        &scene.root,
        "b.invited",
        scene.acme,
        json!({ "otp_configured": true }),
    )
    .await;
    let (disabled, _) = scene.user("c.disabled", scene.acme, "user").await;
    app.set_disabled(&scene.root, disabled.id, true).await.ok();
    let (expired, _) = scene.user("d.expired", scene.acme, "user").await;
    let soon = app.deps.now().plus_seconds(60);
    app.edit(&scene.root, expired.id, json!({ "expires_at": soon }))
        .await
        .ok();
    let (deleted, _) = scene.user("e.deleted", scene.acme, "user").await;
    app.delete(&scene.root, deleted.id).await.ok();
    let (auditor, _) = scene.user("f.auditor", scene.acme, "auditor").await;
    app.clock.advance(60);
    let week = app.deps.now().plus_seconds(7 * DAY);
    app.edit(&scene.root, auditor.id, json!({ "expires_at": week }))
        .await
        .ok();
    let role = app.role(&scene.root, scene.acme, "auditor").await;
    for (query, expected) in [
        ("status=active", vec!["a.enrolled", "f.auditor", "root"]),
        ("status=invited", vec!["b.invited"]),
        ("status=disabled", vec!["c.disabled"]),
        ("status=expired", vec!["d.expired"]),
        ("status=deleted", vec!["e.deleted"]),
        ("two_factor=on", vec!["a.enrolled"]),
        ("two_factor=to_set_up", vec!["b.invited"]),
        (
            "two_factor=off",
            vec!["c.disabled", "d.expired", "f.auditor", "root"],
        ),
        (&format!("role={role}"), vec!["f.auditor"]),
        ("role=9000001", vec![]),
        ("expiring_within_days=6", vec![]),
        ("expiring_within_days=7", vec!["f.auditor"]),
        ("expiring_within_days=4294967295", vec!["f.auditor"]),
        ("not_signed_in_for_days=1", vec!["b.invited"]),
        (
            "status=active&two_factor=off&search=audit",
            vec!["f.auditor"],
        ),
        ("status=invited&two_factor=on", vec![]),
    ] {
        assert_eq!(listed(&scene, query).await, expected, "{query}");
    }
    app.clock.advance(2 * DAY);
    let quiet = scene.app.signed_in("root").await;
    let page = quiet
        .get("/api/v1/users?not_signed_in_for_days=2&two_factor=on")
        .await
        .ok()
        .json();
    assert_eq!(page["items"][0]["id"], json!(with_otp.id));
}

#[tokio::test]
async fn a_company_is_shown_alone_or_with_what_stands_below() {
    let scene = Siblings::start().await;
    let branch = scene
        .app
        .company(&scene.root, scene.acme, "customer", "Branch")
        .await
        .id;
    for (login_id, company) in [
        ("acme", scene.acme),
        ("beta", scene.beta),
        ("branch", branch),
    ] {
        scene.quiet(login_id, company).await;
    }
    for (query, expected) in [
        (format!("company={}", scene.acme), vec!["acme"]),
        (
            format!("company={}&subsidiaries=true", scene.acme),
            vec!["acme", "branch"],
        ),
        (
            format!("company={branch}&subsidiaries=true"),
            vec!["branch"],
        ),
        (format!("company={}", scene.operator), vec!["root"]),
        (
            format!("company={}&subsidiaries=true", scene.operator),
            vec!["acme", "beta", "branch", "root"],
        ),
        // Without a company it is the whole scope, whatever is said of subsidiaries.
        (
            "subsidiaries=false".to_owned(),
            vec!["acme", "beta", "branch", "root"],
        ),
    ] {
        assert_eq!(listed(&scene, &query).await, expected, "{query}");
    }
    scene
        .root
        .get("/api/v1/users?company=9000001")
        .await
        .status(404);
}

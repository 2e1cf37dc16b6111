//! Nobody acts on somebody with more rights than their own.

use app::UserId;
use reqwest::Method;
use serde_json::{Value, json};

use crate::util::{Answer, Client, Siblings};

/// Everything that can be done to a user, with the permission it needs.
fn deeds(
    id: UserId,
    version: i64,
    session: i64,
    fingerprint: &str,
) -> Vec<(Method, String, Value, i64)> {
    let path = format!("/api/v1/users/{id}");
    let deed = |method, tail: &str, body| (method, format!("{path}{tail}"), body, version);
    vec![
        deed(Method::PATCH, "", json!({ "first_name": "Changed" })),
        deed(Method::PATCH, "", json!({ "email": "mine@example.com" })),
        deed(Method::PATCH, "", json!({ "two_factor": "no" })),
        deed(Method::PATCH, "", json!({ "roles": [] })),
        deed(
            Method::PATCH,
            "",
            json!({ "expires_at": "2029-01-01T00:00:00Z" }),
        ),
        deed(
            Method::DELETE,
            &format!("?fingerprint={fingerprint}"),
            json!({ "fingerprint": fingerprint }),
        ),
        deed(Method::PUT, "/disabled", json!({ "disabled": true })),
        deed(Method::PUT, "/two-factor", json!({ "enabled": true })),
        deed(Method::PUT, "/two-factor", json!({ "enabled": false })),
        deed(Method::POST, "/two-factor/reset", json!({})),
        deed(Method::POST, "/unlock", json!({})),
        deed(Method::POST, "/invitations", json!({})),
        deed(Method::DELETE, "/sessions", json!({})),
        deed(Method::DELETE, &format!("/sessions/{session}"), json!({})),
    ]
}

async fn all_refused(scene: &Siblings, client: &Client, target: UserId, refusals: &[&str]) {
    let app = &scene.app;
    let version = app.shown(&scene.root, target).await.version;
    let session = format!("SELECT id FROM sessions WHERE user_id = {target}");
    let session = app.numbers(&session).await[0];
    let preview = scene
        .root
        .get(&format!("/api/v1/users/{target}/deletion"))
        .await
        .ok()
        .json();
    let before = app.rows().await;
    for (method, path, body, version) in deeds(
        target,
        version,
        session,
        preview["fingerprint"].as_str().unwrap(),
    ) {
        let tag = format!("\"{version}\"");
        let request = client
            .request(method.clone(), &path)
            .header("if-match", tag)
            .json(&body);
        let answer: Answer = client.send(request).await;
        let (status, refusal) = (answer.status.as_u16(), answer.refusal());
        assert!(
            status == 403 && refusals.contains(&refusal.as_str()),
            "{method} {path} {body}: {status} {refusal}"
        );
    }
    assert_eq!(app.rows().await, before);
}

#[tokio::test]
async fn a_help_desk_cannot_touch_a_company_administrator() {
    let scene = Siblings::start().await;
    let (_, desk) = scene.user("help.desk", scene.acme, "help_desk").await;
    let (admin, _) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    all_refused(&scene, &desk, admin.id, &["user.stronger", "not_allowed"]).await;
    // What a help desk does to others is refused for who it is done to, not for want of permission.
    let path = format!("/api/v1/users/{}", admin.id);
    for deed in ["/two-factor/reset", "/unlock", "/invitations"] {
        assert_eq!(
            desk.post(&format!("{path}{deed}"), json!({}))
                .await
                .refusal(),
            "user.stronger",
            "{deed}"
        );
    }
}

#[tokio::test]
async fn nor_can_it_touch_an_auditor_who_sees_what_it_does_not() {
    let scene = Siblings::start().await;
    let (_, desk) = scene.user("help.desk", scene.acme, "help_desk").await;
    let (auditor, _) = scene.user("audit.or", scene.acme, "auditor").await;
    all_refused(&scene, &desk, auditor.id, &["user.stronger", "not_allowed"]).await;
}

#[tokio::test]
async fn a_company_administrator_cannot_touch_an_operator_administrator_even_in_their_own_company()
{
    let scene = Siblings::start().await;
    let (_, admin) = scene
        .user("op.company", scene.operator, "company_administrator")
        .await;
    let (other, _) = scene
        .user("second.root", scene.operator, "operator_administrator")
        .await;
    all_refused(&scene, &admin, other.id, &["user.stronger"]).await;
}

#[tokio::test]
async fn an_administrator_cannot_touch_one_who_reaches_further() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (_, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let (wide, _) = scene
        .user("wide.admin", scene.acme, "company_administrator")
        .await;
    app.edit(
        &scene.root,
        wide.id,
        json!({ "related_companies": [scene.beta] }),
    )
    .await
    .ok();
    all_refused(&scene, &admin, wide.id, &["user.stronger"]).await;
    // Without any right somebody reaches nothing, wherever they are related to.
    let role = app.role(&scene.root, scene.acme, "user").await;
    app.edit(&scene.root, wide.id, json!({ "roles": [role] }))
        .await
        .ok();
    app.edit(&admin, wide.id, json!({ "first_name": "Changed" }))
        .await
        .ok();
}

#[tokio::test]
async fn somebody_stronger_stays_in_the_bin_as_they_were_put_there() {
    let scene = Siblings::start().await;
    let (_, admin) = scene
        .user("op.company", scene.operator, "company_administrator")
        .await;
    let (other, _) = scene
        .user("second.root", scene.operator, "operator_administrator")
        .await;
    scene.app.delete(&scene.root, other.id).await.ok();
    let before = scene.app.rows().await;
    let path = format!("/api/v1/users/{}", other.id);
    let restored = admin
        .post(&format!("{path}/restore"), json!({}))
        .await
        .status(403);
    assert_eq!(restored.refusal(), "user.stronger");
    let purged = admin
        .delete_plain(format!("{path}/purge"))
        .await
        .status(403);
    assert_eq!(purged.refusal(), "user.stronger");
    assert_eq!(scene.app.rows().await, before);
}

#[tokio::test]
async fn a_deletion_that_would_take_somebody_stronger_along_is_refused_whole() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (parent, deputy) = scene
        .user("deputy", scene.operator, "company_administrator")
        .await;
    let (child, _) = app.user(&deputy, "child", scene.operator, "user").await;
    let role = app
        .role(&scene.root, scene.operator, "operator_administrator")
        .await;
    app.edit(&scene.root, child.id, json!({ "roles": [role] }))
        .await
        .ok();
    let (_, admin) = scene
        .user("op.company", scene.operator, "company_administrator")
        .await;
    let before = app.rows().await;
    assert_eq!(
        app.delete(&admin, parent.id).await.status(403).refusal(),
        "user.stronger"
    );
    assert_eq!(app.rows().await, before);
}

#[tokio::test]
async fn nobody_does_to_themselves_what_would_lock_them_out_or_raise_them() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (me, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let branch = app
        .company(&admin, scene.acme, "customer", "Branch")
        .await
        .id;
    let role = app.role(&scene.root, scene.acme, "user").await;
    let before = app.rows().await;
    for change in [
        json!({ "roles": [role] }),
        json!({ "company": branch }),
        json!({ "related_companies": [branch] }),
        json!({ "expires_at": "2029-01-01T00:00:00Z" }),
        json!({ "two_factor": "no" }),
    ] {
        let answer = app.edit(&admin, me.id, change.clone()).await;
        assert_eq!(answer.status(409).refusal(), "user.oneself", "{change}");
    }
    let path = format!("/api/v1/users/{}", me.id);
    assert_eq!(
        app.set_disabled(&admin, me.id, true)
            .await
            .status(409)
            .refusal(),
        "user.oneself"
    );
    assert_eq!(
        app.delete(&admin, me.id).await.status(409).refusal(),
        "user.oneself"
    );
    // Weakening one's own second factor asks for more than a session that somebody left open.
    let off = admin
        .put(&format!("{path}/two-factor"), json!({ "enabled": false }))
        .await;
    assert_eq!(off.status(409).refusal(), "user.oneself");
    let reset = admin
        .post(&format!("{path}/two-factor/reset"), json!({}))
        .await;
    assert_eq!(reset.status(409).refusal(), "user.oneself");
    assert_eq!(app.rows().await, before);
}

//! What a token may do: a part of what its owner may, never more, on anything.

use app::roles::Permission;
use reqwest::Method;
use serde_json::json;

use super::{access, bearing, exchange, form, get, issue};
use crate::{http::operations, util::Siblings};

#[tokio::test]
async fn a_token_that_may_read_changes_nothing() {
    let scene = Siblings::start().await;
    let (hana, _) = scene.user("hana.sato", scene.acme, "user").await;
    let reads: Vec<&str> = Permission::ALL
        .iter()
        .map(|one| one.code())
        .filter(|code| code.ends_with(":read"))
        .collect();
    let issued = issue(&scene.root, json!({ "permissions": reads })).await;
    let token = access(&scene, &issued.secret).await;
    let before = scene.app.rows().await;
    let about = operations::About {
        user: hana.id,
        company: scene.acme,
        class: scene.class_of(scene.acme).await,
        token: scene.token_of(hana.id).await,
        ..operations::About::nothing()
    };
    let rows = scene.app.rows().await;
    assert_ne!(rows, before);
    let program = scene.app.program(&token);
    for operation in operations::operations() {
        if operation.writes() && !operation.open {
            let answer = operation.send(&program, &about).await;
            // Trying out and previews change nothing either.
            assert!(
                !answer.status.is_server_error(),
                "{operation:?} {}",
                answer.body
            );
        }
    }
    let after = scene.app.rows().await;
    let changed: Vec<_> = rows
        .iter()
        .filter(|(table, _)| !["tokens", "audit_events", "throttle"].contains(&table.as_str()))
        .collect();
    for (table, rows) in changed {
        assert_eq!(Some(rows), after.get(table), "{table}");
    }
}

#[tokio::test]
async fn a_scope_narrows_and_never_widens() {
    let scene = Siblings::start().await;
    let issued = issue(
        &scene.root,
        json!({ "permissions": ["users:read", "audit:read"] }),
    )
    .await;
    let program = scene.app.client();
    let answer = exchange(&program, &issued.secret).await.ok().json();
    assert_eq!(answer["scope"], "users:read audit:read");
    let narrow = |scope| {
        let fields = [
            ("grant_type", "refresh_token"),
            ("refresh_token", issued.secret.as_str()),
            ("scope", scope),
        ];
        let program = &program;
        async move { form(program, "/oauth/token", &fields).await }
    };
    let answer = narrow("audit:read").await.ok().json();
    assert_eq!(answer["scope"], "audit:read");
    let token = answer["access_token"].as_str().unwrap();
    get(&scene, token, "/api/v1/audit-events").await.ok();
    get(&scene, token, "/api/v1/users").await.status(403);
    assert_eq!(
        narrow("mail:read").await.status(400).json()["error"],
        "invalid_scope"
    );
    assert_eq!(
        narrow("audit:read mail:read").await.status(400).json()["error"],
        "invalid_scope"
    );
}

#[tokio::test]
async fn a_token_reaches_nobody_who_may_more_than_it() {
    let scene = Siblings::start().await;
    let (auditor, _) = scene.user("audit.or", scene.acme, "auditor").await;
    let (plain, _) = scene.user("hana.sato", scene.acme, "user").await;
    let issued = issue(
        &scene.root,
        json!({ "permissions": ["users:read", "users:update"] }),
    )
    .await;
    let token = access(&scene, &issued.secret).await;
    let disable = |user| {
        let path = format!("/api/v1/users/{user}/disabled");
        let (scene, token) = (&scene, &token);
        async move {
            bearing(
                scene,
                token,
                Method::PUT,
                &path,
                json!({ "disabled": true }),
            )
            .await
        }
    };
    assert_eq!(
        disable(auditor.id).await.status(403).refusal(),
        "user.stronger"
    );
    disable(plain.id).await.ok();
}

#[tokio::test]
async fn nobody_is_given_by_a_token_what_it_does_not_have() {
    let scene = Siblings::start().await;
    let (hana, _) = scene.user("hana.sato", scene.acme, "user").await;
    let permissions = ["users:read", "roles:read", "roles:assign"];
    let issued = issue(&scene.root, json!({ "permissions": permissions })).await;
    let token = access(&scene, &issued.secret).await;
    let program = scene.app.program(&token);
    let path = format!("/api/v1/users/{}/permissions", hana.id);
    for (grant, status) in [("mail:read", 422), ("users:read", 200)] {
        let version = scene.app.shown(&scene.root, hana.id).await.version;
        let change = json!({ "grants": { "web": [grant], "app": [], "api": [] } });
        program.put_at(&path, version, change).await.status(status);
    }
}

#[tokio::test]
async fn introspection_tells_only_whoever_may_see() {
    let scene = Siblings::start().await;
    let (hana, client) = scene.user("hana.sato", scene.acme, "auditor").await;
    let (_, colleague) = scene.user("ken.tanaka", scene.acme, "user").await;
    let (_, other) = scene
        .user("beta.admin", scene.beta, "company_administrator")
        .await;
    let issued = issue(&client, json!({ "permissions": ["users:read"] })).await;
    let token = access(&scene, &issued.secret).await;
    let look = |who: &crate::util::Client, token: &str| {
        let request = who
            .request(Method::POST, "/oauth/introspect")
            .header("content-type", "application/x-www-form-urlencoded");
        request.body(format!("token={token}"))
    };
    for who in [&client, &scene.root] {
        for (presented, kind) in [(&token, "Bearer"), (&issued.secret, "refresh_token")] {
            let answer = who.send(look(who, presented)).await.ok().json();
            assert_eq!(answer["active"], true);
            assert_eq!(
                (&answer["username"], &answer["token_type"]),
                (&json!("hana.sato"), &json!(kind))
            );
            assert_eq!(
                (&answer["scope"], &answer["sub"]),
                (&json!("users:read"), &json!(hana.id.to_string()))
            );
            assert!(answer["exp"].is_i64());
        }
        let answer = who.send(look(who, "nothing")).await.ok();
        assert_eq!(answer.json(), json!({ "active": false }));
    }
    for who in [&colleague, &other] {
        for presented in [&token, &issued.secret] {
            let answer = who.send(look(who, presented)).await.ok();
            assert_eq!(answer.json(), json!({ "active": false }));
        }
    }
    let nobody = scene.app.client();
    nobody.send(look(&nobody, &token)).await.status(401);
    scene
        .app
        .set_disabled(&scene.root, hana.id, true)
        .await
        .ok();
    for presented in [&token, &issued.secret] {
        let answer = scene.root.send(look(&scene.root, presented)).await.ok();
        assert_eq!(answer.json(), json!({ "active": false }));
    }
}

//! An event and what it tells of happen together or not at all.

use app::{UserId, sign_in::FlowView};
use reqwest::Method;
use serde_json::{Value, json};

use crate::util::{PASSWORD, Siblings};

#[tokio::test]
async fn what_cannot_be_noted_is_not_done() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, _, authenticator, codes) = app
        .user_with_authenticator(&scene.root, "hana.sato", scene.acme)
        .await;
    let (gone, _) = scene.user("gone", scene.acme, "user").await;
    app.delete(&scene.root, gone.id).await.ok();
    app.invite(&scene.root, "invited", scene.acme, json!({}))
        .await;
    let token = app.mail("invited@example.com", "Acceptance").await.token();
    let invited = app.client();
    let link_flow = invited.open_link(&token).await.flow.unwrap();
    let client = app.client();
    let flow: FlowView = client.sign_in("hana.sato", PASSWORD).await.ok().read();
    let flow = flow.flow.unwrap();

    let version = |id: UserId| format!("SELECT version FROM users WHERE id = {id}");
    let version = app.numbers(&version(user.id)).await[0];
    let preview = scene
        .root
        .get(&format!("/api/v1/users/{}/deletion", user.id))
        .await
        .ok()
        .json();
    let fingerprint = preview["fingerprint"].as_str().unwrap().to_owned();
    let users = format!("/api/v1/users/{}", user.id);
    let bin = format!("/api/v1/users/{}", gone.id);
    let company = format!("/api/v1/companies/{}", scene.beta);
    let draft = json!({
        "login_id": "new.one", "email": "new.one@example.com", "first_name": "New", "last_name": "One",
        "company": scene.acme,
    });
    let deeds: Vec<(Method, String, Value)> = vec![
        (Method::POST, "/api/v1/users".into(), draft),
        (
            Method::PATCH,
            users.clone(),
            json!({ "first_name": "Changed", "company": scene.beta }),
        ),
        (Method::PATCH, users.clone(), json!({ "two_factor": "no" })),
        (
            Method::PUT,
            format!("{users}/disabled"),
            json!({ "disabled": true }),
        ),
        (
            Method::PUT,
            format!("{users}/two-factor"),
            json!({ "enabled": false }),
        ),
        (Method::POST, format!("{users}/two-factor/reset"), json!({})),
        (Method::POST, format!("{users}/unlock"), json!({})),
        (Method::POST, format!("{users}/invitations"), json!({})),
        (Method::DELETE, format!("{users}/sessions"), json!({})),
        (
            Method::DELETE,
            format!("{users}?fingerprint={fingerprint}"),
            json!({ "fingerprint": fingerprint }),
        ),
        (Method::POST, format!("{bin}/restore"), json!({})),
        (Method::DELETE, format!("{bin}/purge"), json!({})),
        (
            Method::POST,
            "/api/v1/companies".into(),
            json!({ "name": "New", "kind": "customer", "parent": scene.acme }),
        ),
        (
            Method::PATCH,
            company.clone(),
            json!({ "name": "Changed", "parent": scene.acme }),
        ),
        (Method::DELETE, company, json!({})),
        (Method::POST, "/api/v1/logout".into(), json!({})),
        (
            Method::POST,
            "/api/v1/login/forgotten-password".into(),
            json!({ "login_id": "gone" }),
        ),
        (
            Method::POST,
            "/api/v1/login/forgotten-password".into(),
            json!({ "login_id": "hana.sato" }),
        ),
    ];
    let before = app.rows().await;
    app.sql("ALTER TABLE audit_events RENAME TO audit_events_away")
        .await;
    for (method, path, body) in deeds {
        let version = if path.contains("companies") {
            1
        } else {
            version
        };
        let request = scene
            .root
            .request(method.clone(), &path)
            .header("if-match", format!("\"{version}\""));
        let answer = scene.root.send(request.json(&body)).await;
        assert_eq!(
            answer.status.as_u16(),
            503,
            "{method} {path}: {}",
            answer.body
        );
        assert_eq!(answer.refusal(), "unavailable");
    }
    for proof in [
        json!({ "step": "code", "code": authenticator.code(app.deps.now()) }),
        json!({ "step": "recovery_code", "code": codes[0] }),
    ] {
        client.prove(&flow, proof).await.status(503);
    }
    let password = json!({ "step": "new_password", "password": PASSWORD });
    invited
        .prove(&link_flow, password.clone())
        .await
        .status(503);
    let nobody_in = client.sign_in("root", PASSWORD).await.status(503);
    assert_eq!(nobody_in.session_cookie(), None);
    app.sql("ALTER TABLE audit_events_away RENAME TO audit_events")
        .await;

    let mut after = app.rows().await;
    // The tries of the flow are charged before they are looked at, and sign-in flows opened meanwhile are left.
    after.insert("login_flows".into(), before["login_flows"].clone());
    assert_eq!(after, before);
    invited.prove(&link_flow, password).await.ok();
    client
        .prove(&flow, json!({ "step": "recovery_code", "code": codes[0] }))
        .await
        .ok();
}

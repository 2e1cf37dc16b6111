//! No secret of the whole story is in the trail, and what changed is told by its names.

use app::sign_in::{FlowView, Step};
use serde_json::json;

use super::Trail;
use crate::util::{Authenticator, PASSWORD, Siblings};

#[tokio::test]
async fn no_secret_of_the_whole_story_is_in_the_trail() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let mut secrets = vec![PASSWORD.to_owned(), "typed by mistake".to_owned()];
    let hana = app
        .invite(
            &scene.root,
            "hana.sato",
            scene.acme,
            json!({ "otp_configured": true }),
        )
        .await;
    let token = app
        .mail("hana.sato@example.com", "Acceptance")
        .await
        .token();
    secrets.push(token.clone());
    let client = app.client();
    let view = client.open_link(&token).await;
    let flow = view.flow.unwrap();
    secrets.push(flow.clone());
    let Step::Enrol(shown) = view.step else {
        panic!("no QR code")
    };
    secrets.extend([shown.key.clone(), shown.key.replace(' ', "")]);
    let authenticator = Authenticator::with_key(&shown.key);
    let code = authenticator.code(app.deps.now());
    let proof = json!({ "step": "enrol", "code": code });
    let view: FlowView = client.prove(&flow, proof).await.ok().read();
    let Step::KeepRecoveryCodes { codes } = view.step else {
        panic!("no codes")
    };
    client
        .prove(&flow, json!({ "step": "kept_recovery_codes" }))
        .await
        .ok();
    let password = json!({ "step": "new_password", "password": PASSWORD });
    let signed_in = client.prove(&flow, password).await.ok();
    let cookie = signed_in.session_cookie().unwrap();
    secrets.push(cookie.split_once('=').unwrap().1.to_owned());
    let again = app.client();
    again
        .sign_in("hana.sato", "typed by mistake")
        .await
        .status(401);
    let view: FlowView = again.sign_in("hana.sato", PASSWORD).await.ok().read();
    let flow = view.flow.unwrap();
    again
        .prove(&flow, json!({ "step": "code", "code": code }))
        .await
        .status(422);
    again
        .prove(&flow, json!({ "step": "recovery_code", "code": codes[0] }))
        .await
        .ok();
    secrets.push(flow);
    secrets.push(code);
    secrets.extend(codes);
    let forgotten = json!({ "login_id": "hana.sato" });
    app.client()
        .post("/api/v1/login/forgotten-password", forgotten)
        .await
        .ok();
    secrets.push(app.mail("hana.sato@example.com", "password").await.token());
    let reset = format!("/api/v1/users/{}/two-factor/reset", hana.id);
    scene.root.post(&reset, json!({})).await.ok();

    let trail = app.rows().await["audit_events"].join("\n");
    assert!(trail.contains("two_factor.reset") && trail.contains("recovery_code.used"));
    // A mark is random letters, in which six digits may stand by chance.
    let marks = app.texts("SELECT mark FROM audit_events").await;
    let trail = marks
        .iter()
        .fold(trail, |trail, mark| trail.replace(mark, ""));
    for secret in secrets {
        let hidden = secret.len() > 6 && trail.contains(&secret);
        let quoted = trail.contains(&format!("\"{secret}\""));
        assert!(!hidden && !quoted, "{secret} in {trail}");
    }
}

/// What was noted of the last thing done: field, before, after.
async fn changes(trail: &mut Trail<'_>) -> Vec<(String, String, String)> {
    let events = trail.new_events().await;
    let mut changes = Vec::new();
    for detail in events.into_iter().flat_map(|event| event.details) {
        let text = |text: Option<String>| text.unwrap_or_default();
        changes.push((detail.field, text(detail.before), text(detail.after)));
    }
    changes
}

fn change(field: &str, before: &str, after: &str) -> (String, String, String) {
    (field.into(), before.into(), after.into())
}

#[tokio::test]
async fn before_and_after_are_told_by_the_names_of_that_time() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let hana = scene.quiet("hana.sato", scene.acme).await;
    let roles = [
        app.role(&scene.root, scene.acme, "auditor").await,
        app.role(&scene.root, scene.acme, "help_desk").await,
    ];
    let mut trail = Trail::from_now(&scene.root).await;
    let edit = async |edit: serde_json::Value| {
        app.edit(&scene.root, hana.id, edit).await.ok();
    };
    edit(json!({ "roles": roles })).await;
    assert_eq!(
        changes(&mut trail).await,
        [change("roles", "user", "help_desk, auditor")]
    );
    edit(json!({ "related_companies": [scene.beta] })).await;
    assert_eq!(
        changes(&mut trail).await,
        [change("related_companies", "", "Beta")]
    );
    edit(json!({ "company": scene.beta, "email": "new@example.com" })).await;
    assert_eq!(
        changes(&mut trail).await,
        [
            change("company", "Acme", "Beta"),
            change("email", "hana.sato@example.com", "new@example.com"),
        ]
    );
    app.set_disabled(&scene.root, hana.id, true).await.ok();
    assert_eq!(
        changes(&mut trail).await,
        [
            change("disabled", "false", "true"),
            change("sessions_ended", "", "0")
        ]
    );
    let branch = app
        .company(&scene.root, scene.acme, "customer", "Branch")
        .await;
    assert_eq!(
        changes(&mut trail).await,
        [
            change("name", "", "Branch"),
            change("kind", "", "customer"),
            change("parent", "", "Acme"),
        ]
    );
    let path = format!("/api/v1/companies/{}", branch.id);
    let other = json!({ "name": "Other", "parent": scene.beta });
    scene.root.patch(&path, 1, other).await.ok();
    assert_eq!(
        changes(&mut trail).await,
        [
            change("name", "Branch", "Other"),
            change("parent", "Acme", "Beta")
        ]
    );
}

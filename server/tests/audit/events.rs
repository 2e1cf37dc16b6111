//! Each action that concerns security leaves exactly one event; what is refused leaves none of it.

use app::{audit::AuditOrigin, sign_in::FlowView};
use serde_json::json;

use super::Trail;
use crate::util::{Authenticator, PASSWORD, Siblings};

#[tokio::test]
async fn what_an_administrator_does_to_a_user_is_noted_once_each() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let mut trail = Trail::from_now(&scene.root).await;
    let user = app
        .invite(&scene.root, "hana.sato", scene.acme, json!({}))
        .await;
    assert_eq!(trail.since().await, ["user.created", "credentials.issued"]);
    let path = format!("/api/v1/users/{}", user.id);
    let post = async |deed: &str| {
        scene
            .root
            .post(&format!("{path}{deed}"), json!({}))
            .await
            .ok()
    };
    let tfa = async |on: bool| {
        scene
            .root
            .put(&format!("{path}/two-factor"), json!({ "enabled": on }))
            .await
            .ok()
    };
    let role = app.role(&scene.root, scene.acme, "auditor").await;
    post("/invitations").await;
    assert_eq!(trail.since().await, ["credentials.issued"]);
    app.edit(
        &scene.root,
        user.id,
        json!({ "first_name": "Hanako", "roles": [role] }),
    )
    .await
    .ok();
    assert_eq!(trail.since().await, ["user.changed"]);
    app.edit(&scene.root, user.id, json!({ "first_name": "Hanako" }))
        .await
        .ok();
    assert_eq!(trail.since().await, [""; 0], "nothing was changed");
    app.edit(&scene.root, user.id, json!({ "two_factor": "yes" }))
        .await
        .ok();
    assert_eq!(trail.since().await, ["two_factor.enabled"]);
    tfa(true).await;
    assert_eq!(trail.since().await, [""; 0], "it was on already");
    tfa(false).await;
    assert_eq!(trail.since().await, ["two_factor.disabled"]);
    post("/two-factor/reset").await;
    assert_eq!(trail.since().await, ["two_factor.reset"]);
    post("/password").await;
    assert_eq!(trail.since().await, ["password.generated"]);
    post("/unlock").await;
    assert_eq!(trail.since().await, ["user.unlocked"]);
    app.set_disabled(&scene.root, user.id, true).await.ok();
    assert_eq!(trail.since().await, ["user.disabled"]);
    app.set_disabled(&scene.root, user.id, true).await.ok();
    assert_eq!(trail.since().await, [""; 0], "they were disabled already");
    app.set_disabled(&scene.root, user.id, false).await.ok();
    assert_eq!(trail.since().await, ["user.enabled"]);
    scene
        .root
        .delete_plain(format!("{path}/sessions"))
        .await
        .ok();
    assert_eq!(trail.since().await, ["session.ended"]);
    app.delete(&scene.root, user.id).await.ok();
    assert_eq!(trail.since().await, ["user.deleted"]);
    post("/restore").await;
    assert_eq!(trail.since().await, ["user.restored"]);
    app.delete(&scene.root, user.id).await.ok();
    scene.root.delete_plain(format!("{path}/purge")).await.ok();
    assert_eq!(trail.since().await, ["user.deleted", "user.purged"]);
}

#[tokio::test]
async fn what_is_done_to_a_company_is_noted_once_each() {
    let scene = Siblings::start().await;
    let mut trail = Trail::from_now(&scene.root).await;
    let branch = scene
        .app
        .company(&scene.root, scene.acme, "customer", "Branch")
        .await;
    assert_eq!(trail.since().await, ["company.created"]);
    let path = format!("/api/v1/companies/{}", branch.id);
    scene
        .root
        .patch(&path, 1, json!({ "name": "Other", "parent": scene.beta }))
        .await
        .ok();
    assert_eq!(trail.since().await, ["company.changed"]);
    scene.root.delete(&path, 2).await.ok();
    assert_eq!(trail.since().await, ["company.deleted"]);
}

#[tokio::test]
async fn getting_in_and_out_is_noted_once_each() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let mut trail = Trail::from_now(&scene.root).await;
    app.invite(
        &scene.root,
        "hana.sato",
        scene.acme,
        json!({ "otp_configured": true }),
    )
    .await;
    trail.since().await;
    let token = app
        .mail("hana.sato@example.com", "Acceptance")
        .await
        .token();
    let client = app.client();
    let view = client.open_link(&token).await;
    assert_eq!(trail.since().await, [""; 0]);
    let app::sign_in::Step::Enrol(shown) = view.step else {
        panic!("no QR code")
    };
    let flow = view.flow.unwrap();
    client
        .prove(&flow, json!({ "step": "enrol", "code": "000000" }))
        .await
        .status(422);
    assert_eq!(trail.since().await, ["-second_factor.failed"]);
    let authenticator = Authenticator::with_key(&shown.key);
    let code = authenticator.code(app.deps.now());
    let view: FlowView = client
        .prove(&flow, json!({ "step": "enrol", "code": code }))
        .await
        .ok()
        .read();
    assert_eq!(trail.since().await, ["authenticator.bound"]);
    let app::sign_in::Step::KeepRecoveryCodes { codes } = view.step else {
        panic!("no codes")
    };
    client
        .prove(&flow, json!({ "step": "kept_recovery_codes" }))
        .await
        .ok();
    client
        .prove(
            &flow,
            json!({ "step": "new_password", "password": PASSWORD }),
        )
        .await
        .ok();
    assert_eq!(trail.since().await, ["invitation.accepted", "sign_in.done"]);
    client.post("/api/v1/logout", json!({})).await.ok();
    client.post("/api/v1/logout", json!({})).await.ok();
    assert_eq!(trail.since().await, ["sign_in.ended"]);
    client
        .sign_in("hana.sato", "not the password at all")
        .await
        .status(401);
    client.sign_in("nobody.here", PASSWORD).await.status(401);
    assert_eq!(trail.since().await, ["-sign_in.failed", "-sign_in.failed"]);
    let view: FlowView = client.sign_in("hana.sato", PASSWORD).await.ok().read();
    assert_eq!(
        trail.since().await,
        [""; 0],
        "the second factor is still owed"
    );
    let proof = json!({ "step": "recovery_code", "code": codes[0] });
    client.prove(&view.flow.unwrap(), proof).await.ok();
    assert_eq!(trail.since().await, ["recovery_code.used", "sign_in.done"]);
    for login_id in ["hana.sato", "nobody.here"] {
        client
            .post(
                "/api/v1/login/forgotten-password",
                json!({ "login_id": login_id }),
            )
            .await
            .ok();
    }
    assert_eq!(
        trail.since().await,
        ["password.forgotten", "-password.forgotten"]
    );
    client
        .post("/api/v1/links/ask", json!({ "token": token }))
        .await
        .ok();
    assert_eq!(trail.since().await, ["invitation.asked"]);
}

#[tokio::test]
async fn what_is_refused_is_not_noted_as_done() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, client) = scene.user("hana.sato", scene.acme, "user").await;
    let root = app.id_of(&scene.root, "root").await;
    let mut trail = Trail::from_now(&scene.root).await;
    let path = format!("/api/v1/users/{}", user.id);
    scene
        .root
        .patch(&path, 999, json!({ "first_name": "Hanako" }))
        .await
        .status(412);
    app.edit(&scene.root, user.id, json!({ "email": "x" }))
        .await
        .status(422);
    app.set_disabled(&scene.root, root, true).await.status(409);
    scene
        .root
        .delete_plain(format!("{path}/purge"))
        .await
        .status(409);
    scene
        .root
        .delete(&format!("{path}?fingerprint=x"), 999)
        .await
        .status(412);
    scene
        .root
        .delete(&format!("/api/v1/companies/{}", scene.acme), 1)
        .await
        .status(409);
    client.get("/api/v1/users").await.status(403);
    assert_eq!(trail.since().await, [""; 0]);
}

#[tokio::test]
async fn an_event_without_an_actor_says_whose_doing_it_was() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    scene.user("hana.sato", scene.acme, "user").await;
    let mut trail = Trail::from_now(&scene.root).await;
    app.client()
        .sign_in("hana.sato", "not the password")
        .await
        .status(401);
    let login_id = app::users::LoginId::parse("hana.sato").unwrap();
    server::users::service::reset_by_operator(&app.deps, &login_id)
        .await
        .unwrap();
    let origins: Vec<_> = trail
        .new_events()
        .await
        .into_iter()
        .map(|event| (event.actor, event.origin))
        .collect();
    assert_eq!(
        origins,
        [
            (None, AuditOrigin::Request),
            (None, AuditOrigin::CommandLine)
        ]
    );
}

#[tokio::test]
async fn an_event_says_who_whom_whence_and_what_and_never_a_secret() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let mut trail = Trail::from_now(&scene.root).await;
    let request = scene
        .root
        .request(
            reqwest::Method::PATCH,
            &format!("/api/v1/users/{}", user.id),
        )
        .header(
            "if-match",
            format!("\"{}\"", app.shown(&scene.root, user.id).await.version),
        )
        .header("x-forwarded-for", "198.51.100.7")
        .json(&json!({ "first_name": "Hanako" }));
    let answer = scene.root.send(request).await.ok();
    let event = trail.new_events().await.pop().unwrap();
    assert_eq!(event.actor.unwrap().login_id, "root");
    assert_eq!(event.subject.unwrap().id, user.id);
    assert_eq!(event.company.unwrap().id, scene.acme);
    assert_eq!(event.address, "198.51.100.7");
    assert_eq!(
        event.request_id,
        answer.headers["x-request-id"].to_str().unwrap()
    );
    assert_eq!(event.at, app.deps.now());
    let details: Vec<_> = event
        .details
        .iter()
        .map(|detail| (detail.field.as_str(), detail.after.as_deref()))
        .collect();
    assert_eq!(details, [("first_name", Some("Hanako"))]);
    // Whatever was typed as a password is nowhere in the trail.
    app.client()
        .sign_in("hana.sato", "typed by mistake")
        .await
        .status(401);
    let trail = app
        .texts("SELECT details FROM audit_events")
        .await
        .join("\n");
    assert!(
        !trail.contains("typed by mistake") && !trail.contains(PASSWORD),
        "{trail}"
    );
}

//! Every operation and every call of the pages is closed to whoever may not.

use app::{
    CompanyId,
    sessions::Session,
    sign_in::{FlowView, Step},
    users::User,
};
use serde_json::json;

use super::calls::{OPEN_CALLS, calls};
use super::operations::{About, Operation, operations};
use super::own::is_about_oneself;
use crate::util::{Client, PASSWORD, Siblings};

/// The operations that need no session, and nothing else is open to the world.
const OPEN: [&str; 19] = [
    "beginLogin",
    "getLogin",
    "proveLogin",
    "abandonLogin",
    "forgottenPassword",
    "getSetUp",
    "setUp",
    "lookAtLink",
    "askForNewLink",
    "lookAtEmailLink",
    "useEmailLink",
    // Without a session there is nothing to end.
    "logout",
    "endThisSession",
    "openApiSession",
    // Whoever has a token may exchange and revoke it.
    "exchangeToken",
    "revokeToken",
    "getServerMetadata",
    "getOpenidConfiguration",
    "getKeySet",
];

/// Everything about a user and a company, as who may see it knows it.
async fn about(scene: &Siblings, user: &User, company: CompanyId) -> About {
    let root = &scene.root;
    let path = format!("/api/v1/users/{}", user.id);
    let sessions: Vec<Session> = root.get(&format!("{path}/sessions")).await.ok().read();
    let preview = root.get(&format!("{path}/deletion")).await.ok().json();
    let mails = format!(
        "SELECT id FROM mails WHERE user_id = {} ORDER BY id DESC",
        user.id
    );
    let events = format!(
        "SELECT MAX(id) FROM audit_events WHERE subject_id = {}",
        user.id
    );
    About {
        user: user.id,
        user_version: scene.app.shown(root, user.id).await.version,
        fingerprint: preview["fingerprint"].as_str().unwrap().to_owned(),
        company,
        company_version: root
            .get(&format!("/api/v1/companies/{company}"))
            .await
            .ok()
            .json()["version"]
            .as_i64()
            .unwrap(),
        session: sessions.first().expect("a session").id,
        mail: app::MailId(scene.app.numbers(&mails).await[0]),
        event: app::AuditEventId(scene.app.numbers(&events).await[0]),
        role: app::RoleId(
            scene
                .custom_role(company, "Nobody’s", &["users:read"])
                .await,
        ),
        class: scene.class_of(company).await,
        job: scene.job_of_root().await,
        token: scene.token_of(user.id).await,
    }
}

fn closed() -> Vec<Operation> {
    operations()
        .into_iter()
        .filter(|operation| !OPEN.contains(&operation.id.as_str()))
        .collect()
}

/// Asks for everything that needs a session; each answer must be that nobody is signed in.
async fn is_nobody(client: &Client, about: &About) {
    for operation in closed() {
        let answer = operation.send(client, about).await;
        assert_eq!(
            (answer.status.as_u16(), answer.refusal().as_str()),
            (401, "not_signed_in"),
            "{operation:?}"
        );
    }
    for (path, body) in calls(about) {
        if !OPEN_CALLS.contains(&path) {
            let answer = client.post(path, body).await;
            assert_eq!(
                (answer.status.as_u16(), answer.refusal().as_str()),
                (401, "not_signed_in"),
                "{path}"
            );
        }
    }
}

#[test]
fn the_document_says_of_exactly_these_operations_that_they_are_open() {
    let mut said: Vec<String> = operations()
        .into_iter()
        .filter(|operation| operation.open)
        .map(|operation| operation.id)
        .collect();
    said.sort_unstable();
    let mut open = OPEN;
    open.sort_unstable();
    assert_eq!(said, open);
}

#[tokio::test]
async fn to_nobody_everything_else_is_closed() {
    let scene = Siblings::start().await;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let about = about(&scene, &user, scene.acme).await;
    let before = scene.app.rows().await;
    is_nobody(&scene.app.client(), &about).await;
    assert_eq!(scene.app.rows().await, before);
}

#[tokio::test]
async fn to_who_still_owes_the_second_factor_everything_else_is_closed() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, client, ..) = app
        .user_with_authenticator(&scene.root, "hana.sato", scene.operator)
        .await;
    let role = app
        .role(&scene.root, scene.operator, "operator_administrator")
        .await;
    app.edit(&scene.root, user.id, json!({ "roles": [role] }))
        .await
        .ok();
    let about = about(&scene, &user, scene.acme).await;
    client.post("/api/v1/logout", json!({})).await.ok();
    let flow: FlowView = client.sign_in("hana.sato", PASSWORD).await.ok().read();
    assert_eq!(flow.step, Step::SecondFactor);
    let before = app.rows().await;
    is_nobody(&client, &about).await;
    // The flow's secret is no session, wherever it is put.
    let bearer = app.client();
    let cookie = format!("doorward-session={}", flow.flow.unwrap());
    let request = bearer
        .request(reqwest::Method::GET, "/api/v1/me")
        .header("cookie", cookie);
    bearer.send(request).await.status(401);
    assert_eq!(app.rows().await, before);
}

#[tokio::test]
async fn to_a_user_without_rights_everything_about_others_is_closed() {
    let scene = Siblings::start().await;
    let (hana, _) = scene.user("hana.sato", scene.acme, "user").await;
    let (_, colleague) = scene.user("colle.ague", scene.acme, "user").await;
    let about = about(&scene, &hana, scene.acme).await;
    let before = scene.app.rows().await;
    let about_others = |operation: &&Operation| !operation.is_about_oneself();
    for operation in closed().iter().filter(about_others) {
        let answer = operation.send(&colleague, &about).await;
        assert_eq!(
            (answer.status.as_u16(), answer.refusal().as_str()),
            (403, "not_allowed"),
            "{operation:?}"
        );
    }
    for (path, body) in calls(&about) {
        if !OPEN_CALLS.contains(&path) && !is_about_oneself(path) {
            let answer = colleague.post(path, body).await;
            assert_eq!(
                (answer.status.as_u16(), answer.refusal().as_str()),
                (403, "not_allowed"),
                "{path}"
            );
        }
    }
    assert_eq!(scene.app.rows().await, before);
}

#[tokio::test]
async fn an_auditor_sees_everything_and_changes_nothing() {
    let scene = Siblings::start().await;
    let (hana, _) = scene.user("hana.sato", scene.acme, "user").await;
    let (_, auditor) = scene.user("audit.or", scene.operator, "auditor").await;
    let about = about(&scene, &hana, scene.acme).await;
    let before = scene.app.rows().await;
    let of_others = |operation: &Operation| !(operation.is_about_oneself() && operation.writes());
    for operation in closed().into_iter().filter(of_others) {
        let answer = operation.send(&auditor, &about).await;
        if operation.is_about_ones_own() {
            answer.status(404);
            continue;
        }
        let prepares = operation.id.starts_with("preview") || operation.id == "getApiTokenChoice";
        match operation.writes() || prepares {
            true => assert_eq!(
                (answer.status.as_u16(), answer.refusal().as_str()),
                (403, "not_allowed"),
                "{operation:?}"
            ),
            false => assert!(answer.status.is_success(), "{operation:?}: {}", answer.body),
        }
    }
    scene.app.forget_exports().await;
    assert_eq!(scene.app.rows().await, before);
}

#[tokio::test]
async fn what_is_open_to_the_world_tells_and_changes_nothing_without_a_secret() {
    let scene = Siblings::start().await;
    scene.user("hana.sato", scene.acme, "user").await;
    let stranger = scene.app.client();
    let before = scene.app.rows().await;
    for operation in operations().iter().filter(|operation| operation.open) {
        let answer = operation.send(&stranger, &About::nothing()).await;
        let harmless = [
            "getSetUp",
            "forgottenPassword",
            "abandonLogin",
            "logout",
            "endThisSession",
            // What is not known is as good as revoked.
            "revokeToken",
            "getServerMetadata",
            "getOpenidConfiguration",
            "getKeySet",
        ]
        .contains(&operation.id.as_str());
        assert_eq!(
            answer.status.is_success(),
            harmless,
            "{operation:?}: {}",
            answer.body
        );
        assert_eq!(answer.session_cookie(), None, "{operation:?}");
    }
    let mut after = scene.app.rows().await;
    let noted = after
        .insert("audit_events".into(), before["audit_events"].clone())
        .unwrap();
    assert_eq!(after, before);
    // Of a forgotten password and of an API session it is noted that somebody asked.
    assert_eq!(noted.len(), before["audit_events"].len() + 2);
}

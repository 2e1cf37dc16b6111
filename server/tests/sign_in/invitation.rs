//! Accepting an invitation.

use app::sign_in::{FlowView, Step};
use reqwest::Method;
use serde_json::json;

use crate::util::{PASSWORD, TestApp};

#[tokio::test]
async fn an_invited_user_chooses_a_password_and_is_signed_in() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let company = app.root_company(&operator).await;
    let (user, client) = app.user(&operator, "hana.sato", company, "user").await;
    let me = client.get("/api/v1/me").await.ok().json();
    assert_eq!(me["login_id"], user.login_id);
    client.post("/api/v1/logout", json!({})).await.ok();
    client.get("/api/v1/me").await.status(401);
    client.sign_in("Hana.Sato", PASSWORD).await.ok();
    client.get("/api/v1/me").await.ok();
}

#[tokio::test]
async fn looking_at_a_link_spends_nothing() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let company = app.root_company(&operator).await;
    app.invite(&operator, "hana.sato", company, json!({})).await;
    let token = app
        .mail("hana.sato@example.com", "Acceptance")
        .await
        .token();
    let scanner = app.client();
    for _ in 0..3 {
        scanner
            .send(
                scanner
                    .request(Method::GET, "/invitation")
                    .header("accept", "text/html"),
            )
            .await;
        scanner
            .post("/api/v1/links/look", json!({ "token": token }))
            .await
            .ok();
        scanner.open_link(&token).await;
    }
    let client = app.client();
    let flow = client.open_link(&token).await.flow.unwrap();
    let proof = json!({ "step": "new_password", "password": PASSWORD });
    let view: FlowView = client.prove(&flow, proof).await.ok().read();
    assert_eq!(view.step, Step::SignedIn);
}

#[tokio::test]
async fn of_32_parallel_uses_of_one_invitation_exactly_one_wins() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let company = app.root_company(&operator).await;
    app.invite(&operator, "hana.sato", company, json!({})).await;
    let token = app
        .mail("hana.sato@example.com", "Acceptance")
        .await
        .token();
    let mut flows = Vec::new();
    for _ in 0..32 {
        let client = app.client();
        let flow = client.open_link(&token).await.flow.unwrap();
        flows.push((client, flow));
    }
    let mut uses = Vec::new();
    for (number, (client, flow)) in flows.into_iter().enumerate() {
        uses.push(tokio::spawn(async move {
            let password = format!("walnut ferry october {number}");
            let proof = json!({ "step": "new_password", "password": password });
            client.prove(&flow, proof).await.status.as_u16()
        }));
    }
    let mut won = 0;
    for attempt in uses {
        match attempt.await.unwrap() {
            200 => won += 1,
            status => assert!((400..500).contains(&status), "{status}"),
        }
    }
    assert_eq!(won, 1);
}

#[tokio::test]
async fn a_newer_invitation_voids_the_older_link() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let company = app.root_company(&operator).await;
    let user = app.invite(&operator, "hana.sato", company, json!({})).await;
    let old = app
        .mail("hana.sato@example.com", "Acceptance")
        .await
        .token();
    operator
        .post(&format!("/api/v1/users/{}/invitations", user.id), json!({}))
        .await
        .ok();
    let client = app.client();
    client
        .post("/api/v1/links/look", json!({ "token": old }))
        .await
        .status(410);
}

#[tokio::test]
async fn an_expired_invitation_can_be_asked_anew_but_not_used() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let company = app.root_company(&operator).await;
    app.invite(&operator, "hana.sato", company, json!({})).await;
    let token = app
        .mail("hana.sato@example.com", "Acceptance")
        .await
        .token();
    app.clock.advance(8 * 24 * 60 * 60);
    let client = app.client();
    client
        .post("/api/v1/links/look", json!({ "token": token }))
        .await
        .status(410);
    client
        .post("/api/v1/links/ask", json!({ "token": token }))
        .await
        .ok();
    let told = app.mail("root@example.com", "").await;
    assert!(told.text.contains("hana.sato"), "{}", told.text);
}

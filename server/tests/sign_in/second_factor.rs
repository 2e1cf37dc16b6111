//! The second factor at sign-in.

use app::sign_in::{FlowView, Step};
use serde_json::json;

use crate::util::{PASSWORD, TestApp};

#[tokio::test]
async fn a_code_works_once() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let company = app.root_company(&operator).await;
    let (_, client, authenticator, _) = app
        .user_with_authenticator(&operator, "hana.sato", company)
        .await;
    let code = json!({ "step": "code", "code": authenticator.code(app.deps.now()) });
    let flow: FlowView = client.sign_in("hana.sato", PASSWORD).await.ok().read();
    assert_eq!(flow.step, Step::SecondFactor);
    client.prove(&flow.flow.unwrap(), code.clone()).await.ok();
    let flow: FlowView = client.sign_in("hana.sato", PASSWORD).await.ok().read();
    let again = client.prove(&flow.flow.unwrap(), code).await.status(422);
    assert_eq!(again.fields(), ["code"]);
}

#[tokio::test]
async fn of_32_parallel_uses_of_one_code_exactly_one_wins() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let company = app.root_company(&operator).await;
    let (_, _, authenticator, _) = app
        .user_with_authenticator(&operator, "hana.sato", company)
        .await;
    let code = authenticator.code(app.deps.now());
    let mut flows = Vec::new();
    for _ in 0..32 {
        let client = app.client();
        let flow: FlowView = client.sign_in("hana.sato", PASSWORD).await.ok().read();
        flows.push((client, flow));
    }
    let mut uses = Vec::new();
    for (client, flow) in flows {
        let proof = json!({ "step": "code", "code": code });
        uses.push(tokio::spawn(async move {
            client
                .prove(&flow.flow.unwrap(), proof)
                .await
                .status
                .as_u16()
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
async fn a_recovery_code_is_accepted_in_its_place_once() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let company = app.root_company(&operator).await;
    let (_, client, _, codes) = app
        .user_with_authenticator(&operator, "hana.sato", company)
        .await;
    assert_eq!(codes.len(), 10);
    let proof = json!({ "step": "recovery_code", "code": codes[3].to_uppercase() });
    for expected in [200, 422] {
        let flow: FlowView = client.sign_in("hana.sato", PASSWORD).await.ok().read();
        client
            .prove(&flow.flow.unwrap(), proof.clone())
            .await
            .status(expected);
    }
}

#[tokio::test]
async fn five_wrong_codes_end_the_flow() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let company = app.root_company(&operator).await;
    let (_, _, authenticator, _) = app
        .user_with_authenticator(&operator, "hana.sato", company)
        .await;
    let client = app.client();
    let flow: FlowView = client.sign_in("hana.sato", PASSWORD).await.ok().read();
    let flow = flow.flow.unwrap();
    for expected in [422, 422, 422, 422, 410] {
        client
            .prove(&flow, json!({ "step": "code", "code": "000000" }))
            .await
            .status(expected);
        app.clock.advance(1);
    }
    let right = json!({ "step": "code", "code": authenticator.code(app.deps.now()) });
    let over = client.prove(&flow, right).await;
    assert!(over.status.is_client_error(), "{}", over.body);
    client.get("/api/v1/me").await.status(401);
}

#[tokio::test]
async fn after_a_reset_the_user_is_out_and_the_old_authenticator_is_dead() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let company = app.root_company(&operator).await;
    let (user, client, old, _) = app
        .user_with_authenticator(&operator, "hana.sato", company)
        .await;
    client.get("/api/v1/me").await.ok();
    operator
        .post(
            &format!("/api/v1/users/{}/two-factor/reset", user.id),
            json!({}),
        )
        .await
        .ok();
    client.get("/api/v1/me").await.status(401);
    let flow: FlowView = client.sign_in("hana.sato", PASSWORD).await.ok().read();
    let Step::Enrol(_) = flow.step else {
        panic!("no new QR code was shown: {:?}", flow.step);
    };
    let proof = json!({ "step": "enrol", "code": old.code(app.deps.now()) });
    client.prove(&flow.flow.unwrap(), proof).await.status(422);
}

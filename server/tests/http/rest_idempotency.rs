//! A create with a key is done once, however often it is sent.

use reqwest::{Method, header};
use serde_json::{Value, json};

use crate::util::{Answer, Client, TestApp};

async fn create(client: &Client, key: &str, body: &Value) -> Answer {
    let request = client
        .request(Method::POST, "/api/v1/companies")
        .header("idempotency-key", key);
    client.send(request.json(body)).await
}

fn is_replay(answer: &Answer) -> bool {
    answer
        .headers
        .get("idempotency-replayed")
        .is_some_and(|value| value == "true")
}

#[tokio::test]
async fn the_second_time_the_first_answer_comes_again() {
    let app = TestApp::start().await;
    let root = app.operator().await;
    let draft =
        json!({"name": "Acme", "kind": "customer", "parent": app.root_company(&root).await});
    let first = create(&root, "k-1", &draft).await.status(201);
    let second = create(&root, "k-1", &draft).await.status(201);
    assert!(!is_replay(&first) && is_replay(&second));
    assert_eq!(first.body, second.body);
    for name in [header::LOCATION, header::ETAG, header::CONTENT_TYPE] {
        assert_eq!(first.headers[&name], second.headers[&name]);
    }
}

#[tokio::test]
async fn a_key_belongs_to_one_request_and_one_user() {
    let app = TestApp::start().await;
    let root = app.operator().await;
    let company = app.root_company(&root).await;
    let acme = json!({"name": "Acme", "kind": "customer", "parent": company});
    let beta = json!({"name": "Beta", "kind": "customer", "parent": company});
    create(&root, "k-1", &acme).await.status(201);
    let answer = create(&root, "k-1", &beta).await.status(422);
    assert_eq!(answer.json()["refusal"], "key_reused");
    let (_, ken) = app
        .user(&root, "ken", company, "company_administrator")
        .await;
    create(&ken, "k-1", &beta).await.status(201);
}

#[tokio::test]
async fn what_was_refused_may_be_sent_again_put_right() {
    let app = TestApp::start().await;
    let root = app.operator().await;
    let company = app.root_company(&root).await;
    create(
        &root,
        "k-1",
        &json!({"name": "", "kind": "customer", "parent": company}),
    )
    .await
    .status(422);
    create(
        &root,
        "k-1",
        &json!({"name": "Acme", "kind": "customer", "parent": company}),
    )
    .await
    .status(201);
}

#[tokio::test]
async fn of_many_at_once_one_is_carried_out() {
    let app = TestApp::start().await;
    let root = std::sync::Arc::new(app.operator().await);
    let company = app.root_company(&root).await;
    let hana = app
        .invite(&root, "hana", company, json!({"issue_credentials": false}))
        .await;
    let path = format!("/api/v1/users/{}/invitations", hana.id);
    let tasks: Vec<_> = (0..8)
        .map(|_| {
            let (root, path) = (root.clone(), path.clone());
            tokio::spawn(async move {
                let request = root
                    .request(Method::POST, &path)
                    .header("idempotency-key", "k-1");
                root.send(request).await.status(201)
            })
        })
        .collect();
    let mut done = 0;
    for task in tasks {
        done += u32::from(!is_replay(&task.await.unwrap()));
    }
    assert_eq!(done, 1);
    let invitations = root.get(&path).await.status(200).json();
    assert_eq!(invitations.as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn a_key_is_forgotten_after_a_day() {
    let app = TestApp::start().await;
    let root = app.operator().await;
    let company = app.root_company(&root).await;
    let draft = json!({"name": "Acme", "kind": "customer", "parent": company});
    create(&root, "k-1", &draft).await.status(201);
    app.clock.advance(24 * 60 * 60 + 1);
    let (_, again) = (root, app.client());
    let flow = again
        .sign_in("root", crate::util::PASSWORD)
        .await
        .status(200);
    assert_eq!(flow.json()["step"]["step"], "signed_in");
    assert_eq!(
        create(&again, "k-1", &draft).await.status(422).fields(),
        ["name"]
    );
}

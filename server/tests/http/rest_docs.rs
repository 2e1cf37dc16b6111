//! The document and its page are served, and every path that is documented is there.

use reqwest::{Method, header};
use server::http::api;

use crate::util::TestApp;

#[tokio::test]
async fn the_page_is_read_without_signing_in_and_loads_nothing_from_elsewhere() {
    let app = TestApp::start().await;
    let page = app.client().get("/api/docs").await.status(200);
    assert_eq!(
        page.headers[header::CONTENT_TYPE],
        "text/html; charset=utf-8"
    );
    let policy = page.headers[header::CONTENT_SECURITY_POLICY]
        .to_str()
        .unwrap();
    assert!(
        policy.contains("default-src 'none'") && !policy.contains("unsafe"),
        "{policy}"
    );
    assert!(page.body.contains("id=\"problem-stale\""));
    let style = app.client().get("/api/docs.css").await.status(200);
    assert_eq!(
        style.headers[header::CONTENT_TYPE],
        "text/css; charset=utf-8"
    );
}

#[tokio::test]
async fn the_document_is_served_as_it_is_made() {
    let app = TestApp::start().await;
    let served = app.client().get("/api/v1/openapi.json").await.status(200);
    assert_eq!(
        served.json(),
        serde_json::to_value(api::document()).unwrap()
    );
}

#[tokio::test]
async fn every_documented_operation_is_there_and_closed_to_strangers_unless_it_says_otherwise() {
    let app = TestApp::start().await;
    let stranger = app.client();
    let document = serde_json::to_value(api::document()).unwrap();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
            let filled = path
                .replace("{id}", "1")
                .replace("{session}", "1")
                .replace("{token}", "1")
                .replace("{kind}", "customer")
                .replace("{flow}", "x");
            let filled = if filled == "/api/v1/roles" {
                format!("{filled}?company=1")
            } else {
                filled
            };
            let mut request = stranger
                .request(method.clone(), &filled)
                .header("if-match", "\"1\"");
            if let Some(example) = example(operation) {
                request = request.json(&example);
            }
            let answer = stranger.send(request).await;
            if operation["security"].is_null() {
                // Signing out is no secret: without a session there is nothing to end.
                let sign_out = ["/api/v1/logout", "/api/v1/session"].contains(&path.as_str());
                let expected = answer.status == 401 || sign_out && answer.status == 204;
                assert!(expected, "{method} {path}: {}", answer.status);
            } else {
                // Nobody gets in by an example.
                let opens = ["/api/v1/login", "/api/v1/session"].contains(&path.as_str());
                assert!(
                    answer.status != 405 && answer.status != 401 || opens,
                    "{method} {path}: {}",
                    answer.status
                );
            }
        }
    }
}

fn example(operation: &serde_json::Value) -> Option<serde_json::Value> {
    if operation["operationId"] == "deleteUser" {
        return Some(serde_json::json!({"fingerprint": "x"}));
    }
    let content = &operation["requestBody"]["content"]["application/json"];
    let several = content["examples"].as_object();
    let first = several
        .and_then(|examples| examples.values().next())
        .map(|example| example["value"].clone());
    content.get("example").cloned().or(first)
}

#[tokio::test]
async fn what_is_not_there_is_a_problem_too() {
    let app = TestApp::start().await;
    let client = app.client();
    for path in [
        "/api",
        "/api/v1",
        "/api/v1/nothing",
        "/api/v1/users/1/nothing",
        "/api/v2/users",
    ] {
        let answer = client.get(path).await.status(404);
        assert_eq!(
            answer.headers[header::CONTENT_TYPE],
            "application/problem+json",
            "{path}"
        );
        assert_eq!(answer.json()["refusal"], "not_found", "{path}");
    }
}

#[tokio::test]
async fn a_wrong_method_is_told_the_right_ones() {
    let app = TestApp::start().await;
    let client = app.client();
    let answer = client
        .put("/api/v1/users", serde_json::json!({}))
        .await
        .status(405);
    assert_eq!(
        answer.headers[header::CONTENT_TYPE],
        "application/problem+json"
    );
    let allowed: Vec<_> = answer.headers[header::ALLOW]
        .to_str()
        .unwrap()
        .split(',')
        .map(str::trim)
        .collect();
    assert_eq!(allowed, ["GET", "HEAD", "POST"]);
}

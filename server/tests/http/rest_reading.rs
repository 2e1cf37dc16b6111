//! What cannot be read is told field by field, in the caller's language.

use reqwest::{Method, header};
use serde_json::json;

use crate::util::TestApp;

#[tokio::test]
async fn every_wrong_field_is_told_at_once_in_the_callers_language() {
    let app = TestApp::start().await;
    let root = app.operator().await;
    let company = app.root_company(&root).await;
    let draft = json!({"login_id": "h", "email": "x", "first_name": "", "last_name": "Sato", "company": company});
    let request = root
        .request(Method::POST, "/api/v1/users")
        .header("accept-language", "ja")
        .json(&draft);
    let answer = root.send(request).await.status(422);
    assert_eq!(
        answer.headers[header::CONTENT_TYPE],
        "application/problem+json"
    );
    assert_eq!(answer.fields(), ["login_id", "email", "first_name"]);
    assert_eq!(answer.json()["errors"][2]["message"], "入力してください。");
}

#[tokio::test]
async fn a_value_of_the_wrong_type_names_its_field() {
    let app = TestApp::start().await;
    let root = app.operator().await;
    let draft = json!({"login_id": "hana", "email": "h@example.com", "first_name": "H", "last_name": "S", "company": "one"});
    let answer = root.post("/api/v1/users", draft).await.status(400);
    assert_eq!(answer.fields(), ["company"]);
    assert_eq!(answer.json()["errors"][0]["code"], "unreadable");
}

#[tokio::test]
async fn a_misspelled_field_is_not_ignored() {
    let app = TestApp::start().await;
    let root = app.operator().await;
    let id = app.id_of(&root, "root").await;
    let path = format!("/api/v1/users/{id}");
    let version = root.get(&path).await.json()["version"].as_i64().unwrap();
    let answer = root
        .patch(&path, version, json!({"login_id": "boss"}))
        .await
        .status(400);
    assert_eq!(answer.fields(), ["login_id"]);
}

#[tokio::test]
async fn only_json_is_read() {
    let app = TestApp::start().await;
    let client = app.client();
    let form = client
        .request(Method::POST, "/api/v1/login")
        .body("by=password");
    let answer = client
        .send(form.header("content-type", "application/x-www-form-urlencoded"))
        .await
        .status(415);
    assert_eq!(answer.json()["refusal"], "not_json");
    let broken = client
        .request(Method::POST, "/api/v1/login")
        .body("{")
        .header("content-type", "application/json");
    assert_eq!(client.send(broken).await.status(400).fields(), ["body"]);
}

#[tokio::test]
async fn wrong_query_parameters_are_named_and_empty_ones_are_absent() {
    let app = TestApp::start().await;
    let root = app.operator().await;
    let answer = root
        .get("/api/v1/users?status=gone&limit=many&colour=green")
        .await
        .status(400);
    assert_eq!(answer.fields(), ["status", "limit", "colour"]);
    root.get("/api/v1/users?status=&company=&search=&limit=")
        .await
        .status(200);
    assert_eq!(
        root.get("/api/v1/roles").await.status(422).fields(),
        ["company"]
    );
}

#[tokio::test]
async fn an_identifier_that_is_none_is_not_found() {
    let app = TestApp::start().await;
    let root = app.operator().await;
    for path in [
        "/api/v1/users/me",
        "/api/v1/users/-1",
        "/api/v1/companies/99999999999999999999",
        "/api/v1/users/4711",
    ] {
        let answer = root.get(path).await.status(404);
        assert_eq!(answer.json()["refusal"], "not_found", "{path}");
    }
}

#[tokio::test]
async fn a_list_links_to_its_next_page_and_back() {
    let app = TestApp::start().await;
    let root = app.operator().await;
    let company = app.root_company(&root).await;
    for name in ["aa", "bb", "cc"] {
        app.invite(&root, name, company, json!({})).await;
    }
    let first = root
        .get("/api/v1/users?limit=2&sort=login_id")
        .await
        .status(200);
    let next = linked(&first, "next").expect("there is a next page");
    assert!(linked(&first, "prev").is_none());
    let second = root.get(&next).await.status(200);
    let names = |answer: &crate::util::Answer| {
        let items = answer.json()["items"].as_array().cloned().unwrap();
        items
            .iter()
            .map(|row| row["login_id"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        (names(&first), names(&second)),
        (
            vec!["aa".into(), "bb".into()],
            vec!["cc".into(), "root".into()]
        )
    );
    let back = root
        .get(&linked(&second, "prev").expect("there is a way back"))
        .await
        .status(200);
    assert_eq!(names(&back), names(&first));
}

/// The target of the link with a relation.
fn linked(answer: &crate::util::Answer, relation: &str) -> Option<String> {
    let wanted = format!("rel=\"{relation}\"");
    let mut links = answer
        .headers
        .get_all(header::LINK)
        .iter()
        .filter_map(|link| link.to_str().ok());
    let link = links.find(|link| link.ends_with(&wanted))?;
    Some(link.split(['<', '>']).nth(1)?.to_owned())
}

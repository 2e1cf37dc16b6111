//! No update is lost: a write names the version it is based on.

use reqwest::{Method, header};
use serde_json::json;

use crate::util::TestApp;

#[tokio::test]
async fn a_write_without_a_version_is_asked_for_one() {
    let app = TestApp::start().await;
    let root = app.operator().await;
    let company = app.root_company(&root).await;
    let hana = app.invite(&root, "hana", company, json!({})).await;
    for (method, path) in [
        (Method::PATCH, format!("/api/v1/users/{}", hana.id)),
        (
            Method::DELETE,
            format!("/api/v1/users/{}?fingerprint=x", hana.id),
        ),
        (Method::PATCH, format!("/api/v1/companies/{company}")),
        (Method::DELETE, format!("/api/v1/companies/{company}")),
    ] {
        let mut request = root.request(method.clone(), &path);
        if method == Method::PATCH {
            request = request.json(&json!({}));
        }
        let answer = root.send(request).await.status(428);
        assert_eq!(
            answer.json()["refusal"],
            "version_missing",
            "{method} {path}"
        );
    }
}

#[tokio::test]
async fn of_two_edits_of_the_same_version_the_second_is_refused() {
    let app = TestApp::start().await;
    let root = app.operator().await;
    let company = app.root_company(&root).await;
    let hana = app.invite(&root, "hana", company, json!({})).await;
    let path = format!("/api/v1/users/{}", hana.id);
    let edited = root
        .patch(&path, hana.version, json!({"first_name": "Hanako"}))
        .await
        .status(200);
    let answer = root
        .patch(&path, hana.version, json!({"first_name": "Hanae"}))
        .await
        .status(412);
    assert_eq!(answer.json()["refusal"], "stale");
    let now = root.get(&path).await.status(200);
    assert_eq!(now.json()["first_name"], "Hanako");
    assert_eq!(now.headers[header::ETAG], edited.headers[header::ETAG]);
}

#[tokio::test]
async fn who_has_the_version_already_gets_no_body() {
    let app = TestApp::start().await;
    let root = app.operator().await;
    let company = app.root_company(&root).await;
    let path = format!("/api/v1/companies/{company}");
    let first = root.get(&path).await.status(200);
    let tag = first.headers[header::ETAG].clone();
    let again = root
        .send(
            root.request(Method::GET, &path)
                .header("if-none-match", &tag),
        )
        .await
        .status(304);
    assert_eq!(
        (again.body.as_str(), &again.headers[header::ETAG]),
        ("", &tag)
    );
    root.send(
        root.request(Method::GET, &path)
            .header("if-none-match", "\"0\""),
    )
    .await
    .status(200);
}

#[tokio::test]
async fn a_deletion_needs_the_set_and_the_version_that_were_shown() {
    let app = TestApp::start().await;
    let root = app.operator().await;
    let company = app.root_company(&root).await;
    let hana = app.invite(&root, "hana", company, json!({})).await;
    let path = format!("/api/v1/users/{}", hana.id);
    let preview = root.get(&format!("{path}/deletion")).await.status(200);
    let fingerprint = preview.json()["fingerprint"].as_str().unwrap().to_owned();
    assert_eq!(
        root.delete(&path, hana.version).await.status(422).fields(),
        ["fingerprint"]
    );
    let confirmed = format!("{path}?fingerprint={fingerprint}");
    root.delete(&confirmed, hana.version + 1).await.status(412);
    let other = root
        .request(Method::DELETE, &confirmed)
        .header("if-match", format!("\"{}\"", hana.version));
    let other = root
        .send(other.json(&json!({"fingerprint": "another"})))
        .await
        .status(400);
    assert_eq!(other.fields(), ["fingerprint"]);
    root.delete(&confirmed, hana.version).await.status(204);
    assert_eq!(
        root.get(&path).await.status(200).json()["status"],
        "deleted"
    );
}

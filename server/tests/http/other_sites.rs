//! What pages of other sites can make a signed-in browser send does nothing, and reads nothing.

use app::users::User;
use reqwest::{Method, header};
use serde_json::json;

use super::calls::calls;
use super::operations::{About, operations};
use crate::util::{Client, PASSWORD, Siblings};

const EVIL: &str = "https://evil.example";

/// What a browser says of where a page comes from, when it is not ours.
const FROM_ELSEWHERE: [(&str, &str); 6] = [
    ("origin", EVIL),
    ("origin", "null"),
    ("origin", "http://localhost:1"),
    ("sec-fetch-site", "cross-site"),
    ("sec-fetch-site", "same-site"),
    ("origin", "https://localhost.evil.example"),
];

async fn send(
    client: &Client,
    method: Method,
    path: &str,
    (name, value): (&str, &str),
) -> crate::util::Answer {
    let body = json!({ "draft": {}, "query": {}, "id": 1, "user": 1 });
    client
        .send(client.request(method, path).header(name, value).json(&body))
        .await
}

#[tokio::test]
async fn no_write_of_another_site_is_carried_out() {
    let scene = Siblings::start().await;
    scene.user("hana.sato", scene.acme, "user").await;
    let before = scene.app.rows().await;
    for operation in operations().iter().filter(|operation| operation.writes()) {
        let path = operation
            .path
            .replace("{id}", "2")
            .replace("{session}", "2")
            .replace("{flow}", "x");
        for from in FROM_ELSEWHERE {
            let answer = send(&scene.root, operation.method.clone(), &path, from)
                .await
                .status(403);
            assert_eq!(answer.refusal(), "cross_site", "{from:?} {path}");
        }
    }
    for (path, _) in calls(&About::nothing()) {
        for from in FROM_ELSEWHERE {
            let answer = send(&scene.root, Method::POST, path, from)
                .await
                .status(403);
            assert_eq!(answer.refusal(), "cross_site", "{from:?} {path}");
        }
    }
    assert_eq!(scene.app.rows().await, before);
}

#[tokio::test]
async fn our_own_page_is_let_through() {
    let scene = Siblings::start().await;
    for own in [
        ("origin", scene.app.base.as_str()),
        ("sec-fetch-site", "same-origin"),
    ] {
        let answer = send(&scene.root, Method::POST, "/ui/sign-in/me", own).await;
        answer.status(200);
    }
    // Origin is believed before Sec-Fetch-Site.
    let request = scene.root.request(Method::POST, "/ui/sign-in/me");
    let request = request
        .header("origin", EVIL)
        .header("sec-fetch-site", "same-origin")
        .json(&json!({}));
    scene.root.send(request).await.status(403);
}

#[tokio::test]
async fn nobody_elsewhere_may_read_what_we_answer() {
    let scene = Siblings::start().await;
    for path in ["/api/v1/me", "/api/v1/users", "/api/v1/openapi.json", "/"] {
        for method in [Method::GET, Method::OPTIONS] {
            let request = scene
                .root
                .request(method.clone(), path)
                .header("origin", EVIL);
            let request = request.header("access-control-request-method", "POST");
            let answer = scene.root.send(request).await;
            let told: Vec<_> = answer
                .headers
                .keys()
                .filter(|name| name.as_str().starts_with("access-control"))
                .collect();
            assert!(told.is_empty(), "{method} {path}: {told:?}");
        }
    }
    let me = scene.root.get("/api/v1/me").await.ok();
    assert_eq!(me.headers[header::CACHE_CONTROL], "no-store");
}

#[tokio::test]
async fn what_a_form_can_send_is_not_read() {
    let scene = Siblings::start().await;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let before = scene.app.rows().await;
    let deed = json!({ "id": user.id, "disabled": true }).to_string();
    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "",
    ] {
        let mut request = scene
            .root
            .request(Method::POST, "/ui/users/set-disabled")
            .body(deed.clone());
        if !kind.is_empty() {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        scene.root.send(request).await.status(415);
        let path = format!("/api/v1/users/{}/disabled", user.id);
        let request = scene
            .root
            .request(Method::PUT, &path)
            .body("{\"disabled\":true}");
        let request = match kind.is_empty() {
            true => request,
            false => request.header(header::CONTENT_TYPE, kind),
        };
        scene.root.send(request).await.status(415);
    }
    assert_eq!(scene.app.rows().await, before);
}

#[tokio::test]
async fn no_call_is_answered_by_a_redirect_whatever_is_accepted() {
    let scene = Siblings::start().await;
    for (path, body) in calls(&About::nothing()) {
        let request = scene.app.client().request(Method::POST, path).json(&body);
        let request = request
            .header("accept", "text/html,*/*")
            .header("referer", "http://localhost/x?secret");
        let answer = scene.app.client().send(request).await;
        assert!(!answer.status.is_redirection(), "{path}: {}", answer.status);
        assert!(!answer.headers.contains_key(header::LOCATION), "{path}");
    }
}

#[tokio::test]
async fn what_writes_cannot_be_done_by_a_link() {
    let scene = Siblings::start().await;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let before = scene.app.rows().await;
    let reads: Vec<String> = operations()
        .iter()
        .filter(|one| !one.writes())
        .map(|one| one.path.clone())
        .collect();
    for operation in operations()
        .iter()
        .filter(|one| one.writes() && !reads.contains(&one.path))
    {
        let path = operation.path.replace("{id}", &user.id.to_string());
        for method in [Method::GET, Method::HEAD] {
            scene
                .root
                .send(scene.root.request(method, &path))
                .await
                .status(405);
        }
    }
    for (path, _) in calls(&About::nothing()) {
        scene.root.get(path).await.status(405);
    }
    assert_eq!(scene.app.rows().await, before);
}

#[tokio::test]
async fn a_host_that_is_not_ours_is_not_answered() {
    let scene = Siblings::start().await;
    for host in [
        "evil.example",
        "localhost.evil.example",
        "evil.example:80",
        "[2001:db8::1]",
    ] {
        for path in ["/api/v1/me", "/", "/api/docs"] {
            let request = scene
                .root
                .request(Method::GET, path)
                .header(header::HOST, host);
            scene.root.send(request).await.status(421);
        }
    }
}

#[tokio::test]
async fn links_in_mails_lead_home_whatever_a_request_calls_us() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    scene.user("hana.sato", scene.acme, "user").await;
    let port = app.base.rsplit(':').next().unwrap();
    let client = app.client();
    let request = client
        .request(Method::POST, "/api/v1/login/forgotten-password")
        .header(header::HOST, format!("127.0.0.1:{port}"))
        .header("x-forwarded-host", "evil.example")
        .header("x-forwarded-proto", "https")
        .header("forwarded", "host=evil.example;proto=https")
        .header("x-original-url", "https://evil.example/")
        .json(&json!({ "login_id": "hana.sato" }));
    client.send(request).await.status(204);
    let mail = app.mail("hana.sato@example.com", "assword").await;
    assert!(
        mail.text.contains(&format!("{}/password#", app.base)),
        "{}",
        mail.text
    );
    assert!(
        !mail.text.contains("evil") && !mail.text.contains("127.0.0.1:"),
        "{}",
        mail.text
    );
}

#[tokio::test]
async fn a_sign_in_from_another_sites_page_plants_no_session() {
    let scene = Siblings::start().await;
    let (user, _): (User, _) = scene.user("hana.sato", scene.acme, "user").await;
    let client = scene.app.client();
    let start = json!({ "by": "password", "login_id": user.login_id, "password": PASSWORD });
    let request = client
        .request(Method::POST, "/api/v1/login")
        .header("origin", EVIL)
        .json(&start);
    let answer = client.send(request).await.status(403);
    assert_eq!(answer.session_cookie(), None);
}

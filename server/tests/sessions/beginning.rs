//! A session begins with a secret of its own that nobody knew before.

use reqwest::Method;
use serde_json::json;

use crate::util::{Answer, PASSWORD, Siblings, TestApp};

async fn me(app: &TestApp, cookie: &str) -> u16 {
    let client = app.client();
    let request = client
        .request(Method::GET, "/api/v1/me")
        .header("cookie", cookie);
    client.send(request).await.status.as_u16()
}

async fn sign_in_with(app: &TestApp, cookie: &str) -> Answer {
    let client = app.client();
    let start = json!({ "by": "password", "login_id": "hana.sato", "password": PASSWORD });
    let request = client
        .request(Method::POST, "/api/v1/login")
        .header("cookie", cookie)
        .json(&start);
    client.send(request).await.ok()
}

#[tokio::test]
async fn a_new_sign_in_has_a_new_secret_and_the_old_one_is_dead() {
    let scene = Siblings::start().await;
    scene.user("hana.sato", scene.acme, "user").await;
    let client = scene.app.client();
    let first = client
        .sign_in("hana.sato", PASSWORD)
        .await
        .session_cookie()
        .unwrap();
    let second = client
        .sign_in("hana.sato", PASSWORD)
        .await
        .session_cookie()
        .unwrap();
    assert_ne!(first, second);
    assert_eq!(me(&scene.app, &first).await, 401);
    assert_eq!(me(&scene.app, &second).await, 200);
}

#[tokio::test]
async fn a_secret_that_somebody_planted_becomes_no_session() {
    let scene = Siblings::start().await;
    scene.user("hana.sato", scene.acme, "user").await;
    let planted = "doorward-session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    let given = sign_in_with(&scene.app, planted)
        .await
        .session_cookie()
        .unwrap();
    assert_ne!(given, planted);
    assert_eq!(me(&scene.app, planted).await, 401);
    // One of somebody else's, planted so that what is done in it is theirs to see, ends.
    let (_, _) = scene.user("attacker", scene.beta, "user").await;
    let theirs = scene
        .app
        .client()
        .sign_in("attacker", PASSWORD)
        .await
        .session_cookie()
        .unwrap();
    let given = sign_in_with(&scene.app, &theirs)
        .await
        .session_cookie()
        .unwrap();
    assert_eq!(me(&scene.app, &theirs).await, 401);
    assert_eq!(me(&scene.app, &given).await, 200);
}

#[tokio::test]
async fn a_second_cookie_of_the_same_name_spoils_both() {
    let scene = Siblings::start().await;
    scene.user("hana.sato", scene.acme, "user").await;
    let cookie = scene
        .app
        .client()
        .sign_in("hana.sato", PASSWORD)
        .await
        .session_cookie()
        .unwrap();
    assert_eq!(
        me(&scene.app, &format!("{cookie}; doorward-session=planted")).await,
        401
    );
    assert_eq!(
        me(&scene.app, &format!("doorward-session=planted; {cookie}")).await,
        401
    );
}

#[tokio::test]
async fn the_cookie_is_out_of_reach_for_scripts_and_other_sites() {
    let scene = Siblings::start().await;
    scene.user("hana.sato", scene.acme, "user").await;
    let answer = scene.app.client().sign_in("hana.sato", PASSWORD).await;
    let lines: Vec<_> = answer
        .headers
        .get_all("set-cookie")
        .iter()
        .map(|line| line.to_str().unwrap())
        .collect();
    let line = lines
        .iter()
        .find(|line| line.starts_with("doorward-session="))
        .unwrap();
    for needed in ["HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(line.contains(needed), "{needed} is missing");
    }
    assert!(!line.contains("Domain"));
    assert!(
        !answer.body.contains(&line[17..40]),
        "the secret is in the body"
    );
}

#[tokio::test]
async fn signing_out_ends_the_session_and_takes_the_cookie_away() {
    let scene = Siblings::start().await;
    let (_, other) = scene.user("hana.sato", scene.acme, "user").await;
    for (method, path) in [
        (Method::POST, "/api/v1/logout"),
        (Method::DELETE, "/api/v1/session"),
    ] {
        let client = scene.app.client();
        let cookie = client
            .sign_in("hana.sato", PASSWORD)
            .await
            .session_cookie()
            .unwrap();
        let answer = client.send(client.request(method, path)).await.status(204);
        let gone = answer.headers.get_all("set-cookie").iter().any(|line| {
            let line = line.to_str().unwrap();
            line.starts_with("doorward-session=;") && line.contains("Max-Age=0")
        });
        assert!(gone, "{path}");
        assert_eq!(me(&scene.app, &cookie).await, 401, "{path}");
    }
    other.get("/api/v1/me").await.ok();
}

#[tokio::test]
async fn what_is_stored_of_a_secret_opens_nothing() {
    let scene = Siblings::start().await;
    scene.user("hana.sato", scene.acme, "user").await;
    for hash in scene.app.texts("SELECT secret_hash FROM sessions").await {
        assert_eq!(
            me(&scene.app, &format!("doorward-session={hash}")).await,
            401
        );
    }
}

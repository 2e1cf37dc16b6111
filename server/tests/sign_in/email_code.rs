//! The code that is mailed at sign-in: asked where it is required, good once, for ten minutes, in its own flow.

use app::{
    UserId,
    sign_in::{FlowView, Step},
    users::User,
};
use serde_json::{Value, json};

use crate::util::{Answer, Client, PASSWORD, Siblings, TestApp};

pub(super) const SUBJECT: &str = "verification code";

/// Sets by what the sign-ins of a user are verified.
pub(super) async fn verify(scene: &Siblings, user: UserId, web: &str, app: &str) {
    let version = scene.app.shown(&scene.root, user).await.version;
    let path = format!("/api/v1/users/{user}/verification-methods");
    let settings = json!({ "web_login": web, "app_login": app, "app_unlock": "inherit" });
    scene.root.put_at(&path, version, settings).await.ok();
}

/// A user whose sign-ins are verified by e-mail.
pub(super) async fn verified(scene: &Siblings) -> User {
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    verify(scene, user.id, "email", "email").await;
    user
}

fn start(channel: &str) -> Value {
    json!({ "by": "password", "login_id": "hana.sato", "password": PASSWORD, "channel": channel })
}

/// Begins to sign in; the flow's secret.
pub(super) async fn begin(client: &Client) -> String {
    let view: FlowView = client.sign_in("hana.sato", PASSWORD).await.ok().read();
    assert!(
        matches!(view.step, Step::EmailCode { .. }),
        "{:?}",
        view.step
    );
    view.flow.expect("the flow's secret")
}

/// The codes mailed to the user so far, oldest first, once there are `count`.
pub(super) async fn codes(app: &TestApp, count: usize) -> Vec<String> {
    for _ in 0..200 {
        let mut codes = Vec::new();
        for mail in app.mails("hana.sato@example.com") {
            if mail.subject.contains(SUBJECT) {
                codes.push(in_mail(&mail.text));
            }
        }
        if codes.len() >= count {
            return codes;
        }
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    panic!("fewer than {count} codes were mailed");
}

pub(super) fn in_mail(text: &str) -> String {
    let is_code = |line: &&str| {
        let digits = line.trim().replace(' ', "");
        digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_digit())
    };
    let line = text.lines().find(is_code).expect("the mail has a code");
    line.trim().to_owned()
}

pub(super) async fn prove(client: &Client, flow: &str, code: &str) -> Answer {
    let proof = json!({ "step": "email_code", "code": code });
    client.prove(flow, proof).await
}

pub(super) async fn ask_again(client: &Client, flow: &str) -> Answer {
    client
        .prove(flow, json!({ "step": "new_email_code" }))
        .await
}

/// A code that is not `right`.
pub(super) fn other_than(right: &str) -> &'static str {
    match right.replace(' ', "").as_str() {
        "123456" => "654321",
        _ => "123456",
    }
}

#[tokio::test]
async fn the_right_code_signs_in_and_the_page_tells_where_it_went() {
    let scene = Siblings::start().await;
    verified(&scene).await;
    let client = scene.app.client();
    let answer = client.sign_in("hana.sato", PASSWORD).await.ok();
    assert!(!answer.body.contains("hana.sato@"), "{}", answer.body);
    let view: FlowView = answer.read();
    assert_eq!(view.position, (2, 2));
    let Step::EmailCode {
        to,
        expires_at,
        new_code_in,
    } = view.step
    else {
        panic!("{:?}", view.step)
    };
    assert_eq!(to, "h•••@example.com");
    assert_eq!(expires_at, Some(scene.app.deps.now().plus_seconds(600)));
    assert_eq!(new_code_in, Some(30));
    client.get("/api/v1/me").await.status(401);
    let code = codes(&scene.app, 1).await.remove(0);
    prove(&client, &view.flow.unwrap(), &code).await.ok();
    client.get("/api/v1/me").await.ok();
}

#[tokio::test]
async fn each_channel_is_asked_what_is_chosen_for_it_and_a_program_what_a_browser_is() {
    let scene = Siblings::start().await;
    let user = verified(&scene).await;
    for (web, app, expected) in [
        ("email", "none", [("api", true), ("app", false)]),
        ("none", "email", [("api", false), ("app", true)]),
    ] {
        verify(&scene, user.id, web, app).await;
        for (channel, asked) in expected {
            let client = scene.app.client();
            let answer = client.post("/api/v1/login", start(channel)).await;
            let view: FlowView = answer.ok().read();
            let is = matches!(view.step, Step::EmailCode { .. });
            assert_eq!(is, asked, "{channel}: {web}, {app}");
        }
        // The page's own door, without a word about the channel.
        let client = scene.app.client();
        let start =
            json!({ "start": { "by": "password", "login_id": "hana.sato", "password": PASSWORD } });
        let request = client
            .request(reqwest::Method::POST, "/ui/sign-in/begin")
            .header("origin", &scene.app.base)
            .json(&start);
        let view: FlowView = client.send(request).await.ok().read();
        assert_eq!(matches!(view.step, Step::EmailCode { .. }), web == "email");
    }
}

#[tokio::test]
async fn it_is_asked_after_the_authenticator_and_never_in_its_place() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, _, authenticator, _) = app
        .user_with_authenticator(&scene.root, "hana.sato", scene.acme)
        .await;
    verify(&scene, user.id, "email", "email").await;
    let client = app.client();
    let view: FlowView = client.sign_in("hana.sato", PASSWORD).await.ok().read();
    assert_eq!(view.step, Step::SecondFactor);
    assert_eq!(view.position, (2, 3));
    let flow = view.flow.unwrap();
    let mailed = || async { app.mails("hana.sato@example.com") };
    for proof in [
        json!({ "step": "email_code", "code": "123456" }),
        json!({ "step": "new_email_code" }),
    ] {
        client.prove(&flow, proof).await.status(409);
    }
    let before = mailed().await.len();
    let code = authenticator.code(app.deps.now());
    let proof = json!({ "step": "code", "code": code });
    let view: FlowView = client.prove(&flow, proof).await.ok().read();
    assert!(matches!(view.step, Step::EmailCode { .. }));
    let code = codes(app, 1).await.remove(0);
    assert!(mailed().await.len() > before);
    prove(&client, &flow, &code).await.ok();
    client.get("/api/v1/me").await.ok();
}

#[tokio::test]
async fn it_is_asked_before_a_password_that_must_be_changed() {
    let scene = Siblings::start().await;
    let user = verified(&scene).await;
    let path = format!("/api/v1/users/{}/password", user.id);
    let made = scene.root.post(&path, json!({})).await.ok().json();
    let client = scene.app.client();
    let password = made["password"].as_str().unwrap();
    let view: FlowView = client.sign_in("hana.sato", password).await.ok().read();
    let flow = view.flow.unwrap();
    let chosen = json!({ "step": "new_password", "password": "gravel lantern sparrow" });
    client.prove(&flow, chosen.clone()).await.status(409);
    let code = codes(&scene.app, 1).await.remove(0);
    let view: FlowView = prove(&client, &flow, &code).await.ok().read();
    assert!(matches!(view.step, Step::NewPassword { .. }));
    client.prove(&flow, chosen).await.ok();
    client.get("/api/v1/me").await.ok();
}

#[tokio::test]
async fn a_code_works_once_and_in_no_other_flow() {
    let scene = Siblings::start().await;
    verified(&scene).await;
    let (first, second) = (scene.app.client(), scene.app.client());
    let one = begin(&first).await;
    codes(&scene.app, 1).await;
    let two = begin(&second).await;
    let codes = codes(&scene.app, 2).await;
    if codes[0] != codes[1] {
        let wrong = prove(&second, &two, &codes[0]).await.status(422);
        assert_eq!(wrong.fields(), ["code"]);
    }
    prove(&first, &one, &codes[0]).await.ok();
    prove(&first, &one, &codes[0]).await.status(410);
    prove(&second, &two, &codes[1]).await.ok();
}

#[tokio::test]
async fn a_mailed_link_has_proved_the_mailbox_but_not_one_that_was_chosen_since() {
    let scene = Siblings::start().await;
    let user = verified(&scene).await;
    let forgotten = json!({ "login_id": "hana.sato" });
    let path = "/api/v1/login/forgotten-password";
    scene.app.client().post(path, forgotten).await.ok();
    let mail = scene.app.mail(&user.email, "Set a new password").await;
    let client = scene.app.client();
    let view = client.open_link(&mail.token()).await;
    assert!(matches!(view.step, Step::NewPassword { .. }));
    let moved = json!({ "email": "hana@elsewhere.example" });
    scene.app.edit(&scene.root, user.id, moved).await.ok();
    let view: FlowView = client
        .get(&format!("/api/v1/login/{}", view.flow.unwrap()))
        .await
        .ok()
        .read();
    assert!(matches!(view.step, Step::EmailCode { .. }));
}

#[tokio::test]
async fn what_is_chosen_while_a_login_is_under_way_holds_from_its_next_step() {
    let scene = Siblings::start().await;
    let user = verified(&scene).await;
    let client = scene.app.client();
    let flow = begin(&client).await;
    verify(&scene, user.id, "none", "none").await;
    // To look opens no session; to offer anything does, because nothing is owed any more.
    let looked = client.get(&format!("/api/v1/login/{flow}")).await;
    looked.status(410);
    client.get("/api/v1/me").await.status(401);
    let view: FlowView = prove(&client, &flow, "123456").await.ok().read();
    assert_eq!(view.step, Step::SignedIn);
    client.get("/api/v1/me").await.ok();
}

#[tokio::test]
async fn no_code_is_stored_and_what_is_typed_otherwise_is_named() {
    let scene = Siblings::start().await;
    verified(&scene).await;
    let client = scene.app.client();
    let flow = begin(&client).await;
    let code = codes(&scene.app, 1).await.remove(0);
    let digits = code.replace(' ', "");
    let stored = "SELECT email_code_hash FROM login_flows WHERE email_code_hash IS NOT NULL";
    let stored = scene.app.texts(stored).await.remove(0);
    assert!(stored.len() >= 43 && !stored.contains(&digits), "{stored}");
    let short = prove(&client, &flow, "123").await.status(422);
    assert!(short.body.contains("not_an_email_code"), "{}", short.body);
    // Typed in full width, as a Japanese keyboard does.
    let wide: String = digits
        .chars()
        .map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap())
        .collect();
    prove(&client, &flow, &wide).await.ok();
}

//! How long a mailed code is good, how often one is tried and sent, and that it wins once.

use app::sign_in::{FlowView, Step};
use serde_json::json;

use super::email_code::{SUBJECT, ask_again, begin, codes, in_mail, other_than, prove, verified};
use crate::util::{PASSWORD, Siblings};

#[tokio::test(flavor = "multi_thread")]
async fn of_32_parallel_tries_of_one_right_code_exactly_one_wins() {
    let scene = Siblings::start().await;
    let user = verified(&scene).await;
    // A step follows, so that those who lose still find the flow.
    let path = format!("/api/v1/users/{}/password", user.id);
    let made = scene.root.post(&path, json!({})).await.ok().json();
    let client = scene.app.client();
    let password = made["password"].as_str().unwrap();
    let view: FlowView = client.sign_in("hana.sato", password).await.ok().read();
    let flow = view.flow.unwrap();
    let code = codes(&scene.app, 1).await.remove(0);
    let tries: Vec<_> = (0..32)
        .map(|_| {
            let (client, flow, code) = (scene.app.client(), flow.clone(), code.clone());
            tokio::spawn(async move { prove(&client, &flow, &code).await.status.as_u16() })
        })
        .collect();
    let mut won = 0;
    for attempt in tries {
        match attempt.await.unwrap() {
            200 => won += 1,
            status => assert!((400..500).contains(&status), "{status}"),
        }
    }
    assert_eq!(won, 1);
    // The flow of the one who won goes on.
    let chosen = json!({ "step": "new_password", "password": "gravel lantern sparrow" });
    client.prove(&flow, chosen).await.ok();
}

#[tokio::test]
async fn after_ten_minutes_it_has_expired_and_a_new_one_can_be_sent() {
    let scene = Siblings::start().await;
    verified(&scene).await;
    let client = scene.app.client();
    let flow = begin(&client).await;
    let code = codes(&scene.app, 1).await.remove(0);
    scene.app.clock.advance(10 * 60);
    let expired = prove(&client, &flow, &code).await.status(422);
    assert!(expired.body.contains("email_code_over"), "{}", expired.body);
    let view: FlowView = client
        .get(&format!("/api/v1/login/{flow}"))
        .await
        .ok()
        .read();
    let Step::EmailCode {
        expires_at,
        new_code_in,
        ..
    } = view.step
    else {
        panic!("{:?}", view.step)
    };
    assert_eq!((expires_at, new_code_in), (None, Some(0)));
    ask_again(&client, &flow).await.ok();
    let code = codes(&scene.app, 2).await.remove(1);
    prove(&client, &flow, &code).await.ok();
}

#[tokio::test]
async fn a_new_code_voids_the_older_takes_a_pause_and_is_sent_five_times_at_most() {
    let scene = Siblings::start().await;
    verified(&scene).await;
    let client = scene.app.client();
    let flow = begin(&client).await;
    let early = ask_again(&client, &flow).await.status(429);
    assert_eq!(early.headers["retry-after"], "30");
    for sent in 1..5 {
        codes(&scene.app, sent).await;
        scene.app.clock.advance(30);
        ask_again(&client, &flow).await.ok();
    }
    scene.app.clock.advance(30);
    let last = ask_again(&client, &flow).await.status(409);
    assert_eq!(last.refusal(), "sign_in.no_more_codes");
    let codes = codes(&scene.app, 5).await;
    assert_eq!(codes.len(), 5);
    if codes[3] != codes[4] {
        prove(&client, &flow, &codes[3]).await.status(422);
    }
    prove(&client, &flow, &codes[4]).await.ok();
}

#[tokio::test]
async fn five_wrong_codes_end_the_login_and_a_new_code_gives_no_more_tries() {
    let scene = Siblings::start().await;
    verified(&scene).await;
    let client = scene.app.client();
    let flow = begin(&client).await;
    let code = codes(&scene.app, 1).await.remove(0);
    for _ in 0..3 {
        let wrong = prove(&client, &flow, other_than(&code)).await.status(422);
        assert!(wrong.body.contains("wrong_email_code"), "{}", wrong.body);
    }
    scene.app.clock.advance(30);
    ask_again(&client, &flow).await.ok();
    let code = codes(&scene.app, 2).await.remove(1);
    let wrong = other_than(&code);
    prove(&client, &flow, wrong).await.status(422);
    let over = prove(&client, &flow, wrong).await.status(410);
    assert_eq!(over.refusal(), "sign_in.too_many_tries");
    prove(&client, &flow, &code).await.status(410);
    client.get("/api/v1/me").await.status(401);
    let failed =
        "SELECT COUNT(*) FROM audit_events WHERE action = 'email_code.failed' AND NOT succeeded";
    assert_eq!(scene.app.numbers(failed).await, [5]);
}

#[tokio::test]
async fn wrong_codes_are_counted_over_all_flows_and_so_are_codes_that_are_sent() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let user = verified(&scene).await;
    let mut statuses = Vec::new();
    for number in 1..=8 {
        let client = app.client();
        let view: FlowView = client.sign_in("hana.sato", PASSWORD).await.ok().read();
        let flow = view.flow.unwrap();
        let code = codes(app, number.min(6)).await.remove(number.min(6) - 1);
        let wrong = prove(&client, &flow, other_than(&code)).await;
        statuses.push(wrong.status.as_u16());
    }
    // Six are looked at; the seventh code is sent all the same, the eighth flow has none yet.
    assert_eq!(statuses[..6], [422; 6]);
    assert!(
        statuses[6..]
            .iter()
            .all(|status| [422, 429].contains(status)),
        "{statuses:?}"
    );
    let sent = "SELECT COUNT(*) FROM audit_events WHERE action = 'email_code.sent'";
    assert_eq!(app.numbers(sent).await, [6]);
    let client = app.client();
    let view: FlowView = client.sign_in("hana.sato", PASSWORD).await.ok().read();
    let Step::EmailCode { expires_at, .. } = view.step else {
        panic!("{:?}", view.step)
    };
    assert_eq!(expires_at, None);
    let flow = view.flow.unwrap();
    ask_again(&client, &flow).await.status(429);
    let path = format!("/api/v1/users/{}/unlock", user.id);
    scene.root.post(&path, json!({})).await.ok();
    ask_again(&client, &flow).await.ok();
    let code = codes(app, 7).await.remove(6);
    prove(&client, &flow, &code).await.ok();
}

#[tokio::test]
async fn another_address_voids_the_code_that_went_to_the_old_one() {
    let scene = Siblings::start().await;
    let user = verified(&scene).await;
    let client = scene.app.client();
    let flow = begin(&client).await;
    let code = codes(&scene.app, 1).await.remove(0);
    let moved = json!({ "email": "hana@elsewhere.example" });
    scene.app.edit(&scene.root, user.id, moved).await.ok();
    let over = prove(&client, &flow, &code).await.status(422);
    assert!(over.body.contains("email_code_over"), "{}", over.body);
    let view: FlowView = ask_again(&client, &flow).await.ok().read();
    let Step::EmailCode { to, .. } = view.step else {
        panic!("{:?}", view.step)
    };
    assert_eq!(to, "h•••@elsewhere.example");
    let mail = scene.app.mail("hana@elsewhere.example", SUBJECT).await;
    prove(&client, &flow, &in_mail(&mail.text)).await.ok();
}

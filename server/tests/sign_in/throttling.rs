//! Guessing gets slower, wherever it comes from, and nobody is locked out by it for good.

use std::sync::Arc;

use reqwest::header::RETRY_AFTER;
use serde_json::json;

use crate::util::{Answer, PASSWORD, Siblings, TestApp};

const WRONG: &str = "not the password at all";
const ELSEWHERE: &str = "198.51.100.7";

fn wait(answer: &Answer) -> i64 {
    answer.headers[RETRY_AFTER]
        .to_str()
        .unwrap()
        .parse()
        .unwrap()
}

async fn guess(app: &TestApp, login_id: &str, address: &str) -> Answer {
    app.client().sign_in_from(address, login_id, WRONG).await
}

/// Guesses until it is told to wait. How many guesses were looked at.
async fn guess_until_slow(app: &TestApp, login_id: &str, address: &str) -> usize {
    for looked_at in 0..100 {
        let answer = guess(app, login_id, address).await;
        if answer.status == 429 {
            assert_eq!(answer.refusal(), "throttled");
            return looked_at;
        }
        answer.status(401);
    }
    panic!("a hundred guesses at {login_id} were looked at");
}

#[tokio::test]
async fn the_wait_for_an_account_doubles_and_ends_at_five_minutes() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    scene.user("hana.sato", scene.acme, "user").await;
    for login_id in ["hana.sato", "nobody.here"] {
        assert_eq!(
            guess_until_slow(app, login_id, ELSEWHERE).await,
            6,
            "{login_id}"
        );
        let mut waits = Vec::new();
        for round in 0..10 {
            // Each from an address of its own: it is the account that is slow.
            let address = format!("203.0.113.{round}");
            let slow = guess(app, login_id, &address).await.status(429);
            waits.push(wait(&slow));
            app.clock.advance(wait(&slow) - 1);
            guess(app, login_id, &address).await.status(401);
        }
        assert_eq!(
            waits,
            [3, 5, 9, 17, 33, 65, 129, 257, 301, 301],
            "{login_id}"
        );
    }
}

#[tokio::test]
async fn while_one_has_to_wait_the_right_password_is_no_help() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    scene.user("hana.sato", scene.acme, "user").await;
    guess_until_slow(app, "hana.sato", ELSEWHERE).await;
    let right = app
        .client()
        .sign_in_from(ELSEWHERE, "hana.sato", PASSWORD)
        .await;
    assert_eq!(
        right.status(429).said().1,
        guess(app, "hana.sato", ELSEWHERE).await.said().1
    );
    app.clock.advance(2);
    app.client()
        .sign_in_from(ELSEWHERE, "hana.sato", PASSWORD)
        .await
        .ok();
    // And it makes good what was wrong before.
    assert_eq!(guess_until_slow(app, "hana.sato", "203.0.113.9").await, 6);
}

#[tokio::test]
async fn the_count_holds_on_every_node_and_across_restarts() {
    let scene = Siblings::start().await;
    scene.user("hana.sato", scene.acme, "user").await;
    guess_until_slow(&scene.app, "hana.sato", ELSEWHERE).await;
    let other = scene.app.another().await;
    guess(&other, "hana.sato", ELSEWHERE).await.status(429);
    scene.app.kill();
    guess(&scene.app.another().await, "hana.sato", ELSEWHERE)
        .await
        .status(429);
}

#[tokio::test]
async fn from_one_address_guessing_at_many_accounts_is_slow_too() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    for number in 0..31 {
        guess(app, &format!("user.{number}"), ELSEWHERE)
            .await
            .status(401);
    }
    let slow = guess(app, "user.31", ELSEWHERE).await.status(429);
    assert!(wait(&slow) <= 61);
    // Others are not held up.
    guess(app, "user.31", "203.0.113.1").await.status(401);
    // What stands before the address that the proxy saw is anybody's word.
    for number in 0..3 {
        let forged = format!("203.0.113.{number}, {ELSEWHERE}");
        guess(app, "user.32", &forged).await.status(429);
    }
}

#[tokio::test]
async fn the_addresses_of_one_ipv6_customer_count_as_one() {
    let scene = Siblings::start().await;
    for number in 0..31 {
        guess(
            &scene.app,
            &format!("user.{number}"),
            &format!("2001:db8::{number:x}"),
        )
        .await
        .status(401);
    }
    guess(&scene.app, "user.31", "2001:db8::ffff:1")
        .await
        .status(429);
    guess(&scene.app, "user.31", "2001:db8:0:1::1")
        .await
        .status(401);
}

async fn at_once(
    app: &Arc<TestApp>,
    login_id: &'static str,
    password: &'static str,
    address: fn(usize) -> String,
) -> Vec<u16> {
    let tries: Vec<_> = (0..48)
        .map(|number| {
            let client = app.client();
            tokio::spawn(async move {
                client
                    .sign_in_from(&address(number), login_id, password)
                    .await
                    .status
                    .as_u16()
            })
        })
        .collect();
    let mut statuses = Vec::new();
    for attempt in tries {
        statuses.push(attempt.await.unwrap());
    }
    statuses
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_guesses_at_the_same_moment_no_more_are_looked_at_than_one_after_the_other() {
    let scene = Siblings::start().await;
    scene.user("hana.sato", scene.acme, "user").await;
    let app = Arc::new(scene.app);
    for address in [
        |_| ELSEWHERE.to_owned(),
        |number| format!("203.0.113.{number}"),
    ] {
        let statuses = at_once(&app, "hana.sato", WRONG, address).await;
        let looked_at = statuses.iter().filter(|&&status| status == 401).count();
        assert_eq!(looked_at, 6, "{statuses:?}");
        assert!(
            statuses
                .iter()
                .all(|&status| status == 401 || status == 429),
            "{statuses:?}"
        );
        app.sql("DELETE FROM throttles").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_who_are_right_at_the_same_moment_do_not_hold_each_other_up() {
    let scene = Siblings::start().await;
    scene.user("hana.sato", scene.acme, "user").await;
    let app = Arc::new(scene.app);
    let statuses = at_once(&app, "hana.sato", PASSWORD, |_| ELSEWHERE.to_owned()).await;
    assert_eq!(statuses, [200; 48]);
}

#[tokio::test]
async fn a_strangers_failures_do_not_keep_a_user_out_where_they_have_been_before() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    scene.user("hana.sato", scene.acme, "user").await;
    guess_until_slow(app, "hana.sato", ELSEWHERE).await;
    app.client().sign_in("hana.sato", PASSWORD).await.ok();
    // Nor do they guess for free there.
    assert_eq!(guess_until_slow(app, "hana.sato", "127.0.0.1").await, 6);
}

#[tokio::test]
async fn mistakes_are_forgotten_with_a_right_sign_in_also_at_home() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    scene.user("hana.sato", scene.acme, "user").await;
    for _ in 0..4 {
        for _ in 0..3 {
            guess(app, "hana.sato", "127.0.0.1").await.status(401);
        }
        app.client().sign_in("hana.sato", PASSWORD).await.ok();
    }
}

#[tokio::test]
async fn an_administrator_lifts_a_lockout_wherever_it_came_from() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, ..) = app
        .user_with_authenticator(&scene.root, "hana.sato", scene.acme)
        .await;
    for address in [ELSEWHERE, "127.0.0.1"] {
        guess_until_slow(app, "hana.sato", address).await;
    }
    let locked = app.shown(&scene.root, user.id).await;
    assert!(locked.locked_until.is_some());
    let path = format!("/api/v1/users/{}/unlock", user.id);
    let unlocked: app::users::User = scene.root.post(&path, json!({})).await.ok().read();
    assert_eq!(unlocked.locked_until, None);
    for address in [ELSEWHERE, "127.0.0.1"] {
        app.client()
            .sign_in_from(address, "hana.sato", PASSWORD)
            .await
            .ok();
    }
}

#[tokio::test]
async fn wrong_codes_are_counted_over_all_flows_until_somebody_unlocks() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, _, authenticator, _) = app
        .user_with_authenticator(&scene.root, "hana.sato", scene.acme)
        .await;
    let attempt = async |code: &str| {
        let client = app.client();
        let flow: app::sign_in::FlowView = client.sign_in("hana.sato", PASSWORD).await.ok().read();
        client
            .prove(&flow.flow.unwrap(), json!({ "step": "code", "code": code }))
            .await
            .status
            .as_u16()
    };
    let mut statuses = Vec::new();
    for _ in 0..8 {
        statuses.push(attempt("000000").await);
    }
    assert_eq!(statuses, [422, 422, 422, 422, 422, 422, 429, 429]);
    let code = authenticator.code(app.deps.now());
    assert_eq!(attempt(&code).await, 429);
    let path = format!("/api/v1/users/{}/unlock", user.id);
    scene.root.post(&path, json!({})).await.ok();
    assert_eq!(attempt(&code).await, 200);
}

#[tokio::test]
async fn failures_are_forgotten_after_a_day() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    guess_until_slow(app, "nobody.here", ELSEWHERE).await;
    app.clock.advance(24 * 60 * 60 + 1);
    assert_eq!(guess_until_slow(app, "nobody.here", ELSEWHERE).await, 6);
}

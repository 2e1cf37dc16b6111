//! How long app sessions last, by the policy class and by what is set for a user, and who may set it.

use app::{
    UserId,
    audit::AuditEvent,
    sessions::Session,
    users::{LifetimeUnit, TokenLifetime, TokenValidity, User},
};
use serde_json::{Value, json};
use server::sign_in::janitor;

use crate::util::{Client, Siblings};

const HOUR: i64 = 60 * 60;
const DAY: i64 = 24 * HOUR;

fn inherit() -> Value {
    json!({ "token_validity": { "validity": "inherit" }, "exclusive_login": "inherit" })
}

fn long_term() -> Value {
    json!({ "token_validity": { "validity": "long_term" }, "exclusive_login": "inherit" })
}

fn lasting(amount: u32, unit: &str) -> Value {
    let validity = json!({ "validity": "expiration_time", "amount": amount, "unit": unit });
    json!({ "token_validity": validity, "exclusive_login": "inherit" })
}

/// A session of the app channel, opened to last so many days, or with none to last long-term.
async fn app_session(scene: &Siblings, login_id: &str, days: Option<i64>) -> Client {
    let client = scene.app.signed_in(login_id).await;
    let end = match days {
        Some(days) => format!("created_at + {}", days * DAY * 1000),
        None => i64::MAX.to_string(),
    };
    let newest = "id = (SELECT MAX(id) FROM sessions)";
    let sql = format!("UPDATE sessions SET channel = 'app', expires_at = {end} WHERE {newest}");
    scene.app.sql(&sql).await;
    client
}

async fn lasts(client: &Client) -> bool {
    client.get("/api/v1/me").await.status.is_success()
}

async fn listed(scene: &Siblings, user: UserId) -> Vec<Session> {
    let root = scene.app.signed_in("root").await;
    let path = format!("/api/v1/users/{user}/sessions");
    root.get(&path).await.ok().read()
}

#[tokio::test]
async fn an_app_stays_signed_in_for_thirty_days_used_or_not() {
    let scene = Siblings::start().await;
    let (user, web) = scene.user("hana.sato", scene.acme, "user").await;
    let client = app_session(&scene, "hana.sato", Some(30)).await;
    let end = scene.app.deps.now().plus_seconds(30 * DAY);
    scene.app.clock.advance(30 * DAY - 1);
    assert!(lasts(&client).await);
    assert!(!lasts(&web).await, "a browser's session keeps its limits");
    janitor::sweep(&scene.app.deps).await.unwrap();
    let sessions = listed(&scene, user.id).await;
    assert_eq!(sessions.len(), 1);
    assert_eq!(sessions[0].expires_at, Some(end));
    scene.app.clock.advance(1);
    assert!(!lasts(&client).await);
}

#[tokio::test]
async fn long_term_ends_with_the_account_and_not_by_time() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    app.set_tokens(&scene.root, user.id, long_term()).await.ok();
    let client = app_session(&scene, "hana.sato", None).await;
    app.clock.advance(3000 * DAY);
    janitor::sweep(&app.deps).await.unwrap();
    assert!(lasts(&client).await);
    assert_eq!(listed(&scene, user.id).await[0].expires_at, None);
    let me = client.get("/api/v1/me").await.ok().json();
    assert_eq!(me["session_expires_at"], Value::Null);
    let root = app.signed_in("root").await;
    let end = app.deps.now().plus_seconds(HOUR);
    app.edit(&root, user.id, json!({ "expires_at": end }))
        .await
        .ok();
    assert!(lasts(&client).await);
    app.clock.advance(HOUR);
    assert!(!lasts(&client).await);
}

#[tokio::test]
async fn it_ends_at_once_with_disabling_and_stays_within_trusted_addresses() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    app.set_tokens(&scene.root, user.id, long_term()).await.ok();
    let client = app_session(&scene, "hana.sato", None).await;
    let version = app.shown(&scene.root, user.id).await.version;
    let path = format!("/api/v1/users/{}/trusted-addresses", user.id);
    let only = |addresses: Value| json!({ "addresses": addresses });
    let kept_out = only(json!(["198.51.100.7"]));
    scene.root.put_at(&path, version, kept_out).await.ok();
    client.get("/api/v1/me").await.status(403);
    let version = app.shown(&scene.root, user.id).await.version;
    scene
        .root
        .put_at(&path, version, only(json!([])))
        .await
        .ok();
    assert!(lasts(&client).await);
    app.set_disabled(&scene.root, user.id, true).await.ok();
    assert!(!lasts(&client).await);
}

#[tokio::test]
async fn a_shorter_lifetime_counts_for_open_sessions_and_a_longer_one_prolongs_none() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let client = app_session(&scene, "hana.sato", Some(30)).await;
    app.clock.advance(10 * 60);
    let path = format!("/api/v1/users/{}/token-expiration/preview", user.id);
    let impact = scene.root.post(&path, lasting(10, "minutes")).await.ok();
    assert_eq!(impact.json()["sessions_ending"], 1);
    app.set_tokens(&scene.root, user.id, lasting(11, "minutes"))
        .await
        .ok();
    assert!(lasts(&client).await);
    app.clock.advance(60);
    let ended = client.get("/api/v1/me").await.status(401);
    assert_eq!(ended.refusal(), "session_ended.time_up");
    janitor::sweep(&app.deps).await.unwrap();
    let left = "SELECT COUNT(*) FROM sessions WHERE channel = 'app'";
    assert_eq!(app.numbers(left).await, [0]);
    let client = app_session(&scene, "hana.sato", Some(1)).await;
    app.set_tokens(&scene.root, user.id, long_term()).await.ok();
    app.clock.advance(DAY - 1);
    assert!(lasts(&client).await);
    app.clock.advance(1);
    assert!(!lasts(&client).await);
}

#[tokio::test]
async fn what_the_policy_class_says_is_shown_with_where_it_comes_from() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let shown = app.shown(&scene.root, user.id).await.token_expiration;
    assert_eq!(shown.token_validity, TokenValidity::Inherit);
    assert_eq!(shown.policy_token_lifetime_days.value, 30);
    assert!(!shown.exclusive);
    let class = scene.class_of(scene.acme).await;
    app.sql(&format!("INSERT INTO policy_class_settings (class_id, setting, value) VALUES ({class}, 'token_lifetime_days', '0'), ({class}, 'exclusive_login', 'true')")).await;
    app.sql(&format!(
        "INSERT INTO company_policy_classes (company_id, class_id) VALUES ({}, {class})",
        scene.acme
    ))
    .await;
    let json = scene.root.get(&format!("/api/v1/users/{}", user.id)).await;
    let shown = &json.json()["token_expiration"];
    assert_eq!(shown["policy_token_lifetime_days"]["value"], 0);
    let via = &shown["policy_exclusive_login"]["origin"]["via"]["name"];
    assert_eq!((via, &shown["exclusive"]), (&json!("Acme"), &json!(true)));
    let client = app_session(&scene, "hana.sato", None).await;
    app.clock.advance(400 * DAY);
    assert!(lasts(&client).await, "long-term by the class");
}

#[tokio::test]
async fn a_change_leaves_one_event_with_before_and_after() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let draft = json!({
        "token_validity": { "validity": "expiration_time", "amount": 120, "unit": "minutes" },
        "exclusive_login": "yes",
    });
    let answer = app.set_tokens(&scene.root, user.id, draft.clone()).await;
    let now: User = answer.ok().read();
    let hours = TokenLifetime {
        amount: 2,
        unit: LifetimeUnit::Hours,
    };
    let set = TokenValidity::ExpirationTime(hours);
    assert_eq!(now.token_expiration.token_validity, set);
    // Once more, and nothing has changed.
    let again: User = app
        .set_tokens(&scene.root, user.id, draft)
        .await
        .ok()
        .read();
    assert_eq!(again.version, now.version);
    let path = format!(
        "/api/v1/audit-events?user={}&action=token_expiration.set",
        user.id
    );
    let page: app::Page<AuditEvent> = scene.root.get(&path).await.ok().read();
    let [event] = page.items.as_slice() else {
        panic!("{} events", page.items.len());
    };
    let details: Vec<_> = event
        .details
        .iter()
        .map(|detail| {
            (
                detail.field.as_str(),
                detail.before.as_deref(),
                detail.after.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        details,
        [
            ("token_validity", Some("inherit"), Some("2 hours")),
            ("exclusive_login", Some("inherit"), Some("yes")),
            ("sessions_ended", None, Some("0")),
        ]
    );
}

#[tokio::test]
async fn what_is_beyond_the_bounds_is_refused_by_its_field() {
    let scene = Siblings::start().await;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let before = scene.app.rows().await;
    for draft in [
        lasting(4, "minutes"),
        lasting(0, "hours"),
        lasting(3651, "days"),
        lasting(u32::MAX, "minutes"),
    ] {
        let answer = scene.app.set_tokens(&scene.root, user.id, draft).await;
        assert_eq!(answer.status(422).fields(), ["token_validity.amount"]);
    }
    for draft in [
        lasting(1, "fortnights"),
        json!({ "token_validity": { "validity": "for_ever" }, "exclusive_login": "yes" }),
        json!({ "token_validity": { "validity": "inherit" }, "exclusive_login": true }),
        json!({}),
    ] {
        let answer = scene.app.set_tokens(&scene.root, user.id, draft).await;
        assert!((400..=422).contains(&answer.status.as_u16()), "{answer:?}");
        assert!(!answer.fields().is_empty(), "{answer:?}");
    }
    let path = format!("/api/v1/users/{}/token-expiration", user.id);
    scene.root.put(&path, inherit()).await.status(428);
    scene.root.put_at(&path, 99, long_term()).await.status(412);
    assert_eq!(scene.app.rows().await, before);
}

#[tokio::test]
async fn who_may_not_edit_users_or_acts_on_somebody_stronger_cannot() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, oneself) = scene.user("hana.sato", scene.acme, "user").await;
    let (_, help_desk) = scene.user("help.desk", scene.acme, "help_desk").await;
    let (_, sibling) = scene
        .user("beta.admin", scene.beta, "company_administrator")
        .await;
    let (_, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let (strong, _) = scene
        .user("strong", scene.acme, "company_administrator")
        .await;
    let grants = json!({ "web": [], "app": [], "api": ["users:read", "users:update"] });
    let (weak, editor) = scene.user("editor", scene.acme, "user").await;
    scene.give(weak.id, grants).await;
    for by in [&oneself, &help_desk] {
        app.set_tokens(by, user.id, long_term()).await.status(403);
    }
    app.set_tokens(&sibling, user.id, long_term())
        .await
        .status(404);
    let refused = app.set_tokens(&editor, strong.id, long_term()).await;
    assert_eq!(refused.status(403).refusal(), "user.stronger");
    app.set_tokens(&editor, user.id, long_term()).await.ok();
    app.delete(&admin, user.id).await.status(204);
    let refused = app.set_tokens(&admin, user.id, inherit()).await;
    assert_eq!(refused.status(409).refusal(), "user.in_the_bin");
}

#[tokio::test]
async fn ones_own_can_only_become_tighter() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let strict = json!({
        "token_validity": { "validity": "expiration_time", "amount": 8, "unit": "hours" },
        "exclusive_login": "yes",
    });
    app.set_tokens(&admin, user.id, strict).await.ok();
    let exclusive = |mut draft: Value, setting: &str| {
        draft["exclusive_login"] = json!(setting);
        draft
    };
    for looser in [
        exclusive(inherit(), "yes"),
        exclusive(long_term(), "yes"),
        exclusive(lasting(9, "hours"), "yes"),
        exclusive(lasting(8, "hours"), "no"),
        exclusive(lasting(1, "hours"), "inherit"),
    ] {
        let refused = app.set_tokens(&admin, user.id, looser).await;
        assert_eq!(refused.status(409).refusal(), "user.oneself");
    }
    let tighter = exclusive(lasting(1, "hours"), "yes");
    app.set_tokens(&admin, user.id, tighter).await.ok();
    app.set_tokens(&scene.root, user.id, inherit()).await.ok();
}

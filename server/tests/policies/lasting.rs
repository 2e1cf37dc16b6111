//! How long sessions last and the bin keeps, as a policy class wants it.

use app::{sessions::Session, users::DeletionPreview};
use serde_json::json;
use server::sign_in::janitor;

use super::{class, held_to, point};
use crate::util::{Client, Siblings};

const MINUTE: i64 = 60;
const DAY: i64 = 24 * 60 * MINUTE;

async fn status(client: &Client) -> u16 {
    client.get("/api/v1/me").await.status.as_u16()
}

#[tokio::test]
async fn a_session_ends_after_the_minutes_without_use_that_the_class_says() {
    let scene = held_to(json!({ "session_idle_minutes": 10 })).await;
    let (_, client) = scene.user("hana.sato", scene.acme, "user").await;
    scene.app.clock.advance(10 * MINUTE - 1);
    assert_eq!(status(&client).await, 200);
    scene.app.clock.advance(10 * MINUTE);
    assert_eq!(status(&client).await, 401);
}

#[tokio::test]
async fn tighter_limits_hold_at_the_next_use_and_looser_ones_do_not_prolong() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (_, client) = scene.user("hana.sato", scene.acme, "user").await;
    let (other, free) = scene.user("kenji", scene.beta, "user").await;
    let say = async |name: &str, minutes: u32| {
        let says = json!({ "session_absolute_minutes": minutes, "session_idle_minutes": 1440 });
        let class = class(&scene.root, scene.operator, name, says).await;
        point(&scene, &scene.root, scene.operator, Some(class.id))
            .await
            .ok();
    };
    say("Long", 10_080).await;
    app.clock.advance(12 * 60 * MINUTE - 1);
    assert_eq!(status(&client).await, 200);
    let root = app.signed_in("root").await;
    app.clock.advance(1);
    // They were opened to last twelve hours.
    assert_eq!(status(&client).await, 401);
    assert_eq!(status(&free).await, 401);
    let client = app.signed_in("hana.sato").await;
    let says = json!({ "session_absolute_minutes": 15 });
    let short = class(&root, scene.acme, "Short", says).await;
    point(&scene, &root, scene.acme, Some(short.id)).await.ok();
    let free = app.signed_in("kenji").await;
    app.clock.advance(15 * MINUTE - 1);
    assert_eq!(status(&client).await, 200);
    app.clock.advance(1);
    assert_eq!(status(&client).await, 401);
    assert_eq!(status(&free).await, 200);
    let path = format!("/api/v1/users/{}/sessions", other.id);
    let listed: Vec<Session> = root.get(&path).await.ok().read();
    assert_eq!(listed.len(), 1);
}

#[tokio::test]
async fn the_janitor_takes_away_the_sessions_that_the_class_has_ended() {
    let scene = held_to(json!({ "session_idle_minutes": 10 })).await;
    let lax = class(
        &scene.root,
        scene.beta,
        "Lax",
        json!({ "session_idle_minutes": 120 }),
    )
    .await;
    point(&scene, &scene.root, scene.beta, Some(lax.id))
        .await
        .ok();
    scene.user("hana.sato", scene.acme, "user").await;
    let (kept, _) = scene.user("kenji", scene.beta, "user").await;
    scene.app.clock.advance(11 * MINUTE);
    janitor::sweep(&scene.app.deps).await.unwrap();
    let left = "SELECT user_id FROM sessions";
    assert_eq!(scene.app.numbers(left).await, [kept.id.0]);
}

#[tokio::test]
async fn the_bin_keeps_deleted_users_as_long_as_the_class_says() {
    let scene = held_to(json!({ "bin_retention_days": 3 })).await;
    let app = &scene.app;
    let long = class(
        &scene.root,
        scene.beta,
        "Archive",
        json!({ "bin_retention_days": 90 }),
    )
    .await;
    point(&scene, &scene.root, scene.beta, Some(long.id))
        .await
        .ok();
    let short = scene.quiet("short", scene.acme).await;
    let long = scene.quiet("long", scene.beta).await;
    for (user, days) in [(&short, 3), (&long, 90)] {
        let path = format!("/api/v1/users/{}/deletion", user.id);
        let preview: DeletionPreview = scene.root.get(&path).await.ok().read();
        assert_eq!(preview.bin_retention_days, days);
        app.delete(&scene.root, user.id).await.ok();
    }
    let left = "SELECT id FROM users WHERE login_id IN ('short', 'long') ORDER BY id";
    app.clock.advance(3 * DAY);
    janitor::sweep(&app.deps).await.unwrap();
    assert_eq!(app.numbers(left).await, [short.id.0, long.id.0]);
    app.clock.advance(1);
    janitor::sweep(&app.deps).await.unwrap();
    assert_eq!(app.numbers(left).await, [long.id.0]);
    app.clock.advance(87 * DAY);
    janitor::sweep(&app.deps).await.unwrap();
    assert_eq!(app.numbers(left).await, [0; 0]);
}

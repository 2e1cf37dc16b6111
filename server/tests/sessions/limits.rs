//! How long a session lasts.

use app::Timestamp;
use serde_json::json;
use server::sign_in::janitor;

use crate::util::{Client, Siblings};

/// By default a session ends after an hour without use.
const IDLE_LIMIT: i64 = 60 * 60;
/// By default a session ends after twelve hours, however much it is used.
const ABSOLUTE_LIMIT: i64 = 12 * 60 * 60;

async fn status(client: &Client) -> u16 {
    client.get("/api/v1/me").await.status.as_u16()
}

#[tokio::test]
async fn an_account_that_expires_is_out_at_the_very_moment() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, client) = scene.user("hana.sato", scene.acme, "user").await;
    // A moment that lies within the time for which a node remembers who acts.
    let end = Timestamp::from_millis(app.deps.now().millis() + 600_200);
    app.edit(&scene.root, user.id, json!({ "expires_at": end }))
        .await
        .ok();
    app.clock.advance(600);
    assert_eq!(status(&client).await, 200);
    app.clock.advance_millis(199);
    assert_eq!(status(&client).await, 200);
    app.clock.advance_millis(1);
    assert_eq!(status(&client).await, 401);
    client
        .sign_in("hana.sato", crate::util::PASSWORD)
        .await
        .status(403);
}

#[tokio::test]
async fn a_session_that_is_not_used_ends() {
    let scene = Siblings::start().await;
    let (_, client) = scene.user("hana.sato", scene.acme, "user").await;
    scene.app.clock.advance(IDLE_LIMIT - 1);
    assert_eq!(status(&client).await, 200);
    scene.app.clock.advance(IDLE_LIMIT - 1);
    assert_eq!(status(&client).await, 200);
    scene.app.clock.advance(IDLE_LIMIT);
    assert_eq!(status(&client).await, 401);
}

#[tokio::test]
async fn however_much_it_is_used_a_session_ends_one_day() {
    let scene = Siblings::start().await;
    let (_, client) = scene.user("hana.sato", scene.acme, "user").await;
    let mut left = ABSOLUTE_LIMIT;
    while left > 3_000 {
        scene.app.clock.advance(3_000);
        left -= 3_000;
        assert_eq!(status(&client).await, 200, "{left} seconds before the end");
    }
    scene.app.clock.advance(left);
    assert_eq!(status(&client).await, 401);
}

#[tokio::test]
async fn the_janitor_takes_away_what_has_ended_and_nothing_else() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    scene.user("hana.sato", scene.acme, "user").await;
    app.clock.advance(IDLE_LIMIT - 60);
    let (kept, client) = scene.user("kenji", scene.acme, "user").await;
    app.clock.advance(60);
    janitor::sweep(&app.deps).await.unwrap();
    let left = app.numbers("SELECT DISTINCT user_id FROM sessions").await;
    assert!(left.contains(&kept.id.0));
    assert_eq!(left.len(), 2, "who adds a user acts as well: {left:?}");
    assert_eq!(status(&client).await, 200);
}

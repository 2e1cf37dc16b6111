//! One's own sessions: seen and ended without any permission, and nobody else's.

use app::{SessionId, sessions::Session};

use crate::util::{Client, Siblings};

async fn sessions(client: &Client) -> Vec<Session> {
    client.get("/api/v1/me/sessions").await.ok().read()
}

#[tokio::test]
async fn one_sees_them_all_and_which_is_this_one() {
    let scene = Siblings::start().await;
    let (_, hana) = scene.user("hana.sato", scene.acme, "user").await;
    scene.app.signed_in("hana.sato").await;
    let seen = sessions(&hana).await;
    assert_eq!(seen.len(), 2);
    assert_eq!(seen.iter().filter(|session| session.current).count(), 1);
}

#[tokio::test]
async fn one_ends_another_or_all_others_however_old_the_sign_in() {
    let scene = Siblings::start().await;
    let (_, hana) = scene.user("hana.sato", scene.acme, "user").await;
    let phone = scene.app.signed_in("hana.sato").await;
    let tablet = scene.app.signed_in("hana.sato").await;
    scene.app.clock.advance(11 * 60);
    let of_phone = sessions(&phone).await;
    let of_phone = of_phone.iter().find(|session| session.current).unwrap();
    let path = format!("/api/v1/me/sessions/{}", of_phone.id);
    hana.delete_plain(path.clone()).await.status(204);
    hana.delete_plain(path).await.status(404);
    let told = phone.get("/api/v1/me").await.status(401);
    assert_eq!(told.refusal(), "session_ended.ended_by_oneself");
    tablet.get("/api/v1/me").await.ok();
    let ended = hana.delete_plain("/api/v1/me/sessions".into()).await.ok();
    assert_eq!(ended.json()["ended"], 1);
    tablet.get("/api/v1/me").await.status(401);
    assert_eq!(sessions(&hana).await.len(), 1);
}

#[tokio::test]
async fn somebody_elses_looks_like_none() {
    let scene = Siblings::start().await;
    let (_, hana) = scene.user("hana.sato", scene.acme, "user").await;
    let (_, ken) = scene.user("ken.tanaka", scene.acme, "user").await;
    let theirs = sessions(&ken).await[0].id;
    let end = |id: SessionId| hana.delete_plain(format!("/api/v1/me/sessions/{id}"));
    let said = end(theirs).await.status(404).said();
    assert_eq!(said, end(SessionId(9_000_003)).await.said());
    ken.get("/api/v1/me").await.ok();
}

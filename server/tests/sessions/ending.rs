//! What ends somebody's sessions ends them at once, on every node.

use app::{UserId, invitations::LinkPurpose, sessions::Session};
use reqwest::Method;
use serde_json::json;

use crate::util::{Answer, Client, PASSWORD, Siblings, TestApp};

/// A second server on the same database, and the cookie of somebody signed in at the first.
struct TwoNodes {
    scene: Siblings,
    other: TestApp,
    user: UserId,
    cookie: String,
}

impl TwoNodes {
    async fn start() -> Self {
        let scene = Siblings::start().await;
        let other = scene.app.another().await;
        let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
        let cookie = scene.app.client().sign_in("hana.sato", PASSWORD).await.ok();
        let cookie = cookie.session_cookie().expect("a session");
        let nodes = Self {
            scene,
            other,
            user: user.id,
            cookie,
        };
        // Both nodes have seen the session, and remember who it is.
        assert_eq!(nodes.seen(&nodes.scene.app).await, 200);
        assert_eq!(nodes.seen(&nodes.other).await, 200);
        nodes
    }

    async fn seen(&self, app: &TestApp) -> u16 {
        let client = app.client();
        let request = client
            .request(Method::GET, "/api/v1/me")
            .header("cookie", &self.cookie);
        client.send(request).await.status.as_u16()
    }

    /// The session has ended: at once where it was ended, within a second elsewhere.
    async fn has_ended(&self) {
        assert_eq!(self.seen(&self.scene.app).await, 401);
        self.scene.app.clock.advance(1);
        assert_eq!(self.seen(&self.other).await, 401);
    }
}

#[tokio::test]
async fn deleting_a_user_ends_them() {
    let nodes = TwoNodes::start().await;
    nodes
        .scene
        .app
        .delete(&nodes.scene.root, nodes.user)
        .await
        .status(204);
    nodes.has_ended().await;
    // Coming back from the bin brings back no session.
    let restore = format!("/api/v1/users/{}/restore", nodes.user);
    nodes.scene.root.post(&restore, json!({})).await.ok();
    nodes.has_ended().await;
}

#[tokio::test]
async fn disabling_a_user_ends_them() {
    let nodes = TwoNodes::start().await;
    let (app, root) = (&nodes.scene.app, &nodes.scene.root);
    app.set_disabled(root, nodes.user, true).await.ok();
    nodes.has_ended().await;
    app.set_disabled(root, nodes.user, false).await.ok();
    nodes.has_ended().await;
}

#[tokio::test]
async fn resetting_the_second_factor_ends_them() {
    let nodes = TwoNodes::start().await;
    let reset = format!("/api/v1/users/{}/two-factor/reset", nodes.user);
    nodes.scene.root.post(&reset, json!({})).await.ok();
    nodes.has_ended().await;
}

#[tokio::test]
async fn a_new_password_ends_them() {
    let nodes = TwoNodes::start().await;
    let app = &nodes.scene.app;
    let forgotten = json!({ "login_id": "hana.sato" });
    app.client()
        .post("/api/v1/login/forgotten-password", forgotten)
        .await
        .status(204);
    let token = app.mail("hana.sato@example.com", "assword").await.token();
    let client = app.client();
    let look = client
        .post("/api/v1/links/look", json!({ "token": token }))
        .await
        .ok()
        .json();
    assert_eq!(
        look["purpose"],
        serde_json::to_value(LinkPurpose::PasswordReset).unwrap()
    );
    let flow = client.open_link(&token).await.flow.unwrap();
    let proof = json!({ "step": "new_password", "password": "gravel lantern sparrow" });
    client.prove(&flow, proof).await.ok();
    nodes.has_ended().await;
    client.get("/api/v1/me").await.ok();
}

#[tokio::test]
async fn an_administrator_ends_one_or_all() {
    let nodes = TwoNodes::start().await;
    let (app, root) = (&nodes.scene.app, &nodes.scene.root);
    let path = format!("/api/v1/users/{}/sessions", nodes.user);
    let sessions: Vec<Session> = root.get(&path).await.ok().read();
    assert_eq!(sessions.len(), 2);
    let newest = sessions.iter().map(|session| session.id).max().unwrap();
    root.delete_plain(format!("{path}/{newest}"))
        .await
        .status(204);
    nodes.has_ended().await;
    root.delete_plain(format!("{path}/{newest}"))
        .await
        .status(404);
    let client = app.signed_in("hana.sato").await;
    assert_eq!(root.delete_plain(path).await.ok().json()["ended"], 2);
    client.get("/api/v1/me").await.status(401);
}

#[tokio::test]
async fn one_ends_ones_own_others_and_keeps_the_present_one() {
    let scene = Siblings::start().await;
    let (user, first) = scene.user("hana.sato", scene.acme, "user").await;
    let second = scene.app.signed_in("hana.sato").await;
    let path = format!("/api/v1/users/{}/sessions", user.id);
    let sessions: Vec<Session> = second.get(&path).await.ok().read();
    assert_eq!(sessions.iter().filter(|session| session.current).count(), 1);
    assert_eq!(second.delete_plain(path).await.ok().json()["ended"], 1);
    first.get("/api/v1/me").await.status(401);
    second.get("/api/v1/me").await.ok();
}

async fn flow_of(client: &Client) -> String {
    let flow: app::sign_in::FlowView = client.sign_in("hana.sato", PASSWORD).await.ok().read();
    flow.flow.expect("a flow that owes the second factor")
}

/// A flow that owes the second factor, then something done to its user, then the right code.
async fn proved_after(
    deed: impl AsyncFn(&Siblings, UserId) -> Answer,
    undo: impl AsyncFn(&Siblings, UserId) -> Answer,
) {
    let scene = Siblings::start().await;
    let (user, _, authenticator, _) = scene
        .app
        .user_with_authenticator(&scene.root, "hana.sato", scene.acme)
        .await;
    let client = scene.app.client();
    let flow = flow_of(&client).await;
    deed(&scene, user.id).await.ok();
    let code = json!({ "step": "code", "code": authenticator.code(scene.app.deps.now()) });
    let over = client.prove(&flow, code.clone()).await.status(410);
    assert_eq!(over.refusal(), "sign_in.flow_over");
    // It is over for good, whatever becomes of the account.
    undo(&scene, user.id).await.ok();
    client.prove(&flow, code).await.status(410);
    client.get("/api/v1/me").await.status(401);
}

#[tokio::test]
async fn a_login_flow_under_way_ends_with_disabling() {
    proved_after(
        async |scene, id| scene.app.set_disabled(&scene.root, id, true).await,
        async |scene, id| scene.app.set_disabled(&scene.root, id, false).await,
    )
    .await;
}

#[tokio::test]
async fn and_with_deleting() {
    proved_after(
        async |scene, id| scene.app.delete(&scene.root, id).await,
        async |scene, id| {
            scene
                .root
                .post(&format!("/api/v1/users/{id}/restore"), json!({}))
                .await
        },
    )
    .await;
}

#[tokio::test]
async fn and_with_a_reset() {
    let reset = async |scene: &Siblings, id| {
        scene
            .root
            .post(&format!("/api/v1/users/{id}/two-factor/reset"), json!({}))
            .await
    };
    proved_after(reset, reset).await;
}

#[tokio::test]
async fn and_with_switching_the_second_factor_off() {
    let set = async |scene: &Siblings, id, enabled| {
        let path = format!("/api/v1/users/{id}/two-factor");
        scene.root.put(&path, json!({ "enabled": enabled })).await
    };
    proved_after(
        async |scene, id| set(scene, id, false).await,
        async |scene, id| set(scene, id, true).await,
    )
    .await;
}

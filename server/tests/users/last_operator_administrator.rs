//! There is always an operator administrator who can sign in.

use app::UserId;
use serde_json::json;

use crate::util::{Answer, Client, Siblings, TestApp};

/// How many can sign in as operator administrator now.
async fn usable(app: &TestApp) -> i64 {
    let now = app.deps.now().millis();
    let sql = format!(
        "SELECT COUNT(*) FROM users u JOIN user_roles ur ON ur.user_id = u.id JOIN roles r ON r.id = ur.role_id
         WHERE r.name = 'operator_administrator' AND u.deleted_at = 0 AND NOT u.disabled
         AND u.expires_at > {now} AND u.password_set_at > 0"
    );
    app.numbers(&sql).await[0]
}

async fn all_ways_out(
    app: &TestApp,
    client: &Client,
    id: UserId,
    elsewhere: app::CompanyId,
) -> Vec<Answer> {
    let role = app.role(client, elsewhere, "user").await;
    let mut answers = vec![
        app.delete(client, id).await,
        app.set_disabled(client, id, true).await,
    ];
    for change in [
        json!({ "expires_at": "2027-02-01T00:00:00Z" }),
        json!({ "roles": [role] }),
        json!({ "company": elsewhere }),
        json!({ "company": elsewhere, "roles": [role] }),
    ] {
        answers.push(app.edit(client, id, change).await);
    }
    answers
}

#[tokio::test]
async fn the_only_one_stays_whatever_they_do_to_themselves() {
    let scene = Siblings::start().await;
    let id = scene.app.id_of(&scene.root, "root").await;
    let before = scene.app.rows().await;
    for answer in all_ways_out(&scene.app, &scene.root, id, scene.acme).await {
        assert_eq!(answer.status(409).refusal(), "user.oneself");
    }
    assert_eq!(scene.app.rows().await, before);
}

#[tokio::test]
async fn one_who_has_not_accepted_yet_or_cannot_sign_in_is_no_other_one() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let role = app
        .role(&scene.root, scene.operator, "operator_administrator")
        .await;
    app.invite(
        &scene.root,
        "invited",
        scene.operator,
        json!({ "roles": [role] }),
    )
    .await;
    let (disabled, _) = scene
        .user("disabled", scene.operator, "operator_administrator")
        .await;
    app.set_disabled(&scene.root, disabled.id, true).await.ok();
    // A second one, whose rights a moment ago still hold when the first is the last.
    let (second, client) = scene
        .user("second", scene.operator, "operator_administrator")
        .await;
    let root = app.id_of(&scene.root, "root").await;
    app.sql(&format!(
        "UPDATE users SET parent_id = NULL, password_set_at = 0 WHERE id = {}",
        second.id
    ))
    .await;
    for answer in all_ways_out(app, &client, root, scene.acme).await {
        assert_eq!(
            answer.status(409).refusal(),
            "user.last_operator_administrator"
        );
    }
    assert_eq!(usable(app).await, 1);
}

#[tokio::test]
async fn the_last_one_does_not_go_along_as_somebodys_sub_user() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    // Root's parent user is somebody who can no longer sign in, and nobody else is left but the one who asks.
    let (parent, _) = scene
        .user("parent", scene.operator, "operator_administrator")
        .await;
    let (second, client) = scene
        .user("second", scene.operator, "operator_administrator")
        .await;
    let root = app.id_of(&scene.root, "root").await;
    app.set_disabled(&scene.root, parent.id, true).await.ok();
    app.sql(&format!(
        "UPDATE users SET parent_id = NULL WHERE id = {}",
        parent.id
    ))
    .await;
    app.sql(&format!(
        "UPDATE users SET parent_id = {} WHERE id = {root}",
        parent.id
    ))
    .await;
    app.sql(&format!(
        "UPDATE users SET parent_id = NULL, password_set_at = 0 WHERE id = {}",
        second.id
    ))
    .await;
    let answer = app.delete(&client, parent.id).await.status(409);
    assert_eq!(answer.refusal(), "user.last_operator_administrator");
    assert_eq!(usable(app).await, 1);
}

#[tokio::test]
async fn two_cannot_date_each_other_so_that_one_day_nobody_is_left() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (second, client) = scene
        .user("second", scene.operator, "operator_administrator")
        .await;
    app.sql(&format!(
        "UPDATE users SET parent_id = NULL WHERE id = {}",
        second.id
    ))
    .await;
    let root = app.id_of(&scene.root, "root").await;
    let soon = json!({ "expires_at": "2027-02-01T00:00:00Z" });
    app.edit(&scene.root, second.id, soon.clone()).await.ok();
    let answer = app.edit(&client, root, soon).await.status(409);
    assert_eq!(answer.refusal(), "user.last_operator_administrator");
    // Nor does who ends soon remove who stays.
    for answer in all_ways_out(app, &client, root, scene.acme).await {
        assert_eq!(
            answer.status(409).refusal(),
            "user.last_operator_administrator"
        );
    }
    app.clock.advance(60 * 24 * 60 * 60);
    assert_eq!(usable(app).await, 1);
}

//! Two operator administrators who remove each other at the same moment: one always stays.

use app::UserId;
use serde_json::json;

use crate::util::{Answer, Client, Siblings, TestApp};

/// How often they try.
const ROUNDS: usize = 500;

/// What one of them does to the other.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Delete,
    Demote,
    Disable,
    Expire,
}

const DEEDS: [Deed; 4] = [Deed::Delete, Deed::Demote, Deed::Disable, Deed::Expire];

impl Deed {
    async fn by(self, app: &TestApp, client: &Client, other: UserId) -> Answer {
        match self {
            Deed::Delete => app.delete(client, other).await,
            Deed::Demote => app.edit(client, other, json!({ "roles": [] })).await,
            Deed::Disable => app.set_disabled(client, other, true).await,
            Deed::Expire => {
                let soon = json!({ "expires_at": "2027-02-01T00:00:00Z" });
                app.edit(client, other, soon).await
            }
        }
    }
}

/// How many operator administrators there will be for good.
async fn lasting(app: &TestApp) -> i64 {
    let sql = format!(
        "SELECT COUNT(*) FROM users u JOIN user_roles ur ON ur.user_id = u.id JOIN roles r ON r.id = ur.role_id
         WHERE r.name = 'operator_administrator' AND u.deleted_at = 0 AND NOT u.disabled
         AND u.expires_at = {} AND u.password_set_at > 0",
        server::users::store::NEVER
    );
    app.numbers(&sql).await[0]
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_two_do_to_each_other_at_the_same_moment_one_stays() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (a, a_client) = scene
        .user("first", scene.operator, "operator_administrator")
        .await;
    let (b, b_client) = scene
        .user("second", scene.operator, "operator_administrator")
        .await;
    let (a, b) = (a.id, b.id);
    app.sql("UPDATE users SET disabled = TRUE WHERE login_id = 'root'")
        .await;
    app.sql("CREATE TABLE kept_sessions AS SELECT * FROM sessions")
        .await;
    let both = format!("({a}, {b})");
    let mut done = 0;
    for round in 0..ROUNDS {
        for again in [
            &format!(
                "UPDATE users SET disabled = FALSE, deleted_at = 0, deletion = 0, parent_id = NULL, expires_at = {}
                 WHERE id IN {both}",
                server::users::store::NEVER
            ),
            &format!("DELETE FROM user_roles WHERE user_id IN {both}"),
            &format!(
                "INSERT INTO user_roles (user_id, role_id) SELECT u.id, r.id FROM users u, roles r
                 WHERE u.id IN {both} AND r.name = 'operator_administrator'"
            ),
            "DELETE FROM sessions",
            "DELETE FROM ended_sessions",
            "INSERT INTO sessions SELECT * FROM kept_sessions",
        ] {
            app.sql(again).await;
        }
        // Who acts is remembered for half a second.
        app.clock.advance(1);
        let (deed, reply) = (DEEDS[round % 4], DEEDS[round / 4 % 4]);
        let (first, second) = tokio::join!(deed.by(app, &a_client, b), reply.by(app, &b_client, a));
        for answer in [first, second] {
            match answer.status.as_u16() {
                200 | 204 => done += 1,
                status => assert!(
                    [401, 403, 404, 409, 412].contains(&status),
                    "{}",
                    answer.body
                ),
            }
        }
        assert_eq!(lasting(app).await, 1, "round {round}: {deed:?}, {reply:?}");
    }
    assert_eq!(done, ROUNDS, "in each round one is done and one is refused");
}

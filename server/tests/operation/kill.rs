//! kill -9 at any moment keeps the promise.

use std::time::Duration;

use sea_orm::ConnectionTrait;
use serde_json::json;
use tempfile::TempDir;

use super::process::Ground;
use crate::util::fresh_database;

#[tokio::test]
async fn every_acknowledged_user_has_one_live_invitation_and_its_mail() {
    let folder = TempDir::new().unwrap();
    let (db, database_url) = fresh_database(&folder).await;
    drop(db);
    let ground = Ground {
        folder: folder.path(),
        database_url: &database_url,
    };
    ground.create_administrator();
    let mut acknowledged = Vec::new();
    for round in 0..8_u64 {
        let portal = ground.start().await;
        let after = Duration::from_millis(60 + 70 * round);
        acknowledged.extend(
            portal
                .add_users_until_killed(after, &format!("user{round}"))
                .await,
        );
    }
    assert!(
        acknowledged.len() > 8,
        "too few to tell: {}",
        acknowledged.len()
    );
    let (holds, said) = ground.verify_audit();
    assert!(holds, "{said}");

    let portal = ground.start().await;
    let client = portal.administrator().await;
    for login_id in acknowledged {
        let page = client
            .get(&format!("/api/v1/users?search={login_id}@"))
            .await
            .ok()
            .json();
        let id = &page["items"][0]["id"];
        assert_eq!(page["items"][0]["login_id"], *login_id);
        let invitations = client
            .get(&format!("/api/v1/users/{id}/invitations"))
            .await
            .ok()
            .json();
        let states: Vec<&str> = invitations
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|one| one["state"].as_str())
            .collect();
        assert!(
            matches!(states[..], ["queued"] | ["sent"]),
            "{login_id}: {states:?}"
        );
        let mails = client
            .get(&format!("/api/v1/mails?search={login_id}@"))
            .await
            .ok()
            .json();
        assert_eq!(mails["items"].as_array().unwrap().len(), 1, "{login_id}");
    }
}

#[tokio::test]
async fn a_job_that_was_killed_goes_on_and_does_each_row_once() {
    let folder = TempDir::new().unwrap();
    let (db, database_url) = fresh_database(&folder).await;
    let ground = Ground {
        folder: folder.path(),
        database_url: &database_url,
    };
    ground.create_administrator();
    let many = (0..1_500)
        .map(|number| format!("(1, 'many-{number}', 'many@example.com', 'M', 'M', 'm m', 'many-{number}', FALSE, 9223372036854775807, 'inherit', 0, 0, 0, 'en', 'UTC', 1, 0, 0, 1, '')"))
        .collect::<Vec<_>>()
        .join(", ");
    let sql = format!(
        "INSERT INTO users (company_id, login_id, email, first_name, last_name, sort_name, search_text, disabled,
             expires_at, two_factor, password_set_at, enrolled_at, last_sign_in_at, language, time_zone, created_at,
             deleted_at, deletion, version, trusted_addresses) VALUES {many}"
    );
    db.write().execute_unprepared(&sql).await.unwrap();
    let draft = json!({
        "action": { "kind": "issue_credentials" },
        "selection": { "matching": { "search": "many-" } },
    });
    let portal = ground.start().await;
    let client = portal.administrator().await;
    let job = client.post("/api/v1/jobs", draft).await.ok().json();
    let path = format!("/api/v1/jobs/{}", job["id"]);
    drop(portal);

    let mut kills = 0;
    let ended = loop {
        let portal = ground.start().await;
        let client = portal.administrator().await;
        let job = client.get(&path).await.ok().json();
        match job["state"].as_str().unwrap() {
            "done" => break job,
            "ready" => {
                let start = format!("{path}/start");
                client.post(&start, json!({})).await.ok();
            }
            _ => {}
        }
        tokio::time::sleep(Duration::from_millis(250 + 90 * kills)).await;
        kills += 1;
    };
    assert!(kills > 3, "killed too seldom to tell: {kills}");
    assert_eq!(ended["counts"]["changed"], 1_500);
    let count = async |sql: &str| server::db::sql::number(db.read(), sql, []).await.unwrap();
    for once in [
        "SELECT COUNT(*) FROM audit_events WHERE action = 'credentials.issued'",
        "SELECT COUNT(*) FROM mails WHERE kind = 'invitation' AND state <> 'dropped'",
        "SELECT COUNT(DISTINCT subject_id) FROM audit_events WHERE action = 'credentials.issued'",
    ] {
        assert_eq!(count(once).await, 1_500, "{once}");
    }
    let ends = "SELECT COUNT(*) FROM audit_events WHERE action = 'job.ended'";
    assert_eq!(count(ends).await, 1);
    let (holds, said) = ground.verify_audit();
    assert!(holds, "{said}");
}

#[tokio::test]
async fn a_changed_event_is_named_and_ends_the_check_with_an_error() {
    let folder = TempDir::new().unwrap();
    let (db, database_url) = fresh_database(&folder).await;
    let ground = Ground {
        folder: folder.path(),
        database_url: &database_url,
    };
    ground.create_administrator();
    let (holds, said) = ground.verify_audit();
    assert!(holds && said.contains("not yet:"), "{said}");
    let change = "UPDATE audit_events SET address = '192.0.2.1' WHERE id = 1";
    db.write().execute_unprepared(change).await.unwrap();
    let (holds, said) = ground.verify_audit();
    assert!(!holds && said.contains("event 1 was changed"), "{said}");
}

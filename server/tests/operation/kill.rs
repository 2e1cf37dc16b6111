//! kill -9 at any moment keeps the promise.

use std::time::Duration;

use sea_orm::ConnectionTrait;
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

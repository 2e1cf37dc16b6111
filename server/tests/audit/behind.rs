//! Who was behind an event cannot be changed unseen, and what was recorded before anybody could be stays sound.

use serde_json::{Value, json};
use server::audit::{Flaw, Soundness, sealer::seal, verify};

use crate::util::{Siblings, TestApp};

async fn check(app: &TestApp) -> Result<Soundness, Flaw> {
    verify(&app.deps, None).await.unwrap()
}

/// An event that the operator's administrator left as the administrator of Acme.
async fn acted() -> (Siblings, i64) {
    let scene = Siblings::start().await;
    let (boss, _) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let hana = scene.quiet("hana.sato", scene.acme).await;
    scene.root.log_in_as(boss.id).await.ok();
    let change = json!({ "first_name": "Hanako" });
    scene.app.edit(&scene.root, hana.id, change).await.ok();
    scene.root.go_back().await.ok();
    let event = scene.events("user.changed").await[0].id.0;
    (scene, event)
}

#[tokio::test]
async fn whoever_was_behind_stays_behind_sealed_or_not() {
    let (scene, event) = acted().await;
    let app = &scene.app;
    for sealed in [false, true] {
        if sealed {
            seal(&app.deps).await.unwrap();
        }
        check(app).await.unwrap();
        for tampered in [
            "behind_id = 9001",
            "behind_login_id = 'somebody.else'",
            "behind_id = NULL, behind_login_id = ''",
            // Without its version the mark would be of the time when nobody could be behind.
            "behind_id = NULL, behind_login_id = '', mark = substr(mark, 3)",
            "mark = substr(mark, 3)",
        ] {
            app.sql("CREATE TABLE kept AS SELECT * FROM audit_events")
                .await;
            app.sql(&format!(
                "UPDATE audit_events SET {tampered} WHERE id = {event}"
            ))
            .await;
            assert_eq!(
                check(app).await,
                Err(Flaw::EventChanged(event)),
                "{tampered}"
            );
            app.sql("DELETE FROM audit_events; INSERT INTO audit_events SELECT * FROM kept; DROP TABLE kept")
                .await;
        }
    }
    check(app).await.unwrap();
}

#[tokio::test]
async fn a_mark_of_the_first_version_holds_for_an_event_with_nobody_behind() {
    let (scene, event) = acted().await;
    let app = &scene.app;
    let mine = format!("WHERE id = {event}");
    first_version(app, event).await;
    // The event names somebody behind, which that version did not cover.
    assert_eq!(check(app).await, Err(Flaw::EventChanged(event)));
    app.sql(&format!(
        "UPDATE audit_events SET behind_id = NULL, behind_login_id = '' {mine}"
    ))
    .await;
    check(app).await.unwrap();
    seal(&app.deps).await.unwrap();
    check(app).await.unwrap();
    app.sql(&format!("UPDATE audit_events SET behind_id = 1 {mine}"))
        .await;
    assert_eq!(check(app).await, Err(Flaw::EventChanged(event)));
}

/// Gives an event the mark that the first version would have given it.
async fn first_version(app: &TestApp, event: i64) {
    let nonce = "AAAAAAAAAAAAAAAA";
    let text = async |column: &str| {
        let sql = format!("SELECT {column} FROM audit_events WHERE id = {event}");
        app.texts(&sql).await.remove(0)
    };
    let number = async |column: &str| {
        let sql = format!("SELECT {column} FROM audit_events WHERE id = {event}");
        app.numbers(&sql).await.remove(0)
    };
    let sealer = &app.deps.sealer;
    let details = text("details").await;
    let details = sealer.keyed_hash("audit_events.details/1", &format!("{nonce}{details}"));
    let columns: Value = json!([
        nonce,
        details,
        number("at").await,
        text("action").await,
        true,
        number("actor_id").await,
        text("actor_login_id").await,
        number("subject_id").await,
        text("subject_login_id").await,
        number("company_id").await,
        text("address").await,
        text("channel").await,
        text("request_id").await,
    ]);
    let whole = sealer.keyed_hash("audit_events/1", &columns.to_string());
    app.sql(&format!(
        "UPDATE audit_events SET mark = '{nonce}.{details}.{whole}' WHERE id = {event}"
    ))
    .await;
}

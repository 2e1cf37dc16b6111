//! The trail cannot be changed unseen, and nothing that Doorward does itself is taken for a change.

use app::{CompanyId, UserId, audit::AuditAction};
use server::audit::{self, Entry, Flaw, Head, Soundness, sealer::seal, verify};

use crate::util::{Siblings, TestApp};

async fn note(app: &TestApp, number: i64) {
    let tx = app.deps.db.begin().await.unwrap();
    let event = Entry::by_doorward(AuditAction::UserChanged)
        .on(UserId(1_000 + number), "hana.sato", CompanyId(1))
        .changed("email", "old@example.com", format!("{number}@example.com"));
    audit::record(&tx, &app.deps, event).await.unwrap();
    tx.commit().await.unwrap();
}

async fn check(app: &TestApp) -> Result<Soundness, Flaw> {
    verify(&app.deps, None).await.unwrap()
}

/// Three seals of four events each, and one event that is not sealed yet.
async fn trail() -> TestApp {
    let app = TestApp::start().await;
    for number in 0..12 {
        note(&app, number).await;
        if number % 4 == 3 {
            assert_eq!(seal(&app.deps).await.unwrap(), 4);
        }
    }
    note(&app, 12).await;
    app
}

/// Events of one seal each, however often and wherever sealing was begun.
async fn each_is_sealed_once(app: &TestApp) -> i64 {
    let unsealed = "SELECT COUNT(*) FROM audit_events WHERE seal IS NULL";
    assert_eq!(app.numbers(unsealed).await, [0]);
    let events = app.numbers("SELECT COUNT(*) FROM audit_events").await[0];
    let members = app
        .numbers("SELECT CAST(SUM(events) AS BIGINT) FROM audit_seals")
        .await[0];
    assert_eq!(events, members);
    events
}

#[tokio::test]
async fn an_untouched_trail_holds() {
    let app = trail().await;
    let sound = check(&app).await.unwrap();
    assert_eq!(
        (sound.head.number, sound.sealed, sound.unsealed),
        (3, 12, 1)
    );
    assert_eq!(sound.sealed_at, Some(app.deps.now()));
    assert_eq!(seal(&app.deps).await.unwrap(), 1);
    assert_eq!(seal(&app.deps).await.unwrap(), 0, "nothing new, no seal");
    assert_eq!(each_is_sealed_once(&app).await, 13);
    assert_eq!(check(&app).await.unwrap().head.number, 4);
}

#[tokio::test]
async fn an_empty_trail_holds() {
    let app = TestApp::start().await;
    assert_eq!(seal(&app.deps).await.unwrap(), 0);
    assert_eq!(check(&app).await, Ok(Soundness::default()));
}

#[tokio::test]
async fn every_kind_of_tampering_is_found_and_named() {
    let app = trail().await;
    for table in ["audit_events", "audit_seals", "settings"] {
        app.sql(&format!(
            "CREATE TABLE kept_{table} AS SELECT * FROM {table}"
        ))
        .await;
    }
    let columns =
        "at, action, succeeded, actor_id, actor_login_id, behind_id, behind_login_id, subject_id, subject_login_id, company_id,
        address, channel, request_id, details, mark";
    let copy = |seal: &str, from: i64| {
        format!(
            "INSERT INTO audit_events (id, {columns}, seal)
             SELECT 900, {columns}, {seal} FROM audit_events WHERE id = {from}"
        )
    };
    let exchange = |a: i64, b: i64| {
        let one = |to: i64, from: i64| {
            let sets: Vec<_> = columns
                .split(',')
                .map(|column| {
                    let column = column.trim();
                    format!("{column} = (SELECT k.{column} FROM kept_audit_events k WHERE k.id = {from})")
                })
                .collect();
            format!(
                "UPDATE audit_events SET {} WHERE id = {to}",
                sets.join(", ")
            )
        };
        format!("{}; {}", one(a, b), one(b, a))
    };
    let change = |what: &str, id: i64| format!("UPDATE audit_events SET {what} WHERE id = {id}");
    let deeds: Vec<(String, Flaw)> = vec![
        (change("address = '192.0.2.1'", 6), Flaw::EventChanged(6)),
        (change("at = at + 1", 6), Flaw::EventChanged(6)),
        (change("action = 'user.created'", 6), Flaw::EventChanged(6)),
        (change("succeeded = FALSE", 6), Flaw::EventChanged(6)),
        (change("actor_id = 7", 6), Flaw::EventChanged(6)),
        (change("actor_login_id = 'x'", 6), Flaw::EventChanged(6)),
        (change("behind_id = 7", 6), Flaw::EventChanged(6)),
        (change("behind_login_id = 'x'", 6), Flaw::EventChanged(6)),
        (change("subject_id = 7", 6), Flaw::EventChanged(6)),
        (change("subject_login_id = 'x'", 6), Flaw::EventChanged(6)),
        (change("company_id = 7", 6), Flaw::EventChanged(6)),
        (change("channel = 'api'", 6), Flaw::EventChanged(6)),
        (change("request_id = 'x'", 6), Flaw::EventChanged(6)),
        (change("mark = ''", 6), Flaw::EventChanged(6)),
        (change("details = '[{\"field\":\"x\"}]'", 6), Flaw::EventChanged(6)),
        (change("details = '[]'", 6), Flaw::DetailsGone(6)),
        (change("address = '192.0.2.1'", 13), Flaw::EventChanged(13)),
        (change("details = '[]'", 13), Flaw::DetailsGone(13)),
        ("DELETE FROM audit_events WHERE id = 6".into(), Flaw::EventMissing(6, 2)),
        ("DELETE FROM audit_events WHERE id = 8".into(), Flaw::EventMissing(8, 2)),
        (change("seal = 1", 6), Flaw::EventAdded(6, 1)),
        (change("seal = 3", 6), Flaw::EventTakenOut(6, 2)),
        (change("seal = NULL", 6), Flaw::EventTakenOut(6, 2)),
        (change("seal = 3", 13), Flaw::EventAdded(13, 3)),
        (change("seal = 4", 13), Flaw::EventAdded(13, 4)),
        (change("seal = 0", 13), Flaw::EventAdded(13, 0)),
        (copy("2", 6), Flaw::EventAdded(900, 2)),
        (copy("NULL", 6), Flaw::EventTwice(900)),
        (exchange(6, 7), Flaw::EventsExchanged(2)),
        (exchange(6, 10), Flaw::EventsExchanged(2)),
        ("UPDATE audit_seals SET sealed_at = sealed_at - 1 WHERE number = 2".into(), Flaw::SealChanged(2)),
        ("UPDATE audit_seals SET members = '5-7' WHERE number = 2".into(), Flaw::SealChanged(2)),
        ("UPDATE audit_seals SET code = digest WHERE number = 2".into(), Flaw::SealChanged(2)),
        ("UPDATE audit_seals SET digest = code WHERE number = 2".into(), Flaw::SealChanged(2)),
        ("DELETE FROM audit_seals WHERE number = 2".into(), Flaw::SealMissing(2)),
        ("DELETE FROM audit_seals WHERE number = 1".into(), Flaw::SealMissing(1)),
        ("DELETE FROM audit_seals WHERE number = 3".into(), Flaw::CutOff(2)),
        (
            "DELETE FROM audit_seals WHERE number = 3; DELETE FROM audit_events WHERE id > 8".into(),
            Flaw::CutOff(2),
        ),
        (
            "DELETE FROM audit_seals WHERE number = 3; UPDATE audit_events SET seal = NULL WHERE seal = 3".into(),
            Flaw::CutOff(2),
        ),
        ("UPDATE settings SET value = '' WHERE name = 'audit_head'".into(), Flaw::HeadChanged),
        ("DELETE FROM settings WHERE name = 'audit_head'".into(), Flaw::HeadChanged),
    ];
    for (deed, flaw) in deeds {
        app.sql(&deed).await;
        assert_eq!(check(&app).await, Err(flaw), "{deed}");
        for table in ["audit_events", "audit_seals", "settings"] {
            app.sql(&format!("DELETE FROM {table}")).await;
            app.sql(&format!("INSERT INTO {table} SELECT * FROM kept_{table}"))
                .await;
        }
    }
    check(&app).await.unwrap();
}

#[tokio::test]
async fn an_event_that_somebody_made_up_is_never_sealed() {
    let app = trail().await;
    app.sql(
        "INSERT INTO audit_events (at, action, succeeded, address, request_id, details)
         VALUES (1, 'user.created', TRUE, 'doorward', '', '[]')",
    )
    .await;
    let made_up = app.numbers("SELECT MAX(id) FROM audit_events").await[0];
    note(&app, 99).await;
    assert_eq!(seal(&app.deps).await.unwrap(), 2, "what is ours goes on");
    assert_eq!(check(&app).await, Err(Flaw::EventChanged(made_up)));
    app.sql(&format!("DELETE FROM audit_events WHERE id = {made_up}"))
        .await;
    assert_eq!(each_is_sealed_once(&app).await, 14);
    check(&app).await.unwrap();
}

#[tokio::test]
async fn a_noted_head_finds_out_an_older_copy() {
    let app = trail().await;
    let noted = check(&app).await.unwrap().head;
    assert_eq!(noted.to_string().parse(), Ok(noted.clone()));
    assert!(verify(&app.deps, Some(&noted)).await.unwrap().is_ok());
    let later = Head {
        number: 4,
        ..noted.clone()
    };
    let cut = verify(&app.deps, Some(&later)).await.unwrap();
    assert_eq!(cut, Err(Flaw::CutOff(3)));
    let other = Head { number: 2, ..noted };
    let replaced = verify(&app.deps, Some(&other)).await.unwrap();
    assert_eq!(replaced, Err(Flaw::NotAsNoted(2)));
}

#[tokio::test]
async fn what_was_recorded_before_there_were_marks_is_sealed_first() {
    let app = TestApp::start().await;
    for number in 0..3 {
        note(&app, number).await;
    }
    app.sql("UPDATE audit_events SET mark = ''").await;
    note(&app, 3).await;
    assert_eq!(check(&app).await.unwrap().unsealed, 4);
    assert_eq!(seal(&app.deps).await.unwrap(), 4);
    assert_eq!(each_is_sealed_once(&app).await, 4);
    check(&app).await.unwrap();
}

#[tokio::test]
async fn writers_and_sealers_do_not_get_in_each_others_way() {
    const WRITERS: i64 = 32;
    let app = TestApp::start().await;
    let other = app.another().await;
    let writers = async {
        let one = async |writer: i64| {
            for number in 0..8 {
                note(&app, writer * 100 + number).await;
            }
        };
        let all: Vec<_> = (0..WRITERS).map(one).collect();
        join_all(all).await;
    };
    let sealers = async |app: &TestApp| {
        for _ in 0..20 {
            seal(&app.deps).await.unwrap();
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    };
    tokio::join!(writers, sealers(&app), sealers(&other), sealers(&app));
    seal(&app.deps).await.unwrap();
    assert_eq!(each_is_sealed_once(&app).await, WRITERS * 8);
    check(&other).await.unwrap();
}

/// Carries out all at the same time.
async fn join_all(all: Vec<impl Future<Output = ()>>) {
    let mut all: Vec<_> = all.into_iter().map(Box::pin).collect();
    std::future::poll_fn(|context| {
        all.retain_mut(|one| one.as_mut().poll(context).is_pending());
        match all.is_empty() {
            true => std::task::Poll::Ready(()),
            false => std::task::Poll::Pending,
        }
    })
    .await;
}

#[tokio::test]
async fn a_purge_empties_details_and_the_trail_holds() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (hana, _) = scene.user("hana.sato", scene.acme, "user").await;
    app.edit(
        &scene.root,
        hana.id,
        serde_json::json!({ "first_name": "Hanako" }),
    )
    .await
    .ok();
    seal(&app.deps).await.unwrap();
    app.delete(&scene.root, hana.id).await.ok();
    let purge = format!("/api/v1/users/{}/purge", hana.id);
    scene.root.delete_plain(purge).await.ok();
    let sound = check(app).await.unwrap();
    assert!(
        sound.emptied >= 2,
        "sealed before and not sealed yet: {sound:?}"
    );
    seal(&app.deps).await.unwrap();
    assert_eq!(check(app).await.unwrap().emptied, sound.emptied);
    assert_eq!(check(app).await.unwrap().unsealed, 0);
    // Somebody else's details are not excused by it.
    let (ken, _) = scene.user("ken.tanaka", scene.acme, "user").await;
    seal(&app.deps).await.unwrap();
    let event = format!(
        "SELECT MIN(id) FROM audit_events WHERE subject_id = {}",
        ken.id
    );
    let event = app.numbers(&event).await[0];
    app.sql(&format!(
        "UPDATE audit_events SET details = '[]' WHERE id = {event}"
    ))
    .await;
    assert_eq!(check(app).await, Err(Flaw::DetailsGone(event)));
}

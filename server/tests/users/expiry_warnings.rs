//! Telling beforehand that accounts end: whom, when, and once.

use app::Timestamp;
use serde_json::json;
use server::sign_in::janitor;

use crate::util::{Siblings, TestApp};

const DAY: i64 = 86_400;

async fn ends(scene: &Siblings, user: app::UserId, at: Timestamp) {
    let change = json!({ "expires_at": at });
    scene.app.edit(&scene.root, user, change).await.ok();
}

/// How many mails of a kind were written so far.
async fn written(app: &TestApp, kind: &str) -> i64 {
    let sql = format!("SELECT COUNT(*) FROM mails WHERE kind = '{kind}'");
    app.numbers(&sql).await[0]
}

#[tokio::test]
async fn a_user_is_told_thirty_seven_and_one_day_before() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    ends(&scene, user.id, app.deps.now().plus_seconds(31 * DAY)).await;
    let mut told = Vec::new();
    for days_left in (0..=31).rev() {
        janitor::sweep(&app.deps).await.unwrap();
        janitor::sweep(&app.deps).await.unwrap();
        let so_far = written(app, "account_expiring").await;
        if so_far > told.len() as i64 {
            told.push(days_left);
        }
        assert_eq!(so_far, told.len() as i64, "{days_left} days left");
        app.clock.advance(DAY);
    }
    assert_eq!(told, [30, 7, 1]);
    let mail = app.mail("hana.sato@example.com", "ends on").await;
    assert!(
        mail.text.contains("ask your administrator"),
        "{}",
        mail.text
    );
}

#[tokio::test]
async fn the_policy_of_the_company_says_when_they_are_told_first_and_whether_at_all() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    for (company, days) in [(scene.acme, 90), (scene.beta, 0)] {
        let draft = json!({
            "name": "Warnings", "company": company, "settings": { "expiry_warning_days": days },
        });
        let class = scene
            .root
            .post("/api/v1/policy-classes", draft)
            .await
            .ok()
            .json();
        let path = format!("/api/v1/companies/{company}/policy");
        let change = json!({ "class": class["id"] });
        scene.root.put_at(&path, 1, change).await.ok();
    }
    let end = app.deps.now().plus_seconds(91 * DAY);
    for (login_id, company) in [
        ("early", scene.acme),
        ("never", scene.beta),
        ("usual", scene.operator),
    ] {
        let (user, _) = scene.user(login_id, company, "user").await;
        ends(&scene, user.id, end).await;
    }
    let told = async |login_id: &str| {
        let sql = format!(
            "SELECT COUNT(*) FROM mails WHERE kind = 'account_expiring' AND recipient = '{login_id}@example.com'"
        );
        app.numbers(&sql).await[0]
    };
    let mut days = [("early", vec![]), ("never", vec![]), ("usual", vec![])];
    for days_left in (0..=91).rev() {
        janitor::sweep(&app.deps).await.unwrap();
        for (login_id, days) in &mut days {
            if told(login_id).await > days.len() as i64 {
                days.push(days_left);
            }
        }
        app.clock.advance(DAY);
    }
    assert_eq!(
        days,
        [
            ("early", vec![90, 7, 1]),
            ("never", vec![]),
            ("usual", vec![30, 7, 1])
        ]
    );
}

#[tokio::test]
async fn who_is_late_is_told_once_and_another_date_is_told_anew() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    ends(&scene, user.id, app.deps.now().plus_seconds(5 * DAY)).await;
    janitor::sweep(&app.deps).await.unwrap();
    assert_eq!(written(app, "account_expiring").await, 1);
    ends(&scene, user.id, app.deps.now().plus_seconds(6 * DAY)).await;
    janitor::sweep(&app.deps).await.unwrap();
    janitor::sweep(&app.deps).await.unwrap();
    assert_eq!(written(app, "account_expiring").await, 2);
    let never = json!({ "expires_at": null });
    app.edit(&scene.root, user.id, never).await.ok();
    app.clock.advance(6 * DAY);
    janitor::sweep(&app.deps).await.unwrap();
    assert_eq!(written(app, "account_expiring").await, 2);
}

#[tokio::test]
async fn disabled_deleted_invited_and_ended_users_are_not_told() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let soon = app.deps.now().plus_seconds(3 * DAY);
    let (disabled, _) = scene.user("disabled", scene.acme, "user").await;
    ends(&scene, disabled.id, soon).await;
    app.set_disabled(&scene.root, disabled.id, true).await.ok();
    let (deleted, _) = scene.user("deleted", scene.acme, "user").await;
    ends(&scene, deleted.id, soon).await;
    app.delete(&scene.root, deleted.id).await.ok();
    let (ended, _) = scene.user("ended", scene.acme, "user").await;
    ends(&scene, ended.id, app.deps.now().plus_seconds(60)).await;
    app.clock.advance(60);
    janitor::sweep(&app.deps).await.unwrap();
    assert_eq!(written(app, "account_expiring").await, 0);
    assert_eq!(written(app, "users_expiring").await, 0);
    let invited = scene.quiet("invited", scene.acme).await;
    ends(&scene, invited.id, soon).await;
    janitor::sweep(&app.deps).await.unwrap();
    assert_eq!(written(app, "account_expiring").await, 0);
    assert_eq!(
        written(app, "users_expiring").await,
        1,
        "their administrator"
    );
}

#[tokio::test]
async fn the_nearest_administrators_are_told_once_a_day_of_everybody() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (admin, _) = scene
        .user("admin.acme", scene.acme, "company_administrator")
        .await;
    scene.user("desk", scene.acme, "help_desk").await;
    let soon = app.deps.now().plus_seconds(20 * DAY);
    for (login_id, company) in [
        ("one", scene.acme),
        ("two", scene.acme),
        ("far", scene.beta),
    ] {
        let (user, _) = scene.user(login_id, company, "user").await;
        ends(&scene, user.id, soon).await;
    }
    // Nobody is asked to extend themselves: those above are told.
    ends(&scene, admin.id, soon.plus_seconds(1)).await;
    janitor::sweep(&app.deps).await.unwrap();
    let mail = app
        .mail("admin.acme@example.com", "2 accounts end soon")
        .await;
    assert!(
        mail.text.contains("  one: Hana Sato, Acme: "),
        "{}",
        mail.text
    );
    assert!(mail.text.contains("  two: "), "{}", mail.text);
    assert!(!mail.text.contains("far"), "{}", mail.text);
    let mail = app.mail("root@example.com", "2 accounts end soon").await;
    assert!(mail.text.contains("  far: "), "{}", mail.text);
    assert!(mail.text.contains("  admin.acme: "), "{}", mail.text);
    assert_eq!(app.mails("desk@example.com").len(), 1, "their invitation");

    let (late, _) = scene.user("late", scene.acme, "user").await;
    ends(&scene, late.id, soon).await;
    app.clock.advance(60);
    janitor::sweep(&app.deps).await.unwrap();
    assert_eq!(written(app, "users_expiring").await, 2, "told today");
    app.clock.advance(DAY);
    janitor::sweep(&app.deps).await.unwrap();
    let mail = app
        .mail("admin.acme@example.com", "1 account ends soon")
        .await;
    assert!(mail.text.contains("  late: "), "{}", mail.text);
    assert_eq!(written(app, "users_expiring").await, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_at_once_tell_everybody_once() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let soon = app.deps.now().plus_seconds(3 * DAY);
    for number in 0..6 {
        let (user, _) = scene
            .user(&format!("user.{number}"), scene.acme, "user")
            .await;
        ends(&scene, user.id, soon).await;
    }
    let other = app.another().await;
    let rounds: Vec<_> = (0..6)
        .map(|number| {
            let deps = std::sync::Arc::clone(if number % 2 == 0 {
                &app.deps
            } else {
                &other.deps
            });
            tokio::spawn(async move { janitor::sweep(&deps).await })
        })
        .collect();
    for round in rounds {
        round.await.unwrap().unwrap();
    }
    assert_eq!(written(app, "account_expiring").await, 6);
    assert_eq!(written(app, "users_expiring").await, 1, "one mail a day");
}

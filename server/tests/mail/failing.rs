//! Mail that fails: what is tried again, what is given up, and what one is told.

use std::time::Duration;

use app::mail::MailState;
use sea_orm::{ConnectionTrait, Statement};

use super::{invite, listed_as};
use crate::util::{Behaviour, SmtpSink, TestApp};

#[tokio::test]
async fn a_recipient_that_the_server_does_not_know_is_given_up_at_once_with_its_words() {
    let sink = SmtpSink::start().await;
    let app = TestApp::start_sending_to(&sink).await;
    let root = app.operator().await;
    sink.behave(Behaviour::RefuseRecipient("550 5.1.1 no such mailbox"));
    invite(&app, &root, "hana.sato").await;
    let mail = listed_as(&app, &root, "hana.sato", MailState::Failed, 1).await;
    assert_eq!(
        mail.last_error.as_deref(),
        Some("550 5.1.1 no such mailbox")
    );
    assert_eq!(mail.next_attempt_at, None);
}

#[tokio::test]
async fn a_mail_waits_out_a_mail_server_that_is_down() {
    let sink = SmtpSink::start().await;
    let address = sink.address();
    let app = TestApp::start_sending_to(&sink).await;
    let root = app.operator().await;
    drop(sink);
    invite(&app, &root, "hana.sato").await;
    let waiting = listed_as(&app, &root, "hana.sato", MailState::Queued, 1).await;
    assert_eq!(
        waiting.next_attempt_at,
        Some(app.deps.now().plus_seconds(10))
    );
    let sink = SmtpSink::start_at(address).await;
    app.clock.advance(10);
    app.deps.mail_bell.notify_one();
    assert_eq!(sink.next().await.to, ["hana.sato@example.com"]);
    listed_as(&app, &root, "hana.sato", MailState::Sent, 2).await;
}

#[tokio::test]
async fn a_server_that_says_later_is_asked_later_and_one_that_says_no_thrice() {
    let sink = SmtpSink::start().await;
    let app = TestApp::start_sending_to(&sink).await;
    let root = app.operator().await;
    sink.behave(Behaviour::RefuseMessage("451 4.7.1 greylisted"));
    invite(&app, &root, "hana.sato").await;
    listed_as(&app, &root, "hana.sato", MailState::Queued, 1).await;
    sink.behave(Behaviour::RefuseMessage("554 5.7.1 not wanted"));
    for (attempts, state) in [(2, MailState::Queued), (3, MailState::Failed)] {
        app.clock.advance(60);
        app.deps.mail_bell.notify_one();
        listed_as(&app, &root, "hana.sato", state, attempts).await;
    }
}

#[tokio::test]
async fn a_mail_whose_link_has_ended_is_not_sent_any_more() {
    let sink = SmtpSink::start().await;
    let app = TestApp::start_sending_to(&sink).await;
    let root = app.operator().await;
    sink.behave(Behaviour::RefuseMessage("451 4.7.1 later"));
    invite(&app, &root, "hana.sato").await;
    listed_as(&app, &root, "hana.sato", MailState::Queued, 1).await;
    sink.behave(Behaviour::Accept);
    app.clock.advance(60 * 24 * 3600);
    app.deps.mail_bell.notify_one();
    for _ in 0..100 {
        if column(&app, "contents", "hana.sato@example.com")
            .await
            .is_none()
        {
            break;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    let state = column(&app, "state", "hana.sato@example.com").await;
    assert_eq!(state.as_deref(), Some("dropped"));
    assert!(
        sink.received()
            .iter()
            .all(|mail| mail.to != ["hana.sato@example.com"])
    );
}

#[tokio::test]
async fn a_mail_that_cannot_be_opened_is_given_up_and_the_others_go_on() {
    let sink = SmtpSink::start().await;
    let app = TestApp::start_sending_to(&sink).await;
    let root = app.operator().await;
    sink.behave(Behaviour::RefuseMessage("451 4.7.1 later"));
    for login_id in ["hana.sato", "ken.tanaka"] {
        invite(&app, &root, login_id).await;
        listed_as(&app, &root, login_id, MailState::Queued, 1).await;
    }
    let spoil = "UPDATE mails SET contents = 'AAAA' WHERE recipient = 'hana.sato@example.com'";
    app.deps.db.write().execute_unprepared(spoil).await.unwrap();
    sink.behave(Behaviour::Accept);
    app.clock.advance(10);
    app.deps.mail_bell.notify_one();
    assert_eq!(sink.next().await.to, ["ken.tanaka@example.com"]);
    let mail = listed_as(&app, &root, "hana.sato", MailState::Failed, 2).await;
    assert!(mail.last_error.unwrap().contains("does not open"));
}

#[tokio::test]
async fn what_was_told_is_erased_once_it_is_sent() {
    let sink = SmtpSink::start().await;
    let app = TestApp::start_sending_to(&sink).await;
    let root = app.operator().await;
    invite(&app, &root, "hana.sato").await;
    listed_as(&app, &root, "hana.sato", MailState::Sent, 1).await;
    assert_eq!(
        column(&app, "contents", "hana.sato@example.com").await,
        None
    );
}

/// A column of the row of a mail.
async fn column(app: &TestApp, name: &str, recipient: &str) -> Option<String> {
    let sql = format!("SELECT {name} FROM mails WHERE recipient = '{recipient}'");
    let statement = Statement::from_string(app.deps.db.backend(), sql);
    let row = app
        .deps
        .db
        .read()
        .query_one_raw(statement)
        .await
        .unwrap()
        .unwrap();
    row.try_get_by_index(0).unwrap()
}

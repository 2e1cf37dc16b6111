//! Mail goes out once, by whichever process, and says what it should.

use std::collections::HashSet;

use app::mail::MailState;

use super::{invite, listed, listed_as};
use crate::util::{Behaviour, SmtpSink, TestApp};

#[tokio::test]
async fn an_invitation_reaches_the_mail_server_and_is_listed_as_sent() {
    let sink = SmtpSink::start().await;
    let app = TestApp::start_sending_to(&sink).await;
    let root = app.operator().await;
    invite(&app, &root, "hana.sato").await;
    let mail = sink.next().await;
    assert_eq!(mail.to, ["hana.sato@example.com"]);
    assert_eq!(mail.from, "doorward@localhost");
    assert!(
        mail.subject()
            .contains("User Registration Acceptance Email"),
        "{}",
        mail.subject()
    );
    assert!(
        mail.text().contains(&format!("\n{}/", app.base)),
        "{}",
        mail.text()
    );
    let listed = listed_as(&app, &root, "hana.sato", MailState::Sent, 1).await;
    assert!(listed.sent_at.is_some() && listed.last_error.is_none());
}

#[tokio::test]
async fn two_processes_on_one_database_send_each_mail_once() {
    let sink = SmtpSink::start().await;
    let app = TestApp::start_sending_to(&sink).await;
    let other = app.another().await;
    let root = app.operator().await;
    for number in 0..12 {
        invite(&app, &root, &format!("user{number}")).await;
        other.deps.mail_bell.notify_one();
    }
    for number in 0..12 {
        listed_as(&app, &root, &format!("user{number}@"), MailState::Sent, 1).await;
    }
    let to: Vec<_> = sink
        .received()
        .into_iter()
        .flat_map(|mail| mail.to)
        .collect();
    let distinct: HashSet<_> = to
        .iter()
        .filter(|address| address.starts_with("user"))
        .collect();
    assert_eq!((distinct.len(), to.len()), (12, 12), "{to:?}");
}

#[tokio::test]
async fn what_a_killed_process_had_under_way_is_sent_by_another_under_the_same_id() {
    let sink = SmtpSink::start().await;
    let app = TestApp::start_sending_to(&sink).await;
    let root = app.operator().await;
    sink.behave(Behaviour::HangAfterKeeping);
    invite(&app, &root, "hana.sato").await;
    let first = sink.next().await;
    app.kill();
    sink.behave(Behaviour::Accept);
    let next = app.another().await;
    next.clock.advance(121);
    next.deps.mail_bell.notify_one();
    let second = sink.next().await;
    assert_eq!(first.message_id(), second.message_id());
}

#[tokio::test]
async fn a_mail_server_that_hangs_holds_up_no_request_and_no_other_mail() {
    let sink = SmtpSink::start().await;
    let app = TestApp::start_sending_to(&sink).await;
    let root = app.operator().await;
    sink.behave(Behaviour::HangAfterKeeping);
    invite(&app, &root, "hana.sato").await;
    sink.next().await;
    sink.behave(Behaviour::Accept);
    invite(&app, &root, "ken.tanaka").await;
    assert_eq!(sink.next().await.to, ["ken.tanaka@example.com"]);
    assert_eq!(listed(&root, "hana.sato").await.state, MailState::Queued);
}

//! The outbox as administrators see it, and sending again.

use app::{
    Page,
    audit::{AuditAction, AuditEvent},
    mail::{Mail, MailState},
};
use serde_json::json;

use super::{invite, listed, listed_as};
use crate::util::{Behaviour, Client, SmtpSink, TestApp};

async fn recipients(by: &Client, query: &str) -> Vec<String> {
    let page: Page<Mail> = by.get(&format!("/api/v1/mails{query}")).await.ok().read();
    page.items.into_iter().map(|mail| mail.to).collect()
}

#[tokio::test]
async fn an_administrator_sees_the_mails_of_their_scope_and_no_others() {
    let app = TestApp::start().await;
    let root = app.operator().await;
    let operator = app.root_company(&root).await;
    let acme = app.company(&root, operator, "customer", "Acme").await.id;
    let beta = app.company(&root, operator, "customer", "Beta").await.id;
    let (_, admin) = app
        .user(&root, "acme.admin", acme, "company_administrator")
        .await;
    app.invite(&root, "beta.user", beta, json!({})).await;
    app.mail("beta.user@example.com", "Acceptance").await;
    let seen = recipients(&admin, "").await;
    assert!(
        !seen.is_empty() && seen.iter().all(|to| to == "acme.admin@example.com"),
        "{seen:?}"
    );
    assert_eq!(recipients(&admin, "?search=beta").await, [""; 0]);
    let foreign = listed(&root, "beta.user").await;
    let answer = admin
        .post(
            &format!("/api/v1/mails/{}/send-again", foreign.id),
            json!({}),
        )
        .await;
    assert_eq!(answer.status(404).refusal(), "not_found");
}

#[tokio::test]
async fn who_may_only_look_cannot_send() {
    let app = TestApp::start().await;
    let root = app.operator().await;
    let operator = app.root_company(&root).await;
    let (_, auditor) = app.user(&root, "audit.or", operator, "auditor").await;
    let (_, nobody) = app.user(&root, "no.body", operator, "user").await;
    let mail = listed(&auditor, "no.body").await;
    let answer = auditor
        .post(&format!("/api/v1/mails/{}/send-again", mail.id), json!({}))
        .await;
    assert_eq!(answer.status(403).refusal(), "not_allowed");
    let answer = nobody.get("/api/v1/mails").await;
    assert_eq!(answer.status(403).refusal(), "not_allowed");
}

#[tokio::test]
async fn a_failed_mail_is_sent_again_on_demand_and_once_sent_no_more() {
    let sink = SmtpSink::start().await;
    let app = TestApp::start_sending_to(&sink).await;
    let root = app.operator().await;
    sink.behave(Behaviour::RefuseRecipient("550 5.1.1 no such mailbox"));
    invite(&app, &root, "hana.sato").await;
    let failed = listed_as(&app, &root, "hana.sato", MailState::Failed, 1).await;
    sink.behave(Behaviour::Accept);
    let again = format!("/api/v1/mails/{}/send-again", failed.id);
    let queued: Mail = root.post(&again, json!({})).await.ok().read();
    assert_eq!((queued.state, queued.attempts), (MailState::Queued, 1));
    assert_eq!(sink.next().await.to, ["hana.sato@example.com"]);
    listed_as(&app, &root, "hana.sato", MailState::Sent, 2).await;
    let answer = root.post(&again, json!({})).await;
    assert_eq!(answer.status(409).refusal(), "mail.already_sent");
    let code = AuditAction::MailSentAgain.code();
    let events: Page<AuditEvent> = root
        .get(&format!("/api/v1/audit-events?action={code}"))
        .await
        .ok()
        .read();
    assert_eq!(events.items.len(), 1);
}

#[tokio::test]
async fn issuing_credentials_again_drops_the_older_mail_that_still_waits() {
    let sink = SmtpSink::start().await;
    let app = TestApp::start_sending_to(&sink).await;
    let root = app.operator().await;
    sink.behave(Behaviour::RefuseMessage("451 4.7.1 later"));
    invite(&app, &root, "hana.sato").await;
    let older = listed_as(&app, &root, "hana.sato", MailState::Queued, 1).await;
    sink.behave(Behaviour::Accept);
    let user = app.id_of(&root, "hana.sato").await;
    root.post(&format!("/api/v1/users/{user}/invitations"), json!({}))
        .await
        .ok();
    sink.next().await;
    listed_as(&app, &root, "hana.sato", MailState::Sent, 1).await;
    let answer = root
        .post(&format!("/api/v1/mails/{}/send-again", older.id), json!({}))
        .await;
    assert_eq!(answer.status(409).refusal(), "mail.dropped");
    assert_eq!(
        recipients(&root, "?state=dropped").await,
        ["hana.sato@example.com"]
    );
    assert_eq!(sink.received().len(), 1);
}

#[tokio::test]
async fn the_list_is_paged_newest_first_and_searched_without_wildcards() {
    let app = TestApp::start().await;
    let root = app.operator().await;
    for number in 1..=5 {
        invite(&app, &root, &format!("user{number}")).await;
    }
    let first: Page<Mail> = root
        .get("/api/v1/mails?search=USER&limit=2")
        .await
        .ok()
        .read();
    let to = |page: &Page<Mail>| {
        page.items
            .iter()
            .map(|mail| mail.to.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(to(&first), ["user5@example.com", "user4@example.com"]);
    assert_eq!(
        (first.total, first.total_is_exact, first.previous),
        (5, true, None)
    );
    let after = first.next.expect("there is more");
    let second: Page<Mail> = root
        .get(&format!("/api/v1/mails?search=USER&limit=2&after={after}"))
        .await
        .ok()
        .read();
    assert_eq!(to(&second), ["user3@example.com", "user2@example.com"]);
    assert_eq!(recipients(&root, "?search=user%25").await, [""; 0]);
    assert_eq!(recipients(&root, "?search=user_").await, [""; 0]);
    root.get("/api/v1/mails?after=nonsense").await.status(400);
}

//! Mail: what is committed goes out, once its time has come, whatever the mail server does.

mod failing;
mod list;
mod sending;

use std::time::Duration;

use app::{
    Page,
    mail::{Mail, MailState},
};
use serde_json::json;

use crate::util::{Client, TestApp};

/// Adds a user, whose invitation is thereby queued.
async fn invite(app: &TestApp, by: &Client, login_id: &str) {
    let company = app.root_company(by).await;
    app.invite(by, login_id, company, json!({})).await;
}

/// The newest mail to `login_id` as administrators see it.
async fn listed(by: &Client, login_id: &str) -> Mail {
    let page: Page<Mail> = by
        .get(&format!("/api/v1/mails?search={login_id}"))
        .await
        .ok()
        .read();
    page.items.into_iter().next().expect("a mail is listed")
}

/// The newest mail to `login_id` once it has come that far.
async fn listed_as(
    app: &TestApp,
    by: &Client,
    login_id: &str,
    state: MailState,
    attempts: u32,
) -> Mail {
    for _ in 0..400 {
        let mail = listed(by, login_id).await;
        // While a try is under way the moment of the next one is not known yet.
        let settled = mail
            .next_attempt_at
            .is_none_or(|next| next > app.deps.now());
        if settled && mail.state == state && mail.attempts == attempts {
            return mail;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("{:?}", listed(by, login_id).await);
}

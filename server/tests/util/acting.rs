//! Logging in as somebody else, and what is noted of it.

use app::{UserId, audit::AuditEvent, sign_in::Me, users::User};
use serde_json::json;

use super::{Answer, Authenticator, Client, PASSWORD, Siblings};

impl Client {
    /// Logs in as a user, proving it by the password.
    pub async fn log_in_as(&self, id: UserId) -> Answer {
        let draft = json!({ "reason": "Ticket 7", "password": PASSWORD });
        self.post(&format!("/api/v1/users/{id}/log-in-as"), draft)
            .await
    }

    /// Logs in as a user, proving it by a code.
    pub async fn log_in_as_with(&self, id: UserId, code: &str) -> Answer {
        let draft = json!({ "reason": "Ticket 7", "code": code });
        self.post(&format!("/api/v1/users/{id}/log-in-as"), draft)
            .await
    }

    /// Goes back to oneself.
    pub async fn go_back(&self) -> Answer {
        self.delete_plain("/api/v1/me/acting".into()).await
    }

    /// Who is signed in.
    pub async fn me(&self) -> Me {
        self.get("/api/v1/me").await.ok().read()
    }
}

impl Siblings {
    /// A company administrator of Acme with an authenticator, signed in, with their recovery codes.
    pub async fn guarded_administrator(&self) -> (User, Client, Authenticator, Vec<String>) {
        let (user, client, authenticator, codes) = self
            .app
            .user_with_authenticator(&self.root, "acme.admin", self.acme)
            .await;
        let role = self
            .app
            .role(&self.root, self.acme, "company_administrator")
            .await;
        self.app
            .edit(&self.root, user.id, json!({ "roles": [role] }))
            .await
            .ok();
        (user, client, authenticator, codes)
    }

    /// The newest events of an action, newest first.
    pub async fn events(&self, action: &str) -> Vec<AuditEvent> {
        let path = format!("/api/v1/audit-events?action={action}");
        let page: app::Page<AuditEvent> = self.root.get(&path).await.ok().read();
        page.items
    }
}

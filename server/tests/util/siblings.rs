//! The scene of most tests about rights: an operator, and two companies side by side below it.

use app::{CompanyId, JobId, PolicyClassId, TokenId, UserId, users::User};
use serde_json::json;

use super::{Answer, Client, PASSWORD, TestApp};

/// An operator and two companies side by side.
pub struct Siblings {
    /// The server.
    pub app: TestApp,
    /// The first operator administrator.
    pub root: Client,
    /// The operator's company.
    pub operator: CompanyId,
    /// One customer.
    pub acme: CompanyId,
    /// Another customer.
    pub beta: CompanyId,
}

impl Siblings {
    /// Sets the scene.
    pub async fn start() -> Self {
        let app = TestApp::start().await;
        let root = app.operator().await;
        let operator = app.root_company(&root).await;
        let acme = app.company(&root, operator, "customer", "Acme").await.id;
        let beta = app.company(&root, operator, "customer", "Beta").await.id;
        Self {
            app,
            root,
            operator,
            acme,
            beta,
        }
    }

    /// An active user of a company with a role, signed in.
    pub async fn user(&self, login_id: &str, company: CompanyId, role: &str) -> (User, Client) {
        self.app.user(&self.root, login_id, company, role).await
    }

    /// A user of a company who was not invited yet.
    pub async fn quiet(&self, login_id: &str, company: CompanyId) -> User {
        let quietly = json!({ "issue_credentials": false });
        self.app
            .invite(&self.root, login_id, company, quietly)
            .await
    }

    /// Gives a user single permissions, and takes all others of them away.
    pub async fn give(&self, user: UserId, grants: serde_json::Value) {
        let version = self.app.shown(&self.root, user).await.version;
        let path = format!("/api/v1/users/{user}/permissions");
        let change = json!({ "grants": grants });
        self.root.put_at(&path, version, change).await.ok();
    }

    /// A policy class of a company, made now if there is none.
    pub async fn class_of(&self, company: CompanyId) -> PolicyClassId {
        let find = format!("SELECT id FROM policy_classes WHERE company_id = {company}");
        if self.app.numbers(&find).await.is_empty() {
            let sql = format!(
                "INSERT INTO policy_classes (company_id, name, created_at) VALUES ({company}, 'Some', 1)"
            );
            self.app.sql(&sql).await;
        }
        PolicyClassId(self.app.numbers(&find).await[0])
    }

    /// A job of the first operator administrator's that waits to be started.
    pub async fn job_of_root(&self) -> JobId {
        let sql =
            "INSERT INTO jobs (user_id, work, channel, address, request_id, state, created_at)
                   SELECT id, '{\"action\":{\"kind\":\"disable\"}}', 'api', '127.0.0.1', '', 'ready', 1
                   FROM users WHERE login_id = 'root'";
        // Nobody has so many of their own that they can have no more.
        self.app.sql("DELETE FROM jobs").await;
        self.app.sql(sql).await;
        JobId(self.app.numbers("SELECT MAX(id) FROM jobs").await[0])
    }

    /// A token of a user's that nobody has the secret of.
    pub async fn token_of(&self, user: UserId) -> TokenId {
        let sql = format!(
            "INSERT INTO tokens (user_id, kind, name, permissions, trusted_addresses, rotates, created_at, expires_at,
                last_used_at, last_used_from)
             VALUES ({user}, 'refresh', 'Some', '*', '', FALSE, 1, {}, 0, '')",
            server::users::store::NEVER
        );
        self.app.sql(&sql).await;
        TokenId(self.app.numbers("SELECT MAX(id) FROM tokens").await[0])
    }

    /// A role of a company with these permissions on every channel.
    pub async fn custom_role(&self, company: CompanyId, name: &str, permissions: &[&str]) -> i64 {
        let sql = format!(
            "INSERT INTO roles (company_id, name, built_in) VALUES ({company}, '{name}', FALSE)"
        );
        self.app.sql(&sql).await;
        let id = format!("SELECT id FROM roles WHERE name = '{name}' AND company_id = {company}");
        let id = self.app.numbers(&id).await[0];
        for permission in permissions {
            for channel in ["web", "app", "api"] {
                let sql = format!(
                    "INSERT INTO role_permissions (role_id, permission, channel) VALUES ({id}, '{permission}', '{channel}')"
                );
                self.app.sql(&sql).await;
            }
        }
        id
    }
}

impl TestApp {
    /// Another browser in which a user without a second factor is signed in.
    pub async fn signed_in(&self, login_id: &str) -> Client {
        let client = self.client();
        client.sign_in(login_id, PASSWORD).await.ok();
        client
    }

    /// A user as an administrator sees them now.
    pub async fn shown(&self, by: &Client, id: UserId) -> User {
        by.get(&format!("/api/v1/users/{id}")).await.ok().read()
    }

    /// Edits a user at their present version.
    pub async fn edit(&self, by: &Client, id: UserId, change: serde_json::Value) -> Answer {
        let sql = format!("SELECT version FROM users WHERE id = {id}");
        let version = self.numbers(&sql).await[0];
        by.patch(&format!("/api/v1/users/{id}"), version, change)
            .await
    }

    /// Deletes a user and whoever goes along, as the preview shows them at this moment.
    pub async fn delete(&self, by: &Client, id: UserId) -> Answer {
        let preview = by.get(&format!("/api/v1/users/{id}/deletion")).await;
        if !preview.status.is_success() {
            return preview;
        }
        let fingerprint = preview.json()["fingerprint"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        let sql = format!("SELECT version FROM users WHERE id = {id}");
        let version = self.numbers(&sql).await[0];
        by.delete(
            &format!("/api/v1/users/{id}?fingerprint={fingerprint}"),
            version,
        )
        .await
    }

    /// Sets a user's token expiration at their present version.
    pub async fn set_tokens(&self, by: &Client, id: UserId, draft: serde_json::Value) -> Answer {
        let sql = format!("SELECT version FROM users WHERE id = {id}");
        let version = self.numbers(&sql).await[0];
        let path = format!("/api/v1/users/{id}/token-expiration");
        by.put_at(&path, version, draft).await
    }

    /// Disables or enables a user.
    pub async fn set_disabled(&self, by: &Client, id: UserId, disabled: bool) -> Answer {
        by.put(
            &format!("/api/v1/users/{id}/disabled"),
            json!({ "disabled": disabled }),
        )
        .await
    }
}

impl Answer {
    /// What was said: status and body, but for the request's own number.
    pub fn said(&self) -> (u16, serde_json::Value) {
        let mut body = match self.body.is_empty() {
            true => serde_json::Value::Null,
            false => serde_json::from_str(&self.body).unwrap_or_else(|_| self.body.clone().into()),
        };
        if let Some(fields) = body.as_object_mut() {
            fields.remove("request_id");
        }
        (self.status.as_u16(), body)
    }

    /// The session cookie that it sets, as a client sends it back.
    pub fn session_cookie(&self) -> Option<String> {
        self.headers
            .get_all(reqwest::header::SET_COOKIE)
            .iter()
            .filter_map(|line| line.to_str().ok()?.split(';').next())
            .find(|pair| pair.starts_with("doorward-session=") && !pair.ends_with('='))
            .map(str::to_owned)
    }
}

impl Client {
    /// DELETE of something that has no version.
    pub async fn delete_plain(&self, path: String) -> Answer {
        self.send(self.request(reqwest::Method::DELETE, &path))
            .await
    }

    /// Opens a login flow with login ID and password, from an address as a trusted proxy tells it.
    pub async fn sign_in_from(&self, address: &str, login_id: &str, password: &str) -> Answer {
        let start = json!({ "by": "password", "login_id": login_id, "password": password });
        let request = self
            .request(reqwest::Method::POST, "/api/v1/login")
            .header("x-forwarded-for", address)
            .json(&start);
        self.send(request).await
    }
}

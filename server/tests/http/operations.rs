//! Every operation of the REST API with a sound request: what the tests about rights walk through. An operation that is
//! not here yet makes them fail.

use app::{
    AuditEventId, CompanyId, JobId, MailId, PolicyClassId, RoleId, SessionId, TokenId, UserId,
};
use reqwest::Method;
use serde_json::{Value, json};
use server::http::api;

use super::own;
use crate::util::{Answer, Client};

/// The things that requests are about.
#[derive(Clone, Debug)]
pub struct About {
    pub user: UserId,
    pub user_version: i64,
    pub fingerprint: String,
    pub company: CompanyId,
    pub company_version: i64,
    pub session: SessionId,
    pub mail: MailId,
    pub event: AuditEventId,
    /// A role at its first version that nobody has.
    pub role: RoleId,
    pub class: PolicyClassId,
    /// A job whose preview is not made yet.
    pub job: JobId,
    pub token: TokenId,
}

impl About {
    /// Things that are not there.
    pub fn nothing() -> Self {
        Self {
            user: UserId(9_000_001),
            user_version: 1,
            fingerprint: "0".repeat(32),
            company: CompanyId(9_000_002),
            company_version: 1,
            session: SessionId(9_000_003),
            mail: MailId(9_000_004),
            event: AuditEventId(9_000_005),
            role: RoleId(9_000_006),
            class: PolicyClassId(9_000_007),
            job: JobId(9_000_008),
            token: TokenId(9_000_009),
        }
    }
}

/// An operation of the REST API.
#[derive(Clone, Debug)]
pub struct Operation {
    pub id: String,
    pub method: Method,
    pub path: String,
    /// Whether the document says that it needs no session.
    pub open: bool,
    takes_body: bool,
}

/// Every operation that the document describes.
pub fn operations() -> Vec<Operation> {
    let document = serde_json::to_value(api::document()).unwrap();
    let mut operations = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            operations.push(Operation {
                id: operation["operationId"].as_str().unwrap().to_owned(),
                method: Method::from_bytes(method.to_uppercase().as_bytes()).unwrap(),
                path: path.clone(),
                open: !operation["security"].is_null(),
                takes_body: !operation["requestBody"].is_null(),
            });
        }
    }
    assert!(
        operations.len() > 25,
        "the document describes {}",
        operations.len()
    );
    operations
}

impl Operation {
    /// Whether it changes something. What is tried out is sent by POST and changes nothing, and who is themselves goes back to
    /// nobody.
    pub fn writes(&self) -> bool {
        let tries = [
            "tryUserTrustedAddresses",
            "previewUserTokenExpiration",
            "goBack",
            "introspectToken",
        ];
        self.method != Method::GET && !tries.contains(&self.id.as_str())
    }

    /// Whether its path or body names something that has an owner.
    pub fn is_about_something(&self) -> bool {
        self.path.contains('{')
            || body(&self.id, &About::nothing())
                .to_string()
                .contains("9000")
    }

    /// Whether it is about the caller's own account, which needs no permission.
    pub fn is_about_oneself(&self) -> bool {
        self.path.starts_with("/api/v1/me")
            || ["checkThisSession", "introspectToken"].contains(&self.id.as_str())
    }

    /// Whether it is about something that is there for its owner alone.
    pub fn is_about_ones_own(&self) -> bool {
        self.path.starts_with("/api/v1/jobs/") || self.path.starts_with("/api/v1/me/tokens/")
    }

    /// Sends it as somebody would who may.
    pub async fn send(&self, client: &Client, about: &About) -> Answer {
        let users = self.path.starts_with("/api/v1/users");
        let (id, version) = match () {
            () if users => (about.user.0, about.user_version),
            () if self.path.starts_with("/api/v1/mails") => (about.mail.0, 1),
            () if self.path.starts_with("/api/v1/audit-events") => (about.event.0, 1),
            () if self.path.starts_with("/api/v1/roles") => (about.role.0, 1),
            () if self.path.starts_with("/api/v1/policy-classes") => (about.class.0, 1),
            () if self.path.starts_with("/api/v1/jobs") => (about.job.0, 1),
            () => (about.company.0, about.company_version),
        };
        let mut path = self
            .path
            .replace("{id}", &id.to_string())
            .replace("{session}", &about.session.to_string())
            .replace("{token}", &about.token.to_string())
            .replace("{flow}", "no-such-flow")
            .replace("{kind}", "customer");
        match self.id.as_str() {
            "listRoles" | "listAllRoles" | "listPolicyClasses" => {
                path += &format!("?company={}", about.company)
            }
            "listUsers" | "exportUsers" => {
                path += &format!("?company={}&subsidiaries=true", about.company)
            }
            "explainSignIn" => path += "?channel=web",
            "listAuditEvents" | "exportAuditEvents" => path += &format!("?user={}", about.user),
            _ => {}
        }
        let request = client
            .request(self.method.clone(), &path)
            .header("if-match", format!("\"{version}\""));
        if self.id == "importUsers" {
            let request = request.header("content-type", "text/csv");
            return client.send(request.body("login_id\nnobody.here\n")).await;
        }
        if let Some(form) = form(&self.id) {
            let request = request.header("content-type", "application/x-www-form-urlencoded");
            return client.send(request.body(form)).await;
        }
        match self.takes_body {
            true => client.send(request.json(&body(&self.id, about))).await,
            false => client.send(request).await,
        }
    }
}

/// A sound form for an operation that takes one.
fn form(operation: &str) -> Option<&'static str> {
    match operation {
        "exchangeToken" => Some("grant_type=refresh_token&refresh_token=dwr_no-such-token"),
        "revokeToken" | "introspectToken" => Some("token=dwr_no-such-token"),
        _ => None,
    }
}

/// A sound body for an operation.
pub fn body(operation: &str, about: &About) -> Value {
    match operation {
        "createUser" => draft(about),
        "changeUser" => json!({ "first_name": "Changed", "two_factor": "no" }),
        "deleteUser" => json!({ "fingerprint": about.fingerprint }),
        "changeUserPermissions" => json!({ "grants": grants() }),
        "createRole" => role(about),
        "changeRole" | "previewRoleChange" => json!({ "name": "Changed", "permissions": grants() }),
        "setDefaultRole" => json!({ "role": about.role }),
        "setUserDisabled" => json!({ "disabled": true }),
        "setUserTrustedAddresses" => json!({ "addresses": ["10.0.0.0/8"] }),
        "tryUserTrustedAddresses" => json!({ "address": "10.0.0.1" }),
        "setUserTokenExpiration" | "previewUserTokenExpiration" => tokens(),
        "setUserVerificationMethods" => verification(),
        "setUserTwoFactor" => json!({ "enabled": false }),
        "createCompany" => json!({ "name": "New", "kind": "customer", "parent": about.company }),
        "changeCompany" => json!({ "name": "Changed" }),
        "createPolicyClass" => json!({ "name": "New", "company": about.company }),
        "changePolicyClass" => json!({ "settings": { "two_factor_required": true } }),
        "previewPolicy" => json!({ "plan": "delete", "class": about.class }),
        "setCompanyPolicy" => json!({ "class": null }),
        "listPolicyClasses" | "getPolicyClass" | "deletePolicyClass" | "getCompanyPolicy" => {
            Value::Null
        }
        "beginLogin" => json!({ "by": "link", "token": "no-such-link" }),
        "proveLogin" => json!({ "step": "code", "code": "123456" }),
        "forgottenPassword" => json!({ "login_id": "nobody.here" }),
        "lookAtLink" | "askForNewLink" | "lookAtEmailLink" | "useEmailLink" => {
            json!({ "token": "no-such-link" })
        }
        "setUp" => set_up(),
        "logout" | "endThisSession" | "endSession" | "endSessions" => Value::Null,
        "getMe"
        | "checkThisSession"
        | "getLogin"
        | "abandonLogin"
        | "getSetUp"
        | "listUsers"
        | "exportUsers"
        | "getUser"
        | "getUserPermissions"
        | "explainSignIn"
        | "previewUserDeletion" => Value::Null,
        "listAllRoles" | "getRole" | "deleteRole" | "previewRoleDeletion" | "listDefaultRoles" => {
            Value::Null
        }
        "restoreUser" | "purgeUser" | "resetUserTwoFactor" | "unlockUser" => Value::Null,
        "generateUserPassword" | "previewCompanyExpiry" => Value::Null,
        "logInAs" => log_in_as(),
        "goBack" => Value::Null,
        "setCompanyExpiry" => expiry(),
        "issueApiToken" => api_token(),
        "openApiSession" => json!({ "login_id": "nobody.here", "token": "dwa_no-such-token" }),
        "getApiTokenChoice" | "listTokens" | "deleteToken" | "deleteTokens" => Value::Null,
        // They take forms, or nothing.
        "exchangeToken" | "revokeToken" | "introspectToken" => Value::Null,
        "getServerMetadata" | "getOpenidConfiguration" | "getKeySet" => Value::Null,
        "listInvitations" | "issueCredentials" | "listSessions" => Value::Null,
        "listCompanies" | "getCompany" | "deleteCompany" | "listRoles" => Value::Null,
        "listAuditEvents" | "exportAuditEvents" | "getAuditEvent" => Value::Null,
        "listMails" | "sendMailAgain" | "getDashboard" => Value::Null,
        "createJob" => job(about),
        "listJobs" | "getJob" | "listJobRows" | "startJob" | "cancelJob" => Value::Null,
        // A file is no JSON; it is sent as it is.
        "importUsers" | "exportJobResults" => Value::Null,
        new => own::body(new).unwrap_or_else(|| {
            panic!("say here what {new} is sent, so that its rights are tested")
        }),
    }
}

pub fn tokens() -> Value {
    json!({ "token_validity": { "validity": "long_term" }, "exclusive_login": "yes" })
}

pub fn api_token() -> Value {
    json!({ "name": "CRM", "expires_at": "2027-02-01T00:00:00Z", "permissions": [] })
}

pub fn log_in_as() -> Value {
    json!({ "reason": "Ticket 7", "password": "walnut ferry october" })
}

pub fn verification() -> Value {
    json!({ "web_login": "email", "app_login": "none", "app_unlock": "inherit" })
}

pub fn expiry() -> Value {
    json!({ "expires_at": null, "fingerprint": "0".repeat(32) })
}

pub fn job(about: &About) -> Value {
    json!({ "action": { "kind": "disable" }, "selection": { "users": [about.user] } })
}

pub fn draft(about: &About) -> Value {
    json!({
        "login_id": "some.one", "email": "some.one@example.com", "first_name": "Some", "last_name": "One",
        "company": about.company,
    })
}

pub fn role(about: &About) -> Value {
    json!({ "name": "New", "company": about.company, "permissions": grants() })
}

pub fn grants() -> Value {
    json!({ "web": ["users:read"], "app": [], "api": ["users:read"] })
}

pub fn set_up() -> Value {
    json!({
        "token": "no-such-link", "company": "Evil", "login_id": "evil", "email": "evil@example.com",
        "first_name": "Eve", "last_name": "Evil", "password": "walnut ferry october",
    })
}

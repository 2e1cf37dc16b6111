//! Every operation of the REST API and every call of the pages, each with a sound request: what the tests about
//! rights walk through. An operation or call that is not here yet makes them fail.

use app::{AuditEventId, CompanyId, JobId, MailId, PolicyClassId, RoleId, SessionId, UserId};
use reqwest::Method;
use serde_json::{Value, json};
use server::http::api;

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

    /// Whether it is about something that is there for its owner alone.
    pub fn is_about_ones_own(&self) -> bool {
        self.path.starts_with("/api/v1/jobs/")
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
        match self.takes_body {
            true => client.send(request.json(&body(&self.id, about))).await,
            false => client.send(request).await,
        }
    }
}

/// A sound body for an operation.
fn body(operation: &str, about: &About) -> Value {
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
        "lookAtLink" | "askForNewLink" => json!({ "token": "no-such-link" }),
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
        "listInvitations" | "issueCredentials" | "listSessions" => Value::Null,
        "listCompanies" | "getCompany" | "deleteCompany" | "listRoles" => Value::Null,
        "listAuditEvents" | "exportAuditEvents" | "getAuditEvent" => Value::Null,
        "listMails" | "sendMailAgain" => Value::Null,
        "createJob" => job(about),
        "listJobs" | "getJob" | "listJobRows" | "startJob" | "cancelJob" => Value::Null,
        // A file is no JSON; it is sent as it is.
        "importUsers" | "exportJobResults" => Value::Null,
        new => panic!("say here what {new} is sent, so that its rights are tested"),
    }
}

fn tokens() -> Value {
    json!({ "token_validity": { "validity": "long_term" }, "exclusive_login": "yes" })
}

fn log_in_as() -> Value {
    json!({ "reason": "Ticket 7", "password": "walnut ferry october" })
}

fn verification() -> Value {
    json!({ "web_login": "email", "app_login": "none", "app_unlock": "inherit" })
}

fn expiry() -> Value {
    json!({ "expires_at": null, "fingerprint": "0".repeat(32) })
}

fn job(about: &About) -> Value {
    json!({ "action": { "kind": "disable" }, "selection": { "users": [about.user] } })
}

fn draft(about: &About) -> Value {
    json!({
        "login_id": "some.one", "email": "some.one@example.com", "first_name": "Some", "last_name": "One",
        "company": about.company,
    })
}

fn role(about: &About) -> Value {
    json!({ "name": "New", "company": about.company, "permissions": grants() })
}

fn grants() -> Value {
    json!({ "web": ["users:read"], "app": [], "api": ["users:read"] })
}

fn set_up() -> Value {
    json!({
        "token": "no-such-link", "company": "Evil", "login_id": "evil", "email": "evil@example.com",
        "first_name": "Eve", "last_name": "Evil", "password": "walnut ferry october",
    })
}

/// Calls of the pages that need no session.
pub const OPEN_CALLS: [&str; 10] = [
    "/ui/sign-in/begin",
    "/ui/sign-in/flow",
    "/ui/sign-in/prove",
    "/ui/sign-in/abandon",
    "/ui/sign-in/forgotten-password",
    "/ui/sign-in/set-up-needed",
    "/ui/sign-in/set-up",
    "/ui/sign-in/sign-out",
    "/ui/invitations/look",
    "/ui/invitations/ask",
];

/// Every call of the pages by its address, with a sound body.
pub fn calls(about: &About) -> Vec<(&'static str, Value)> {
    let mut calls: Vec<_> = server_fn::axum::server_fn_paths()
        .map(|(path, method)| {
            assert_eq!(method, Method::POST, "{path}");
            (path, arguments(path, about))
        })
        .collect();
    calls.sort_by_key(|(path, _)| *path);
    assert!(calls.len() > 25, "{} calls are known", calls.len());
    calls
}

fn arguments(path: &str, about: &About) -> Value {
    let (user, version) = (about.user, about.user_version);
    match path {
        "/ui/users/list" => json!({ "query": { "company": about.company, "subsidiaries": true } }),
        "/ui/users/one" | "/ui/users/preview-deletion" => json!({ "id": user }),
        "/ui/users/reset-two-factor" | "/ui/users/unlock" => json!({ "id": user }),
        "/ui/users/generate-password" => json!({ "id": user }),
        "/ui/users/restore" | "/ui/users/purge" => json!({ "id": user }),
        "/ui/users/create" => json!({ "draft": draft(about) }),
        "/ui/users/change" => {
            json!({ "id": user, "version": version, "change": { "first_name": "Changed" } })
        }
        "/ui/users/access" => json!({ "id": user }),
        "/ui/users/change-access" => {
            json!({ "id": user, "version": version, "change": { "grants": grants() } })
        }
        "/ui/users/set-disabled" => json!({ "id": user, "disabled": true }),
        "/ui/users/set-two-factor" => json!({ "id": user, "enabled": false }),
        "/ui/users/set-verification" => {
            json!({ "id": user, "version": version, "settings": verification() })
        }
        "/ui/sign-in/explain" => json!({ "id": user, "question": { "channel": "web" } }),
        "/ui/users/set-trusted-addresses" => {
            json!({ "id": user, "version": version, "draft": { "addresses": ["10.0.0.0/8"] } })
        }
        "/ui/users/try-trusted-addresses" => {
            json!({ "id": user, "trial": { "address": "10.0.0.1" } })
        }
        "/ui/users/set-token-expiration" => {
            json!({ "id": user, "version": version, "draft": tokens() })
        }
        "/ui/users/preview-token-expiration" => json!({ "id": user, "draft": tokens() }),
        "/ui/users/delete" => {
            json!({ "id": user, "deletion": { "fingerprint": about.fingerprint } })
        }
        "/ui/companies/tree" | "/ui/mail/list" | "/ui/audit/list" => json!({ "query": {} }),
        "/ui/companies/one" => json!({ "id": about.company }),
        "/ui/companies/create" => json!({ "draft": body("createCompany", about) }),
        "/ui/companies/change" => {
            json!({ "id": about.company, "version": about.company_version, "change": { "name": "Changed" } })
        }
        "/ui/companies/delete" => json!({ "id": about.company, "version": about.company_version }),
        "/ui/users/preview-expiry" => json!({ "company": about.company, "expires_at": null }),
        "/ui/users/apply-expiry" => json!({ "company": about.company, "expiry": expiry() }),
        "/ui/policies/list" => json!({ "query": { "company": about.company } }),
        "/ui/policies/create" => json!({ "draft": body("createPolicyClass", about) }),
        "/ui/policies/change" => {
            json!({ "id": about.class, "version": 1, "change": body("changePolicyClass", about) })
        }
        "/ui/policies/delete" => json!({ "id": about.class, "version": 1, "fingerprint": null }),
        "/ui/policies/preview" => json!({ "plan": body("previewPolicy", about) }),
        "/ui/policies/of-company" => json!({ "company": about.company }),
        "/ui/policies/assign" => {
            json!({ "company": about.company, "version": about.company_version, "change": { "class": null } })
        }
        "/ui/roles/list" => json!({ "company": about.company }),
        "/ui/roles/all" => json!({ "query": { "company": about.company } }),
        "/ui/roles/one" | "/ui/roles/preview-deletion" => json!({ "id": about.role }),
        "/ui/roles/create" => json!({ "draft": role(about) }),
        "/ui/roles/preview-change" => {
            json!({ "id": about.role, "change": body("changeRole", about) })
        }
        "/ui/roles/change" => {
            json!({ "id": about.role, "version": 1, "change": body("changeRole", about) })
        }
        "/ui/roles/delete" => json!({ "id": about.role, "version": 1, "deletion": {} }),
        "/ui/roles/defaults" => json!({}),
        "/ui/roles/set-default" => json!({ "kind": "customer", "role": about.role }),
        "/ui/sessions/list" | "/ui/sessions/end-all" => json!({ "user": user }),
        "/ui/sessions/check" => json!({}),
        "/ui/sessions/end" => json!({ "user": user, "session": about.session }),
        "/ui/sessions/log-in-as" => json!({ "user": user, "draft": log_in_as() }),
        "/ui/sessions/go-back" => json!({}),
        "/ui/invitations/issue" | "/ui/invitations/list" => json!({ "user": user }),
        "/ui/invitations/look" | "/ui/invitations/ask" => json!({ "token": "no-such-link" }),
        "/ui/jobs/list" => json!({ "page": {} }),
        "/ui/jobs/one" | "/ui/jobs/start" | "/ui/jobs/cancel" => json!({ "id": about.job }),
        "/ui/jobs/rows" => json!({ "id": about.job, "query": {} }),
        "/ui/jobs/create" => json!({ "draft": job(about) }),
        "/ui/mail/send-again" => json!({ "id": about.mail }),
        "/ui/sign-in/begin" => json!({ "start": body("beginLogin", about) }),
        "/ui/sign-in/prove" => json!({ "proof": body("proveLogin", about) }),
        "/ui/sign-in/forgotten-password" => json!({ "login_id": "nobody.here" }),
        "/ui/sign-in/set-up" => json!({ "draft": set_up() }),
        "/ui/sign-in/flow" | "/ui/sign-in/set-up-needed" | "/ui/sign-in/me" => json!({}),
        "/ui/sign-in/sign-out" | "/ui/sign-in/abandon" => json!({}),
        new => panic!("say here what {new} is sent, so that its rights are tested"),
    }
}

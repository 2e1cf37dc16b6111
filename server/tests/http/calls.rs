//! Every call of the pages, each with sound arguments. A call that is not here yet makes the tests about rights fail.

use reqwest::Method;
use serde_json::{Value, json};

use super::{
    operations::{
        About, api_token, body, draft, expiry, grants, job, log_in_as, role, set_up, tokens,
        verification,
    },
    own,
};

/// Calls of the pages that need no session.
pub const OPEN_CALLS: [&str; 12] = [
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
    "/ui/account/look-at-email-link",
    "/ui/account/use-email-link",
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
        "/ui/home/dashboard" => json!({}),
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
        "/ui/tokens/api-choice" => json!({ "user": user }),
        "/ui/tokens/issue-api" => json!({ "user": user, "draft": api_token() }),
        "/ui/tokens/replace-secret" => json!({ "token": about.token }),
        "/ui/tokens/list" | "/ui/tokens/delete-all" => json!({ "user": user }),
        "/ui/tokens/delete" => json!({ "user": user, "token": about.token }),
        "/ui/invitations/issue" | "/ui/invitations/list" => json!({ "user": user }),
        "/ui/invitations/look" | "/ui/invitations/ask" => json!({ "token": "no-such-link" }),
        "/ui/account/look-at-email-link" | "/ui/account/use-email-link" => {
            json!({ "token": "no-such-link" })
        }
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
        new => own::arguments(new).unwrap_or_else(|| {
            panic!("say here what {new} is sent, so that its rights are tested")
        }),
    }
}

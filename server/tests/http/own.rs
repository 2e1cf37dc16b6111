//! What is about the caller's own account, each with a sound request. It needs no permission.

use serde_json::{Value, json};

use crate::util::PASSWORD;

/// A body for an operation about one's own account.
pub fn body(operation: &str) -> Option<Value> {
    Some(match operation {
        "getMySecurity" | "listMyActivity" | "getMyProfile" => Value::Null,
        "getMyPreferences" | "listMyAttention" => Value::Null,
        "changeMyPreferences" => preferences(),
        "changeMyProfile" => profile(),
        "askForMyEmail" => email(),
        "cancelMyEmail" | "sendMyEmailLinkAgain" => Value::Null,
        "listMySessions" | "endMySessions" | "endMySession" => Value::Null,
        "stepUp" => password(),
        "changeMyPassword" => change(),
        "beginMyAuthenticator" => password(),
        "confirmMyAuthenticator" => code(),
        "removeMyAuthenticator" | "renewMyRecoveryCodes" => Value::Null,
        "getMyClosing" | "closeMyAccount" => Value::Null,
        "issueToken" => token(),
        "getTokenChoice" | "replaceTokenSecret" => Value::Null,
        _ => return None,
    })
}

/// The arguments of a call about one's own account.
pub fn arguments(call: &str) -> Option<Value> {
    Some(match call {
        "/ui/sessions/step-up" => json!({ "draft": password() }),
        "/ui/account/security" | "/ui/account/profile" => json!({}),
        "/ui/account/preferences" | "/ui/home/attention" => json!({}),
        "/ui/account/change-preferences" => json!({ "change": preferences() }),
        "/ui/account/change-profile" => json!({ "version": 1, "change": profile() }),
        "/ui/account/ask-for-email" => json!({ "draft": email() }),
        "/ui/account/cancel-email-change" | "/ui/account/send-email-link-again" => json!({}),
        "/ui/account/activity" => json!({ "page": {} }),
        "/ui/account/change-password" => json!({ "change": change() }),
        "/ui/account/begin-authenticator" => json!({ "draft": password() }),
        "/ui/account/confirm-authenticator" => json!({ "draft": code() }),
        "/ui/tokens/choice" => json!({}),
        "/ui/tokens/issue" => json!({ "draft": token() }),
        "/ui/account/remove-authenticator" | "/ui/account/renew-recovery-codes" => json!({}),
        "/ui/account/preview-closing" | "/ui/account/close" => json!({}),
        _ => return None,
    })
}

/// Whether a call of the pages is about the caller's own account.
pub fn is_about_oneself(call: &str) -> bool {
    let others = [
        "/ui/sign-in/me",
        "/ui/sessions/go-back",
        "/ui/sessions/check",
        "/ui/tokens/replace-secret",
    ];
    arguments(call).is_some() || others.contains(&call)
}

fn profile() -> Value {
    json!({ "group": "Sales", "description": "Covers the north" })
}

fn preferences() -> Value {
    json!({ "date_output": "DD.MM.YYYY HH:mm" })
}

fn email() -> Value {
    json!({ "email": "another.address@example.com" })
}

fn password() -> Value {
    json!({ "password": PASSWORD })
}

/// The present password for a new one: so it is refused for that, and whoever comes next still knows it.
fn change() -> Value {
    json!({ "current_password": PASSWORD, "password": PASSWORD })
}

fn token() -> Value {
    json!({ "name": "Nightly report", "expires_at": "2027-02-01T00:00:00Z", "permissions": [] })
}

/// One digit too few, because a code of six may be the right one.
fn code() -> Value {
    json!({ "code": "12345" })
}

//! Every operation and call while logged in as somebody else: each is decided here, a new one too.

use app::{AuditEventId, MailId, RoleId, users::User};

use super::calls::{OPEN_CALLS, calls};
use super::operations::{About, operations};
use crate::util::{Answer, Siblings};

/// What becomes of an operation or call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meanwhile {
    /// It is as for the user themselves.
    Goes,
    /// It is refused because of whom one is logged in as.
    Refused,
}
use Meanwhile::{Goes, Refused};

fn operation(id: &str) -> Meanwhile {
    match id {
        // What everyday work is.
        "checkThisSession" | "getMe" | "goBack" | "logout" | "endThisSession" => Goes,
        // One's own account is the user's: it is seen, and stays as it is.
        "getMySecurity" | "getMyProfile" | "listMyActivity" | "listMySessions" => Goes,
        "getMyPreferences" | "getMyClosing" | "listMyAttention" => Goes,
        "changeMyPreferences" => Refused,
        "changeMyProfile" | "askForMyEmail" | "cancelMyEmail" | "sendMyEmailLinkAgain" => Refused,
        "beginMyAuthenticator" | "confirmMyAuthenticator" => Refused,
        "removeMyAuthenticator" | "renewMyRecoveryCodes" | "closeMyAccount" => Refused,
        "stepUp" | "changeMyPassword" | "endMySessions" | "endMySession" => Refused,
        "listUsers" | "getUser" | "getUserPermissions" => Goes,
        "setUserDisabled" | "deleteUser" | "previewUserDeletion" | "restoreUser" | "purgeUser" => {
            Goes
        }
        "tryUserTrustedAddresses" | "previewCompanyExpiry" | "setCompanyExpiry" => Goes,
        "explainSignIn" => Goes,
        "listSessions" | "endSession" | "endSessions" | "listInvitations" => Goes,
        "listCompanies" | "getCompany" | "createCompany" | "changeCompany" | "deleteCompany" => {
            Goes
        }
        "listRoles" | "listAllRoles" | "getRole" | "listDefaultRoles" => Goes,
        "listPolicyClasses" | "getPolicyClass" | "getCompanyPolicy" => Goes,
        "listAuditEvents" | "getAuditEvent" | "exportAuditEvents" => Goes,
        "listMails" | "sendMailAgain" | "getDashboard" => Goes,
        "listJobs" | "getJob" | "listJobRows" | "exportJobResults" | "exportUsers" => Goes,
        // It would go on when one is long no longer logged in as somebody else.
        "createJob" | "importUsers" | "startJob" | "cancelJob" => Refused,
        "getTokenChoice" | "listTokens" | "introspectToken" => Goes,
        "getApiTokenChoice" | "issueApiToken" => Refused,
        "issueToken" | "replaceTokenSecret" | "deleteToken" | "deleteTokens" => Refused,
        // Credentials, and what decides who gets in. The walk invites whom it adds, and changes a second factor with
        // `changeUser`.
        "createUser"
        | "changeUser"
        | "setUserTwoFactor"
        | "resetUserTwoFactor"
        | "generateUserPassword" => Refused,
        "setUserVerificationMethods" => Refused,
        "unlockUser" | "setUserTrustedAddresses" | "issueCredentials" | "logInAs" => Refused,
        "setUserTokenExpiration" | "previewUserTokenExpiration" => Refused,
        // Rights.
        "changeUserPermissions" | "createRole" | "changeRole" | "previewRoleChange" => Refused,
        "deleteRole" | "previewRoleDeletion" | "setDefaultRole" => Refused,
        // Policies.
        "createPolicyClass" | "changePolicyClass" | "deletePolicyClass" | "previewPolicy" => {
            Refused
        }
        "setCompanyPolicy" => Refused,
        new => panic!("decide whether {new} is done while logged in as somebody else"),
    }
}

fn call(path: &str) -> Meanwhile {
    match path {
        "/ui/sign-in/me" | "/ui/sign-in/explain" | "/ui/sessions/go-back" => Goes,
        "/ui/account/security" | "/ui/account/profile" | "/ui/account/activity" => Goes,
        "/ui/account/preferences" | "/ui/account/preview-closing" => Goes,
        "/ui/home/attention" | "/ui/home/dashboard" => Goes,
        "/ui/account/change-preferences" => Refused,
        "/ui/account/change-profile" | "/ui/account/ask-for-email" => Refused,
        "/ui/account/cancel-email-change" | "/ui/account/send-email-link-again" => Refused,
        "/ui/account/begin-authenticator" | "/ui/account/confirm-authenticator" => Refused,
        "/ui/account/remove-authenticator" | "/ui/account/renew-recovery-codes" => Refused,
        "/ui/account/close" => Refused,
        "/ui/sessions/step-up" | "/ui/account/change-password" => Refused,
        "/ui/users/list" | "/ui/users/one" | "/ui/users/access" => Goes,
        // By what is changed: the walk changes a first name.
        "/ui/users/change" => Goes,
        "/ui/users/set-disabled" | "/ui/users/delete" | "/ui/users/preview-deletion" => Goes,
        "/ui/users/restore" | "/ui/users/purge" | "/ui/users/try-trusted-addresses" => Goes,
        "/ui/users/preview-expiry" | "/ui/users/apply-expiry" | "/ui/invitations/list" => Goes,
        "/ui/sessions/check" => Goes,
        "/ui/tokens/choice" | "/ui/tokens/list" => Goes,
        "/ui/tokens/api-choice" | "/ui/tokens/issue-api" => Refused,
        "/ui/tokens/issue" | "/ui/tokens/replace-secret" => Refused,
        "/ui/tokens/delete" | "/ui/tokens/delete-all" => Refused,
        "/ui/sessions/list" | "/ui/sessions/end" | "/ui/sessions/end-all" => Goes,
        "/ui/companies/tree" | "/ui/companies/one" | "/ui/companies/create" => Goes,
        "/ui/companies/change" | "/ui/companies/delete" => Goes,
        "/ui/roles/list" | "/ui/roles/all" | "/ui/roles/one" | "/ui/roles/defaults" => Goes,
        "/ui/policies/list" | "/ui/policies/of-company" => Goes,
        "/ui/jobs/list" | "/ui/jobs/one" | "/ui/jobs/rows" => Goes,
        "/ui/jobs/create" | "/ui/jobs/start" | "/ui/jobs/cancel" => Refused,
        "/ui/audit/list" | "/ui/mail/list" | "/ui/mail/send-again" => Goes,
        "/ui/users/create" => Refused,
        "/ui/users/reset-two-factor" | "/ui/users/set-two-factor" | "/ui/users/unlock" => Refused,
        "/ui/users/set-token-expiration" | "/ui/users/preview-token-expiration" => Refused,
        "/ui/users/generate-password" | "/ui/users/set-trusted-addresses" => Refused,
        "/ui/users/set-verification" => Refused,
        "/ui/invitations/issue" | "/ui/sessions/log-in-as" | "/ui/users/change-access" => Refused,
        "/ui/roles/create" | "/ui/roles/change" | "/ui/roles/preview-change" => Refused,
        "/ui/roles/delete" | "/ui/roles/preview-deletion" | "/ui/roles/set-default" => Refused,
        "/ui/policies/create" | "/ui/policies/change" | "/ui/policies/delete" => Refused,
        "/ui/policies/preview" | "/ui/policies/assign" => Refused,
        new => panic!("decide whether {new} is done while logged in as somebody else"),
    }
}

fn was(answer: &Answer) -> Meanwhile {
    if answer.status.is_success() {
        return Goes;
    }
    let refusal = match answer.refusal() {
        // As the pages are told.
        of_call if of_call == "acting" => answer.json()["about"].as_str().map(str::to_owned),
        of_operation => of_operation.strip_prefix("acting.").map(str::to_owned),
    };
    match refusal.as_deref() {
        None => Goes,
        Some("not_while_acting") => {
            assert_eq!(answer.status.as_u16(), 403);
            Refused
        }
        Some(other) => panic!("{other}: {}", answer.body),
    }
}

/// The operator's administrator, logged in as the administrator of Acme.
async fn scene() -> (Siblings, User) {
    let scene = Siblings::start().await;
    let (boss, _) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    scene.root.log_in_as(boss.id).await.ok();
    (scene, boss)
}

async fn about(scene: &Siblings, user: &User) -> About {
    let app = &scene.app;
    let mails = format!("SELECT MAX(id) FROM mails WHERE user_id = {}", user.id);
    let events = format!(
        "SELECT MAX(id) FROM audit_events WHERE subject_id = {}",
        user.id
    );
    About {
        user: user.id,
        company: scene.acme,
        mail: MailId(app.numbers(&mails).await[0]),
        event: AuditEventId(app.numbers(&events).await[0]),
        role: RoleId(
            scene
                .custom_role(scene.acme, "Nobody’s", &["users:read"])
                .await,
        ),
        class: scene.class_of(scene.acme).await,
        ..About::nothing()
    }
}

#[tokio::test]
async fn everything_is_decided_and_what_is_refused_says_why() {
    let (scene, _) = scene().await;
    // Somebody else signs out here, or the walk would end with it.
    let leave = ["logout", "endThisSession", "goBack"];
    let (hana, _) = scene
        .app
        .user(
            &scene.app.signed_in("root").await,
            "hana.sato",
            scene.acme,
            "user",
        )
        .await;
    let about = about(&scene, &hana).await;
    let mut wrong = Vec::new();
    for op in operations().iter().filter(|operation| !operation.open) {
        let expected = operation(&op.id);
        if !leave.contains(&op.id.as_str()) {
            let answer = op.send(&scene.root, &about).await;
            if was(&answer) != expected {
                wrong.push(format!("{} {}", op.id, answer.body));
            }
        }
    }
    for (path, body) in calls(&about) {
        if OPEN_CALLS.contains(&path) {
            continue;
        }
        let expected = call(path);
        if path != "/ui/sessions/go-back" {
            let answer = scene.root.post(path, body).await;
            if was(&answer) != expected {
                wrong.push(format!("{path} {}", answer.body));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
    assert_eq!(scene.root.me().await.login_id, "acme.admin");
}

#[tokio::test]
async fn nothing_is_done_to_the_account_one_is_logged_in_as() {
    let (scene, boss) = scene().await;
    let mut about = about(&scene, &boss).await;
    let session = format!("SELECT id FROM sessions WHERE user_id = {}", boss.id);
    about.session = app::SessionId(scene.app.numbers(&session).await[0]);
    let before = scene.app.rows().await;
    for op in operations()
        .iter()
        .filter(|op| op.path.starts_with("/api/v1/users/{id}"))
    {
        if op.writes() {
            let answer = op.send(&scene.root, &about).await;
            assert!(answer.status.is_client_error(), "{op:?} {}", answer.body);
        }
    }
    for (path, body) in calls(&about) {
        let reads = [
            "list",
            "one",
            "access",
            "preview-deletion",
            "try-trusted-addresses",
            "preview-token-expiration",
        ];
        let about_a_user = body.get("id").is_some() || body.get("user").is_some();
        let room = ["/ui/users/", "/ui/sessions/", "/ui/invitations/"];
        let verb = path.rsplit('/').next().unwrap();
        if about_a_user && room.iter().any(|room| path.starts_with(room)) && !reads.contains(&verb)
        {
            let answer = scene.root.post(path, body).await;
            assert!(answer.status.is_client_error(), "{path} {}", answer.body);
        }
    }
    assert_eq!(scene.app.rows().await, before);
}

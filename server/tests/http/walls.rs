//! The walls between tenants: what is outside one's scope is answered like what does not exist.

use app::{AuditEventId, CompanyId, MailId, RoleId, SessionId, UserId};
use serde_json::json;

use super::calls::{OPEN_CALLS, calls};
use super::operations::{About, operations};
use super::own::is_about_oneself;
use crate::util::{Client, Siblings};

/// Operations whose answer is about the caller alone, whatever else is named.
const ABOUT_THE_CALLER: [&str; 4] = [
    "logout",
    "endThisSession",
    "listCompanies",
    // A job of one's own; what its rows may be about is tested with the jobs.
    "importUsers",
];

/// Everything about a user and a company, taken from the database.
async fn about(scene: &Siblings, user: UserId, company: CompanyId) -> About {
    let app = &scene.app;
    let one = async |sql: String| app.numbers(&sql).await.first().copied();
    let preview = scene
        .root
        .get(&format!("/api/v1/users/{user}/deletion"))
        .await
        .json();
    About {
        user,
        user_version: one(format!("SELECT version FROM users WHERE id = {user}"))
            .await
            .unwrap(),
        fingerprint: preview["fingerprint"].as_str().unwrap_or("0").to_owned(),
        company,
        company_version: one(format!(
            "SELECT version FROM companies WHERE id = {company}"
        ))
        .await
        .unwrap(),
        session: SessionId(
            one(format!("SELECT id FROM sessions WHERE user_id = {user}"))
                .await
                .unwrap_or(9_000_003),
        ),
        mail: MailId(
            one(format!("SELECT id FROM mails WHERE user_id = {user}"))
                .await
                .unwrap_or(9_000_004),
        ),
        event: AuditEventId(
            one(format!(
                "SELECT MAX(id) FROM audit_events WHERE subject_id = {user}"
            ))
            .await
            .unwrap(),
        ),
        // What belongs above can be used below, so it is there; this one is of the other side.
        role: RoleId(
            scene
                .custom_role(scene.beta, &format!("Theirs {user}"), &["users:read"])
                .await,
        ),
        // A class of a company above is seen by design.
        class: scene.class_of(scene.beta).await,
        job: scene.job_of_root().await,
        token: scene.token_of(user).await,
    }
}

/// Every operation and call says of these things what it says of things that do not exist, and changes nothing.
async fn look_like_nothing(scene: &Siblings, client: &Client, there: &About) {
    let nothing = About::nothing();
    let before = scene.app.rows().await;
    for operation in operations() {
        let about_the_caller =
            operation.is_about_oneself() || ABOUT_THE_CALLER.contains(&operation.id.as_str());
        if operation.open || about_the_caller {
            continue;
        }
        let said = operation.send(client, there).await.said();
        assert_eq!(
            said,
            operation.send(client, &nothing).await.said(),
            "{operation:?} {there:?}"
        );
        if operation.is_about_something() {
            assert!((400..500).contains(&said.0), "{operation:?}: {said:?}");
        }
    }
    for (path, body) in calls(there) {
        if OPEN_CALLS.contains(&path) || is_about_oneself(path) {
            continue;
        }
        let same = calls(&nothing)
            .into_iter()
            .find(|(other, _)| *other == path)
            .unwrap()
            .1;
        assert_eq!(
            client.post(path, body).await.said(),
            client.post(path, same).await.said(),
            "{path} {there:?}"
        );
    }
    scene.app.forget_exports().await;
    assert_eq!(scene.app.rows().await, before);
}

#[tokio::test]
async fn a_sibling_companys_users_look_like_nobody() {
    let scene = Siblings::start().await;
    let (_, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let (user, _) = scene.user("beta.user", scene.beta, "user").await;
    let (boss, _) = scene
        .user("beta.admin", scene.beta, "company_administrator")
        .await;
    for target in [user.id, boss.id] {
        let there = about(&scene, target, scene.beta).await;
        look_like_nothing(&scene, &admin, &there).await;
    }
}

#[tokio::test]
async fn so_do_those_in_its_bin_and_those_above() {
    let scene = Siblings::start().await;
    let (_, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let (user, _) = scene.user("beta.user", scene.beta, "user").await;
    scene.app.delete(&scene.root, user.id).await.ok();
    look_like_nothing(&scene, &admin, &about(&scene, user.id, scene.beta).await).await;
    let (above, _) = scene
        .user("second.root", scene.operator, "operator_administrator")
        .await;
    look_like_nothing(
        &scene,
        &admin,
        &about(&scene, above.id, scene.operator).await,
    )
    .await;
}

#[tokio::test]
async fn a_company_whose_number_begins_alike_is_another_one() {
    let scene = Siblings::start().await;
    let (_, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let mut look_alike = scene.beta;
    while !look_alike.to_string().starts_with(&scene.acme.to_string()) {
        let name = format!("After {look_alike}");
        look_alike = scene
            .app
            .company(&scene.root, scene.operator, "customer", &name)
            .await
            .id;
    }
    assert_ne!(look_alike, scene.acme);
    admin
        .get(&format!("/api/v1/companies/{look_alike}"))
        .await
        .status(404);
    let tree: app::companies::CompanyTree = admin.get("/api/v1/companies").await.ok().read();
    let seen: Vec<CompanyId> = tree.companies.iter().map(|company| company.id).collect();
    assert_eq!(seen, [scene.acme]);
}

#[tokio::test]
async fn one_cannot_reach_over_the_wall_from_ones_own_side() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (_, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let (mine, _) = scene.user("acme.user", scene.acme, "user").await;
    let (theirs, _) = scene.user("beta.user", scene.beta, "user").await;
    let branch = app.company(&admin, scene.acme, "customer", "Branch").await;
    let session = about(&scene, theirs.id, scene.beta).await.session;
    let before = app.rows().await;
    let nowhere = CompanyId(9_000_002);
    let user = format!("/api/v1/users/{}", mine.id);
    let company = format!("/api/v1/companies/{}", branch.id);
    let version = app.shown(&scene.root, mine.id).await.version;
    for change in [
        |to: CompanyId| json!({ "company": to }),
        |to: CompanyId| json!({ "related_companies": [to] }),
    ] {
        let said = admin
            .patch(&user, version, change(scene.beta))
            .await
            .status(422)
            .said();
        assert_eq!(
            said,
            admin.patch(&user, version, change(nowhere)).await.said()
        );
    }
    let moved = admin
        .patch(&company, branch.version, json!({ "parent": scene.beta }))
        .await
        .status(422);
    assert_eq!(
        moved.said(),
        admin
            .patch(&company, branch.version, json!({ "parent": nowhere }))
            .await
            .said()
    );
    // Somebody else's session under one's own user's number.
    let end = |session: SessionId| admin.delete_plain(format!("{user}/sessions/{session}"));
    assert_eq!(
        end(session).await.status(404).said(),
        end(SessionId(9_000_003)).await.said()
    );
    assert_eq!(app.rows().await, before);
}

#[tokio::test]
async fn lists_end_at_the_wall() {
    let scene = Siblings::start().await;
    let (_, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let (beta, _) = scene.user("beta.user", scene.beta, "user").await;
    for (list, mine) in [
        ("/api/v1/users?limit=200", 1),
        ("/api/v1/users?search=beta", 0),
        ("/api/v1/users?search=be", 0),
        ("/api/v1/users?search=example.com", 1),
        ("/api/v1/users?status=deleted", 0),
        ("/api/v1/mails?search=beta", 0),
        ("/api/v1/audit-events?login_id=beta.user", 0),
        (&format!("/api/v1/audit-events?user={}", beta.id), 0),
    ] {
        let page = admin.get(list).await.ok().json();
        assert_eq!(page["items"].as_array().unwrap().len(), mine, "{list}");
        assert_eq!(page["total"], mine, "{list}");
    }
    let me = admin.get("/api/v1/me").await.ok().json();
    let own = admin
        .get(&format!("/api/v1/users/{}", me["id"]))
        .await
        .ok()
        .json();
    assert_eq!(
        (&own["parent"], &own["company_path"]),
        (&json!(null), &json!([]))
    );
}

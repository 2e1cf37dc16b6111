//! Log in as: who may, by what proof, and what it makes of them.

use app::{
    roles::{Channel, Permission},
    users::{LogInAsOffer, User},
};
use serde_json::json;

use crate::util::{Client, PASSWORD, Siblings};

/// What was refused, and that nobody is anybody else.
async fn refused(client: &Client, user: &User) -> (u16, String) {
    let answer = client.log_in_as(user.id).await;
    assert_eq!(client.me().await.acting, None);
    (answer.status.as_u16(), answer.refusal())
}

fn said(status: u16, refusal: &str) -> (u16, String) {
    (status, refusal.to_owned())
}

#[tokio::test]
async fn an_administrator_becomes_the_user_and_themselves_again() {
    let scene = Siblings::start().await;
    let (hana, _) = scene.user("hana.sato", scene.acme, "user").await;
    for channel in ["api", "web"] {
        scene
            .app
            .sql(&format!("UPDATE sessions SET channel = '{channel}'"))
            .await;
        let root = scene.root.me().await;
        let me: app::sign_in::Me = scene.root.log_in_as(hana.id).await.ok().read();
        assert_eq!(scene.root.me().await, me);
        assert_eq!((me.id, me.login_id.as_str()), (hana.id, "hana.sato"));
        assert_eq!((me.company.id, me.permissions.len()), (scene.acme, 0));
        let acting = me.acting.unwrap();
        assert_eq!(acting.by.login_id, "root");
        assert_eq!(acting.reason, "Ticket 7");
        assert_eq!(acting.since, scene.app.deps.now());
        assert_eq!(acting.until, acting.since.plus_seconds(30 * 60));
        scene.root.get("/api/v1/users").await.status(403);
        let back: app::sign_in::Me = scene.root.go_back().await.ok().read();
        assert_eq!(back, root);
        assert_eq!(scene.root.me().await, root);
        scene.root.get("/api/v1/users").await.ok();
        assert_eq!(
            scene.root.go_back().await.ok().read::<app::sign_in::Me>(),
            root
        );
    }
}

#[tokio::test]
async fn they_may_do_what_both_may_within_the_users_reach() {
    let scene = Siblings::start().await;
    let (boss, _) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let outside = scene.quiet("beta.user", scene.beta).await;
    scene.root.log_in_as(boss.id).await.ok();
    scene
        .root
        .get(&format!("/api/v1/users/{}", outside.id))
        .await
        .status(404);
    let me = scene.root.me().await;
    assert!(
        me.may(Permission::UsersUpdate) && me.held.allows(Permission::UsersUpdate, Channel::App)
    );
    assert!(!me.may(Permission::RolesAssign) && !me.held.holds(Permission::RolesAssign));
}

#[tokio::test]
async fn who_lacks_the_permission_cannot() {
    let scene = Siblings::start().await;
    let (hana, colleague) = scene.user("hana.sato", scene.acme, "user").await;
    let (other, _) = scene.user("ken.tanaka", scene.acme, "user").await;
    let (_, auditor) = scene.user("audit.or", scene.operator, "auditor").await;
    let (_, desk) = scene.user("help.desk", scene.operator, "help_desk").await;
    for client in [&auditor, &desk] {
        assert_eq!(refused(client, &hana).await, said(403, "not_allowed"));
        let shown = scene.app.shown(client, hana.id).await;
        assert_eq!(shown.log_in_as, LogInAsOffer::No);
    }
    assert_eq!(refused(&colleague, &other).await, said(403, "not_allowed"));
    let nobody = scene.app.client();
    nobody.log_in_as(hana.id).await.status(401);
}

#[tokio::test]
async fn only_somebody_weaker_within_the_scope_can_be_logged_in_as() {
    let scene = Siblings::start().await;
    let (me, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let (equal, _) = scene
        .user("acme.second", scene.acme, "company_administrator")
        .await;
    let (stronger, _) = scene.user("acme.strong", scene.acme, "user").await;
    let (further, _) = scene.user("acme.far", scene.acme, "user").await;
    scene
        .app
        .edit(
            &scene.root,
            further.id,
            json!({ "related_companies": [scene.beta] }),
        )
        .await
        .ok();
    scene
        .app
        .sql(&format!(
            "INSERT INTO user_grants (user_id, permission, channel) VALUES ({}, 'operator:manage', 'app')",
            stronger.id
        ))
        .await;
    let (above, _) = scene.user("op.user", scene.operator, "user").await;
    let (sibling, _) = scene.user("beta.user", scene.beta, "user").await;
    let weaker = scene.user("acme.desk", scene.acme, "help_desk").await.0;
    for (user, expected) in [
        (&me, said(409, "user.oneself")),
        (&equal, said(403, "acting.not_weaker")),
        (&stronger, said(403, "user.stronger")),
        (&further, said(403, "user.stronger")),
        (&above, said(404, "not_found")),
        (&sibling, said(404, "not_found")),
    ] {
        assert_eq!(refused(&admin, user).await, expected, "{}", user.login_id);
        if expected.0 != 404 {
            let shown = scene.app.shown(&admin, user.id).await;
            assert_eq!(shown.log_in_as, LogInAsOffer::No, "{}", user.login_id);
        }
    }
    let nobody = admin.log_in_as(app::UserId(9_000_001)).await;
    assert_eq!(nobody.said(), admin.log_in_as(sibling.id).await.said());
    let shown = scene.app.shown(&admin, weaker.id).await;
    assert_eq!(shown.log_in_as, LogInAsOffer::WithPassword);
    admin.log_in_as(weaker.id).await.ok();
}

#[tokio::test]
async fn somebody_who_cannot_sign_in_cannot_be_logged_in_as() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (disabled, _) = scene.user("disa.bled", scene.acme, "user").await;
    app.set_disabled(&scene.root, disabled.id, true).await.ok();
    let (deleted, _) = scene.user("dele.ted", scene.acme, "user").await;
    app.delete(&scene.root, deleted.id).await.ok();
    let (expired, _) = scene.user("expi.red", scene.acme, "user").await;
    let end = app.deps.now().plus_seconds(60);
    app.edit(&scene.root, expired.id, json!({ "expires_at": end }))
        .await
        .ok();
    app.clock.advance(60);
    for (user, refusal) in [
        (&disabled, "user.cannot_sign_in"),
        (&deleted, "user.in_the_bin"),
        (&expired, "user.cannot_sign_in"),
    ] {
        assert_eq!(refused(&scene.root, user).await, said(409, refusal));
        let shown = app.shown(&scene.root, user.id).await;
        assert_eq!(shown.log_in_as, LogInAsOffer::No);
    }
}

#[tokio::test]
async fn a_policy_may_forbid_it() {
    let scene = Siblings::start().await;
    let (hana, _) = scene.user("hana.sato", scene.acme, "user").await;
    let (beta, _) = scene.user("beta.user", scene.beta, "user").await;
    let class = json!({
        "name": "Private", "company": scene.operator, "settings": { "log_in_as_allowed": false },
    });
    let class = scene.root.post("/api/v1/policy-classes", class).await.ok();
    let path = format!("/api/v1/companies/{}/policy", scene.acme);
    let choice = json!({ "class": class.json()["id"] });
    let version = format!("SELECT version FROM companies WHERE id = {}", scene.acme);
    let version = scene.app.numbers(&version).await[0];
    scene.root.put_at(&path, version, choice).await.ok();
    let shown = scene.app.shown(&scene.root, hana.id).await;
    assert_eq!(shown.log_in_as, LogInAsOffer::Forbidden);
    assert_eq!(
        refused(&scene.root, &hana).await,
        said(403, "acting.forbidden")
    );
    scene.root.log_in_as(beta.id).await.ok();
}

#[tokio::test]
async fn nobody_goes_on_from_one_user_to_another() {
    let scene = Siblings::start().await;
    let (boss, _) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let (hana, _) = scene.user("hana.sato", scene.acme, "user").await;
    scene.root.log_in_as(boss.id).await.ok();
    let nested = scene.root.log_in_as(hana.id).await;
    assert_eq!(nested.status(403).refusal(), "acting.not_while_acting");
    let shown = scene.app.shown(&scene.root, hana.id).await;
    assert_eq!(shown.log_in_as, LogInAsOffer::No);
    assert_eq!(scene.root.me().await.id, boss.id);
}

#[tokio::test]
async fn who_has_an_authenticator_proves_it_by_a_code_of_this_moment_once() {
    let scene = Siblings::start().await;
    let (hana, _) = scene.user("hana.sato", scene.acme, "user").await;
    let (_, admin, authenticator, recovery) = scene.guarded_administrator().await;
    let app = &scene.app;
    let shown = app.shown(&admin, hana.id).await;
    assert_eq!(shown.log_in_as, LogInAsOffer::WithCode);
    // Not the password, no recovery code, nothing at all, no reason.
    assert_eq!(
        admin.log_in_as(hana.id).await.status(422).fields(),
        ["code"]
    );
    let with = async |code: &str| admin.log_in_as_with(hana.id, code).await;
    assert_eq!(with(&recovery[0]).await.status(422).fields(), ["code"]);
    let path = format!("/api/v1/users/{}/log-in-as", hana.id);
    let empty = admin.post(&path, json!({ "reason": " " })).await;
    assert_eq!(empty.status(422).fields(), ["reason", "code"]);
    let code = authenticator.code(app.deps.now());
    let long = json!({ "reason": "x".repeat(201), "code": code });
    let long = admin.post(&path, long).await;
    assert_eq!(long.status(422).fields(), ["reason"]);
    let wrong = match code.as_str() {
        "000000" => "000001",
        _ => "000000",
    };
    assert_eq!(with(wrong).await.status(422).fields(), ["code"]);
    let failed = &scene.events("log_in_as.started").await[0];
    assert!(!failed.succeeded);
    assert_eq!(failed.subject.as_ref().unwrap().id, hana.id);
    assert_eq!(admin.me().await.acting, None);
    with(&code).await.ok();
    admin.go_back().await.ok();
    assert_eq!(
        with(&code).await.status(422).fields(),
        ["code"],
        "it was used"
    );
    app.clock.advance(30);
    with(&authenticator.code(app.deps.now())).await.ok();
}

#[tokio::test]
async fn guessing_is_slowed_down_like_at_sign_in() {
    let scene = Siblings::start().await;
    let (hana, _) = scene.user("hana.sato", scene.acme, "user").await;
    let path = format!("/api/v1/users/{}/log-in-as", hana.id);
    let wrong = json!({ "reason": "x", "password": "walnut ferry november" });
    for _ in 0..6 {
        let answer = scene.root.post(&path, wrong.clone()).await;
        assert_eq!(answer.status(422).fields(), ["password"]);
    }
    scene.root.post(&path, wrong).await.status(429);
    scene.root.log_in_as(hana.id).await.status(429);
    scene.app.clock.advance(2);
    scene.root.log_in_as(hana.id).await.ok();
}

#[tokio::test]
async fn of_many_who_start_together_one_does() {
    let scene = Siblings::start().await;
    let (hana, _) = scene.user("hana.sato", scene.acme, "user").await;
    let (ken, _) = scene.user("ken.tanaka", scene.acme, "user").await;
    let (_, admin, authenticator, _) = scene.guarded_administrator().await;
    let code = authenticator.code(scene.app.deps.now());
    let (a, b, c, d) = tokio::join!(
        admin.log_in_as_with(hana.id, &code),
        admin.log_in_as_with(ken.id, &code),
        admin.log_in_as_with(hana.id, &code),
        admin.log_in_as_with(ken.id, &code),
    );
    let started = [a, b, c, d]
        .iter()
        .filter(|answer| answer.status == 200)
        .count();
    assert_eq!(started, 1);
    let begun = scene.events("log_in_as.started").await;
    assert_eq!(begun.iter().filter(|event| event.succeeded).count(), 1);
    // By password nothing is used up, so the session itself decides.
    let (a, b) = tokio::join!(scene.root.log_in_as(hana.id), scene.root.log_in_as(ken.id));
    let mut statuses = [a.status.as_u16(), b.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses[0], 200);
    assert!([403, 409].contains(&statuses[1]), "{statuses:?}");
}

#[tokio::test]
async fn the_user_is_told_and_every_event_names_both() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (boss, _) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let (hana, _) = scene.user("hana.sato", scene.acme, "user").await;
    scene.root.log_in_as(boss.id).await.ok();
    let mail = app.mail(&boss.email, "logged in as you").await;
    for part in ["Rita Root (root)", "Ticket 7", "15 Jan 2027"] {
        assert!(mail.text.contains(part), "{part}: {}", mail.text);
    }
    app.edit(&scene.root, hana.id, json!({ "first_name": "Hanako" }))
        .await
        .ok();
    scene.root.go_back().await.ok();
    let [started] = &scene.events("log_in_as.started").await[..] else {
        panic!("it began once");
    };
    let [ended] = &scene.events("log_in_as.ended").await[..] else {
        panic!("it ended once");
    };
    for event in [started, ended] {
        assert_eq!(event.actor.as_ref().unwrap().login_id, "root");
        assert_eq!(event.subject.as_ref().unwrap().id, boss.id);
        assert_eq!(
            (&event.behind, event.company.as_ref().unwrap().id),
            (&None, scene.acme)
        );
    }
    let changed = &scene.events("user.changed").await[0];
    assert_eq!(changed.actor.as_ref().unwrap().login_id, "acme.admin");
    assert_eq!(changed.behind.as_ref().unwrap().login_id, "root");
    // Whoever is looked for is found in either place.
    let root = scene.root.me().await.id;
    for query in [
        format!("user={root}"),
        "login_id=root".to_owned(),
        format!("user={}", boss.id),
        "login_id=acme.admin".to_owned(),
    ] {
        let path = format!("/api/v1/audit-events?action=user.changed&{query}");
        let page = scene.root.get(&path).await.ok().json();
        assert_eq!(page["total"], 1, "{query}");
    }
    let csv = "/api/v1/audit-events/export?action=user.changed";
    let csv = scene.root.get(csv).await.ok().body;
    assert!(csv.contains("actor_id,actor,behind_id,behind,"), "{csv}");
    assert!(
        csv.contains(&format!("{},acme.admin,{root},root,", boss.id)),
        "{csv}"
    );
}

#[tokio::test]
async fn a_wrong_password_proves_nothing() {
    let scene = Siblings::start().await;
    let (hana, _) = scene.user("hana.sato", scene.acme, "user").await;
    let path = format!("/api/v1/users/{}/log-in-as", hana.id);
    for password in ["", "walnut ferry november"] {
        let draft = json!({ "reason": "x", "password": password, "code": "123456" });
        let answer = scene.root.post(&path, draft).await;
        assert_eq!(answer.status(422).fields(), ["password"]);
    }
    assert_eq!(scene.root.me().await.acting, None);
    let draft = json!({ "reason": "x", "password": PASSWORD });
    scene.root.post(&path, draft).await.ok();
}

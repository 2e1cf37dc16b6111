//! Editing users.

use app::{
    sign_in::{FlowView, Step},
    users::{AccountStatus, User},
};
use serde_json::json;

use crate::util::{PASSWORD, Siblings};

#[tokio::test]
async fn what_is_absent_stays() {
    let scene = Siblings::start().await;
    let (user, _) = scene.user("hana.sato", scene.acme, "auditor").await;
    let end = "2028-03-31T14:59:59Z";
    let change = json!({ "expires_at": end, "related_companies": [scene.beta] });
    scene.app.edit(&scene.root, user.id, change).await.ok();
    let before = scene.app.shown(&scene.root, user.id).await;
    let after: User = scene
        .app
        .edit(&scene.root, user.id, json!({ "first_name": "Hanako" }))
        .await
        .ok()
        .read();
    let expected = User {
        first_name: "Hanako".into(),
        version: before.version + 1,
        ..before
    };
    assert_eq!(after, expected);
    let after: User = scene
        .app
        .edit(&scene.root, user.id, json!({ "expires_at": null }))
        .await
        .ok()
        .read();
    assert_eq!(after.expires_at, None);
}

#[tokio::test]
async fn the_login_id_never_changes() {
    let scene = Siblings::start().await;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let answer = scene
        .app
        .edit(&scene.root, user.id, json!({ "login_id": "other" }))
        .await;
    assert_eq!(answer.status(400).fields(), ["login_id"]);
}

#[tokio::test]
async fn every_wrong_field_is_named_and_nothing_is_changed() {
    let scene = Siblings::start().await;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let before = scene.app.rows().await;
    let change =
        json!({ "email": "x", "first_name": " ", "last_name": "Good", "time_zone": "a b" });
    let answer = scene
        .app
        .edit(&scene.root, user.id, change)
        .await
        .status(422);
    assert_eq!(answer.fields(), ["email", "first_name", "time_zone"]);
    assert_eq!(scene.app.rows().await, before);
}

#[tokio::test]
async fn an_edit_of_what_somebody_else_changed_is_refused_at_both_doors() {
    let scene = Siblings::start().await;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let path = format!("/api/v1/users/{}", user.id);
    let read = scene.app.shown(&scene.root, user.id).await;
    scene
        .app
        .edit(&scene.root, user.id, json!({ "first_name": "Hanako" }))
        .await
        .ok();
    let before = scene.app.rows().await;
    let change = json!({ "email": "other@example.com" });
    scene
        .root
        .patch(&path, read.version, change.clone())
        .await
        .status(412);
    let call = json!({ "id": user.id, "version": read.version, "change": change });
    let called = scene.root.post("/ui/users/change", call).await.status(412);
    assert_eq!(called.refusal(), "stale");
    assert_eq!(scene.app.rows().await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_edits_of_one_version_one_is_kept() {
    let scene = Siblings::start().await;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let version = scene.app.shown(&scene.root, user.id).await.version;
    let root = std::sync::Arc::new(scene.app.signed_in("root").await);
    let tries: Vec<_> = (0..8)
        .map(|number| {
            let (root, path) = (
                std::sync::Arc::clone(&root),
                format!("/api/v1/users/{}", user.id),
            );
            tokio::spawn(async move {
                let change = json!({ "first_name": format!("Hana {number}") });
                (
                    number,
                    root.patch(&path, version, change).await.status.as_u16(),
                )
            })
        })
        .collect();
    let mut kept = Vec::new();
    for attempt in tries {
        match attempt.await.unwrap() {
            (number, 200) => kept.push(format!("Hana {number}")),
            (_, status) => assert_eq!(status, 412),
        }
    }
    assert_eq!(
        kept,
        [scene.app.shown(&scene.root, user.id).await.first_name]
    );
}

#[tokio::test]
async fn of_a_new_e_mail_address_the_old_and_the_new_one_are_told() {
    let scene = Siblings::start().await;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let change = json!({ "email": "hana@new.example.com" });
    scene.app.edit(&scene.root, user.id, change).await.ok();
    for address in ["hana.sato@example.com", "hana@new.example.com"] {
        let mail = scene.app.mail(address, "address").await;
        assert!(mail.text.contains("hana@new.example.com"), "{}", mail.text);
    }
    let mails = "SELECT COUNT(*) FROM mails WHERE kind = 'email_changed'";
    scene
        .app
        .edit(
            &scene.root,
            user.id,
            json!({ "email": "hana@new.example.com" }),
        )
        .await
        .ok();
    assert_eq!(scene.app.numbers(mails).await, [2]);
}

#[tokio::test]
async fn otp_configured_off_and_on_again_sets_up_a_new_authenticator() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, _, old, codes) = app
        .user_with_authenticator(&scene.root, "hana.sato", scene.acme)
        .await;
    let off: User = app
        .edit(&scene.root, user.id, json!({ "two_factor": "no" }))
        .await
        .ok()
        .read();
    assert!(!off.two_factor.required && !off.two_factor.enrolled);
    assert_eq!(off.two_factor.recovery_codes_left, 0);
    app.mail("hana.sato@example.com", "off").await;
    app.client().sign_in("hana.sato", PASSWORD).await.ok();
    let on: User = app
        .edit(&scene.root, user.id, json!({ "two_factor": "yes" }))
        .await
        .ok()
        .read();
    assert!(on.two_factor.required && !on.two_factor.enrolled);
    let client = app.client();
    let flow: FlowView = client.sign_in("hana.sato", PASSWORD).await.ok().read();
    let Step::Enrol(shown) = &flow.step else {
        panic!("no QR code was shown: {:?}", flow.step);
    };
    assert!(!shown.optional);
    let flow = flow.flow.unwrap();
    let old = json!({ "step": "enrol", "code": old.code(app.deps.now()) });
    client.prove(&flow, old).await.status(422);
    client
        .prove(&flow, json!({ "step": "recovery_code", "code": codes[0] }))
        .await
        .status(409);
    let new = crate::util::Authenticator::with_key(&shown.key);
    let code = json!({ "step": "enrol", "code": new.code(app.deps.now()) });
    let view: FlowView = client.prove(&flow, code).await.ok().read();
    assert!(matches!(view.step, Step::KeepRecoveryCodes { .. }));
}

#[tokio::test]
async fn an_account_that_has_ended_can_be_extended() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let soon = app.deps.now().plus_seconds(60);
    app.edit(&scene.root, user.id, json!({ "expires_at": soon }))
        .await
        .ok();
    app.clock.advance(60);
    assert_eq!(
        app.shown(&scene.root, user.id).await.status,
        AccountStatus::Expired
    );
    // Something else can be edited without touching the end that has passed.
    app.edit(
        &scene.root,
        user.id,
        json!({ "first_name": "Hanako", "expires_at": soon }),
    )
    .await
    .ok();
    app.edit(
        &scene.root,
        user.id,
        json!({ "expires_at": soon.plus_seconds(60) }),
    )
    .await
    .ok();
    assert_eq!(
        app.shown(&scene.root, user.id).await.status,
        AccountStatus::Active
    );
    app.client().sign_in("hana.sato", PASSWORD).await.ok();
}

#[tokio::test]
async fn nobody_in_the_bin_is_edited() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    app.delete(&scene.root, user.id).await.ok();
    let before = app.rows().await;
    let path = format!("/api/v1/users/{}", user.id);
    let answers = [
        app.edit(&scene.root, user.id, json!({ "first_name": "Hanako" }))
            .await,
        app.set_disabled(&scene.root, user.id, true).await,
        app.delete(&scene.root, user.id).await,
        scene
            .root
            .put(&format!("{path}/two-factor"), json!({ "enabled": true }))
            .await,
        scene
            .root
            .post(&format!("{path}/two-factor/reset"), json!({}))
            .await,
        scene.root.post(&format!("{path}/unlock"), json!({})).await,
        scene
            .root
            .post(&format!("{path}/invitations"), json!({}))
            .await,
    ];
    for answer in answers {
        assert_eq!(answer.status(409).refusal(), "user.in_the_bin");
    }
    assert_eq!(app.rows().await, before);
}

//! Two-factor authentication that a policy class requires.

use app::{
    Page,
    policies::Origin,
    sign_in::{FlowView, Step},
    users::{TwoFactorState, UserRow},
};
use serde_json::json;

use super::{class, held_to, point};
use crate::util::{Authenticator, PASSWORD, Siblings};

#[tokio::test]
async fn a_class_that_requires_it_leads_through_enrolment_at_the_next_sign_in() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, client) = scene.user("hana.sato", scene.acme, "user").await;
    let strict = class(
        &scene.root,
        scene.operator,
        "Strict",
        json!({ "two_factor_required": true }),
    )
    .await;
    point(&scene, &scene.root, scene.acme, Some(strict.id))
        .await
        .ok();
    // Whoever is in stays in; the next sign-in asks.
    client.get("/api/v1/me").await.ok();
    let view: FlowView = client.sign_in("hana.sato", PASSWORD).await.ok().read();
    let flow = view.flow.unwrap();
    let Step::Enrol(enrolment) = view.step else {
        panic!("{:?}", view.step)
    };
    assert!(!enrolment.optional);
    client
        .prove(&flow, json!({ "step": "not_now" }))
        .await
        .status(409);
    let authenticator = Authenticator::with_key(&enrolment.key);
    let code = authenticator.code(app.deps.now());
    client
        .prove(&flow, json!({ "step": "enrol", "code": code }))
        .await
        .ok();
    client
        .prove(&flow, json!({ "step": "kept_recovery_codes" }))
        .await
        .ok();
    client.get("/api/v1/me").await.ok();
    // Their own setting was not touched by that: they go on inheriting.
    let shown = app.shown(&scene.root, user.id).await.two_factor;
    assert!(shown.required && shown.enrolled);
    assert_eq!(shown.setting, app::policies::TwoFactorSetting::Inherit);
    let again: FlowView = app
        .client()
        .sign_in("hana.sato", PASSWORD)
        .await
        .ok()
        .read();
    assert_eq!(again.step, Step::SecondFactor);
    // Without the class nothing is asked, and what is bound stays bound.
    point(&scene, &scene.root, scene.acme, None).await.ok();
    let free: FlowView = app
        .client()
        .sign_in("hana.sato", PASSWORD)
        .await
        .ok()
        .read();
    assert_eq!(free.step, Step::SignedIn);
    assert!(app.shown(&scene.root, user.id).await.two_factor.enrolled);
}

#[tokio::test]
async fn the_users_own_yes_or_no_outweighs_the_class() {
    let scene = held_to(json!({ "two_factor_required": true })).await;
    let user = scene.quiet("hana.sato", scene.acme).await;
    for (setting, required) in [("no", false), ("inherit", true), ("yes", true)] {
        scene
            .app
            .edit(&scene.root, user.id, json!({ "two_factor": setting }))
            .await
            .ok();
        let shown = scene.app.shown(&scene.root, user.id).await.two_factor;
        assert_eq!(shown.required, required, "{setting}");
        assert!(shown.policy.value);
    }
}

#[tokio::test]
async fn user_detail_says_which_class_requires_it_and_names_no_company_above() {
    let scene = Siblings::start().await;
    let (_, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let user = scene.quiet("hana.sato", scene.acme).await;
    let says = json!({ "two_factor_required": true });
    let class = class(&scene.root, scene.operator, "House rules", says).await;
    point(&scene, &scene.root, scene.operator, Some(class.id))
        .await
        .ok();
    for (by, named) in [(&scene.root, Some("Operator")), (&admin, None)] {
        let seen = scene.app.shown(by, user.id).await.two_factor.policy;
        assert!(seen.value);
        let Origin::Class { class, via } = seen.origin else {
            panic!("a class decides")
        };
        assert_eq!(class.name, "House rules");
        assert_eq!(via.as_ref().map(|via| via.name.as_str()), named);
    }
}

#[tokio::test]
async fn the_list_shows_and_filters_by_what_is_in_force() {
    let scene = held_to(json!({ "two_factor_required": true })).await;
    let lax = class(
        &scene.root,
        scene.beta,
        "Lax",
        json!({ "two_factor_required": false }),
    )
    .await;
    point(&scene, &scene.root, scene.beta, Some(lax.id))
        .await
        .ok();
    let held = scene.quiet("held", scene.acme).await;
    let free = scene.quiet("free", scene.beta).await;
    let own = scene.quiet("own", scene.beta).await;
    scene
        .app
        .edit(&scene.root, own.id, json!({ "two_factor": "yes" }))
        .await
        .ok();
    let list = async |filter: &str| -> Vec<(String, TwoFactorState)> {
        let path = format!("/api/v1/users?limit=200{filter}");
        let page: Page<UserRow> = scene.root.get(&path).await.ok().read();
        let mut rows: Vec<_> = page
            .items
            .into_iter()
            .filter(|row| [held.id, free.id, own.id].contains(&row.id))
            .map(|row| (row.login_id, row.two_factor))
            .collect();
        rows.sort_by(|a, b| a.0.cmp(&b.0));
        rows
    };
    let state = |login_id: &str, state| (login_id.to_owned(), state);
    let to_set_up = vec![
        state("held", TwoFactorState::ToSetUp),
        state("own", TwoFactorState::ToSetUp),
    ];
    let off = vec![state("free", TwoFactorState::Off)];
    assert_eq!(list("&two_factor=to_set_up").await, to_set_up);
    assert_eq!(list("&two_factor=off").await, off);
    assert_eq!(list("&two_factor=on").await, []);
    let mut all = [off, to_set_up].concat();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(list("").await, all);
}

//! Trusted addresses of a policy class.

use reqwest::Method;
use serde_json::json;

use super::{class, point};
use crate::util::{Answer, Client, PASSWORD, Siblings};

/// An address of the office, and one that is not.
const OFFICE: &str = "198.51.100.7";
const CAFE: &str = "203.0.113.9";

async fn me_from(client: &Client, address: &str) -> Answer {
    let request = client
        .request(Method::GET, "/api/v1/me")
        .header("x-forwarded-for", address);
    client.send(request).await
}

#[tokio::test]
async fn the_class_decides_where_nothing_is_set_for_the_user() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, client) = scene.user("hana.sato", scene.acme, "user").await;
    let (_, neighbour) = scene.user("neighbour", scene.beta, "user").await;
    let office = json!({ "trusted_addresses": ["198.51.100.0/24"] });
    let class = class(&scene.root, scene.acme, "Office", office).await;
    point(&scene, &scene.root, scene.acme, Some(class.id))
        .await
        .ok();
    for (who, address, status) in [
        (&client, CAFE, 403),
        (&client, OFFICE, 200),
        (&neighbour, CAFE, 200),
    ] {
        let answer = me_from(who, address).await;
        assert_eq!(answer.status.as_u16(), status, "{address}");
    }
    let elsewhere = app.client().sign_in_from(CAFE, "hana.sato", PASSWORD).await;
    assert_eq!(elsewhere.status(401).refusal(), "sign_in.wrong_credentials");
    let shown = app.shown(&scene.root, user.id).await;
    assert_eq!(shown.policy_addresses.value.to_string(), "198.51.100.0/24");

    let path = format!("/api/v1/users/{}/trusted-addresses", user.id);
    let own = json!({ "addresses": [CAFE] });
    scene.root.put_at(&path, shown.version, own).await.ok();
    me_from(&client, CAFE).await.ok();
    me_from(&client, OFFICE).await.status(403);
}

#[tokio::test]
async fn nobody_keeps_themselves_out() {
    let scene = Siblings::start().await;
    let (_, admin) = scene
        .user("admin", scene.acme, "company_administrator")
        .await;
    let office = json!({ "trusted_addresses": [OFFICE] });
    let elsewhere = class(&admin, scene.acme, "Office", office).await;
    let before = scene.app.rows().await;
    let answer = point(&scene, &admin, scene.acme, Some(elsewhere.id)).await;
    assert_eq!(answer.status(409).refusal(), "user.locks_oneself_out");
    assert_eq!(scene.app.rows().await, before);

    let home = json!({ "trusted_addresses": [OFFICE, "127.0.0.1"] });
    let both = class(&admin, scene.acme, "Both", home).await;
    point(&scene, &admin, scene.acme, Some(both.id)).await.ok();
    let change = json!({ "settings": { "trusted_addresses": [OFFICE] } });
    let path = format!("/api/v1/policy-classes/{}", both.id);
    let answer = admin.patch(&path, both.version, change).await;
    assert_eq!(answer.status(409).refusal(), "user.locks_oneself_out");
}

#[tokio::test]
async fn a_wrong_entry_is_named() {
    let scene = Siblings::start().await;
    let settings = json!({ "trusted_addresses": ["10.0.0.1", "10.0.0.0/255.0.255.0"] });
    let draft = json!({ "name": "Office", "company": scene.acme, "settings": settings });
    let answer = scene.root.post("/api/v1/policy-classes", draft).await;
    assert_eq!(answer.fields(), ["settings.trusted_addresses[1]"]);
    assert!(answer.body.contains("255.0.255.0"), "{}", answer.body);
}

#[tokio::test]
async fn the_preview_names_who_signed_in_of_late_from_where_they_would_be_kept_out() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (admin, client) = scene
        .user("admin", scene.acme, "company_administrator")
        .await;
    let (own_list, _) = scene.user("own.list", scene.acme, "user").await;
    for (login_id, company) in [("hana.sato", scene.acme), ("neighbour", scene.beta)] {
        scene.user(login_id, company, "user").await;
    }
    for login_id in ["hana.sato", "own.list", "neighbour"] {
        for address in [OFFICE, CAFE, CAFE] {
            let answer = app.client().sign_in_from(address, login_id, PASSWORD).await;
            answer.ok();
        }
    }
    let path = format!("/api/v1/users/{}/trusted-addresses", own_list.id);
    let version = app.shown(&scene.root, own_list.id).await.version;
    let list = json!({ "addresses": [CAFE, OFFICE, "127.0.0.1"] });
    scene.root.put_at(&path, version, list).await.ok();

    let class = class(&client, scene.acme, "Office", json!({})).await;
    point(&scene, &client, scene.acme, Some(class.id))
        .await
        .ok();
    let office = json!({ "trusted_addresses": [OFFICE, "127.0.0.1"] });
    let plan = json!({ "plan": "change", "class": class.id, "settings": office });
    let preview = async |client: &Client| {
        let answer = client
            .post("/api/v1/policy-classes/preview", plan.clone())
            .await;
        answer.ok().read::<app::policies::PolicyImpact>()
    };
    let impact = preview(&client).await;
    assert_eq!(impact.kept_out, 1);
    let told: Vec<_> = impact
        .elsewhere
        .iter()
        .map(|sign_in| {
            (
                sign_in.user.login_id.as_str(),
                sign_in.address.as_str(),
                sign_in.times,
            )
        })
        .collect();
    assert_eq!(told, [("hana.sato", CAFE, 2)]);

    // Who may not see users is told how many, not who.
    let role = scene
        .custom_role(
            scene.acme,
            "Policies",
            &["policies:read", "policies:update"],
        )
        .await;
    app.edit(&scene.root, admin.id, json!({ "roles": [role] }))
        .await
        .ok();
    let impact = preview(&client).await;
    assert_eq!((impact.kept_out, impact.elsewhere), (1, vec![]));

    app.clock.advance(31 * 24 * 60 * 60);
    let impact = preview(&scene.app.signed_in("root").await).await;
    assert_eq!(impact.kept_out, 0);
}

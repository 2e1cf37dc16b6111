//! Edit account: what one says of oneself.

use app::{account::Profile, users::User};
use serde_json::json;

use crate::util::{Client, Siblings};

const PATH: &str = "/api/v1/me/profile";

async fn profile(client: &Client) -> Profile {
    client.get(PATH).await.ok().read()
}

#[tokio::test]
async fn names_group_and_description_are_changed_by_their_user_and_seen_by_administrators() {
    let scene = Siblings::start().await;
    let (user, hana) = scene.user("hana.sato", scene.acme, "user").await;
    let before = profile(&hana).await;
    assert_eq!(
        (before.login_id.as_str(), before.group.as_str()),
        ("hana.sato", "")
    );
    let change =
        json!({ "last_name": "Mori", "group": " Sales ", "description": "Covers the north" });
    let after: Profile = hana.patch(PATH, before.version, change).await.ok().read();
    assert_eq!(
        (after.first_name.as_str(), after.last_name.as_str()),
        ("Hana", "Mori")
    );
    assert_eq!(after.group, "Sales");
    assert!(after.version > before.version);
    let seen: User = scene.app.shown(&scene.root, user.id).await;
    assert_eq!(
        (seen.group.as_str(), seen.description.as_str()),
        ("Sales", "Covers the north")
    );
    let found = scene
        .root
        .get("/api/v1/users?search=mori")
        .await
        .ok()
        .json();
    assert_eq!(found["total"], 1);
    let event = scene.events("profile.changed").await.remove(0);
    let fields: Vec<_> = event
        .details
        .iter()
        .map(|detail| detail.field.as_str())
        .collect();
    assert_eq!(fields, ["last_name", "group", "description"]);
}

#[tokio::test]
async fn nothing_else_is_changed_there_and_nothing_by_who_has_seen_an_older_version() {
    let scene = Siblings::start().await;
    let (user, hana) = scene.user("hana.sato", scene.acme, "user").await;
    let version = profile(&hana).await.version;
    let more = json!({ "login_id": "root", "email": "x@example.com", "roles": [1], "company": 1 });
    hana.patch(PATH, version, more).await;
    let seen = scene.app.shown(&scene.root, user.id).await;
    assert_eq!(
        (seen.login_id.as_str(), seen.email.as_str()),
        ("hana.sato", "hana.sato@example.com")
    );
    assert_eq!((seen.roles, seen.company.id), (user.roles, user.company.id));
    let wrong =
        json!({ "first_name": " ", "group": "x".repeat(101), "description": "x".repeat(201) });
    let refused = hana.patch(PATH, version, wrong).await.status(422);
    assert_eq!(refused.fields(), ["first_name", "group", "description"]);
    hana.patch(PATH, version + 7, json!({ "group": "Sales" }))
        .await
        .status(412);
    assert_eq!(profile(&hana).await.group, "");
}

#[tokio::test]
async fn group_and_description_are_also_given_by_an_administrator_and_by_a_file() {
    let scene = Siblings::start().await;
    let more = json!({ "group": "Sales", "description": "New" });
    let user = scene
        .app
        .invite(&scene.root, "hana.sato", scene.acme, more)
        .await;
    assert_eq!(
        (user.group.as_str(), user.description.as_str()),
        ("Sales", "New")
    );
    let change = json!({ "group": "", "description": "Moved" });
    scene.app.edit(&scene.root, user.id, change).await.ok();
    let seen = scene.app.shown(&scene.root, user.id).await;
    assert_eq!(
        (seen.group.as_str(), seen.description.as_str()),
        ("", "Moved")
    );
    let export = format!("/api/v1/users/export?company={}", scene.acme);
    let file = scene.root.get(&export).await.ok().body;
    let head = file.lines().next().unwrap();
    assert!(
        head.contains("last_name,group,description,company"),
        "{head}"
    );
    assert!(file.contains(",Moved,"), "{file}");
    let too_long = json!({ "group": "x".repeat(101) });
    let refused = scene.app.edit(&scene.root, user.id, too_long).await;
    assert_eq!(refused.status(422).fields(), ["group"]);
}

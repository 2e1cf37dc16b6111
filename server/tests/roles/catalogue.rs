//! Roles of companies: who sees them, creates them and copies them.

use app::{
    CompanyId,
    roles::{Permission, RoleDetail, RoleRow},
};
use serde_json::{Value, json};

use crate::util::{Answer, Client, Siblings};

/// Permissions on every channel, as they are sent.
pub(super) fn everywhere(permissions: &[&str]) -> Value {
    json!({ "web": permissions, "app": permissions, "api": permissions })
}

/// Creates a role.
pub(super) async fn create(
    client: &Client,
    company: CompanyId,
    name: &str,
    permissions: Value,
) -> Answer {
    let draft = json!({ "name": name, "company": company, "permissions": permissions });
    client.post("/api/v1/roles", draft).await
}

/// A role that was created.
pub(super) async fn created(
    client: &Client,
    company: CompanyId,
    name: &str,
    permissions: &[&str],
) -> RoleDetail {
    create(client, company, name, everywhere(permissions))
        .await
        .status(201)
        .read()
}

async fn names(client: &Client, query: &str) -> Vec<String> {
    let page: app::Page<RoleRow> = client
        .get(&format!("/api/v1/roles/all{query}"))
        .await
        .ok()
        .read();
    page.items.into_iter().map(|row| row.role.name).collect()
}

const BUILT_IN: [&str; 5] = [
    "operator_administrator",
    "company_administrator",
    "help_desk",
    "auditor",
    "user",
];

#[tokio::test]
async fn the_list_tells_which_roles_one_may_give() {
    let scene = Siblings::start().await;
    let deputy = ["roles:read", "roles:assign"];
    created(&scene.root, scene.acme, "Deputy", &deputy).await;
    let (_, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let (_, deputy) = scene.user("acme.deputy", scene.acme, "Deputy").await;
    let (_, auditor) = scene.user("acme.auditor", scene.acme, "auditor").await;
    for (client, expected) in [
        (
            &scene.root,
            vec![
                "operator_administrator",
                "company_administrator",
                "help_desk",
                "auditor",
                "user",
                "Deputy",
            ],
        ),
        (
            &admin,
            vec![
                "company_administrator",
                "help_desk",
                "auditor",
                "user",
                "Deputy",
            ],
        ),
        (&deputy, vec!["user", "Deputy"]),
        // To hold what a role allows is not enough.
        (&auditor, vec![]),
    ] {
        let page: app::Page<RoleRow> = client.get("/api/v1/roles/all").await.ok().read();
        let grantable = page.items.into_iter().filter(|row| row.grantable);
        let names: Vec<_> = grantable.map(|row| row.role.name).collect();
        assert_eq!(names, expected);
    }
}

#[tokio::test]
async fn a_new_role_is_in_the_list_at_once_and_can_be_given() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (_, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let role = created(&admin, scene.acme, "  Front desk ", &["users:read"]).await;
    assert_eq!(role.role.name, "Front desk");
    assert_eq!((role.holders, role.locked, role.version), (0, None, 1));
    assert!(names(&admin, "").await.contains(&"Front desk".to_owned()));
    assert_eq!(
        app.role(&admin, scene.acme, "Front desk").await,
        role.role.id
    );
    let (user, client) = app
        .user(&admin, "hana.sato", scene.acme, "Front desk")
        .await;
    client.get("/api/v1/users").await.status(200);
    let seen: RoleDetail = admin
        .get(&format!("/api/v1/roles/{}", role.role.id))
        .await
        .ok()
        .read();
    assert_eq!((seen.holders, seen.holders_elsewhere), (1, 0));
    app.delete(&admin, user.id).await.status(204);
    let rows: app::Page<RoleRow> = admin.get("/api/v1/roles/all?search=desk").await.ok().read();
    let front = rows.items.iter().find(|row| row.role.name == "Front desk");
    assert_eq!(front.unwrap().holders, 0, "the bin does not count");
}

#[tokio::test]
async fn one_sees_ones_own_roles_and_those_from_above_but_not_the_neighbours() {
    let scene = Siblings::start().await;
    created(&scene.root, scene.operator, "From above", &["users:read"]).await;
    let theirs = created(&scene.root, scene.beta, "Theirs", &["users:read"]).await;
    let (_, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    created(&admin, scene.acme, "Ours", &["users:read"]).await;
    let mut expected: Vec<&str> = BUILT_IN.to_vec();
    expected.extend(["From above", "Ours"]);
    assert_eq!(names(&admin, "").await, expected);
    assert_eq!(
        names(&admin, &format!("?company={}", scene.acme)).await,
        ["Ours"]
    );
    let path = format!("/api/v1/roles/{}", theirs.role.id);
    assert_eq!(
        admin.get(&path).await.status(404).said(),
        admin.get("/api/v1/roles/9000001").await.said()
    );
    expected.push("Theirs");
    assert_eq!(names(&scene.root, "").await, expected);
}

#[tokio::test]
async fn the_list_is_walked_page_by_page_and_searched_in_any_language() {
    let scene = Siblings::start().await;
    for name in ["beta", "Alpha", "100%", "alpha two"] {
        created(&scene.root, scene.acme, name, &[]).await;
    }
    let mut walked = Vec::new();
    let mut next = String::new();
    loop {
        let page: app::Page<RoleRow> = scene
            .root
            .get(&format!("/api/v1/roles/all?limit=2{next}"))
            .await
            .ok()
            .read();
        assert_eq!((page.total, page.total_is_exact), (9, true));
        walked.extend(page.items.into_iter().map(|row| row.role.name));
        match page.next {
            Some(cursor) => next = format!("&after={cursor}"),
            None => break,
        }
    }
    assert_eq!(walked[..5], BUILT_IN);
    let mut own = walked[5..].to_vec();
    own.sort();
    assert_eq!(own, ["100%", "Alpha", "alpha two", "beta"]);
    assert_eq!(names(&scene.root, "?search=ALPHA").await.len(), 2);
    assert_eq!(names(&scene.root, "?search=%25").await, ["100%"]);
    assert_eq!(names(&scene.root, "?search=監査").await, ["auditor"]);
    scene
        .root
        .get("/api/v1/roles/all?after=x")
        .await
        .status(400);
}

#[tokio::test]
async fn nobody_puts_into_a_role_what_they_do_not_hold_not_even_by_copying() {
    let scene = Siblings::start().await;
    let role = scene
        .custom_role(
            scene.acme,
            "Maker",
            &["users:read", "roles:read", "roles:create"],
        )
        .await;
    let (maker, client) = scene.user("maker", scene.acme, "user").await;
    scene
        .app
        .edit(&scene.root, maker.id, json!({ "roles": [role] }))
        .await
        .ok();
    let before = scene.app.rows().await;
    let auditor = scene.app.role(&scene.root, scene.acme, "auditor").await;
    let copied = client
        .get(&format!("/api/v1/roles/{auditor}"))
        .await
        .ok()
        .json()["permissions"]
        .clone();
    for permissions in [copied, json!({ "api": ["users:update"] })] {
        let refused = create(&client, scene.acme, "Copy", permissions)
            .await
            .status(422);
        assert_eq!(refused.fields(), ["permissions"]);
        assert!(refused.body.contains("not_held"), "{}", refused.body);
    }
    assert_eq!(scene.app.rows().await, before);
    create(
        &client,
        scene.acme,
        "Copy",
        json!({ "web": ["users:read"] }),
    )
    .await
    .status(201);
}

#[tokio::test]
async fn what_is_held_on_one_channel_is_not_held_on_another() {
    let scene = Siblings::start().await;
    let (maker, client) = scene.user("maker", scene.acme, "user").await;
    scene
        .give(
            maker.id,
            json!({ "web": ["roles:create", "roles:read", "users:read"], "api": ["roles:create"] }),
        )
        .await;
    let refused = create(&client, scene.acme, "X", json!({ "api": ["users:read"] }))
        .await
        .status(422);
    assert_eq!(refused.fields(), ["permissions"]);
    create(&client, scene.acme, "X", json!({ "web": ["users:read"] }))
        .await
        .status(201);
}

#[tokio::test]
async fn a_role_is_made_only_for_a_company_within_reach_with_a_name_of_its_own() {
    let scene = Siblings::start().await;
    let (_, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    for company in [scene.beta, scene.operator, CompanyId(9_000_001)] {
        let refused = create(&admin, company, "New", json!({})).await.status(422);
        assert_eq!(refused.fields(), ["company"]);
    }
    created(&admin, scene.acme, "Clerk", &[]).await;
    let taken = create(&admin, scene.acme, " Clerk", json!({}))
        .await
        .status(422);
    assert_eq!(taken.fields(), ["name"]);
    assert!(taken.body.contains("role_name_taken"));
    // Another company may call one of its own the same.
    created(&scene.root, scene.beta, "Clerk", &[]).await;
    for (draft, field) in [
        (json!({ "name": "", "company": scene.acme }), "name"),
        (json!({ "name": "a\nb", "company": scene.acme }), "name"),
        (
            json!({ "name": "x".repeat(61), "company": scene.acme }),
            "name",
        ),
    ] {
        let wrong = admin.post("/api/v1/roles", draft).await.status(422);
        assert_eq!(wrong.fields(), [field]);
    }
    for (permissions, field) in [
        (json!({ "web": ["no:such"] }), "permissions.web[0]"),
        (json!({ "fax": [] }), "permissions.fax"),
    ] {
        let wrong = create(&admin, scene.acme, "Wrong", permissions)
            .await
            .status(400);
        assert!(
            wrong.fields()[0].starts_with("permissions"),
            "{field}: {}",
            wrong.body
        );
    }
}

#[tokio::test]
async fn who_runs_the_installation_belongs_to_the_operator() {
    let scene = Siblings::start().await;
    let manage = Permission::OperatorManage.code();
    let refused = create(&scene.root, scene.acme, "Deputy", everywhere(&[manage]))
        .await
        .status(422);
    assert_eq!(refused.fields(), ["permissions"]);
    let role = created(
        &scene.root,
        scene.operator,
        "Deputy",
        &[manage, "users:read"],
    )
    .await;
    let answer = super::granting::add(&scene.root, scene.acme, json!({ "roles": [role.role.id] }))
        .await
        .status(422);
    assert_eq!(answer.fields(), ["roles"]);
    // Nor does it get out by putting it into a role that somebody elsewhere has.
    let plain = created(&scene.root, scene.operator, "Plain", &["users:read"]).await;
    scene
        .app
        .user(&scene.root, "hana.sato", scene.acme, "Plain")
        .await;
    let refused = scene
        .root
        .patch(
            &format!("/api/v1/roles/{}", plain.role.id),
            1,
            json!({ "permissions": everywhere(&[manage]) }),
        )
        .await
        .status(422);
    assert_eq!(refused.fields(), ["permissions"]);
}

#[tokio::test]
async fn a_company_is_deleted_with_its_roles_unless_somebody_elsewhere_has_one() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let role = created(&scene.root, scene.acme, "Left behind", &[]).await;
    let branch = app
        .company(&scene.root, scene.acme, "customer", "Branch")
        .await;
    app.user(&scene.root, "hana.sato", branch.id, "Left behind")
        .await;
    let path = format!("/api/v1/companies/{}", branch.id);
    scene
        .root
        .patch(&path, branch.version, json!({ "parent": scene.beta }))
        .await
        .ok();
    let acme = format!("/api/v1/companies/{}", scene.acme);
    let refused = scene.root.delete(&acme, 1).await.status(409);
    assert_eq!(refused.refusal(), "company.roles_held");
    let user = app.id_of(&scene.root, "hana.sato").await;
    app.edit(&scene.root, user, json!({ "roles": [] }))
        .await
        .ok();
    scene.root.delete(&acme, 1).await.status(204);
    scene
        .root
        .get(&format!("/api/v1/roles/{}", role.role.id))
        .await
        .status(404);
}

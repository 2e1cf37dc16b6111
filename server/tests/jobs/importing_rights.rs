//! An import goes by the rules of adding and changing single users, and does nothing beyond what its owner may do.

use app::jobs::{Job, RowOutcome};
use serde_json::{Value, json};

use super::{done, dry_run, imported, rows, send, shown, start, work_off};
use crate::util::Siblings;

fn everywhere(permissions: &[&str]) -> Value {
    json!({ "web": permissions, "app": permissions, "api": permissions })
}

#[tokio::test]
async fn it_needs_the_permission_to_add_users_and_to_issue_credentials_if_it_does() {
    let scene = Siblings::start().await;
    let (desk, client) = scene.user("desk", scene.acme, "user").await;
    let file = "login_id\nplain\n";
    for lacking in [
        everywhere(&[]),
        everywhere(&["users:create"]),
        everywhere(&["users:read"]),
    ] {
        scene.give(desk.id, lacking).await;
        send(&client, "", file).await.status(403);
    }
    scene
        .give(desk.id, everywhere(&["users:create", "users:read"]))
        .await;
    send(&client, "?issue_credentials=true", file)
        .await
        .status(403);
    send(&client, "", file).await.status(201);
    assert_eq!(scene.app.numbers("SELECT COUNT(*) FROM jobs").await, [1]);
    let nobody = scene.app.client();
    send(&nobody, "", file).await.status(401);
}

#[tokio::test]
async fn each_row_goes_by_the_rules_of_the_single_action() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (acme, beta) = (scene.acme, scene.beta);
    let (_, client) = scene
        .user("admin.acme", acme, "company_administrator")
        .await;
    scene.quiet("elsewhere", beta).await;
    scene.quiet("plain", acme).await;
    let (stronger, _) = scene.user("stronger", acme, "auditor").await;
    app.edit(
        &scene.root,
        stronger.id,
        json!({ "related_companies": [beta] }),
    )
    .await
    .ok();
    let binned = scene.quiet("binned", acme).await.id;
    app.delete(&scene.root, binned).await.ok();
    let file = format!(
        "login_id,email,first_name,last_name,company,roles,related_companies,status\n\
         elsewhere,x@example.com,X,X,{acme},,,\n\
         new.one,x@example.com,X,X,{beta},,,\n\
         new.two,x@example.com,X,X,{acme},Operator administrator,,\n\
         new.three,x@example.com,X,X,{acme},,{beta},\n\
         plain,,,,,Operator administrator,,\n\
         stronger,,Mine,,,,,\n\
         admin.acme,,,,,,,disabled\n\
         binned,,Back,,,,,\n"
    );
    let before = app.rows().await;
    let job = dry_run(app, &client, &file).await;
    let told: Vec<String> = rows(&client, job.id)
        .await
        .into_iter()
        .map(|row| {
            assert_eq!(row.outcome, RowOutcome::Refused, "{row:?}");
            let said = row.imported.expect("a row of a file").login_id;
            // Whoever can be seen is named, and nobody else.
            let is_there = ["plain", "stronger", "admin.acme", "binned"].contains(&said.as_str());
            assert_eq!(row.user.map(|user| user.login_id), is_there.then_some(said));
            let json = serde_json::to_value(row.refusal.unwrap()).unwrap();
            let about = &json["about"];
            let field = &about[0];
            match about.as_str() {
                Some(which) => which.to_owned(),
                None => format!(
                    "{} {}",
                    field["field"].as_str().unwrap(),
                    field["problem"]["kind"].as_str().unwrap()
                ),
            }
        })
        .collect();
    assert_eq!(
        told,
        [
            "login_id taken",
            "company not_found",
            "roles role_not_grantable",
            "related_companies[0] not_found",
            "roles role_not_grantable",
            "stronger",
            "oneself",
            "in_the_bin",
        ]
    );
    let job = done(app, &client, &job).await;
    assert_eq!(job.counts.refused, 8);
    let after = app.rows().await;
    for table in ["users", "user_roles", "related_companies", "mails"] {
        assert_eq!(after[table], before[table], "{table}");
    }
}

#[tokio::test]
async fn who_may_only_add_changes_nobody_and_gives_no_roles() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let acme = scene.acme;
    let (desk, client) = scene.user("desk", acme, "user").await;
    scene
        .give(desk.id, everywhere(&["users:create", "users:read"]))
        .await;
    scene.quiet("plain", acme).await;
    let file = format!(
        "login_id,email,first_name,last_name,company,roles,two_factor\n\
         plain,,Other,,,,\n\
         new.one,n@example.com,N,N,{acme},,\n\
         new.two,n@example.com,N,N,{acme},Auditor,\n\
         new.three,n@example.com,N,N,{acme},,no\n"
    );
    let job = dry_run(app, &client, &file).await;
    let rows = imported(&client, job.id).await;
    assert!(rows[0].contains("“users:update”"), "{rows:#?}");
    assert!(rows[1].starts_with("3 would_create"), "{rows:#?}");
    assert!(rows[2].contains("“roles:assign”"), "{rows:#?}");
    assert!(rows[3].contains("“credentials:reset”"), "{rows:#?}");
}

#[tokio::test]
async fn who_loses_the_permission_or_is_disabled_adds_nobody_any_more() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (admin, client) = scene
        .user("admin.acme", scene.acme, "company_administrator")
        .await;
    let acme = scene.acme;
    let file =
        format!("login_id,email,first_name,last_name,company\nnew.one,n@example.com,N,N,{acme}\n");
    let job = dry_run(app, &client, &file).await;
    start(&client, job.id).await;
    app.edit(&scene.root, admin.id, json!({ "roles": [] }))
        .await
        .ok();
    work_off(app).await;
    let told = app.texts("SELECT outcome FROM job_rows").await;
    assert_eq!(told, ["refused"]);
    let sql = "SELECT COUNT(*) FROM users WHERE login_id = 'new.one'";
    assert_eq!(app.numbers(sql).await, [0]);
}

#[tokio::test]
async fn nothing_is_given_by_a_file_that_its_owner_does_not_hold_even_if_the_dry_run_could() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let acme = scene.acme;
    let (desk, client) = scene.user("desk", acme, "user").await;
    let role = scene.custom_role(acme, "Desk", &["audit:read"]).await;
    let mut permissions = vec!["users:create", "users:read", "roles:assign"];
    let poorer = everywhere(&permissions);
    permissions.push("audit:read");
    scene.give(desk.id, everywhere(&permissions)).await;
    let file = format!(
        "login_id,email,first_name,last_name,company,roles\nnew.one,n@example.com,N,N,{acme},#{role}\n"
    );
    let job: Job = send(&client, "", file).await.ok().read();
    work_off(app).await;
    assert_eq!(shown(&client, job.id).await.counts.would_create, 1);
    start(&client, job.id).await;
    scene.give(desk.id, poorer).await;
    work_off(app).await;
    let job = shown(&client, job.id).await;
    assert_eq!((job.counts.created, job.counts.refused), (0, 1));
}

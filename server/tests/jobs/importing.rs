//! An import adds and changes what its file says, shows it before, and finds nothing to do the second time.

use app::{
    jobs::{Job, JobState},
    users::{AccountStatus, User},
};
use serde_json::json;

use super::{done, dry_run, imported, send, shown, work_off};
use crate::util::{Client, Siblings};

async fn exported(by: &Client) -> String {
    by.get("/api/v1/users/export").await.ok().body
}

/// The user of a login ID.
async fn found(by: &Client, login_id: &str) -> User {
    let path = format!("/api/v1/users?search={login_id}");
    let page = by.get(&path).await.ok().json();
    let id = &page["items"][0]["id"];
    by.get(&format!("/api/v1/users/{id}")).await.ok().read()
}

#[tokio::test]
async fn a_dry_run_tells_of_each_row_and_changes_nothing_and_the_start_does_just_that() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (acme, beta) = (scene.acme, scene.beta);
    let plain = scene.quiet("plain", acme).await.id;
    scene.quiet("same", acme).await;
    let before = app.rows().await;
    let file = format!(
        "login_id;email;first_name;last_name;company;roles;expires_at\n\
         New.One;new@example.com;Nina;Neu;{acme};Help desk;2099-01-01T00:00:00Z\n\
         plain;other@example.com;;;{beta};;\n\
         same;;;;{acme};User;\n\
         bad;no-mail;;Only;{acme};Nobody;tomorrow\n\
         poor;poor@example.com;P;Oor;{acme};Nobody;\n"
    );
    let job = dry_run(app, &scene.root, &file).await;
    let mut after = app.rows().await;
    for table in ["jobs", "job_rows", "import_rows"] {
        after.insert(table.into(), before[table].clone());
    }
    assert_eq!(after, before);
    let counts = &job.counts;
    assert_eq!(
        (counts.rows, counts.would_create, counts.would_change),
        (5, 1, 1)
    );
    assert_eq!((counts.nothing_to_do, counts.refused), (1, 2));
    let told = |outcomes: [&str; 2]| {
        let [create, change] = outcomes;
        [
            format!(
                "2 {create} login_id:>new.one email:>new@example.com first_name:>Nina last_name:>Neu company:>{acme} \
                 company_name:>Acme roles:>help_desk expires_at:>2099-01-01T00:00:00Z two_factor:>inherit language:>en \
                 time_zone:>UTC status:>invited"
            ),
            format!(
                "3 {change} email:plain@example.com>other@example.com company:{acme}>{beta} company_name:Acme>Beta"
            ),
            "4 nothing_to_do".to_owned(),
            "5 refused E-mail address: Enter an e-mail address such as name@example.com. Expiration date: Enter a date \
             and time such as 2027-03-31T23:59:59Z."
                .to_owned(),
            "6 refused Roles: No role that can be used in this company is called “Nobody”.".to_owned(),
        ]
    };
    assert_eq!(
        imported(&scene.root, job.id).await,
        told(["would_create", "would_change"])
    );

    let job = done(app, &scene.root, &job).await;
    assert_eq!((job.counts.created, job.counts.changed), (1, 1));
    assert_eq!(
        imported(&scene.root, job.id).await,
        told(["created", "changed"])
    );
    let new = found(&scene.root, "new.one").await;
    assert_eq!((new.company.id, new.first_name.as_str()), (acme, "Nina"));
    assert_eq!(app.shown(&scene.root, plain).await.company.id, beta);
    for (action, login_id) in [("created", "new.one"), ("changed", "plain")] {
        let events = format!(
            "SELECT COUNT(*) FROM audit_events WHERE action = 'user.{action}' AND subject_login_id = '{login_id}'"
        );
        assert_eq!(app.numbers(&events).await, [1], "{action}");
    }

    let again = dry_run(app, &scene.root, &file).await;
    assert_eq!((again.counts.nothing_to_do, again.counts.refused), (3, 2));
}

#[tokio::test]
async fn what_was_exported_comes_back_unchanged() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (_, client) = scene
        .user("admin.acme", scene.acme, "company_administrator")
        .await;
    let (stronger, _) = scene.user("stronger", scene.acme, "auditor").await;
    let wide = json!({ "related_companies": [scene.beta] });
    app.edit(&scene.root, stronger.id, wide).await.ok();
    let odd = scene.quiet("odd", scene.acme).await.id;
    let change = json!({
        "first_name": "=SUM(A1)", "last_name": "\"Q\", '-x; y", "two_factor": "no", "language": "ja",
        "time_zone": "Asia/Tokyo", "expires_at": app.deps.now().plus_seconds(9_000),
    });
    app.edit(&scene.root, odd, change).await.ok();
    let off = scene.quiet("off", scene.acme).await.id;
    app.set_disabled(&scene.root, off, true).await.ok();
    // Roles of the same name in two companies, and names that could be misread.
    let mut roles = Vec::new();
    for (company, name) in [
        (scene.operator, "Desk"),
        (scene.acme, "Desk"),
        (scene.acme, "One; two"),
        (scene.acme, "#1"),
    ] {
        roles.push(scene.custom_role(company, name, &[]).await);
    }
    for (login_id, roles) in [("several", vec![roles[1]]), ("many", roles)] {
        let user = scene.quiet(login_id, scene.acme).await.id;
        app.edit(&scene.root, user, json!({ "roles": roles }))
            .await
            .ok();
    }
    app.forget_exports().await;
    for by in [&scene.root, &client] {
        let file = exported(by).await;
        let job = dry_run(app, by, &file).await;
        let rows = imported(by, job.id).await;
        assert!(
            rows.iter().all(|row| row.ends_with(" nothing_to_do")),
            "{rows:#?}"
        );
        assert_eq!(job.counts.rows, file.lines().count() as u64 - 1);
        app.sql("DELETE FROM jobs").await;
    }
}

#[tokio::test]
async fn disabled_and_two_factor_are_set_for_new_users_and_old_ones() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let acme = scene.acme;
    let old = scene.quiet("old", acme).await.id;
    let file = "login_id,email,first_name,last_name,company_name,two_factor,status,language,time_zone\n\
         fresh,f@example.com,F,R,Acme,no,disabled,ja,Asia/Tokyo\n\
         asked,a@example.com,A,S,Acme,yes,invited,,\n\
         old,,,,,YES,Disabled,,\n";
    let job = dry_run(app, &scene.root, file).await;
    done(app, &scene.root, &job).await;
    let fresh = found(&scene.root, "fresh").await;
    assert_eq!(
        (fresh.company.id, fresh.status),
        (acme, AccountStatus::Disabled)
    );
    assert_eq!(fresh.two_factor.setting.code(), "no");
    assert_eq!(
        (fresh.language.tag(), fresh.time_zone.as_str()),
        ("ja", "Asia/Tokyo")
    );
    assert_eq!(
        found(&scene.root, "asked").await.two_factor.setting.code(),
        "yes"
    );
    let old = app.shown(&scene.root, old).await;
    assert_eq!(
        (old.status, old.two_factor.setting.code()),
        (AccountStatus::Disabled, "yes")
    );
    let again = dry_run(app, &scene.root, file).await;
    assert_eq!(again.counts.nothing_to_do, 3);
    let back = dry_run(app, &scene.root, "login_id,status\nfresh,active\n").await;
    let back = done(app, &scene.root, &back).await;
    assert_eq!(back.counts.changed, 1);
    assert!(!found(&scene.root, "fresh").await.disabled);
}

#[tokio::test]
async fn who_has_changed_or_come_since_the_dry_run_is_refused() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let acme = scene.acme;
    let edited = scene.quiet("edited", acme).await.id;
    let file = format!(
        "login_id,email,first_name,last_name,company\nedited,,Other,,\ncomer,c@example.com,C,O,{acme}\n"
    );
    let job = dry_run(app, &scene.root, &file).await;
    app.edit(&scene.root, edited, json!({ "first_name": "Mine" }))
        .await
        .ok();
    scene.quiet("comer", acme).await;
    let job = done(app, &scene.root, &job).await;
    assert_eq!(
        (job.counts.refused, job.counts.created + job.counts.changed),
        (2, 0)
    );
    let rows = imported(&scene.root, job.id).await;
    assert!(
        rows[0].contains("has changed since the preview"),
        "{rows:?}"
    );
    assert!(rows[1].contains("This login ID is taken"), "{rows:?}");
    assert_eq!(app.shown(&scene.root, edited).await.first_name, "Mine");
}

#[tokio::test]
async fn invitations_are_sent_to_those_who_are_added_and_only_if_that_was_asked() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let file = |login_id: &str| {
        let acme = scene.acme;
        format!(
            "login_id,email,first_name,last_name,company\n{login_id},{login_id}@example.com,A,B,{acme}\n"
        )
    };
    let queued = "SELECT COUNT(*) FROM mails WHERE recipient LIKE 'in%'";
    let job = dry_run(app, &scene.root, &file("ina")).await;
    done(app, &scene.root, &job).await;
    assert_eq!(app.numbers(queued).await, [0]);
    let query = "?issue_credentials=true";
    let job: Job = send(&scene.root, query, file("inb")).await.ok().read();
    work_off(app).await;
    assert_eq!(app.numbers(queued).await, [0]);
    done(app, &scene.root, &job).await;
    assert_eq!(app.numbers(queued).await, [1]);
}

#[tokio::test]
async fn nobody_is_named_by_a_name_that_several_have() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let second = app
        .company(&scene.root, scene.acme, "customer", "Beta")
        .await
        .id;
    let (one, two) = (
        scene.custom_role(scene.operator, "Desk", &[]).await,
        scene.custom_role(second, "Desk", &[]).await,
    );
    let beta = scene.beta;
    let file = format!(
        "login_id,email,first_name,last_name,company,company_name,roles\n\
         aa,a@example.com,A,A,,Beta,\n\
         bb,b@example.com,B,B,{beta},Acme,\n\
         cc,c@example.com,C,C,{second},Beta,Desk\n\
         dd,d@example.com,D,D,{second},,#{two}\n\
         ee,e@example.com,E,E,{beta},,#{two}\n\
         ff,f@example.com,F,F,{beta},,#{one}\n"
    );
    let job = dry_run(app, &scene.root, &file).await;
    let rows = imported(&scene.root, job.id).await;
    assert!(
        rows[0].contains("Several companies have this name"),
        "{rows:#?}"
    );
    assert!(rows[1].contains("called “Beta”"), "{rows:#?}");
    assert!(
        rows[2].contains("Several roles are called “Desk”"),
        "{rows:#?}"
    );
    assert!(rows[4].contains("called “#"), "{rows:#?}");
    assert_eq!(
        (job.counts.would_create, job.counts.refused),
        (2, 4),
        "{rows:#?}"
    );
}

#[tokio::test]
async fn a_file_of_many_batches_is_kept_and_done_whole() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let acme = scene.acme;
    let mut file = String::from("login_id,email,first_name,last_name,company\n");
    for number in 0..1_234 {
        file.push_str(&format!("many{number:04},many@example.com,M,M,{acme}\n"));
    }
    let job = dry_run(app, &scene.root, &file).await;
    assert_eq!(job.counts.would_create, 1_234);
    let job = done(app, &scene.root, &job).await;
    assert_eq!((job.state, job.counts.created), (JobState::Done, 1_234));
    let sql = format!("SELECT COUNT(*) FROM users WHERE company_id = {acme}");
    assert_eq!(app.numbers(&sql).await, [1_234]);
    let counted = format!("SELECT users FROM companies WHERE id = {acme}");
    assert_eq!(app.numbers(&counted).await, [1_234]);
    assert_eq!(shown(&scene.root, job.id).await.counts.rows, 1_234);
}

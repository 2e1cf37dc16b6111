//! Who reads the trail, and how it is searched.

use app::{Page, audit::AuditEvent};
use serde_json::json;

use crate::util::{Client, Siblings};

async fn read(client: &Client, query: &str) -> Vec<AuditEvent> {
    let path = format!("/api/v1/audit-events?limit=200&{query}");
    let page: Page<AuditEvent> = client.get(&path).await.ok().read();
    assert_eq!(page.total, page.items.len() as u64, "{query}");
    page.items
}

#[tokio::test]
async fn one_reads_what_concerns_ones_own_companies_alone() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let branch = app
        .company(&scene.root, scene.acme, "customer", "Branch")
        .await
        .id;
    let (_, acme) = scene.user("acme.auditor", scene.acme, "auditor").await;
    let (_, all) = scene.user("audit.or", scene.operator, "auditor").await;
    scene.user("beta.user", scene.beta, "user").await;
    scene.user("branch.user", branch, "user").await;
    app.client()
        .sign_in("nobody.here", "not the password at all")
        .await
        .status(401);
    let mine = read(&acme, "").await;
    assert!(!mine.is_empty());
    for event in &mine {
        let company = event.company.as_ref().expect("a company").id;
        assert!([scene.acme, branch].contains(&company), "{event:?}");
    }
    let about = |events: &[AuditEvent], login_id: &str| {
        events
            .iter()
            .filter(|event| {
                event
                    .subject
                    .as_ref()
                    .is_some_and(|user| user.login_id == login_id)
            })
            .count()
    };
    assert!(about(&mine, "branch.user") > 0);
    let everything = read(&all, "").await;
    assert!(about(&everything, "beta.user") > 0);
    let there = app.numbers("SELECT COUNT(*) FROM audit_events").await[0];
    assert_eq!(everything.len() as i64, there);
    // Whose sign-in failed is not known, so it concerns no company.
    let failed = |events: &[AuditEvent]| {
        events
            .iter()
            .filter(|event| event.company.is_none())
            .count()
    };
    assert_eq!((failed(&mine), failed(&everything)), (0, 1));
}

#[tokio::test]
async fn a_deleted_companys_end_is_read_above_it() {
    let scene = Siblings::start().await;
    let (_, acme) = scene.user("acme.auditor", scene.acme, "auditor").await;
    let branch = scene
        .app
        .company(&scene.root, scene.acme, "customer", "Branch")
        .await;
    scene
        .root
        .delete(&format!("/api/v1/companies/{}", branch.id), 1)
        .await
        .ok();
    let events = read(&acme, "action=company.deleted").await;
    assert_eq!(events.len(), 1);
    assert_eq!(events[0].company.as_ref().unwrap().id, scene.acme);
}

#[tokio::test]
async fn each_filter_narrows_to_what_it_names() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (hana, _) = scene.user("hana.sato", scene.acme, "user").await;
    app.clock.advance(3_600);
    let later = app.deps.now();
    app.client()
        .sign_in("hana.sato", "not the password at all")
        .await
        .status(401);
    let root = app.signed_in("root").await;
    app.set_disabled(&root, hana.id, true).await.ok();
    let codes = async |query: String| -> Vec<String> {
        let events = read(&root, &query).await;
        events
            .iter()
            .map(|event| event.action.code().to_owned())
            .collect()
    };
    assert_eq!(codes("succeeded=false".into()).await, ["sign_in.failed"]);
    assert_eq!(
        codes("action=user.disabled".into()).await,
        ["user.disabled"]
    );
    let since = codes(format!("from={later}")).await;
    assert_eq!(since, ["user.disabled", "sign_in.done", "sign_in.failed"]);
    let until = codes(format!("until={later}")).await;
    assert!(
        !until.is_empty()
            && until
                .iter()
                .all(|code| !since.contains(code) || code == "sign_in.done")
    );
    let of_hana = codes(format!("user={}&from={later}", hana.id)).await;
    assert_eq!(of_hana, ["user.disabled", "sign_in.failed"]);
    assert_eq!(
        codes(format!("login_id=Hana.Sato&from={later}")).await,
        of_hana
    );
    assert_eq!(
        codes(format!("login_id=root&from={later}")).await,
        ["user.disabled", "sign_in.done"]
    );
    assert_eq!(
        codes(format!("from={later}&action=user.disabled&succeeded=false")).await,
        [""; 0]
    );
    let backwards = format!("/api/v1/audit-events?from={later}&until={later}");
    assert_eq!(root.get(&backwards).await.status(400).fields(), ["until"]);
}

#[tokio::test]
async fn pages_give_every_event_once_newest_first_forth_and_back() {
    let scene = Siblings::start().await;
    for number in 0..9 {
        scene.quiet(&format!("user.{number}"), scene.acme).await;
    }
    let all: Vec<_> = read(&scene.root, "")
        .await
        .iter()
        .map(|event| event.id)
        .collect();
    assert!(all.len() > 9 && all.is_sorted_by(|a, b| a > b));
    let (mut seen, mut back) = (Vec::new(), Vec::new());
    let mut page: Page<AuditEvent> = scene
        .root
        .get("/api/v1/audit-events?limit=4")
        .await
        .ok()
        .read();
    seen.extend(page.items.iter().map(|event| event.id));
    while let Some(next) = page.next {
        page = scene
            .root
            .get(&format!("/api/v1/audit-events?limit=4&after={next}"))
            .await
            .ok()
            .read();
        seen.extend(page.items.iter().map(|event| event.id));
    }
    assert_eq!(seen, all);
    let last = page.items.len();
    while let Some(previous) = page.previous {
        page = scene
            .root
            .get(&format!("/api/v1/audit-events?limit=4&before={previous}"))
            .await
            .ok()
            .read();
        back.splice(0..0, page.items.iter().map(|event| event.id));
    }
    assert_eq!(back, all[..all.len() - last]);
    let rubbish = scene
        .root
        .get("/api/v1/audit-events?after=rubbish")
        .await
        .status(400);
    assert_eq!(rubbish.fields(), ["after"]);
}

#[tokio::test]
async fn the_trail_outlives_those_it_tells_of() {
    let scene = Siblings::start().await;
    let (hana, _) = scene.user("hana.sato", scene.acme, "user").await;
    scene.app.delete(&scene.root, hana.id).await.ok();
    let before = read(&scene.root, &format!("user={}", hana.id)).await.len();
    scene
        .root
        .delete_plain(format!("/api/v1/users/{}/purge", hana.id))
        .await
        .ok();
    let after = read(&scene.root, "login_id=hana.sato").await;
    assert_eq!(after.len(), before + 1);
    assert_eq!(
        after[0].subject.as_ref().unwrap().login_id,
        json!("hana.sato")
    );
}

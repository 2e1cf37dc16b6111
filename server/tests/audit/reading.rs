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

#[tokio::test]
async fn one_event_is_shown_to_who_may_read_it() {
    let scene = Siblings::start().await;
    let (hana, plain) = scene.user("hana.sato", scene.acme, "user").await;
    let (_, neighbour) = scene.user("beta.auditor", scene.beta, "auditor").await;
    let listed = read(&scene.root, &format!("user={}", hana.id)).await;
    let path = format!("/api/v1/audit-events/{}", listed[0].id);
    let shown: AuditEvent = scene.root.get(&path).await.ok().read();
    assert_eq!(shown, listed[0]);
    plain.get(&path).await.status(403);
    let nowhere = neighbour.get("/api/v1/audit-events/9000005").await;
    assert_eq!(
        neighbour.get(&path).await.said(),
        nowhere.status(404).said()
    );
}

#[tokio::test]
async fn an_event_says_which_seal_keeps_it_and_what_a_purge_took() {
    let scene = Siblings::start().await;
    let (hana, _) = scene.user("hana.sato", scene.acme, "user").await;
    let query = format!("user={}", hana.id);
    let fresh = read(&scene.root, &query).await;
    assert!(
        fresh
            .iter()
            .all(|event| event.seal.is_none() && !event.emptied)
    );
    server::audit::sealer::seal(&scene.app.deps).await.unwrap();
    scene.app.delete(&scene.root, hana.id).await.ok();
    let purge = format!("/api/v1/users/{}/purge", hana.id);
    scene.root.delete_plain(purge).await.ok();
    let events = read(&scene.root, &query).await;
    let created = events.last().unwrap();
    assert_eq!((created.seal, created.emptied), (Some(1), true));
    assert_eq!(created.details, []);
}

#[tokio::test]
async fn filters_find_company_address_channel_and_request() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let branch = app
        .company(&scene.root, scene.acme, "customer", "Branch")
        .await
        .id;
    scene.quiet("branch.user", branch).await;
    scene.quiet("beta.user", scene.beta).await;
    let anybody = app.client();
    let answer = anybody
        .sign_in_from("2001:db8::7", "nobody.here", "not the password")
        .await
        .status(401);
    let request = answer.headers["x-request-id"].to_str().unwrap().to_owned();
    let of_acme = read(&scene.root, &format!("company={}", scene.acme)).await;
    assert!(of_acme.len() >= 3);
    for event in &of_acme {
        assert!([scene.acme, branch].contains(&event.company.as_ref().unwrap().id));
    }
    let of_branch = read(
        &scene.root,
        &format!("company={branch}&action=user.created"),
    )
    .await;
    assert_eq!(of_branch.len(), 1);
    for query in [
        "address=2001:db8::7".to_owned(),
        "address=2001:0DB8:0::7".to_owned(),
        format!("request_id={request}"),
        format!("request_id={request}&channel=api&address=2001:db8::7"),
    ] {
        let found = read(&scene.root, &query).await;
        assert_eq!(found.len(), 1, "{query}");
        assert_eq!(found[0].request_id, request);
    }
    assert_eq!(read(&scene.root, "channel=web").await, []);
    assert_eq!(read(&scene.root, "address=192.0.2.1").await, []);
}

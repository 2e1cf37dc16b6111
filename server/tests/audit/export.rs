//! What is exported is what is listed, no more and no less.

use app::{Page, audit::AuditEvent};
use serde_json::json;

use crate::util::{Client, Siblings};

const EXPORT: &str = "/api/v1/audit-events/export";

async fn exported(client: &Client, query: &str) -> Vec<AuditEvent> {
    let answer = client.get(&format!("{EXPORT}?format=json&{query}")).await;
    assert_eq!(answer.headers["content-type"], "application/json");
    answer.ok().read()
}

/// Every page of the list, but for the note of an export that was made before it was read.
async fn listed(client: &Client, query: &str) -> Vec<AuditEvent> {
    let (mut events, mut after) = (Vec::new(), String::new());
    loop {
        let path = format!("/api/v1/audit-events?limit=7&{query}{after}");
        let page: Page<AuditEvent> = client.get(&path).await.ok().read();
        events.extend(page.items);
        match page.next {
            Some(next) => after = format!("&after={next}"),
            None => return events,
        }
    }
}

/// The cells of a file without line breaks in them.
fn cells(csv: &str) -> Vec<Vec<&str>> {
    let text = csv.strip_prefix('\u{feff}').expect("a byte order mark");
    let lines = text.strip_suffix("\r\n").expect("a last line");
    lines
        .split("\r\n")
        .map(|line| line.split(',').collect())
        .collect()
}

#[tokio::test]
async fn an_export_is_every_page_of_the_list() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (hana, client) = scene.user("hana.sato", scene.acme, "user").await;
    let later = app.deps.now();
    app.clock.advance(60);
    scene.user("ken.tanaka", scene.beta, "user").await;
    client
        .sign_in("hana.sato", "not the password")
        .await
        .status(401);
    app.edit(&scene.root, hana.id, json!({ "first_name": "Hanako" }))
        .await
        .ok();
    let parts: [&[String]; 5] = [
        &[
            String::new(),
            format!("user={}", hana.id),
            "login_id=hana.sato".into(),
        ],
        &[
            String::new(),
            "succeeded=false".into(),
            "action=user.created".into(),
        ],
        &[
            String::new(),
            format!("company={}", scene.acme),
            format!("company={}", scene.operator),
        ],
        &[
            String::new(),
            format!("from={later}"),
            format!("until={later}"),
        ],
        &[
            String::new(),
            "channel=api".into(),
            "address=127.0.0.1".into(),
        ],
    ];
    let mut some = 0;
    let choices: usize = parts.iter().map(|part| part.len()).product();
    for choice in (0..choices).step_by(7) {
        let mut rest = choice;
        let mut query = Vec::new();
        for part in parts {
            query.push(part[rest % part.len()].as_str());
            rest /= part.len();
        }
        query.retain(|part| !part.is_empty());
        let query = query.join("&");
        let before = listed(&scene.root, &query).await;
        assert_eq!(exported(&scene.root, &query).await, before, "{query}");
        let csv = scene.root.get(&format!("{EXPORT}?{query}")).await.ok().body;
        let note = usize::from(!csv.is_empty());
        assert!(
            csv.matches("\r\n").count() >= before.len() + note,
            "{query}"
        );
        some += usize::from(!before.is_empty());
    }
    assert!(some > 8, "{some} of {choices} find something");
}

#[tokio::test]
async fn an_export_longer_than_a_batch_is_whole() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let copies = "INSERT INTO audit_events (at, action, succeeded, actor_login_id, subject_login_id, company_id, address,
            request_id, details, mark)
        SELECT at, action, succeeded, actor_login_id, subject_login_id, company_id, address, request_id, details, mark
        FROM audit_events";
    while app.numbers("SELECT COUNT(*) FROM audit_events").await[0] < 1_500 {
        app.sql(copies).await;
    }
    let mut ids = app
        .numbers("SELECT id FROM audit_events ORDER BY id DESC")
        .await;
    let json = exported(&scene.root, "").await;
    assert!(json.iter().map(|event| event.id.0).eq(ids.iter().copied()));
    ids.insert(0, app.numbers("SELECT MAX(id) FROM audit_events").await[0]);
    let csv = scene
        .root
        .get(&format!("{EXPORT}?format=csv&channel="))
        .await
        .ok();
    assert_eq!(
        csv.headers["content-type"],
        "text/csv; charset=utf-8; header=present"
    );
    assert_eq!(
        csv.headers["content-disposition"],
        "attachment; filename=\"audit.csv\""
    );
    let found: Vec<i64> = cells(&csv.body)[1..]
        .iter()
        .filter_map(|cells| cells[0].parse().ok())
        .filter(|id| ids.contains(id))
        .collect();
    assert_eq!(found, ids);
}

#[tokio::test]
async fn what_looks_like_a_formula_is_text() {
    let scene = Siblings::start().await;
    let name = "=HYPERLINK(0)";
    let company = scene
        .app
        .company(&scene.root, scene.acme, "customer", name)
        .await;
    let csv = scene
        .root
        .get(&format!(
            "{EXPORT}?company={}&action=company.created",
            company.id
        ))
        .await
        .ok()
        .body;
    assert!(csv.contains(",'=HYPERLINK(0),"), "{csv}");
    assert!(csv.contains("name: =HYPERLINK(0)"), "{csv}");
}

#[tokio::test]
async fn an_export_is_an_event_that_says_what_was_exported() {
    let scene = Siblings::start().await;
    exported(&scene.root, "login_id=hana.sato&succeeded=false").await;
    let noted = listed(&scene.root, "action=audit.exported").await;
    let details: Vec<_> = noted[0]
        .details
        .iter()
        .map(|detail| {
            (
                detail.field.as_str(),
                detail.after.as_deref().unwrap_or_default(),
            )
        })
        .collect();
    assert_eq!(
        details,
        [
            ("format", "json"),
            ("login_id", "hana.sato"),
            ("succeeded", "false")
        ]
    );
    assert_eq!(noted.len(), 1);
}

#[tokio::test]
async fn nobody_exports_what_they_may_not_read() {
    let scene = Siblings::start().await;
    let (user, plain) = scene.user("hana.sato", scene.acme, "user").await;
    let (_, neighbour) = scene
        .user("beta.admin", scene.beta, "company_administrator")
        .await;
    let (_, own) = scene.user("acme.auditor", scene.acme, "auditor").await;
    plain.get(EXPORT).await.status(403);
    scene.app.client().get(EXPORT).await.status(401);
    for event in exported(&neighbour, "").await {
        assert_eq!(event.company.unwrap().id, scene.beta);
    }
    assert_eq!(exported(&neighbour, &format!("user={}", user.id)).await, []);
    assert!(
        !exported(&own, &format!("user={}", user.id))
            .await
            .is_empty()
    );
    let nowhere = neighbour
        .get(&format!("{EXPORT}?company=9000002"))
        .await
        .status(422);
    let elsewhere = neighbour
        .get(&format!("{EXPORT}?company={}", scene.acme))
        .await;
    assert_eq!(elsewhere.said(), nowhere.said());
    let exports = listed(&scene.root, "action=audit.exported").await;
    assert_eq!(exports.len(), 3, "what was refused was not done");
}

#[tokio::test]
async fn a_wrong_filter_is_refused_before_anything_is_sent() {
    let scene = Siblings::start().await;
    for (query, field) in [
        ("format=xml", "format"),
        ("login_id=%00", "login_id"),
        ("address=%00", "address"),
        ("request_id=%00", "request_id"),
        ("channel=post", "channel"),
        (
            "from=2026-01-02T00:00:00Z&until=2026-01-01T00:00:00Z",
            "until",
        ),
        ("limit=5", "limit"),
    ] {
        let answer = scene.root.get(&format!("{EXPORT}?{query}")).await;
        assert!(answer.status.is_client_error(), "{query}");
        assert_eq!(answer.fields(), [field], "{query}");
    }
    assert_eq!(listed(&scene.root, "action=audit.exported").await, []);
}

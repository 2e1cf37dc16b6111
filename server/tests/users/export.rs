//! What is exported is what the list finds, and nothing that a spreadsheet would take for a formula.

use serde_json::json;

use crate::util::{Client, Siblings};

async fn exported(by: &Client, query: &str) -> Vec<String> {
    let answer = by.get(&format!("/api/v1/users/export{query}")).await.ok();
    let text = answer.body.strip_prefix('\u{feff}').expect("a mark");
    text.strip_suffix("\r\n")
        .expect("a last line")
        .split("\r\n")
        .map(str::to_owned)
        .collect()
}

#[tokio::test]
async fn it_holds_what_the_filter_finds_within_the_scope() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (_, client) = scene
        .user("admin.acme", scene.acme, "company_administrator")
        .await;
    let end = app.deps.now().plus_seconds(5_000);
    let plain = scene.quiet("plain", scene.acme).await;
    let change = json!({
        "expires_at": end, "last_name": "=SUM(A1)", "two_factor": "yes", "language": "ja",
        "related_companies": [scene.beta],
    });
    app.edit(&scene.root, plain.id, change).await.ok();
    scene.quiet("theirs", scene.beta).await;

    let lines = exported(&client, "").await;
    assert!(lines[0].starts_with("login_id,email,first_name,last_name,group,description,company,"));
    assert_eq!(lines.len(), 3);
    let acme = scene.acme;
    // The related company is outside the administrator's scope, and so is not told.
    let expected = format!(
        "plain,plain@example.com,Hana,'=SUM(A1),,,{acme},Acme,,user,{end},yes,ja,UTC,invited,"
    );
    assert_eq!(lines[2], expected);
    let told = exported(&scene.root, "?search=plain").await;
    assert_eq!(told.len(), 2);
    assert!(
        told[1].contains(&format!(",{},user,", scene.beta)),
        "{told:?}"
    );
    client
        .get(&format!("/api/v1/users/export?company={}", scene.beta))
        .await
        .status(404);
    let events = "SELECT COUNT(*) FROM audit_events WHERE action = 'user.exported'";
    assert_eq!(app.numbers(events).await, [2]);
}

#[tokio::test]
async fn more_than_one_batch_comes_whole_and_in_order() {
    let scene = Siblings::start().await;
    let many: Vec<String> = (0..1_100)
        .map(|number| format!("({}, 'many{number:04}', 'many@example.com', 'M', 'M', 'm m', 'many{number:04}', 9223372036854775807, 'inherit', 'en', 'UTC', 1)", scene.acme))
        .collect();
    let sql = format!(
        "INSERT INTO users (company_id, login_id, email, first_name, last_name, sort_name, search_text, expires_at,
             two_factor, language, time_zone, created_at) VALUES {}",
        many.join(", ")
    );
    scene.app.sql(&sql).await;
    let lines = exported(&scene.root, &format!("?company={}", scene.acme)).await;
    assert_eq!(lines.len(), 1_101);
    assert!(lines[1..].is_sorted());
    assert!(lines[1_100].starts_with("many1099,"));
}

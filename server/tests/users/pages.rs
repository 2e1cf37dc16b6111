//! Paging through users, in each order, forwards and backwards.

use std::collections::BTreeSet;

use app::{
    Page,
    users::{UserRow, UserSort},
};
use sea_orm::DbBackend;
use serde_json::json;
use server::sign_in::janitor;

use crate::util::{Client, Siblings};

/// Every page from the first on; then, from the last, back again.
pub async fn walk(
    client: &Client,
    query: &str,
    size: usize,
) -> (Vec<Vec<UserRow>>, Vec<Vec<UserRow>>) {
    let path = format!("/api/v1/users?limit={size}&{query}");
    let (mut forth, mut back) = (Vec::new(), Vec::new());
    let mut page: Page<UserRow> = client.get(&path).await.ok().read();
    assert_eq!(page.previous, None);
    while let Some(next) = &page.next {
        let next: Page<UserRow> = client
            .get(&format!("{path}&after={next}"))
            .await
            .ok()
            .read();
        forth.push(std::mem::replace(&mut page, next).items);
        assert!(forth.len() < 50, "the pages have no end");
    }
    forth.push(page.items.clone());
    while let Some(previous) = &page.previous {
        let previous: Page<UserRow> = client
            .get(&format!("{path}&before={previous}"))
            .await
            .ok()
            .read();
        back.push(std::mem::replace(&mut page, previous).items);
        assert!(back.len() < 50, "the pages have no beginning");
    }
    back.push(page.items);
    back.reverse();
    (forth, back)
}

fn key(row: &UserRow, sort: UserSort) -> (String, i64) {
    match sort {
        UserSort::LoginId => (row.login_id.clone(), 0),
        UserSort::Name => (
            format!("{} {}", row.last_name, row.first_name).to_lowercase(),
            0,
        ),
        UserSort::LastSignIn => (
            String::new(),
            row.last_sign_in_at.map_or(0, |at| at.millis()),
        ),
        UserSort::ExpiresAt => (
            String::new(),
            row.expires_at.map_or(i64::MAX, |at| at.millis()),
        ),
    }
}

/// Twenty-three users with names, ends and sign-ins of which many are the same.
async fn crowd(scene: &Siblings) -> BTreeSet<i64> {
    let app = &scene.app;
    for number in 0..22 {
        let (first, last) = (
            ["Aki", "花", "Zoë"][number % 3],
            ["Sato", "佐藤"][number % 2],
        );
        let mut more =
            json!({ "first_name": first, "last_name": last, "issue_credentials": false });
        if number % 4 == 0 {
            let end = app.deps.now().plus_seconds(1_000 * (1 + number as i64 % 3));
            more["expires_at"] = json!(end);
        }
        app.invite(
            &scene.root,
            &format!("user.{:02}", (number * 7) % 22),
            scene.acme,
            more,
        )
        .await;
    }
    app.sql("UPDATE users SET last_sign_in_at = 1000 * (id % 3) WHERE id > 5")
        .await;
    app.numbers("SELECT id FROM users")
        .await
        .into_iter()
        .collect()
}

#[tokio::test]
async fn every_order_gives_everybody_once_forth_and_back() {
    let scene = Siblings::start().await;
    let everybody = crowd(&scene).await;
    for sort in UserSort::ALL {
        for descending in [false, true] {
            for size in [4, 23] {
                let query = format!("sort={}&descending={descending}", sort.code());
                if size == 23 {
                    let page: Page<UserRow> = scene
                        .root
                        .get(&format!("/api/v1/users?limit=23&{query}"))
                        .await
                        .ok()
                        .read();
                    assert_eq!(
                        (page.items.len(), page.next, page.previous),
                        (23, None, None),
                        "{query}"
                    );
                    continue;
                }
                let (forth, back) = walk(&scene.root, &query, size).await;
                assert_eq!(forth, back, "{query}");
                let rows: Vec<UserRow> = forth.into_iter().flatten().collect();
                assert_eq!(rows.len(), everybody.len(), "{query}");
                assert_eq!(
                    rows.iter().map(|row| row.id.0).collect::<BTreeSet<_>>(),
                    everybody,
                    "{query}"
                );
                let mut keys: Vec<_> = rows.iter().map(|row| key(row, sort)).collect();
                if descending {
                    keys.reverse();
                }
                assert!(keys.is_sorted(), "{query}: {keys:?}");
            }
        }
    }
}

#[tokio::test]
async fn filters_and_search_hold_over_all_pages() {
    let scene = Siblings::start().await;
    crowd(&scene).await;
    for (query, expected) in [
        (format!("company={}", scene.acme), 22),
        ("search=sato".to_owned(), 11),
        ("search=佐藤".to_owned(), 11),
        ("search=user&sort=name&descending=true".to_owned(), 22),
        ("status=invited&sort=expires_at".to_owned(), 22),
    ] {
        let (forth, back) = walk(&scene.root, &query, 5).await;
        assert_eq!(forth, back, "{query}");
        assert_eq!(forth.iter().flatten().count(), expected, "{query}");
        assert!(
            forth.iter().rev().skip(1).all(|page| page.len() == 5),
            "{query}"
        );
    }
}

#[tokio::test]
async fn a_page_is_not_shifted_by_who_comes_and_goes_before_it() {
    let scene = Siblings::start().await;
    crowd(&scene).await;
    let first: Page<UserRow> = scene
        .root
        .get("/api/v1/users?limit=5&search=user")
        .await
        .ok()
        .read();
    let second = format!(
        "/api/v1/users?limit=5&search=user&after={}",
        first.next.unwrap()
    );
    let before: Page<UserRow> = scene.root.get(&second).await.ok().read();
    scene.quiet("user.00.a", scene.acme).await;
    // Also without the row at which the page ended.
    scene.app.delete(&scene.root, first.items[4].id).await.ok();
    scene.app.delete(&scene.root, first.items[0].id).await.ok();
    let after: Page<UserRow> = scene.root.get(&second).await.ok().read();
    assert_eq!(after.items, before.items);
}

#[tokio::test]
async fn a_cursor_that_is_none_of_this_list_is_refused() {
    let scene = Siblings::start().await;
    crowd(&scene).await;
    let page: Page<UserRow> = scene.root.get("/api/v1/users?limit=5").await.ok().read();
    let by_login_id = page.next.unwrap();
    let page: Page<UserRow> = scene
        .root
        .get("/api/v1/users?limit=5&sort=last_sign_in")
        .await
        .ok()
        .read();
    let by_sign_in = page.next.unwrap();
    for (query, field) in [
        ("after=rubbish".to_owned(), "after"),
        ("before=rubbish".to_owned(), "before"),
        // {"a":1}, [null,1], ["a\u0000b",1] and 5
        ("after=eyJhIjoxfQ".to_owned(), "after"),
        ("after=W251bGwsMV0".to_owned(), "after"),
        ("after=WyJhXHUwMDAwYiIsMV0".to_owned(), "after"),
        ("before=NQ".to_owned(), "before"),
        (
            format!("after={by_login_id}&before={by_login_id}"),
            "before",
        ),
        (format!("sort=last_sign_in&after={by_login_id}"), "after"),
        (format!("sort=name&before={by_sign_in}"), "before"),
    ] {
        let answer = scene
            .root
            .get(&format!("/api/v1/users?{query}"))
            .await
            .status(400);
        assert_eq!(answer.fields(), [field], "{query}");
    }
}

#[tokio::test]
async fn a_page_holds_at_most_two_hundred_and_at_least_one() {
    let scene = Siblings::start().await;
    crowd(&scene).await;
    for (limit, expected) in [("0", 1), ("1", 1), ("4294967295", 23)] {
        let page: Page<UserRow> = scene
            .root
            .get(&format!("/api/v1/users?limit={limit}"))
            .await
            .ok()
            .read();
        assert_eq!(page.items.len(), expected, "{limit}");
    }
    scene.root.get("/api/v1/users?limit=-1").await.status(400);
}

#[tokio::test]
async fn sqlite_learns_how_large_its_tables_are() {
    let app = Siblings::start().await.app;
    if app.deps.db.backend() != DbBackend::Sqlite {
        // PostgreSQL sees to that by itself.
        return;
    }
    janitor::sweep(&app.deps).await.unwrap();
    let users = "SELECT COUNT(*) FROM users";
    let learnt = "SELECT CAST(stat AS INTEGER) FROM sqlite_stat1 WHERE tbl = 'users' AND idx = 'users_login_id'";
    assert_eq!(app.numbers(learnt).await, app.numbers(users).await);
}

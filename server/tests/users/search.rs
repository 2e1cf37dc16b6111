//! Searching users by any part of login ID, names and e-mail address.

use app::users::{User, UserRow};
use serde_json::json;

use crate::util::{Client, Siblings};

async fn found(client: &Client, search: &str) -> Vec<String> {
    let encoded: String = search.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let path = format!("/api/v1/users?search={encoded}");
    let page: app::Page<UserRow> = client.get(&path).await.ok().read();
    assert_eq!(page.total, page.items.len() as u64, "{search}");
    let mut names: Vec<String> = page.items.into_iter().map(|row| row.login_id).collect();
    names.sort_unstable();
    names
}

async fn crowd(scene: &Siblings) -> Vec<User> {
    let mut users = Vec::new();
    for (login_id, first, last, email) in [
        ("hana.sato", "花", "佐藤", "hana@tokyo.example.com"),
        ("kenji", "Kenji", "Satō", "kenji@osaka.example.com"),
        ("percent", "100%", "Full", "percent@example.com"),
        ("under_score", "Under", "Score", "under@example.com"),
        ("quote", "Q\"uo", "O'Hara \\ Co", "quote@example.com"),
        ("smith", "John", "Smith", "john.smith@example.com"),
    ] {
        let more = json!({
            "first_name": first, "last_name": last, "email": email, "issue_credentials": false,
        });
        users.push(
            scene
                .app
                .invite(&scene.root, login_id, scene.acme, more)
                .await,
        );
    }
    users
}

#[tokio::test]
async fn a_part_of_any_of_them_is_enough_whatever_its_capitals() {
    let scene = Siblings::start().await;
    crowd(&scene).await;
    for (search, expected) in [
        ("sato", vec!["hana.sato"]),
        ("SMITH", vec!["smith"]),
        ("john smith", vec!["smith"]),
        ("Smith John", vec!["smith"]),
        ("n.smi", vec!["smith"]),
        ("SATŌ", vec!["kenji"]),
        ("tokyo.example", vec!["hana.sato"]),
        ("佐藤花", vec![]),
        ("佐藤 花", vec!["hana.sato"]),
        ("花 佐藤", vec!["hana.sato"]),
        ("  hana  ", vec!["hana.sato"]),
        ("no such thing", vec![]),
    ] {
        assert_eq!(found(&scene.root, search).await, expected, "{search}");
    }
}

#[tokio::test]
async fn one_or_two_characters_are_enough() {
    let scene = Siblings::start().await;
    crowd(&scene).await;
    for (search, expected) in [
        ("佐藤", vec!["hana.sato"]),
        ("花", vec!["hana.sato"]),
        ("ke", vec!["kenji"]),
        ("KE", vec!["kenji"]),
        ("q", vec!["quote"]),
        ("ja", vec![]),
        // Two are looked for where a word begins.
        ("sa", vec!["kenji"]),
        ("o'", vec!["quote"]),
        ("藤", vec!["hana.sato"]),
    ] {
        assert_eq!(found(&scene.root, search).await, expected, "{search}");
    }
}

#[tokio::test]
async fn no_character_has_a_meaning_of_its_own() {
    let scene = Siblings::start().await;
    crowd(&scene).await;
    for (search, expected) in [
        ("%", vec!["percent"]),
        ("100%", vec!["percent"]),
        ("_", vec!["under_score"]),
        ("r_s", vec!["under_score"]),
        ("h_na", vec![]),
        ("h%a", vec![]),
        ("\"", vec!["quote"]),
        ("q\"uo", vec!["quote"]),
        ("o'hara", vec!["quote"]),
        ("\\", vec!["quote"]),
        ("a \\ c", vec!["quote"]),
        ("smith*", vec![]),
        ("smith OR kenji", vec![]),
        ("NOT smith", vec![]),
        ("(smith)", vec![]),
        ("search_text:smith", vec![]),
    ] {
        assert_eq!(found(&scene.root, search).await, expected, "{search}");
    }
}

#[tokio::test]
async fn what_changed_is_found_by_its_new_words_alone() {
    let scene = Siblings::start().await;
    let users = crowd(&scene).await;
    let change = json!({ "last_name": "田中", "email": "new@example.com" });
    scene.app.edit(&scene.root, users[5].id, change).await.ok();
    assert_eq!(found(&scene.root, "田中").await, ["smith"]);
    assert_eq!(found(&scene.root, "new@example").await, ["smith"]);
    assert_eq!(found(&scene.root, "john.smith").await, [""; 0]);
    scene.app.delete(&scene.root, users[5].id).await.ok();
    assert_eq!(found(&scene.root, "田中").await, [""; 0]);
}

#[tokio::test]
async fn what_no_name_can_hold_is_refused_and_breaks_nothing() {
    let scene = Siblings::start().await;
    for (list, field) in [
        ("/api/v1/users?search", "search"),
        ("/api/v1/companies?search", "search"),
        ("/api/v1/mails?search", "search"),
        ("/api/v1/audit-events?login_id", "login_id"),
    ] {
        for text in ["a%00b", "abc%00def", "%00", "a%0Ab"] {
            let answer = scene.root.get(&format!("{list}={text}")).await.status(422);
            assert_eq!(answer.fields(), [field], "{list}={text}");
        }
        scene
            .root
            .get(&format!("{list}=%F0%9F%9A%AA"))
            .await
            .status(200);
    }
}

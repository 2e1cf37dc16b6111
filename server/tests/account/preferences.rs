//! How somebody wants the portal to look and to write: kept with the account, for every browser and mail.

use app::account::{Preferences, Theme};
use serde_json::json;

use crate::util::{Client, Siblings};

const PATH: &str = "/api/v1/me/preferences";

async fn change(client: &Client, change: serde_json::Value) -> crate::util::Answer {
    client
        .send(client.request(reqwest::Method::PATCH, PATH).json(&change))
        .await
}

#[tokio::test]
async fn they_hold_in_every_browser_and_in_the_next_mail() {
    let scene = Siblings::start().await;
    let (user, hana) = scene.user("hana.sato", scene.acme, "user").await;
    let there = scene.app.signed_in("hana.sato").await;
    let wanted = json!({
        "language": "ja", "time_zone": "Asia/Tokyo", "date_output": " DD.MM.YYYY HH:mm ", "date_input": "YYYY/MM/DD HH:mm",
        "theme": "dark",
    });
    let now: Preferences = change(&hana, wanted).await.ok().read();
    assert_eq!(
        (now.theme, now.date_output.as_str()),
        (Theme::Dark, "DD.MM.YYYY HH:mm")
    );
    assert_eq!(there.me().await.preferences(), now);
    assert_eq!(there.get(PATH).await.ok().read::<Preferences>(), now);
    let seen = scene.app.shown(&scene.root, user.id).await;
    assert_eq!(seen.time_zone, "Asia/Tokyo");
    hana.put("/api/v1/me/email", json!({ "email": "hana@new.example" }))
        .await
        .ok();
    let mail = scene.app.mail("hana@new.example", "メールアドレス").await;
    let day = app::dates::Pattern::parse("DD.MM.YYYY HH:mm").unwrap();
    struct Tokyo;
    impl app::dates::Zone for Tokyo {
        fn ahead(&self, _: app::Timestamp) -> i64 {
            9 * 3600
        }
    }
    let end = scene.app.deps.now().plus_seconds(24 * 60 * 60);
    let end = app::dates::write(end, &day, app::Language::English, &Tokyo);
    assert!(
        mail.text.contains(&format!("{end} (Asia/Tokyo)")),
        "{}",
        mail.text
    );
    // What is not named stays.
    let later: Preferences = change(&hana, json!({ "theme": "light" })).await.ok().read();
    assert_eq!(
        later,
        Preferences {
            theme: Theme::Light,
            ..now
        }
    );
}

#[tokio::test]
async fn what_is_no_zone_or_no_pattern_is_refused_beside_its_field() {
    let scene = Siblings::start().await;
    let (_, hana) = scene.user("hana.sato", scene.acme, "user").await;
    for (wrong, field) in [
        (json!({ "time_zone": "Mars/Olympus" }), "time_zone"),
        (json!({ "date_output": "DD.MM.YYYY" }), "date_output"),
        (json!({ "date_input": "HH:mm DD.MM.YYYY" }), "date_input"),
        (json!({ "date_input": "Y".repeat(41) }), "date_input"),
    ] {
        assert_eq!(change(&hana, wrong).await.status(422).fields(), [field]);
    }
    for wrong in [json!({ "theme": "pink" }), json!({ "language": "tlh" })] {
        assert!(change(&hana, wrong).await.status.is_client_error());
    }
    let none: Preferences = hana.get(PATH).await.ok().read();
    assert_eq!(
        (none.date_output.as_str(), none.date_input.as_str()),
        ("", "")
    );
}

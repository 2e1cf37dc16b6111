//! The numbers of a scope: what the lists count, no further than one reaches and may look.

use app::{
    Timestamp,
    home::{Dashboard, MailCounts, UserCounts},
};
use serde_json::json;

use crate::util::{Client, Siblings};

const DAY: i64 = 86_400;

async fn dashboard(client: &Client) -> Dashboard {
    client.get("/api/v1/dashboard").await.ok().read()
}

/// How many a list has.
async fn listed(client: &Client, query: &str) -> u64 {
    let page = client.get(&format!("/api/v1/{query}")).await.ok().json();
    assert_eq!(page["total_is_exact"], true, "{query}");
    page["total"].as_u64().unwrap()
}

/// Users in every state in both companies, and mails that failed.
async fn scene() -> Siblings {
    let scene = Siblings::start().await;
    let app = &scene.app;
    for (company, name) in [(scene.acme, "a"), (scene.beta, "b")] {
        let login_id = |what: &str| format!("{name}.{what}");
        app.user_with_authenticator(&scene.root, &login_id("enrolled"), company)
            .await;
        for invited in ["one", "two"] {
            let otp = json!({ "otp_configured": true });
            app.invite(&scene.root, &login_id(invited), company, otp)
                .await;
        }
        let (disabled, _) = scene.user(&login_id("disabled"), company, "user").await;
        app.set_disabled(&scene.root, disabled.id, true).await.ok();
        let deleted = scene.quiet(&login_id("deleted"), company).await;
        app.delete(&scene.root, deleted.id).await.ok();
        for (what, seconds) in [("expired", 30), ("soon", 30 * DAY), ("later", 40 * DAY)] {
            let user = scene.quiet(&login_id(what), company).await;
            let end = app.deps.now().plus_seconds(seconds);
            app.edit(&scene.root, user.id, json!({ "expires_at": end }))
                .await
                .ok();
        }
        app.client()
            .sign_in(&login_id("enrolled"), "not the password")
            .await
            .status(401);
    }
    app.sql(
        "UPDATE mails SET state = 'failed' WHERE kind = 'invitation' AND recipient LIKE '%.one@%'",
    )
    .await;
    app.clock.advance(60);
    scene
}

/// Each number of the dashboard is what the list of the same filter counts.
async fn equals_the_lists(client: &Client) -> Dashboard {
    let seen = dashboard(client).await;
    let UserCounts {
        status,
        two_factor,
        expiring,
    } = seen.users.expect("users");
    for (number, filter) in [
        (status.active, "status=active"),
        (status.invited, "status=invited"),
        (status.disabled, "status=disabled"),
        (status.expired, "status=expired"),
        (two_factor.on, "two_factor=on"),
        (two_factor.to_set_up, "two_factor=to_set_up"),
        (two_factor.off, "two_factor=off"),
        (expiring, "expiring_within_days=30"),
    ] {
        let counted = listed(client, &format!("users?{filter}")).await;
        assert_eq!(number, counted, "{filter}");
    }
    let days = seen.sign_ins.as_ref().expect("sign-ins");
    assert_eq!(days.len(), 14);
    for (index, day) in days.iter().enumerate() {
        let until = days.get(index + 1).map(|next| next.begins_at);
        let until = until.map_or_else(String::new, |until| format!("&until={until}"));
        for (number, action) in [
            (day.signed_in, "sign_in.done"),
            (day.failed, "sign_in.failed"),
        ] {
            let filter = format!("action={action}&from={}{until}", day.begins_at);
            let counted = listed(client, &format!("audit-events?{filter}")).await;
            assert_eq!(number, counted, "{filter}");
        }
    }
    let mails = seen.mails.expect("mails");
    assert_eq!(mails.failed, listed(client, "mails?state=failed").await);
    seen
}

#[tokio::test]
async fn each_number_is_what_its_list_counts_and_ends_at_the_wall() {
    let scene = scene().await;
    let (boss, admin) = scene
        .user("acme.admin", scene.acme, "company_administrator")
        .await;
    let all = equals_the_lists(&scene.root).await;
    let own = equals_the_lists(&admin).await;
    let users = |seen: &Dashboard| seen.users.unwrap().status;
    assert_eq!((users(&all).disabled, users(&own).disabled), (2, 1));
    assert_eq!((users(&all).expired, users(&own).expired), (2, 1));
    assert_eq!(own.mails, Some(MailCounts { failed: 1 }));
    let today = |seen: &Dashboard| seen.sign_ins.as_ref().unwrap()[13].clone();
    assert_eq!((today(&all).failed, today(&own).failed), (2, 1));
    // A related company is within the scope as well.
    let related = json!({ "related_companies": [scene.beta] });
    scene.app.edit(&scene.root, boss.id, related).await.ok();
    scene.app.clock.advance(1);
    let both = equals_the_lists(&admin).await;
    assert_eq!(users(&both).disabled, 2);
    // Whoever is logged in as somebody sees what they see.
    scene.root.log_in_as(boss.id).await.ok();
    let seen = equals_the_lists(&scene.root).await;
    assert_eq!(seen.users, both.users);
    assert_ne!(seen.users, all.users);
}

#[tokio::test]
async fn a_part_is_absent_for_whoever_may_not_see_its_list() {
    let scene = scene().await;
    for (permissions, parts) in [
        (vec!["users:read"], (true, false, false)),
        (vec!["audit:read"], (false, true, false)),
        (vec!["mail:read"], (false, false, true)),
        (
            vec!["users:read", "audit:read", "mail:read"],
            (true, true, true),
        ),
    ] {
        let name = format!("Sees {}", permissions.join(" "));
        scene.custom_role(scene.acme, &name, &permissions).await;
        let login_id = format!("sees.{}", permissions.join(".").replace(':', "."));
        let (_, client) = scene.user(&login_id, scene.acme, &name).await;
        let answer = client.get("/api/v1/dashboard").await.ok();
        let seen: Dashboard = answer.read();
        let there = (
            seen.users.is_some(),
            seen.sign_ins.is_some(),
            seen.mails.is_some(),
        );
        assert_eq!(there, parts, "{name}");
        assert_eq!(answer.json().get("users").is_some(), parts.0, "{name}");
    }
    scene
        .custom_role(scene.acme, "Roles", &["roles:read"])
        .await;
    let (_, other) = scene.user("other", scene.acme, "Roles").await;
    let refused = other.get("/api/v1/dashboard").await.status(403);
    assert_eq!(refused.refusal(), "not_allowed");
}

#[tokio::test]
async fn days_are_those_of_the_readers_time_zone() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    // From 09:00 to 23:30 UTC on 15 January, when it is 08:30 on the day after in Tokyo.
    app.clock.advance(14 * 3600 + 1800);
    let root = app.signed_in("root").await;
    let zone = async |zone: &str| {
        let change = json!({ "time_zone": zone });
        let path = "/api/v1/me/preferences";
        let request = root.request(reqwest::Method::PATCH, path).json(&change);
        root.send(request).await.ok();
        dashboard(&root).await.sign_ins.unwrap()
    };
    let utc = zone("UTC").await;
    assert_eq!(
        (utc[0].day.as_str(), utc[13].day.as_str()),
        ("2027-01-02", "2027-01-15")
    );
    assert_eq!((utc[12].signed_in, utc[13].signed_in), (0, 2));
    let tokyo = zone("Asia/Tokyo").await;
    assert_eq!(tokyo[13].day, "2027-01-16");
    assert_eq!(
        tokyo[13].begins_at,
        Timestamp::parse("2027-01-16T00:00:00+09:00").unwrap()
    );
    assert_eq!((tokyo[12].signed_in, tokyo[13].signed_in), (1, 1));
}

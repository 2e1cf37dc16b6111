//! A list tells the same, whatever share of all users it is of: when it is large, the database goes another way to them.

use app::{
    CompanyId, Page,
    users::{UserRow, UserSort},
};

use super::pages::walk;
use crate::util::{Client, Siblings};

const QUERIES: [&str; 6] = [
    "",
    "&status=disabled",
    "&search=user.1",
    "&search=u",
    "&two_factor=off",
    "&not_signed_in_for_days=3",
];

/// A reseller with a large and a small customer, beside a company of three; and the reseller's administrator.
async fn crowd(scene: &Siblings) -> (Client, [CompanyId; 3]) {
    let app = &scene.app;
    let mut companies = [scene.acme; 3];
    let across = app.company(&scene.root, scene.operator, "reseller", "Across");
    companies[0] = across.await.id;
    for (place, name) in [(1, "East"), (2, "West")] {
        let customer = app.company(&scene.root, companies[0], "customer", name);
        companies[place] = customer.await.id;
    }
    let (_, ria) = scene
        .user("ria", companies[0], "company_administrator")
        .await;
    for number in 0..73 {
        let company = match number {
            0..62 => companies[1],
            62..70 => companies[2],
            _ => scene.beta,
        };
        let login_id = format!("user.{:02}", (number * 31) % 73);
        scene.quiet(&login_id, company).await;
    }
    app.sql("UPDATE users SET disabled = (id % 5 = 0), last_sign_in_at = 1000 * (id % 3) WHERE login_id LIKE 'user.%'")
        .await;
    (ria, companies)
}

#[tokio::test]
async fn a_list_of_most_users_tells_what_a_list_of_all_tells_of_them() {
    let scene = Siblings::start().await;
    let (ria, [across, east, west]) = crowd(&scene).await;
    for query in QUERIES {
        for sort in UserSort::ALL {
            for descending in [false, true] {
                let order = format!("sort={}&descending={descending}{query}", sort.code());
                let path = format!("/api/v1/users?limit=100&{order}");
                let all: Page<UserRow> = scene.root.get(&path).await.ok().read();
                for (client, companies, of) in [
                    (&ria, vec![across, east, west], String::new()),
                    (&ria, vec![east], format!("&company={east}")),
                    (&ria, vec![west], format!("&company={west}")),
                    (
                        &scene.root,
                        vec![across, east, west],
                        format!("&company={across}&subsidiaries=true"),
                    ),
                    (
                        &scene.root,
                        vec![scene.beta],
                        format!("&company={}", scene.beta),
                    ),
                ] {
                    let expected: Vec<UserRow> = all
                        .items
                        .iter()
                        .filter(|row| companies.contains(&row.company_id))
                        .cloned()
                        .collect();
                    let (forth, back) = walk(client, &format!("{order}{of}"), 40).await;
                    assert_eq!(forth.concat(), expected, "{order}{of}");
                    assert_eq!(back.concat(), expected, "{order}{of}");
                }
            }
        }
    }
}

//! A signed-in request: who am I.

use std::time::Duration;

use serde_json::{Value, json};

use crate::{
    Plan, load,
    portal::{Ground, PASSWORD},
    report::Report,
    yardstick,
};

type Failure = Box<dyn std::error::Error>;
const LENGTH: Duration = Duration::from_secs(8);

/// Measures.
pub async fn measure(plan: &Plan, report: &mut Report) -> Result<(), Failure> {
    let ground = Ground::new(plan, None)?;
    ground.fill(200)?;
    let portal = ground.start().await?;
    let client = portal.administrator().await?;
    let url = format!("{}/api/v1/me", portal.base);
    let ours = load::run(8, LENGTH, move |_| get(client.get(&url))).await;

    let bare = yardstick::start().await?;
    let client = reqwest::Client::new();
    let start = json!({ "login_id": "user1", "password": PASSWORD });
    let session: Value = client
        .post(format!("{}/login", bare.base))
        .json(&start)
        .send()
        .await?
        .json()
        .await?;
    let secret = session["session"].as_str().unwrap_or_default().to_owned();
    let url = format!("{}/me", bare.base);
    let yard = load::run(8, LENGTH, move |_| {
        get(client.get(&url).header("cookie", &secret))
    })
    .await;
    report.add(
        "who am I, 8 at once",
        format!("{:.0}/s", ours.rate()),
        format!(
            "{:.2} of the bare route ({:.0}/s)",
            ours.rate() / yard.rate(),
            yard.rate()
        ),
        "≥ 0.8 of the bare route with sqlx",
    );
    Ok(())
}

async fn get(request: reqwest::RequestBuilder) {
    let answer = match request
        .send()
        .await
        .and_then(reqwest::Response::error_for_status)
    {
        Ok(answer) => answer.bytes().await.map(|_| ()),
        Err(error) => Err(error),
    };
    assert!(answer.is_ok(), "a request failed: {answer:?}");
}

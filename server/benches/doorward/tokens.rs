//! What programs ask all day: a refresh token exchanged for an access token, and a request that bears one.

use std::time::Duration;

use reqwest::{Client, RequestBuilder};
use serde_json::{Value, json};
use server::deps::{Clock, SystemClock};

use crate::{
    Plan,
    load::{self, Load},
    portal::Ground,
    report::Report,
    yardstick,
};

type Failure = Box<dyn std::error::Error>;
const AT_ONCE: usize = 8;
/// Ours and the yardstick take turns, so that both meet the machine in the same moods.
const TURNS: usize = 3;
const LENGTH: Duration = Duration::from_secs(4);

/// Measures.
pub async fn measure(plan: &Plan, report: &mut Report) -> Result<(), Failure> {
    let ground = Ground::new(plan, None)?;
    ground.fill(200)?;
    let portal = ground.start().await?;
    let tomorrow = SystemClock.now().plus_seconds(24 * 60 * 60);
    let draft = json!({ "name": "Bench", "permissions": ["users:read"], "expires_at": tomorrow });
    let issue = portal
        .administrator()
        .await?
        .post(portal.at("/api/v1/me/tokens"));
    let issued = read(issue.json(&draft)).await?;
    let ours = Side {
        client: Client::new(),
        exchange: portal.at("/oauth/token"),
        me: portal.at("/api/v1/me"),
        refresh_token: text(&issued["secret"]),
    };
    let bare = yardstick::start().await?;
    let yard = Side {
        client: Client::new(),
        exchange: format!("{}/token", bare.base),
        me: format!("{}/bearer", bare.base),
        refresh_token: bare.refresh_token.clone(),
    };

    let (mut exchanges, mut bare_exchanges) = (Load::default(), Load::default());
    let (mut bearers, mut bare_bearers) = (Load::default(), Load::default());
    let mut ticks = 0;
    for _ in 0..TURNS {
        let before = portal.ticks();
        exchanges.add(ours.exchanges().await);
        ticks += portal.ticks().saturating_sub(before);
        bare_exchanges.add(yard.exchanges().await);
        bearers.add(ours.bearers().await?);
        bare_bearers.add(yard.bearers().await?);
    }
    let told = |measured: &Load, beside: &Load| {
        let (rate, yard) = (measured.rate(), beside.rate());
        let ratio = rate / yard;
        (
            format!("{rate:.0}/s"),
            format!("{ratio:.2} of the bare route ({yard:.0}/s)"),
        )
    };
    let (measured, beside) = told(&exchanges, &bare_exchanges);
    let per_core = exchanges.count() as f64 / (ticks as f64 / 100.0);
    report.add(
        "refresh token exchanged for an access token, 8 at once",
        format!("{measured}, {per_core:.0}/s per core that the server is given"),
        beside,
        "≥ 2,400/s per core",
    );
    let (measured, beside) = told(&bearers, &bare_bearers);
    report.add(
        "who am I by an access token, 8 at once",
        measured,
        beside,
        "≥ 0.8 of the bare route with sqlx",
    );
    Ok(())
}

/// Where the same is asked.
struct Side {
    client: Client,
    exchange: String,
    me: String,
    refresh_token: String,
}

impl Side {
    fn exchange(&self) -> RequestBuilder {
        let token = &self.refresh_token;
        self.client
            .post(&self.exchange)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(format!("grant_type=refresh_token&refresh_token={token}"))
    }

    async fn exchanges(&self) -> Load {
        let request = self.exchange();
        load::run(AT_ONCE, LENGTH, move |_| asked(request.try_clone())).await
    }

    async fn bearers(&self) -> Result<Load, Failure> {
        let access_token = text(&read(self.exchange()).await?["access_token"]);
        let request = self.client.get(&self.me).bearer_auth(access_token);
        Ok(load::run(AT_ONCE, LENGTH, move |_| asked(request.try_clone())).await)
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

async fn read(request: RequestBuilder) -> Result<Value, Failure> {
    Ok(request.send().await?.error_for_status()?.json().await?)
}

async fn asked(request: Option<RequestBuilder>) {
    let answer = match request {
        Some(request) => read(request).await,
        None => Err("the request cannot be sent again".into()),
    };
    assert!(answer.is_ok(), "a request failed: {answer:?}");
}

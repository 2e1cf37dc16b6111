//! Lists whose accounts end within so many days, page by page: `expiring-users [DAYS]`.

use std::{env, error::Error, process::ExitCode};

use serde::{Deserialize, de::DeserializeOwned};
use ureq::{Agent, Body, http::Response};

/// How long the list looks ahead when nothing is said.
const DAYS: u32 = 30;

/// What a token is exchanged for (RFC 6749 §5.1).
#[derive(Deserialize)]
struct Exchanged {
    access_token: String,
}

/// A page of a list: without `next` it is the last one.
#[derive(Deserialize)]
struct Page {
    items: Vec<User>,
    next: Option<String>,
}

#[derive(Deserialize)]
struct User {
    login_id: String,
    company: String,
    expires_at: Option<String>,
}

fn main() -> ExitCode {
    match list() {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}

fn list() -> Result<(), Box<dyn Error>> {
    let days = match env::args().nth(1) {
        Some(days) => days.parse().map_err(|_| "Usage: expiring-users [DAYS]")?,
        None => DAYS,
    };
    let home = setting("DOORWARD_URL")?;
    let token = setting("DOORWARD_TOKEN")?;
    // What Doorward says against a request is in the body of its answer.
    let agent: Agent = Agent::config_builder()
        .http_status_as_error(false)
        .build()
        .into();

    let form = [("grant_type", "refresh_token"), ("refresh_token", &token)];
    let exchanged: Exchanged = read(agent.post(format!("{home}/oauth/token")).send_form(form)?)?;

    let mut after: Option<String> = None;
    loop {
        let request = agent
            .get(format!("{home}/api/v1/users"))
            .header(
                "Authorization",
                format!("Bearer {}", exchanged.access_token),
            )
            .query("expiring_within_days", days.to_string())
            .query("sort", "expires_at")
            .query("limit", "200")
            .query_pairs(after.iter().map(|cursor| ("after", cursor)));
        let page: Page = read(request.call()?)?;
        for user in page.items {
            let end = user.expires_at.unwrap_or_default();
            println!("{end}  {}  ({})", user.login_id, user.company);
        }
        match page.next {
            Some(cursor) => after = Some(cursor),
            None => return Ok(()),
        }
    }
}

fn setting(name: &str) -> Result<String, String> {
    env::var(name).map_err(|_| format!("{name} is not set: see examples/README.md"))
}

/// What an answer holds, or what Doorward says against the request.
fn read<T: DeserializeOwned>(mut answer: Response<Body>) -> Result<T, Box<dyn Error>> {
    if answer.status().is_success() {
        return Ok(answer.body_mut().read_json()?);
    }
    let reason = answer.body_mut().read_to_string()?;
    Err(format!("{}: {reason}", answer.status()).into())
}

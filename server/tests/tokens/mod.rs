//! Tokens: issued, exchanged, used, and refused as soon as their ground is gone.

mod api_tokens;
mod bearer;
mod exchange;
mod issuing;
mod rotation;
mod scope;
mod standards;

use app::tokens::IssuedToken;
use reqwest::Method;
use serde_json::{Value, json};

use crate::util::{Answer, Client, Siblings};

/// Issues a token as a signed-in user wishes it, beside a name.
pub async fn issue(client: &Client, wish: Value) -> IssuedToken {
    issued(client, wish).await.status(201).read()
}

/// The same with its answer, whatever it is.
pub async fn issued(client: &Client, wish: Value) -> Answer {
    let mut draft = json!({ "name": "Nightly", "expires_at": "2027-02-01T00:00:00Z" });
    for (field, value) in wish.as_object().unwrap() {
        draft[field] = value.clone();
    }
    client.post("/api/v1/me/tokens", draft).await
}

/// Sends a form.
pub async fn form(client: &Client, path: &str, fields: &[(&str, &str)]) -> Answer {
    let body: String = fields
        .iter()
        .map(|(name, value)| format!("{name}={}&", value.replace(' ', "+")))
        .collect();
    let request = client
        .request(Method::POST, path)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(body);
    client.send(request).await
}

/// Exchanges a refresh token.
pub async fn exchange(client: &Client, secret: &str) -> Answer {
    let fields = [("grant_type", "refresh_token"), ("refresh_token", secret)];
    form(client, "/oauth/token", &fields).await
}

/// The access token that a refresh token is exchanged for.
pub async fn access(scene: &Siblings, secret: &str) -> String {
    let answer = exchange(&scene.app.client(), secret).await.ok().json();
    answer["access_token"].as_str().unwrap().to_owned()
}

/// What a program that has nothing but an access token is answered.
pub async fn bearing(
    scene: &Siblings,
    token: &str,
    method: Method,
    path: &str,
    body: Value,
) -> Answer {
    let program = scene.app.program(token);
    let mut request = program.request(method, path);
    if !body.is_null() {
        request = request.json(&body);
    }
    program.send(request).await
}

/// The same for GET.
pub async fn get(scene: &Siblings, token: &str, path: &str) -> Answer {
    bearing(scene, token, Method::GET, path, Value::Null).await
}

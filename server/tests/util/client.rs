//! A browser or program: keeps its cookies, speaks JSON.

use app::sign_in::FlowView;
use reqwest::{Method, StatusCode};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// A browser or program with cookies of its own.
pub struct Client {
    http: reqwest::Client,
    base: String,
}

/// An answer, read whole.
#[derive(Debug)]
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: reqwest::header::HeaderMap,
    /// Its body.
    pub body: String,
}

impl Answer {
    /// The body as JSON; null when there is none.
    pub fn json(&self) -> Value {
        if self.body.is_empty() {
            return Value::Null;
        }
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("not JSON: {}", self.body))
    }

    /// The body as a type of the contract.
    pub fn read<T: DeserializeOwned>(&self) -> T {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }

    /// This answer, which must have a status of success.
    #[track_caller]
    pub fn ok(self) -> Self {
        assert!(self.status.is_success(), "{} {}", self.status, self.body);
        self
    }

    /// This answer, which must have this status.
    #[track_caller]
    pub fn status(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.body);
        self
    }

    /// The machine's word for why it was refused, such as `user.stronger`.
    pub fn refusal(&self) -> String {
        self.json()["refusal"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// The fields that are named as wrong.
    pub fn fields(&self) -> Vec<String> {
        self.json()["errors"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|error| error["field"].as_str().unwrap_or_default().to_owned())
            .collect()
    }
}

impl Client {
    /// A client without cookies, of the server at `base`.
    pub fn new(base: &str) -> Self {
        let http = reqwest::Client::builder()
            .cookie_store(true)
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .expect("a client");
        Self {
            http,
            base: base.to_owned(),
        }
    }

    /// A client of the server at `base` that presents an access token with every request.
    pub fn bearing(base: &str, token: &str) -> Self {
        let line = format!("Bearer {token}").parse().expect("a header");
        let headers = [(reqwest::header::AUTHORIZATION, line)];
        let http = reqwest::Client::builder()
            .default_headers(headers.into_iter().collect())
            .build()
            .expect("a client");
        Self {
            http,
            base: base.to_owned(),
        }
    }

    /// A request under construction, with this client's cookies.
    pub fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.http.request(method, format!("{}{path}", self.base))
    }

    /// Sends a request and reads its answer whole.
    pub async fn send(&self, request: reqwest::RequestBuilder) -> Answer {
        let response = request.send().await.expect("the server answers");
        let (status, headers) = (response.status(), response.headers().clone());
        let body = response.text().await.expect("the answer is text");
        Answer {
            status,
            headers,
            body,
        }
    }

    /// GET.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path)).await
    }

    /// POST of JSON.
    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.send(self.request(Method::POST, path).json(&body))
            .await
    }

    /// PUT of JSON.
    pub async fn put(&self, path: &str, body: Value) -> Answer {
        self.send(self.request(Method::PUT, path).json(&body)).await
    }

    /// PUT of JSON, based on `version`.
    pub async fn put_at(&self, path: &str, version: i64, body: Value) -> Answer {
        let request = self
            .request(Method::PUT, path)
            .header("if-match", format!("\"{version}\""))
            .json(&body);
        self.send(request).await
    }

    /// PATCH of JSON, based on `version`.
    pub async fn patch(&self, path: &str, version: i64, body: Value) -> Answer {
        let request = self
            .request(Method::PATCH, path)
            .header("if-match", format!("\"{version}\""))
            .json(&body);
        self.send(request).await
    }

    /// DELETE, based on `version`.
    pub async fn delete(&self, path: &str, version: i64) -> Answer {
        let request = self
            .request(Method::DELETE, path)
            .header("if-match", format!("\"{version}\""));
        self.send(request).await
    }

    /// Opens a login flow with login ID and password.
    pub async fn sign_in(&self, login_id: &str, password: &str) -> Answer {
        let start = json!({ "by": "password", "login_id": login_id, "password": password });
        self.post("/api/v1/login", start).await
    }

    /// Opens the login flow of a link.
    pub async fn open_link(&self, token: &str) -> FlowView {
        let start = json!({ "by": "link", "token": token });
        self.post("/api/v1/login", start).await.ok().read()
    }

    /// Offers a proof to a flow.
    pub async fn prove(&self, flow: &str, proof: Value) -> Answer {
        self.post(&format!("/api/v1/login/{flow}"), proof).await
    }
}

//! What handlers answer with: the thing itself with its version, a page with its links, or why not.

use app::{Language, Page, Refusal};
use axum::{
    Json,
    extract::Request,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use serde::Serialize;

use super::{
    problem::{self, Problem, Trouble},
    request::RequestInfo,
    status,
};
use crate::error::Error;

/// What a handler answers.
pub type Answer<T> = Result<T, Told>;

/// Why a handler did not do what was asked.
#[derive(Clone, Debug)]
pub enum Told {
    /// A rule said no.
    Refused(Refusal),
    /// The body is not JSON by its content type.
    NotJson,
    /// The body is not CSV by its content type.
    NotCsv,
    /// The body is larger than any that could be meant.
    TooLarge,
    /// There is no such method here.
    NoSuchMethod,
    /// The same request, by the same `Idempotency-Key`, is still being carried out.
    UnderWay,
}

impl From<Refusal> for Told {
    fn from(refusal: Refusal) -> Self {
        Told::Refused(refusal)
    }
}

impl From<Error> for Told {
    fn from(error: Error) -> Self {
        Told::Refused(error.into_refusal())
    }
}

app::words! {
    struct UnderWayWords {
        title: "Under way", "処理中です", "正在处理";
        detail: "The same request is still being carried out. Send it again in a moment for its answer.", "同じリクエストを処理しています。少し待ってから再送すると結果が返ります。", "同一请求仍在处理中，请稍后重新发送以获取结果。";
    }
}

impl Told {
    /// The answer in the caller's words.
    fn answer(&self, info: &RequestInfo) -> Response {
        match self {
            Told::Refused(refusal) => problem::refuse_to(info, refusal),
            Told::NotJson => Trouble::NotJson.answer(info),
            Told::NotCsv => Trouble::NotCsv.answer(info),
            Told::TooLarge => Trouble::TooLarge.answer(info),
            Told::NoSuchMethod => Trouble::WrongMethod.answer(info),
            Told::UnderWay => under_way(info),
        }
    }

    fn status(&self) -> StatusCode {
        match self {
            Told::Refused(refusal) => status::status(refusal),
            Told::NotJson | Told::NotCsv => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Told::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Told::NoSuchMethod => StatusCode::METHOD_NOT_ALLOWED,
            Told::UnderWay => StatusCode::CONFLICT,
        }
    }
}

fn under_way(info: &RequestInfo) -> Response {
    let t = UnderWayWords(info.language);
    let problem = Problem {
        kind: "/api/docs#problem-under-way".to_owned(),
        title: t.title().to_owned(),
        status: StatusCode::CONFLICT.as_u16(),
        detail: t.detail().to_owned(),
        refusal: "under_way".to_owned(),
        errors: Vec::new(),
        ending: None,
        request_id: info.id.clone(),
    };
    ([(header::RETRY_AFTER, "1")], problem).into_response()
}

impl IntoResponse for Told {
    /// The status alone; [`in_words`] knows the reader's language and adds the rest.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Puts into words what was [`Told`], in the language of the request.
pub async fn in_words(request: Request, next: Next) -> Response {
    let info = request.extensions().get::<RequestInfo>().cloned();
    let mut response = next.run(request).await;
    match response.extensions_mut().remove::<Told>() {
        Some(told) => told.answer(&info.unwrap_or_else(nobody)),
        None => response,
    }
}

/// What is known of a request that came past the outer layers, as in tests.
fn nobody() -> RequestInfo {
    RequestInfo {
        id: String::new(),
        address: std::net::Ipv4Addr::UNSPECIFIED.into(),
        language: Language::default(),
        from_app: false,
    }
}

/// A thing that counts its changes.
pub trait Counted {
    /// How many there were.
    fn version(&self) -> i64;
}

impl Counted for app::account::Profile {
    fn version(&self) -> i64 {
        self.version
    }
}

impl Counted for app::users::User {
    fn version(&self) -> i64 {
        self.version
    }
}

impl Counted for app::policies::PolicyClass {
    fn version(&self) -> i64 {
        self.version
    }
}

impl Counted for app::policies::CompanyPolicy {
    fn version(&self) -> i64 {
        self.version
    }
}

impl Counted for app::companies::Company {
    fn version(&self) -> i64 {
        self.version
    }
}

impl Counted for app::roles::RoleDetail {
    fn version(&self) -> i64 {
        self.version
    }
}

impl Counted for app::users::UserAccess {
    fn version(&self) -> i64 {
        self.version
    }
}

/// The entity tag of a version.
pub fn tag(version: i64) -> String {
    format!("\"{version}\"")
}

/// One thing, with its version as entity tag.
#[derive(Debug)]
pub struct One<T>(pub T);

impl<T: Counted + Serialize> IntoResponse for One<T> {
    fn into_response(self) -> Response {
        ([(header::ETAG, tag(self.0.version()))], Json(self.0)).into_response()
    }
}

/// Something that was created, and where it is.
#[derive(Debug)]
pub struct Created<R>(pub String, pub R);

impl<R: IntoResponse> IntoResponse for Created<R> {
    fn into_response(self) -> Response {
        (StatusCode::CREATED, [(header::LOCATION, self.0)], self.1).into_response()
    }
}

/// A page, with links to its neighbours (RFC 8288).
#[derive(Debug)]
pub struct Paged<T>(HeaderMap, Page<T>);

impl<T> Paged<T> {
    /// The `page` that was asked for at `uri`.
    pub fn new(uri: &Uri, page: Page<T>) -> Self {
        let mut headers = HeaderMap::new();
        let links = [
            ("next", "after", &page.next),
            ("prev", "before", &page.previous),
        ];
        for (relation, parameter, cursor) in links {
            let Some(cursor) = cursor else { continue };
            let link = link(uri, relation, parameter, cursor);
            if let Ok(link) = HeaderValue::try_from(link) {
                headers.append(header::LINK, link);
            }
        }
        Self(headers, page)
    }
}

impl<T: Serialize> IntoResponse for Paged<T> {
    fn into_response(self) -> Response {
        (self.0, Json(self.1)).into_response()
    }
}

/// A link to the same list at another cursor; every other parameter stays.
fn link(uri: &Uri, relation: &str, parameter: &str, cursor: &str) -> String {
    let kept = uri.query().unwrap_or_default().split('&').filter(|pair| {
        let name = pair.split('=').next().unwrap_or_default();
        !matches!(name, "" | "after" | "before")
    });
    let cursor = format!("{parameter}={}", percent_encoded(cursor));
    let query: Vec<&str> = kept.chain([cursor.as_str()]).collect();
    format!("<{}?{}>; rel=\"{relation}\"", uri.path(), query.join("&"))
}

/// `text` as it may stand in a query.
fn percent_encoded(text: &str) -> String {
    let encoded = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(encoded).collect()
}

/// Said with an answer that was given before, to the same `Idempotency-Key`.
pub const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

#[cfg(test)]
mod tests {
    use super::Paged;
    use app::Page;
    use axum::{http::header, response::IntoResponse};

    #[test]
    fn a_page_links_to_its_neighbours_and_keeps_the_filters() {
        let uri = "/api/v1/users?search=a%20b&after=x&limit=2"
            .parse()
            .unwrap();
        let page = Page::<u8> {
            items: vec![],
            next: Some("n/1".into()),
            previous: Some("p".into()),
            total: 0,
            total_is_exact: true,
        };
        let response = Paged::new(&uri, page).into_response();
        let links: Vec<_> = response.headers().get_all(header::LINK).iter().collect();
        assert_eq!(
            links,
            [
                "</api/v1/users?search=a%20b&limit=2&after=n%2F1>; rel=\"next\"",
                "</api/v1/users?search=a%20b&limit=2&before=p>; rel=\"prev\"",
            ]
        );
    }
}

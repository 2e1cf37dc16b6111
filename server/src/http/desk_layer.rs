//! Builds the desk of a request from its cookies and headers, and puts on the answer what became of the cookies.

use std::sync::Arc;

use app::roles::Channel;
use axum::{
    extract::{Request, State},
    http::{HeaderMap, header},
    middleware::Next,
    response::Response,
};

use super::{App, request::RequestInfo};
use crate::{
    desk::{Caller, CookieChange, Desk},
    tokens::bearer::Bearer,
};

/// Characters that are kept of what a browser calls itself.
const USER_AGENT: usize = 200;

/// The layer. Only for what asks the rooms something: files need no desk.
pub async fn at_desk(State(app): State<Arc<App>>, mut request: Request, next: Next) -> Response {
    let Some(info) = request.extensions().get::<RequestInfo>().cloned() else {
        return next.run(request).await;
    };
    let (session, flow) = app.cookies.read(request.headers());
    let token = bearer(request.headers());
    let caller = Caller {
        address: info.address,
        user_agent: user_agent(request.headers()),
        request_id: info.id,
        channel: match info.from_app && token.is_none() {
            true => Channel::Web,
            false => Channel::Api,
        },
        language: info.language,
        session,
        token,
        flow,
    };
    let desk = Arc::new(Desk::new(Arc::clone(&app.deps), caller));
    request.extensions_mut().insert(Arc::clone(&desk));

    let mut response = next.run(request).await;
    let changes = desk.take_cookie_changes();
    if matches!(changes.session, CookieChange::Set(_)) {
        app.metrics.sign_ins.inc();
    }
    for line in app.cookies.write(&changes) {
        response.headers_mut().append(header::SET_COOKIE, line);
    }
    response
}

/// The access token of an `Authorization` header (RFC 6750 §2.1). Other schemes are no business of ours; several headers,
/// or something that cannot be a token, are an access token that is no good.
fn bearer(headers: &HeaderMap) -> Option<Bearer> {
    let mut lines = headers.get_all(header::AUTHORIZATION).iter();
    let line = lines.next()?;
    let text = line.to_str().unwrap_or_default();
    let (scheme, token) = text.split_once(' ').unwrap_or((text, ""));
    if !scheme.eq_ignore_ascii_case("bearer") {
        return None;
    }
    let token = if lines.next().is_some() {
        ""
    } else {
        token.trim()
    };
    Some(Bearer(token.to_owned()))
}

fn user_agent(headers: &HeaderMap) -> String {
    let text = headers
        .get(header::USER_AGENT)
        .map(|value| value.as_bytes())
        .unwrap_or_default();
    String::from_utf8_lossy(text)
        .chars()
        .filter(|c| !c.is_control())
        .take(USER_AGENT)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::user_agent;
    use axum::http::{HeaderMap, HeaderValue, header};

    #[test]
    fn what_a_browser_calls_itself_is_cut() {
        let long = HeaderValue::from_str(&"é".repeat(300)).unwrap();
        let headers = HeaderMap::from_iter([(header::USER_AGENT, long)]);
        assert_eq!(user_agent(&headers).chars().count(), 200);
        assert_eq!(user_agent(&HeaderMap::new()), "");
    }
}

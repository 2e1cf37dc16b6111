//! The browser app's calls: server functions, POST and JSON only, refusals with their HTTP status.

use std::sync::Arc;

use app::{Portal, Refusal};
use axum::{
    Extension,
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, Method, header},
    response::Response,
};
use leptos::{
    prelude::{Owner, provide_context},
    reactive::computed::ScopedFuture,
};

use super::{
    MAX_BODY,
    problem::{self, SERVER_FN_ERROR, Trouble},
    request::RequestInfo,
    status::status,
};
use crate::desk::Desk;

/// Answers one call.
pub async fn call(
    Extension(desk): Extension<Arc<Desk>>,
    Extension(info): Extension<RequestInfo>,
    request: Request,
) -> Response {
    let Some(mut service) =
        server_fn::axum::get_server_fn_service(request.uri().path(), Method::POST)
    else {
        return problem::refuse_to(&info, &Refusal::NotFound);
    };
    if request.method() != Method::POST {
        return Trouble::WrongMethod.answer(&info);
    }
    if !is_json(request.headers()) {
        return Trouble::NotJson.answer(&info);
    }
    let (mut parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, MAX_BODY).await else {
        return Trouble::TooLarge.answer(&info);
    };
    // For what accepts HTML the answer would be a redirect to the Referer, errors in its address.
    parts.headers.remove(header::ACCEPT);
    parts.headers.remove(header::REFERER);
    let request = Request::from_parts(parts, Body::from(body));

    let answer = Owner::new()
        .with(|| {
            ScopedFuture::new(async move {
                provide_context::<Arc<dyn Portal>>(desk);
                service.run(request).await
            })
        })
        .await;
    with_status(answer).await
}

fn is_json(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

/// A refusal comes as 500, whatever it is: here it gets its status.
async fn with_status(answer: Response) -> Response {
    if !answer.headers().contains_key(SERVER_FN_ERROR) {
        return answer;
    }
    let (mut parts, body) = answer.into_parts();
    let body = to_bytes(body, MAX_BODY).await.unwrap_or_default();
    let refusal = serde_json::from_slice(&body).unwrap_or(Refusal::Unavailable);
    parts.status = status(&refusal);
    problem::with_advice(&refusal, Response::from_parts(parts, Body::from(body)))
}

#[cfg(test)]
mod tests {
    use super::{is_json, with_status};
    use app::Refusal;
    use axum::{
        body::Body,
        http::{HeaderMap, HeaderValue, Response, header},
    };

    #[test]
    fn a_form_is_not_json() {
        let of = |kind| {
            is_json(&HeaderMap::from_iter([(
                header::CONTENT_TYPE,
                HeaderValue::from_static(kind),
            )]))
        };
        assert!(of("application/json") && of("Application/JSON; charset=utf-8"));
        assert!(
            !of("text/plain")
                && !of("application/x-www-form-urlencoded")
                && !of("application/jsonp")
        );
        assert!(!is_json(&HeaderMap::new()));
    }

    #[tokio::test]
    async fn a_refusal_gets_its_status() {
        let body = serde_json::to_vec(&Refusal::NotFound).unwrap();
        let answer = Response::builder()
            .status(500)
            .header("serverfnerror", "/ui/x")
            .body(Body::from(body))
            .unwrap();
        assert_eq!(with_status(answer).await.status(), 404);
    }
}

//! The whole door, as requests see it.

use std::{net::SocketAddr, num::NonZeroU32, sync::Arc, time::Duration};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, Response, StatusCode, header},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::oneshot,
};
use tower::ServiceExt;

use super::{HttpSettings, Peer, router, serve};
use crate::{
    cli::open,
    config::{Flags, PublicUrl, Settings},
};

/// A door at `public_url` with a database of its own, which goes when the folder is dropped.
async fn door(public_url: &str) -> (tempfile::TempDir, Router) {
    door_taking(public_url, None).await
}

/// The same, where the API takes so many requests a minute from one address.
async fn door_taking(
    public_url: &str,
    api_rate_limit: Option<NonZeroU32>,
) -> (tempfile::TempDir, Router) {
    let folder = tempfile::tempdir().unwrap();
    let settings =
        Settings::load(&Flags::default().with("data_dir", folder.path().to_str().unwrap()))
            .unwrap();
    let deps = open::deps(&settings, public_url).await.unwrap();
    let http = HttpSettings {
        public_url: PublicUrl::parse(public_url).unwrap(),
        listen: SocketAddr::from(([127, 0, 0, 1], 3000)),
        trusted_proxies: vec!["10.0.0.0/8".parse().unwrap()],
        api_rate_limit,
    };
    (folder, router(Arc::new(deps), &http))
}

fn call(path: &str) -> axum::http::request::Builder {
    Request::post(path)
        .header("host", "localhost:3000")
        .header("content-type", "application/json")
}

async fn answer(door: &Router, request: Request<Body>) -> (StatusCode, HeaderMap, String) {
    let response: Response<Body> = door.clone().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    (
        parts.status,
        parts.headers,
        String::from_utf8_lossy(&body).into_owned(),
    )
}

#[tokio::test]
async fn a_call_is_answered_and_a_refusal_has_its_status() {
    let (_folder, door) = door("http://localhost:3000").await;
    let (status, headers, body) = answer(
        &door,
        call("/ui/sign-in/set-up-needed").body("{}".into()).unwrap(),
    )
    .await;
    assert_eq!((status, body.as_str()), (StatusCode::OK, "true"));
    assert_eq!(headers[header::CACHE_CONTROL], "no-store");
    let (status, _, body) = answer(&door, call("/ui/sign-in/me").body("{}".into()).unwrap()).await;
    assert_eq!(
        (status, body.as_str()),
        (StatusCode::UNAUTHORIZED, r#"{"refusal":"not_signed_in"}"#)
    );
}

#[tokio::test]
async fn no_call_is_ever_answered_by_a_redirect() {
    let (_folder, door) = door("http://localhost:3000").await;
    let request = call("/ui/sign-in/me")
        .header("accept", "text/html")
        .header("referer", "http://evil.example/");
    let (status, headers, _) = answer(&door, request.body("{}".into()).unwrap()).await;
    assert_eq!(status, StatusCode::UNAUTHORIZED);
    assert!(!headers.contains_key(header::LOCATION));
}

#[tokio::test]
async fn a_call_is_a_post_of_json_of_bounded_size() {
    let (_folder, door) = door("http://localhost:3000").await;
    let get = Request::get("/ui/sign-in/me")
        .header("host", "localhost")
        .body(Body::empty())
        .unwrap();
    assert_eq!(answer(&door, get).await.0, StatusCode::METHOD_NOT_ALLOWED);
    let form = Request::post("/ui/sign-in/me")
        .header("host", "localhost")
        .body("a=b".into())
        .unwrap();
    assert_eq!(
        answer(&door, form).await.0,
        StatusCode::UNSUPPORTED_MEDIA_TYPE
    );
    let large = call("/ui/sign-in/me")
        .body(Body::from(vec![b'a'; super::MAX_BODY + 1]))
        .unwrap();
    assert_eq!(answer(&door, large).await.0, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn another_site_and_another_host_are_kept_out() {
    let (_folder, door) = door("https://portal.example.com").await;
    let cross = call("/ui/sign-in/me")
        .header("origin", "https://evil.example")
        .body("{}".into())
        .unwrap();
    assert_eq!(answer(&door, cross).await.0, StatusCode::FORBIDDEN);
    let cross = Request::post("/api/v1/login")
        .header("host", "portal.example.com")
        .header("sec-fetch-site", "cross-site");
    let (status, headers, body) = answer(&door, cross.body(Body::empty()).unwrap()).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    assert_eq!(headers[header::CONTENT_TYPE], "application/problem+json");
    assert!(body.contains("cross_site"), "{body}");
    let rebound = Request::get("/")
        .header("host", "evil.example")
        .body(Body::empty())
        .unwrap();
    assert_eq!(
        answer(&door, rebound).await.0,
        StatusCode::MISDIRECTED_REQUEST
    );
    let health = Request::get("/health/ready")
        .header("host", "10.2.3.4:3000")
        .body(Body::empty())
        .unwrap();
    assert_eq!(answer(&door, health).await.0, StatusCode::OK);
}

#[tokio::test]
async fn a_trusted_proxy_that_says_nothing_readable_is_refused() {
    let (_folder, door) = door("https://portal.example.com").await;
    let request = |peer: &str| {
        let mut request = Request::get("/health/live")
            .header("x-forwarded-for", "unknown")
            .body(Body::empty())
            .unwrap();
        request.extensions_mut().insert(Peer(peer.parse().unwrap()));
        request
    };
    assert_eq!(
        answer(&door, request("10.0.0.1")).await.0,
        StatusCode::BAD_REQUEST
    );
    assert_eq!(answer(&door, request("192.0.2.1")).await.0, StatusCode::OK);
}

#[tokio::test]
async fn every_answer_is_named_and_shuts_what_is_not_used() {
    let (_folder, door) = door("https://portal.example.com").await;
    for path in ["/health/live", "/api/v1/nothing", "/nothing.js"] {
        let request = Request::get(path)
            .header("host", "portal.example.com")
            .body(Body::empty())
            .unwrap();
        let (_, headers, _) = answer(&door, request).await;
        assert_eq!(headers["x-request-id"].len(), 32, "{path}");
        assert_eq!(headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff", "{path}");
        assert!(
            headers.contains_key(header::STRICT_TRANSPORT_SECURITY),
            "{path}"
        );
        assert!(
            headers[header::CONTENT_SECURITY_POLICY]
                .to_str()
                .unwrap()
                .contains("default-src 'none'"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_stop_finishes_the_answer_under_way_and_takes_no_more() {
    let slow = Router::new().route(
        "/",
        axum::routing::get(|| async {
            tokio::time::sleep(Duration::from_millis(300)).await;
            "finished"
        }),
    );
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let server = tokio::spawn(serve(listener, slow, async move { stopped.await.unwrap() }));
    let mut client = TcpStream::connect(address).await.unwrap();
    client
        .write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n")
        .await
        .unwrap();
    tokio::time::sleep(Duration::from_millis(100)).await;
    stop.send(()).unwrap();
    let mut text = String::new();
    client.read_to_string(&mut text).await.unwrap();
    assert!(text.ends_with("finished"), "{text}");
    server.await.unwrap();
    assert!(TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn the_api_tells_what_is_left_and_then_that_it_is_too_much() {
    let (_folder, door) = door_taking("http://localhost:3000", NonZeroU32::new(2)).await;
    let ask = |path: &str| {
        let request = Request::get(path).header("host", "localhost:3000");
        request.body(Body::empty()).unwrap()
    };
    for left in ["\"requests\";r=1;t=30", "\"requests\";r=0;t=60"] {
        let (status, headers, _) = answer(&door, ask("/api/v1/me")).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED);
        assert_eq!(headers["ratelimit-policy"], "\"requests\";q=2;w=60");
        assert_eq!(headers["ratelimit"], left);
    }
    let (status, headers, body) = answer(&door, ask("/api/v1/me")).await;
    assert_eq!(status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(headers["ratelimit"], "\"requests\";r=0;t=60");
    assert!(headers.contains_key("retry-after") && body.contains("throttled"));
    // The pages are not counted, and go on.
    let (status, headers, _) = answer(&door, ask("/sign-in")).await;
    assert_ne!(status, StatusCode::TOO_MANY_REQUESTS);
    assert!(!headers.contains_key("ratelimit"));
}

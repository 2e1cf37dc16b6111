//! `Idempotency-Key`: a create that is sent twice is done once, and answered alike both times.
//!
//! A row claims the key before the work begins and keeps the answer afterwards, for a day. The work commits by
//! itself, so one gap remains: if the process dies after that commit and before the answer is kept, the claim
//! grows stale and the next request with the key does the work again. What is unique by itself holds then: a
//! second user is refused as `taken`, a second company as `name_taken`, and a second invitation voids the first.

mod store;

use std::{sync::Arc, time::Duration};

use app::{Refusal, Timestamp, UserId, field::Problem};
use axum::{
    Extension,
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use utoipa::{
    IntoParams,
    openapi::{
        Required,
        path::{Parameter, ParameterIn},
    },
};

use self::store::Found;
use super::{
    answer::{REPLAYED, Told},
    extract::bytes,
    versions::header_parameter,
};
use crate::{deps::Deps, desk::Desk, error::Error};

/// The header that names a create.
const KEY: HeaderName = HeaderName::from_static("idempotency-key");
/// How long an answer is kept.
const KEPT_SECONDS: i64 = 24 * 60 * 60;
/// After how long a claim without an answer belongs to a process that died.
const STALE_SECONDS: i64 = 60;
/// How long a duplicate waits for the answer of the first: so many tries, so far apart.
const TRIES: u32 = 50;
const PAUSE: Duration = Duration::from_millis(100);
/// The most bytes of an answer that are kept.
const MAX_ANSWER: usize = 256 * 1024;
/// The headers of an answer that are kept with it.
const KEPT_HEADERS: [HeaderName; 3] = [header::CONTENT_TYPE, header::ETAG, header::LOCATION];

/// A key as the document describes it.
#[derive(Debug)]
pub struct IdempotencyKey;

impl IntoParams for IdempotencyKey {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        vec![header_parameter(
            &KEY,
            "Names this request, 1 to 255 characters of your choice. Sent again with the same body within a day, \
             it does nothing and is answered as before, with `Idempotency-Replayed: true`.",
            Required::False,
            "7d3f0c52-7f0e-4f5b-9d0a-0a4a0f7c2b11",
        )]
    }
}

/// Carries out a POST that has a key once, and answers its repetitions with the first answer.
pub async fn once(
    Extension(desk): Extension<Arc<Desk>>,
    request: Request,
    next: Next,
) -> Result<Response, Told> {
    let Some(key) = request.headers().get(KEY).cloned() else {
        return Ok(next.run(request).await);
    };
    if request.method() != Method::POST {
        return Ok(next.run(request).await);
    }
    let key = read_key(&key)?;
    // A key is somebody's, as whom ever they are logged in.
    let user = desk.actor().await?.really();
    let (parts, body) = request.into_parts();
    let body = bytes(Request::new(body)).await?;
    let claim = Claim {
        user,
        key,
        fingerprint: fingerprint(&parts.method, parts.uri.path(), &body),
        at: desk.deps.now(),
    };
    if let Some(kept) = claim_or_answer(&desk.deps, &claim).await? {
        return Ok(kept.into_response());
    }
    let request = Request::from_parts(parts, Body::from(body));
    // On its own, so that a client that hangs up does not leave the claim without its answer.
    let work = tokio::spawn(async move {
        let response = next.run(request).await;
        keep(&desk.deps, &claim, response).await
    });
    work.await
        .unwrap_or_else(|_| Err(Refusal::Unavailable.into()))
}

/// One request with a key.
struct Claim {
    user: UserId,
    key: String,
    fingerprint: String,
    at: Timestamp,
}

/// An answer as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    #[serde(skip)]
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
}

fn read_key(header: &HeaderValue) -> Result<String, Refusal> {
    let text = header.to_str().unwrap_or_default().trim();
    match text.len() {
        0 => Err(Refusal::field("Idempotency-Key", Problem::Missing)),
        256.. => Err(Refusal::field(
            "Idempotency-Key",
            Problem::TooLong { max: 255 },
        )),
        _ => Ok(text.to_owned()),
    }
}

fn fingerprint(method: &Method, path: &str, body: &[u8]) -> String {
    let mut hash = Sha256::new();
    hash.update(format!("{method} {path}\n"));
    hash.update(body);
    URL_SAFE_NO_PAD.encode(hash.finalize())
}

/// Claims the key (`None`), or finds what was answered to it.
async fn claim_or_answer(deps: &Deps, claim: &Claim) -> Result<Option<Kept>, Told> {
    store::forget_before(&deps.db, claim.at.plus_seconds(-KEPT_SECONDS)).await?;
    for _ in 0..TRIES {
        if store::claim(&deps.db, claim).await? {
            return Ok(None);
        }
        match store::find(&deps.db, claim).await? {
            // The first was refused and gave the key back.
            None => continue,
            Some(found) if found.fingerprint != claim.fingerprint => {
                return Err(Refusal::KeyReused.into());
            }
            Some(Found {
                answer: Some(kept), ..
            }) => return Ok(Some(kept)),
            Some(found) => {
                let stale = found.claimed_at <= deps.now().plus_seconds(-STALE_SECONDS);
                if stale && store::take_over(&deps.db, claim, found.claimed_at).await? {
                    return Ok(None);
                }
            }
        }
        tokio::time::sleep(PAUSE).await;
    }
    Err(Told::UnderWay)
}

/// Keeps a success for its repetitions; what was refused changed nothing and may be tried again.
async fn keep(deps: &Deps, claim: &Claim, response: Response) -> Result<Response, Told> {
    if !response.status().is_success() {
        store::give_back(&deps.db, claim).await?;
        return Ok(response);
    }
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, MAX_ANSWER)
        .await
        .map_err(|error| Error::Broken(format!("an answer could not be kept: {error}")))?;
    let kept = Kept {
        status: parts.status.as_u16(),
        headers: kept_headers(&parts.headers),
        body: String::from_utf8_lossy(&body).into_owned(),
    };
    // What was asked is done; that its answer cannot be repeated must not make it look undone.
    if let Err(error) = store::keep(&deps.db, claim, &kept).await {
        tracing::error!(%error, "the answer to an idempotency key was not kept");
    }
    Ok(Response::from_parts(parts, Body::from(body)))
}

fn kept_headers(headers: &HeaderMap) -> Vec<(String, String)> {
    let text = |name: &HeaderName| headers.get(name)?.to_str().ok().map(str::to_owned);
    let kept = KEPT_HEADERS
        .iter()
        .filter_map(|name| Some((name.to_string(), text(name)?)));
    kept.collect()
}

impl IntoResponse for Kept {
    fn into_response(self) -> Response {
        let mut headers = HeaderMap::new();
        for (name, value) in &self.headers {
            if let (Ok(name), Ok(value)) =
                (HeaderName::try_from(name), HeaderValue::try_from(value))
            {
                headers.insert(name, value);
            }
        }
        headers.insert(REPLAYED, HeaderValue::from_static("true"));
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::OK);
        (status, headers, self.body).into_response()
    }
}

//! The browser app's files: embedded in the binary (read from disk in debug builds), compressed beforehand.

use app::door;
use axum::{
    body::Body,
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use rust_embed::{EmbeddedFile, RustEmbed};

use super::headers;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../dist"]
#[allow_missing = true]
struct Dist;

/// The page with everything.
const PORTAL: &str = "index.html";
/// The small page that gets one in. A build by `trunk` alone has none; the portal's knows the same addresses.
const DOOR: &str = "door.html";
/// Below these nothing is ever a page of the app.
const NOT_PAGES: [&str; 7] = [
    "api",
    "ui",
    "oauth",
    ".well-known",
    "health",
    "metrics",
    "scim",
];
const NOT_BUILT: &str =
    "Doorward runs, but this build has no browser app in it. Build it: cargo xtask build\n";

/// The files, and the policies of the pages among them.
pub struct Assets {
    portal: HeaderValue,
    door: HeaderValue,
}

impl Assets {
    /// Looks at the pages to find the scripts that are written into them.
    pub fn load() -> Self {
        Self {
            portal: policy(PORTAL),
            door: policy(DOOR),
        }
    }

    /// The answer to a request that no route takes, or none if there is no such file or page.
    /// A stranger presents no session.
    pub fn answer(&self, request: &Request, is_stranger: bool) -> Option<Response> {
        if request.method() != Method::GET && request.method() != Method::HEAD {
            return None;
        }
        let path = request.uri().path().trim_start_matches('/');
        let (name, file) = match file(path) {
            Some(file) => (path, file),
            None if is_page(path, request.headers()) => {
                match page(request.uri().path(), is_stranger) {
                    Some(page) => page,
                    None => return Some(not_built()),
                }
            }
            None => return None,
        };
        Some(self.send(name, file, request.headers()))
    }

    fn send(&self, name: &str, plain: EmbeddedFile, wanted: &HeaderMap) -> Response {
        let (encoding, file) = compressed(name, wanted).unwrap_or(("", plain));
        let tag = tag(&file, encoding);
        let mut answer = HeaderMap::new();
        answer.insert(
            header::CACHE_CONTROL,
            HeaderValue::from_static(lifetime(name)),
        );
        let mut vary = "accept-encoding";
        if let Some(tag) = &tag {
            answer.insert(header::ETAG, tag.clone());
        }
        if let Some(policy) = self.policy(name) {
            answer.insert(header::CONTENT_SECURITY_POLICY, policy);
            vary = "accept-encoding, cookie";
        }
        answer.insert(header::VARY, HeaderValue::from_static(vary));
        if tag.is_some_and(|tag| is_known(wanted, &tag)) {
            return (StatusCode::NOT_MODIFIED, answer).into_response();
        }
        answer.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static(media_type(name)),
        );
        if !encoding.is_empty() {
            answer.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        let body = match file.data {
            std::borrow::Cow::Borrowed(bytes) => Body::from(bytes),
            std::borrow::Cow::Owned(bytes) => Body::from(bytes),
        };
        (answer, body).into_response()
    }

    /// What the page of this name may do; none if it is no page.
    fn policy(&self, name: &str) -> Option<HeaderValue> {
        let known = match name {
            PORTAL => &self.portal,
            DOOR => &self.door,
            _ => return None,
        };
        // A debug build's page may have changed since the start.
        Some(if cfg!(debug_assertions) {
            policy(name)
        } else {
            known.clone()
        })
    }
}

fn policy(page: &str) -> HeaderValue {
    let page = Dist::get(page).map(|file| file.data).unwrap_or_default();
    headers::page_policy(&String::from_utf8_lossy(&page))
}

/// The page for an address, if it was built.
fn page(path: &str, is_stranger: bool) -> Option<(&'static str, EmbeddedFile)> {
    pages(path, is_stranger)
        .iter()
        .find_map(|name| Dist::get(name).map(|file| (*name, file)))
}

/// The pages that can stand at an address, the best first. A stranger who only knows the site's name will be asked
/// to sign in.
fn pages(path: &str, is_stranger: bool) -> &'static [&'static str] {
    if door::PATHS.contains(&path) || (is_stranger && path == "/") {
        &[DOOR, PORTAL]
    } else {
        &[PORTAL]
    }
}

/// The file at `path`; not the compressed twins by their own names.
fn file(path: &str) -> Option<EmbeddedFile> {
    if path.is_empty() || path.ends_with(".br") || path.ends_with(".gz") {
        return None;
    }
    Dist::get(path)
}

fn is_page(path: &str, headers: &HeaderMap) -> bool {
    let first = path.split('/').next().unwrap_or_default();
    let last = path.rsplit('/').next().unwrap_or_default();
    let accepted = headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or("*/*");
    !NOT_PAGES.contains(&first)
        && (accepted.contains("text/html") || (accepted.contains("*/*") && !last.contains('.')))
}

fn not_built() -> Response {
    let kind = HeaderValue::from_static("text/plain; charset=utf-8");
    (
        StatusCode::NOT_FOUND,
        [(header::CONTENT_TYPE, kind)],
        NOT_BUILT,
    )
        .into_response()
}

/// The smallest twin that the browser takes.
fn compressed(name: &str, headers: &HeaderMap) -> Option<(&'static str, EmbeddedFile)> {
    let accepted = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    [("br", ".br"), ("gzip", ".gz")]
        .into_iter()
        .filter(|(encoding, _)| takes(accepted, encoding))
        .find_map(|(encoding, ending)| {
            Dist::get(&format!("{name}{ending}")).map(|file| (encoding, file))
        })
}

/// Whether an `Accept-Encoding` names an encoding and does not give it the weight 0 (RFC 9110 §12.5.3).
fn takes(accepted: &str, encoding: &str) -> bool {
    accepted.split(',').any(|entry| {
        let (name, weight) = entry.split_once(';').unwrap_or((entry, ""));
        let weight = weight
            .trim()
            .strip_prefix("q=")
            .map_or(Some(1.0), |q| q.trim().parse::<f32>().ok());
        name.trim().eq_ignore_ascii_case(encoding) && weight.is_some_and(|weight| weight > 0.0)
    })
}

fn tag(file: &EmbeddedFile, encoding: &str) -> Option<HeaderValue> {
    let hash: String = file
        .metadata
        .sha256_hash()
        .iter()
        .take(12)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    HeaderValue::from_str(&format!("\"{hash}{encoding}\"")).ok()
}

fn is_known(headers: &HeaderMap, tag: &HeaderValue) -> bool {
    let known = headers
        .get(header::IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    known
        .split(',')
        .map(|entry| entry.trim().trim_start_matches("W/"))
        .any(|entry| entry == "*" || tag == entry)
}

/// A name with a hash in it never means another file; any other is asked for again.
fn lifetime(name: &str) -> &'static str {
    let mut parts = name.split(['-', '_', '.']);
    // A hash is a number of 64 bits in hex, written without leading zeros.
    let hashed = !name.ends_with(".html")
        && parts.any(|part| {
            (12..=16).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_hexdigit())
        });
    if hashed {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{DOOR, PORTAL, is_known, is_page, lifetime, pages, takes};
    use app::door;
    use axum::http::{HeaderMap, HeaderValue, header};

    fn accepting(value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(header::ACCEPT, HeaderValue::from_static(value))])
    }

    #[test]
    fn what_a_browser_opens_is_a_page_and_what_a_program_asks_is_not() {
        let browser = accepting("text/html,application/xhtml+xml,*/*;q=0.8");
        assert!(is_page("users/12", &browser) && is_page("", &browser));
        assert!(is_page("users/12", &accepting("*/*")));
        for path in [
            "api/v1/nothing",
            "ui/x",
            "oauth/token",
            ".well-known/x",
            "health/x",
            "metrics",
        ] {
            assert!(!is_page(path, &browser), "{path}");
        }
        assert!(!is_page("old-0123456789abcdef.js", &accepting("*/*")));
        assert!(!is_page("users", &accepting("application/json")));
    }

    #[test]
    fn who_comes_to_get_in_is_sent_the_door_and_everybody_else_the_portal() {
        for is_stranger in [true, false] {
            for path in door::PATHS {
                assert_eq!(pages(path, is_stranger)[0], DOOR, "{path}");
            }
            for path in ["/admin/users", "/nowhere", "/sign-in/", "/sign-in/x"] {
                assert_eq!(pages(path, is_stranger), [PORTAL], "{path}");
            }
        }
        assert_eq!(pages("/", true)[0], DOOR);
        assert_eq!(pages("/", false), [PORTAL]);
    }

    #[test]
    fn encodings_are_taken_by_name_unless_weighed_zero() {
        assert!(takes("gzip, deflate, br;q=0.5", "br"));
        assert!(!takes("gzip, br;q=0", "br"));
        assert!(!takes("brotli", "br"));
        assert!(!takes("", "gzip"));
    }

    #[test]
    fn only_a_name_with_a_hash_is_kept_for_a_year() {
        assert!(lifetime("portal-0123456789abcdef_bg.wasm").contains("immutable"));
        assert!(lifetime("tokens-c04ab44cb06e8c7.css").contains("immutable"));
        for name in [
            "index.html",
            "door.html",
            "favicon.svg",
            "site.webmanifest",
            "icon-192.png",
        ] {
            assert_eq!(lifetime(name), "no-cache", "{name}");
        }
    }

    #[test]
    fn a_known_tag_is_recognised_in_a_list() {
        let known = HeaderMap::from_iter([(
            header::IF_NONE_MATCH,
            HeaderValue::from_static("\"a\", W/\"b\""),
        )]);
        assert!(is_known(&known, &HeaderValue::from_static("\"b\"")));
        assert!(!is_known(&known, &HeaderValue::from_static("\"c\"")));
    }
}

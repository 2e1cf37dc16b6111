//! What is known of a request before anything is asked of it: its identifier, its sender, their language.

use std::net::IpAddr;

use app::Language;
use axum::http::{HeaderMap, HeaderName, header};
use ipnet::IpNet;

use super::client_address;
use crate::deps::Randomness;

/// The header that names a request.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The address at the other end of the connection, canonical.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

/// What is known of a request.
#[derive(Clone, Debug)]
pub struct RequestInfo {
    /// Its identifier in logs, audit events and the answer.
    pub id: String,
    /// The client's address, canonical.
    pub address: IpAddr,
    /// The language that is asked for.
    pub language: Language,
    /// Whether it is one of the browser app's calls, which read refusals in their own form.
    pub from_app: bool,
}

impl RequestInfo {
    /// Finds out about a request from `peer`. The second part is false if a trusted proxy's word cannot be read.
    pub fn of(
        headers: &HeaderMap,
        path: &str,
        peer: IpAddr,
        proxies: &[IpNet],
        random: &dyn Randomness,
    ) -> (Self, bool) {
        let trusted = client_address::is_trusted(peer, proxies);
        let address = client_address::of(peer, headers, proxies);
        let id = headers
            .get(REQUEST_ID)
            .filter(|_| trusted)
            .and_then(|value| value.to_str().ok())
            .filter(|id| is_sound_id(id))
            .map_or_else(|| new_id(random), str::to_owned);
        let info = Self {
            id,
            address: address.unwrap_or(peer),
            language: language(headers),
            from_app: path.starts_with("/ui/"),
        };
        (info, address.is_some())
    }
}

/// The language that the headers ask for.
fn language(headers: &HeaderMap) -> Language {
    headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .and_then(Language::from_accept)
        .unwrap_or_default()
}

/// What a proxy may call a request: nothing that could forge a line of a log.
fn is_sound_id(id: &str) -> bool {
    (8..=64).contains(&id.len()) && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

fn new_id(random: &dyn Randomness) -> String {
    let mut bytes = [0; 16];
    random.fill(&mut bytes);
    format!("{:032x}", u128::from_be_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::{REQUEST_ID, RequestInfo};
    use crate::deps::SystemRandomness;
    use axum::http::{HeaderMap, HeaderValue};

    #[test]
    fn only_a_trusted_proxy_names_requests() {
        let mut headers = HeaderMap::new();
        headers.insert(REQUEST_ID, HeaderValue::from_static("abcdefgh-1"));
        let proxies = ["10.0.0.0/8".parse().unwrap()];
        let id = |peer: &str| {
            RequestInfo::of(
                &headers,
                "/",
                peer.parse().unwrap(),
                &proxies,
                &SystemRandomness,
            )
            .0
            .id
        };
        assert_eq!(id("10.0.0.1"), "abcdefgh-1");
        assert_ne!(id("192.0.2.1"), "abcdefgh-1");
        assert_eq!(id("192.0.2.1").len(), 32);
    }
}

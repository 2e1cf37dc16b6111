//! The client's address: the peer's own, or what trusted proxies say, read from right to left.

use std::net::{IpAddr, SocketAddr};

use axum::http::{HeaderMap, HeaderName};
use ipnet::IpNet;

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// Whether `address` is a proxy that is believed.
pub fn is_trusted(address: IpAddr, proxies: &[IpNet]) -> bool {
    let address = address.to_canonical();
    proxies.iter().any(|network| network.contains(&address))
}

/// The client's address, canonical; none if a trusted proxy wrote something that is no address.
///
/// Each proxy appends the address it was called from. So the rightmost one that is no trusted proxy
/// is the client; what stands left of it was written by the client and says nothing.
pub fn of(peer: IpAddr, headers: &HeaderMap, proxies: &[IpNet]) -> Option<IpAddr> {
    let mut address = peer.to_canonical();
    let mut hops = Vec::new();
    for line in headers.get_all(FORWARDED_FOR) {
        if !is_trusted(address, proxies) {
            return Some(address);
        }
        hops.extend(line.to_str().ok()?.split(','));
    }
    for hop in hops.into_iter().rev() {
        if !is_trusted(address, proxies) {
            break;
        }
        address = parse(hop.trim())?;
    }
    Some(address)
}

/// Some proxies write a port behind the address, or brackets around it.
fn parse(hop: &str) -> Option<IpAddr> {
    let bare = hop
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    bare.unwrap_or(hop)
        .parse::<IpAddr>()
        .or_else(|_| hop.parse::<SocketAddr>().map(|address| address.ip()))
        .ok()
        .map(|address| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::of;
    use axum::http::{HeaderMap, HeaderValue};

    fn client(peer: &str, forwarded: &[&str]) -> Option<String> {
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append("x-forwarded-for", HeaderValue::from_str(line).unwrap());
        }
        let proxies = ["10.0.0.0/8".parse().unwrap(), "::1/128".parse().unwrap()];
        of(peer.parse().unwrap(), &headers, &proxies).map(|address| address.to_string())
    }

    #[test]
    fn a_stranger_is_who_they_are_whatever_they_write() {
        assert_eq!(
            client("192.0.2.1", &["198.51.100.7"]).as_deref(),
            Some("192.0.2.1")
        );
        assert_eq!(
            client("192.0.2.1", &["rubbish"]).as_deref(),
            Some("192.0.2.1")
        );
    }

    #[test]
    fn behind_proxies_the_rightmost_untrusted_address_counts() {
        assert_eq!(
            client("10.0.0.1", &["203.0.113.9, 198.51.100.7, 10.0.0.2"]).as_deref(),
            Some("198.51.100.7")
        );
        assert_eq!(
            client("::1", &["203.0.113.9", "198.51.100.7"]).as_deref(),
            Some("198.51.100.7")
        );
        assert_eq!(client("10.0.0.1", &[]).as_deref(), Some("10.0.0.1"));
        assert_eq!(
            client("10.0.0.1", &["10.0.0.3"]).as_deref(),
            Some("10.0.0.3")
        );
    }

    #[test]
    fn addresses_are_canonical_with_or_without_port() {
        assert_eq!(
            client("::ffff:10.0.0.1", &["::ffff:198.51.100.7"]).as_deref(),
            Some("198.51.100.7")
        );
        assert_eq!(
            client("10.0.0.1", &["198.51.100.7:4711"]).as_deref(),
            Some("198.51.100.7")
        );
        assert_eq!(
            client("10.0.0.1", &["[2001:db8::1]:4711"]).as_deref(),
            Some("2001:db8::1")
        );
        assert_eq!(
            client("10.0.0.1", &["[2001:db8::1]"]).as_deref(),
            Some("2001:db8::1")
        );
    }

    #[test]
    fn what_a_trusted_proxy_wrote_unreadably_is_nobody() {
        for wrong in ["unknown", "", "198.51.100.7, ", "1.2.3"] {
            assert_eq!(client("10.0.0.1", &[wrong]), None, "{wrong}");
        }
    }
}

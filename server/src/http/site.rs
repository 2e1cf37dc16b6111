//! Which host a request is meant for, and whether it comes from our own pages.

use std::net::{IpAddr, SocketAddr};

use axum::http::{HeaderMap, HeaderName, HeaderValue, Uri, header, uri::Authority};

use crate::config::{PublicUrl, is_loopback};

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Where Doorward is at home.
#[derive(Clone, Debug)]
pub struct Site {
    public_url: PublicUrl,
    listen: IpAddr,
}

impl Site {
    /// The site at `public_url`, listening at `listen`.
    pub fn new(public_url: PublicUrl, listen: SocketAddr) -> Self {
        Self {
            public_url,
            listen: listen.ip(),
        }
    }

    /// The public URL.
    pub fn public_url(&self) -> &PublicUrl {
        &self.public_url
    }

    /// The host and port a request names, if it is one of ours. Another one may be a page that lets
    /// its own name point here (DNS rebinding), or a proxy that is set up wrongly.
    pub fn host(&self, uri: &Uri, headers: &HeaderMap) -> Option<Authority> {
        let named = match uri.authority() {
            Some(authority) => authority.clone(),
            None => {
                let mut lines = headers.get_all(header::HOST).iter();
                let line = lines.next()?;
                if lines.next().is_some() {
                    return None;
                }
                Authority::try_from(line.as_bytes()).ok()?
            }
        };
        self.is_ours(named.host()).then_some(named)
    }

    fn is_ours(&self, host: &str) -> bool {
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        host.eq_ignore_ascii_case(self.public_url.host())
            || is_loopback(host)
            || bare
                .parse::<IpAddr>()
                .is_ok_and(|address| address == self.listen)
    }

    /// Whether a request that changes something comes from our own page, or from no page at all.
    ///
    /// A browser says where a page comes from in `Origin`, or else in `Sec-Fetch-Site`; a page cannot
    /// forge either. What sends neither is no browser, and carries no cookie without knowing it.
    pub fn is_own_page(&self, host: &Authority, headers: &HeaderMap) -> bool {
        match (headers.get(header::ORIGIN), headers.get(FETCH_SITE)) {
            (Some(origin), _) => self.is_own_origin(host, origin),
            (None, Some(site)) => site == "same-origin" || site == "none",
            (None, None) => true,
        }
    }

    fn is_own_origin(&self, host: &Authority, origin: &HeaderValue) -> bool {
        // For trying it out: under localhost and its numbers, whatever port leads here.
        origin == self.public_url.origin()
            || (is_loopback(host.host())
                && origin.as_bytes() == format!("http://{host}").as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::Site;
    use crate::config::PublicUrl;
    use axum::http::{HeaderMap, HeaderName, HeaderValue, Uri};

    fn site() -> Site {
        Site::new(
            PublicUrl::parse("https://portal.example.com").unwrap(),
            "192.0.2.1:3000".parse().unwrap(),
        )
    }

    fn headers(lines: &[(&'static str, &'static str)]) -> HeaderMap {
        lines
            .iter()
            .map(|(name, value)| {
                (
                    HeaderName::from_static(name),
                    HeaderValue::from_static(value),
                )
            })
            .collect()
    }

    fn host(value: &'static str) -> bool {
        site()
            .host(&Uri::from_static("/"), &headers(&[("host", value)]))
            .is_some()
    }

    fn own(host: &'static str, lines: &[(&'static str, &'static str)]) -> bool {
        site().is_own_page(&host.parse().unwrap(), &headers(lines))
    }

    #[test]
    fn only_our_own_names_are_answered() {
        for ours in [
            "portal.example.com",
            "PORTAL.example.com:443",
            "localhost:3000",
            "127.0.0.1:3000",
            "[::1]:3000",
            "192.0.2.1:3000",
        ] {
            assert!(host(ours), "{ours}");
        }
        for theirs in [
            "evil.example",
            "portal.example.com.evil.example",
            "192.0.2.2",
            "",
            "a b",
        ] {
            assert!(!host(theirs), "{theirs}");
        }
        assert!(
            site()
                .host(&Uri::from_static("/"), &HeaderMap::new())
                .is_none()
        );
    }

    #[test]
    fn our_own_page_may_write() {
        let host = "portal.example.com";
        assert!(own(
            host,
            &[
                ("origin", "https://portal.example.com"),
                ("sec-fetch-site", "same-origin")
            ]
        ));
        assert!(own(host, &[("sec-fetch-site", "none")]));
        assert!(own(
            "localhost:3000",
            &[("origin", "http://localhost:3000")]
        ));
    }

    #[test]
    fn another_site_may_not_however_near() {
        let host = "portal.example.com";
        for origin in [
            "https://evil.example",
            "http://portal.example.com",
            "https://portal.example.com:8443",
            "null",
            "https://sub.portal.example.com",
        ] {
            assert!(!own(host, &[("origin", origin)]), "{origin}");
        }
        assert!(!own(host, &[("sec-fetch-site", "same-site")]));
        assert!(!own(host, &[("sec-fetch-site", "cross-site")]));
        assert!(!own(
            "localhost:3000",
            &[("origin", "http://localhost:4000")]
        ));
        // An origin that lies about the host it was sent to gains nothing.
        assert!(!own(
            "portal.example.com",
            &[("origin", "http://localhost:3000")]
        ));
    }

    #[test]
    fn a_program_is_no_browser() {
        assert!(own("portal.example.com", &[]));
    }
}

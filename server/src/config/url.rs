//! The public URL: scheme, host and port, without a path.

use axum::http::Uri;

/// The address under which people reach Doorward.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    origin: String,
    host: String,
}

impl PublicUrl {
    /// Reads `https://portal.example.com`; a slash at the end is fine, a path is not.
    pub fn parse(text: &str) -> Result<Self, String> {
        let refuse = || {
            "http:// or https:// with a host and perhaps a port, and no path: https://portal.example.com".to_owned()
        };
        let uri: Uri = text.trim().parse().map_err(|_| refuse())?;
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return Err(refuse());
        };
        let standard = match scheme {
            "http" => 80,
            "https" => 443,
            _ => return Err(refuse()),
        };
        if authority.as_str().contains('@')
            || !matches!(uri.path(), "" | "/")
            || uri.query().is_some()
        {
            return Err(refuse());
        }
        let host = authority.host().to_ascii_lowercase();
        let port = match authority.port_u16() {
            Some(port) if port != standard => format!(":{port}"),
            Some(_) => String::new(),
            None if authority.as_str().len() > authority.host().len() => return Err(refuse()),
            None => String::new(),
        };
        if host.is_empty() {
            return Err(refuse());
        }
        Ok(Self {
            origin: format!("{scheme}://{host}{port}"),
            host,
        })
    }

    /// This machine, seen from itself.
    pub fn localhost(port: u16) -> Self {
        let port = if port == 80 {
            String::new()
        } else {
            format!(":{port}")
        };
        Self {
            origin: format!("http://localhost{port}"),
            host: "localhost".to_owned(),
        }
    }

    /// Scheme, host and port as a browser writes them in `Origin` (RFC 6454 §6.1), without a slash.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The host in lower case, an IPv6 address in brackets.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Whether it is reached through TLS.
    pub fn is_https(&self) -> bool {
        self.origin.starts_with("https:")
    }

    /// Whether it is this machine, which browsers trust without TLS.
    pub fn is_loopback(&self) -> bool {
        is_loopback(&self.host)
    }
}

/// Whether `host`, without a port, can only be this machine.
pub fn is_loopback(host: &str) -> bool {
    let host = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost")
        || host
            .parse::<std::net::IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::PublicUrl;

    #[test]
    fn the_standard_port_and_capitals_are_left_out() {
        for (text, origin) in [
            (
                "https://Portal.Example.com:443/",
                "https://portal.example.com",
            ),
            ("http://localhost:3000", "http://localhost:3000"),
            ("http://[::1]:80", "http://[::1]"),
        ] {
            assert_eq!(PublicUrl::parse(text).unwrap().origin(), origin, "{text}");
        }
    }

    #[test]
    fn what_is_more_or_less_than_an_origin_is_refused() {
        for text in [
            "portal.example.com",
            "ftp://a",
            "https://a/b",
            "https://u:p@a",
            "https://a?b",
            "https://",
            "https://a:99999",
            "",
        ] {
            assert!(PublicUrl::parse(text).is_err(), "{text}");
        }
    }
}

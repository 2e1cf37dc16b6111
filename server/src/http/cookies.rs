//! The two cookies: reading what is presented, and writing what becomes of them.

use axum::http::{HeaderMap, HeaderValue, header};

use crate::{
    desk::{CookieChange, CookieChanges},
    secret::SecretHash,
};

/// The names of the cookies. `__Host-` binds them to this host and to TLS; plain `http://localhost` cannot have that.
#[derive(Clone, Copy, Debug)]
pub struct Cookies {
    secure: bool,
}

impl Cookies {
    /// The cookies of a site that is reached through TLS, or not.
    pub fn new(secure: bool) -> Self {
        Self { secure }
    }

    fn session(self) -> &'static str {
        if self.secure {
            "__Host-doorward-session"
        } else {
            "doorward-session"
        }
    }

    fn flow(self) -> &'static str {
        if self.secure {
            "__Host-doorward-flow"
        } else {
            "doorward-flow"
        }
    }

    /// The session and the login flow that a request presents.
    pub fn read(self, headers: &HeaderMap) -> (Option<SecretHash>, Option<SecretHash>) {
        let hash = |name| find(headers, name).map(SecretHash::of);
        (hash(self.session()), hash(self.flow()))
    }

    /// The `Set-Cookie` lines of an answer.
    pub fn write(self, changes: &CookieChanges) -> impl Iterator<Item = HeaderValue> {
        [
            (self.session(), &changes.session),
            (self.flow(), &changes.flow),
        ]
        .into_iter()
        .filter_map(move |(name, change)| self.line(name, change))
    }

    fn line(self, name: &str, change: &CookieChange) -> Option<HeaderValue> {
        let value = match change {
            CookieChange::Keep => return None,
            CookieChange::Set(secret) => secret.reveal(),
            CookieChange::Clear => "",
        };
        let end = if value.is_empty() { "; Max-Age=0" } else { "" };
        let secure = if self.secure { "; Secure" } else { "" };
        let mut line = HeaderValue::from_str(&format!(
            "{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{end}"
        ))
        .ok()?;
        line.set_sensitive(true);
        Some(line)
    }
}

/// The value of the cookie `name`; none if it comes twice, because then one was planted.
fn find<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut found = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter(|(key, value)| *key == name && !value.is_empty() && value.len() <= 128)
        .map(|(_, value)| value);
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::{Cookies, find};
    use crate::{
        deps::SystemRandomness,
        desk::{CookieChange, CookieChanges},
        secret::Secret,
    };
    use axum::http::{HeaderMap, HeaderValue, header};

    fn headers(lines: &[&'static str]) -> HeaderMap {
        lines
            .iter()
            .map(|line| (header::COOKIE, HeaderValue::from_static(line)))
            .collect()
    }

    #[test]
    fn a_cookie_is_found_among_others() {
        let headers = headers(&["a=1; doorward-session=xyz;b=2"]);
        assert_eq!(find(&headers, "doorward-session"), Some("xyz"));
        assert_eq!(find(&headers, "session"), None);
    }

    #[test]
    fn a_cookie_that_comes_twice_or_empty_is_none() {
        assert_eq!(find(&headers(&["s=1; s=2"]), "s"), None);
        assert_eq!(find(&headers(&["s=1", "s=2"]), "s"), None);
        assert_eq!(find(&headers(&["s=; a"]), "s"), None);
    }

    #[test]
    fn through_tls_cookies_are_bound_to_the_host() {
        let changes = CookieChanges {
            session: CookieChange::Set(Secret::generate(&SystemRandomness)),
            flow: CookieChange::Clear,
        };
        let lines: Vec<String> = Cookies::new(true)
            .write(&changes)
            .map(|line| line.to_str().unwrap().to_owned())
            .collect();
        assert!(lines[0].starts_with("__Host-doorward-session="));
        assert!(lines[0].ends_with("; Path=/; HttpOnly; SameSite=Lax; Secure"));
        assert_eq!(
            lines[1],
            "__Host-doorward-flow=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0"
        );
        let plain: Vec<_> = Cookies::new(false).write(&changes).collect();
        assert!(!plain[0].to_str().unwrap().contains("Secure"));
        assert_eq!(
            Cookies::new(true).write(&CookieChanges::default()).count(),
            0
        );
    }
}

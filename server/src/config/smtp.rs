//! The mail server's URL: `smtp://user:password@host:port?tls=required`.

use super::url::is_loopback;

/// How the way to the mail server is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encryption {
    /// TLS from the first byte (`smtps://`).
    Implicit,
    /// STARTTLS, or nothing is sent.
    Required,
    /// STARTTLS if the server offers it.
    Opportunistic,
    /// None.
    None,
}

/// The mail server. The password is not shown by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct SmtpSettings {
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the way to it is protected.
    pub encryption: Encryption,
    /// User and password, if it asks for them.
    pub credentials: Option<(String, String)>,
}

impl std::fmt::Debug for SmtpSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "SmtpSettings({}:{}, {:?})",
            self.host, self.port, self.encryption
        )
    }
}

impl SmtpSettings {
    /// Reads the URL, or says what is allowed.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (implicit, rest) = match text.trim().split_once("://") {
            Some(("smtp", rest)) => (false, rest),
            Some(("smtps", rest)) => (true, rest),
            _ => return Err("smtp://user:password@host:port or smtps://…".to_owned()),
        };
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (user, place) = match rest.trim_end_matches('/').rsplit_once('@') {
            Some((user, place)) => (Some(user), place),
            None => (None, rest.trim_end_matches('/')),
        };
        let (host, port) = host_and_port(place)?;
        let encryption = encryption(implicit, query, &host)?;
        let port = port.unwrap_or(match encryption {
            Encryption::Implicit => 465,
            _ if user.is_some() => 587,
            _ => 25,
        });
        let credentials = user.map(credentials).transpose()?;
        if credentials.is_some() && encryption == Encryption::None && !is_loopback(&host) {
            return Err(
                "a password is not sent without TLS: leave ?tls=none out, or the user".to_owned(),
            );
        }
        Ok(Self {
            host,
            port,
            encryption,
            credentials,
        })
    }
}

fn encryption(implicit: bool, query: &str, host: &str) -> Result<Encryption, String> {
    match (implicit, query.strip_prefix("tls=")) {
        (true, None) if query.is_empty() => Ok(Encryption::Implicit),
        (true, _) => {
            Err("smtps:// has TLS from the first byte: leave the part behind `?` out".to_owned())
        }
        (false, None) if query.is_empty() && is_loopback(host) => Ok(Encryption::None),
        (false, None) if query.is_empty() => Ok(Encryption::Required),
        (false, Some("required")) => Ok(Encryption::Required),
        (false, Some("opportunistic")) => Ok(Encryption::Opportunistic),
        (false, Some("none")) => Ok(Encryption::None),
        (false, _) => Err("behind `?` only tls=required, tls=opportunistic or tls=none".to_owned()),
    }
}

fn host_and_port(place: &str) -> Result<(String, Option<u16>), String> {
    let refuse =
        || "a host and perhaps a port behind `://`: smtp://mail.example.com:587".to_owned();
    let (host, port) = match place.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => {
            (host, Some(port.parse::<u16>().map_err(|_| refuse())?))
        }
        _ => (place, None),
    };
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let sound = |c: char| c.is_ascii_alphanumeric() || ".-_:".contains(c);
    if bare.is_empty() || !bare.chars().all(sound) || port == Some(0) {
        return Err(refuse());
    }
    Ok((bare.to_owned(), port))
}

fn credentials(user: &str) -> Result<(String, String), String> {
    let (user, password) = user.split_once(':').unwrap_or((user, ""));
    match (decoded(user), decoded(password)) {
        (Some(user), Some(password)) => Ok((user, password)),
        _ => Err("user and password with %25 for % and %40 for @".to_owned()),
    }
}

/// Percent-decoding (RFC 3986 §2.1).
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        rest = tail;
        if first == b'%' {
            let (hex, tail) = rest.split_first_chunk::<2>()?;
            rest = tail;
            bytes.push(u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok()?);
        } else {
            bytes.push(first);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::{Encryption, SmtpSettings};

    #[test]
    fn a_url_is_read_with_everything_in_it() {
        let smtp = SmtpSettings::parse(
            "smtp://me%40example.com:p%3Ass@mail.example.com:2525?tls=opportunistic",
        )
        .unwrap();
        assert_eq!((smtp.host.as_str(), smtp.port), ("mail.example.com", 2525));
        assert_eq!(smtp.encryption, Encryption::Opportunistic);
        assert_eq!(
            smtp.credentials,
            Some(("me@example.com".into(), "p:ss".into()))
        );
    }

    #[test]
    fn the_safe_choice_is_the_one_not_typed() {
        let read = |text| SmtpSettings::parse(text).unwrap();
        assert_eq!(
            (
                read("smtp://mail.example.com").encryption,
                read("smtp://mail.example.com").port
            ),
            (Encryption::Required, 25)
        );
        assert_eq!(
            (
                read("smtps://u:p@mail").encryption,
                read("smtps://u:p@mail").port
            ),
            (Encryption::Implicit, 465)
        );
        assert_eq!(read("smtp://127.0.0.1:1025").encryption, Encryption::None);
        assert_eq!(read("smtp://[::1]:1025").host, "::1");
    }

    #[test]
    fn what_is_wrong_is_refused() {
        for text in [
            "mail.example.com",
            "http://a",
            "smtp://",
            "smtp://a:b",
            "smtp://a?tls=maybe",
            "smtps://a?tls=none",
            "smtp://a%zz:b@c",
            "smtp://u:p@mail.example.com?tls=none",
        ] {
            assert!(SmtpSettings::parse(text).is_err(), "{text}");
        }
    }
}

//! From whom mail comes when nothing is set.

use std::net::IpAddr;

use lettre::{Address, message::Mailbox};

use crate::config::PublicUrl;

/// No sender follows from the public URL.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error(
    "no sender of mails follows from the public URL {public_url:?}: set DOORWARD_MAIL_FROM to an address such as doorward@example.com"
)]
pub struct SenderError {
    public_url: String,
}

/// `Doorward <doorward@…>` at the host under which Doorward is reached; at `localhost` where that is a bare address, which
/// lettre writes into no header and few mail servers would take.
pub fn default_sender(public_url: &str) -> Result<Mailbox, SenderError> {
    let host = host_of(public_url);
    let named = if host.starts_with('[') {
        "localhost"
    } else {
        &host
    };
    Address::new("doorward", named)
        .map(|address| Mailbox::new(Some("Doorward".into()), address))
        .map_err(|_| SenderError {
            public_url: public_url.to_owned(),
        })
}

/// The host of the public URL as it stands behind an `@` (RFC 5321 §4.1.3).
pub(super) fn host_of(public_url: &str) -> String {
    let Ok(url) = PublicUrl::parse(public_url) else {
        return "localhost".to_owned();
    };
    match url.host().trim_matches(['[', ']']).parse() {
        Ok(IpAddr::V4(address)) => format!("[{address}]"),
        Ok(IpAddr::V6(address)) => format!("[IPv6:{address}]"),
        Err(_) => url.host().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::default_sender;

    #[test]
    fn every_public_url_gives_a_sender() {
        for (url, address) in [
            ("http://localhost:8080", "doorward@localhost"),
            ("https://id.example.com", "doorward@id.example.com"),
            ("http://192.168.1.5:8080", "doorward@localhost"),
            ("http://[::1]:8080", "doorward@localhost"),
        ] {
            let sender = default_sender(url).map(|sender| sender.email.to_string());
            assert_eq!(sender.as_deref(), Ok(address), "{url}");
        }
    }
}

//! Reading the values of single settings. Each refusal says what is allowed.

use std::{net::SocketAddr, path::PathBuf};

use ipnet::IpNet;
use lettre::message::Mailbox;

use super::{LogFormat, Show};

pub(super) fn address(text: &str) -> Result<SocketAddr, String> {
    text.trim()
        .parse()
        .map_err(|_| "an IP address with a port, such as 127.0.0.1:3000 or [::]:3000".to_owned())
}

pub(super) fn path(text: &str) -> Result<PathBuf, String> {
    if text.trim().is_empty() {
        return Err("a path".to_owned());
    }
    Ok(PathBuf::from(text))
}

pub(super) fn database_url(text: &str) -> Result<String, String> {
    let rest = ["sqlite://", "postgres://", "postgresql://"]
        .iter()
        .find_map(|scheme| text.trim().strip_prefix(scheme));
    match rest {
        Some(rest) if !rest.is_empty() => Ok(text.trim().to_owned()),
        _ => Err("sqlite://<path> or postgres://user:password@host/name".to_owned()),
    }
}

pub(super) fn mailbox(text: &str) -> Result<Mailbox, String> {
    let refuse =
        || "an e-mail address, with a name or without: Doorward <doorward@example.com>".to_owned();
    // A line break in a name would begin another header.
    if text.chars().any(char::is_control) {
        return Err(refuse());
    }
    text.trim().parse().map_err(|_| refuse())
}

pub(super) fn networks(text: &str) -> Result<Vec<IpNet>, String> {
    text.split(',')
        .map(str::trim)
        .filter(|entry| !entry.is_empty())
        .map(|entry| {
            entry
                .parse::<IpNet>()
                .or_else(|_| entry.parse().map(|address: std::net::IpAddr| IpNet::from(address.to_canonical())))
                .map(|network| network.trunc())
                .map_err(|_| format!("`{entry}` is neither an address nor a network such as 10.0.0.0/8 or fd00::/8"))
        })
        .collect()
}

pub(super) fn number(text: &str) -> Result<u32, String> {
    text.trim()
        .parse()
        .map_err(|_| "a whole number, such as 6000; 0 for any number".to_owned())
}

pub(super) fn log_filter(text: &str) -> Result<String, String> {
    match tracing_subscriber::EnvFilter::builder().parse(text) {
        Ok(_) if !text.trim().is_empty() => Ok(text.to_owned()),
        _ => Err(
            "error, warn, info, debug or trace, also per part: info,server::mail=debug".to_owned(),
        ),
    }
}

pub(super) fn log_format(text: &str) -> Result<LogFormat, String> {
    match text.trim() {
        "text" => Ok(LogFormat::Text),
        "json" => Ok(LogFormat::Json),
        _ => Err("text or json".to_owned()),
    }
}

/// What a message may show of a value.
pub(super) fn shown(value: &str, show: Show) -> String {
    match show {
        Show::Whole => format!("`{value}`"),
        Show::WithoutPassword => format!("`{}`", without_password(value)),
        Show::Length => format!("{} characters (not shown)", value.chars().count()),
    }
}

/// A URL with `…` where its password was.
pub fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else {
        // Whatever it is, a password may be in it.
        return "…".to_owned();
    };
    match rest.rsplit_once('@') {
        Some((user, rest)) => {
            let user = user.split(':').next().unwrap_or_default();
            format!("{scheme}://{user}:…@{rest}")
        }
        None => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{networks, without_password};

    #[test]
    fn a_password_is_never_shown_even_with_an_at_sign_in_it() {
        assert_eq!(
            without_password("postgres://me:p@ss@db/x"),
            "postgres://me:…@db/x"
        );
        assert_eq!(without_password("sqlite:///tmp/x.db"), "sqlite:///tmp/x.db");
        assert_eq!(without_password("me:secret@db"), "…");
    }

    #[test]
    fn networks_are_listed_with_commas_and_the_wrong_one_is_named() {
        assert_eq!(networks("10.1.2.3/8, ::1,").unwrap().len(), 2);
        assert_eq!(networks("10.1.2.3/8").unwrap()[0].to_string(), "10.0.0.0/8");
        assert!(
            networks("10.0.0.0/8,10.0.0.0/33")
                .unwrap_err()
                .contains("10.0.0.0/33")
        );
    }
}

//! The query of an address: what a list shows is kept there, so that it can be shared and survives reload.

use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate},
};

/// The query of the address bar, and the way to another.
#[derive(Clone, Copy)]
pub struct Address {
    /// The names and values of the query.
    pub query: Memo<Vec<(String, String)>>,
    go: Callback<(String, bool)>,
}

/// The query of the page's address.
pub fn use_address() -> Address {
    let location = use_location();
    let (search, path) = (location.search, location.pathname);
    let navigate = use_navigate();
    let go = move |query: String, replace: bool| {
        let options = NavigateOptions {
            replace,
            scroll: false,
            ..NavigateOptions::default()
        };
        navigate(&format!("{}{query}", path.get_untracked()), options);
    };
    Address {
        query: Memo::new(move |_| search.with(|search| parse_query(search))),
        go: go.into(),
    }
}

impl Address {
    /// Goes to another query of the same page: a step that the Back button takes back.
    pub fn go(&self, query: String) {
        self.go.run((query, false));
    }

    /// Puts another query in this one's place, as while a search is typed.
    pub fn replace(&self, query: String) {
        self.go.run((query, true));
    }

    /// Opens something whenever the address asks for it, as by `?add=user`. Once that is closed, the address asks no
    /// longer.
    pub fn opens(
        self,
        name: &'static str,
        value: &'static str,
        is_open: impl Fn() -> bool + 'static,
        open: impl Fn() + 'static,
    ) {
        let asked = Memo::new(move |_| {
            self.query
                .with(|query| value_of(query, name) == Some(value))
        });
        Effect::new(move || {
            if asked.get() {
                untrack(&open);
            }
        });
        Effect::new(move |was_open: Option<bool>| {
            let is_open = is_open();
            if was_open == Some(true) && !is_open && asked.get_untracked() {
                let query = self.query.get_untracked();
                let rest: Vec<_> = query
                    .iter()
                    .filter(|(own, _)| own != name)
                    .map(|(own, value)| (own.as_str(), value.clone()))
                    .collect();
                self.replace(format_query(&rest));
            }
            is_open
        });
    }
}

/// The names and values of a query string, with or without its `?`.
pub fn parse_query(query: &str) -> Vec<(String, String)> {
    let pair = |pair: &str| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decode(name), decode(value))
    };
    query
        .trim_start_matches('?')
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(pair)
        .collect()
}

/// The query string of these names and values, with its `?`; empty for none.
pub fn format_query(pairs: &[(&str, String)]) -> String {
    let pair = |(name, value): &(&str, String)| format!("{name}={}", encode(value));
    let joined = pairs.iter().map(pair).collect::<Vec<_>>().join("&");
    if joined.is_empty() {
        joined
    } else {
        format!("?{joined}")
    }
}

/// The first value of this name.
pub fn value_of<'a>(query: &'a [(String, String)], name: &str) -> Option<&'a str> {
    query
        .iter()
        .find(|(own, _)| own == name)
        .map(|(_, value)| value.as_str())
        .filter(|value| !value.is_empty())
}

/// Percent-encoding of all but what RFC 3986 §2.3 leaves unreserved, and the comma.
fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~,".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

/// What [`encode`] did, taken back; a stray `%` stands for itself.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let code = match (first, after) {
            (b'%', [high, low, ..]) => hex(*high).zip(hex(*low)).map(|(high, low)| high << 4 | low),
            _ => None,
        };
        rest = if code.is_some() { &after[2..] } else { after };
        bytes.push(code.unwrap_or(if *first == b'+' { b' ' } else { *first }));
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit)
        .to_digit(16)
        .and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::{format_query, parse_query, value_of};

    #[test]
    fn any_text_survives_the_address() {
        for text in ["100%", "%41", "a+b c", "佐藤 花", "a&b=c", "?#/"] {
            let query = format_query(&[("q", text.to_owned()), ("size", "25".to_owned())]);
            let pairs = parse_query(&query);
            assert_eq!(value_of(&pairs, "q"), Some(text), "{query}");
            assert_eq!(value_of(&pairs, "size"), Some("25"));
        }
    }

    #[test]
    fn a_broken_query_is_read_as_far_as_it_goes() {
        assert_eq!(value_of(&parse_query("?q=%zz%4&x"), "q"), Some("%zz%4"));
        assert_eq!(value_of(&parse_query("?x"), "x"), None);
    }
}

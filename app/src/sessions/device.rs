//! What kind of device a `User-Agent` speaks of, in the two words that people know it by.

/// Marks of browsers, those that also carry another's mark first.
const BROWSERS: [(&str, &str); 8] = [
    ("Edg", "Microsoft Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
const SYSTEMS: [(&str, &str); 7] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

/// The browser and the system, as far as they are known.
pub fn device(user_agent: &str) -> (Option<&'static str>, Option<&'static str>) {
    (find(&BROWSERS, user_agent), find(&SYSTEMS, user_agent))
}

/// "Firefox · Windows", as far as it is known. Nothing of the text itself: whoever signs in chooses it, and others read this.
pub fn known_device(user_agent: &str) -> Option<String> {
    match device(user_agent) {
        (Some(browser), Some(system)) => Some(format!("{browser} · {system}")),
        (Some(name), None) | (None, Some(name)) => Some(name.to_owned()),
        (None, None) => None,
    }
}

fn find(marks: &[(&str, &'static str)], user_agent: &str) -> Option<&'static str> {
    marks
        .iter()
        .find(|(mark, _)| user_agent.contains(mark))
        .map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::{device, known_device};

    #[test]
    fn browser_and_system_are_recognised() {
        for (user_agent, browser, system) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
                Some("Microsoft Edge"),
                Some("Windows"),
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 Version/19.0 Mobile Safari/604.1",
                Some("Safari"),
                Some("iPhone"),
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                Some("Firefox"),
                Some("Linux"),
            ),
            ("Call 0900-1234 at once", None, None),
        ] {
            assert_eq!(device(user_agent), (browser, system));
        }
    }

    #[test]
    fn what_somebody_calls_themselves_is_not_repeated() {
        assert_eq!(known_device("Call 0900-1234 at once"), None);
        assert_eq!(
            known_device("Mozilla/5.0 (Windows NT 10.0) Firefox/140.0").as_deref(),
            Some("Firefox · Windows")
        );
    }
}
